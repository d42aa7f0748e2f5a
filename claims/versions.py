"""Versions of what a result was computed with. Loads no model."""

from __future__ import annotations

import importlib.metadata
import platform

_DISTRIBUTIONS = ("claim-contradiction", "torch", "transformers", "numpy")


def read_versions() -> dict[str, str]:
    """Name the versions of Python, of this distribution and of what computes the scores."""
    versions = {"python": platform.python_version()}
    for name in _DISTRIBUTIONS:
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            versions[name] = "not installed"
    return versions
