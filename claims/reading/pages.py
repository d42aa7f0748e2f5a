"""Reads HTML pages: main text by trafilatura, metadata from the page's own tags, the rest recorded as removed.

Dates come only from tags that state a publication date; trafilatura's own guess would take one from a sidebar.
"""

from __future__ import annotations

import json
import logging
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from claims.errors import DataError
from claims.reading.dates import normalise_date
from claims.reading.source import Source
from claims.records import Removed

if TYPE_CHECKING:
    from collections.abc import Iterator

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "head"))
_DATE_KEYS = (
    "article:published_time",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "pubdate",
    "date",
)
_AUTHOR_KEYS = ("author", "article:author", "dc.creator", "dcterms.creator")
_SHORT_BLOCK = 25  # characters; a menu entry may well occur in a sentence, so it must be a whole line
_NEAR = 500


def read_page(html: str, name: str) -> Source:
    """Read a page.

    Args:
        html: The decoded page.
        name: Source name for error messages.

    Raises:
        DataError: When the page holds no running text.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = trafilatura.extract(html, include_comments=False, include_tables=True, favor_recall=True) or ""
    if not text.strip():
        raise DataError(f"{name}: no running text in this HTML page; save the page's text as txt")
    page = _Page()
    page.feed(html)
    page.close()
    page.end_block()
    places = {_visible(block.text): block for block in reversed(page.blocks)}

    def locate(piece: Removed) -> Removed:
        block = places.get(" ".join(piece.text.split()).lstrip("-• "))
        return replace(block, reason=piece.reason) if block else replace(piece, start=0, end=0)

    title = page.metadata.get("og:title") or page.first_heading or page.title or None
    return Source(
        flat=text,
        title=title,
        speaker=_first(page.metadata, _AUTHOR_KEYS),
        date=next((iso for date in _all(page.metadata, _DATE_KEYS) if (iso := normalise_date(date))), None),
        removed=tuple(_dropped(page.blocks, text)),
        locate=locate,
    )


def _dropped(blocks: list[Removed], text: str) -> Iterator[Removed]:
    """Yield the blocks of visible text that the main text does not hold."""
    squeezed = " ".join(text.split())
    lines = {" ".join(line.split()).lstrip("-• ") for line in text.splitlines()}
    behind = 0
    for block in blocks:
        content = _visible(block.text)
        if content in lines:
            continue
        # A page follows its text's order: look close behind the last find before looking everywhere.
        at = squeezed.find(content, behind, behind + len(content) + _NEAR)
        at = squeezed.find(content) if at < 0 else at
        if at < 0 or len(content) <= _SHORT_BLOCK:
            yield block
        else:
            behind = at + len(content)


def _visible(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", markup)).split())


def _all(metadata: dict[str, str], keys: tuple[str, ...]) -> list[str]:
    return [metadata[key] for key in keys if metadata.get(key)]


def _first(metadata: dict[str, str], keys: tuple[str, ...]) -> str | None:
    names = [name for name in _all(metadata, keys) if not name.startswith("http")]
    return names[0] if names else None


class _Page(HTMLParser):
    """Collects visible blocks with their offsets, and the metadata that the page states about itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.metadata: dict[str, str] = {}
        self.title = ""
        self.first_heading = ""
        self.blocks: list[Removed] = []
        self._source = ""
        self._unseen: list[str] = []
        self._inside = ""
        self._run: list[tuple[int, str]] = []
        self._starts: list[int] = []

    def feed(self, data: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", data))]
        self._source = data
        super().feed(data)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            self._read_meta({key: value or "" for key, value in attrs})
        if tag not in _INLINE:
            self.end_block()
        if tag == "body":
            self._unseen.clear()  # </head> may be left out
        if tag in _UNSEEN:
            self._unseen.append(tag)
        if tag in ("title", "h1") or (tag == "script" and ("type", "application/ld+json") in attrs):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.end_block()
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "title" and not self.title:
            self.title = " ".join(data.split())
        elif self._inside == "script":
            self._read_linked_data(data)
        if not self._unseen:
            self._run.append((self._offset(), data))

    def handle_entityref(self, name: str) -> None:
        if not self._unseen:
            self._run.append((self._offset(), f"&{name};"))

    def handle_charref(self, name: str) -> None:
        if not self._unseen:
            self._run.append((self._offset(), f"&#{name};"))

    def end_block(self) -> None:
        """Close the current block of visible text."""
        seen = [(offset, text) for offset, text in self._run if text.strip()]
        self._run = []
        if not seen:
            return
        (first, opening), (last, closing) = seen[0], seen[-1]
        start = first + len(opening) - len(opening.lstrip())
        end = last + len(closing.rstrip())
        self.blocks.append(Removed(start, end, self._source[start:end], "page chrome"))
        if self._inside == "h1" and not self.first_heading:
            self.first_heading = _visible(self._source[start:end])

    def _read_meta(self, attributes: dict[str, str]) -> None:
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if attributes.get("content"):
            self.metadata.setdefault(key.casefold(), " ".join(attributes["content"].split()))

    def _read_linked_data(self, data: str) -> None:
        try:
            found: Any = json.loads(data)
        except (ValueError, RecursionError):
            return
        items = found.get("@graph", [found]) if isinstance(found, dict) else found
        for item in items if isinstance(items, list) else []:
            if not isinstance(item, dict) or not str(item.get("@type", "")).endswith(
                ("Article", "Statement", "Release")
            ):
                continue
            author = item.get("author")
            author = author[0] if isinstance(author, list) and author else author
            named = author.get("name") if isinstance(author, dict) else author
            for key, value in (("datepublished", item.get("datePublished")), ("author", named)):
                if isinstance(value, str) and value.strip():
                    self.metadata.setdefault(key, value.strip())
