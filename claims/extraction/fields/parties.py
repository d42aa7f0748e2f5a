"""Tells whether words of a claim name somebody who can say something, and whether that is the speaker. Pure text."""

from __future__ import annotations

import re

from claims.extraction.fields.party_words import ENDINGS_OF_PEOPLE, NOBODY, SOMEBODY

_DETERMINER = (
    r"(?i:the|an?|my|our|their|its|his|her|one|two|three|both|some|several|many|those|certain|other|all|every)"
)
_PREPOSITION = r"(?:of|in|at|for|from|to|with|on|against|behind|under|near|and)"
_NO_NOUN = (
    rf"(?:{_DETERMINER}|(?i:{_PREPOSITION}|this|that|these|which|who|whom|whose|what|where|when|while|although|though|if"
    r"|unless|because|since|as|than|but|or|nor|not|no|never|nobody|by|through|after|before|during|without|despite|until"
    r"|about|into|over|between|among|amid|we|i|us|you|it|there|here|let|is|are|was|were|be|been|has|have|had|would|shall"
    r"|should|could|cannot|do|does|did|how|why|me|yesterday|today)|will|can|may|might|must|ought|does)"
)
_WORD = rf"(?!{_NO_NOUN}\b)(?:(?:Mr|Mrs|Ms|Dr|St)\.|\w[\w’'&/-]*(?:\.\w+)*)"
_HEAD = rf"(?:{_DETERMINER} ){{0,2}}{_WORD}(?: {_WORD})"
# As few words as will do before a verb, and as many as there are behind one; a core has nothing behind its noun.
PARTY_BEFORE = rf"(?P<party>{_HEAD}{{0,5}}?(?: {_PREPOSITION} {_HEAD}{{0,4}}?){{0,3}}?)"
PARTY_BEHIND = rf"(?P<party>{_HEAD}{{0,5}}(?: (?:of|for|and) {_HEAD}{{0,4}}){{0,3}})"
PARTY_CORE = rf"(?P<party>{_HEAD}{{0,3}}?)"

_LEADING = re.compile(rf"^(?:{_DETERMINER} |(?i:even|only|also) )*")
_FIRST_TAIL = re.compile(rf" {_PREPOSITION} ")
_NAMING = re.compile(r"[^\W\d_].*(?<![’'])(?<![’']s)")  # neither "9" nor "Moscow's"
_SMALL_WORDS = {"the", "of", "and", "for", "an", "in", "our", "its", "this"}
_OF_ANY_STATE = {"government", "side", "delegation", "republic", "people"}
_DISTINGUISHING = {"north", "south", "east", "west", "northern", "southern", "equatorial", "democratic", "papua"}
_SHORTEST_STEM = 3
_DEMONYM = ("n", "an", "ian", "s", "i", "ese")


def names_somebody(party: str, *, certainly: bool) -> bool:
    """Tell whether a phrase names a person, a state or a body rather than a text or an affair.

    Args:
        party: The phrase.
        certainly: Whether an unknown common noun is not enough.
    """
    bare = _LEADING.sub("", party, count=1)
    words = _FIRST_TAIL.split(bare)[0].split()
    if not words or not _NAMING.fullmatch(words[-1]) or _is_listed(words[-1], NOBODY):
        return False
    if not certainly or _is_listed(words[-1], SOMEBODY) or words[-1].endswith(ENDINGS_OF_PEOPLE):
        return True
    plain_plural = len(words) == 1 and bare == party and party.endswith("s")
    return words[-1][0].isupper() and not plain_plural


def _is_listed(noun: str, nouns: frozenset[str]) -> bool:
    word = noun.casefold()
    return not nouns.isdisjoint((word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"))


def names_speaker(party: str, speaker: str | None) -> bool:
    """Tell whether a phrase names the speaker: each of its words is one of the name's, or its people's.

    "Envoy of Halvik to the Council" speaks for Halvik, not for the Council, and South Sudan is not Sudan.
    """
    own = _content_words((speaker or "").split(" to ")[0])
    words = _content_words(party)
    named = [word for word in words if any(_same_name(word, name) for name in own)]
    unnamed = set(words).difference(named, _OF_ANY_STATE)
    return bool(named) and not unnamed and not _DISTINGUISHING.intersection(own).difference(words)


def _content_words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w{2,}", text.casefold()) if word not in _SMALL_WORDS]


def _same_name(first: str, second: str) -> bool:
    """Compare two words, the one perhaps the adjective of the other: Armenia, Armenian."""
    short, long = sorted((first, second), key=len)
    ending = long.removeprefix(short)
    return first == second or (len(short) > _SHORTEST_STEM and ending != long and ending in _DEMONYM)
