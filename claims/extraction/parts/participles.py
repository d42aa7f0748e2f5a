"""Cuts out participles that commas set off, with what hangs on them. Pure rules over words; loads no model."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from claims.extraction.fields.cues import word_set
from claims.extraction.parts.inserts import Insert, comma_right_before, joined_behind_comma, take
from claims.extraction.parts.stretches import skip_adverbs
from claims.extraction.parts.subjects import find_subject

if TYPE_CHECKING:
    from claims.extraction.parts.groups import Group
    from claims.extraction.parts.stretches import Stretch
    from claims.extraction.parts.words import Word

_NO_INSERTS = word_set(
    "including regarding concerning according following pending excluding depending ranging starting beginning based"
    " compared given bearing owing speaking considering judging"
)
_NO_INSERTS_WITH = frozenset(
    (("taking", "into"), ("keeping", "in"), ("using", "this"), ("taking", "this"), ("having", "regard"))
)
_ADJECTIVE_ENDINGS = ("ive", "al", "ous", "ic", "able", "ible", "ful", "ary")


def cut_participle(stretch: Stretch) -> Insert | None:
    """Cut out the first participle that a comma sets off, with what hangs on it."""
    words, verbs = stretch.words, stretch.find_verbs()
    main = next((group for group in verbs if group.form.finite and not group.openers), None)
    if main is None:
        return None
    if _is_participle(words, 0, initial=True):
        return _cut_opening(stretch, words, main)
    for comma, word in enumerate(words):
        start = skip_adverbs(words, comma + 1)
        if word.low != "," or not _is_participle(words, start, initial=False):
            continue
        found = _cut_behind(stretch, words, verbs, main, comma)
        if found is not None:
            return found
    return None


def _is_participle(words: list[Word], place: int, *, initial: bool) -> bool:
    """Tell "leaving 300 families" and "built in secret" from "building costs"."""
    if place + 1 >= len(words) or words[place].low in _NO_INSERTS:
        return False
    word, behind = words[place], words[place + 1]
    if (word.low, behind.low) in _NO_INSERTS_WITH:
        return False
    if word.low in ("having", "being"):
        return behind.may_be("participle", "determiner", "adverb")
    opens = behind.may_be(
        "determiner", "possessive", "object", "preposition", "name", "number", "to", "adverb", "inside"
    )
    if word.may_be("ing"):
        describes = initial or words[place - 1].low != "," or words[place - 2].low.endswith(_ADJECTIVE_ENDINGS)
        return opens or behind.low == "that" or (not describes and behind.may_be("plain", "base", "third"))
    return word.may_be("participle") and behind.may_be("preposition", "adverb", "to") and not word.may_be("finite")


def _cut_opening(stretch: Stretch, words: list[Word], main: Group) -> Insert | None:
    commas = [place for place in range(main.start) if words[place].low == ","]
    for comma in commas:
        carried = find_subject(words, comma + 1, main.start)
        if carried is not None and not words[comma + 1].may_be("ing", "conjunction", "preposition", "number"):
            place = (words[carried[0]].start, words[carried[1] - 1].end)
            cut = dataclasses.replace(stretch.cut(0, comma), carried=place)
            return Insert(cut, stretch.cut(comma + 1))
    return None


def _cut_behind(stretch: Stretch, words: list[Word], verbs: list[Group], main: Group, comma: int) -> Insert | None:
    start = skip_adverbs(words, comma + 1)
    if main.start > comma:
        return _cut_inside(stretch, words, main, comma)
    if not words[start].may_be("ing", "have", "be") or _is_listed(words, main, comma, start):
        return None
    before = [group for group in verbs if group.form.finite and group.start < comma]
    end = _find_end(words, verbs, start)
    if end is None or before[-1].openers not in ((), ("that",)):
        return None
    clause = [group for group in before if group.opened == before[-1].opened and group.shares is None]
    head = clause[0] if clause else main
    carried = find_subject(words, head.clause, head.start)
    return take(stretch, comma + 1, end, comma, carried) if carried else None


def _cut_inside(stretch: Stretch, words: list[Word], main: Group, comma: int) -> Insert | None:
    """Cut out what stands between a subject and its verb."""
    end = comma_right_before(words, main, comma + 1)
    if end is None or _comma_between(words, comma + 1, end):
        return None
    carried = find_subject(words, 0, comma)
    return take(stretch, comma + 1, end, comma, carried) if carried else None


def _find_end(words: list[Word], verbs: list[Group], start: int) -> int | None:
    """Find where what hangs on a participle ends; None where it is the subject of a verb instead."""
    for group in verbs:
        if not group.form.finite or group.start <= start:
            continue
        comma = joined_behind_comma(words, group)
        if comma is not None:
            return comma
        if group.opened <= start:
            return None
    return len(words)


def _comma_between(words: list[Word], start: int, end: int) -> bool:
    return any(words[place].low == "," and words[place + 1].may_be("conjunction") for place in range(start, end))


def _is_listed(words: list[Word], main: Group, comma: int, start: int) -> bool:
    """Tell whether the participle is one of a list: "reducing waste, sorting glass and burning the rest"."""
    if start > comma + 1:  # "thus leaving"
        return False
    in_progress = main.form.kind == "progressive"
    if any(word.may_be("ing") for word in words[main.end : comma]) and not in_progress:
        return True
    pairs = zip(words[start:], words[start + 1 :], strict=False)
    joins_another = any(one.may_be("conjunction") and other.may_be("ing") for one, other in pairs)
    return joins_another and any(word.low == "," for word in words[main.end : comma])
