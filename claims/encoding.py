"""The bi-encoder: texts to unit-norm embeddings. Imports torch and transformers inside functions only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from claims.artifacts import BUNDLED_ENCODER, Artifact, resolve_model
from claims.batching import device_and_dtype, length_sorted_batches, pad_rows
from claims.errors import ArtifactError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray


class Encoder(Protocol):
    """Anything that turns texts into unit-norm embeddings."""

    def encode(self, texts: Sequence[str], *, show_progress: bool = False) -> NDArray[np.float32]:
        """Return a float32 array of shape (n_texts, dim) with rows of unit norm."""


class SentenceEncoder:
    """A SentenceTransformer folder.

    Plain mean pooling runs through transformers alone, which imports five seconds faster; any other layout (such as CLS
    pooling or dense layers) runs through sentence-transformers itself.
    """

    def __init__(self, name: str = BUNDLED_ENCODER, *, revision: str | None = None, batch_size: int = 64) -> None:
        """Load the model that ``name`` resolves to; see ``artifacts.resolve_model``."""
        from transformers import AutoModel, AutoTokenizer

        self.artifact: Artifact = resolve_model(name, revision=revision)
        self.batch_size = batch_size
        self._device, self._dtype = device_and_dtype()
        self._whole: Any = None
        if not _is_mean_pooled(self.artifact.folder):
            from sentence_transformers import SentenceTransformer

            self._whole = SentenceTransformer(str(self.artifact.folder), device=self._device)
            return
        try:
            self._tokenizer: Any = AutoTokenizer.from_pretrained(self.artifact.folder)
            model = AutoModel.from_pretrained(self.artifact.folder, dtype=self._dtype)
        except (OSError, ValueError) as exc:
            raise ArtifactError(f"{name}: cannot be loaded as a sentence encoder ({exc})") from exc
        self._model = model.to(self._device).eval()

    def encode(self, texts: Sequence[str], *, show_progress: bool = False) -> NDArray[np.float32]:
        """Embed texts; pooling and normalisation are in float32.

        Args:
            texts: Texts in any number; longer than 256 tokens are cut for the embedding alone.
            show_progress: Show a progress bar on stderr.

        Returns:
            float32 array of shape (n_texts, dim), rows of unit norm.
        """
        import torch

        if self._whole is not None:
            found = self._whole.encode(list(texts), normalize_embeddings=True, show_progress_bar=show_progress)
            return np.asarray(found, dtype=np.float32)
        if not texts:
            return np.zeros((0, self._model.config.hidden_size), dtype=np.float32)
        encoded = dict(self._tokenizer(list(texts), truncation=True, max_length=256))
        lengths = [len(ids) for ids in encoded["input_ids"]]
        embeddings = np.empty((len(texts), self._model.config.hidden_size), dtype=np.float32)
        batches = length_sorted_batches(
            lengths, batch_size=self.batch_size, show_progress=show_progress, description="encode"
        )
        with torch.inference_mode():
            for batch in batches:
                inputs = pad_rows(self._tokenizer, encoded, batch, self._device)
                states = self._model(**inputs).last_hidden_state.float()
                mask = inputs["attention_mask"].unsqueeze(-1).float()
                pooled = (states * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
                embeddings[batch] = torch.nn.functional.normalize(pooled, dim=1).cpu().numpy()
        return embeddings


def _is_mean_pooled(folder: Path) -> bool:
    """Tell whether a folder is a bare transformer or one with mean pooling and nothing but normalisation after it."""
    modules = folder / "modules.json"
    if not modules.is_file():
        return True
    layout = json.loads(modules.read_text(encoding="utf-8"))
    kinds = {module["type"].rsplit(".", 1)[-1]: folder / module["path"] / "config.json" for module in layout}
    if not set(kinds) <= {"Transformer", "Pooling", "Normalize"} or not kinds.get("Pooling", modules).is_file():
        return False
    pooling = json.loads(kinds["Pooling"].read_text(encoding="utf-8")) if "Pooling" in kinds else {}
    modes = {key.removeprefix("pooling_mode_") for key, value in pooling.items() if value is True and "mode" in key}
    return modes == {"mean_tokens"} or pooling.get("pooling_mode") == "mean"
