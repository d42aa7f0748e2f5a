"""Takes site chrome out of flat text, line by line, and says where each piece stood. Pure patterns; loads no model.

Works on pages that were saved as text, where nothing but the wording and shape of a line tells it from the statement.
A doubt is decided for the statement: single lines go only when the whole line is chrome.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.reading.chrome_patterns import LINE_RULES, SIDEBAR_HEADING, is_date_line
from claims.records import Removed

_END = re.compile(r"[.!?…:;,][\"”»’')\]]*$")
_SENTENCE_END = re.compile(r"[.!…][\"”»’')\]]*$")
_WRAPPED = re.compile(r"^[^\W\d_A-ZА-ЯЁƏÇŞÖÜİĞ]")
_BODY_WORDS = 25
_HEADLINE_WORDS = 25
_MENU_WORDS = 3
_MENU_LINES = 4
_LONGEST_CHROME = 500  # characters; also bounds the patterns' work on a text that is one long line


class Line(NamedTuple):
    """One line without surrounding white space and its place in the text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)


def read_lines(text: str, start: int = 0) -> list[Line]:
    """Cut ``text[start:]`` into lines with offsets into ``text``; blank lines stay as empty ones."""
    lines = []
    for raw in text[start:].splitlines(keepends=True):
        content = raw.strip()
        lines.append(Line(start + (raw.index(content) if content else 0), content))
        start += len(raw)
    return lines


def trim_chrome(lines: list[Line], title: str | None = None) -> tuple[list[Line], list[Removed], str | None]:
    """Separate the statement's lines from chrome.

    Args:
        lines: All lines in reading order.
        title: The headline where it is known already.

    Returns:
        The lines that stay, what went, and the headline.
    """
    reasons: list[str | None] = [_line_reason(line.text) for line in lines]
    _mark_sidebars(lines, reasons)
    _mark_menus(lines, reasons)
    title = _mark_headline(lines, reasons, title)
    kept = [line for line, reason in zip(lines, reasons, strict=True) if reason is None]
    removed = [
        Removed(line.start, line.end, line.text, reason)
        for line, reason in zip(lines, reasons, strict=True)
        if reason is not None and line.text
    ]
    return kept, removed, title


def is_body(text: str) -> bool:
    """Tell a paragraph of running text from a headline, a caption or a menu entry."""
    return len(text.split()) >= _BODY_WORDS and bool(_SENTENCE_END.search(text))


def _line_reason(text: str) -> str | None:
    if not text or len(text) > _LONGEST_CHROME:
        return None
    if is_date_line(text):
        return "date line"
    return next((reason for reason, pattern in LINE_RULES if pattern.fullmatch(text)), None)


def _mark_sidebars(lines: list[Line], reasons: list[str | None]) -> None:
    """Mark "Latest news" blocks from their heading to the next paragraph of running text."""
    inside = False
    for index, line in enumerate(lines):
        if SIDEBAR_HEADING.match(line.text):
            inside = True
        elif inside and is_body(_paragraph(lines, index)):
            inside = False
        if inside:
            reasons[index] = "sidebar"


def _paragraph(lines: list[Line], index: int) -> str:
    """Join a line with the hard-wrapped lines after it: those that go on in lower case."""
    pieces = [lines[index].text]
    for line in lines[index + 1 : index + 200]:
        if not _WRAPPED.match(line.text) and not (pieces[-1].endswith(",") and line.text):
            break
        pieces.append(line.text)
    return " ".join(pieces)


def _mark_menus(lines: list[Line], reasons: list[str | None]) -> None:
    """Mark runs of very short lines before the first and after the last paragraph of running text."""
    body = [index for index, line in enumerate(lines) if reasons[index] is None and _END.search(line.text)]
    if not body:
        return
    for edge in (range(body[0]), range(body[-1] + 1, len(lines))):
        run = [
            index
            for index in edge
            if reasons[index] is None and lines[index].text and len(lines[index].text.split()) <= _MENU_WORDS
        ]
        if len(run) >= _MENU_LINES:
            for index in run:
                reasons[index] = "menu"


def _mark_headline(lines: list[Line], reasons: list[str | None], title: str | None) -> str | None:
    """Mark the unpunctuated line above the first sentence as the headline, and every repetition of a known title."""
    open_lines = [index for index, line in enumerate(lines) if reasons[index] is None and line.text]
    if title is not None:
        for index in open_lines[:5]:
            if _same(lines[index].text, title):
                reasons[index] = "headline"
        return title
    if len(open_lines) < 2:  # noqa: PLR2004 # a lone line is the statement
        return None
    first, following = open_lines[0], lines[open_lines[1]]
    line = lines[first]
    wraps = open_lines[1] == first + 1 and _WRAPPED.match(following.text)
    if _END.search(line.text) or wraps or len(line.text.split()) > _HEADLINE_WORDS:
        return None
    reasons[first] = "headline"
    return line.text


def _same(text: str, title: str) -> bool:
    squeezed, known = (" ".join(value.split()).casefold() for value in (text, title))
    return squeezed == known or (len(squeezed) > 20 and known.startswith(squeezed))  # noqa: PLR2004 # "... | Site name"
