"""From a statement to its claims: every sentence is a claim or is left out with a reason. Loads no model."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.extraction.claimhood import ends_in_stop, reason_left_out
from claims.extraction.fields import read_fields
from claims.extraction.parts import find_parts
from claims.extraction.references import find_references
from claims.extraction.sentences import split_sentences
from claims.records import Claim, Extraction, LeftOut

if TYPE_CHECKING:
    from claims.records import Statement

__all__ = ["extract_claims", "split_sentences"]


def extract_claims(statement: Statement) -> Extraction:
    """Read every sentence of a statement as a claim, or leave it out with a reason.

    Returns:
        Claims with ids ``<statement id>.c1`` on, and left-out sentences, both in reading order; for each,
        ``statement.text[start:end] == text``.
    """
    claims: list[Claim] = []
    left_out: list[LeftOut] = []
    spans = split_sentences(statement.text, statement.language)
    for (start, end), may_be_title in zip(spans, _may_be_titles(statement.text, spans), strict=True):
        text = statement.text[start:end]
        reason = reason_left_out(text, may_be_title=may_be_title)
        if reason is not None:
            left_out.append(LeftOut(statement.id, start, end, text, reason))
            continue
        name = f"{statement.id}.c{len(claims) + 1}"
        claim = read_fields(Claim(name, statement.id, start, end, text, holder=statement.speaker), statement)
        if claim.attitude is not None:  # its language is understood
            claim = dataclasses.replace(claim, parts=find_parts(claim, statement.speaker))
        claims.append(claim)
    if statement.language in (None, "en"):
        leaning = find_references(claims, statement)
        claims = [dataclasses.replace(claim, references=own) for claim, own in zip(claims, leaning, strict=True)]
    return Extraction(tuple(claims), tuple(left_out))


def _may_be_titles(text: str, spans: list[tuple[int, int]]) -> list[bool]:
    """Tell of each sentence whether it fills its lines, in a text that does end sentences with stops."""
    gaps = [text[left[1] : right[0]] for left, right in pairwise(spans)]
    line_ends = [True, *(bool(gap) and gap.splitlines()[0] != gap for gap in gaps), True]
    punctuated = any(ends_in_stop(text[start:end]) for start, end in spans)
    return [punctuated and line_ends[number] and line_ends[number + 1] for number in range(len(spans))]
