"""Finds the noun phrases of an English claim by the words that stand around them. Pure patterns; loads no model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extraction.references.chunks import core_end
from claims.extraction.references.cores import read_cores
from claims.extraction.references.joining import hang, join
from claims.extraction.references.nouns import Kind
from claims.extraction.references.tokens import is_verb

if TYPE_CHECKING:
    from claims.extraction.references.phrases import Core, Phrase
    from claims.extraction.references.tokens import Token


def find_phrases(tokens: list[Token]) -> list[Phrase]:
    """Return the noun phrases of a claim in reading order; of "the head of the port" also "the port"."""
    cores: list[Core] = []
    place = behind_last = 0
    while place < len(tokens):
        behind = core_end(tokens, place, behind_noun=0 < place == behind_last)
        if behind is None:
            place += 1
            continue
        cores.extend(read_cores(tokens, place, behind))
        place = behind_last = behind
    phrases = [phrase for phrase in join(hang(cores, tokens), tokens) if _may_stand_alone(phrase)]
    times = [phrase for phrase in phrases if phrase.kind is Kind.TIME]
    kept = [
        phrase
        for phrase in phrases
        if phrase.determiner or not any(time.start < phrase.start < time.end for time in times)
    ]
    subject = next((phrase.start for phrase in kept if phrase.subject), -1)
    if any(is_verb(token.low) for token in tokens if token.start < subject):
        return kept
    return [replace(phrase, leads=phrase.start == subject) for phrase in kept]


def _may_stand_alone(phrase: Phrase) -> bool:
    """Tell whether a phrase is more than "peace" or "unacceptable"."""
    return bool(
        not phrase.start
        or phrase.determiner
        or phrase.plural
        or phrase.proper
        or phrase.kind is not Kind.THING
        or phrase.words
    )
