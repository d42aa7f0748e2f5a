"""Tells whether a thing may be taken up again by a wider noun: the company for Gazprom, the document for a treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.fields.cues import word_set
from claims.extraction.references.nouns import Kind, countries

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.extraction.references.phrases import Phrase


_DOCUMENT = word_set("document text instrument")
_AGREEMENT = word_set("agreement accord deal pact treaty")
_AGREEMENTS = word_set("treaty accord protocol convention pact memorandum agreement deal contract charter")
_COMPANY = word_set(
    "company firm manufacturer airline utility bank operator corporation supplier retailer producer developer"
    " enterprise"
    " carrier employer insurer publisher broadcaster contractor brewery brewer shipyard"
)
_BODY = word_set("organization organisation agency alliance union bloc league association")
_COUNTRY = word_set("country state nation republic kingdom")
_SUM = word_set("sum amount")
_MONEY = word_set("dollar euro pound rouble ruble franc yen yuan lira crown krona krone rupee dinar million billion")
_PLACE = word_set("city town village island port capital")
_BODIES = word_set(
    "union league association council committee commission agency organization organisation alliance federation court"
    " board chamber"
)


def may_be_called(phrase: Phrase, noun: str, *, plural: bool) -> bool:
    """Tell whether ``noun``, in the singular or plural, is a wider name of what the phrase names."""
    if noun in _SUM:
        return phrase.head in _MONEY and not plural
    for nouns, fits in _WIDER:
        if noun in nouns:
            return phrase.plural == plural and fits(phrase)
    return False


def _is_name(phrase: Phrase) -> bool:
    return phrase.kind is Kind.NAME and not phrase.determiner and not phrase.place_like


def _is_country(phrase: Phrase) -> bool:
    return phrase.head in countries() or (_is_name(phrase) and not phrase.words)


def _is_company(phrase: Phrase) -> bool:
    return _is_name(phrase) or (phrase.proper and phrase.head in _COMPANY)


_WIDER: tuple[tuple[frozenset[str], Callable[[Phrase], bool]], ...] = (
    (_DOCUMENT, lambda phrase: phrase.kind is Kind.DOCUMENT),
    (_AGREEMENT, lambda phrase: phrase.head in _AGREEMENTS),
    (_COUNTRY, _is_country),
    (_COMPANY, _is_company),
    (_PLACE, lambda phrase: phrase.kind is Kind.NAME and phrase.place_like),
    (_BODY, lambda phrase: phrase.proper and phrase.head in _BODIES),
)
