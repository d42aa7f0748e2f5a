"""Finds the verbs of a claim and the clauses they stand in, left to right. Pure rules over words; loads no model."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extraction.fields.cues import word_set
from claims.extraction.parts.openers import adds_verb, find_opener, joins
from claims.extraction.parts.spots import Spot, skip_back
from claims.extraction.parts.verb_forms import Form, read_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extraction.parts.words import Word

_OPENING = word_set("although though while whereas when after before since as if unless because once until")


@dataclass(slots=True)
class Clause:
    """A clause being read: what opens it, where, and its verb once found."""

    opener: str
    start: int
    verb: Group | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries, words ``start`` up to ``end``.

    ``openers`` are the words that open the clauses around it, outermost first, none for the main clause. ``shares`` is
    the conjunction right before a verb that has its subject from a verb before the conjunction, ``joins`` the one
    before a clause with a subject of its own; a mere comma where it is one of a list (``listed``).
    """

    start: int
    end: int
    form: Form
    openers: tuple[str, ...] = ()
    opened: int = 0
    shares: int | None = None
    joins: int | None = None
    listed: bool = False

    @property
    def clause(self) -> int:
        """Return where its clause begins, behind what opens it."""
        return self.opened + 1 if self.openers else self.opened

    def moved(self, by: int) -> Group:
        """Return the group with its places moved."""
        shares, joins = (None if place is None else place + by for place in (self.shares, self.joins))
        return dataclasses.replace(
            self, start=self.start + by, end=self.end + by, opened=max(0, self.opened + by), shares=shares, joins=joins
        )


