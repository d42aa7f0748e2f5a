"""Scores what the relation says of a conflict, its type and whether of one event, on labelled pairs. Loads no model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claims.errors import DataError
from claims.evaluation.fields import FieldScore
from claims.evaluation.labelled import read_lines
from claims.extraction.fields import read_fields
from claims.records import Answer, Claim, ConflictType, Label, Statement
from claims.relation.matters import same_event
from claims.relation.types import find_type

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_RENAMED = {"agent_swap": ConflictType.ROLE_SWAP.value}
_OWN = {kind.value for kind in ConflictType} - {ConflictType.DENIAL.value}
# No label names a denial; the guidelines' negation and what we join as other hold them.
_DENIAL_MAY_BE = {ConflictType.NEGATION.value, ConflictType.OTHER.value}


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Read the rows of a JSONL file of labelled pairs or cells as they are.

    Raises:
        DataError: When the file cannot be read or holds nothing.
    """
    rows = [json.loads(line) for line in read_lines(path) if line.strip()]
    if not rows:
        raise DataError(f"{path}: holds no pair; expected JSONL with two claims, label and type a line")
    return rows


def read_contradictions(data: Path, split: str) -> list[dict[str, Any]]:
    """Read the contradictions of a split, cells first, then single pairs."""
    rows = [row for name in ("cells", "pairs") for row in read_rows(data / f"{name}.{split}.jsonl")]
    return [row for row in rows if row["label"] == Label.CONTRADICTION.value]


def to_claims(row: dict[str, Any]) -> tuple[Claim, Claim]:
    """Read the two claims of a row with their fields, as extraction reads them."""
    first, second = (_to_claim(row, side, name) for side, name in (("a", "s1"), ("b", "s2")))
    return first, second


def _to_claim(row: dict[str, Any], side: str, name: str) -> Claim:
    text = row.get(f"claim_{side}") or row[f"sentence_{side}"]
    speaker, date = row.get(f"speaker_{side}"), row.get(f"date_{side}")
    statement = Statement(name, text, "labelled pair", "", speaker=speaker, date=date)
    return read_fields(Claim(f"{name}.c1", name, 0, len(text), text, holder=speaker), statement)


def gold_type(row: dict[str, Any]) -> str:
    """Name a row's type as our records do; the guidelines' rarer types are other."""
    name = row["type"].removesuffix("+self")
    name = _RENAMED.get(name, name)
    return name if name in _OWN else ConflictType.OTHER.value


def is_right(found: ConflictType, gold: str) -> bool:
    """Tell whether a type meets the gold one; a denial may stand for a negation or for other."""
    return found.value == gold or (found is ConflictType.DENIAL and gold in _DENIAL_MAY_BE)


def score_types(rows: Sequence[dict[str, Any]]) -> list[FieldScore]:
    """Score the types of contradictions: all, against always saying other, and each type's precision and recall."""
    gold = [gold_type(row) for row in rows]
    found = [find_type(*to_claims(row)) for row in rows]
    right = [is_right(one, other) for one, other in zip(found, gold, strict=True)]
    scores = [
        FieldScore("type", sum(right), len(rows)),
        FieldScore("type: always other", gold.count(ConflictType.OTHER.value), len(rows)),
    ]
    for kind in ConflictType:
        named = [hit for hit, one in zip(right, found, strict=True) if one is kind]
        asked = [hit for hit, one in zip(right, gold, strict=True) if one == kind.value]
        scores.append(FieldScore(f"{kind.value}: precision", sum(named), len(named)))
        if kind is not ConflictType.DENIAL:
            scores.append(FieldScore(f"{kind.value}: recall", sum(asked), len(asked)))
    return scores


def score_same_event(rows: Sequence[dict[str, Any]]) -> list[FieldScore]:
    """Score whether two claims are of one event: how often an answer is right, and how often there is one."""
    rows = [row for row in rows if isinstance(row.get("same_event"), bool)]
    found = [(same_event(*to_claims(row))[0], row["same_event"]) for row in rows]
    yes = [gold for answer, gold in found if answer is Answer.YES]
    no = [not gold for answer, gold in found if answer is Answer.NO]
    return [
        FieldScore("same event: yes is right", sum(yes), len(yes)),
        FieldScore("same event: no is right", sum(no), len(no)),
        FieldScore("same event: answered", len(yes) + len(no), len(found)),
        FieldScore("same event: gold yes", sum(gold for _, gold in found), len(found)),
    ]
