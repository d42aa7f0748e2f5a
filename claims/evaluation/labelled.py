"""Reads hand-labelled claim pairs, of this project or of a user, in several label conventions. Loads no model."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import DataError
from claims.records import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_NAMED = 20
_NAMES = {
    "support": Label.SUPPORT,
    "supports": Label.SUPPORT,
    "supported": Label.SUPPORT,
    "entailment": Label.SUPPORT,
    "entails": Label.SUPPORT,
    "contradiction": Label.CONTRADICTION,
    "contradicts": Label.CONTRADICTION,
    "refutes": Label.CONTRADICTION,
    "refuted": Label.CONTRADICTION,
    "neutral": Label.NEUTRAL,
    "not enough info": Label.NEUTRAL,
    "not_enough_info": Label.NEUTRAL,
    "nei": Label.NEUTRAL,
}
_TEXT_FIELDS = (("claim_a", "claim_b"), ("premise", "hypothesis"))
_LABEL_FIELDS = ("label", "gold_label")


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two claims with their gold label; ``type`` and ``flags`` are those of the labelling guidelines."""

    pair_id: str
    claim_a: str
    claim_b: str
    gold: Label
    topic: str = ""
    split: str = ""
    type: str = ""
    flags: tuple[str, ...] = ()


def read_labelled_pairs(path: Path, *, label_order: Sequence[str] | None = None) -> list[LabelledPair]:
    """Read labelled pairs from JSONL.

    Args:
        path: Lines with ``claim_a`` and ``claim_b`` (or ``premise`` and ``hypothesis``) and ``label``.
        label_order: What the labels 0, 1 and 2 mean; without it numbers are refused.

    Raises:
        DataError: Naming file and line of the first twenty faults: a broken line, a missing field, an unknown label
            name, a duplicate id; or when there is no pair.
    """
    problems = _check_order(label_order)
    pairs: list[LabelledPair] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(read_lines(path), start=1):
        if not line.strip():
            continue
        try:
            pair = _parse_pair(line, number, label_order)
        except ValueError as exc:
            problems.append(f"{path}:{number}: {exc}")
            continue
        if pair.pair_id in seen:
            problems.append(f"{path}:{number}: pair_id {pair.pair_id!r} stands in line {seen[pair.pair_id]} already")
        seen.setdefault(pair.pair_id, number)
        pairs.append(pair)
    raise_problems(problems)
    if not pairs:
        raise DataError(f"{path}: no pairs; expected JSONL with claim_a, claim_b and label")
    return pairs


def raise_problems(problems: Sequence[str]) -> None:
    """Raise one ``DataError`` that names the first twenty problems, if there is any."""
    if problems:
        more = f" and {len(problems) - MAX_NAMED} more" if len(problems) > MAX_NAMED else ""
        raise DataError("; ".join(problems[:MAX_NAMED]) + more)


def check_splits(parts: Sequence[Sequence[LabelledPair]]) -> None:
    """Check that no topic stands in two splits and no pair id in two files.

    Raises:
        DataError: Naming the topics and ids.
    """
    problems: list[str] = []
    splits: dict[str, str] = {}
    ids: dict[str, str] = {}
    for pair in (pair for part in parts for pair in part):
        if splits.setdefault(pair.topic, pair.split) != pair.split:
            problems.append(f"topic {pair.topic!r} stands in {splits[pair.topic]!r} and in {pair.split!r}")
        if pair.pair_id in ids:
            problems.append(f"pair_id {pair.pair_id!r} stands in {ids[pair.pair_id]!r} and in {pair.split!r}")
        ids[pair.pair_id] = pair.split
    raise_problems(list(dict.fromkeys(problems)))


def parse_label(value: Any, label_order: Sequence[str] | None = None) -> Label:
    """Turn a label name of any known convention, or a number with a stated order, into a ``Label``.

    Raises:
        ValueError: When the name is unknown or a number has no stated order.
    """
    if isinstance(value, str) and value.strip().isdecimal():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        if label_order is None:
            raise ValueError(f"label {value} is a number; state what 0, 1 and 2 mean with --label-order")
        if not 0 <= value < len(label_order):
            raise ValueError(f"label {value} is not a number from 0 to {len(label_order) - 1}")
        value = label_order[value]
    label = _NAMES.get(str(value).strip().casefold())
    if label is None:
        raise ValueError(f"label {value!r} is not one of contradiction, neutral, support (or a name of NLI or FEVER)")
    return label


def _check_order(label_order: Sequence[str] | None) -> list[str]:
    try:
        known = {parse_label(name) for name in label_order or ()}
    except ValueError as exc:
        return [f"label order {','.join(label_order or ())}: {exc}"]
    whole = label_order is None or len(known) == len(label_order) == len(Label)
    return [] if whole else [f"label order {','.join(label_order or ())}: expected three different labels"]


def read_lines(path: Path) -> list[str]:
    """Read the lines of a JSONL file; only a line feed ends a line, since JSON strings may hold other separators.

    Raises:
        DataError: When the file cannot be read or is not UTF-8.
    """
    try:
        return Path(path).read_text(encoding="utf-8-sig").split("\n")
    except OSError as exc:
        raise DataError(f"{path}: cannot be read ({exc.strerror}); give a JSONL file") from exc
    except UnicodeDecodeError as exc:
        raise DataError(f"{path}: not UTF-8 text; expected JSONL") from exc


def _parse_pair(line: str, number: int, label_order: Sequence[str] | None) -> LabelledPair:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004 # one kind of fault for every bad line
    names = next((names for names in _TEXT_FIELDS if names[0] in row), _TEXT_FIELDS[0])
    texts = [row.get(name) for name in names]
    for name, text in zip(names, texts, strict=True):
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"{name} is {text!r}, expected a non-empty string")
    gold = next((row[name] for name in _LABEL_FIELDS if name in row), None)
    if gold is None:
        raise ValueError("no label")
    return LabelledPair(
        pair_id=str(row.get("pair_id") or row.get("id") or f"line {number}"),
        claim_a=str(texts[0]),
        claim_b=str(texts[1]),
        gold=parse_label(gold, label_order),
        topic=str(row.get("topic") or ""),
        split=str(row.get("split") or ""),
        type=str(row.get("type") or ""),
        flags=tuple(row.get("flags") or ()),
    )
