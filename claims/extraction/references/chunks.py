"""Finds where the own words of a noun phrase end. Pure patterns; loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.references.nouns import is_plural, kind_of, singular
from claims.extraction.references.tokens import is_adverb
from claims.extraction.references.words import (
    DETERMINERS,
    NOUNS_IN_ING,
    NOUNS_TOO,
    PARTICIPLES_LIKE_ADJECTIVES,
    PREPOSITIONS,
    SEVERAL,
    STOPS,
    VERB,
)

if TYPE_CHECKING:
    from claims.extraction.references.tokens import Token

_MOST_WORDS = 7
_LONGEST_OPENING = 4  # words before the subject of a claim and their comma
_PLURALS_BEFORE_NOUNS = frozenset({"arms", "forces", "customs"})


def core_end(tokens: list[Token], start: int, *, behind_noun: bool) -> int | None:
    """Return the token behind the noun phrase that begins at one, None where none does."""
    place = start
    while place < len(tokens) and (tokens[place].low in DETERMINERS or _is_determiner_that(tokens, place)):
        place += 1
    first = place
    bare = first == start
    if first == len(tokens) or not _opens(tokens, first, bare=bare, behind_noun=behind_noun):
        return None
    place += 1
    while place < len(tokens) and place - first < _MOST_WORDS and _goes_on(tokens, place, first, bare=bare):
        place += 1
    return place


def _is_determiner_that(tokens: list[Token], place: int) -> bool:
    """Tell "that sum" from "says that sums are paid": it opens the claim or hangs on a preposition."""
    if tokens[place].low != "that":
        return False
    opens = place < _LONGEST_OPENING and tokens[place - 1].low == ","
    return not place or opens or tokens[place - 1].low in PREPOSITIONS


def _opens(tokens: list[Token], place: int, *, bare: bool, behind_noun: bool) -> bool:
    token = tokens[place]
    if not token.is_word or token.low in STOPS:
        return False
    if not bare or (token.is_capital and place):
        return True
    if token.text[0].isdigit():
        return place + 1 < len(tokens) and tokens[place + 1].is_capital
    if is_adverb(token.low):
        return False
    if VERB.fullmatch(token.low) or (token.low.endswith(("ed", "ing")) and token.low not in NOUNS_IN_ING):
        return False
    return not behind_noun and not (token.low in NOUNS_TOO and _is_object(tokens, place + 1))


def _goes_on(tokens: list[Token], place: int, first: int, *, bare: bool) -> bool:
    """Tell whether a token belongs to the noun phrase whose first own word is ``first``."""
    token, previous = tokens[place], tokens[place - 1]
    if not token.is_word or token.low in STOPS or token.low in DETERMINERS:
        return False
    if previous.low.endswith(("'s", "s'")):
        return True
    if token.is_capital or token.text[0].isdigit():
        return previous.is_capital or previous.text[0].isdigit() or not bare or not tokens[first].is_capital
    behind_name = bare and previous.is_capital
    if token.low in PARTICIPLES_LIKE_ADJECTIVES and not behind_name:
        return True
    counted = not bare and tokens[first - 1].low in SEVERAL and is_plural(previous.low)
    if VERB.fullmatch(token.low) or is_adverb(token.low) or counted or _ends_phrase(previous):
        return False
    return _is_noun_or_adjective(tokens, place, first, behind_name=behind_name)


def _is_noun_or_adjective(tokens: list[Token], place: int, first: int, *, behind_name: bool) -> bool:
    """Judge a word in small letters that no list has as a verb by its ending and by what follows it."""
    word, previous = tokens[place].low, tokens[place - 1]
    if word.endswith("ed"):
        return not behind_name and _is_adjective(previous) and place == first + 1
    if word.endswith("ing") and word not in NOUNS_IN_ING:
        return _is_adjective(previous)
    if (word in NOUNS_TOO or word.endswith("s")) and _is_object(tokens, place + 1):
        return False
    if word.endswith("s") and _is_named_kind(previous) and kind_of(singular(word)) is None:
        return False
    return not behind_name or place == 1 or kind_of(singular(word)) is not None


def _is_named_kind(token: Token) -> bool:
    """Tell the last word of a name that says what it is: "the Dolna Convention" before "bans"."""
    return token.is_capital and kind_of(singular(token.low)) is not None


def _ends_phrase(token: Token) -> bool:
    """Tell a plural behind which no other noun comes: "its guards turn back"."""
    return is_plural(token.low) and token.low not in _PLURALS_BEFORE_NOUNS and kind_of(singular(token.low)) is not None


def _is_adjective(token: Token) -> bool:
    return token.is_capital or token.low.endswith(("al", "an", "ic", "ly", "ive", "ous", "ful", "ent"))


def _is_object(tokens: list[Token], place: int) -> bool:
    """Tell whether a noun phrase begins that is no part of the one before."""
    if place >= len(tokens):
        return False
    token = tokens[place]
    return token.low in DETERMINERS or token.low in {"that", "us", "him", "them", "it"} or token.is_capital
