"""The frozen records that travel through the package; imports nothing of ours and loads no model."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Label(str, Enum):
    """Relation of two claims; the declared order is the column order of every probability array."""

    SUPPORT = "support"
    CONTRADICTION = "contradiction"
    NEUTRAL = "neutral"


class Attitude(str, Enum):
    """How the holder of a claim stands to its content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    REPORTS = "reports"
    CONCEDES = "concedes"
    DEMANDS = "demands"
    PROMISES = "promises"
    OFFERS = "offers"
    ASKS = "asks"
    REGRETS = "regrets"
    WELCOMES = "welcomes"


class Modality(str, Enum):
    """What kind of content a claim has."""

    FACT = "fact"
    NORM = "norm"
    ATTITUDE = "attitude"
    OFFER = "offer"
    PROMISE = "promise"
    PREDICTION = "prediction"
    POSSIBILITY = "possibility"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch of the source that is not part of the statement: ``source_text[start:end]`` and why it went."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One verbatim public utterance.

    ``text`` is the clean text that every claim offset points into. ``speaker_source`` and ``date_source`` are
    "caller", "header", "metadata" or "unknown". ``date`` is ISO 8601 (YYYY, YYYY-MM or YYYY-MM-DD). ``sha256`` is of
    the input's bytes. ``removed`` offsets point into the decoded source before cleaning.
    """

    id: str
    text: str
    source: str
    sha256: str
    speaker: str | None = None
    speaker_source: str = "unknown"
    date: str | None = None
    date_source: str = "unknown"
    title: str | None = None
    language: str | None = None
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a claim: ``claim.text[start:end] == text``, with hedge and unit.

    ``low`` and ``high`` bound its value in ``unit`` (as written, empty where none was found); None leaves a side open.
    ``hedge`` is exact, about, nearly, at_least, at_most, more_than, less_than, range or vague.
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    unit: str
    hedge: str


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """An expression in a claim that says when: ``claim.text[start:end] == text``.

    ``first`` and ``last`` are the days it covers, inclusive, ISO 8601; None where the text leaves a side open.
    """

    start: int
    end: int
    text: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable proposition: ``statement.text[start:end] == text`` always holds.

    ``holder`` is the statement's speaker, or the claim's own words for whomever it attributes its content to. Attitude
    and modality are None where the language is not understood; spans of times and quantities count in ``text``.
    """

    id: str
    statement: str
    start: int
    end: int
    text: str
    holder: str | None = None
    attitude: Attitude | None = None
    modality: Modality | None = None
    times: tuple[TimeSpan, ...] = ()
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sentence that was read as no claim, and why."""

    statement: str
    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What extraction made of one statement: every sentence is either a claim or left out."""

    claims: tuple[Claim, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two claim texts put to the NLI model."""

    claim_a: str
    claim_b: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Label and calibrated probabilities (sum to 1) of one pair.

    ``similarity`` is the cosine of the two claims in [-1, 1]; ``abstained`` is True when no label reaches the
    operating point; ``conflict`` stays None until the relation room fills it.
    """

    label: Label
    probabilities: dict[Label, float]
    abstained: bool
    similarity: float
    conflict: None = None

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
