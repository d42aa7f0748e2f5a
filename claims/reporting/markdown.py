"""Markdown tables, and escaping of text that comes from outside."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_\[\]{}#|~$!])")
_AT_START = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+=]))")
_BARE_LINK = re.compile(r"(?i)(?<=www)\.|:(?=//)")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def table_head(*titles: str) -> tuple[str, str]:
    """Return the two lines that open a table."""
    return table_row(*titles), table_row(*("---" for _ in titles))


def text_row(*cells: str) -> str:
    """Return a table row of untrusted texts."""
    return table_row(*(escape_markdown(cell) for cell in cells))


def table_row(*cells: object) -> str:
    """Return a table row of cells that are safe already."""
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def escape_markdown(text: str) -> str:
    """Put untrusted text on one line in which nothing acts as Markdown or HTML."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()).translate(_ENTITIES))
    return _AT_START.sub(r"\1\\", _BARE_LINK.sub(r"\\\g<0>", line))
