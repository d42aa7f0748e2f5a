"""Scores what references are found and what they are resolved to, on labelled passages. Loads no model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from claims.evaluation.fields import FieldScore
from claims.extraction.references import find_references
from claims.extraction.sentences import split_sentences
from claims.records import Claim, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEHIND_HEAD = re.compile(r" (?:of|on|in|at|by|for|from|to|with|between|against|near|over|about|under|dated) ")
_WORD = re.compile(r"\w[\w'’-]*")

Span = tuple[int, int]


class _Found(NamedTuple):
    place: Span
    antecedent: Span | None


def score_references(rows: Sequence[dict[str, Any]]) -> list[FieldScore]:
    """Score references of one sentence of each passage.

    A reference is met by overlap. A resolved one is right when the labelled antecedent overlaps the one found and
    shares its head word; one that has no clear antecedent is left alone rightly when it is unresolved or not marked.
    """
    found_in_all = met_in_all = gold_in_all = resolved = resolved_met = right = clear = alone = unclear = 0
    for row in rows:
        found = _find(row)
        gold = [_locate(row, label) for label in row["references"]]
        pairs = [(label, _meet(found, label)) for label in gold]
        met = [(label, one) for label, one in pairs if one is not None]
        found_in_all += len(found)
        gold_in_all += len(gold)
        met_in_all += len(met)
        resolved += sum(one.antecedent is not None for one in found)
        right += sum(_is_right(row["text"], label.antecedent, one.antecedent) for label, one in met)
        resolved_met += sum(one.antecedent is not None for _, one in met)
        clear += sum(label.antecedent is not None for label in gold)
        unclear += sum(label.antecedent is None for label in gold)
        alone += sum(label.antecedent is None and (one is None or one.antecedent is None) for label, one in pairs)
    return [
        FieldScore("references: precision", met_in_all, found_in_all),
        FieldScore("references: recall", met_in_all, gold_in_all),
        FieldScore("references: right of those resolved", right, resolved),
        FieldScore("references: resolved of the clear", right, clear),
        FieldScore("references: left alone of the unclear", alone, unclear),
    ]


def _find(row: dict[str, Any]) -> list[_Found]:
    """Find the references of the passage's sentence, in places of the passage."""
    text = row["text"]
    statement = Statement("s", text, "labelled", "", speaker=row["speaker"])
    spans = split_sentences(text, "en")
    claims = [Claim(f"s.c{number}", "s", start, end, text[start:end]) for number, (start, end) in enumerate(spans)]
    claim = claims[row["sentence"]]
    found = find_references(claims, statement)[row["sentence"]]
    return [_Found((claim.start + one.start, claim.start + one.end), one.antecedent) for one in found]


def _locate(row: dict[str, Any], label: dict[str, Any]) -> _Found:
    text = row["text"]
    sentence = split_sentences(text, "en")[row["sentence"]]
    start = _word_at(text, label["text"], sentence[0])
    if label["antecedent"] is None:
        return _Found((start, start + len(label["text"])), None)
    antecedent = text.index(label["antecedent"])
    return _Found((start, start + len(label["text"])), (antecedent, antecedent + len(label["antecedent"])))


def _word_at(text: str, words: str, start: int) -> int:
    found = re.compile(rf"\b{re.escape(words)}\b").search(text, start)
    return text.index(words, start) if found is None else found.start()


def _meet(found: list[_Found], label: _Found) -> _Found | None:
    return next((one for one in found if _overlap(one.place, label.place)), None)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_right(text: str, gold: Span | None, found: Span | None) -> bool:
    if gold is None or found is None or not _overlap(gold, found):
        return False
    return _head(text[slice(*gold)]) == _head(text[slice(*found)])


def _head(phrase: str) -> str:
    """Return the last word before what hangs on a noun phrase."""
    words = _WORD.findall(_BEHIND_HEAD.split(phrase)[0])
    return words[-1].casefold() if words else ""
