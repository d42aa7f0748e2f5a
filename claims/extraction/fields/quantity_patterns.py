"""Patterns of English quantities: numbers with hedges, ranges, shares, and what only looks like one. Only data."""

from __future__ import annotations

import re

from claims.extraction.fields.calendar_words import ANY_MONTH, DAY, LABEL, YEAR
from claims.extraction.fields.number_words import NUMBER, SCALES, SMALL_NUMBER, SPELT_ORDINAL

# Before a number; their order is that of the alternatives.
HEDGES = {
    "about": "about|around|some|roughly|approximately|an estimated|in the region of",
    "nearly": "nearly|almost|close to|just under|not quite",
    "at_least": "at least|(?:no|not) (?:fewer|less) than|a minimum of",
    "at_most": "at most|up to|as many as|(?:no|not) more than|a maximum of",
    "more_than": "(?:slightly |far |much )?more than|(?:well |just |slightly )?over|upwards of|in excess of",
    "less_than": "(?:far |much )?(?:less|fewer) than|(?:well )?under|(?:well )?below",
}
# Behind a number and what it counts.
HEDGES_BEHIND = {"at_most": "at (?:the )?most|or (?:fewer|less)", "at_least": "at (?:the (?:very )?)?least|or more"}
_NUMERATOR = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_DENOMINATOR = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
FRACTIONS = {"half": 0.5, "one half": 0.5} | {
    f"{numerator} {name}{'s' if over > 1 else ''}": over / under
    for numerator, over in _NUMERATOR.items()
    for name, under in _DENOMINATOR.items()
}
# The least that a vague number says.
VAGUE: dict[str, float | None] = {"dozens": 24.0, "scores": 40.0, "several": None, "many": None, "a handful": None}
VAGUE |= {"a few": None, "a few dozen": 24.0, "several dozen": 24.0}
for _name, _scale in SCALES.items():
    VAGUE |= {f"{many}{_name}": 2 * _scale for many in ("several ", "a few ")}
    VAGUE |= {f"{many}{_name}s": 2 * _scale for many in ("", "several ", "many ")}
    if _scale > SCALES["hundred"]:
        VAGUE |= {f"tens of {_name}s": 20 * _scale, f"hundreds of {_name}s": 200 * _scale}


def _longest_first(names: dict[str, float] | dict[str, float | None]) -> str:
    return "|".join(name.replace(" ", "[ -]") for name in sorted(names, key=len, reverse=True))


_HEDGE = "|".join(f"(?P<{name}>{words})" for name, words in HEDGES.items())
_VAGUE = rf"(?<!how )(?P<vague>{_longest_first(VAGUE)})\b(?! an?\b)"
_RANGE = (
    rf"(?:between (?P<least>{NUMBER}) and (?P<most>{NUMBER})|(?:from )?(?P<low>{NUMBER}) to (?P<high>{NUMBER})"
    r"|(?P<first>\d+)[-–](?P<last>\d+))"
)
_SHARE = (
    rf"(?P<part>{SMALL_NUMBER}|\d{{1,3}}) (?:out of(?: every)?|of every|in(?: every)?)"
    rf" (?P<whole>{SMALL_NUMBER}|\d{{1,3}})(?= [a-z])(?! (?:seconds|minutes|hours|days|weeks|months|years)\b)"
)
_FRACTION = (
    rf"(?P<fraction>{_longest_first(FRACTIONS)})(?= of\b| the\b| an?\b(?! dozen)| our\b| its\b| their\b)"
    rf"|(?<=\bby )(?P<change>{_longest_first(FRACTIONS)})(?= ?[,.;]| in\b| since\b|$)"
)
_SCALE = rf"(?:[ -]?(?P<scale>{'|'.join(SCALES)}|bn)\b)?"
_NOT_BEFORE = r"(?<![\w.,/-])"
QUANTITY = re.compile(
    rf"{_NOT_BEFORE}(?:(?:{_HEDGE}) )?(?:(?P<currency>(?:US)?[$€£] ?)|\b)"
    rf"(?:half a (?P<half>million|billion|trillion)\b|{_FRACTION}|{_VAGUE}|{_SHARE}"
    rf"|(?:{_RANGE}(?!\d)|(?P<number>{NUMBER})){_SCALE})",
    re.IGNORECASE,
)
BEHIND = re.compile("|".join(rf" (?P<{name}>{words})\b" for name, words in HEDGES_BEHIND.items()), re.IGNORECASE)

_DATE = (
    rf"\b{DAY}(?:(?: to | and |[-–]){DAY})? (?:of )?{ANY_MONTH}(?!\w)(?: \d{{4}})?"
    rf"|\b{ANY_MONTH} {DAY}\b(?:, \d{{4}})?|\b{ANY_MONTH} \d{{4}}\b"
    rf"|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}\b"
)
_CLOCK = (
    r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|\b\d{1,2}[:.]\d\d\b(?=(?: on| in|,|\.|$| the| GMT))"
    rf"|\b(?:{SMALL_NUMBER}|\d{{1,2}}) o'clock\b|\b24/7\b|\b(?:1[5-9]|20)?\d0s\b"
)
_NUMBERED = (
    rf"\b(?:{LABEL}) \w*\d[\w.()/-]*(?:(?:,| and| to| or) \d[\w.()-]*)*|\b(?:points?|articles?|rules?) {SMALL_NUMBER}\b"
    r"|\b[a-z]\w*-\d+\w*|\b\d+(?-i:[A-Z])\w*\b(?<!km)(?<!kW)(?<!MW)(?<!GW)|\b[a-z]\d+\b"
)
_ORDINAL = rf"\b\d+(?:st|nd|rd|th)\b|\b{SPELT_ORDINAL}|\bfirst\b"
_IDIOM = (
    r"\bone of (?:the|our|its|their|those|these|\w+'s)\b|\bon (?:the )?one hand\b|\bsecond to none\b"
    r"|\b(?:any|every|some|no|this|that|each)one\b|\bone by one\b|\bfor one\b"
    r"|\b(?:the|this|that|no|any|each|every|another|which|at) one\b"
    r"|\bone (?:another|day|side|party|thing|word|must|can|cannot|may|might|should|hopes|wonders|asks|and all)\b"
    rf"|\b(?:under|over)(?= {SMALL_NUMBER} (?:successive|different|separate|consecutive|rival)\b)"
)
NO_QUANTITY = re.compile(f"{_DATE}|{_CLOCK}|{_NUMBERED}|{_ORDINAL}|{_IDIOM}", re.IGNORECASE)
YEARS = re.compile(rf"\b{YEAR}(?:[-/–](?:{YEAR}|\d\d))?\b(?![.,]\d)")
