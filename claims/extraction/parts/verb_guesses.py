"""Judges by its neighbours whether a word that can be a verb is one. Pure rules over words; loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.fields.cues import word_set
from claims.extraction.parts.small_words import ADJECTIVES, INTRANSITIVE, PARTICIPLES
from claims.extraction.parts.spots import Spot, skip_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extraction.parts.words import Word

_PLURALS = word_set("people police men women children media")
PRONOUNS = word_set("we they you i who which that these those")
_SUBJECTS = word_set("who which we they he she it i")
_NO_SUBJECTS = word_set("as than when if although once that")
_NAMED_NOUNS = word_set("will can might must need")
_TIMES = word_set("as since before after")
_LOOK_AHEAD = 30  # words within which the verb of a subject is expected


def is_auxiliary_noun(words: Sequence[Word], place: int) -> bool:
    """Tell "the will of the people"."""
    if words[place].low not in _NAMED_NOUNS or not place:
        return False
    behind = words[place + 1] if place + 1 < len(words) else None
    return words[place - 1].may_be("determiner", "possessive") or behind is None or behind.low in ("of", "to")


def is_past(spot: Spot) -> bool:
    """Tell "the army closed the road" from "the road closed by the army is"."""
    words, word, before = spot.words, spot.word, spot.before
    if word.low in PARTICIPLES:
        return False
    if spot.direct and not spot.awaited:
        return _is_shared(spot) and (word.may_be("plainly past") or not _has_verb_ahead(spot))
    if before is None or before.low in _NO_SUBJECTS or (before.may_be("adverb") and spot.place == 1):
        return False
    if before.may_be("ing") and not spot.awaited:
        return False
    if before.low == "," and not word.may_be("plainly past") and all(one.low != "," for one in words[: spot.place - 1]):
        return False
    return word.may_be("plainly past") or before.low in _SUBJECTS or _is_active(spot)


def _is_active(spot: Spot) -> bool:
    """Tell by what follows: a participle has no object."""
    behind, words = spot.behind, spot.words
    if spot.word.low in INTRANSITIVE:
        return not _has_verb_ahead(spot)
    if behind is not None and behind.low == "by":
        by_how_much = spot.place + 2 < len(words) and words[spot.place + 2].may_be("number")
        return by_how_much and spot.awaited and not _has_verb_ahead(spot)
    return (behind is not None and opens_object(behind)) or (spot.awaited and not _has_verb_ahead(spot))


def _is_shared(spot: Spot) -> bool:
    """Tell "and closed the road" from "and closed roads"."""
    word, behind = spot.word, spot.behind
    if word.may_be("plainly past") or behind is None or word.low in INTRANSITIVE:
        return True
    if behind.low in ("by", "and", "or"):
        return False
    if behind.may_be("plain", "base", "third"):
        return not word.may_be("unknown") and word.low not in ADJECTIVES
    return opens_object(behind) or behind.may_be("preposition", "to", "adverb", "opener", "sign", "conjunction")


def is_third(spot: Spot) -> bool:
    """Tell "the envoy claims the island" from "claims to the island"."""
    word, before, behind = spot.word, spot.before, spot.behind
    if before is None or behind is None or before.text.endswith(("’s", "'s")):
        return False
    is_noun = word.may_be("noun too")
    has_object = opens_object(behind) or behind.low in ("that", "how", "whether")
    if spot.direct and not spot.awaited:
        return has_object or not is_noun or (word.low == "calls" and behind.low in ("on", "upon", "for"))
    if before.low in ("it", "he", "she") or (before.low in ("which", "who", "that") and (has_object or not is_noun)):
        return True
    if not is_noun:
        return (spot.awaited or has_object) and not _has_verb_ahead(spot)
    return _is_third_of_noun(spot, before, behind, has_object=has_object) and not _has_verb_ahead(spot)


def _is_third_of_noun(spot: Spot, before: Word, behind: Word, *, has_object: bool) -> bool:
    """Tell "the envoy claims" from "the land claims": behind a singular, with an object or in need of a verb."""
    singular = before.may_be("plain", "name", "noun too", "adverb", "pronoun", "opener") and before.low[-1:] != "s"
    determined = spot.awaited and behind.may_be("determiner", "possessive")
    if not singular and (not determined or before.may_be("determiner", "preposition")):
        return False
    if has_object:
        return True
    opening = spot.words[0].may_be("preposition") and all(one.low != "," for one in spot.words[: spot.place])
    return spot.awaited and not opening and behind.may_be("plain", "to", "preposition")


def is_present(spot: Spot) -> bool:
    """Tell "the parties agree that" and "we note": a base form behind a plural, or one that shares "will"."""
    word, behind = spot.word, spot.behind
    if behind is None:
        return False
    if spot.direct and not spot.awaited:
        if word.may_be("noun too"):
            return behind.may_be("determiner", "possessive", "object") or behind.low == "that"
        return opens_object(behind) or behind.may_be("preposition", "to", "adverb", "opener", "plain")
    subject = spot.words[skip_back(spot.words, spot.place)] if spot.place else None
    if subject is None or not subject.may_be("plain", "noun too", "third", "pronoun", "opener", "inside"):
        return False
    return subject.low in PRONOUNS or _is_present_of_noun(spot, subject, behind)


def _is_present_of_noun(spot: Spot, subject: Word, behind: Word) -> bool:
    is_plural = subject.low.endswith("s") or subject.low in _PLURALS
    if spot.word.may_be("noun too") or not (is_plural or (spot.awaited and opens_object(behind))):
        return False
    opens = opens_object(behind) or behind.may_be("to", "preposition", "opener", "adverb", "sign")
    return opens and not _has_verb_ahead(spot)


def opens_object(word: Word) -> bool:
    """Tell whether a word behind a verb begins its object."""
    return word.may_be("determiner", "object", "name", "number", "possessive", "inside") or word.low == "that"


def _has_verb_ahead(spot: Spot) -> bool:
    """Tell whether the clause has another verb behind, which makes this word part of the subject."""
    words = spot.words
    for number in range(spot.place + 1, min(len(words), spot.place + _LOOK_AHEAD)):
        word, before = words[number], words[number - 1]
        if _ends_clause(word, before):
            return False
        if word.may_be("finite", "contracted") and not is_auxiliary_noun(words, number):
            return not words[skip_back(words, number)].may_be("conjunction")
        plural = before.may_be("plain") and before.low.endswith("s")
        if plural and word.may_be("base") and not word.may_be("noun too") and number + 1 < len(words):
            return words[number + 1].may_be("preposition", "determiner", "possessive")
        if word.may_be("plainly past") and not before.may_be("have", "be"):
            return not before.may_be("conjunction")
    return False


def _ends_clause(word: Word, before: Word) -> bool:
    if word.low in (";", ":") or (word.may_be("opener") and word.low not in _TIMES):
        return True
    return word.may_be("conjunction") and before.low == ","
