"""Reads labelled sentence pairs of UN General Debate speeches, which are stored by reference. Loads no model.

A pair names country, year and character span on both sides; the words stay in the corpus (Baturo, Dasandi and Mikhaylov
2017, CC0) and are fetched from there. A checksum of every span tells another edition of the corpus from this one.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from claims.errors import DataError
from claims.evaluation.labelled import LabelledPair, parse_label, raise_problems, read_lines

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_SIDE_FIELDS = {"country": str, "year": int, "start": int, "end": int, "sha256": str}
CHECKSUM_LENGTH = 8


class Speech(NamedTuple):
    """Which speech: ISO 3166 alpha-3 country code and year."""

    country: str
    year: int


def read_speeches(corpus: Path, wanted: Collection[Speech] | None = None) -> dict[Speech, str]:
    """Read the text of the wanted speeches, or of all, from JSONL (plain or .gz) with country, year and text.

    Raises:
        DataError: When the corpus cannot be read.
    """
    opened = gzip.open if corpus.suffix == ".gz" else open
    speeches: dict[Speech, str] = {}
    try:
        with opened(corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                speech = Speech(row["country"], row["year"])
                if wanted is None or speech in wanted:
                    speeches[speech] = row["text"]
    except (OSError, EOFError, ValueError, KeyError, TypeError) as exc:
        raise DataError(
            f"{corpus}: not the corpus of speeches ({exc}); expected JSONL with country, year, text"
        ) from exc
    return speeches


def checksum(text: str) -> str:
    """Return the first eight hexadecimal digits of the SHA-256 of a span."""
    return hashlib.sha256(text.encode()).hexdigest()[:CHECKSUM_LENGTH]


def read_un_pairs(path: Path, corpus: Path) -> list[LabelledPair]:
    """Read labelled pairs and fetch their words from the corpus.

    Args:
        path: JSONL with ``pair_id``, ``label`` and, for a and b, ``country_a``, ``year_a``, ``start_a``, ``end_a``
            (characters of the speech) and ``sha256_a`` (see ``checksum``).
        corpus: JSONL of the speeches, plain or .gz.

    Raises:
        DataError: Naming the first twenty faults: a missing field, an unknown label, a duplicate id, a span that does
            not hold the text that was labelled.
    """
    problems: list[str] = []
    rows: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(read_lines(path), start=1):
        if not line.strip():
            continue
        try:
            row = _parse_row(line)
        except ValueError as exc:
            problems.append(f"{path}:{number}: {exc}")
            continue
        if row["pair_id"] in rows:
            problems.append(f"{path}:{number}: pair_id {row['pair_id']!r} stands there twice")
        rows[row["pair_id"]] = row
    raise_problems(problems)
    speeches = read_speeches(corpus, {_speech(row, side) for row in rows.values() for side in "ab"})
    pairs = []
    for name, row in rows.items():
        texts = [speeches.get(_speech(row, side), "")[row[f"start_{side}"] : row[f"end_{side}"]] for side in "ab"]
        if [checksum(text) for text in texts] != [row["sha256_a"], row["sha256_b"]]:
            problems.append(f"{path}: {name}: {corpus.name} does not hold the text that was labelled")
            continue
        first, second = (" ".join(text.split()) for text in texts)
        kind = str(row.get("kind") or "")
        pairs.append(LabelledPair(name, first, second, parse_label(row["label"]), f"un_{row['country_a']}", "", kind))
    raise_problems(problems)
    return pairs


def _speech(row: dict[str, Any], side: str) -> Speech:
    return Speech(row[f"country_{side}"], row[f"year_{side}"])


def _parse_row(line: str) -> dict[str, Any]:
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004 # one kind of fault for every bad line
    fields = {f"{name}_{side}": kind for side in "ab" for name, kind in _SIDE_FIELDS.items()}
    fields |= {"pair_id": str, "label": str}
    missing = [
        name for name, kind in fields.items() if not isinstance(row, dict) or not isinstance(row.get(name), kind)
    ]
    if missing:
        raise ValueError(f"no {', '.join(missing)}")
    parse_label(row["label"])
    return row
