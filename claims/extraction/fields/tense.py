"""Tells from its clause whether an expression of time lies ahead of the statement's date. Pure text; loads no model."""

from __future__ import annotations

import re

from claims.extraction.fields.calendar_words import PART

IRREGULAR_PAST = (
    "began|begun|broke|broken|brought|built|came|chose|done|drew|fell|fought|found|gave|given|grew|held|heard|kept|knew"
    "|left|lost|made|met|paid|ran|rose|sank|saw|seen|sent|shot|sold|spoke|spent|stood|struck|swore|swept|taken|took"
    "|thought|threw|went|won|wrote|written"
)
_NO_PAST = "indeed|need|speed|feed|seed|breed|exceed|proceed|succeed"  # end like one
_SENTENCE_END = re.compile(r"[;:.!?]")
_CLAUSE_END = re.compile(
    r"[,;:.!?]| (?:that|which|who|whom|whose|when|while|where|because|although|though|after|and|but|so|yet) "
)
_FUTURE = re.compile(
    r"\b(?:will|shall|won't|'ll|going to|about to|due(?! to)|(?:is|are|was|were|due) (?:not )?to)\b"
    r"|\b(?:should|must|may|might|would|can)\b(?! (?:\w+ )?have\b)"
    r"|\b(?:is|are) (?:\w+ )?(?:expected|scheduled|planned|set)\b"
)
_PAST = re.compile(rf"\b(?:was|were|had|did|been|ago|(?!(?:{_NO_PAST})\b)[a-z]{{2,}}ed|{IRREGULAR_PAST})\b")
_PAST_LEAD = re.compile(rf"\b(?:last |since (?:the )?{PART}?)$", re.IGNORECASE)
_FUTURE_LEAD = re.compile(r"\bnext $", re.IGNORECASE)
_DOCUMENT = (
    "statement|agreement|declaration|resolution|letter|note|decree|accords?|treaty|protocol|communiqué|report|decision"
    "|memorandum|order|ruling|judgment|vote|attack|war"
)
_DOCUMENT_BEFORE = re.compile(rf"\b(?:{_DOCUMENT}) (?:of|dated|from) $", re.IGNORECASE)
_DOCUMENT_BEHIND = re.compile(rf" (?:\w+ )?(?:{_DOCUMENT})\b")
_FRAGMENT = 3  # words of a clause too short to have a verb, as in "On 16 April, ..."
_LIMIT = re.compile(rf"\b(?:until|till|by|before|as from) (?:the )?{PART}?$", re.IGNORECASE)


def lies_ahead(text: str, start: int, end: int) -> bool | None:
    """Judge the expression at ``text[start:end]`` by the verbs of its clause, then of its sentence.

    Returns:
        True for a future clause, False for one in the past, None where nothing tells.
    """
    if _FUTURE_LEAD.search(text, max(0, start - 40), start):
        return True
    if _PAST_LEAD.search(text, max(0, start - 40), start):
        return False
    if _DOCUMENT_BEFORE.search(text, max(0, start - 40), start) or _DOCUMENT_BEHIND.match(text, end):
        return False
    for boundary in (_CLAUSE_END, _SENTENCE_END):
        clause = boundary.split(text[max(0, start - 300) : start])[-1] + "|" + boundary.split(text[end : end + 300])[0]
        if _FUTURE.search(clause):
            return True
        if _PAST.search(clause):
            return False
        if len(clause.split()) > _FRAGMENT:
            break
    return True if _LIMIT.search(text, max(0, start - 40), start) else None
