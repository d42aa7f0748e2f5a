"""Finds the noun phrases that a verb or a relative clause hangs on. Pure rules over words; loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.fields.cues import word_set
from claims.extraction.parts.stretches import skip_adverbs

if TYPE_CHECKING:
    from claims.extraction.parts.words import Word

_LONGEST_SUBJECT = 40  # words
_LONGEST_NOUN = 10
_CONNECTIVES = word_set("and but so yet or")
_NO_SUBJECTS = word_set("there here which who that what")
_TIME = word_set("last next this")
_OPENINGS = word_set(
    "contrary thanks owing due prior pursuant based instead together as given after before since until"
)
_CALENDAR = word_set(
    "week month year summer winter spring autumn morning evening night january february march april may june july"
    " august september october november december monday tuesday wednesday thursday friday saturday sunday"
)


def find_subject(words: list[Word], start: int, end: int) -> tuple[int, int] | None:
    """Return the subject of the verb at ``end`` in a clause that begins at ``start``; None where none is clear."""
    start = _skip_opening(words, start, end)
    while end > start and words[end - 1].may_be("adverb"):
        end -= 1
    if end > start and words[end - 1].low == ",":
        end -= 1
        commas = [place for place in range(start, end) if words[place].low == ","]
        if commas and not words[start].may_be("preposition"):
            end = commas[0]
    elif not any(word.may_be("conjunction") for word in words[start:end]):  # "A week before the hearing, the minister"
        start = max((place + 1 for place in range(start, end) if words[place].low == ","), default=start)
    if start < end and _opens(words, start):
        opened = _end_of_opening(words, start, end)
        if opened is None:
            return None
        start = skip_adverbs(words, opened)
    return _check(words, start, end)


def _skip_opening(words: list[Word], start: int, end: int) -> int:
    """Skip "However," and "But today"."""
    while start < end:
        word = words[start]
        if word.may_be("sign") or word.low in _CONNECTIVES or (word.may_be("adverb") and not word.may_be("opener")):
            start += 1
        elif word.may_be("contracted"):
            return end
        else:
            return start
    return start


def _opens(words: list[Word], start: int) -> bool:
    word, behind = words[start], words[start + 1] if start + 1 < len(words) else words[start]
    if word.may_be("preposition", "to") or word.low in _OPENINGS or (word.may_be("opener") and word.low != "that"):
        return True
    if word.low in ("both", "not") and behind.may_be("preposition"):
        return True
    return words[start].low in _TIME and start + 1 < len(words) and words[start + 1].low in _CALENDAR


def _end_of_opening(words: list[Word], start: int, end: int) -> int | None:
    """Find where the subject begins behind "In May," or "On 3 May the delegation"."""
    commas = [place for place in range(start, end) if words[place].low == ","]
    if commas:
        after = commas[-1] + 1
        return None if after >= end or words[after].may_be("preposition", "conjunction", "to", "ing") else after
    for place in range(start + 2, end):
        before = words[place - 1]
        if words[place].may_be("determiner", "pronoun", "possessive") and not before.may_be(
            "preposition", "determiner", "conjunction", "possessive", "adverb", "to"
        ):
            return place
        dated = before.may_be("number") or before.low in _CALENDAR
        if dated and words[place].may_be("name") and words[place].low not in _CALENDAR:
            return place
    return None


def _check(words: list[Word], start: int, end: int) -> tuple[int, int] | None:
    if not 0 < end - start <= _LONGEST_SUBJECT or words[start].low in _NO_SUBJECTS:
        return None
    if words[start].may_be("preposition", "ing", "to", "opener", "finite"):
        return None
    return start, end


def find_noun_before(words: list[Word], floor: int, end: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends at a place: "the library at Mekh" in "the burning of the library at Mekh".

    Args:
        words: The words around.
        floor: Where the verb before it ends.
        end: Where it ends.
    """
    floor = max(floor, end - _LONGEST_NOUN)
    start = _find_start(words, floor, end)
    while start is not None and start > floor and all(_is_date(word) for word in words[start:end]):
        start = _find_start(words, floor, _skip_prepositions(words, floor, start))
    if start is None or all(_is_date(word) for word in words[start:end]) or _is_nested(words, floor, start):
        return None
    return start, end


def _is_nested(words: list[Word], floor: int, start: int) -> bool:
    """Tell a noun with two others to choose from: "the hymn of the club of the valley"."""
    if not start or words[start - 1].low != "of":
        return False
    return any(word.low == "of" for word in words[max(floor, start - _LONGEST_NOUN) : start - 1])


def _find_start(words: list[Word], floor: int, end: int) -> int | None:
    """Find the determiner of the noun phrase, else its first word behind a preposition or a verb."""
    for place in range(end - 1, floor - 1, -1):
        word = words[place]
        if word.low == "no" and place > floor and words[place - 1].may_be("preposition"):
            continue
        if word.may_be("determiner", "possessive") and word.low != "that":
            return _first_determiner(words, floor, place)
        if word.may_be("sign", "finite", "opener") or (word.may_be("to") and place < end - 1):
            floor = place + 1
            break
    prepositions = [place for place in range(floor, end) if words[place].may_be("preposition", "to")]
    start = prepositions[-1] + 1 if prepositions else floor
    while start < end and not words[start].may_be("name", "plain", "noun too", "number", "inside"):
        start += 1
    start = next((place for place in range(start, end) if words[place].may_be("number")), start)
    return start if start < end else None


def _first_determiner(words: list[Word], floor: int, place: int) -> int:
    while place > floor and words[place - 1].may_be("determiner") and words[place - 1].low != "that":
        place -= 1
    return place


def _skip_prepositions(words: list[Word], floor: int, place: int) -> int:
    while place > floor and words[place - 1].may_be("preposition", "to", "adverb", "plain") and place:
        place -= 1
        if words[place].may_be("preposition", "to") and not words[place - 1].may_be("preposition", "to", "adverb"):
            break
    return place


def _is_date(word: Word) -> bool:
    return word.may_be("number", "determiner", "preposition") or word.low in _CALENDAR or word.low in ("early", "late")
