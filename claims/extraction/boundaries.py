"""Decides whether a sentence ends where one may: rules over a few characters either side. Pure patterns."""

from __future__ import annotations

import re

from claims.extraction.abbreviations import (
    END_BEFORE_CAPITAL,
    END_BEFORE_OPENER,
    MONTHS,
    NEVER_END,
    NUMBERED,
    SENTENCE_OPENERS,
)

OPENERS = "\"“«„‘'([{¿¡"
CLOSERS = "\"”“»’')]}"
TERMINALS = ".!?…"
# How far the rules look: every decision takes the same time, however long the text is.
WINDOW = 48

_DASHES = "-–—"
# The last part keeps the initial of "A. Smith" from passing for the article.
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?!\w|(?<=\b\w)\.)")
_MARKERS = re.compile(r"(?:[•*▪◦‣–—-]\s+)?(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]|[ivxIVX]{1,5})[.)]\s*){1,3}")
_POINT = re.compile(r"^\(?(?:\d{1,3}[.)]|(?:[^\W\d_]|[ivx]{1,5})\))\s+")
_LETTER_WITH_STOP = re.compile(r"[^\W\d_]\.")
_FIRST_HALF = re.compile(r"[^\W\d_]\.|və")
_LETTERS_WITH_STOPS = re.compile(r"(?:[^\W\d_]\.){2,}")
_REST_OF_DATE = re.compile(r"\d{1,2}\.\s?\d{2,4}\b|(?:19|20)\d\d\b")
_DOCUMENT_NUMBER = re.compile(r"[(\[]?(?:№\s?)?[A-Z/.-]{0,12}\d")
_ROMAN = re.compile(r"[IVXLC]+\b(?!['’])")
_SURNAME = re.compile(r"(?:[^\W\d_]['’])?[^\W\d_]{2,}")
# After these a single capital is a label: "in Annex B. Armenia ...", against the initial of "by B. Smith".
_LABELLED = re.compile(
    r"(?:annex|appendix|article|part|plan|group|category|class|schedule|section|chapter|vitamin|hepatitis|type|grade"
    r"|phase|zone|block|area|sector|table|figure|line|option|point|case|protocol|level|team|route|hall|room|gate"
    r"|terminal|item|exhibit|war|title|book|volume|scenario|party|company|unit|step|stage|number|letter|building|pillar"
    r"|приложени\w*|стать\w*|пункт\w*|част\w*|групп\w*|категори\w*|план\w*|класс\w*|раздел\w*|том\w*|зон\w*|глав\w*)s?",
    re.IGNORECASE,
)


def is_boundary(text: str, start: int, end: int, following: int) -> bool:
    """Tell whether a sentence that began at ``start`` ends at ``end``; ``following`` is the next visible character."""
    before = text[max(start, end - WINDOW) : end]
    after = text[following : following + WINDOW]
    stripped = before.rstrip(CLOSERS + " ")
    if not after or _closes(after) or not any(letter.isalnum() for letter in before):
        return False
    if end - start < WINDOW and _MARKERS.fullmatch(before):  # "1." stays with its sentence
        return False
    if first_letter(after).islower() or stripped[-1:].isalnum() or stripped[-1:] in ",;-–—":
        return False
    if not stripped.endswith("."):
        return True
    return (end < following or _lost_its_blank(stripped, after)) and _ends_at_full_stop(stripped, after)


def first_letter(after: str) -> str:
    """First character behind opening quotes, brackets, dashes and "2." or "(a)"; empty when there is none."""
    return _POINT.sub("", after).lstrip(OPENERS + CLOSERS + _DASHES + " \t")[:1]


def _opens_sentence(after: str) -> bool:
    word = _WORD.match(after.lstrip(OPENERS + _DASHES + " "))
    return word is not None and word[0][0].isupper() and word[0].casefold().replace("’", "'") in SENTENCE_OPENERS


def _closes(after: str) -> bool:
    """A closing quote or bracket belongs to the sentence it closes; a straight quote closes when a blank follows."""
    if after[0] in "\"'":
        return len(after) == 1 or after[1].isspace()
    return after[0] in CLOSERS and after[0] not in OPENERS + "“"


def _lost_its_blank(before: str, after: str) -> bool:
    """Tell "was closed.The road" from "Node.JS" and "e.g.This"."""
    return before[-4:-1].isalpha() and before[-4:-1].islower() and after[:1].isupper() and not after[1:2].isupper()


def _ends_at_full_stop(before: str, after: str) -> bool:
    """Judge a full stop: of an ellipsis, an initial, a number, an abbreviation, or of a sentence."""
    if before.endswith(".."):
        return first_letter(after).isalpha()
    words = before.split()
    token = words[-1].lstrip(OPENERS + _DASHES)
    if _LETTER_WITH_STOP.fullmatch(token) and token[0].isupper():
        return not _is_initial(words, after)
    if token[:-1].isdecimal():  # "3. 10. 2020"; any other number may end a sentence
        return len(token) > len("31.") or not _REST_OF_DATE.match(after)
    return _ends_after_abbreviation(words, token, after)


def _ends_after_abbreviation(words: list[str], token: str, after: str) -> bool:
    if _LETTER_WITH_STOP.fullmatch(token) and _FIRST_HALF.fullmatch("".join(words[-2:-1])):
        token = words[-2].rstrip(".") + "." + token  # "т. е.", "və s."
    word = token[:-1].casefold()
    if word in NEVER_END:
        return False
    if word in MONTHS:
        return not after[0].isdigit()
    if word in NUMBERED:
        return not (_DOCUMENT_NUMBER.match(after) or (word != "no" and _ROMAN.match(after)))
    if word in END_BEFORE_CAPITAL:
        return True
    if word in END_BEFORE_OPENER or _LETTER_WITH_STOP.fullmatch(token) or _LETTERS_WITH_STOPS.fullmatch(token):
        return _opens_sentence(after)
    return True


def _is_initial(words: list[str], after: str) -> bool:
    """Tell whether the single capital that ``words`` end in is an initial: a name follows, no label precedes."""
    if not after[0].isupper() or _opens_sentence(after):
        return False
    if not _SURNAME.match(after) and after[1:2] != ".":
        return False
    if len(words) == 1 or words[-1][0] in OPENERS:
        return True
    previous = words[-2].strip(OPENERS + CLOSERS + ",;:")
    return not (previous[-1:].isdigit() or _LABELLED.fullmatch(previous))
