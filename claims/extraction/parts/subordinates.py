"""Cuts out clauses of concession and time, and what is introduced as a fact. Pure rules over words; loads no model."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from claims.extraction.fields.attribution import SPEAKER, Attribution
from claims.extraction.fields.cues import word_set
from claims.extraction.parts.inserts import Insert
from claims.records import Attitude

if TYPE_CHECKING:
    from claims.extraction.parts.groups import Group
    from claims.extraction.parts.stretches import Stretch
    from claims.extraction.parts.words import Word

_CONCESSIONS = frozenset(("although", "though"))
_CONTRASTS = frozenset(("while", "whereas"))
_TIMES = frozenset(("after", "before", "when"))
_LEADS = word_set("even but and yet")
_NO_LEADS = word_set(
    "day days time moment year years month months week weeks hour hours minute minutes soon shortly immediately just"
    " only until even long times cases situation situations period era now"
)
_TOLD = ("past", "perfect", "passive", "progressive", "be", "third", "present", "do")
_AT_A_TIME = ("at", "a", "time")
_THE_FACT_THAT = ("the", "fact", "that")
_LEADS_TO_FACT = (("despite",), ("notwithstanding",), ("in", "spite", "of"), ("in", "view", "of"), ("given",))


def cut_subordinate(stretch: Stretch) -> Insert | None:
    """Cut out the first "although P", "while P", "after P" or "despite the fact that P" that tells what is so."""
    words, verbs = stretch.words, stretch.find_verbs()
    for number, word in enumerate(words):
        if word.low not in _CONCESSIONS | _CONTRASTS | _TIMES and _lead_to_fact(words, number) is None:
            continue
        verb = next((group for group in verbs if group.form.finite and group.opened == number), None)
        if verb is None or not _is_outer(verb, word.low):
            continue
        found = _cut(stretch, words, verbs, number, verb)
        if found is not None:
            return found
    return None


def _lead_to_fact(words: list[Word], number: int) -> int | None:
    """Find where "despite the fact that" begins whose "that" stands at a place."""
    lows = tuple(word.low for word in words[max(0, number - 5) : number + 1])
    if lows[-3:] != _THE_FACT_THAT:
        return None
    leads = [lead for lead in _LEADS_TO_FACT if lows[:-3][-len(lead) :] == lead]
    return number - 2 - len(leads[0]) if leads else None


def _is_outer(verb: Group, opener: str) -> bool:
    return verb.openers in ((opener,), ("that", opener))


def _cut(stretch: Stretch, words: list[Word], verbs: list[Group], number: int, verb: Group) -> Insert | None:
    fact = _lead_to_fact(words, number)
    start = number if fact is None else fact
    if start and words[start - 1].low == "even":
        start -= 1
    if tuple(word.low for word in words[max(0, start - 3) : start]) == _AT_A_TIME:
        start -= 3
    opening = all(word.low in _LEADS or word.may_be("sign") for word in words[:start])
    if not opening and not _may_follow(words, verbs, start, number):
        return None
    if words[number].low in _TIMES and not _is_told(verb):
        return None
    end = _find_end(words, verbs, verb) if opening else _find_end_behind(words, verbs, verb)
    if end is None or (opening and _main(verbs, end) is None):
        return None
    source = stretch.source
    if words[number].low in _CONCESSIONS:
        source = Attribution(SPEAKER, Attitude.CONCEDES)
    cut = stretch.cut(number + 1, end)
    cut = dataclasses.replace(cut, carried=None, source=source, presupposed=fact is not None)
    comma = start - 1 if start and words[start - 1].low == "," and not opening else start
    return Insert(cut, stretch.without(0 if opening else comma, end + 1 if opening else end))


def _may_follow(words: list[Word], verbs: list[Group], start: int, number: int) -> bool:
    """Tell whether a clause behind the main one tells what is so, rather than when something is to be done."""
    before = words[start - 1]
    if before.low == ",":
        return any(group.form.finite and not group.openers and group.start < start for group in verbs)
    if words[number].low in _CONCESSIONS | _CONTRASTS:
        return any(group.form.finite and group.start < start for group in verbs) and not before.may_be("adverb")
    if before.low in _NO_LEADS or before.may_be("number", "adverb", "sign", "conjunction", "preposition"):
        return False
    earlier = [group for group in verbs if group.start < start and group.form.kind != "ing"]
    return bool(earlier) and earlier[-1].form.kind in _TOLD and not earlier[-1].openers


def _is_told(verb: Group) -> bool:
    return verb.form.kind in ("past", "perfect") or verb.form.word in ("was", "were", "had", "did")


def _main(verbs: list[Group], start: int) -> Group | None:
    return next((group for group in verbs if group.form.finite and not group.openers and group.start >= start), None)


def _find_end(words: list[Word], verbs: list[Group], verb: Group) -> int | None:
    """Find the comma that ends an opening clause: the first one behind which the main clause has its verb."""
    main = _main(verbs, verb.end)
    if main is None:
        return None
    commas = [place for place in range(verb.end, main.start) if words[place].low == ","]
    plain = [place for place in commas if not words[place + 1].may_be("conjunction", "opener", "ing")]
    return next(iter(plain or commas), None)


def _find_end_behind(words: list[Word], verbs: list[Group], verb: Group) -> int | None:
    """Find where a clause behind the main one ends: with the sentence, or before what ", and" joins to the main one."""
    for group in verbs:
        if group.start < verb.end or not group.form.finite:
            continue
        if group.joins is not None and not group.openers and words[group.joins - 1].low == ",":
            return group.joins - 1
        if group.opened < verb.start and group.joins is None:
            return None
    return len(words)
