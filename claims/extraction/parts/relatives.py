"""Cuts out relative clauses that commas set off, and finds the noun they hang on. Pure rules; loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.fields.cues import word_set
from claims.extraction.fields.parties import names_somebody
from claims.extraction.parts.inserts import Insert, comma_right_before, joined_behind_comma, take
from claims.extraction.parts.subjects import find_noun_before, find_subject

if TYPE_CHECKING:
    from claims.extraction.parts.groups import Group
    from claims.extraction.parts.stretches import Stretch
    from claims.extraction.parts.words import Word

_RELATIVE = word_set("which who whom whose where")
_ADDITIONS = word_set("as together along")  # as well as, together with
_PLACES_BEFORE_RELATIVE = 6
_COMMENTS = word_set(
    "needs mean means meant show shows showed prove proves proved confirm confirms confirmed demonstrate demonstrates"
    " demonstrated testifies indicates suggests explain explains lead leads led result results resulted cause causes"
    " caused makes made comes came done amounts violates contradicts contravenes runs"
)
_JUDGEMENTS = word_set(
    "tantamount unacceptable why how regrettable inadmissible deplorable joke violation breach manifestation shame"
    " disgrace more less lower higher pity sign proof testimony evidence reason lie scandal"
)
_REACH_OF_JUDGEMENT = 5  # words


def cut_relative(stretch: Stretch) -> Insert | None:
    """Cut out the first relative clause that a comma sets off."""
    words, verbs = stretch.words, stretch.find_verbs()
    for verb in verbs:
        if not verb.form.finite or words[verb.opened].low not in _RELATIVE:
            continue
        comma = _comma_before(words, verb.opened)
        end = _find_end(words, verbs, comma, verb) if comma else None
        carried = _find_carried(words, verbs, verb, comma, end) if comma and end else None
        if comma and end and carried:
            leaves_out = comma + 1 == verb.opened and _is_subject(words, verb)
            return take(stretch, verb.opened + 1 if leaves_out else comma + 1, end, comma, carried)
    return None


def _is_subject(words: list[Word], verb: Group) -> bool:
    """Tell whether "which" or "who" is the subject of its clause: nothing but adverbials stands before the verb."""
    start = verb.opened + 1
    if words[verb.opened].low not in ("which", "who") or words[verb.opened - 1].may_be("preposition"):
        return False
    named = any(word.may_be("pronoun") for word in words[start : verb.start])
    return not named and find_subject(words, start, verb.start) is None


def _comma_before(words: list[Word], number: int) -> int | None:
    """Find the comma before ", which", ", to which" and ", most of whom"."""
    for place in range(number - 1, max(0, number - _PLACES_BEFORE_RELATIVE), -1):
        if words[place].low == ",":
            between = words[place + 1 : number]
            plain = all(one.may_be("preposition") for one in between) or between[-1].low == "of"
            return place if plain else None
        if words[place].may_be("sign", "finite", "conjunction"):
            return None
    return None


def _find_end(words: list[Word], verbs: list[Group], opening: int, verb: Group) -> int | None:
    """Find where an insert ends: before the main verb that still lacks, before what is joined behind it, or never."""
    outer = [group for group in verbs if group.form.finite and group.start >= verb.end and group.opened <= opening]
    started = any(group.form.finite and group.start < opening and not group.openers for group in verbs)
    awaited = [group for group in outer if group.joins is None and group.shares is None]
    if awaited:
        comma = comma_right_before(words, awaited[0], verb.end)
        return comma or next((place for place in range(verb.end, awaited[0].start) if _adds(words, place)), None)
    if any(words[group.start - 1].low == "," for group in verbs if group.form.finite and _is_bare(group, verb)):
        return None
    commas = [joined_behind_comma(words, group) for group in verbs if group.start >= verb.end]
    if started:
        return next((place for place in commas if place is not None), len(words))
    return len(words)


def _is_bare(group: Group, verb: Group) -> bool:
    return group.start >= verb.end and group.joins is None and group.shares is None


def _adds(words: list[Word], place: int) -> bool:
    return words[place].low == "," and words[place + 1].low in _ADDITIONS


def _find_carried(words: list[Word], verbs: list[Group], verb: Group, comma: int, end: int) -> tuple[int, int] | None:
    """Take the whole subject where the clause stands before its verb, else the nearest noun."""
    outer = [group for group in verbs if group.form.finite and group.start >= end and group.opened <= comma]
    behind = outer[0] if outer else None
    floor = max((group.end for group in verbs if group.end <= comma), default=0)
    if behind is None or behind.joins is not None or behind.shares is not None:
        noun = _person(words, verb, find_noun_before(words, floor, comma))
        if noun is None or _comments(words, verb) or words[noun[1] - 1].low in ("cent", "percent", "%"):
            return None
        return noun if not _is_subject(words, verb) or _agrees(words[slice(*noun)], verb) else None
    subject = find_subject(words, behind.clause, comma)
    joined = words[end + 1].low in _ADDITIONS
    return find_noun_before(words, floor, comma) if joined else _person(words, verb, subject)


def _person(words: list[Word], verb: Group, noun: tuple[int, int] | None) -> tuple[int, int] | None:
    """Take the goatherds from "the customs of the goatherds, who"."""
    if noun is None or words[verb.opened].low != "who":
        return noun
    places = [place for place in range(*noun) if words[place].low == "of"]
    phrase = " ".join(word.text for word in words[slice(*noun)])
    return (places[-1] + 1, noun[1]) if places and not names_somebody(phrase, certainly=True) else noun


def _agrees(phrase: list[Word], verb: Group) -> bool:
    """Tell whether a noun can be the subject of a verb in the present: "the forces, which ensure"."""
    noun = phrase[-1]
    if any(word.may_be("conjunction") and not phrase[0].may_be("name") for word in phrase):
        return verb.form.kind != "third" and verb.form.word not in ("is", "was", "has")
    plural = noun.low in ("people", "children") or (noun.low[-1:] == "s" and noun.low[-2:] not in ("ss", "us", "is"))
    if verb.form.kind == "present" or verb.form.word in ("are", "were", "have"):
        return plural or noun.may_be("inside")
    if verb.form.kind == "third" or verb.form.word in ("is", "was", "has"):
        return not plural or noun.may_be("name")
    return True


def _comments(words: list[Word], verb: Group) -> bool:
    """Tell ", which means that": it speaks of the whole sentence as often as of its last noun."""
    behind = {word.low for word in words[verb.end : verb.end + _REACH_OF_JUDGEMENT]}
    return words[verb.end - 1].low in _COMMENTS or (verb.form.kind == "be" and bool(behind & _JUDGEMENTS))
