"""Reads PDF, DOCX, Markdown and JSONL into flat text with the libraries that know them."""

from __future__ import annotations

import io
import json
import logging
import re
import zipfile
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from typing import Any

from claims.errors import DataError
from claims.reading.chrome import read_lines
from claims.reading.dates import normalise_date
from claims.reading.headers import is_header
from claims.reading.source import Source
from claims.records import Removed

_MAX_UNPACKED = 300_000_000  # bytes of a DOCX once unpacked: more is a zip bomb
_FULL_LINE = 0.7  # a PDF line shorter than this share of the usual ends its paragraph
_HYPHENS = ("\u0002", "\ufffe")  # what pdfium gives for a hyphen that breaks a word at a line end
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: of \d{1,4})?", re.IGNORECASE)
_END = re.compile(r"[.!?…:;][\"”»’')\]]*$")


def read_pdf(data: bytes, name: str) -> Source:
    """Read a PDF: hard-wrapped lines joined to paragraphs, repeated page headers and page numbers removed.

    Raises:
        DataError: When the file is damaged, encrypted, has no page or holds images only.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as exc:
        what = (
            "encrypted PDF; save it without its password"
            if "assword" in str(exc)
            else f"not a readable PDF, or one of 0 pages ({exc})"
        )
        raise DataError(f"{name}: {what}") from exc
    try:
        pages = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()
    if not any(page.strip() for page in pages):
        raise DataError(f"{name}: a PDF without text ({len(pages)} page(s) of images); run OCR on it first")
    return _join_pages(pages)


def _join_pages(pages: list[str]) -> Source:
    source = "\f".join(pages)
    edges = Counter(edge for page in pages for edge in _edge_lines(page))
    repeated = {line for line, count in edges.items() if count > max(2, len(pages) // 2)}
    lengths = sorted(len(line) for line in source.splitlines() if line.strip())
    usual = lengths[int(0.8 * (len(lengths) - 1))]
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    removed: list[Removed] = []
    length = start = 0
    for page in pages:
        lines = [line for line in read_lines(page) if line.text]
        body = [line for line in lines if not (line.text in repeated or _PAGE_NUMBER.fullmatch(line.text))]
        removed += [
            Removed(start + line.start, start + line.end, line.text, "page header")
            for line in lines
            if line not in body
        ]
        for line, following in zip(body, [*body[1:], None], strict=True):
            # A page rarely breaks a sentence behind a full stop, so its last line ends a paragraph.
            wrapped = following is not None and not is_header(following.text) and len(line.text) >= _FULL_LINE * usual
            joined = line.text.endswith(_HYPHENS) or wrapped
            pieces.append(_with_gap(line.text, ends=not joined))
            places.append((length, start + line.start))
            length += len(pieces[-1])
        start += len(page) + 1

    def locate(piece: Removed) -> Removed:
        flat_start, source_start = places[bisect_right(places, (piece.start, len(source))) - 1]
        shift = source_start - flat_start
        return replace(piece, start=piece.start + shift, end=piece.end + shift)

    return Source(flat="".join(pieces), removed=tuple(removed), locate=locate)


def _with_gap(text: str, *, ends: bool) -> str:
    """Append what joins a PDF line to the next: nothing at a broken word, a blank, or the end of a paragraph."""
    if text.endswith(_HYPHENS):
        return text.rstrip("".join(_HYPHENS))
    if not ends:
        return f"{text} "
    return f"{text}\n\n" if _END.search(text) else f"{text}\n"


def _edge_lines(page: str) -> set[str]:
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    return set(lines[:2] + lines[-2:])


def read_docx(data: bytes, name: str) -> Source:
    """Read a DOCX body in document order, tables cell by cell; page headers and footers stay out.

    Raises:
        DataError: When the file is damaged or no DOCX.
    """
    import docx
    from docx.table import Table

    try:
        unpacked = _unpacked_size(data)
        if unpacked > _MAX_UNPACKED:
            message = (
                f"{name}: a DOCX that unpacks to {unpacked // 10**6} MB, expected at most 300; save its text as txt"
            )
            raise DataError(message)  # noqa: TRY301
        document = docx.Document(io.BytesIO(data))
        blocks = [
            [cell.text for row in block.rows for cell in row.cells] if isinstance(block, Table) else [block.text]
            for block in document.iter_inner_content()
        ]
    except DataError:
        raise
    except Exception as exc:  # python-docx raises what its zip and XML layers happen to raise on damaged files
        raise DataError(f"{name}: not a readable DOCX ({type(exc).__name__}); open it and save it again") from exc
    title = document.core_properties.title.strip() or None
    return Source(flat="\n\n".join(text for block in blocks for text in block), title=title)


def _unpacked_size(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sum(entry.file_size for entry in archive.infolist())


def read_markdown(text: str) -> Source:
    """Read Markdown into paragraphs of plain text; headings become lines, code and raw HTML stay out."""
    from markdown_it import MarkdownIt

    front = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*\n", text, re.DOTALL)
    body = text[front.end() :] if front else text
    paragraphs = [front.group(1)] if front else []
    for token in MarkdownIt("commonmark").parse(body):
        if token.type == "inline":
            pieces = [
                " " if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children or []
                if child.type in ("text", "code_inline", "softbreak", "hardbreak")
            ]
            paragraphs.append("".join(pieces))
    return Source(flat="\n\n".join(paragraphs))


def read_jsonl(text: str, name: str) -> Source:
    """Read JSONL: every line an object with ``text`` and optionally the same ``speaker``, ``date``, ``title``.

    Raises:
        DataError: Naming the lines that are no such object or disagree about the speaker, the date or the title.
    """
    paragraphs: list[str] = []
    known: dict[str, str] = {}
    problems: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        row = _parse_row(line)
        if row is None:
            problems.append(f'{name}:{number}: expected a JSON object with a string "text"')
            continue
        paragraphs.append(row["text"])
        for key in ("speaker", "date", "title"):
            value = row.get(key)
            if value is None:
                continue
            if not isinstance(value, str) or known.setdefault(key, value) != value:
                problems.append(
                    f"{name}:{number}: {key} is {value!r}, expected one {key} a file; split it by statement"
                )
    if problems:
        raise DataError("; ".join(problems[:20]))
    if "date" in known and normalise_date(known["date"]) is None:
        raise DataError(f"{name}: date is {known['date']!r}, expected such as 2023-07-16")
    return Source("\n\n".join(paragraphs), known.get("title"), known.get("speaker"), known.get("date"))


def _parse_row(line: str) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) and isinstance(row.get("text"), str) else None


logging.getLogger("pypdfium2").setLevel(logging.ERROR)
