"""A stretch of a claim's words with its verbs, and the propositions cut out of it. Plain records; loads no model."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claims.extraction.parts.groups import Group, find_groups

if TYPE_CHECKING:
    from claims.extraction.fields.attribution import Attribution
    from claims.extraction.parts.words import Word


class Sentence(NamedTuple):
    """A claim's text, its words, and who speaks."""

    text: str
    words: list[Word]
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a sentence, not always neighbours, that are read as a sentence of their own.

    ``places`` are their numbers in the sentence, ``carried`` the place in the text of the subject they leave out, and
    ``source`` whose they are and how put forward, where their own words do not tell; ``mood`` is the
    sentence that has the auxiliary they share.
    """

    sentence: Sentence
    places: tuple[int, ...]
    carried: tuple[int, int] | None = None
    source: Attribution | None = None
    presupposed: bool = False
    mood: str | None = None

    @property
    def words(self) -> list[Word]:
        """Return the words."""
        return [self.sentence.words[place] for place in self.places]

    def find_verbs(self) -> list[Group]:
        """Return the verbs, in places of ``words``."""
        carried = self.carried
        subject = [one for one in self.sentence.words if carried and carried[0] <= one.start and one.end <= carried[1]]
        return find_groups(tuple(self.words), tuple(subject))

    def cut(self, start: int, end: int | None = None) -> Stretch:
        """Return part of the words, as numbered in ``words``."""
        return dataclasses.replace(self, places=self.places[start:end])

    def without(self, start: int, end: int) -> Stretch:
        """Return the words around a part."""
        return dataclasses.replace(self, places=self.places[:start] + self.places[end:])

    def spans(self) -> tuple[tuple[int, int], ...]:
        """Return the places of the words in the text: neighbours together, no sign at either end."""
        runs: list[list[Word]] = []
        previous: int | None = None
        for place in self.places:
            if previous is None or place != previous + 1:
                runs.append([])
            runs[-1].append(self.sentence.words[place])
            previous = place
        trimmed = [trim(run) for run in runs]
        return tuple((run[0].start, run[-1].end) for run in trimmed if run)

    def reads(self) -> str:
        """Return the words, behind the subject they carry, as a sentence."""
        text = self.sentence.text
        pieces = [text[start:end] for start, end in ((self.carried,) if self.carried else ()) + self.spans()]
        if self.carried and self.words[0].start == 0 and self.words[0].may_be("ing", "participle"):
            pieces[1] = pieces[1][:1].lower() + pieces[1][1:]
        sentence = " ".join(" ".join(pieces).split())
        return sentence[:1].upper() + sentence[1:] + ("" if sentence.endswith((".", "!", "?", ".”", '."')) else ".")


def trim(words: list[Word]) -> list[Word]:
    """Drop the signs at both ends, save those of pairs."""
    start, end = 0, len(words)
    while start < end and words[start].may_be("sign"):
        start += 1
    while end > start and words[end - 1].may_be("sign") and words[end - 1].text != "%":
        end -= 1
    return words[start:end]


def skip_adverbs(words: list[Word], place: int) -> int:
    """Return the place of the first word that is no adverb."""
    while place < len(words) and words[place].may_be("adverb"):
        place += 1
    return place
