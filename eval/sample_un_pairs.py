"""Choose sentence pairs of UN speeches to be labelled: ``python eval/sample_un_pairs.py CORPUS OUT.jsonl``.

A random sample of speeches is divided among the splits, so that no speech is in two of them. Of each split's share it
takes three kinds, a third of the pairs each: nearest neighbours of another country, nearest neighbours of the same
country in another year, and neighbours that the current model scores highest as contradictions. What it writes carries
references and words, for annotators only; ``data/un_pairs.*.jsonl`` keeps the references and the labels.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claims import Detector, read_statement
from claims.calibration import calibrate
from claims.encoding import SentenceEncoder
from claims.evaluation.un_pairs import Speech, checksum, read_speeches
from claims.extraction import extract_claims
from claims.records import Label

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MIN_WORDS, _MAX_WORDS = 8, 60
_NEIGHBOURS = 10
_MAX_SCORED = 20_000  # neighbour pairs that the NLI model reads to find those it calls contradictions
_CONTRADICTION = list(Label).index(Label.CONTRADICTION)
_SHARES = {"train": 0.5, "dev": 0.2, "test": 0.3}


class Sentence(NamedTuple):
    """A claim of a speech and where it stands in the corpus."""

    speech: Speech
    start: int
    end: int
    text: str


def read_sentences(speeches: dict[Speech, str]) -> list[Sentence]:
    """Take the claims of each speech whose span is found unchanged in the corpus."""
    found = []
    for speech, text in speeches.items():
        claims = extract_claims(read_statement(f"{text}\n")).claims
        place = 0
        for claim in claims:
            start = text.find(claim.text, place)
            if start < 0:
                continue
            place = start + len(claim.text)
            if _MIN_WORDS <= len(claim.text.split()) <= _MAX_WORDS:
                found.append(Sentence(speech, start, place, claim.text))
    return found


def nearest(
    embeddings: NDArray[np.float32], asked: NDArray[np.int64], allowed: NDArray[np.bool_], k: int
) -> NDArray[np.int64]:
    """Return the ``k`` nearest allowed sentences of each asked one, int64 of shape (n_asked, k)."""
    scores = np.where(allowed, embeddings[asked] @ embeddings.T, -np.inf)
    return np.argsort(-scores, axis=1)[:, :k]


def choose_pairs(sentences: list[Sentence], detector: Detector, n_pairs: int, seed: int) -> list[dict[str, object]]:
    """Choose pairs of the three kinds, no sentence in more than one of them."""
    rng = np.random.default_rng(seed)
    embeddings = SentenceEncoder().encode([sentence.text for sentence in sentences], show_progress=True)
    countries = np.array([sentence.speech.country for sentence in sentences])
    years = np.array([sentence.speech.year for sentence in sentences])
    asked = rng.permutation(len(sentences))[: 6 * n_pairs]
    pools: dict[str, list[tuple[int, int]]] = {"neighbour": [], "same_country": [], "called_contradiction": []}
    for rows in np.array_split(asked, max(1, len(asked) // 256)):
        same = countries[rows][:, None] == countries[None, :]
        others = nearest(embeddings, rows, ~same, _NEIGHBOURS)
        own = nearest(embeddings, rows, same & (years[rows][:, None] != years[None, :]), 1)
        for row, near, near_own in zip(rows.tolist(), others.tolist(), own.tolist(), strict=True):
            pools["neighbour"].append((row, int(rng.choice(near[:3]))))
            pools["same_country"].append((row, near_own[0]))
            pools["called_contradiction"] += [(row, column) for column in near]
    candidates = pools["called_contradiction"][:_MAX_SCORED]
    pools["called_contradiction"] = rank_by_contradiction(candidates, sentences, detector)
    used: set[int] = set()
    chosen = []
    for kind in ("called_contradiction", "same_country", "neighbour"):
        taken = 0
        for first, second in pools[kind]:
            if taken == n_pairs // 3:
                break
            if {first, second} & used or first == second:
                continue
            used |= {first, second}
            taken += 1
            chosen.append({"kind": kind} | refer(sentences, first, second))
    return chosen


def rank_by_contradiction(
    pairs: list[tuple[int, int]], sentences: list[Sentence], detector: Detector
) -> list[tuple[int, int]]:
    """Sort pairs by the product's probability of contradiction, highest first."""
    logits, similarity = detector.score_pairs(
        [(sentences[first].text, sentences[second].text) for first, second in pairs]
    )
    probs = calibrate(logits, similarity, detector.calibration)[:, _CONTRADICTION]
    return [pairs[index] for index in np.argsort(-probs)]


def refer(sentences: list[Sentence], first: int, second: int) -> dict[str, object]:
    """Write where both sentences stand and, for annotators, what they say."""
    row: dict[str, object] = {}
    for side, index in (("a", first), ("b", second)):
        sentence = sentences[index]
        row |= {f"country_{side}": sentence.speech.country, f"year_{side}": sentence.speech.year}
        row |= {f"start_{side}": sentence.start, f"end_{side}": sentence.end}
        row |= {f"sha256_{side}": checksum(sentence.text), f"text_{side}": " ".join(sentence.text.split())}
    return row


def main() -> None:
    """Parse the command line and sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=int, default=1650)
    parser.add_argument("--speeches", type=int, default=900)
    parser.add_argument("--since", type=int, default=1970)
    parser.add_argument("--seed", type=int, default=12345)
    arguments = parser.parse_args()
    speeches = read_speeches(arguments.corpus)
    recent = sorted(speech for speech in speeches if speech.year >= arguments.since)
    picked = np.random.default_rng(arguments.seed).permutation(len(recent))[: arguments.speeches]
    detector = Detector(show_progress=True)
    rows: list[dict[str, object]] = []
    start = 0
    for split, share in _SHARES.items():
        stop = start + round(share * arguments.speeches)
        sentences = read_sentences({recent[index]: speeches[recent[index]] for index in picked[start:stop]})
        chosen = choose_pairs(sentences, detector, round(share * arguments.pairs), arguments.seed)
        shuffled = np.random.default_rng(arguments.seed).permutation(len(chosen))  # the id must not tell the kind
        for place in shuffled:
            rows.append({"pair_id": f"un-{len(rows) + 1:04}", "split": split} | chosen[place])
        start = stop
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    arguments.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
