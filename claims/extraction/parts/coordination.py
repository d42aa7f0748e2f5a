"""Cuts a stretch at what joins its clauses and its predicates. Pure rules over words; loads no model."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from claims.extraction.fields.attribution import attribute
from claims.extraction.parts.frames import find_content, read_source
from claims.extraction.parts.subjects import find_subject

if TYPE_CHECKING:
    from claims.extraction.fields.attribution import Attribution
    from claims.extraction.parts.groups import Group
    from claims.extraction.parts.stretches import Stretch
    from claims.extraction.parts.words import Word

_INHERITING = ("present", "past")


class Cut(NamedTuple):
    """Where a proposition ends, where the next begins, and the subject that it carries."""

    end: int
    start: int
    carried: tuple[int, int] | None  # in the text
    framed: bool
    inherits: bool


def cut_coordinates(stretch: Stretch) -> list[Stretch]:
    """Cut a stretch into its coordinated clauses and predicates, and drop the frames of each."""
    words, verbs = stretch.words, stretch.find_verbs()
    content = find_content(stretch, verbs)
    source = read_source(stretch, content) if content is not None else stretch.source
    cuts = _find_cuts(stretch, words, verbs, content)
    first = stretch.cut(content or 0, cuts[0].end if cuts else len(words))
    found = [first if content is None else dataclasses.replace(first, carried=None, source=source)]
    for number, cut in enumerate(cuts):
        end = cuts[number + 1].end if number + 1 < len(cuts) else len(words)
        inherited = source if cut.framed and content is not None else stretch.source
        piece = stretch.cut(cut.start, end)
        piece = dataclasses.replace(piece, carried=cut.carried, source=inherited)
        if cut.inherits:
            mood = found[-1].mood or found[-1].reads()
            piece = dataclasses.replace(piece, source=inherited or _source_before(found[-1]), mood=mood)
        found += [piece] if cut.framed and content is not None else drop_frame(piece)
    return found


def drop_frame(stretch: Stretch) -> list[Stretch]:
    """Drop the frame of a clause, and cut its content in turn."""
    verbs = stretch.find_verbs()
    if find_content(stretch, verbs) is None:
        return [stretch]
    return cut_coordinates(stretch)


def _source_before(stretch: Stretch) -> Attribution:
    return stretch.source or attribute(stretch.reads(), stretch.sentence.speaker)


def _find_cuts(stretch: Stretch, words: list[Word], verbs: list[Group], content: int | None) -> list[Cut]:
    cuts: list[Cut] = []
    finite = [group for group in verbs if group.form.finite]
    for number, group in enumerate(finite):
        framed = content is not None and group.openers == ("that",)
        if not number or (group.openers and not framed):
            continue
        before = finite[:number]
        cut = _cut_at(stretch, words, before, group, framed=framed, content=content)
        if cut is not None and cut.end > (cuts[-1].start if cuts else content or 0):
            cuts.append(cut)
    return cuts


def _cut_at(
    stretch: Stretch, words: list[Word], before: list[Group], group: Group, *, framed: bool, content: int | None
) -> Cut | None:
    if framed and group.joins is None and group.shares is None:
        place = group.opened
        joined = words[place].low == "that" and place + 1 != content and words[place - 1].low in (",", "and", "but")
        return Cut(_end(words, place - 1), place + 1, None, framed, inherits=False) if joined else None
    if group.joins is not None:
        if words[group.joins].low == "or" or (framed and words[group.joins - 1].low == ","):
            return None
        start = group.joins + (2 if words[group.joins + 1].low in ("yet", "so", "but") else 1)
        if words[start].may_be("opener", "ing", "to") or not _has_subject(words, start, group):
            return None
        return Cut(_end(words, group.joins), start, None, framed, inherits=False)
    if group.shares is None:
        return None
    return _cut_shared(stretch, words, before, group, framed=framed)


def _has_subject(words: list[Word], start: int, group: Group) -> bool:
    """Tell whether a clause has a subject of its own before its verb, or begins "there is", "nor shall we"."""
    if words[group.start].may_be("contracted") or any(word.low == "there" for word in words[start : group.start]):
        return True
    behind_comma = words[(group.joins or 0) - 1].low == ","
    return behind_comma or find_subject(words, start, group.start) is not None


def _cut_shared(stretch: Stretch, words: list[Word], before: list[Group], group: Group, *, framed: bool) -> Cut | None:
    """Cut before a predicate whose subject stands further left."""
    conjunction = group.shares or 0
    twins = [one for one in before if one.openers == group.openers]
    if words[conjunction].low == "or" or not twins:
        return None
    twin = twins[-1]
    if _shares_object(words, twin, group) or _shares_passive(words, twin, group) or _is_denied_too(twin, group):
        return None
    if words[conjunction].low == "nor":
        inverted = group.end < len(words) and words[group.end].may_be("pronoun", "determiner", "name")
        if inverted or group.form.kind != "past":
            return Cut(_end(words, conjunction), conjunction, None, framed, inherits=False)
    opening = next((one for one in reversed(twins) if one.shares is None), twins[0])
    if _is_denied_too(opening, group):
        return None
    subject = find_subject(words, opening.clause, opening.start)
    if opening is twins[0] and stretch.carried and not opening.openers and opening.start == 0:
        carried = stretch.carried
    elif subject is None:
        return None
    else:
        carried = (words[subject[0]].start, words[subject[1] - 1].end)
    inherits = group.form.kind in _INHERITING and twin.form.kind in ("modal", "do")
    return Cut(_end(words, conjunction), conjunction + 1, carried, framed, inherits)


def _shares_object(words: list[Word], twin: Group, group: Group) -> bool:
    """Tell "is not and cannot be a party", "planned and built": what follows the second belongs to both."""
    conjunction = group.shares or 0
    between = words[twin.end : conjunction]
    if any(not word.may_be("adverb", "negative") for word in between):
        return False
    bare = twin.form.kind in ("be", "modal", "do", "present", "third") or words[twin.end - 1].may_be("be", "have")
    return bare or not group.form.strong


def _shares_passive(words: list[Word], twin: Group, group: Group) -> bool:
    """Tell "were detained and questioned": without its auxiliary the second would read as an active."""
    is_passive = twin.form.kind == "passive" or words[twin.end - 1].low in ("be", "been", "being")
    return is_passive and group.form.kind == "past" and not group.form.plainly_past


def _is_denied_too(twin: Group, group: Group) -> bool:
    """Tell "will not recall the cars and refund": whether the second is negated as well is not clear."""
    return twin.form.negated and twin.form.kind in ("modal", "do") and group.form.kind == "present"


def _end(words: list[Word], conjunction: int) -> int:
    if words[conjunction].low == "as":  # as well as
        conjunction -= 2
    return conjunction - 1 if words[conjunction].low != "," and words[conjunction - 1].low == "," else conjunction
