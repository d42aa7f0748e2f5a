"""How often a classifier obeys changes of a claim whose effect on the verdict is known without a label.

After Ribeiro et al. 2020 (CheckList): a change either leaves a verdict as it was or makes one that follows from the
change alone. Only claims that a change fits are changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claims.evaluation import changes
from claims.records import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claims.detector import Detector


class Change(NamedTuple):
    """A change of a claim and which verdicts on the claim, itself prepared, against the changed one are right."""

    name: str
    make: Callable[[str], str | None]
    allowed: frozenset[Label]
    prepare: Callable[[str], str | None] = str

    def pair(self, claim: str) -> tuple[str, str] | None:
        """Return the claim, prepared, and what it is changed into; None where the change does not fit it."""
        prepared, changed = self.prepare(claim), self.make(claim)
        return None if prepared is None or changed is None else (prepared, changed)


_CLASH, _AGREE = frozenset({Label.CONTRADICTION}), frozenset({Label.SUPPORT})
_NO_CLASH, _NO_SUPPORT = frozenset({Label.SUPPORT, Label.NEUTRAL}), frozenset({Label.CONTRADICTION, Label.NEUTRAL})
CHANGES = (
    Change("a claim against itself is support", str, _AGREE),
    Change("a claim against its negation is contradiction", changes.insert_not, _CLASH),
    Change("a number three times as large is contradiction", changes.change_number, _CLASH),
    Change("a day five months on is no support", changes.change_date, _NO_SUPPORT),
    Change("a year seven years before is no support", changes.change_year, _NO_SUPPORT),
    Change("a reported denial is no contradiction", changes.report_denial, _NO_CLASH),
    Change("a sentence about nothing of it leaves support", changes.add_sentence, _AGREE),
    Change("a claim against its denial as a report is contradiction", changes.deny, _CLASH),
    Change("not to have refused contradicts a refusal", changes.deny_refusal, _CLASH),
    Change("a number rounded and hedged is support", changes.round_number, _AGREE),
    Change("two names that change places are no support", changes.swap_names, _NO_SUPPORT),
    Change("a denial of one date is contradiction", changes.deny_then, _CLASH, changes.date_claim),
    Change("a denial of another date is no contradiction", changes.deny_later, _NO_CLASH, changes.date_claim),
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
        pairs = [pair for claim in claims if (pair := change.pair(claim)) is not None]
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
