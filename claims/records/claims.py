"""A claim and what its own words tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.records.enums import Attitude, Modality
    from claims.records.statements import LeftOut


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a claim: ``claim.text[start:end] == text``, with hedge and unit.

    ``low`` and ``high`` bound its value in ``unit`` (as written, empty where none was found); None leaves a side open.
    ``hedge`` is exact, about, nearly, at_least, at_most, more_than, less_than, range or vague.
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    unit: str
    hedge: str


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """An expression in a claim that says when: ``claim.text[start:end] == text``.

    ``first`` and ``last`` are the days it covers, inclusive, ISO 8601; None where the text leaves a side open.
    """

    start: int
    end: int
    text: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a claim that lean on something named elsewhere: ``claim.text[start:end] == text``.

    ``antecedent`` is the place in the statement's text of the words they stand for, and ``stands_for`` those words;
    both are None where no one candidate is clear.
    """

    start: int
    end: int
    text: str
    antecedent: tuple[int, int] | None = None
    stands_for: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One of the propositions in a claim, for claims of more than one; ids are ``<claim id>.a`` on.

    ``spans`` are its words, (start, end) in ``claim.text``, in reading order. ``carried`` is the place in the claim of
    a subject that it shares and leaves out. ``reads`` is the proposition as one sentence: what it carries, its words,
    and what its references stand for. A ``presupposed`` part is taken for granted, not said.
    """

    id: str
    spans: tuple[tuple[int, int], ...]
    reads: str
    carried: tuple[int, int] | None = None
    presupposed: bool = False
    holder: str | None = None
    attitude: Attitude | None = None
    modality: Modality | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence claims: ``statement.text[start:end] == text`` always holds.

    ``holder`` is the statement's speaker, or the claim's own words for whomever it attributes its content to. Attitude
    and modality are None where the language is not understood; spans of times, quantities, references and parts count
    in ``text``. ``parts`` is empty where the claim is one proposition.
    """

    id: str
    statement: str
    start: int
    end: int
    text: str
    holder: str | None = None
    attitude: Attitude | None = None
    modality: Modality | None = None
    times: tuple[TimeSpan, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    references: tuple[Reference, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What extraction made of one statement: every sentence is either a claim or left out."""

    claims: tuple[Claim, ...]
    left_out: tuple[LeftOut, ...]
