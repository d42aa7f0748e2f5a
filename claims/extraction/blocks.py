"""Cuts a text into blocks that no sentence crosses: paragraphs, headings, list items, salutations. Pure patterns."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.extraction.abbreviations import UNFINISHED
from claims.extraction.boundaries import CLOSERS, TERMINALS, WINDOW, first_letter, is_boundary
from claims.extraction.courtesies import is_greeting

if TYPE_CHECKING:
    from collections.abc import Iterator

# Nobody wraps lines at more characters than this: longer lines are whole paragraphs.
_WIDEST_WRAP = 160
_BULLET = re.compile(r"[•*▪◦‣·](?=\s)")
_ITEM = re.compile(r"(?:[–—-]|\(?(?P<number>\d{1,3})(?:\.\d{1,3}){0,3}[.)]|\(?(?:[a-zа-я]|[ivx]{1,5})\))(?=\s|$)")


def find_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of blocks in order; the line breaks left inside a block are hard wrapping.

    A blank line always ends a block. Between two lines that touch, a break stands before a list item, after a
    salutation, and where the line stops although the next word had room on it.
    """
    for lines in _paragraphs(text):
        width = max(end - start for start, end in lines)
        first = lines[0][0]
        for line, following in pairwise(lines):
            if _breaks(text, first, line, following, width):
                yield first, line[1]
                first = following[0]
        yield first, lines[-1][1]


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield runs of lines that are not blank, each line as its span without surrounding white space."""
    lines: list[tuple[int, int]] = []
    place = 0
    for line in text.splitlines(keepends=True):
        if line.isspace():
            if lines:
                yield lines
            lines = []
        else:
            lines.append((place + len(line) - len(line.lstrip()), place + len(line.rstrip())))
        place += len(line)
    if lines:
        yield lines


def _breaks(text: str, first: int, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Tell whether the block that began at ``first`` ends between two lines that touch."""
    start, end = line
    head = text[following[0] : min(following[1], following[0] + WINDOW)]
    tail = text[max(start, end - WINDOW) : end]
    lower = first_letter(head).islower()
    if end - start == 1 or _ITEM.fullmatch(tail):  # a bullet or a number alone on its line belongs to the next
        return False
    if _BULLET.match(head) or (not lower and is_greeting(text[start:end])):
        return True
    has_room = _has_room(end - start, len(head.split()[0]), width)
    if _ITEM.match(head):
        return has_room or tail[-1] in TERMINALS + ":;," or _continues_list(text[first : first + WINDOW], head)
    if has_room and (tail[-1] in ":;" or (tail[-1] in TERMINALS and head[0] in "([")):
        return True
    return has_room and not lower and _may_stand_alone(text, start, end, following[0])


def _continues_list(block: str, head: str) -> bool:
    """Tell "2. ..." after "1. ..." from a sentence that happens to wrap before its last word, "150."."""
    item, previous = _ITEM.match(head), _ITEM.match(block)
    number = item["number"] if item else None
    if number == "1" or previous is None:
        return number == "1"
    return number is None or (previous["number"] is not None and int(number) == int(previous["number"]) + 1)


def _has_room(length: int, next_word: int, width: int) -> bool:
    """Tell whether the next word would have fitted with room to spare: lines of print are not equally long."""
    room = width - length - 1 - next_word
    return width > _WIDEST_WRAP or room >= width // 4


def _may_stand_alone(text: str, start: int, end: int, following: int) -> bool:
    """A sentence that has ended, or a heading: no long line, and none that waits for another word."""
    if text[end - 1] in TERMINALS + CLOSERS:
        return text[end - 1] != "." or is_boundary(text, start, end, following)
    last_word = text[max(start, end - WINDOW) : end].rsplit(maxsplit=1)[-1]
    return end - start <= _WIDEST_WRAP and text[end - 1] != "," and last_word not in UNFINISHED
