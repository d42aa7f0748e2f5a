"""Finds the words of a claim that lean on something named elsewhere. Pure patterns; loads no model."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from claims.extraction.fields.cues import word_set
from claims.extraction.references.clauses import is_bound, opens_adverbial
from claims.extraction.references.demands import demand_of
from claims.extraction.references.nouns import Kind
from claims.extraction.references.tokens import is_adverb
from claims.extraction.references.words import CLAUSE_OPENERS, PREPOSITIONS, STOPS, VERB

if TYPE_CHECKING:
    from claims.extraction.references.phrases import Phrase
    from claims.extraction.references.tokens import Token


class Form(Enum):
    """How an expression leans on another."""

    PRONOUN = auto()
    DEMONSTRATIVE = auto()
    DEFINITE = auto()
    BARE = auto()
    LATTER = auto()
    FORMER = auto()
    THERE = auto()


class Expression(NamedTuple):
    """Where it stands in the flat claim, and what its antecedent has to be; that of one ``ahead`` may follow it."""

    start: int
    end: int
    form: Form
    plural: bool = False
    kind: Kind | None = None
    phrase: Phrase | None = None
    subject: bool = False
    ahead: bool = False


_SINGULAR = {"it": None, "its": None, "he": Kind.PERSON, "him": Kind.PERSON, "his": Kind.PERSON, "she": Kind.PERSON}
_PLURAL = {"they", "them", "their", "theirs"}
_NAMING = {"this": False, "that": False, "these": True, "those": True, "the": None}  # plural or not
_OWNING = {"its", "their", "his", "her"}
_SUBJECTS = {"it", "they", "he", "she"}
SAID_BEFORE = re.compile(
    r"(?:said|same|aforementioned|above-mentioned|abovementioned|aforesaid|afore-mentioned|latter|former|mentioned)$"
)
_BE = r"(?:is|was|be|been|becomes|became|seems|seemed|remains|remained|appears|appeared)"
_CERTAIN = r"(?:clear|known|obvious|evident|important|possible|impossible|necessary|time|late)"
# "it is our duty to", "it was Moscow that", "it is agreed that", but not "it was built to".
_EXPLETIVE = re.compile(
    r"it(?: (?:rained|snowed|hailed|rains|takes|took|suffices|goes without|follows that|turns out|comes to|came to))\b"
    rf"|it (?:\w+ ){{0,3}}?{_BE}"
    r" (?:(?!\w+(?:ed|ing) )(?:[\w’'-]+ ){1,10}?(?:that|to|who|whether|if|how|why|when|what)\b"
    rf"|(?:\w+ )?\w+(?:ed|id|own) (?:\w+ )?that\b|(?:\w+ ){{0,2}}{_CERTAIN}\b|that\b|as if\b)",
    re.IGNORECASE,
)
_EXPLETIVE_OBJECT = re.compile(
    r"\b(?:makes?|made|making|finds?|found|considers?|considered|deems?|deemed|believes?|thinks?|renders?|regards?)"
    r" it (?:\w+ ){1,4}(?:to|that|for)\b|\b(?:puts?|face|lord(?:ed|ing)?) it\b",
    re.IGNORECASE,
)
_AROUND = 60  # characters behind "it" that "to" or "that" may follow in
_EXPLETIVE_THERE = re.compile(
    r"there (?:\w+ )?(?:is|are|was|were|be|been|exists?|remains?|has|have|will|can|could|may|might|must|should|would"
    r"|seems?|appears?|cannot|shall|came|arose|followed|stands|emerged)\b",
    re.IGNORECASE,
)
# What "this" or "that" of these nouns means is no thing that was named.
ADVERBIAL = word_set(
    "context regard respect connection end way manner sense case light reason kind sort basis extent effect point front"
    " matter occasion session debate hall rostrum podium assembly part"
)
# "those States that", "the people who": what follows says which.
_NAMES_ON = frozenset({"and", "or", "for", "between", "concerning", "regarding", "against"})
_RESTRICTS = frozenset({"that", "which", "who", "whose", "whom", "where"})


def find_expressions(text: str, tokens: list[Token], phrases: list[Phrase]) -> list[Expression]:
    """Return the expressions of a claim in reading order; those bound in their own clause are none."""
    at = {}
    for phrase in phrases:  # the shortest phrase from each place
        at[phrase.start] = phrase
    found: list[Expression] = []
    for place in range(len(tokens)):
        expression = _pronoun(text, tokens, place, phrases, at) or _other(text, tokens, place, at)
        if expression is not None and (not found or expression.start >= found[-1].end):
            found.append(expression)
    return found


def _pronoun(
    text: str, tokens: list[Token], place: int, phrases: list[Phrase], at: dict[int, Phrase]
) -> Expression | None:
    token = tokens[place]
    word = token.low
    if word == "her" and token.start not in at:
        word = "she"
    if word not in _SINGULAR and word not in _PLURAL and word != "her":
        return None
    if (word == "it" and _is_expletive(text, token)) or text[token.start - 1 : token.start] == "]":
        return None
    if word in _OWNING and is_bound(tokens, place, phrases, plural=word == "their"):
        return None
    person = Kind.PERSON if word in {"he", "him", "his", "she", "her"} else None
    kind = person or demand_of(tokens, place, at.get(token.start))
    subject = word in _SUBJECTS | _OWNING and not (word == "it" and _is_object(tokens, place))
    ahead = opens_adverbial(tokens, place) or (word == "it" and _is_behind_opener(tokens, place))
    return Expression(token.start, token.end, Form.PRONOUN, word in _PLURAL, kind, subject=subject, ahead=ahead)


def _is_behind_opener(tokens: list[Token], place: int) -> bool:
    """Tell "When it", which may mean something further on, at the beginning of a claim, numbered or not."""
    opens = not any(token.text[0].isalpha() for token in tokens[: place - 1])
    return place > 0 and opens and tokens[place - 1].low in CLAUSE_OPENERS


def _is_object(tokens: list[Token], place: int) -> bool:
    """Tell "exported it" and "of it"."""
    before = tokens[place - 1].low if place else ""
    return (
        before in PREPOSITIONS - CLAUSE_OPENERS or before.endswith(("ed", "ing")) or VERB.fullmatch(before) is not None
    )


def _is_expletive(text: str, token: Token) -> bool:
    if _EXPLETIVE.match(text, token.start):
        return True
    lead = max(0, token.start - len("considered "))
    around = _EXPLETIVE_OBJECT.finditer(text, lead, token.end + _AROUND)
    return any(found.start() < token.start < found.end() for found in around)


def _other(text: str, tokens: list[Token], place: int, at: dict[int, Phrase]) -> Expression | None:
    token = tokens[place]
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if token.low == "the" and following in {"latter", "former"}:
        return _latter(tokens, place, at)
    phrase = at.get(token.start)
    if token.low == "there":
        behind_verb = place > 0 and following not in {"is", "are"}
        if _EXPLETIVE_THERE.match(text, token.start) or not behind_verb:
            return None
        return Expression(token.start, token.end, Form.THERE)
    if phrase is not None and phrase.determiner == token.low and token.low in _NAMING:
        return _noun_phrase(phrase, tokens, following)
    return _bare(tokens, place, following)


def _noun_phrase(phrase: Phrase, tokens: list[Token], first: str) -> Expression | None:
    """Read "this accord" and "the accord"; ``first`` is the word behind the determiner."""
    behind = next((token.low for token in tokens if token.start >= phrase.core_end), "")
    if phrase.kind is Kind.TIME or behind in _RESTRICTS or _NAMING[phrase.determiner] not in (None, phrase.plural):
        return None
    if phrase.plural and phrase.determiner in {"the", "those"} and (is_adverb(behind) or behind.endswith("ed")):
        return None  # the countries concerned
    if phrase.determiner == "the" and not SAID_BEFORE.fullmatch(first):
        if behind in _NAMES_ON or (phrase.proper and _owns_name(tokens, phrase)):
            return None
        return Expression(phrase.start, phrase.core_end, Form.DEFINITE, phrase.plural, phrase.kind, phrase)
    if phrase.head in ADVERBIAL:
        return None
    return Expression(phrase.start, phrase.core_end, Form.DEMONSTRATIVE, phrase.plural, phrase.kind, phrase)


def _owns_name(tokens: list[Token], phrase: Phrase) -> bool:
    """Tell the owner in "the People's Republic", which is one name."""
    owner = next((place for place, token in enumerate(tokens) if token.start < phrase.core_end < token.end), None)
    return owner is not None and owner + 1 < len(tokens) and tokens[owner + 1].is_capital


def _latter(tokens: list[Token], place: int, at: dict[int, Phrase]) -> Expression | None:
    """Read "the latter", which is not that of "the former frontline"."""
    form = Form.LATTER if tokens[place + 1].low == "latter" else Form.FORMER
    phrase = at.get(tokens[place].start)
    end = tokens[place + 1].end
    if phrase is not None and phrase.core_end > end:
        return None
    return Expression(tokens[place].start, end, form, phrase=phrase)


def _bare(tokens: list[Token], place: int, following: str) -> Expression | None:
    """Read "this" and "these" without a noun, and "that" where it opens a sentence or hangs on a preposition."""
    token = tokens[place]
    if token.low in {"this", "these"}:
        return Expression(token.start, token.end, Form.BARE, token.low == "these", subject=place == 0)
    if token.low == "that":
        opens = place == 0 and (following in STOPS or VERB.fullmatch(following))
        hangs = place > 0 and tokens[place - 1].low in PREPOSITIONS and not following.isalnum()
        return Expression(token.start, token.end, Form.BARE, subject=place == 0) if opens or hangs else None
    return None
