"""A statement as read, and what was left out of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch of the source that is not part of the statement: ``source_text[start:end]`` and why it went."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One verbatim public utterance.

    ``text`` is the clean text that every claim offset points into. ``speaker_source`` and ``date_source`` are
    "caller", "header", "metadata" or "unknown". ``date`` is ISO 8601 (YYYY, YYYY-MM or YYYY-MM-DD). ``sha256`` is of
    the input's bytes. ``removed`` offsets point into the decoded source before cleaning.
    """

    id: str
    text: str
    source: str
    sha256: str
    speaker: str | None = None
    speaker_source: str = "unknown"
    date: str | None = None
    date_source: str = "unknown"
    title: str | None = None
    language: str | None = None
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sentence that was read as no claim, and why."""

    statement: str
    start: int
    end: int
    text: str
    reason: str
