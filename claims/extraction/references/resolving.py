"""Chooses what an expression stands for where one candidate is clear, and none where two compete. Loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claims.extraction.references.expressions import ADVERBIAL, SAID_BEFORE, Expression, Form
from claims.extraction.references.hypernyms import may_be_called
from claims.extraction.references.nouns import Kind, countries
from claims.extraction.references.words import ABSTRACT_ENDINGS, POSSESSIVES, VAGUE_NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extraction.references.phrases import Phrase


class Mention(NamedTuple):
    """A noun phrase, where it stands in the statement, and how many claims before the expression.

    ``phrase`` is what it names: of a reference that was resolved, its antecedent. ``clear`` is False of a reference
    that was not.
    """

    distance: int
    place: tuple[int, int]
    phrase: Phrase
    clear: bool = True


class Choice(NamedTuple):
    """Whether an expression leans on anything, and on what."""

    marked: bool
    mention: Mention | None = None


_UNMARKED = Choice(marked=False)
_UNCLEAR = Choice(marked=True)
_NO_ANTECEDENTS = {"no", "any", "each", "every", "either", "neither"}
# What they are said of is elsewhere again.
_LEANING = POSSESSIVES - {"our", "my"} | {"this", "that", "these", "those", "such"}
_FARTHEST_OF_PRONOUN = 2  # claims back
_NOBODY = ADVERBIAL | {"other"}
_LONGEST_LINK = len(" and .")
_UNSURE = (Kind.NAME, Kind.THING)


def choose(expression: Expression, mentions: Sequence[Mention]) -> Choice:
    """Choose the antecedent of an expression.

    Args:
        expression: Words of a claim.
        mentions: What was named before it, in reading order.
    """
    usable = [one for one in mentions if one.phrase.kind is not Kind.TIME and one.phrase.head not in _NOBODY]
    if expression.form is Form.PRONOUN:
        return _choose_for_pronoun(expression, [one for one in usable if not one.phrase.predicate])
    usable = [one for one in usable if one.clear]
    if expression.form is Form.THERE:
        return _choose_place([one for one in usable if one.distance < _FARTHEST_OF_PRONOUN])
    if expression.form in (Form.LATTER, Form.FORMER):
        return _choose_of_two(expression, usable)
    if expression.form is Form.BARE or expression.phrase is None:
        return _UNCLEAR
    return _choose_named(expression.phrase, usable, definite=expression.form is Form.DEFINITE)


def _choose_named(phrase: Phrase, mentions: list[Mention], *, definite: bool) -> Choice:
    """Find the thing that "this agreement", "the crossing" or "the company" names again."""
    unfound = _UNMARKED if definite else _UNCLEAR
    if phrase.end > phrase.core_end or (definite and _is_vague(phrase)):
        return unfound
    own = frozenset(word for word in phrase.words if not SAID_BEFORE.fullmatch(word))
    if definite and phrase.proper and (own or phrase.head in countries()):
        return _UNMARKED  # a full name
    agreeing = [one for one in mentions if one.phrase.plural == phrase.plural]
    agreeing = [one for one in agreeing if one.phrase.determiner not in _NO_ANTECEDENTS]
    same = [one for one in agreeing if one.phrase.head == phrase.head and own <= one.phrase.words]
    same = [one for one in same if one.phrase.determiner or one.phrase.proper or (one.phrase.words and not definite)]
    if phrase.proper:
        same = [one for one in same if one.phrase.proper]
    if definite and same and not any(_adds_to(own, one.phrase) for one in same):
        return _UNMARKED
    if not same and not own and not phrase.proper:
        same = [one for one in mentions if may_be_called(one.phrase, phrase.head, plural=phrase.plural)]
    return _only(same) if same else unfound


def _adds_to(own: frozenset[str], phrase: Phrase) -> bool:
    """Tell whether a phrase says more than "the" and the words of another."""
    return bool(phrase.words - own) or phrase.determiner in {"a", "an"}


def _is_vague(phrase: Phrase) -> bool:
    return phrase.kind is Kind.THING and (phrase.head in VAGUE_NOUNS or phrase.head.endswith(ABSTRACT_ENDINGS))


def _choose_for_pronoun(expression: Expression, mentions: list[Mention]) -> Choice:
    agreeing = [one for one in mentions if _agrees(expression, one.phrase)]
    if expression.ahead:
        return _UNCLEAR
    if not expression.subject and any(one.phrase.leads and not one.distance for one in agreeing):
        return _UNCLEAR
    for distance in range(_FARTHEST_OF_PRONOUN + 1):
        near = _fitting(expression, [one for one in agreeing if one.distance == distance])
        if near:
            return _only(_prefer_subject(near) if expression.subject else near)
    return _UNCLEAR


def _agrees(expression: Expression, phrase: Phrase) -> bool:
    if phrase.plural != expression.plural or phrase.determiner in _NO_ANTECEDENTS:
        return False
    if expression.kind is Kind.PERSON:
        is_full_name = phrase.kind is Kind.NAME and not phrase.place_like and (phrase.words or phrase.leads)
        return phrase.kind is Kind.PERSON or bool(is_full_name)
    return expression.plural or phrase.kind is not Kind.PERSON


def _fitting(expression: Expression, near: list[Mention]) -> list[Mention]:
    """Keep what can do or own what the pronoun does, where that tells; else what may be able to."""
    if expression.kind is None:
        return near
    able = {expression.kind} | ({Kind.PERSON} if expression.kind is Kind.PARTY else set())
    unsure = [one for one in near if one.phrase.kind in _UNSURE]
    sure = [one for one in near if one.phrase.kind in able]
    return sure + [one for one in unsure if one.phrase.leads] if sure else unsure


def _prefer_subject(near: list[Mention]) -> list[Mention]:
    """Keep the subject that leads its claim where no other phrase is without a preposition or of its kind."""
    subjects = [one for one in near if one.phrase.subject]
    if len(_distinct(subjects)) != 1 or not any(one.phrase.leads for one in subjects):
        return near
    rivals = {one.phrase.kind for one in near if one not in subjects}
    return near if subjects[0].phrase.kind in rivals else subjects


def _choose_place(mentions: list[Mention]) -> Choice:
    places = [one for one in mentions if one.phrase.place_like]
    ends = {one.place[1] for one in places}
    listed = [one for one in mentions if any(0 < one.place[0] - end < _LONGEST_LINK for end in ends)]
    return _UNCLEAR if any(one.phrase.proper for one in listed) else _only(places)


def _choose_of_two(expression: Expression, mentions: list[Mention]) -> Choice:
    """Take the right or left of "the owners and the workers"."""
    pairs = [one for one in mentions if one.phrase.halves and one.distance < _FARTHEST_OF_PRONOUN]
    nearest = [one for one in pairs if one.distance == pairs[-1].distance]
    if len(nearest) != 1 or nearest[0].phrase.halves is None:
        return _UNCLEAR
    whole = nearest[0].phrase
    half = nearest[0].phrase.halves[expression.form is Form.LATTER]
    start, end = nearest[0].place
    place = (end - (whole.end - half.start), end) if half.end == whole.end else (start, start + half.end - half.start)
    return Choice(marked=True, mention=nearest[0]._replace(phrase=half, place=place))


def _only(mentions: list[Mention]) -> Choice:
    """Choose among mentions of one thing its fullest name; none where they are of several things."""
    distinct = _distinct(mentions)
    if len(distinct) != 1 or not distinct[0].clear or distinct[0].phrase.determiner in _LEANING:
        return _UNCLEAR
    phrase = distinct[0].phrase
    named = phrase.determiner or phrase.words or phrase.proper or phrase.plural or phrase.leads
    return Choice(marked=True, mention=distinct[0]) if named else _UNCLEAR


def _distinct(mentions: list[Mention]) -> list[Mention]:
    """Return the fullest mention of each thing, the latest of several; a phrase within another is of the same."""
    found: list[Mention] = []
    latest_first = mentions[::-1]
    for one in sorted(latest_first, key=lambda one: -len(one.phrase.words)):
        if not any(_names_the_same(one, other) for other in found):
            found.append(one)
    return found


def _names_the_same(one: Mention, other: Mention) -> bool:
    inside = other.place[0] <= one.place[0] and one.place[1] <= other.place[1]
    alike = one.phrase.head == other.phrase.head and one.phrase.words <= other.phrase.words
    both_new = one.place != other.place and {one.phrase.determiner, other.phrase.determiner} <= {"a", "an"}
    return one.clear == other.clear and (inside or (alike and not both_new))
