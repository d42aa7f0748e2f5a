"""Tells whether two claims speak of one event and of one time, as far as their words show it. Loads no model.

Silence is no answer: where the words leave it open, the answer is unknown, and it never vetoes a verdict.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from claims.aliases import names_in as bundled_names_in
from claims.records import Answer
from claims.relation.fields import compare_fields, is_resolved, share_a_day
from claims.relation.small_words import SMALL_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.records import Claim, TimeSpan

_WORD = re.compile(r"[^\W\d_]{3,}")
_FIGURE = re.compile(r"(?<![\w-])(?:\d[\d.,]*\d|\d)(?!\w)")
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_ENDING = re.compile(r"(?:ings?|ed|es|s|ly)$")
_SHORTEST_INFLECTED = 5
# An event that happens once may be put at two times: then the times are what the claims clash over.
_ONCE = re.compile(
    r"\b(?:first|last|only|since|until|before|after|already|still|earlier|later|never|by|began|begin|begins|due|open"
    r"|opened|founded|signed|ended|bought|borrowed|found|dated)\b",
    re.IGNORECASE,
)
_FRAME = 25  # characters from a claim's start within which a time frames all of it


def same_time(first: Claim, second: Claim) -> tuple[Answer, str]:
    """Tell whether times that two claims name share a day, with the expressions that show it.

    Returns:
        Unknown where either names no time that could be resolved to days.
    """
    pairs = [pair for pair in product(first.times, second.times) if all(map(_is_dated, pair))]
    if not pairs:
        return Answer.UNKNOWN, ""
    meeting = [pair for pair in pairs if share_a_day(*pair)]
    one, other = (meeting or pairs)[0]
    word = "and" if meeting else "against"
    return (Answer.YES if meeting else Answer.NO), f"“{one.text}” {word} “{other.text}”"


def _is_dated(time: TimeSpan) -> bool:
    """Tell a resolved time from words such as never and so far, which reach back without an end."""
    return is_resolved(time) and (time.first is not None or any(letter.isdecimal() for letter in time.text))


def same_event(
    first: Claim, second: Claim, names_in: Callable[[str], frozenset[str]] = bundled_names_in
) -> tuple[Answer, str]:
    """Tell whether two claims speak of one event, with the words that show it.

    Yes where both name a thing and share a word or figure besides, or share a figure and a word; no where each is
    framed by a time of its own. Different names alone exclude nothing: they are often what the claims clash over.

    Args:
        first: One claim.
        second: The other.
        names_in: Finds the names in a text, aliases of one thing under one name.
    """
    apart = _framed_apart(first, second)
    if apart is not None:
        return Answer.NO, f"“{apart[0].text}” against “{apart[1].text}”"
    if compare_fields(first, second).times is not None:
        return Answer.UNKNOWN, ""
    names = shared_names(first.text, second.text, names_in)
    figures = [figure for figure in _FIGURE.findall(first.text) if figure in _FIGURE.findall(second.text)]
    words = _shared_words(first.text, second.text, names)
    if (names and (words or figures)) or (words and figures):
        found = [*(f"“{name}”" for name in names[:1]), *(f"“{word}”" for word in (figures[:1] + words)[:2])]
        return Answer.YES, f"both have {' and '.join(found[:2])}"
    return Answer.UNKNOWN, ""


def shared_names(first: str, second: str, names_in: Callable[[str], frozenset[str]] = bundled_names_in) -> list[str]:
    """Return the names that two texts share, longest first; a name of one may open a sentence of the other."""
    mine, theirs = names_in(first), names_in(second)
    found = {name for name in mine if name in theirs or _stands_in(name, second)}
    found |= {name for name in theirs if _stands_in(name, first)}
    return sorted(found, key=lambda name: (-len(name), name))


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _framed_apart(first: Claim, second: Claim) -> tuple[TimeSpan, TimeSpan] | None:
    """Return two times that share no day and either open both claims or are years of events that may recur."""
    times = compare_fields(first, second).times
    if times is None:
        return None
    frames = [[time for time in claim.times if time.start < _FRAME] for claim in (first, second)]
    if all(frames):
        return frames[0][0], frames[1][0]
    if any(_ONCE.search(claim.text) for claim in (first, second)):
        return None
    years = [set(_YEAR.findall(claim.text)) for claim in (first, second)]
    return times if len(years[0]) == len(years[1]) == 1 and years[0] != years[1] else None


def _shared_words(first: str, second: str, names: list[str]) -> list[str]:
    """Return the content words of the first text that stand in the second in any form, longest first."""
    known = {_stem(word) for name in names for word in _WORD.findall(name)}
    theirs = {_stem(word) for word in _WORD.findall(second)} - known
    words = [word for word in _WORD.findall(first) if word.casefold() not in SMALL_WORDS]
    return sorted(dict.fromkeys(word for word in words if _stem(word) in theirs), key=len, reverse=True)


def _stem(word: str) -> str:
    word = word.casefold()
    return word if len(word) < _SHORTEST_INFLECTED else _ENDING.sub("", word)
