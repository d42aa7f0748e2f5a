"""The record that every file format is read into before speaker, date and chrome are told apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.records import Removed


def _in_place(piece: Removed) -> Removed:
    return piece


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file in reading order with what its format says about it.

    ``flat`` is the text that chrome trimming walks over; ``removed`` holds what the format's own reader dropped, and
    ``locate`` moves a piece of ``flat`` to its place in the decoded source, which is ``flat`` itself for most formats.
    """

    flat: str
    title: str | None = None
    speaker: str | None = None
    date: str | None = None
    removed: tuple[Removed, ...] = ()
    locate: Callable[[Removed], Removed] = _in_place
