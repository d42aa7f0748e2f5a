"""The canonical JSON of a report, and the JSON Schema it obeys."""

from __future__ import annotations

import dataclasses
import json
from importlib import resources
from typing import TYPE_CHECKING, Any

from claims.records import Label

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import Enum

    from claims.records import Claim, Conflict, Finding, Ledger, LeftOut, Part, Report, ScoredPair, Statement

SCHEMA_VERSION = "1.1"


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
    texts = {claim.id: claim.text for claim in report.claims}
    plain: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "created": report.created,
        "config": report.config,
        "models": [dict(model) for model in report.models],
        "versions": report.versions,
        "statements": [_statement(statement) for statement in report.statements],
        "claims": [claim_as_json(claim) for claim in report.claims],
        "findings": [_finding(finding, texts) for finding in report.findings],
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


def claim_as_json(claim: Claim) -> dict[str, Any]:
    """Turn a claim into plain dicts, lists, strings and numbers."""
    return {
        "id": claim.id,
        "statement": claim.statement,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "holder": claim.holder,
        "attitude": _value(claim.attitude),
        "modality": _value(claim.modality),
        "times": [
            {"start": time.start, "end": time.end, "text": time.text, "from": time.first, "to": time.last}
            for time in claim.times
        ],
        "quantities": [dataclasses.asdict(quantity) for quantity in claim.quantities],
        "references": [
            {
                "start": reference.start,
                "end": reference.end,
                "text": reference.text,
                "antecedent": list(reference.antecedent) if reference.antecedent else None,
                "stands_for": reference.stands_for,
            }
            for reference in claim.references
        ],
        "parts": [_part(part, claim.text) for part in claim.parts],
    }


def _part(part: Part, text: str) -> dict[str, Any]:
    return {
        "id": part.id,
        "spans": _spans(part.spans, text),
        "carried": _spans([part.carried], text)[0] if part.carried else None,
        "reads": part.reads,
        "presupposed": part.presupposed,
        "holder": part.holder,
        "attitude": _value(part.attitude),
        "modality": _value(part.modality),
    }


def _spans(spans: Iterable[tuple[int, int]], text: str) -> list[dict[str, Any]]:
    return [{"start": start, "end": end, "text": text[start:end]} for start, end in spans]


def _value(member: Enum | None) -> str | None:
    return str(member.value) if member else None


def conflict_as_json(conflict: Conflict | None, texts: tuple[str, str]) -> dict[str, Any] | None:
    """Turn the conflict of two claims, whose texts are given, into plain dicts, lists and strings."""
    if conflict is None:
        return None
    questions = (("same_event", conflict.same_event), ("same_time", conflict.same_time))
    return {
        "type": conflict.type.value,
        "spans": [_spans(spans, text) for spans, text in zip(conflict.spans, texts, strict=True)],
        "between": conflict.between,
    } | {
        name: {"answer": answer.value, "evidence": evidence}
        for (name, answer), evidence in zip(questions, conflict.evidence, strict=True)
    }


def _finding(finding: Finding, texts: dict[str, str]) -> dict[str, Any]:
    first, second = finding.claims
    return {
        "claims": list(finding.claims),
        "label": finding.verdict.label.value,
        "probabilities": _probabilities(finding.verdict.probabilities),
        "similarity": finding.verdict.similarity,
        "abstained": finding.verdict.abstained,
        "conflict": conflict_as_json(finding.verdict.conflict, (texts[first], texts[second])),
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
