"""Reads pairs of whole statements whose non-neutral cells are labelled exhaustively. Loads no model.

A *cell* is one claim of one statement against one claim of the other; one that is not listed was read and is neutral.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.errors import DataError
from claims.evaluation.labelled import parse_label, raise_problems, read_lines
from claims.extraction import extract_claims
from claims.reading import read_statement
from claims.records import Label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from claims.records import Statement

_FIELDS = ("dispute", "topic", "file_a", "sentence_a", "file_b", "sentence_b", "label", "type", "certainty")
_ORDER = list(Label)


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two opposed statements as the product reads them, with the gold label of every cell.

    ``gold`` is an int64 array of shape (n_claims_a, n_claims_b) of columns in ``Label`` order. ``lost`` are the
    labelled cells whose sentence the product did not find as a claim: no score can reach them.
    """

    name: str
    topic: str
    files: tuple[str, str]
    statements: tuple[Statement, Statement]
    claims_a: tuple[str, ...]
    claims_b: tuple[str, ...]
    gold: NDArray[np.int64]
    lost: tuple[Label, ...]


def read_disputes(cells: Path, statements: Path) -> list[Dispute]:
    """Read every dispute that a file of cells names.

    Args:
        cells: JSONL with one non-neutral cell a line.
        statements: The folder that ``file_a`` and ``file_b`` lie in.

    Raises:
        DataError: Naming file and line of the first twenty faults, or when there is no cell.
    """
    grouped: dict[str, list[dict[str, Any]]] = {}
    problems: list[str] = []
    for number, line in enumerate(read_lines(cells), start=1):
        if not line.strip():
            continue
        fault, row = _parse_cell(line)
        if fault:
            problems.append(f"{cells}:{number}: {fault}")
        else:
            grouped.setdefault(row["dispute"], []).append(row)
    for name, rows in grouped.items():
        if len({(row["topic"], row["file_a"], row["file_b"]) for row in rows}) > 1:
            problems.append(f"{cells}: dispute {name!r} has more than one topic or pair of files")
    raise_problems(problems)
    if not grouped:
        raise DataError(f"{cells}: no cells; expected JSONL with {', '.join(_FIELDS)}")
    return [_read_dispute(name, rows, statements) for name, rows in grouped.items()]


def _parse_cell(line: str) -> tuple[str, dict[str, Any]]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return "not a JSON object", {}
    if not isinstance(row, dict):
        return "not a JSON object", {}
    missing = [name for name in _FIELDS if not isinstance(row.get(name), str)]
    if missing:
        return f"no {', '.join(missing)}", {}
    try:
        parse_label(row["label"])
    except ValueError as exc:
        return str(exc), {}
    return "", row


def _read_dispute(name: str, rows: Sequence[dict[str, Any]], folder: Path) -> Dispute:
    files = rows[0]["file_a"], rows[0]["file_b"]
    read = read_statement(folder / files[0]), read_statement(folder / files[1])
    sides = [[claim.text for claim in extract_claims(statement).claims] for statement in read]
    places = [{_squeezed(text): index for index, text in enumerate(side)} for side in sides]
    gold = np.full((len(sides[0]), len(sides[1])), _ORDER.index(Label.NEUTRAL), dtype=np.int64)
    lost: list[Label] = []
    for row in rows:
        label = parse_label(row["label"])
        cell = places[0].get(_squeezed(row["sentence_a"])), places[1].get(_squeezed(row["sentence_b"]))
        if None in cell:
            lost.append(label)
        else:
            gold[cell] = _ORDER.index(label)
    return Dispute(name, rows[0]["topic"], files, read, tuple(sides[0]), tuple(sides[1]), gold, tuple(lost))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
