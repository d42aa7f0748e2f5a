"""Turns bytes into text: byte order marks, UTF-8, UTF-16, then charset detection. Refuses what is not text."""

from __future__ import annotations

import codecs
import re

from claims.errors import DataError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\ufffd]")
_MAX_CONTROL_SHARE = 0.002
# What detection may answer: the single-byte and East Asian sets in which public pages are saved.
_CANDIDATES = [
    "windows-1251",
    "windows-1252",
    "windows-1254",
    "windows-1250",
    "windows-1256",
    "koi8-r",
    "iso8859-9",
    "mac-cyrillic",
    "shift_jis",
    "gb18030",
]


def decode(data: bytes, name: str, *, html: bool = False) -> str:
    """Decode text bytes.

    Args:
        data: The file as it is.
        name: Source name for error messages.
        html: Honour the charset that the page's ``<meta>`` declares.

    Raises:
        DataError: When the bytes are no text in any known encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data, encoding, name), name)
    if b"\x00" in data[:4096]:
        # Text in UTF-16 without a mark has its zero bytes at every other place.
        even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
        if max(even, odd) > 8 * min(even, odd) and max(even, odd) > len(data[:4096]) // 40:
            return _checked(_strict(data, "utf-16-be" if even > odd else "utf-16-le", name), name)
        raise _not_text(name)
    declared = _META_CHARSET.search(data[:4096]) if html else None
    for encoding in ("utf-8", *([declared[1].decode("ascii")] if declared else [])):
        try:
            return _checked(data.decode(encoding), name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _checked(_detect(data, name), name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as exc:
        raise DataError(f"{name}: broken {encoding} text ({exc.reason}); save it again as UTF-8") from exc


def _detect(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_CANDIDATES, preemptive_behaviour=False).best()
    if best is None:
        raise _not_text(name)
    return str(best)


def _checked(text: str, name: str) -> str:
    if len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise _not_text(name)
    return text


def _not_text(name: str) -> DataError:
    return DataError(f"{name}: binary data, expected text; give txt, md, html, pdf, docx or jsonl with its extension")
