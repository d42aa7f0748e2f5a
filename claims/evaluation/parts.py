"""Scores how claims are taken apart into propositions on labelled sentences. Loads no model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from claims.evaluation.fields import FieldScore
from claims.extraction.parts import find_parts
from claims.records import Claim

if TYPE_CHECKING:
    from collections.abc import Sequence

_OUTER = " \t\n,.;:!?…“”\"‘’'«»()–—-"
_CONJUNCTION = re.compile(r"^(?:and|but|or|yet|so|while|whereas)\b,? ")


class Found(NamedTuple):
    """One part as it is compared with its label: ``words`` without outer signs and a conjunction at the head."""

    words: str
    carried: str | None
    holder: str
    attitude: str


def score_parts(rows: Sequence[dict[str, Any]]) -> list[FieldScore]:
    """Score parts on labelled sentences.

    A part is right when its words equal a label's but for outer signs and a leading conjunction. Precision is over all
    parts found, those of sentences that should stay whole among them; recall over the labelled parts of sentences
    with more than one. Carried subject, holder and attitude are judged on right parts.
    """
    n_found = n_gold = n_whole = kept = 0
    right: list[tuple[Found, Found]] = []
    for row in rows:
        gold, found = _labelled(row), _find(row)
        n_found += len(found)
        if len(gold) == 1:
            n_whole, kept = n_whole + 1, kept + (not found)
            continue
        n_gold += len(gold)
        right += _match(gold, found)
    return [
        FieldScore("parts: precision", len(right), n_found),
        FieldScore("parts: recall", len(right), n_gold),
        FieldScore("parts: one proposition left whole", kept, n_whole),
        FieldScore("parts: carried subject", sum(one.carried == other.carried for one, other in right), len(right)),
        FieldScore("parts: holder", sum(one.holder == other.holder for one, other in right), len(right)),
        FieldScore("parts: attitude", sum(one.attitude == other.attitude for one, other in right), len(right)),
    ]


def _match(gold: list[Found], found: list[Found]) -> list[tuple[Found, Found]]:
    free = list(found)
    matched = []
    for label in gold:
        twin = next((one for one in free if one.words == label.words), None)
        if twin is not None:
            free.remove(twin)
            matched.append((label, twin))
    return matched


def _labelled(row: dict[str, Any]) -> list[Found]:
    return [
        Found(_bare(label["words"]), label["carried"], label["holder"], label["attitude"]) for label in row["parts"]
    ]


def _find(row: dict[str, Any]) -> list[Found]:
    text, speaker = row["text"], row["speaker"]
    parts = find_parts(Claim(row["id"], row["id"], 0, len(text), text, holder=speaker), speaker)
    return [
        Found(
            _bare([text[start:end] for start, end in part.spans]),
            text[slice(*part.carried)] if part.carried else None,
            "speaker" if part.holder == speaker else str(part.holder),
            part.attitude.value if part.attitude else "",
        )
        for part in parts
    ]


def _bare(words: list[str]) -> str:
    return _CONJUNCTION.sub("", " ".join(" ".join(words).split()).strip(_OUTER))
