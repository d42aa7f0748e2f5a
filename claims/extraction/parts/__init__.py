"""From a claim to its propositions: what one sentence says, taken apart. Pure rules; loads no model.

A split has to be plain: where the rules see two ways to read a sentence it stays whole.
"""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from claims.extraction.fields.attribution import SPEAKER, Attribution, attribute
from claims.extraction.fields.modality import find_modality
from claims.extraction.parts.propositions import find_propositions
from claims.extraction.parts.stretches import Sentence
from claims.extraction.parts.words import read_words
from claims.records import Attitude, Part

if TYPE_CHECKING:
    from claims.extraction.parts.stretches import Stretch
    from claims.records import Claim

__all__ = ["find_parts"]

_LONGEST = 2000  # characters: no sentence is longer


def find_parts(claim: Claim, speaker: str | None) -> tuple[Part, ...]:
    """Take a claim apart into its propositions.

    Args:
        claim: An English claim.
        speaker: Who speaks; a party of that name is the speaker too.

    Returns:
        Parts with ids ``<claim id>.a`` on, in the order of their words, each presupposed one behind the part it
        stands in; nothing where the claim is one proposition.
    """
    if len(claim.text) > _LONGEST:
        return ()
    found = find_propositions(Sentence(claim.text, read_words(claim.text), speaker))
    found = [stretch for stretch in found if stretch.spans()]
    if not 1 < len(found) <= len(ascii_lowercase):
        return ()
    return tuple(
        _part(f"{claim.id}.{letter}", stretch, speaker) for letter, stretch in zip(ascii_lowercase, found, strict=False)
    )


def _part(name: str, stretch: Stretch, speaker: str | None) -> Part:
    source = _source(stretch)
    holder = source.holder
    if holder not in stretch.sentence.text:  # its capital is that of the sentence it was read in
        holder = holder[:1].lower() + holder[1:]
    return Part(
        id=name,
        spans=stretch.spans(),
        reads=stretch.reads(),
        carried=stretch.carried,
        presupposed=stretch.presupposed,
        holder=speaker if source.holder == SPEAKER else holder,
        attitude=source.attitude,
        modality=find_modality(stretch.mood or stretch.reads(), source.attitude),
    )


def _source(stretch: Stretch) -> Attribution:
    """Tell whose a part is and how put forward: by its frame, else by its words; what it presupposes is asserted."""
    if stretch.presupposed:
        holder = stretch.source.holder if stretch.source else SPEAKER
        return Attribution(holder, Attitude.ASSERTS)
    return stretch.source or attribute(stretch.reads(), stretch.sentence.speaker)
