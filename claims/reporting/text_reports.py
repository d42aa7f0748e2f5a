"""Markdown for review notes, and CSV with one line a finding."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from claims.records import Label
from claims.reporting import wording
from claims.reporting.index import ReportIndex
from claims.reporting.markdown import escape_markdown, table_head, table_row, text_row
from claims.reporting.marking import pick_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.records import Claim, Report, Statement
    from claims.reporting.index import Ranked

_SIDE = ("speaker", "date", "source", "start", "end", "claim", "holder", "clash")
_COLUMNS = (
    *("rank", "label", "abstained", "p_support", "p_contradiction", "p_neutral", "similarity"),
    *(f"{name}_a" for name in _SIDE),
    *(f"{name}_b" for name in _SIDE),
    "conflict",
    "note",
)


def render_csv(report: Report) -> str:
    """Render one CSV line a finding, ranked as in the report.

    A text that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay numbers. Texts are
    quoted, so that their line breaks do not end the line.
    """
    out = io.StringIO()
    out.write(",".join(_COLUMNS) + "\n")
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    index = ReportIndex(report)
    for item in index.ranked:
        writer.writerow([_harmless(cell) for cell in _cells(item, index)])
    return out.getvalue()


def _cells(item: Ranked, index: ReportIndex) -> list[object]:
    verdict = item.finding.verdict
    cells: list[object] = [item.rank, verdict.label.value, "true" if verdict.abstained else "false"]
    cells += [verdict.probabilities[label] for label in Label]
    cells.append(verdict.similarity)
    for side, claim in enumerate(item.claims):
        said = index.statements[claim.statement]
        cells += [said.speaker or "", said.date or "", said.source, claim.start, claim.end, claim.text]
        clash = (claim.text[start:end] for start, end in wording.clashing(item.finding, side))
        cells += [claim.holder or "", " … ".join(clash)]
    return [*cells, verdict.conflict.type.value if verdict.conflict else "", item.finding.note]


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else cell


def render_markdown(report: Report) -> str:
    """Render Markdown with one section a finding; text from statements cannot act as markup."""
    index = ReportIndex(report)
    lines = ["# Contradiction report", "", wording.PURPOSE, "", *_overview(index), ""]
    lines += [f"{wording.operating_point(report)} {wording.scale()} {wording.MARKS}", "", "## Contradictions", ""]
    above = [item for item in index.ranked if not item.finding.verdict.abstained]
    if not any(item.finding.verdict.label is Label.CONTRADICTION for item in above):
        lines += [f"**{wording.NO_CONTRADICTION}** {wording.NO_CONTRADICTION_MEANS}", ""]
    lines += _findings(index, above, Label.CONTRADICTION)
    for label, title in ((Label.SUPPORT, "Supports"), (Label.NEUTRAL, "Neutral")):
        section = list(_findings(index, above, label))
        lines += [f"## {title}", "", *section] if section else []
    below = [item for item in index.ranked if item.finding.verdict.abstained]
    lines += ["## Below the operating point", ""]
    lines += [line for item in below for line in _finding(item, index)] or ["No weaker candidates.", ""]
    lines += [*_statements(index), "", *_ledger(index), "", *_provenance(report)]
    return "\n".join(lines) + "\n"


def _overview(index: ReportIndex) -> Iterator[str]:
    yield from table_head("Statements", "Contradictions", "Contradictions below", "Supports", "Supports below")
    for row in index.overview():
        alone = row.first.id == row.second.id
        first, second = _who(row.first, index), _who(row.second, index)
        who = f"{first} with itself" if alone else f"{first} against {second}"
        counts = (row.counts[label, below] for label in ("contradiction", "support") for below in (False, True))
        yield table_row(who, *counts)
    if index.quiet_pairs():
        yield ""
        yield f"{index.quiet_pairs()} further pairs of statements have no finding and no row."


def _findings(index: ReportIndex, items: Iterable[Ranked], label: Label) -> Iterator[str]:
    for item in items:
        if item.finding.verdict.label is label:
            yield from _finding(item, index)


def _finding(item: Ranked, index: ReportIndex) -> Iterator[str]:
    verdict = item.finding.verdict
    below = ", below the operating point" if verdict.abstained else ""
    yield f"### F{item.rank}. {verdict.label.value.capitalize()} ({wording.strength(item.finding)}{below})"
    yield ""
    for side, claim in enumerate(item.claims):
        yield from _claim(claim, index, wording.clashing(item.finding, side))
    probabilities = ", ".join(f"{label.value} {verdict.probabilities[label]:.2f}" for label in Label)
    yield f"Calibrated probabilities: {probabilities}. Similarity of the two claims: {verdict.similarity:.2f}."
    yield ""
    if item.finding.note:
        yield from (escape_markdown(item.finding.note), "")
    if verdict.conflict:
        yield from (escape_markdown(wording.conflict(verdict.conflict)), "")


def _claim(claim: Claim, index: ReportIndex, clash: Sequence[tuple[int, int]]) -> Iterator[str]:
    said = index.statements[claim.statement]
    who = _who(said, index)
    if wording.other_holder(claim, said):
        who += escape_markdown(f", of what \u201c{claim.holder}\u201d {wording.deed(claim)}")
    yield f"{who} ({escape_markdown(said.source)}, characters {claim.start}\u2013{claim.end}):"
    yield ""
    yield f"> {''.join(_marked(claim.text, clash))}"
    yield ""


def _marked(text: str, clash: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Escape a claim piece by piece, the clashing words in bold; spaces at the ends of a piece stay."""
    for piece, marked in pick_out(text, clash):
        safe = escape_markdown(piece)
        before, after = (" " if ends and safe else "" for ends in (piece[0].isspace(), piece[-1].isspace()))
        yield f"**{safe}**" if marked else f"{before}{safe}{after}" or " "


