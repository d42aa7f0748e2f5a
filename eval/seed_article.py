"""How much of a known article extraction finds: ``python eval/seed_article.py`` prints its 56 atomic claims.

The article and the analysis are not part of this repository. ``data/seed_article.jsonl`` says, by offsets into the
article's clean text, where each atomic claim stands, whose it is and how it is put forward.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claims import read_statement
from claims.errors import ClaimsError, DataError
from claims.extraction import extract_claims
from claims.extraction.fields.cues import word_set
from claims.extraction.parts import find_parts

if TYPE_CHECKING:
    from claims.records import Attitude, Claim, Modality, Statement

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "data/seed_article.jsonl"
SPEAKER = "Azerbaijan, Ministry of Foreign Affairs"
_ATOMIC = re.compile(r"(?<![\w.])(\d{1,2}\.[a-z])(?: \(pre\))?,? ")
_SMALL = word_set(
    "the a an of in on at by for from with to and or but as is are was were be been being has have had this that these"
    " its it their which who also"
)
_COVERED = 0.8  # share of an atomic claim's content words that a part has to hold

Words = frozenset[tuple[int, int]]


class Unit(NamedTuple):
    """A proposition that extraction gave: the content words it holds and what it says of them."""

    words: Words
    holder: str | None
    attitude: Attitude | None
    modality: Modality | None
    presupposed: bool


class Row(NamedTuple):
    """One line of the table; None where there was nothing to judge."""

    name: str
    found: str
    holder: bool | None
    status: bool | None


def main() -> int:
    """Print the table; 2 where the article is missing or another version than the labelled one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--article", type=Path, default=ROOT / "../shared/inputs/baku_response_2023-07.txt")
    parser.add_argument("--analysis", type=Path, default=ROOT / "../shared/labelling/seed_analysis.md")
    options = parser.parse_args()
    try:
        rows = compare(*read_inputs(options.article), read_descriptions(options.analysis))
    except ClaimsError as exc:
        print(f"seed_article: {exc}", file=sys.stderr)
        return 2
    print(render(rows, read_descriptions(options.analysis)))
    return 0


def read_inputs(article: Path) -> tuple[Statement, list[dict[str, Any]]]:
    """Read the article and its labels.

    Raises:
        DataError: When the article is not there, or is not the text that was labelled.
    """
    if not article.is_file():
        raise DataError(f"{article}: no such file; expected the article that {GOLD.name} labels; pass --article")
    head, *gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    statement = read_statement(str(article), speaker=SPEAKER)
    found = hashlib.sha256(statement.text.encode()).hexdigest()
    if found != head["text_sha256"]:
        raise DataError(
            f"{article}: clean text has sha256 {found[:12]}, expected {head['text_sha256'][:12]}; label it anew"
        )
    return statement, gold


def read_descriptions(analysis: Path) -> dict[str, str]:
    """Read the own-words descriptions of the atomic claims from the table of section 2, none where it is missing."""
    found: dict[str, str] = {}
    lines = analysis.read_text(encoding="utf-8").splitlines() if analysis.is_file() else []
    for line in lines:
        cells = line.split(" | ")
        if len(cells) < 3 or not cells[0].removeprefix("| ").isdigit():
            continue
        pieces = _ATOMIC.split(cells[2] + " ")
        found |= {name: text.strip(" ;:,") for name, text in zip(pieces[1::2], pieces[2::2], strict=True)}
    return found


def compare(statement: Statement, gold: list[dict[str, Any]], known: dict[str, str]) -> list[Row]:
    """Hold each atomic claim against what was extracted of its sentence.

    Raises:
        DataError: When the analysis names other atomic claims than the labels.
    """
    names = [label["id"] for label in gold]
    if known and sorted(known) != sorted(names):
        odd = ", ".join(sorted(set(known).symmetric_difference(names))[:5])
        raise DataError(f"{GOLD.name}: analysis and labels differ in {odd}; expected the same atomic claims")
    units = [unit for claim in extract_claims(statement).claims for unit in _units(claim)]
    stretches = {label["id"]: content_words(statement.text, label["spans"]) for label in gold}
    return [_judge(statement, label, stretches, units) for label in gold]


def content_words(text: str, spans: list[list[int]]) -> Words:
    """List the content words of stretches, each by its place."""
    places = [
        (start + word.start(), start + word.end())
        for start, end in spans
        for word in re.finditer(r"\w+", text[start:end])
    ]
    return frozenset(place for place in places if text[slice(*place)].lower() not in _SMALL)


def _units(claim: Claim) -> list[Unit]:
    parts = claim.parts or find_parts(claim, SPEAKER)
    shift = claim.start
    if not parts:
        words = content_words(" " * shift + claim.text, [[shift, shift + len(claim.text)]])
        return [Unit(words, claim.holder, claim.attitude, claim.modality, presupposed=False)]
    return [
        Unit(
            content_words(" " * shift + claim.text, [[shift + start, shift + end] for start, end in part.spans]),
            part.holder,
            part.attitude,
            part.modality,
            part.presupposed,
        )
        for part in parts
    ]


def _judge(statement: Statement, label: dict[str, Any], stretches: dict[str, Words], units: list[Unit]) -> Row:
    name = label["id"]
    sentence = name.split(".")[0]
    holding = [unit for unit in units if _covers(unit.words, stretches[name])]
    alone = [
        unit
        for unit in holding
        if not any(
            _covers(unit.words, words)
            for other, words in stretches.items()
            if other != name and other.split(".")[0] == sentence
        )
    ]
    if not alone:
        return Row(name, "inside a larger claim" if holding else "no", None, None)
    unit = alone[0]
    status = (unit.attitude, unit.modality, unit.presupposed)
    return Row(
        name,
        "yes",
        unit.holder == _holder(statement, label["holder"]),
        status == (label["attitude"], label["modality"], label["presupposed"]),
    )


def _covers(held: Words, wanted: Words) -> bool:
    return len(held & wanted) >= _COVERED * len(wanted)


def _holder(statement: Statement, labelled: str | list[int]) -> str | None:
    if isinstance(labelled, list):
        return statement.text[slice(*labelled)]
    return SPEAKER if labelled == "speaker" else None  # the editor is nobody whom the text names


def render(rows: list[Row], known: dict[str, str]) -> str:
    """Render a Markdown table and its totals."""
    words = {True: "yes", False: "no", None: "-"}
    lines = ["| id | atomic claim | found | holder | status |", "| --- | --- | --- | --- | --- |"]
    lines += [
        f"| {row.name} | {known.get(row.name, '')} | {row.found} | {words[row.holder]} | {words[row.status]} |"
        for row in rows
    ]
    found = [row for row in rows if row.found == "yes"]
    larger = sum(row.found == "inside a larger claim" for row in rows)
    total = f"Found {len(found)} of {len(rows)}, {larger} inside a larger claim, {len(rows) - len(found) - larger} not;"
    right = f"of those found, holder right {sum(bool(row.holder) for row in found)}"
    return "\n".join([*lines, "", f"{total} {right}, status right {sum(bool(row.status) for row in found)}."])


if __name__ == "__main__":
    sys.exit(main())
