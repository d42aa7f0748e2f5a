"""Telling where public statements contradict each other. Importing this loads no model."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from claims.records import Claim, ClaimPair, Finding, Label, Report, Statement, Verdict

if TYPE_CHECKING:
    from claims.detector import Detector
    from claims.reading import read_statement

__all__ = [
    "Claim",
    "ClaimPair",
    "Detector",
    "Finding",
    "Label",
    "Report",
    "Statement",
    "Verdict",
    "read_statement",
]
__version__ = "0.1.0"

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    """Import the two entry points on first use, so that ``import claims`` stays light."""
    if name == "Detector":
        from claims.detector import Detector

        return Detector
    if name == "read_statement":
        from claims.reading import read_statement

        return read_statement
    raise AttributeError(f"module 'claims' has no attribute {name!r}")
