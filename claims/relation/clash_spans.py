"""Chooses the stretches of a claim's words that a report marks as clashing. Loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.relation.clash_words import Span, Word

_MAX_SPANS = 2
_MAX_WORDS = 6  # of one span
_COST = 1.0  # what a second span must be worth
_OPENS = {"negation", "modal", "auxiliary"}  # belongs to the word behind it
_LOOSE = {"article", "small", "link", "auxiliary"}  # ends no span
_LEADS = {"article", "link"}  # begins no span


def choose_spans(words: Sequence[Word], worth: Sequence[float]) -> tuple[Span, ...]:
    """Take the stretch of words that is worth most, and another where it is worth its cost.

    Args:
        words: The words of the claim.
        worth: What each is worth; more than 0 lengthens a span.

    Returns:
        One or two spans (start, end) in the claim's text, in reading order, of at most six words each.
    """
    free = [True] * len(words)
    chosen: list[Span] = []
    for _ in range(_MAX_SPANS):
        best = _find_best(words, worth, free)
        if best is None or (chosen and best[0] <= _COST):
            break
        start, end = _trim(words, *_take_opened(words, free, *_trim(words, *best[1])))
        for place in range(max(0, start - 1), min(end + 1, len(words))):
            free[place] = False
        chosen.append((words[start].span[0], words[end - 1].span[1]))
    return tuple(sorted(chosen))


def _find_best(words: Sequence[Word], worth: Sequence[float], free: Sequence[bool]) -> tuple[float, Span] | None:
    """Return the value of the best stretch, and its words from the first to past the last; None when none is free.

    No number is cut in two, and function words alone are taken only where a claim has no others.
    """
    solid = [not _is_loose(word) for word in words]
    solid = solid if any(solid) else [True] * len(words)
    best: tuple[float, Span] | None = None
    for start in range(len(words)):
        total = 0.0
        for place in range(start, min(start + _MAX_WORDS, len(words))):
            if not free[place] or (place > start and words[place - 1].breaks):
                break
            total += worth[place]
            fits = any(solid[start : place + 1]) and not (_cuts(words, start) or _cuts(words, place + 1))
            if fits and (best is None or total > best[0]):
                best = total, (start, place + 1)
    return best


def _take_opened(words: Sequence[Word], free: Sequence[bool], start: int, end: int) -> Span:
    """Keep a negation or an auxiliary with its verb: take in what opens a stretch, and what its end opens."""
    while start > 0 and end - start < _MAX_WORDS and free[start - 1] and _opens(words[start - 1]):
        start -= 1
    opened = _opens(words[end - 1])
    while opened and end < min(start + _MAX_WORDS, len(words)) and free[end]:
        end += 1
        opened = _cuts(words, end) or (words[end - 1].kind in _OPENS | _LOOSE and not words[end - 1].breaks)
    return start, end


def _trim(words: Sequence[Word], start: int, end: int) -> Span:
    """Drop function words from both ends of a stretch, as long as one word is left."""
    while end - start > 1 and _is_loose(words[end - 1]):
        end -= 1
    while end - start > 1 and _is_loose(words[start]) and words[start].kind in _LEADS:
        start += 1
    return start, end


def _cuts(words: Sequence[Word], place: int) -> bool:
    """Tell whether a number or time that fits in a span goes on from the word before a place to the word at it."""
    number = words[place].number if 0 < place < len(words) else None
    if number is None or number != words[place - 1].number:
        return False
    return sum(word.number == number for word in words) <= _MAX_WORDS


def _opens(word: Word) -> bool:
    return word.kind in _OPENS and not word.breaks


def _is_loose(word: Word) -> bool:
    return word.kind in _LOOSE and word.number is None
