"""One self-contained HTML page: no scripts, nothing fetched, every text from a statement escaped."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from claims.records import Label
from claims.reporting import wording
from claims.reporting.index import Ranked, ReportIndex
from claims.reporting.marking import cut, pick_out

if TYPE_CHECKING:
    from claims.records import Finding, Report


def render_html(report: Report) -> str:
    """Render the report as one HTML page that needs no other file."""
    index = ReportIndex(report)
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            index=index,
            groups=group(index.ranked),
            strong=_claims_above(index),
            config=json.dumps(report.config, indent=2, ensure_ascii=False),
        )
    )


def group(ranked: list[Ranked]) -> dict[str, list[Ranked]]:
    """Sort findings into "contradiction", "support", "neutral" and, whatever their label, "below"."""
    groups: dict[str, list[Ranked]] = {"contradiction": [], "support": [], "neutral": [], "below": []}
    for item in ranked:
        verdict = item.finding.verdict
        groups["below" if verdict.abstained else verdict.label.value].append(item)
    return groups


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claims.reporting", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(wording=wording, cut=cut, pick_out=pick_out, gauge=_gauge)
    return environment


def _claims_above(index: ReportIndex) -> set[str]:
    """Ids of claims with at least one finding above the operating point; the others are marked more quietly."""
    return {claim.id for item in index.ranked if not item.finding.verdict.abstained for claim in item.claims}


def _gauge(finding: Finding) -> list[tuple[str, float]]:
    """Probabilities in the order in which they are shown, the finding's own label first."""
    verdict = finding.verdict
    order = sorted(Label, key=lambda label: label is not verdict.label)
    return [(label.value, verdict.probabilities[label]) for label in order]
