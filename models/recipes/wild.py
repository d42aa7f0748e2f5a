"""Mine close sentences of two UN speeches that a model takes for contradictions.

``python -m models.recipes.wild CORPUS runs/wild.jsonl --model runs/statements``. Of 1,650 such pairs labelled one by
one (``data/un_pairs.*.jsonl``) none was a contradiction, so a mined pair enters training as "not a contradiction".
Speeches that dev, test or the example inputs hold are never mined.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claims.calibration import relation_given_same
from claims.encoding import SentenceEncoder
from claims.evaluation.un_pairs import Speech, read_speeches
from claims.extraction import extract_claims
from claims.nli import CrossEncoderClassifier
from claims.reading import read_statement
from claims.records import Label
from models.recipes.train_nli import ROOT, minilm_folder

if TYPE_CHECKING:
    from claims.encoding import Encoder

_SINCE = 1990
_MIN_WORDS, _MAX_WORDS = 6, 60
_CLOSEST = 100  # sentence pairs taken of two speeches
_CANDIDATES = 2  # pairs that the model reads for every one that is kept
EXAMPLES = {Speech(country, year) for country in ("ARM", "AZE", "RUS", "EGY", "ETH") for year in range(2020, 2023)}


def mine_wild(
    speeches: dict[Speech, str], number: int, encoder: Encoder, nli: CrossEncoderClassifier, seed: int
) -> list[tuple[str, str]]:
    """Mine ``number`` pairs of sentences: half of them the likeliest contradictions by ``nli``, half by chance.

    Two speeches are of one year by two countries, or by one country in two years; their closest sentence pairs are
    read by the model.
    """
    rng = np.random.default_rng(seed)
    pairs: list[tuple[str, str]] = []
    for drawn in draw_comparisons(sorted(speeches), max(1, _CANDIDATES * number // _CLOSEST), rng):
        pairs += closest_pairs(*(read_sentences(speeches[speech]) for speech in drawn), _CLOSEST, encoder)
    pairs = [pairs[index] if rng.random() < 0.5 else pairs[index][::-1] for index in range(len(pairs))]
    probs = relation_given_same(nli.score_forward(pairs)[None], temperature=1.0)
    order = np.argsort(-probs[:, list(Label).index(Label.CONTRADICTION)], kind="stable")
    hard, rest = np.split(order, [number // 2])
    return [pairs[index] for index in np.concatenate([hard, rng.permutation(rest)[: number - number // 2]])]


def read_references(path: Path) -> set[Speech]:
    """Gather the speeches that labelled pairs refer to."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {Speech(row[f"country_{side}"], row[f"year_{side}"]) for row in rows for side in "ab"}


def draw_comparisons(speeches: list[Speech], number: int, rng: np.random.Generator) -> list[tuple[Speech, Speech]]:
    """Draw at most ``number`` pairs of speeches, two of three within a year, the others by one country in two years."""
    drawn = []
    for place in range(number):
        first = speeches[rng.integers(len(speeches))]
        alike = "country" if place % 3 == 0 else "year"
        others = [speech for speech in speeches if speech != first and getattr(speech, alike) == getattr(first, alike)]
        if others:
            drawn.append((first, others[rng.integers(len(others))]))
    return drawn


def read_sentences(text: str) -> list[str]:
    """Take the claims of a speech that are neither very short nor very long."""
    claims = extract_claims(read_statement(f"{text}\n")).claims
    texts = (" ".join(claim.text.split()) for claim in claims)
    return [text for text in texts if _MIN_WORDS <= len(text.split()) <= _MAX_WORDS]


def closest_pairs(first: list[str], second: list[str], number: int, encoder: Encoder) -> list[tuple[str, str]]:
    """Return the ``number`` pairs of highest cosine."""
    if not first or not second:
        return []
    cosine = encoder.encode(first) @ encoder.encode(second).T
    order = np.argsort(-cosine, axis=None, kind="stable")[:number]
    rows, columns = np.unravel_index(order, cosine.shape)
    return [(first[row], second[column]) for row, column in zip(rows.tolist(), columns.tolist(), strict=True)]


def main() -> None:
    """Parse the command line and mine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--model", type=Path, required=True, help="folder of the model whose false alarms are mined")
    parser.add_argument("--data", type=Path, default=ROOT / "data")
    parser.add_argument("--number", type=int, default=16_000)
    parser.add_argument("--seed", type=int, default=12345)
    arguments = parser.parse_args()
    kept_out = set(EXAMPLES)
    for split in ("dev", "test"):
        kept_out |= read_references(arguments.data / f"un_pairs.{split}.jsonl")
    speeches = {
        speech: text
        for speech, text in read_speeches(arguments.corpus).items()
        if speech.year >= _SINCE and speech not in kept_out
    }
    encoder = SentenceEncoder(str(minilm_folder()))
    pairs = mine_wild(speeches, arguments.number, encoder, CrossEncoderClassifier(str(arguments.model)), arguments.seed)
    rows = ({"premise": first, "hypothesis": second, "label": "not_contradiction"} for first, second in pairs)
    arguments.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
