"""Scores the words marked as clashing in contradictions against those that annotators marked. Loads no model.

All figures are of words, not characters: a word is marked when a span touches it. Precision, recall and F1 are of the
words of both claims together, the mean over pairs and annotators.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from claims.errors import DataError
from claims.evaluation.labelled import raise_problems, read_lines
from claims.extraction.fields.quantities import find_quantities
from claims.extraction.fields.times import find_times
from claims.records import Claim
from claims.relation.clash_words import find_words

if TYPE_CHECKING:
    from pathlib import Path

Spans = tuple[tuple[int, int], ...]
Find = Callable[[Claim, Claim], tuple[Spans, Spans]]

_SIDES = ("a", "b")


class MarkedPair(NamedTuple):
    """Two contradicting claims with the clashing spans of each annotator, (spans in a, spans in b)."""

    pair_id: str
    claims: tuple[Claim, Claim]
    marks: tuple[tuple[Spans, Spans], ...]


class ClashScore(NamedTuple):
    """One row of the table; all figures but ``words`` in [0, 1].

    ``hit`` is the share of claims in which at least one marked word is right, ``words`` the mean number of words that
    are marked in a claim.
    """

    name: str
    precision: float
    recall: float
    f1: float
    hit: float
    words: float


def read_marked_pairs(path: Path, split: str) -> list[MarkedPair]:
    """Read the marked contradictions of a split: "train", marked by one annotator, "dev" or "test", by two.

    Raises:
        DataError: When a mark is not verbatim in its claim, or there is no pair of the split.
    """
    rows = [json.loads(line) for line in read_lines(path) if line.strip()]
    problems = [
        f"{path}: {row['id']}: mark {mark!r} does not stand once in claim_{side}"
        for row in rows
        for marks in row["marks"]
        for side in _SIDES
        for mark in marks[side]
        if row[f"claim_{side}"].count(mark) != 1
    ]
    raise_problems(problems)
    found = [_to_pair(row) for row in rows if row["split"] == split]
    if not found:
        raise DataError(f"{path}: no pair of split {split}; expected JSONL with id, split, claim_a, claim_b and marks")
    return found


def _to_pair(row: dict[str, Any]) -> MarkedPair:
    marks = tuple((_locate(row["claim_a"], one["a"]), _locate(row["claim_b"], one["b"])) for one in row["marks"])
    return MarkedPair(row["id"], (_to_claim("a", row["claim_a"]), _to_claim("b", row["claim_b"])), marks)


def _locate(text: str, marks: Sequence[str]) -> Spans:
    return tuple((text.index(mark), text.index(mark) + len(mark)) for mark in marks)


def _to_claim(name: str, text: str) -> Claim:
    times, quantities = find_times(text, None), find_quantities(text)
    return Claim(name, name, 0, len(text), text, times=times, quantities=quantities)


def score_clashes(pairs: Sequence[MarkedPair], find: Find, name: str) -> ClashScore:
    """Score what ``find`` marks against every annotator."""
    found = [find(*pair.claims) for pair in pairs]
    references = [[pair.marks[annotator] for pair in pairs] for annotator in range(len(pairs[0].marks))]
    return _score(name, pairs, [(found, reference) for reference in references])


def score_annotators(pairs: Sequence[MarkedPair]) -> ClashScore:
    """Score two annotators against each other, both ways: what a method can hope for."""
    one, other = ([pair.marks[annotator] for pair in pairs] for annotator in (0, 1))
    return _score("one annotator against the other", pairs, [(one, other), (other, one)])


def mark_all(first: Claim, second: Claim) -> tuple[Spans, Spans]:
    """Mark every word."""
    return tuple(find_words(first.text)), tuple(find_words(second.text))


def mark_unshared(first: Claim, second: Claim) -> tuple[Spans, Spans]:
    """Mark the words that the other claim has not."""
    return _unshared(first.text, second.text), _unshared(second.text, first.text)


def _unshared(text: str, other: str) -> Spans:
    known = {other[start:end].casefold() for start, end in find_words(other)}
    return tuple((start, end) for start, end in find_words(text) if text[start:end].casefold() not in known)


def _score(
    name: str,
    pairs: Sequence[MarkedPair],
    compared: Sequence[tuple[Sequence[tuple[Spans, Spans]], Sequence[tuple[Spans, Spans]]]],
) -> ClashScore:
    """Score marks against reference marks, for each of several pairs of lists of them."""
    rows, hits, words = [], [], []
    for found, reference in compared:
        for pair, ours, theirs in zip(pairs, found, reference, strict=True):
            marked = [touched_words(claim.text, spans) for claim, spans in zip(pair.claims, ours, strict=True)]
            wanted = [touched_words(claim.text, spans) for claim, spans in zip(pair.claims, theirs, strict=True)]
            both = [one & other for one, other in zip(marked, wanted, strict=True)]
            n_marked, n_wanted, n_both = (sum(map(len, sides)) for sides in (marked, wanted, both))
            rows.append(
                (n_both / max(n_marked, 1), n_both / max(n_wanted, 1), 2 * n_both / max(n_marked + n_wanted, 1))
            )
            hits += [bool(side) for side in both]
            words += [len(side) for side in marked]
    precision, recall, f1 = np.mean(rows, axis=0).tolist()
    return ClashScore(name, precision, recall, f1, float(np.mean(hits)), float(np.mean(words)))


def touched_words(text: str, spans: Spans) -> set[int]:
    """Return the numbers of the words that a span touches."""
    return {
        number
        for number, (start, end) in enumerate(find_words(text))
        if any(start < last and first < end for first, last in spans)
    }
