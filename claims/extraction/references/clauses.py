"""Tells whether a possessive pronoun means something in its own clause. Pure patterns; loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.references.nouns import Kind
from claims.extraction.references.words import CLAUSE_OPENERS, FINITE, PREPOSITIONS, VERB

if TYPE_CHECKING:
    from claims.extraction.references.phrases import Phrase
    from claims.extraction.references.tokens import Token

_BREAKS = {",", ";", ":", "–", "—", "and", "but", "or", "so", "yet"} | CLAUSE_OPENERS
_MOST_STRETCHES = 4  # between commas and conjunctions, looked at backwards from the pronoun
_SHORTEST_HALF = 2
_LONGEST_OPENING = 24  # words
_SINGULAR_PRONOUNS = {"it", "he", "she"}
_PLURAL_PRONOUNS = {"they", "some", "many", "others", "few", "those", "all", "both"}
_OTHER_SUBJECTS = {"we", "i", "you", "they", "it", "he", "she", "nobody", "everyone", "there", "those", "who"}


def is_bound(tokens: list[Token], place: int, phrases: list[Phrase], *, plural: bool) -> bool:
    """Tell whether "its" or "their" means something in its own clause, or in the clause that follows.

    Args:
        tokens: Of the claim.
        place: Number of the pronoun among them.
        phrases: Of the claim.
        plural: Whether the pronoun is a plural.
    """
    if opens_adverbial(tokens, place) or _is_second_half(tokens, place, phrases, plural=plural):
        return True
    if _is_subject(tokens, place, phrases):
        return False
    start, end = place, tokens[place].start
    bound = None
    for _ in range(_MOST_STRETCHES):
        if start == 0 or bound is not None:
            break
        start -= 1
        while start > 0 and tokens[start].low not in _BREAKS:
            start -= 1
        words = [token for token in tokens[start:place] if token.start < end]
        own = [phrase for phrase in phrases if tokens[start].start <= phrase.start and phrase.core_end <= end]
        bound = _is_bound_by(words, own, plural=plural)
        end = tokens[start].start
    return bool(bound)


def _is_bound_by(words: list[Token], phrases: list[Phrase], *, plural: bool) -> bool | None:
    """Tell whether a stretch before the pronoun has what it means; None where it is no clause of its own."""
    low = {token.low for token in words}
    agreeing = any(phrase.plural == plural and phrase.kind is not Kind.TIME for phrase in phrases)
    if agreeing or (_PLURAL_PRONOUNS if plural else _SINGULAR_PRONOUNS) & low:
        return True
    if (_OTHER_SUBJECTS | {";", ":"}) & low:
        return False
    return False if phrases and any(token.low in FINITE or VERB.fullmatch(token.low) for token in words) else None


def opens_adverbial(tokens: list[Token], place: int) -> bool:
    """Tell "Despite its promises, Moscow ..." and "Having lost its case, Moscow ..."."""
    before = [token.low for token in tokens[:place]]
    if not before or not (before[0] in PREPOSITIONS or before[0].endswith(("ing", "ed"))):
        return False
    behind = [token.low for token in tokens[place : place + _LONGEST_OPENING]]
    return "," in behind and not ({",", ";", ":"} | FINITE).intersection(before)


def _is_subject(tokens: list[Token], place: int, phrases: list[Phrase]) -> bool:
    """Tell whether the pronoun leads the subject of its clause: nothing but a break before, a verb behind."""
    if place and tokens[place - 1].low not in _BREAKS:
        return False
    own = [phrase for phrase in phrases if phrase.start == tokens[place].start]
    end = max((phrase.end for phrase in own), default=tokens[place].end)
    behind = next((token for token in tokens[place + 1 :] if token.start >= end), None)
    if place == 0:
        return True
    return behind is not None and (behind.low in FINITE or VERB.fullmatch(behind.low) is not None)


def _is_second_half(tokens: list[Token], place: int, phrases: list[Phrase], *, plural: bool) -> bool:
    """Tell "Moscow and its allies"."""
    if place < _SHORTEST_HALF or tokens[place - 1].low not in {"and", "or"}:
        return False
    end = tokens[place - 2].end
    halves = [phrase for phrase in phrases if end in (phrase.core_end, phrase.end) and phrase.plural == plural]
    before = [token.low for token in tokens[max(0, place - _LONGEST_OPENING) : place]]
    return bool(halves) and not any(word in FINITE or VERB.fullmatch(word) for word in before)
