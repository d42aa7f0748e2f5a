"""Length-sorted batches and the choice of number format; torch is imported inside functions only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import torch

# Results of bfloat16 and float32 agree within this on every probability (tests/test_models.py checks it).
BF16_TOLERANCE = 0.05


def device_and_dtype() -> tuple[str, torch.dtype]:
    """Choose "cuda" or "cpu", and bfloat16 where the processor computes it natively, else float32."""
    import torch

    if torch.cuda.is_available():
        return "cuda", torch.bfloat16
    native = torch.ops.mkldnn._is_mkldnn_bf16_supported()  # noqa: SLF001 # torch has no public query
    return "cpu", torch.bfloat16 if native else torch.float32


def length_sorted_batches(
    lengths: Sequence[int], *, batch_size: int, show_progress: bool, description: str
) -> Iterator[np.ndarray]:
    """Yield index arrays of at most ``batch_size`` rows, longest first, under one progress bar on stderr."""
    from tqdm import tqdm

    order = np.argsort(np.asarray(lengths), kind="stable")[::-1]
    with tqdm(total=len(order), desc=description, disable=not show_progress, unit="text") as bar:
        for start in range(0, len(order), batch_size):
            batch = order[start : start + batch_size]
            yield batch
            bar.update(len(batch))


def pad_rows(tokenizer: Any, encoded: dict[str, list[list[int]]], batch: np.ndarray, device: str) -> Any:
    """Pad the chosen rows to the longest of them, rounded up to a multiple of 8 tokens."""
    rows = {key: [values[index] for index in batch] for key, values in encoded.items()}
    return tokenizer.pad(rows, padding="longest", pad_to_multiple_of=8, return_tensors="pt").to(device)
