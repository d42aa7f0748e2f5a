"""Tells what opens a clause or joins two: "that", "after", "and", ", so". Pure rules over words; loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.fields.cues import word_set
from claims.extraction.parts.small_words import ADJECTIVES
from claims.extraction.parts.spots import Spot
from claims.extraction.parts.verb_forms import read_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extraction.parts.words import Word

_MAYBE = word_set("before after since as until while once")
_PRONOUNS = word_set("we they he she it i you")
_REACH = 25  # words within which a clause of time has its verb


def find_opener(words: Sequence[Word], place: int) -> str | None:
    """Return the word that opens a subordinate clause at a place; None where nothing does."""
    word = words[place]
    if word.low == "who":
        return "who"
    if _is_contact_clause(words, place):
        return "that"
    if not word.may_be("opener") or place + 1 >= len(words) or _compares(words, place):
        return None
    if word.low == "that":
        return "that" if _that_opens(words, place) else None
    return word.low if word.low not in _MAYBE or _has_clause(words, place) else None


def _compares(words: Sequence[Word], place: int) -> bool:
    """Tell "than", "as well as", "such as"."""
    before = words[place - 1].low if place else ""
    return words[place].low == "than" or words[place + 1].low == "as" or before in ("such", "well")


def _that_opens(words: Sequence[Word], place: int) -> bool:
    """Tell "says that the road" from "in that country" and "and that country"."""
    if not place:
        return False
    before, behind = words[place - 1], words[place + 1]
    if behind.may_be("sign") and before.may_be("opener", "sign"):
        return False
    if before.low not in ("and", "but", ","):
        return not before.may_be("preposition", "conjunction")
    if before.low == "," and behind.may_be("finite"):
        return True
    parallel = any(word.low == "that" for word in words[:place])
    return behind.may_be("determiner", "pronoun", "name", "possessive") or (parallel and behind.may_be("plain", "base"))


def _is_contact_clause(words: Sequence[Word], place: int) -> bool:
    """Tell "the offer we made": a pronoun right behind the noun of a subject."""
    if words[place].low not in _PRONOUNS or place == 0 or words[place - 1].may_be("determiner"):
        return False
    opening = place
    while opening and words[opening - 1].low not in (";", ":"):
        opening -= 1
        if not words[opening].may_be("determiner", "possessive", "plain", "base", "third", "name"):
            return False
    return opening < place and words[opening].may_be("determiner", "possessive")


def _has_clause(words: Sequence[Word], place: int) -> bool:
    """Tell "after the truce was signed" from "after the truce": a verb comes before a sign or another opener does."""
    if words[place + 1].may_be("ing", "participle", "preposition", "to"):
        return False
    for number in range(place + 1, min(len(words), place + _REACH)):
        word = words[number]
        if word.low in (",", ";", ":") or (number > place + 1 and word.may_be("opener")):
            return False
        if found := read_verb(Spot(words, number, awaited=number > place + 1)):
            return found[1].finite
    return False


def joins(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word joins two clauses or phrases, as ", so" does; not in "one hundred and two"."""
    word = words[place]
    if word.may_be("conjunction"):
        neighbours = [words[number] for number in (place - 1, place + 1) if 0 <= number < len(words)]
        return not all(one.may_be("number") for one in neighbours)
    if word.low != "so" or not place or words[place - 1].low != "," or place + 1 >= len(words):
        return False
    return words[place + 1].may_be("determiner", "pronoun", "name", "plain")


def adds_verb(words: Sequence[Word], place: int) -> bool:
    """Tell whether "as well as" joins a verb: "fired, as well as attempted"."""
    if [word.low for word in words[place : place + 3]] != ["as", "well", "as"] or place + 3 >= len(words):
        return False
    return words[place + 3].may_be("past") and words[place + 3].low not in ADJECTIVES
