"""Shapes that name the source of a claim outside its main clause, or reject what others said. Pure patterns."""

from __future__ import annotations

import re

from claims.extraction.fields.attitude_cues import CHARGE, FALSE
from claims.extraction.fields.clauses import DONE
from claims.extraction.fields.cues import any_of
from claims.extraction.fields.parties import PARTY_BEFORE, PARTY_BEHIND, PARTY_CORE
from claims.records import Attitude

_PARTS = {
    "behind": PARTY_BEHIND,
    "before": PARTY_BEFORE,
    "core": PARTY_CORE,
    "done": DONE,
    "end": r"(?=[,;:.!)]|[”\"’](?!\w)|$| [–—-])",
    "says": any_of("(?:~say/said|~claim|~insist|~assert|~maintain|~allege|~argue|~write/wrote)"),
    "when": r"(?: (?:yesterday|today|on \w+|last \w+|in an? \w+))",
    "plain": r"^(?:(?!that\b|which\b|who\b)[\w’'-]+ ){1,12}",
    "been": r"(?:has been|have been|had been|was|were|is|are)(?: being)?(?: \w+ly)?",
    "agent": rf"\b[^;:.]{{0,80}}?\bby {PARTY_BEHIND}",
}


def _shapes(table: str) -> tuple[re.Pattern[str], ...]:
    """Compile each line by itself: every shape has its own group ``party``."""
    return tuple(re.compile(any_of(line, **_PARTS)) for line in table.splitlines() if line.strip())


# "according to the union, p", "p, as Moscow sees it", "there are some who argue that p"
SOURCES = _shapes(
    r"""
    \b[Aa]ccording to <behind><end>
    \b[Ii]n the (?:words|view|opinion|eyes|account|telling|version|judge?ment|estimation) of <behind><end>
    \b(?:[Ii]f (?:we are to believe|one believes|we believe)|[Bb]y the account of|[Aa]s (?:seen|told) by) <behind><end>
    \b[Aa]s <before> (?:sees?|saw|tells?|told|puts?|has|have|would have) it<end>
    \b[Aa]s <before><done> (?:claim(?:s|ed)?|allege[sd]?|pretend(?:s|ed)?)<end>
    ^[Tt]here (?:is|are) <before>(?:, [^;:]{1,120},)? who (?:say|claim|argue|insist|believe|maintain)s?\b
    \b(?:to|from|by|with|of) <core>, (?:which|who)<done> (?:claim|allege|insist|pretend|maintain|argue)s?\b[^,]*$
    """
)
# "p, says the union", "p, the union argues"
SAID_BEFORE = _shapes(
    r"""
    ,[”"’]? <says> <behind><end>
    [^,]{8},[”"’]? <before><done> (?:<says>|~believe|told (?:us|reporters|journalists))<when>?<end>
    """
)
# "the truce has been welcomed by the bishops", "alarm was voiced by the bishops"
_PASSIVES = (
    (Attitude.REPORTS, r"^[Ii]t <been> (?:alleged|claimed|said|argued|asserted|suggested|reported)<agent>"),
    (Attitude.DENIES, r"<plain><been> (?:denied|disputed|refuted)<agent>"),
    (Attitude.REGRETS, r"<plain><been> (?:condemned|deplored|lamented)<agent>"),
    (Attitude.REGRETS, r"^(?:\w+ )?(?i:alarm|concern|regret|dismay|sorrow|outrage) <been> (?:voiced|expressed)<agent>"),
    (Attitude.WELCOMES, r"<plain><been> (?:welcomed|greeted|hailed|praised|applauded)<agent>"),
    (Attitude.WELCOMES, r"^(?:\w+ )?(?i:thanks|gratitude|satisfaction) <been> (?:voiced|expressed)<agent>"),
    (Attitude.DEMANDS, r"<plain><been> demanded<agent>"),
)
PASSIVES = tuple((attitude, shape) for attitude, table in _PASSIVES for shape in _shapes(table))
REJECTED = re.compile(
    any_of(
        r"""
        \b<charge>\b[^.]*?\b(?:is|are|was|were|has|have|had|do|does|did|remains?)\b[^.;]{0,40}?\b<false>\b
        \bcontrary to\b[^,;]*\b(?:claims?|allegations?|assertions?|accusations?|reports?|rumours?)\b
        \bcontrary to\b[^,;]*\b(?:says?|said|claimed|believes?)\b
        \bthere is (?:no truth|not a word of truth|not a grain of truth|nothing) in\b
        \b(?:it is|it was|it['’]s) (?:\w+ )?(?:untrue|false|a lie|not true|not the case) (?:that|to)\b
        \b(?:is|are|was|were) (?:no|nothing|no more than)\b[^.;]*\b(?:invention|fiction|fabrication|slander)\b
        """,
        charge=CHARGE,
        false=FALSE,
    ),
    re.IGNORECASE,
)
