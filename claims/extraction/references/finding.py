"""Finds the references of a statement's claims and what they stand for. Pure patterns; loads no model."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claims.extraction.fields.flat_text import FlatText, flatten
from claims.extraction.references.expressions import Expression, Form, find_expressions
from claims.extraction.references.noun_phrases import find_phrases
from claims.extraction.references.phrases import UNKNOWN
from claims.extraction.references.resolving import Choice, Mention, choose
from claims.extraction.references.tokens import tokenize
from claims.records import Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extraction.references.phrases import Phrase
    from claims.records import Claim, Statement

_WINDOW = 3  # claims searched before the one that refers
_LONGEST = 2000  # characters read of a claim: no sentence is longer


# A sentence left out between two claims may name what a pronoun means.
_UNREAD = [Mention(0, (0, 0), replace(UNKNOWN, plural=plural), clear=False) for plural in (False, True)]


class _Reading(NamedTuple):
    claim: Claim
    flat: FlatText
    phrases: list[Phrase]
    expressions: list[Expression]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the flat claim stands in the statement."""
        first, behind = self.flat.original(start, end)
        return self.claim.start + first, self.claim.start + behind


def find_references(claims: Sequence[Claim], statement: Statement) -> list[tuple[Reference, ...]]:
    """Find the references of every claim of a statement.

    Args:
        claims: All claims of the statement, in reading order.
        statement: Where they stand; in another language than English nothing is found.

    Returns:
        For each claim its references in reading order; ``statement.text[slice(*antecedent)] == stands_for``.
    """
    if statement.language not in (None, "en"):
        return [() for _ in claims]
    window: deque[list[Mention]] = deque(maxlen=_WINDOW)
    found = []
    behind = claims[0].start if claims else 0
    for claim in claims:
        if any(letter.isalpha() for letter in statement.text[behind : claim.start]):
            window.append(_UNREAD)
        behind = claim.end
        references, mentions = _resolve(_read(claim), list(window), statement.text)
        window.append(mentions)
        found.append(references)
    return found


def _read(claim: Claim) -> _Reading:
    flat = flatten(claim.text[:_LONGEST])
    tokens = tokenize(flat.text)
    phrases = find_phrases(tokens)
    return _Reading(claim, flat, phrases, find_expressions(flat.text, tokens, phrases))


def _resolve(reading: _Reading, window: list[list[Mention]], text: str) -> tuple[tuple[Reference, ...], list[Mention]]:
    """Resolve the expressions of a claim, and return too what it mentions.

    What an expression stands for is mentioned again by it; what stands for nothing clear is a mention nobody resolves.
    """
    earlier = [one._replace(distance=len(window) - n) for n, mentions in enumerate(window) for one in mentions]
    own = [Mention(0, reading.place(phrase.start, phrase.end), phrase) for phrase in reading.phrases]
    found = []
    for expression in reading.expressions:
        start, end = reading.place(expression.start, expression.end)
        choice = choose(expression, [*earlier, *(one for one in own if one.place[1] <= start)])
        own = _mention(own, expression, (start, end), choice)
        if choice.marked:
            antecedent = choice.mention.place if choice.mention else None
            first = reading.claim.start
            words = text[slice(*antecedent)] if antecedent else None
            found.append(Reference(start - first, end - first, text[start:end], antecedent, words))
    return tuple(found), own


def _mention(own: list[Mention], expression: Expression, place: tuple[int, int], choice: Choice) -> list[Mention]:
    """Put what an expression stands for in the place of the noun phrase that it is."""
    if not choice.marked or (expression.phrase is None and not expression.subject):
        return own
    phrase = expression.phrase or UNKNOWN
    if choice.mention is not None:
        phrase = replace(choice.mention.phrase, subject=expression.subject or phrase.subject, leads=phrase.leads)
        place = choice.mention.place
    elif expression.form in (Form.PRONOUN, Form.BARE):
        phrase = replace(phrase, plural=expression.plural, subject=True, leads=True)
    kept = [one for one in own if one.phrase is not expression.phrase]
    return [*kept, Mention(0, place, phrase, clear=choice.mention is not None)]
