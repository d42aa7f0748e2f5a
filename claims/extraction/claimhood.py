"""Tells sentences that claim something from those that do not. Pure patterns; a doubt is decided for the claim."""

from __future__ import annotations

import re

from claims.extraction.boundaries import CLOSERS
from claims.extraction.courtesies import reason_of_courtesy

_MIN_WORDS = 3
_MAX_TITLE_WORDS = 14
_FINAL_STOPS = ".!?…։。！？؟।॥።:;"
_BULLET = re.compile(r"^[•*▪◦‣·–—-]\s+")
_NUMBER = re.compile(r"^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]|[ivxIVX]{1,5})[.)]\s+)+")

_QUESTION_MARKS = frozenset("?؟？")
# "He asked: “Who came?”" reports what somebody did; a doubt, so a claim.
_REPORTED = re.compile(r"\w[:,]\s*[\"“«„‘']")
_ARMENIAN_QUESTION_MARK = "՞"

_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]\.?$")
_CONNECTIVE = re.compile(
    r"(?:on the contrary|first of all|in conclusion|and so on|far from it|not at all|quite the opposite"
    r"|last but not least|that is all|once again)\W*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:i|we|he|she|it|they|you|this|that|nobody|everybody|everyone|nothing)(?:['’]\w+)?", re.IGNORECASE
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|cannot|could|must|shall|should|did|does|do)\b")
_SPEAKS = re.compile(r"(?:I|We) ")
_ASKS = re.compile(r"(?:what|why|how|who|where|when|which)\b", re.IGNORECASE)


def reason_left_out(sentence: str, *, may_be_title: bool = True) -> str | None:
    """Name the reason why a sentence is no claim, or return None for a claim.

    Args:
        sentence: One sentence without surrounding white space.
        may_be_title: False for a sentence that a missing final stop does not make a heading, since it shares its
            line with others or the whole statement has no final stops.

    Returns:
        "question", "greeting", "thanks", "speech act without content", "fragment", "title", or None.
    """
    bare = _NUMBER.sub("", _BULLET.sub("", sentence))
    if not any(letter.isalpha() for letter in bare):
        return "fragment"
    if _is_question(sentence):
        return "question"
    courtesy = reason_of_courtesy(bare)
    if courtesy:
        return courtesy
    if _is_fragment(bare, may_be_title=may_be_title):
        return "fragment"
    return "title" if may_be_title and _is_title(sentence, bare) else None


def ends_in_stop(sentence: str) -> bool:
    """Tell whether a sentence ends in final punctuation, closing quotes or brackets aside."""
    return sentence.rstrip(CLOSERS).endswith(tuple(_FINAL_STOPS))


def _is_question(sentence: str) -> bool:
    if _ARMENIAN_QUESTION_MARK in sentence:
        return True
    spoken = sentence.rstrip(CLOSERS)
    stops = spoken[len(spoken.rstrip(_FINAL_STOPS)) :]
    return not _QUESTION_MARKS.isdisjoint(stops) and not (spoken != sentence and _REPORTED.search(sentence))


def _is_fragment(bare: str, *, may_be_title: bool) -> bool:
    """One word, two without a verb, an aside such as "(Applause.)", or a connective that stands alone."""
    words = [word for word in bare.split() if any(letter.isalnum() for letter in word)]
    if _CONNECTIVE.match(bare) or (len(words) <= _MIN_WORDS and _ASIDE.match(bare)):
        return True
    if may_be_title and not ends_in_stop(bare):
        return len(words) <= _MIN_WORDS and not _first_letter(bare).isupper()
    return len(words) < _MIN_WORDS and not _is_short_clause(words) and not (may_be_title and bare.endswith(":"))


def _is_short_clause(words: list[str]) -> bool:
    """Two words claim something in "It failed." and "Prices soared."; other languages need no verb at all."""
    if len(words) == 1:
        return False
    if not "".join(words).replace("’", "'").isascii():
        return True
    first, second = (word.strip("\"'“”().!…") for word in words)
    return bool(_PRONOUN.fullmatch(first)) or (second.endswith("ed") and not first.endswith("ly"))


def _is_title(sentence: str, bare: str) -> bool:
    """A short line without final stop; of bullets and numbered points, which often have none, only the shortest."""
    n_words = len(bare.split())
    if bare.endswith(":"):
        return n_words <= _MIN_WORDS
    if ends_in_stop(bare) or n_words > _MAX_TITLE_WORDS or _first_letter(bare).islower() or _SPEAKS.match(bare):
        return False
    if _BULLET.match(sentence):
        return n_words <= _MIN_WORDS
    return not (_NUMBER.match(sentence) and _FINITE.search(bare) and not _ASKS.match(bare))


def _first_letter(bare: str) -> str:
    return next((letter for letter in bare if letter.isalnum()), "")
