"""Cuts a claim into words and tells what each may be: a verb form, a determiner, a conjunction. Pure text; no model."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claims.extraction.parts.small_words import ADVERBS, CLOSED, DECIMALS, NO_ADVERBS, NO_PARTICIPLES, NO_PAST
from claims.extraction.parts.verb_words import ALSO_NOUNS, BASES, IRREGULAR

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,:/]\d+)*\w*|\w+(?:[’'‑-]\w+)*(?:(?<=s)[’'](?!\w))?|[^\w\s]")
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»", '"': '"', "–": "–", "—": "—"}
_LONGEST_INSERT = 60  # words between brackets, quotation marks or dashes
_DOUBLING = re.compile(r"[^aeiouwxy][aeiou][bdgklmnprt]$")
_HISSING = re.compile(r"(?:s|sh|ch|x|z|o)$")
_ENDING = re.compile(r"^(?:\w+-)?(?P<stem>[a-z]{3,})(?P<ending>ed|ing)$")


class Word(NamedTuple):
    """A word or a sign of a text: ``text[start:end]``; ``kinds`` names what it may be."""

    text: str
    low: str
    start: int
    end: int
    kinds: frozenset[str]

    def may_be(self, *kinds: str) -> bool:
        """Tell whether the word is of any of these kinds."""
        return not self.kinds.isdisjoint(kinds)


def read_words(text: str) -> list[Word]:
    """Cut a text into words and signs.

    Kinds are those of ``small_words`` and: "sign", "inside" (brackets, quotation marks, dashes), "name", "number",
    "adverb", "base", "third", "past" (past or participle), "plainly past", "participle", "ing", "noun too" and "plain"
    (none of the others).
    """
    found = list(_TOKEN.finditer(text))
    inside = _find_inserts([match[0] for match in found])
    words = []
    for number, match in enumerate(found):
        kinds = frozenset({"inside"}) if number in inside else _kinds_of(match[0], first=number == 0)
        words.append(Word(match[0], match[0].lower().replace("’", "'"), match.start(), match.end(), kinds))
    return words


def _find_inserts(texts: list[str]) -> set[int]:
    """List the words between brackets, quotation marks and dashes, with these."""
    inside: set[int] = set()
    number = 0
    while number < len(texts):
        closing = _PAIRS.get(texts[number])
        reach = texts[number + 1 : number + _LONGEST_INSERT]
        if closing in reach:
            end = number + 1 + reach.index(closing)
            inside.update(range(number, end + 1))
            number = end
        number += 1
    return inside


@cache
def _kinds_of(text: str, *, first: bool) -> frozenset[str]:
    low = text.lower().replace("’", "'")
    if not text[0].isalnum():
        return frozenset({"sign"})
    if text[0].isdigit() or low.split("-")[0] in DECIMALS:
        return frozenset({"number"})
    if low in CLOSED and not (text == "May" and not first):
        return CLOSED[low]
    if text[0].isupper() and not first:
        return frozenset({"name"})
    kinds = set(_verb_kinds(low))
    if low in ADVERBS or (low.endswith("ly") and low not in NO_ADVERBS and not kinds):
        kinds.add("adverb")
    return frozenset(kinds or {"plain"})


def _verb_kinds(low: str) -> set[str]:
    if low in _FORMS:
        return set(_FORMS[low])
    ending = _ENDING.match(low)
    if ending and ending["ending"] == "ed" and low not in NO_PAST:
        return {"past", "participle", "unknown"}
    return {"ing", "unknown"} if ending and ending["ending"] == "ing" and low not in NO_PARTICIPLES else set()


def _forms() -> dict[str, set[str]]:
    forms: dict[str, set[str]] = {}

    def add(form: str, *kinds: str) -> None:
        forms.setdefault(form, set()).update(kinds)

    irregular = {line[0]: line[1:] for line in IRREGULAR}
    for base in {*BASES, *irregular}:
        noun = ("noun too",) if base in ALSO_NOUNS else ()
        soft = re.sub(r"(?<![aeiou])y$", "i", base)
        add(base, "base", *noun)
        add(soft + ("es" if soft != base or _HISSING.search(base) else "s"), "third", *noun)
        stem = base if base.endswith("ee") else base.removesuffix("e")
        for part in {stem, stem + stem[-1]} if _DOUBLING.search(stem) and stem == base else {stem}:
            add(re.sub(r"(?<=[^aeiou])ie$|(?<=^[dlt])i$", "y", part) + "ing", "ing")
            if base not in irregular:
                add((soft if soft != base else part.removesuffix("e")) + "ed", "past", "participle")
        if base in irregular:
            past, participle = irregular[base][0], irregular[base][-1]
            add(past, "past", *(() if past in (participle, base) else ("plainly past",)))
            add(participle, "participle")
    for low in NO_PARTICIPLES:
        forms.pop(low, None)
    return forms


_FORMS = _forms()
