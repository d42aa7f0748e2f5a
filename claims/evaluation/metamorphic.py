"""Changes to a claim whose effect on the verdict is known without a label, and how often a classifier obeys.

After Ribeiro et al. 2020 (CheckList): a change either leaves a verdict as it was or makes one that follows from the
change alone. Only claims that a change fits are changed.
"""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING, NamedTuple

from claims.records import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claims.detector import Detector

_AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|had|will|can|may|must|should)\b(?! (?:not|never|no)\b)")
_DENIED = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without)\b|n't\b", re.IGNORECASE)
_SECOND_PART = re.compile(r"[,;:]|\b(?:long|who|which|that|and)\b")  # a negation there may leave the rest standing
_NUMBER = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:,\d{3})+|\d{1,3})(?![\w,/-]|\.\d)")
_MONTHS = list(calendar.month_name)[1:]
_DATE = re.compile(rf"\b(?:on )?(\d{{1,2}}) ({'|'.join(_MONTHS)})\b")
_YEAR = re.compile(r"\b(?:in|since|until) (1[89]\d\d|20\d\d)\b")
_COUNTED = re.compile(r"\b(?:article|paragraph|point|resolution|rule|section)\s*$", re.IGNORECASE)
_IRRELEVANT = "The delegation wishes the chair of this meeting every success."


def insert_not(claim: str) -> str | None:
    """Negate the only auxiliary of a claim that denies nothing yet; None where that is not sure to flip it."""
    if _DENIED.search(claim) or len(_AUXILIARY.findall(claim)) != 1 or _SECOND_PART.search(claim):
        return None
    return _AUXILIARY.sub(r"\1 not", claim)


def change_number(claim: str) -> str | None:
    """Make the only number of a claim several times as large; dates and years are no such number."""
    bare = _DATE.sub(lambda match: " " * len(match[0]), claim)
    found = list(_NUMBER.finditer(bare))
    if len(found) != 1 or _COUNTED.search(bare[: found[0].start()]):
        return None
    number = int(found[0][1].replace(",", ""))
    return f"{claim[: found[0].start()]}{number * 3 + 7:,}{claim[found[0].end() :]}"


def change_date(claim: str) -> str | None:
    """Move the only day of a claim by some months."""
    found = list(_DATE.finditer(claim))
    if len(found) != 1:
        return None
    month = _MONTHS[(_MONTHS.index(found[0][2]) + 5) % len(_MONTHS)]
    return f"{claim[: found[0].start(2)]}{month}{claim[found[0].end(2) :]}"


def change_year(claim: str) -> str | None:
    """Move the only year of a claim by seven."""
    found = list(_YEAR.finditer(claim))
    if len(found) != 1:
        return None
    return f"{claim[: found[0].start(1)]}{int(found[0][1]) - 7}{claim[found[0].end(1) :]}"


def report_denial(claim: str) -> str | None:
    """Let another party deny the claim: what it says is not asserted (guidelines, rule 2)."""
    denied = insert_not(claim)
    return None if denied is None else f"The other side claims that {denied[0].lower()}{denied[1:]}"


def add_sentence(claim: str) -> str:
    """Append a sentence that has nothing to do with it."""
    return f"{claim} {_IRRELEVANT}"


class Change(NamedTuple):
    """A change of a claim and which verdicts on the claim against the changed one are right."""

    name: str
    make: Callable[[str], str | None]
    allowed: frozenset[Label]


CHANGES = (
    Change("a claim against itself is support", str, frozenset({Label.SUPPORT})),
    Change("a claim against its negation is contradiction", insert_not, frozenset({Label.CONTRADICTION})),
    Change("a number three times as large is contradiction", change_number, frozenset({Label.CONTRADICTION})),
    Change("a day five months on is no support", change_date, frozenset({Label.CONTRADICTION, Label.NEUTRAL})),
    Change("a year seven years before is no support", change_year, frozenset({Label.CONTRADICTION, Label.NEUTRAL})),
    Change("a reported denial is no contradiction", report_denial, frozenset({Label.SUPPORT, Label.NEUTRAL})),
    Change("a sentence about nothing of it leaves support", add_sentence, frozenset({Label.SUPPORT})),
)


class Rate(NamedTuple):
    """How many of ``n`` changed claims got the verdict that the change asks for, and up to five that did not."""

    name: str
    n: int
    passed: int
    failed: tuple[tuple[str, str], ...]


def measure_changes(detector: Detector, claims: Sequence[str]) -> list[Rate]:
    """Apply every change to every claim it fits and count the verdicts it allows; a held-back verdict is neutral."""
    rates = []
    for change in CHANGES:
        pairs = [(claim, changed) for claim in claims if (changed := change.make(claim)) is not None]
        labels = [Label.NEUTRAL if verdict.abstained else verdict.label for verdict in detector.classify(pairs)]
        wrong = [pair for pair, label in zip(pairs, labels, strict=True) if label not in change.allowed]
        rates.append(Rate(change.name, len(pairs), len(pairs) - len(wrong), tuple(wrong[:5])))
    return rates


def measure_swaps(detector: Detector, pairs: Sequence[tuple[str, str]]) -> Rate:
    """Count the pairs that get the same verdict in either order."""
    plain = detector.classify(pairs)
    swapped = detector.classify([(second, first) for first, second in pairs])
    wrong = [
        pair
        for pair, one, other in zip(pairs, plain, swapped, strict=True)
        if (one.label, one.abstained) != (other.label, other.abstained)
    ]
    return Rate("swapping the claims changes nothing", len(pairs), len(pairs) - len(wrong), tuple(wrong[:5]))