def _statements(index: ReportIndex) -> Iterator[str]:
    yield from ("## Statements", "")
    yield from table_head("No.", "Speaker", "Date", "Title", "Language", "Source", "SHA-256", "Passages removed")
    for place, said in enumerate(index.report.statements, start=1):
        speaker = f"{wording.speaker(said)} ({wording.origin(said.speaker_source)})"
        date = f"{wording.date(said)} ({wording.origin(said.date_source)})"
        title, language = said.title or "", said.language or "unknown"
        yield text_row(f"S{place}", speaker, date, title, language, said.source, said.sha256, str(len(said.removed)))


def _ledger(index: ReportIndex) -> Iterator[str]:
    ledger = index.report.ledger
    yield from ("## What was compared, and what was not", "")
    yield f"{ledger.n_claims} claims; {ledger.n_pairs_possible} pairs possible, {ledger.n_pairs_scored} scored."
    yield ""
    yield from (f"- Not compared: {escape_markdown(reason)}: {number}" for reason, number in ledger.skipped.items())
    if ledger.left_out:
        yield from ("", "Sentences read as no claim:", "")
        yield from table_head("Statement", "Why", "Sentence")
        yield from (text_row(f"S{index.places[out.statement]}", out.reason, out.text) for out in ledger.left_out)


def _provenance(report: Report) -> Iterator[str]:
    yield from ("## Provenance", "", f"Created {escape_markdown(report.created)}.", "")
    yield from table_head("Role", "Model", "Revision", "SHA-256")
    yield from (text_row(*(model[key] for key in ("role", "name", "revision", "sha256"))) for model in report.models)
    yield ""
    versions = ", ".join(f"{name} {version}" for name, version in report.versions.items())
    yield from (f"Versions: {escape_markdown(versions)}", "")
    yield from ("Configuration:", "", "~~~json", json.dumps(report.config, indent=2, ensure_ascii=False), "~~~")


def _who(statement: Statement, index: ReportIndex) -> str:
    return escape_markdown(f"S{index.places[statement.id]} {wording.speaker(statement)}, {wording.date(statement)}")
