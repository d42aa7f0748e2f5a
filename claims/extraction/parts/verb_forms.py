"""Reads one verb with its auxiliaries. Pure rules over words; loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claims.extraction.fields.cues import word_set
from claims.extraction.parts.spots import Spot, skip_adverbs, skip_back
from claims.extraction.parts.verb_guesses import PRONOUNS, is_auxiliary_noun, is_past, is_present, is_third

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extraction.parts.words import Word

_SINGULAR = word_set("is has was does isn't hasn't wasn't doesn't it's that's there's he's she's")
_PLURAL = word_set("are have were do aren't haven't weren't don't we're they're you're we've they've you've")
_PAST = word_set("was were had did wasn't weren't hadn't didn't")
_ALONE = {"modal": "modal", "do": "do", "have": "third", "be": "be"}
_OUTER = {"modal": "modal", "do": "do", "have": "perfect", "be": "be"}
_TAKES = {
    "modal": ("base", "be", "have", "do"),
    "do": ("base", "have", "do"),
    "have": ("be", "participle"),
    "be": ("be",),
}
_GUESSES = (("past", is_past), ("third", is_third), ("base", is_present))
_KINDS = {"past": "past", "third": "third", "base": "present"}


class Form(NamedTuple):
    """What a verb's form tells: its kind, and what its first word agrees with.

    ``kind`` is "past", "third", "present", "modal", "perfect", "passive", "progressive", "be", "be to", "do", "to" or
    "ing"; ``strong`` means that the word can be nothing but a finite verb; ``word`` is its first word.
    """

    kind: str
    word: str
    strong: bool = False
    negated: bool = False
    plainly_past: bool = False

    @property
    def finite(self) -> bool:
        """Tell a finite verb from an infinitive or a gerund."""
        return self.kind not in ("to", "ing")

    def is_like(self, other: Form) -> bool:
        """Tell whether this verb can share the auxiliary or the tense of another."""
        singular = other.word in _SINGULAR or other.kind == "third"
        like = {
            "past": ("past",) if self.plainly_past else ("past", "perfect", "passive"),
            "third": ("third", "be", "perfect", "do", "passive", "progressive") if singular else (),
            "present": ("present", "modal", "do", "to"),
            "ing": ("progressive", "ing"),
        }
        return other.kind in like.get(self.kind, ())

    def agrees_with(self, other: Form) -> bool:
        """Tell whether two verbs may have one subject and time."""
        return self._signature() == other._signature()

    def _signature(self) -> tuple[str, str]:
        number = "one" if self.word in _SINGULAR or self.kind == "third" else ""
        number = "many" if self.word in _PLURAL or self.kind == "present" else number
        time = "past" if self.word in _PAST or self.kind == "past" else "present"
        return ("" if self.kind == "past" else number, "modal" if self.kind == "modal" else time)


def read_verb(spot: Spot) -> tuple[int, Form] | None:
    """Read the verb that begins at a place.

    Returns:
        Where it ends and its form; None where there is no verb.
    """
    words, place, word = spot.words, spot.place, spot.word
    if word.may_be("contracted", "finite"):
        return None if is_auxiliary_noun(words, place) else _read_auxiliaries(words, place)
    if word.low == "to":
        end = skip_adverbs(words, place + 1)
        return (end + 1, Form("to", "to")) if end < len(words) and words[end].may_be("base", "be", "have") else None
    if word.may_be("ing"):
        return place + 1, Form("ing", word.low)
    if not (spot.awaited or spot.joined) or _stands_before_noun(spot):
        return None
    for kind, guess in _GUESSES:
        if word.may_be(kind) and guess(spot):
            return place + 1, Form(_KINDS[kind], word.low, plainly_past=word.may_be("plainly past"))
    return None


def _stands_before_noun(spot: Spot) -> bool:
    """Tell "the closed road" and "in signed papers", but not "those signed"."""
    before = spot.words[skip_back(spot.words, spot.place)] if spot.place else None
    if before is not None and before.may_be("demonstrative") and spot.place > 1:
        before_that = spot.words[skip_back(spot.words, spot.place) - 1]
        if before_that.may_be("preposition"):
            return True
    if before is None or spot.direct or not before.may_be("determiner", "preposition", "to", "possessive"):
        return False
    return before.low not in PRONOUNS or not spot.awaited or spot.words[spot.place - 2].may_be("preposition")


def _read_auxiliaries(words: Sequence[Word], place: int) -> tuple[int, Form]:
    """Read "has not yet been ensured": auxiliaries, adverbs between them, and the verb they belong to."""
    first, last, end = words[place], words[place], place + 1
    negated = first.may_be("negative")
    while (following := skip_adverbs(words, end)) < len(words):
        word, kind = words[following], _kind(last)
        negated = negated or any(one.may_be("negative") for one in words[end:following])
        if closing := _close(kind, words, following):
            length, outer = closing
            return following + length, Form(outer, first.low, strong=True, negated=negated)
        if not word.may_be(*_TAKES[kind]) or (word.may_be("finite") and not word.may_be("have", "do")):
            break
        last, end = word, following + 1
        if not word.may_be("be", "have") or (kind == "have" and word.may_be("participle")):
            return end, Form(_OUTER[_kind(first)], first.low, strong=True, negated=negated)
    outer = _ALONE[_kind(first)]
    if outer == "third" and first.low in ("have", "had", "haven't", "hadn't"):
        outer = "present" if first.low.startswith("have") else "past"
    return end, Form(outer, first.low, strong=True, negated=negated)


def _close(kind: str, words: Sequence[Word], place: int) -> tuple[int, str] | None:
    """Tell what ends a verb behind "be" or "have", as the number of words and the kind: "been closed", "has to go"."""
    word = words[place]
    if kind == "be" and word.may_be("participle"):
        return 1, "passive"
    if kind == "be" and word.may_be("ing"):
        return 1, "progressive"
    goes_on = place + 1 < len(words) and words[place + 1].may_be("base", "be", "have")
    if kind in ("have", "be") and word.low == "to" and goes_on:
        return 2, "modal" if kind == "have" else "be to"
    return None


def _kind(word: Word) -> str:
    if word.may_be("contracted"):
        ending = word.low.rsplit("'", 1)[1]
        return {"ve": "have", "ll": "modal"}.get(ending, "be")
    return next(kind for kind in ("modal", "do", "have", "be", "participle") if word.may_be(kind))
