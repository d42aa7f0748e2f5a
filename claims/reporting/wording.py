"""How the readable reports put numbers, speakers and origins into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.records import Label

if TYPE_CHECKING:
    from claims.records import Finding, Report, Statement

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
