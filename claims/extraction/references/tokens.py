"""Cuts a flat text into words and marks, and tells verbs and adverbs by their form. Pure patterns; loads no model."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.extraction.references.words import FINITE, NOUNS_IN_LY, VERB

_TOKEN = re.compile(r"(?:Mr|Mrs|Ms|Dr|St)\.|\d+(?:[.,]\d+)*(?![^\W_]|-)|[^\W_]+(?:[-.&/'][^\W_]+)*'?|\S")


class Token(NamedTuple):
    """A word or a mark of punctuation; ``low`` is it in lower case."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def tokenize(text: str) -> list[Token]:
    """Return the words and marks of a flat text."""
    return [Token(found.start(), found.end(), found[0], found[0].casefold()) for found in _TOKEN.finditer(text)]


def is_verb(word: str) -> bool:
    """Tell whether a word in lower case is a verb by its form."""
    return word in FINITE or VERB.fullmatch(word) is not None or word.endswith("ed")


def is_adverb(word: str) -> bool:
    """Tell whether a word in lower case is an adverb by its form."""
    return word.endswith("ly") and word not in NOUNS_IN_LY
