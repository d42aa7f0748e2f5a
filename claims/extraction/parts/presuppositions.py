"""Finds what a clause takes for granted in words of its own: "the fact that", "stop doing", "again". No model."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from claims.extraction.fields.cues import word_set
from claims.extraction.parts.subjects import find_subject

if TYPE_CHECKING:
    from claims.extraction.parts.groups import Group
    from claims.extraction.parts.stretches import Stretch
    from claims.extraction.parts.words import Word

_PHASES = word_set(
    "stop stops stopped stopping cease ceases ceased continue continues continued resume resumes resumed"
)
_NO_VERBS = word_set("be have do")
_REPEATED_SPEECH = word_set("call calls urge urges stress repeat reiterate ask asks thank appeal appeals say")


def find_presupposed(stretch: Stretch) -> list[Stretch]:
    """List what a proposition presupposes, as stretches of its words."""
    words, verbs = stretch.words, stretch.find_verbs()
    found = [
        *_find_facts(stretch, words, verbs),
        *_find_phases(stretch, words, verbs),
        *_find_again(stretch, words, verbs),
    ]
    return [dataclasses.replace(one, presupposed=True) for one in found]


def _find_facts(stretch: Stretch, words: list[Word], verbs: list[Group]) -> list[Stretch]:
    """Find P in "the fact that P"."""
    for that in range(2, len(words)):
        if tuple(word.low for word in words[that - 2 : that + 1]) != ("the", "fact", "that"):
            continue
        inner = next((group for group in verbs if group.form.finite and group.opened == that), None)
        if inner is None:
            continue
        outer = [
            group.start for group in verbs if group.start >= inner.end and group.form.finite and group.opened < that
        ]
        ends = [place for place in range(inner.end, len(words)) if words[place].low in (",", ";")]
        end = min([*outer, *ends, len(words)])
        return [dataclasses.replace(stretch.cut(that + 1, end), carried=None)]
    return []


def _find_phases(stretch: Stretch, words: list[Word], verbs: list[Group]) -> list[Stretch]:
    """Find what is done in "have not stopped doing", "continue to do"."""
    main = next((group for group in verbs if group.form.finite and not group.openers), None)
    if main is None or words[main.end - 1].low not in _PHASES or main.end + 1 >= len(words):
        return []
    start = main.end
    if words[start].low == "to" and words[start - 1].low.startswith(("continue", "cease")):
        start += 1
        if words[start].low in _NO_VERBS or not words[start].may_be("base"):
            return []
    elif not words[start].may_be("ing"):
        return []
    carried = stretch.carried
    if carried is None:
        subject = find_subject(words, 0, main.start)
        if subject is None:
            return []
        carried = (words[subject[0]].start, words[subject[1] - 1].end)
    return [dataclasses.replace(stretch.cut(start), carried=carried)]


def _find_again(stretch: Stretch, words: list[Word], verbs: list[Group]) -> list[Stretch]:
    """Take "again" out of what was done again."""
    places = [number for number, word in enumerate(words) if word.low == "again"]
    main = next((group for group in verbs if group.form.finite and not group.openers), None)
    if len(places) != 1 or main is None or main.form.negated or main.form.kind == "modal":
        return []
    if any(word.low in _REPEATED_SPEECH for word in words) or any(
        group.form.finite and group is not main for group in verbs
    ):
        return []
    if words[places[0] - 1].may_be("conjunction", "sign"):
        return []
    start = places[0] - 1 if words[places[0] - 1].low in ("once", "yet") else places[0]
    return [stretch.without(start, places[0] + 1)]
