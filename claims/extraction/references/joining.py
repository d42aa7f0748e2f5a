"""Joins noun phrases: "the head" and "of the port", "Armenia" and "Azerbaijan". Loads no model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extraction.references.nouns import Kind
from claims.extraction.references.tokens import is_verb
from claims.extraction.references.words import CLAUSE_OPENERS, POSSESSIVES

if TYPE_CHECKING:
    from claims.extraction.references.phrases import Core, Phrase
    from claims.extraction.references.tokens import Token

_LONGEST = 90  # characters of a phrase with all that hangs on it
_LINKS_OF_ANY = frozenset({"of"})
_LINKS_OF_NEW = frozenset({"of", "on", "for", "between", "by", "with", "at", "near"})  # "a levy on containers"
_LINKS = {
    Kind.DOCUMENT: frozenset({"of", "on", "between", "by", "with"}),
    Kind.PLACE: frozenset({"of", "at", "near"}),
}


def hang(cores: list[Core], tokens: list[Token]) -> list[Phrase]:
    """Lengthen each phrase by those that hang on it by a preposition."""
    last = {core.first: core for core in cores}  # of several from one place the whole, not its owner
    done = []
    for core in cores:
        grown, place = core.phrase, core.behind
        while (link := _link(core.phrase, tokens, place, last)) is not None:
            if _goes_on_with_and(core.phrase, tokens, place, link):
                grown = _lengthen(grown, link.phrase)
                link = last.get(link.behind + 1, link)
            grown, place = _lengthen(grown, link.phrase), link.behind
        done.append(grown)
    return done


def _goes_on_with_and(phrase: Phrase, tokens: list[Token], place: int, link: Core) -> bool:
    """Tell "between Greece and Turkey" and "the governments of Greece and Turkey"."""
    if link.behind + 1 >= len(tokens) or tokens[link.behind].low != "and":
        return False
    many = phrase.plural and link.phrase.proper and tokens[link.behind + 1].is_capital
    return many or tokens[place].low == "between"


def _lengthen(phrase: Phrase, hung: Phrase) -> Phrase:
    return replace(phrase, end=hung.core_end, words=phrase.words | hung.words | {hung.head})


def _link(phrase: Phrase, tokens: list[Token], place: int, last: dict[int, Core]) -> Core | None:
    """Return the phrase that hangs on another by the preposition at ``place``."""
    links = _LINKS_OF_NEW if phrase.determiner in {"a", "an"} else _LINKS.get(phrase.kind, _LINKS_OF_ANY)
    if place >= len(tokens) or tokens[place].low not in links:
        return None
    core = last.get(place + 1)
    if core is None or core.phrase.core_end - phrase.start > _LONGEST or core.phrase.determiner in POSSESSIVES:
        return None
    hung = core.phrase
    is_date = hung.kind is Kind.TIME and phrase.kind is not Kind.DOCUMENT
    is_bare = not (hung.proper or hung.determiner or hung.plural)
    if is_date or _opens_list(hung, tokens, core.behind) or (tokens[place].low != "of" and is_bare):
        return None
    return core


def _opens_list(hung: Phrase, tokens: list[Token], behind: int) -> bool:
    """Tell whether an adjective was taken for a noun: "of equal and indivisible security"."""
    bare = not (hung.determiner or hung.proper or hung.plural or hung.words)
    return bare and behind < len(tokens) and tokens[behind].low in {"and", "or", ","}


def join(phrases: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """Add "Armenia and Azerbaijan" to the two."""
    behind = {token.end: number + 1 for number, token in enumerate(tokens)}
    starting = {phrase.start: phrase for phrase in phrases}  # of several the last: the whole, not its owner
    joined = list(phrases)
    for left in phrases:
        place = behind.get(left.end, len(tokens))
        if place + 1 >= len(tokens) or tokens[place].low != "and":
            continue
        right = starting.get(tokens[place + 1].start)
        if right is not None and _are_halves(left, right, tokens):
            words = left.words | right.words | {left.head}
            joined.append(replace(right, start=left.start, plural=True, words=words, halves=(left, right)))
    return sorted(joined, key=lambda phrase: (phrase.start, -phrase.end))


def _are_halves(left: Phrase, right: Phrase, tokens: list[Token]) -> bool:
    """Tell "Armenia and Azerbaijan met" from "they met Armenia and Azerbaijan objected"."""
    alike = left.kind is right.kind and left.proper == right.proper
    named = left.proper or left.plural or (left.determiner and right.determiner)
    if not named or not (alike or (left.determiner == right.determiner == "the")):
        return False
    before = [token.low for token in tokens if token.start < left.start]
    following = next((token.low for token in tokens if token.start >= right.end), "")
    opens = not before or before[-1] in CLAUSE_OPENERS or before[-1] == ","
    return opens or not is_verb(following) or not any(map(is_verb, before))