@dataclass(slots=True)
class Reader:
    """Reads words left to right, keeping the clauses that are open and the conjunctions since the last verb."""

    words: Sequence[Word]
    clauses: list[Clause] = field(default_factory=lambda: [Clause("", 0)])
    conjunctions: list[int] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    def read(self) -> list[Group]:
        """Return the finite verbs, infinitives and gerunds in order."""
        place = 0
        while place < len(self.words):
            place = self._step(place)
        return [group for number, group in enumerate(self.groups) if self._is_in_list(number)]

    def _is_in_list(self, number: int) -> bool:
        """Tell whether what only a comma parts from a verb before is followed by the last of the list."""
        group = self.groups[number]
        return not group.listed or any(
            not other.listed
            and ((group.shares is None) == (other.shares is None))
            and (other.shares is not None or other.joins is not None)
            and other.openers == group.openers
            for other in self.groups[number + 1 :]
        )

    def _step(self, place: int) -> int:
        word = self.words[place]
        if word.low in (";", ":"):
            self.clauses, self.conjunctions = [Clause("", place + 1)], []
        elif joins(self.words, place):
            self.conjunctions.append(place)
        elif adds_verb(self.words, place):
            self.conjunctions.append(place + 2)
            return place + 3
        elif opener := find_opener(self.words, place):
            self._open(opener, place)
        else:
            direct = self._stands_behind_conjunction(place)
            awaited = self._awaits_verb(place)
            if not awaited and not direct and self._follows_comma(place):
                return self._list(place)
            found = read_verb(Spot(self.words, place, awaited, self._may_join(place), direct))
            if found:
                self._attach(place, *found, direct=direct)
                return found[0]
        return place + 1

    def _stands_behind_conjunction(self, place: int) -> bool:
        """Tell whether nothing but adverbs parts a word from a conjunction; "neither was" has its subject."""
        if not self.conjunctions:
            return False
        between = self.words[self.conjunctions[-1] + 1 : place]
        own_subject = bool(between) and between[-1].low == "neither" and self.words[place].may_be("finite")
        return not own_subject and all(one.may_be("adverb") for one in between)

    def _may_join(self, place: int) -> bool:
        """Tell whether a verb may belong to a clause joined to the one before, as in ", they paid"."""
        subject = skip_back(self.words, place)
        listed = subject > 0 and self.words[subject].may_be("pronoun") and self.words[subject - 1].low == ","
        return bool(self.conjunctions) or listed

    def _awaits_verb(self, place: int) -> bool:
        """Tell whether a clause lacks its verb; the main one waits until a comma ends what opens the sentence."""
        waiting = [clause for clause in self.clauses if clause.verb is None]
        if waiting == self.clauses[:1] and len(self.clauses) > 1:
            opening = self.clauses[1]
            if opening.start <= 1 and opening.verb and opening.opener in _OPENING:
                return any(word.low == "," for word in self.words[opening.verb.end : place])
        if not waiting and (comma := self._comma_since_verb(place)):
            return self._first_was_inside(comma)
        return bool(waiting)

    def _open(self, opener: str, place: int) -> None:
        """Open a clause; a "that" behind a conjunction stands beside the one before, not inside it."""
        if opener == "that" and self.words[place - 1].low in (",", "and", "but"):
            twins = [number for number, clause in enumerate(self.clauses) if clause.opener == "that" and clause.verb]
            if twins:
                del self.clauses[twins[0] :]
        self.clauses.append(Clause(opener, place))
        self.conjunctions = []

    def _follows_comma(self, place: int) -> bool:
        before = skip_back(self.words, place)
        return before > 0 and self.words[before].low == ","

    def _list(self, place: int) -> int:
        """Read a verb that only a comma parts from the one before."""
        if self.words[place].may_be("ing"):
            self._attach(place, place + 1, Form("ing", self.words[place].low), direct=False)
            return place + 1
        found = read_verb(Spot(self.words, place, awaited=False, joined=True, direct=True))
        twin = next((one for one in reversed(self.groups) if found and found[1].is_like(one.form)), None)
        if found is None or not found[1].finite or twin is None or twin.form.kind == "passive":
            return place + 1
        behind = self.words[found[0]] if found[0] < len(self.words) else None
        if found[1].kind == "past" and (behind is None or behind.may_be("preposition", "sign")):
            return place + 1
        comma = max(number for number in range(place) if self.words[number].low == ",")
        self.groups.append(Group(place, found[0], found[1], twin.openers, twin.opened, shares=comma, listed=True))
        return found[0]

    def _attach(self, start: int, end: int, form: Form, *, direct: bool) -> None:
        if not form.finite:
            openers = (*self._openers(len(self.clauses)), form.kind)
            self.groups.append(Group(start, end, form, openers, start))
            return
        if direct and any(clause.verb for clause in self.clauses):
            self._attach_shared(start, end, form)
            return
        waiting = [number for number, clause in enumerate(self.clauses) if clause.verb is None]
        if waiting:
            del self.clauses[waiting[-1] + 1 :]
            self._fill(Group(start, end, form, self._openers(len(self.clauses)), self.clauses[-1].start))
        elif self.conjunctions and not self._breaks_off(start):
            self._attach_joined(start, end, form)
        elif comma := self._comma_since_verb(start):
            if self._first_was_inside(comma):
                self._fill_main(start, end, form)
                return
            self.clauses = [*self.clauses[:1], Clause("joined", comma + 1)]
            group = Group(start, end, form, self._openers(1), comma + 1, joins=comma, listed=True)
            self._fill(group)
        else:  # a clause without its "that"
            self.clauses.append(Clause("that", start))
            self._fill(Group(start, end, form, self._openers(len(self.clauses)), start))

    def _attach_shared(self, start: int, end: int, form: Form) -> None:
        like = [group for group in self.groups if form.is_like(group.form)]
        if self.words[self.conjunctions[-1] - 1].low == ",":
            like = [group for group in like if not group.openers] or like
        twin = like[-1] if like else None
        if form.strong or (twin is None and form.plainly_past):
            twin = self._twin(form)
        openers = twin.openers if twin else ("unclear",)
        opened = twin.opened if twin else start
        self.groups.append(Group(start, end, form, openers, opened, shares=self.conjunctions[-1]))
        self.conjunctions = []

    def _comma_since_verb(self, start: int) -> int | None:
        """Find the comma right before the subject of a clause that may be one of a list of clauses."""
        last = self.groups[-1].end if self.groups else 0
        commas = [number for number in range(last, start) if self.words[number].low == ","]
        if not commas or commas[-1] + 1 >= start:
            return None
        opens = self.words[commas[-1] + 1]
        return commas[-1] if opens.may_be("determiner", "pronoun", "name", "possessive", "number", "plain") else None

    def _breaks_off(self, start: int) -> bool:
        """Tell "white and black, they spoke": what stands behind the conjunction ends at a comma."""
        place = self.conjunctions[-1]
        if self.words[place - 1].low == "," or self.words[place + 1].may_be("preposition", "adverb", "opener", "to"):
            return False
        return any(word.low == "," for word in self.words[place:start])

    def _first_was_inside(self, comma: int) -> bool:
        """Tell "For all the praise it receives, my country contributes": what looked like the main verb is not."""
        main = [group for group in self.groups if group.form.finite and not group.openers]
        no_comma = all(word.low != "," for word in self.words[:comma])
        return len(main) == 1 and no_comma and self.words[0].may_be("preposition")

    def _fill_main(self, start: int, end: int, form: Form) -> None:
        """Take the verb for the main one and the one before for part of an opening."""
        self.groups = [dataclasses.replace(group, openers=("that", *group.openers)) for group in self.groups]
        self.clauses = [Clause("", 0)]
        self._fill(Group(start, end, form))

    def _twin(self, form: Form) -> Group | None:
        """Find the finite verb before, or where that one cannot share a subject, the main one that can."""
        finite = [group for group in self.groups if group.form.finite]
        if not finite:
            return None
        agreeing = [group for group in finite if form.agrees_with(group.form)]
        near = finite[-1]
        if agreeing and agreeing[-1] is not near and near.openers:
            return agreeing[-1]
        return near

    def _attach_joined(self, start: int, end: int, form: Form) -> None:
        behind_comma = [place for place in self.conjunctions if self.words[place - 1].low == ","]
        if len(self.conjunctions) > 1 and not behind_comma:
            openers: tuple[str, ...] = ("unclear",)
            joins = self.conjunctions[-1]
        else:
            joins = (behind_comma or self.conjunctions)[-1]
            keeps = len(self.clauses) if not behind_comma else self._outer()
            del self.clauses[keeps:]
            openers = self._openers(keeps)
        self.clauses.append(Clause("joined", joins + 1))
        self.groups.append(Group(start, end, form, openers, joins + 1, joins=joins))
        self.clauses[-1].verb = self.groups[-1]
        self.conjunctions = []

    def _outer(self) -> int:
        """Count the clauses that a comma and a conjunction leave open: a condition holds for all that follows."""
        conditions = [number for number, clause in enumerate(self.clauses) if clause.opener in ("if", "unless")]
        return conditions[-1] + 1 if conditions else 1

    def _openers(self, n_clauses: int) -> tuple[str, ...]:
        return tuple(clause.opener for clause in self.clauses[:n_clauses] if clause.opener not in ("", "joined"))

    def _fill(self, group: Group) -> None:
        self.groups.append(group)
        self.clauses[-1].verb = group
        self.conjunctions = []


@lru_cache(maxsize=16)  # the rules ask for the verbs of one stretch one after the other
def find_groups(words: tuple[Word, ...], subject: tuple[Word, ...] = ()) -> list[Group]:
    """Find the verbs of a stretch of words that is read as a sentence behind a subject; places count in ``words``."""
    n_before = len(subject)
    return [group.moved(-n_before) for group in Reader([*subject, *words]).read() if group.start >= n_before]
