"""Reads the ``Speaker:`` / ``Date:`` / ``Title:`` lines at the very top of a text. Pure patterns."""

from __future__ import annotations

import re

from claims.records import Removed

_LINE = re.compile(r"\s*(speaker|date|title)[ \t]*:[ \t]*(\S.*?)\s*", re.IGNORECASE)


def is_header(line: str) -> bool:
    """Tell whether a line names the speaker, the date or the title."""
    return _LINE.fullmatch(line) is not None


def read_headers(text: str) -> tuple[dict[str, str], list[Removed]]:
    """Read the header lines before the first other line.

    Returns:
        The fields found, keyed "speaker", "date", "title", and the lines they were on, with offsets into ``text``.
    """
    fields: dict[str, str] = {}
    removed: list[Removed] = []
    start = 0
    for line in text.splitlines(keepends=True):
        content = line.strip()
        found = _LINE.fullmatch(line)
        if found and found[1].lower() not in fields:
            fields[found[1].lower()] = found[2]
            at = start + line.index(content)
            removed.append(Removed(at, at + len(content), content, "header"))
        elif content:
            break
        start += len(line)
    return fields, removed
