"""Reads what a number counts: a sign, a short unit, or the noun behind it. Pure text; loads no model."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.extraction.fields.tense import IRREGULAR_PAST


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = r"[^\W\d][\w'/-]*"
_SIGN = re.compile(r"( ?(?:%|°[CF]?)| per ?cent\b)", re.IGNORECASE)
_SHORT = re.compile(r" ?((?:km/h|km|kg|mm|cm|kWh|MWh|GWh|TWh|kW|MW|GW|[mt])\b)(?!')")
_DETERMINER = r"(?: (?:of|the|our|its own|its|their|his|her|my|all|these|those|such|an?))*"
_NOUN_PHRASE = re.compile(rf"(?P<lead>{_DETERMINER})(?P<words>[ -]{_WORD}(?: {_WORD}){{0,4}})")
# Before the noun of a measure they belong to it: cubic metres, basis points.
_MEASURE = frozenset({"cubic", "square", "basis", "percentage", "metric", "nautical", "light"})
_PLURAL = re.compile(
    r"(?:people|men|women|\w*men|children|personnel|aircraft|police|feet|staff|cattle|\w+(?<!s)(?<!ou)(?<!u)(?<!si)s)$",
    re.IGNORECASE,
)
_VERB = re.compile(rf"(?:\w{{2,}}(?:ed|ing)|{IRREGULAR_PAST})$")
_NOUNS = frozenset({"dead", "wounded", "injured", "missing", "displaced"})
_STOP = _words(
    "of in on at by for from with to and or but not that which who whom whose have has had is are was were be"
    " been being will would may might can could should shall must than as when while if since until before after during"
    " over under across between against into through within without about around among behind beyond near towards"
    " the a an this these those each every their our its his her my your they we he she it i you them us me him there"
    " here what did do does still now already only also said says say told today yesterday"
    " tomorrow ago later earlier down up out off away long high deep wide old more less fewer most least per so far"
    " no nor yet never always once again because though although where why how both either all"
)


class Unit(NamedTuple):
    """What is counted, in single spaces, empty where none was found, and where it ends in the text."""

    name: str
    end: int


def read_unit(text: str, start: int, limit: int, *, is_share: bool) -> Unit:
    """Read the unit behind a number.

    Args:
        text: Flat text.
        start: Where the number ends.
        limit: Where the next number begins, or the text ends.
        is_share: Whether the number is a fraction, whose noun may follow on "of the" or "the".

    Returns:
        The sign, or the head of the noun with its measure word: "missing persons" gives "persons", "cubic metres" all.
    """
    if found := _SIGN.match(text, start, limit) or _SHORT.match(text, start, limit):
        return Unit(found[1].strip(), found.end())
    found = _NOUN_PHRASE.match(text, start, limit)
    if found is None or (found["lead"] and not is_share and not found["lead"].startswith(" of")):
        return Unit("", start)
    words = list(re.finditer(_WORD, found["words"]))
    if found["words"].startswith("-"):
        attached = re.match(r"[^\W_]+", words[0][0])
        return Unit(attached[0], found.start("words") + 1 + attached.end()) if attached else Unit("", start)
    words = _noun(words)
    if not words:
        return Unit("", start)
    measured = len(words) > 1 and words[-2][0].casefold() in _MEASURE
    name = " ".join(word[0] for word in words[-2 if measured else -1 :])
    return Unit(name, found.start("words") + words[-1].end())


def _noun(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Cut words behind the first plural; without one, before a verb: "half of the money | intended for"."""
    noun: list[re.Match[str]] = []
    for word in words:
        if word[0].casefold() in _STOP:
            break
        noun.append(word)
        if _PLURAL.match(word[0]):
            return noun
    for place, word in enumerate(noun):
        if _VERB.match(word[0]) and word[0].casefold() not in _NOUNS:
            return noun[:place]
    return noun
