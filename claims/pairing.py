"""Chooses which claims are compared: all pairs while affordable, else embedding and lexical neighbours. Pure numpy."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from claims.records import Claim

DEFAULT_MAX_PAIRS = 20_000
_ROWS = 512  # rows of the similarity matrix held at once
_COMMON = 100  # a word in more claims than this tells none of them apart
_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class Pairing:
    """Candidate pairs and what was left aside.

    ``pairs`` is an int64 array of shape (n_pairs, 2) of claim indices, first < second; ``similarity`` a float32 array
    of shape (n_pairs,), cosine in [-1, 1]. ``n_possible`` counts all pairs of claims: those in ``pairs`` and those that
    ``skipped`` counts by reason.
    """

    pairs: NDArray[np.int64]
    similarity: NDArray[np.float32]
    n_possible: int
    skipped: dict[str, int]


def keep_pairs(pairing: Pairing, keep: NDArray[np.bool_], reason: str) -> Pairing:
    """Return the pairing without the pairs that ``keep`` marks False, counted under ``reason``."""
    n_dropped = int((~keep).sum())
    skipped = pairing.skipped | ({reason: n_dropped} if n_dropped else {})
    return replace(pairing, pairs=pairing.pairs[keep], similarity=pairing.similarity[keep], skipped=skipped)


def pair_claims(
    claims: Sequence[Claim],
    embeddings: NDArray[np.float32],
    *,
    within: bool = False,
    max_pairs: int = DEFAULT_MAX_PAIRS,
) -> Pairing:
    """Pair claims across statements, or all of them with each other.

    Args:
        claims: Claims of all statements, statement after statement.
        embeddings: float32 array of shape (n_claims, dim), rows of unit norm.
        within: Pair claims of one statement too, as when there is no other statement.
        max_pairs: Compare exhaustively up to this many pairs; above, take neighbours within this budget.
    """
    groups = group_numbers(claims)
    n_possible = math.comb(len(claims), 2)
    n_inside = 0 if within else sum(math.comb(size, 2) for size in Counter(groups.tolist()).values())
    skipped = {"both claims in one statement": n_inside} if n_inside else {}
    if n_possible - n_inside <= max_pairs:
        first, second = np.triu_indices(len(claims), k=1)
        keep = np.ones(len(first), dtype=bool) if within else groups[first] != groups[second]
        pairs = np.stack([first[keep], second[keep]], axis=1).astype(np.int64)
    else:
        chosen = _neighbour_pairs(claims, embeddings, groups, within=within, max_pairs=max_pairs)
        pairs = np.array(sorted(chosen), dtype=np.int64).reshape(-1, 2)
        skipped["not among the nearest by embedding or by shared words"] = n_possible - n_inside - len(pairs)
    similarity = np.einsum("ij,ij->i", embeddings[pairs[:, 0]], embeddings[pairs[:, 1]])
    return Pairing(pairs, np.clip(similarity, -1.0, 1.0).astype(np.float32), n_possible, skipped)


def group_numbers(claims: Sequence[Claim]) -> NDArray[np.int64]:
    """Number the statements in the order of their claims: int64 of shape (n_claims,), the statement of each claim."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(claim.statement, len(numbers)) for claim in claims], dtype=np.int64)


def _neighbour_pairs(
    claims: Sequence[Claim],
    embeddings: NDArray[np.float32],
    groups: NDArray[np.int64],
    *,
    within: bool,
    max_pairs: int,
) -> set[tuple[int, int]]:
    k = max(1, max_pairs // (2 * len(claims)))
    apart = np.arange(len(claims)) if within else groups
    return _nearest_by_embedding(embeddings, apart, k) | _nearest_by_words(claims, apart, k)


def _nearest_by_embedding(embeddings: NDArray[np.float32], apart: NDArray[np.int64], k: int) -> set[tuple[int, int]]:
    """Pair every claim with its ``k`` most similar ones that carry another number in ``apart``."""
    found: set[tuple[int, int]] = set()
    for start in range(0, len(embeddings), _ROWS):
        rows = np.arange(start, min(start + _ROWS, len(embeddings)))
        scores = embeddings[rows] @ embeddings.T
        scores[apart[rows][:, None] == apart[None, :]] = -np.inf
        top = np.argpartition(-scores, min(k, scores.shape[1] - 1), axis=1)[:, :k]
        for row, columns in zip(rows.tolist(), top.tolist(), strict=True):
            found.update(_ordered(row, other) for other in columns if scores[row - start, other] > -np.inf)
    return found


def _nearest_by_words(claims: Sequence[Claim], apart: NDArray[np.int64], k: int) -> set[tuple[int, int]]:
    """Pair every claim with the ``k`` that share most of its less common words."""
    holders: dict[str, list[int]] = defaultdict(list)
    words = [set(_WORD.findall(claim.text.casefold())) for claim in claims]
    for index, own in enumerate(words):
        for word in own:
            holders[word].append(index)
    found: set[tuple[int, int]] = set()
    for index, own in enumerate(words):
        telling = (holders[word] for word in own if len(holders[word]) <= _COMMON)
        shared = Counter(other for others in telling for other in others if apart[other] != apart[index])
        found.update(_ordered(index, other) for other, _ in shared.most_common(k))
    return found


def _ordered(first: int, second: int) -> tuple[int, int]:
    return min(first, second), max(first, second)
