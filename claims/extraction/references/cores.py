"""Reads the own words of a noun phrase: its head, number, kind and whether it is a name. Loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.references.nouns import Kind, countries, is_plural, kind_of, singular
from claims.extraction.references.phrases import Core, Phrase
from claims.extraction.references.words import COMMON_ENDINGS, DETERMINERS, PREPOSITIONS, SEVERAL

if TYPE_CHECKING:
    from claims.extraction.references.tokens import Token

_TITLES = frozenset({"mr.", "mrs.", "ms.", "dr.", "president", "minister", "chancellor", "king", "queen", "secretary"})
_WHERE = frozenset({Kind.PLACE, Kind.NAME, Kind.PARTY})
_COPULAS = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "become", "becomes", "became", "remain", "remains"}
)
_LEADS_PLACE = frozenset(
    {"in", "at", "to", "near", "on", "into", "inside", "from", "around", "reached", "entered", "left"}
)


def read_cores(tokens: list[Token], start: int, behind: int) -> list[Core]:
    """Read a phrase, and before it each owner in it: "Armenia" of "Armenia's army"."""
    found = []
    first = start
    for place in range(start, behind):
        if tokens[place].low.endswith(("'s", "s'")):
            cut = tokens[place].text.removesuffix("'s").removesuffix("'")
            owner = tokens[place]._replace(text=cut, low=cut.casefold(), end=tokens[place].start + len(cut))
            found.append(Core(start, place + 1, _read_core([*tokens[first:place], owner], tokens, start)))
            first = place + 1
    if first < behind:
        found.append(Core(start, behind, _read_core(tokens[start:behind], tokens, start)))
    return found


def _read_core(own: list[Token], tokens: list[Token], start: int) -> Phrase:
    leads = DETERMINERS | {"that"}
    content = [token for token in own if token.low not in leads] or own
    determiner = own[0].low if own[0].low in leads else ""
    several = any(token.low in SEVERAL or token.text.isdigit() for token in own[:-1] if token.low != "one")
    if len(content) > 1 and content[-1].text.isdigit() and kind_of(content[-2].low) is not Kind.TIME:
        content = content[:-1]  # Article 7
    last = content[-1]
    opens_claim = len(content) == 1 and own[0] is tokens[0] and not determiner
    proper = (
        last.is_capital
        and content[0].is_capital
        and (not opens_claim or last.low in countries() or _may_be_name(last.low))
    )
    plural = _is_plural(content, determiner, proper=proper, several=several)
    kind = _kind(content, proper=proper)
    return Phrase(
        own[0].start,
        own[-1].end,
        own[-1].end,
        last.low if proper and not plural and kind_of(singular(last.low)) is None else singular(last.low),
        plural,
        kind,
        determiner,
        frozenset(singular(token.low.removesuffix("'s")) for token in content[:-1]),
        proper,
        not start or tokens[start - 1].low not in PREPOSITIONS,
        start > 0
        and tokens[start - 1].low in _LEADS_PLACE
        and (kind in _WHERE or own[-1].is_capital or _has_name(content)),
        predicate=_is_predicate(tokens, start),
    )


def _is_predicate(tokens: list[Token], start: int) -> bool:
    before = [token.low for token in tokens[max(0, start - 2) : start]]
    return before[-1:] != [] and (before[-1] in _COPULAS or (before[-1] == "not" and before[0] in _COPULAS))


def _has_name(content: list[Token]) -> bool:
    return any(token.is_capital for token in content)


def _may_be_name(word: str) -> bool:
    """Tell "Norvax" from "Dredging" where the capital is only that of a sentence."""
    return not word.endswith(COMMON_ENDINGS) and kind_of(word) is None and not is_plural(word)


def _is_plural(content: list[Token], determiner: str, *, proper: bool, several: bool) -> bool:
    last = content[-1]
    united = last.low in {"states", "nations"} and len(content) > 1 and content[-2].low == "united"
    if united or not is_plural(last.low):
        return False
    if not proper:
        return True
    people = kind_of(singular(last.low)) is not None or last.low.endswith(("ians", "eans", "ers", "ees", "ists"))
    return people and (several or determiner == "the" or not determiner)


def _kind(content: list[Token], *, proper: bool) -> Kind:
    last = content[-1]
    phrase = " ".join(token.low for token in content)
    if last.text[0].isdigit():
        return Kind.TIME
    if phrase in countries() or last.low in countries():
        return Kind.PARTY
    if proper and any(token.low in _TITLES for token in content[:-1]):
        return Kind.PERSON
    known = kind_of(singular(last.low))
    return known or (Kind.NAME if proper else Kind.THING)
