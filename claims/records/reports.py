"""Pairs, verdicts and the report of a comparison."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.records.enums import Answer, ConflictType, Label

if TYPE_CHECKING:
    from claims.records.claims import Claim
    from claims.records.statements import LeftOut, Statement


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two claim texts put to the NLI model."""

    claim_a: str
    claim_b: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two contradicting claims clash over, and where.

    ``spans`` are the clashing words of the first and of the second claim, (start, end) in its text, in reading order.
    ``evidence`` gives, for ``same_event`` and ``same_time``, the words that the answer rests on; empty for unknown.
    ``between`` is "cross" for claims of two holders, "self" for claims of one, "unknown" where a holder is not known.
    """

    type: ConflictType
    spans: tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]
    same_event: Answer = Answer.UNKNOWN
    same_time: Answer = Answer.UNKNOWN
    evidence: tuple[str, str] = ("", "")
    between: str = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Label and calibrated probabilities (sum to 1) of one pair.

    ``similarity`` is the cosine of the two claims in [-1, 1]; ``abstained`` is True when no label reaches the
    operating point; ``conflict`` is None unless the label is contradiction.
    """

    label: Label
    probabilities: dict[Label, float]
    abstained: bool
    similarity: float
    conflict: Conflict | None = None

    @property
    def confidence(self) -> float:
        """Largest calibrated probability, in [0, 1]."""
        return max(self.probabilities.values())


@dataclass(frozen=True, slots=True)
class Finding:
    """One reported pair of claims with its verdict; ``note`` is one plain sentence or empty."""

    claims: tuple[str, str]
    verdict: Verdict
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was compared, what was not, and why.

    ``skipped`` maps a reason to a number of pairs; ``left_out`` lists sentences read as no claim.
    """

    n_claims: int
    n_pairs_possible: int
    n_pairs_scored: int
    skipped: dict[str, int] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Claim ids and probabilities of a scored pair, kept with ``all_pairs=True``."""

    claims: tuple[str, str]
    probabilities: dict[Label, float]


@dataclass(frozen=True, slots=True)
class Report:
    """What a comparison found.

    Findings are ranked: contradictions first, strongest first. ``models`` lists {role, name, revision, sha256}.
    ``created`` is ISO 8601 in UTC; findings below the operating point carry ``verdict.abstained``.
    """

    created: str
    config: dict[str, Any]
    models: tuple[dict[str, str], ...]
    versions: dict[str, str]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    ledger: Ledger
    pairs: tuple[ScoredPair, ...] | None = None

    def to_json(self) -> str:
        """Render the canonical JSON; every other format contains nothing it lacks."""
        from claims.reporting.json_report import render_json

        return render_json(self)

    def to_html(self) -> str:
        """Render one self-contained HTML page without scripts."""
        from claims.reporting.html_report import render_html

        return render_html(self)

    def to_markdown(self) -> str:
        """Render Markdown for review notes."""
        from claims.reporting.text_reports import render_markdown

        return render_markdown(self)

    def to_csv(self) -> str:
        """Render one CSV line a finding."""
        from claims.reporting.text_reports import render_csv

        return render_csv(self)
