"""Puts what references stand for in their place, so that a claim can be read alone. Pure text; loads no model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.records import Reference

_POSSESSIVE = re.compile(r"(?:its|their|theirs|his|her)\b(?=$| )", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|the) ", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ", re.IGNORECASE)
_OBJECT_PREPOSITION = "in "


def read_out(text: str, references: Sequence[Reference]) -> str:
    """Return a claim with every resolved reference replaced by what it stands for.

    Args:
        text: The claim.
        references: Its references, in any order; those that stand for nothing are left as they are.
    """
    for reference in sorted(references, key=lambda one: one.start, reverse=True):
        if reference.stands_for is not None:
            words = _put(reference.text, reference.stands_for, opens=not text[: reference.start].strip("\"“'( "))
            text = text[: reference.start] + words + text[reference.end :]
    return text


def _put(pronoun: str, stands_for: str, *, opens: bool) -> str:
    name = " ".join(stands_for.split())
    if article := _ARTICLE.match(name):
        name = "the " + name[article.end() :]
    elif _NUMBER.match(name):
        name = "the " + name
    if possessive := _POSSESSIVE.match(pronoun):
        name += ("’" if name.endswith("s") else "’s") + pronoun[possessive.end() :]
    elif pronoun.casefold() == "there":
        name = _OBJECT_PREPOSITION + name
    return name[0].upper() + name[1:] if opens else name
