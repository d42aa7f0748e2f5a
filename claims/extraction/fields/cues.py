"""Notation for tables of cues, one a line, and its compilation into one pattern. Pure text; loads no model.

A line is a regular expression. In it ``~deny`` stands for deny, denies, denied and denying; ``~say/said`` names the
past of an irregular verb, ``~give/gave/given`` its participle too; ``~be`` and ``~have`` are those verbs. ``<part>``
stands for a pattern given by that name.
"""

from __future__ import annotations

import re

_VERB = re.compile(r"~([a-z]+)(?:/([a-z]+))?(?:/([a-z]+))?")
_PART = re.compile(r"(?<!\?P)<(\w+)>")
_AUXILIARIES = {"be": "is|are|am|was|were|be|been|being", "have": "has|have|had|having"}
_DOUBLE_LAST_LETTER = frozenset({"admit", "beg", "commit", "permit", "plan", "regret"})
_HISSING = re.compile(r"(?:s|sh|ch|x|z)$")
_Y_AFTER_CONSONANT = re.compile(r"(?<![aeiou])y$")


def any_of(table: str, **parts: str) -> str:
    """Return the source of a pattern that matches any line of a table, earlier lines first."""
    lines = (line.strip() for line in table.splitlines())
    verbs = "|".join(_VERB.sub(_forms, line) for line in lines if line)
    return "(?:" + _PART.sub(lambda part: parts[part[1]], verbs) + ")"


def word_set(text: str) -> frozenset[str]:
    """Return the words of a table."""
    return frozenset(text.split())


def _forms(verb: re.Match[str]) -> str:
    base, past, participle = verb.groups()
    if base in _AUXILIARIES:
        return f"(?:{_AUXILIARIES[base]})"
    stem = base + base[-1] if base in _DOUBLE_LAST_LETTER else base.removesuffix("e")
    soft = _Y_AFTER_CONSONANT.sub("i", base)
    third = soft + ("es" if soft != base or _HISSING.search(base) else "s")
    past = past or (soft if soft != base else stem) + "ed"
    return f"(?:{'|'.join(dict.fromkeys((base, third, past, participle or past, stem + 'ing')))})"
