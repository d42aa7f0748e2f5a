"""How the readable reports put numbers, speakers and origins into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.records import Answer, Attitude, ConflictType, Label

if TYPE_CHECKING:
    from claims.records import Claim, Conflict, Finding, Report, Statement

PURPOSE = (
    "This report flags candidates for a person to check against the originals. "
    "It says what the texts do to each other; it does not decide what is true."
)
NO_CONTRADICTION = "No contradiction reached the operating point."
NO_CONTRADICTION_MEANS = (
    "That means: among the pairs of claims that were scored, the model put none forward as a contradiction with enough "
    "confidence. It does not mean that the statements agree, or that either is right. The model can miss "
    "contradictions, above all those that rest on background knowledge or on several sentences together; pairs below "
    "the operating point and what was not compared are listed further down."
)
MARKS = (
    "In a contradiction the words that clash most are marked: numbers and dates that differ, or those without which "
    "the model sees the least conflict."
)
_TYPES = {
    ConflictType.NEGATION: "one side negates what the other says",
    ConflictType.ANTONYM: "opposite words",
    ConflictType.NUMERIC: "numbers",
    ConflictType.TEMPORAL: "times",
    ConflictType.LOCATION: "places",
    ConflictType.ROLE_SWAP: "who did what to whom",
    ConflictType.UNIVERSAL_VS_INSTANCE: "a rule without exception against an instance",
    ConflictType.PRESUPPOSITION: "what one side takes for granted",
    ConflictType.MODALITY: "what is certain or possible",
    ConflictType.EVALUATIVE_LEGAL: "an evaluation, above all whether something is lawful",
    ConflictType.NORMATIVE: "what ought to be done",
    ConflictType.DENIAL: "one side denies the other's allegation",
    ConflictType.OTHER: "the matter itself",
}
_DEEDS = {
    Attitude.DENIES: "denies",
    Attitude.DEMANDS: "demands",
    Attitude.PROMISES: "promises",
    Attitude.OFFERS: "offers",
    Attitude.ASKS: "asks",
    Attitude.REGRETS: "regrets",
    Attitude.WELCOMES: "welcomes",
    Attitude.CONCEDES: "concedes",
}
_SCALE = ((0.95, "almost certain"), (0.85, "very likely"), (0.60, "likely"), (0.40, "as likely as not"))
_ORIGINS = {
    "caller": "given by the person who ran the comparison",
    "header": "read from the head of the text",
    "metadata": "read from the file's metadata",
    "unknown": "not found",
}


def likelihood(probability: float) -> str:
    """Put a probability into words and a number: "likely, 0.81"."""
    word = next((word for floor, word in _SCALE if probability >= floor), "unlikely")
    return f"{word}, {probability:.2f}"


def scale() -> str:
    """Explain the words that ``likelihood`` uses."""
    steps = ", ".join(f"\u201c{word}\u201d from {floor:.2f}" for floor, word in _SCALE)
    return f"Words for calibrated probabilities: {steps}, \u201cunlikely\u201d below."


def speaker(statement: Statement) -> str:
    """Name the speaker, or say that none is known."""
    return statement.speaker or "unknown speaker"


def date(statement: Statement) -> str:
    """Give the date, or say that none is known."""
    return statement.date or "unknown date"


def origin(source: str) -> str:
    """Say how a speaker or a date was found."""
    return _ORIGINS.get(source, source)


def operating_point(report: Report) -> str:
    """Say from which probability on a contradiction or a support counts, as far as the configuration tells."""
    calibration = report.config.get("calibration")
    known = calibration if isinstance(calibration, dict) else {}
    known = known.get("statements") or known
    parts = [
        f"{label.value} from {known[f'threshold_{label.value}']:.2f}"
        for label in (Label.CONTRADICTION, Label.SUPPORT)
        if isinstance(known.get(f"threshold_{label.value}"), float | int)
    ]
    return f"Operating point: {', '.join(parts)}." if parts else "The configuration names no operating point."


def strength(finding: Finding) -> str:
    """Put the probability of the finding's own label into words and a number."""
    return likelihood(finding.verdict.probabilities[finding.verdict.label])


def other_holder(claim: Claim, said: Statement) -> bool:
    """Tell whether a claim's content is attributed to somebody other than the statement's speaker."""
    return claim.holder is not None and claim.holder != said.speaker


def deed(claim: Claim) -> str:
    """Put into one verb how the holder puts the claim forward."""
    return _DEEDS.get(claim.attitude, "says") if claim.attitude else "says"


def clashing(finding: Finding, side: int) -> tuple[tuple[int, int], ...]:
    """Return the spans of the clashing words in the first (0) or second (1) claim; none without a conflict."""
    return finding.verdict.conflict.spans[side] if finding.verdict.conflict else ()


def conflict(found: Conflict) -> str:
    """Say what two claims clash over, and what is known of their event, time and holders."""
    parts = [f"Kind of conflict, as far as the words tell: {_TYPES[found.type]}"]
    for matter, answer, evidence in zip(
        ("event", "time"), (found.same_event, found.same_time), found.evidence, strict=True
    ):
        if answer is not Answer.UNKNOWN:
            seems = f"one {matter}" if answer is Answer.YES else f"perhaps two {matter}s"
            parts.append(f"{seems} ({evidence})")
    if found.between == "self":
        parts.append("both claims have one holder")
    return "; ".join(parts) + "."
