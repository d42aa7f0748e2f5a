"""The cross-encoder: claim pairs to logits in ``Label`` order, both directions. Imports torch inside functions only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from claims.artifacts import BUNDLED_NLI, Artifact, resolve_model
from claims.batching import device_and_dtype, length_sorted_batches, pad_rows
from claims.errors import ArtifactError, LabelOrderError
from claims.records import Label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_NLI_NAMES = {
    "entailment": Label.SUPPORT,
    "support": Label.SUPPORT,
    "supports": Label.SUPPORT,
    "contradiction": Label.CONTRADICTION,
    "refutes": Label.CONTRADICTION,
    "neutral": Label.NEUTRAL,
}


class PairClassifier(Protocol):
    """Anything that scores premise-hypothesis pairs."""

    def score_pairs(self, pairs: Sequence[tuple[str, str]], *, show_progress: bool = False) -> NDArray[np.float32]:
        """Return float32 logits of shape (2, n_pairs, 3): forward and swapped, columns in ``Label`` order."""


def label_columns(id2label: Mapping[int, str]) -> list[int]:
    """Find the checkpoint's column of every ``Label``, in ``Label`` order.

    Raises:
        LabelOrderError: When the names are not exactly the three NLI classes.
    """
    found = {_NLI_NAMES.get(str(name).lower()): int(index) for index, name in id2label.items()}
    if set(found) != set(Label) or len(id2label) != len(Label):
        names = ", ".join(str(name) for name in id2label.values())
        raise LabelOrderError(
            f"label names {names}: expected entailment, neutral and contradiction; rename them in the model's id2label"
        )
    return [found[label] for label in Label]


class CrossEncoderClassifier:
    """A sequence-classification folder scored in both directions in length-sorted batches."""

    def __init__(self, name: str = BUNDLED_NLI, *, revision: str | None = None, batch_size: int = 64) -> None:
        """Load the model that ``name`` resolves to; see ``artifacts.resolve_model``."""
        from safetensors import SafetensorError
        from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer

        self.artifact: Artifact = resolve_model(name, revision=revision)
        self.batch_size = batch_size
        self._device, self._dtype = device_and_dtype()
        try:
            config = AutoConfig.from_pretrained(self.artifact.folder)
            self._columns = label_columns(config.id2label)
            self._tokenizer: Any = AutoTokenizer.from_pretrained(self.artifact.folder)
            model = AutoModelForSequenceClassification.from_pretrained(self.artifact.folder, dtype=self._dtype)
        except (OSError, ValueError, SafetensorError) as exc:
            if isinstance(exc, LabelOrderError):
                raise LabelOrderError(f"{name}: {exc}") from exc
            raise ArtifactError(f"{name}: cannot be loaded as an NLI cross-encoder ({exc})") from exc
        self._model = model.to(self._device).eval()
        self._max_length = min(512, config.max_position_embeddings)

    def score_pairs(self, pairs: Sequence[tuple[str, str]], *, show_progress: bool = False) -> NDArray[np.float32]:
        """Score each pair as given and swapped.

        Returns:
            float32 logits of shape (2, n_pairs, 3): [0] premise-hypothesis, [1] swapped, columns in ``Label`` order.
        """
        both = [*pairs, *((second, first) for first, second in pairs)]
        return self.score_forward(both, show_progress=show_progress).reshape(2, len(pairs), len(Label))

    def score_forward(self, pairs: Sequence[tuple[str, str]], *, show_progress: bool = False) -> NDArray[np.float32]:
        """Score each pair in the given direction only.

        Returns:
            float32 logits of shape (n_pairs, 3), columns in ``Label`` order.
        """
        import torch

        logits = np.zeros((len(pairs), len(Label)), dtype=np.float32)
        if not pairs:
            return logits
        encoded = dict(
            self._tokenizer(
                [first for first, _ in pairs],
                [second for _, second in pairs],
                truncation="longest_first",
                max_length=self._max_length,
            )
        )
        lengths = [len(ids) for ids in encoded["input_ids"]]
        batches = length_sorted_batches(
            lengths, batch_size=self.batch_size, show_progress=show_progress, description="score"
        )
        with torch.inference_mode():
            for batch in batches:
                inputs = pad_rows(self._tokenizer, encoded, batch, self._device)
                logits[batch] = self._model(**inputs).logits.float().cpu().numpy()[:, self._columns]
        return logits
