"""Puts into plain sentences what two claims' fields and their conflict show, and nothing more. Loads no model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.aliases import names_in as bundled_names_in
from claims.extraction.fields.parties import names_speaker
from claims.records import Answer, Attitude, ConflictType, Modality
from claims.relation.fields import compare_fields
from claims.relation.matters import shared_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claims.records import Claim, Conflict, Quantity, Statement, TimeSpan

_KINDS = {
    Modality.NORM: "what ought to be or may be done",
    Modality.OFFER: "an offer",
    Modality.PROMISE: "a promise",
    Modality.CONDITION: "a condition",
    Modality.POSSIBILITY: "a possibility",
    Modality.ATTITUDE: "an attitude",
    Modality.PREDICTION: "a prediction",
}
_MATTERS = {
    ConflictType.NUMERIC: "a number",
    ConflictType.TEMPORAL: "when something happened",
    ConflictType.LOCATION: "where something happened",
    ConflictType.ROLE_SWAP: "who did it",
    ConflictType.MODALITY: "what is possible",
    ConflictType.EVALUATIVE_LEGAL: "how something is to be judged",
    ConflictType.NORMATIVE: "what ought to be done",
}
_LONGEST_QUOTE = 80  # characters
_PREPOSITION_FIRST = re.compile(r"(?:in|on|at|since|until|during|by|before|after|from)\b", re.IGNORECASE)
_PREPOSITION_LAST = re.compile(r"\b(in|on|at|since|until|during|by|before|after) $", re.IGNORECASE)


def explain(
    claims: tuple[Claim, Claim],
    statements: Iterable[Statement],
    conflict: Conflict | None = None,
    names_in: Callable[[str], frozenset[str]] = bundled_names_in,
) -> str:
    """Write the note of a finding: what the two clash over, where they do, and what else their fields tell apart.

    Args:
        claims: The two claims of the finding.
        statements: All statements of the report, which are called S1, S2 and so on.
        conflict: What a contradiction is over; None for any other finding, whose note then speaks of no clash.
        names_in: Finds the names in a text, aliases of one thing under one name.

    Returns:
        Plain sentences; empty where there is nothing to tell.
    """
    names = {statement.id: f"S{place}" for place, statement in enumerate(statements, start=1)}
    called = [names[claim.statement] for claim in claims]
    if called[0] == called[1]:
        called = ["the first sentence", "the second sentence"]
    parts = [] if conflict is None else [_clash(claims, called, conflict, names_in)]
    parts += _differences(claims, called, conflict)
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in parts if part)


def between(first: Claim, second: Claim, statements: Iterable[Statement]) -> str:
    """Tell whether two claims have two holders ("cross") or one ("self"); "unknown" where a holder is not known.

    A claim without a holder of its own is its statement's speaker's, and one statement has one speaker.
    """
    speakers = {statement.id: statement.speaker for statement in statements}
    one, other = (claim.holder or speakers.get(claim.statement) for claim in (first, second))
    if one is None and other is None and first.statement == second.statement:
        return "self"
    if one is None or other is None:
        return "unknown"
    same = one.casefold() == other.casefold() or names_speaker(one, other) or names_speaker(other, one)
    return "self" if same else "cross"


def _clash(
    claims: tuple[Claim, Claim],
    called: Sequence[str],
    conflict: Conflict,
    names_in: Callable[[str], frozenset[str]],
) -> str:
    """Say over what two claims clash: in their own words where they are marked, by the conflict's type otherwise."""
    about = _about(claims, conflict, names_in)
    quotes = [_quote(claim.text, spans) for claim, spans in zip(claims, conflict.spans, strict=True)]
    if all(quotes):
        says = ", ".join(f"{name} says {quote}" for name, quote in zip(called, quotes, strict=True))
        return f"{about}: {says}" if about else says
    matter = None if _shown_by_fields(claims, conflict) else _MATTERS.get(conflict.type)
    clash = f"{called[0]} and {called[1]} contradict each other on {matter}" if matter else ""
    return f"{about}: {clash}" if about and clash else about or clash


def _shown_by_fields(claims: tuple[Claim, Claim], conflict: Conflict) -> bool:
    """Tell whether the numbers or times that the claims clash over are told beside the clash anyway."""
    fields = compare_fields(*claims)
    shown = {ConflictType.NUMERIC: fields.quantities, ConflictType.TEMPORAL: fields.times}
    return shown.get(conflict.type) is not None


def _about(claims: tuple[Claim, Claim], conflict: Conflict, names_in: Callable[[str], frozenset[str]]) -> str:
    """Name what both claims speak of, where they do: a name, and a time that both put in the same words."""
    first, second = claims
    names = shared_names(first.text, second.text, names_in)[:1] if conflict.same_event is Answer.YES else []
    times = {time.text for time in second.times} if conflict.same_time is Answer.YES else set()
    shared = [time for time in first.times if time.text in times and time.text not in names][:1]
    if not names:
        return f"both speak of {shared[0].text}" if shared else ""
    article = "the " if re.search(rf"\b[Tt]he {re.escape(names[0])}(?!\w)", first.text) else ""
    return f"both speak of {article}{names[0]}{_placed(first.text, shared[0]) if shared else ''}"


def _placed(text: str, time: TimeSpan) -> str:
    """Put a time as the claim puts it, with the preposition before it."""
    if _PREPOSITION_FIRST.match(time.text):
        return f" {time.text[0].lower()}{time.text[1:]}"
    before = _PREPOSITION_LAST.search(text[: time.start])
    return f" {before[1].lower()} {time.text}" if before else f" and of {time.text}"


def _quote(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Quote the words of the spans, with dots for what stands between them; empty without spans."""
    words = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
    if len(words) > _LONGEST_QUOTE:
        words = f"{words[:_LONGEST_QUOTE].rpartition(' ')[0] or words[:_LONGEST_QUOTE]} …"
    return f"“{words}”" if words else ""


def _differences(claims: tuple[Claim, Claim], called: Sequence[str], conflict: Conflict | None) -> list[str]:
    """Say what the fields tell apart, save for numbers and times that are quoted as the clashing words already."""
    name = dict(zip((claim.id for claim in claims), called, strict=True))
    fields = compare_fields(*claims)
    parts = [
        f"{name[claim.id]} reports what {claim.holder} says"
        for claim in fields.reported
        if claim.holder and claim.attitude is Attitude.REPORTS
    ]
    if fields.kind is not None and fields.kind.modality is not None:
        parts.append(f"{name[fields.kind.id]} reads as {_KINDS[fields.kind.modality]}, not as a fact")
    if fields.times and not _are_marked(fields.times, conflict):
        parts.append(f"they speak of different times: “{fields.times[0].text}” and “{fields.times[1].text}”")
    if fields.quantities and not _are_marked(fields.quantities, conflict):
        parts.append(f"the numbers differ: “{fields.quantities[0].text}” and “{fields.quantities[1].text}”")
    return parts


def _are_marked(found: tuple[TimeSpan, TimeSpan] | tuple[Quantity, Quantity], conflict: Conflict | None) -> bool:
    """Tell whether both expressions lie among the clashing words."""
    if conflict is None:
        return False
    places = [(one.start, one.end) for one in found]
    return all(
        any(start < right and left < end for start, end in spans)
        for (left, right), spans in zip(places, conflict.spans, strict=True)
    )
