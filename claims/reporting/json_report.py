"""The canonical JSON of a report, and the JSON Schema it obeys."""

from __future__ import annotations

import dataclasses
import json
from importlib import resources
from typing import TYPE_CHECKING, Any

from claims.records import Label

if TYPE_CHECKING:
    from claims.records import Claim, Finding, Ledger, LeftOut, Report, ScoredPair, Statement

SCHEMA_VERSION = "1.0"


def render_json(report: Report) -> str:
    """Render the report as indented JSON in a stable key order, with a final newline.

    Raises:
        ValueError: When a number is not finite.
    """
    return json.dumps(as_json(report), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def load_schema() -> dict[str, Any]:
    """Read the JSON Schema (draft 2020-12) that every rendered report obeys."""
    text = resources.files("claims.reporting").joinpath("report.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def as_json(report: Report) -> dict[str, Any]:
    """Turn a report into plain dicts, lists, strings and numbers."""
    plain: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "created": report.created,
        "config": report.config,
        "models": [dict(model) for model in report.models],
        "versions": report.versions,
        "statements": [_statement(statement) for statement in report.statements],
        "claims": [_claim(claim) for claim in report.claims],
        "findings": [_finding(finding) for finding in report.findings],
        "ledger": _ledger(report.ledger),
    }
    if report.pairs is not None:
        plain["pairs"] = [_pair(pair) for pair in report.pairs]
    return plain


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "source": statement.source,
        "sha256": statement.sha256,
        "speaker": statement.speaker,
        "speaker_source": statement.speaker_source,
        "date": statement.date,
        "date_source": statement.date_source,
        "title": statement.title,
        "language": statement.language,
        "text": statement.text,
        "removed": [
            {"start": gone.start, "end": gone.end, "text": gone.text, "reason": gone.reason}
            for gone in statement.removed
        ],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "statement": claim.statement,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "holder": claim.holder,
        "attitude": claim.attitude.value if claim.attitude else None,
        "modality": claim.modality.value if claim.modality else None,
        "times": [
            {"start": time.start, "end": time.end, "text": time.text, "from": time.first, "to": time.last}
            for time in claim.times
        ],
        "quantities": [dataclasses.asdict(quantity) for quantity in claim.quantities],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "claims": list(finding.claims),
        "label": finding.verdict.label.value,
        "probabilities": _probabilities(finding.verdict.probabilities),
        "similarity": finding.verdict.similarity,
        "abstained": finding.verdict.abstained,
        "conflict": finding.verdict.conflict,
        "note": finding.note,
    }


def _ledger(ledger: Ledger) -> dict[str, Any]:
    return {
        "n_claims": ledger.n_claims,
        "n_pairs_possible": ledger.n_pairs_possible,
        "n_pairs_scored": ledger.n_pairs_scored,
        "skipped": ledger.skipped,
        "left_out": [_left_out(sentence) for sentence in ledger.left_out],
    }


def _left_out(sentence: LeftOut) -> dict[str, Any]:
    return {
        "statement": sentence.statement,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "reason": sentence.reason,
    }


def _pair(pair: ScoredPair) -> dict[str, Any]:
    return {"claims": list(pair.claims), "probabilities": _probabilities(pair.probabilities)}


def _probabilities(probabilities: dict[Label, float]) -> dict[str, float]:
    return {label.value: probabilities[label] for label in Label}
