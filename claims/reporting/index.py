"""Look-ups over a report, built once: who said a claim, what stands around it, which findings it is in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.records import Claim, Finding, LeftOut, Report, Statement

_ALL_ROWS = 45  # every pair of up to ten statements has its row in the overview, with or without a finding


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """Numbers of findings between two statements, by (label, abstained)."""

    first: Statement
    second: Statement
    counts: Counter[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A finding with its rank in the report, counted from 1, and both of its claims."""

    rank: int
    finding: Finding
    claims: tuple[Claim, Claim]


class ReportIndex:
    """Look-ups over one report.

    ``numbers`` maps the id of each claim in a finding to its number (C1, C2, ...) in reading order; ``ranks`` maps it
    to the ranks of its findings; ``places`` maps a statement's id to its position, counted from 1.
    """

    def __init__(self, report: Report) -> None:
        """Build all look-ups in time linear (up to sorting) in the size of the report."""
        self.report = report
        self.statements = {statement.id: statement for statement in report.statements}
        self.places = {statement.id: place for place, statement in enumerate(report.statements, start=1)}
        self.claims = {claim.id: claim for claim in report.claims}
        self.ranked = [
            Ranked(rank, finding, (self.claims[finding.claims[0]], self.claims[finding.claims[1]]))
            for rank, finding in enumerate(report.findings, start=1)
        ]
        self.ranks = self._ranks()
        self.found = self._found()
        self.numbers = {claim.id: n for n, claim in enumerate((c for cs in self.found.values() for c in cs), start=1)}
        spans: dict[str, list[tuple[int, int]]] = {name: [] for name in self.statements}
        units: list[Claim | LeftOut] = [*report.claims, *report.ledger.left_out]
        for unit in units:
            spans[unit.statement].append((unit.start, unit.end))
        # Of units that begin (end) together the longest stands first (last), where ``context`` looks.
        self._starts = {name: sorted((start, -end) for start, end in own) for name, own in spans.items()}
        self._ends = {name: sorted((end, -start) for start, end in own) for name, own in spans.items()}

    def _ranks(self) -> dict[str, list[int]]:
        ranks: dict[str, list[int]] = defaultdict(list)
        for item in self.ranked:
            for name in dict.fromkeys(item.finding.claims):
                ranks[name].append(item.rank)
        return dict(ranks)

    def _found(self) -> dict[str, list[Claim]]:
        """Claims in findings, by statement, in reading order."""
        found: dict[str, list[Claim]] = {name: [] for name in self.statements}
        for claim in sorted(self.report.claims, key=lambda claim: (claim.start, claim.end)):
            if claim.id in self.ranks:
                found[claim.statement].append(claim)
        return found

    def context(self, claim: Claim) -> tuple[str, str]:
        """Return the sentences before and after a claim, empty at the statement's ends."""
        text = self.statements[claim.statement].text
        starts, ends = self._starts[claim.statement], self._ends[claim.statement]
        before = bisect_right(ends, (claim.start, 0)) - 1
        after = bisect_left(starts, (claim.end, -len(text)))
        return (
            text[-ends[before][1] : ends[before][0]] if before >= 0 else "",
            text[starts[after][0] : -starts[after][1]] if after < len(starts) else "",
        )

    def overview(self) -> list[OverviewRow]:
        """Count findings for each pair of statements; pairs without a finding only while the table stays short."""
        counts: dict[tuple[int, int], Counter[tuple[str, bool]]] = defaultdict(Counter)
        for item in self.ranked:
            first, second = sorted(self.places[claim.statement] for claim in item.claims)
            counts[first, second][item.finding.verdict.label.value, item.finding.verdict.abstained] += 1
        n_statements = len(self.places)
        if n_statements == 1 or n_statements * (n_statements - 1) // 2 <= _ALL_ROWS:
            places = [(1, 1)] if n_statements == 1 else combinations(range(1, n_statements + 1), 2)
            for pair in places:
                counts.setdefault(pair, Counter())
        every = self.report.statements
        return [OverviewRow(every[a - 1], every[b - 1], found) for (a, b), found in sorted(counts.items())]

    def quiet_pairs(self) -> int:
        """Count the pairs of different statements that have no row in the overview, for want of a finding."""
        shown = sum(row.first.id != row.second.id for row in self.overview())
        return len(self.places) * (len(self.places) - 1) // 2 - shown
