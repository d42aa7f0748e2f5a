"""The frozen records that travel through the package; imports nothing of ours and loads no model."""

from claims.records.claims import Claim, Extraction, Part, Quantity, Reference, TimeSpan
from claims.records.enums import Answer, Attitude, ConflictType, Label, Modality
from claims.records.reports import ClaimPair, Conflict, Finding, Ledger, Report, ScoredPair, Verdict
from claims.records.statements import LeftOut, Removed, Statement

__all__ = [
    "Answer",
    "Attitude",
    "Claim",
    "ClaimPair",
    "Conflict",
    "ConflictType",
    "Extraction",
    "Finding",
    "Label",
    "Ledger",
    "LeftOut",
    "Modality",
    "Part",
    "Quantity",
    "Reference",
    "Removed",
    "Report",
    "ScoredPair",
    "Statement",
    "TimeSpan",
    "Verdict",
]
