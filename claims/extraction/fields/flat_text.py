"""Flattens a text for patterns, with one kind of space, hyphen and apostrophe, and leads places back. No model."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

# The last four match "s", "k" and "i" where a pattern ignores case, but fold to something else.
_ALIKE = str.maketrans("‐‑’ʼſ\u212aıİ", "--''skii")


class FlatText(NamedTuple):
    """A text with single spaces and without invisible characters; ``places`` are the offsets in the original."""

    text: str
    places: list[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the original of a stretch that is not empty."""
        return self.places[start], self.places[end - 1] + 1


def flatten(text: str) -> FlatText:
    """Turn every run of white space into one space, leave out invisible characters, unify hyphens and apostrophes."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text.translate(_ALIKE)):
        if character.isspace():
            if characters and characters[-1] == " ":
                continue
            characters.append(" ")
        elif unicodedata.category(character) in ("Cf", "Cc"):
            continue
        else:
            characters.append(character)
        places.append(place)
    return FlatText("".join(characters), places)
