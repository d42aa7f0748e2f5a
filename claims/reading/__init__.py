"""From a file, bytes or a text to a ``Statement``: clean text, speaker, date, what was removed. Loads no model."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from claims.errors import DataError
from claims.reading.chrome import Line, read_lines, trim_chrome
from claims.reading.dates import normalise_date
from claims.reading.decoding import decode
from claims.reading.headers import read_headers
from claims.reading.source import Source
from claims.records import Removed, Statement

__all__ = ["read_bytes", "read_statement"]

FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "jsonl",
}
MAX_BYTES = 100_000_000
_LANGUAGES = ["am", "ar", "az", "de", "en", "es", "fr", "hy", "ru", "tr", "uk"]
# Characters that show nothing or reorder what is shown: soft hyphens, marks of direction, controls.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]"
)


def read_statement(
    path_or_text: str | Path, *, speaker: str | None = None, date: str | None = None, statement_id: str = "s1"
) -> Statement:
    """Read one statement.

    Args:
        path_or_text: A file (txt, md, html, pdf, docx, jsonl), or the text itself. A string counts as a text when it
            has a line break, or white space and no known file extension; anything else is a path.
        speaker: Who speaks; wins over what the file says.
        date: When, such as "2023-07-16" or "16 July 2023"; wins over what the file says.
        statement_id: Id of the statement in a report.

    Returns:
        The statement. Speaker and date come from the caller, else from ``Speaker:`` / ``Date:`` lines at the top, else
        from the format's metadata, else stay None; ``speaker_source`` and ``date_source`` say which.

    Raises:
        DataError: When the file cannot be read as a statement or a date does not parse.
    """
    if isinstance(path_or_text, str) and _is_text(path_or_text):
        return read_bytes(
            path_or_text.encode("utf-8", "replace"), name="text", speaker=speaker, date=date, statement_id=statement_id
        )
    path = Path(path_or_text)
    if not path.exists():
        raise DataError(f"{path}: no such file; give an existing file, or - for standard input")
    if path.is_dir():
        raise DataError(f"{path}: a folder, expected a file; give the statement's file")
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as exc:
        raise DataError(f"{path}: cannot be read ({exc.strerror}); check its permissions") from exc
    if size > MAX_BYTES:
        raise DataError(
            f"{path}: {size / 1e6:.0f} MB, expected at most {MAX_BYTES // 10**6} MB; cut it to the statement"
        )
    return read_bytes(data, name=str(path), suffix=path.suffix, speaker=speaker, date=date, statement_id=statement_id)


def read_bytes(
    data: bytes,
    *,
    name: str,
    suffix: str = ".txt",
    speaker: str | None = None,
    date: str | None = None,
    statement_id: str = "s1",
) -> Statement:
    """Read one statement from bytes in the format that ``suffix`` names; see ``read_statement``."""
    written = date
    if date is not None and (date := normalise_date(date)) is None:
        raise DataError(f"{name}: date is {written!r}, expected a date such as 2023-07-16 or 16 July 2023")
    if not data.strip():
        raise DataError(f"{name}: empty, expected a statement")
    source = _read_source(data, name, suffix)
    fields, headers = read_headers(source.flat)
    if "date" in fields and date is None and normalise_date(fields["date"]) is None:
        raise DataError(f"{name}: its Date: line says {fields['date']!r}, expected a date such as 2023-07-16")
    start = headers[-1].end if headers else 0
    kept, trimmed, title = trim_chrome(read_lines(source.flat, start), fields.get("title") or source.title)
    text = _join(kept)
    if not text:
        raise DataError(
            f"{name}: no running text, expected a statement; nothing but headers and page furniture was found"
        )
    speaker, speaker_source = _choose(speaker, fields.get("speaker"), source.speaker)
    date, date_source = _choose(
        date, normalise_date(fields.get("date", "")), source.date and normalise_date(source.date)
    )
    return Statement(
        id=statement_id,
        text=text,
        source=name,
        sha256=hashlib.sha256(data).hexdigest(),
        speaker=speaker,
        speaker_source=speaker_source,
        date=date,
        date_source=date_source,
        title=title,
        language=_detect_language(text),
        removed=_in_order(source, headers + trimmed),
    )


def _is_text(value: str) -> bool:
    if "\n" in value or "\r" in value:
        return True
    return (
        any(letter.isspace() for letter in value) and Path(value).suffix.lower() not in FORMATS and not _is_file(value)
    )


def _is_file(value: str) -> bool:
    try:
        return Path(value).exists()
    except (OSError, ValueError):
        return False


def _read_source(data: bytes, name: str, suffix: str) -> Source:
    from claims.reading import documents, pages

    kind = FORMATS.get(suffix.lower())
    if kind is None:
        known = ", ".join(FORMATS)
        raise DataError(f"{name}: unknown extension {suffix or '(none)'}; expected one of {known}")
    if kind == "pdf":
        return documents.read_pdf(data, name)
    if kind == "docx":
        return documents.read_docx(data, name)
    text = decode(data, name, html=kind == "page")
    if kind == "page":
        return pages.read_page(text, name)
    if kind == "jsonl":
        return documents.read_jsonl(text, name)
    return documents.read_markdown(text) if kind == "markdown" else Source(text)


def _join(lines: list[Line]) -> str:
    """Join the lines that stay; a stretch of blank lines becomes one, invisible characters go."""
    text = "\n".join(_INVISIBLE.sub("", line.text) for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _choose(caller: str | None, header: str | None, metadata: str | None) -> tuple[str | None, str]:
    for value, source in ((caller, "caller"), (header, "header"), (metadata, "metadata")):
        if value:
            return value, source
    return None, "unknown"


def _in_order(source: Source, removed: list[Removed]) -> tuple[Removed, ...]:
    return tuple(sorted((*source.removed, *map(source.locate, removed)), key=lambda piece: piece.start))


def _detect_language(text: str) -> str | None:
    import py3langid

    if sum(letter.isalpha() for letter in text[:4000]) < 20:  # noqa: PLR2004 # too little to tell
        return None
    py3langid.set_languages(_LANGUAGES)
    return str(py3langid.classify(text[:4000])[0])
