"""The command line: arguments in, product to stdout or ``-o``, progress to stderr, exit codes 0, 1 and 2."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import ClaimsError, DataError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.detector import Detector
    from claims.records import Report, Statement, Verdict

_FORMATS = {".html": "html", ".htm": "html", ".json": "json", ".md": "md", ".csv": "csv"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Returns:
        0 when done, 1 with ``--fail-on-contradiction`` and a finding, 2 on usage or input errors.
    """
    arguments = _parser().parse_args(argv)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO if arguments.verbose else logging.ERROR)
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: a busy neighbour slows spinning threads tenfold
    try:
        return int(arguments.run(arguments))
    except ClaimsError as exc:
        print(f"claims: {' '.join(str(exc).split())}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="claims", description="Find where public statements contradict each other. Flags candidates for a human."
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="log to stderr")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    compare = commands.add_parser("compare", help="compare statements and write a report")
    compare.add_argument("statements", nargs="+", metavar="STATEMENT", help="txt, md, html, pdf, docx, jsonl, or -")
    compare.add_argument("-o", "--output", type=Path, help="report file; its extension chooses the format")
    compare.add_argument("--format", choices=["html", "json", "md", "csv"], help="default: by -o, else md")
    compare.add_argument("--all-pairs", action="store_true", help="keep every scored pair (JSON)")
    compare.add_argument("--fail-on-contradiction", action="store_true", help="exit 1 when one is found")
    compare.add_argument("--max-pairs", type=int, default=20_000, help="compare all pairs up to this many")
    _add_metadata_options(compare)
    _add_aliases_option(compare)
    _add_model_options(compare)
    compare.set_defaults(run=_compare)

    classify = commands.add_parser("classify", help="label pairs of claims, one JSON verdict a line")
    classify.add_argument("pairs", metavar="PAIRS.jsonl", help="lines with claim_a/claim_b or premise/hypothesis; or -")
    _add_aliases_option(classify)
    _add_model_options(classify)
    classify.set_defaults(run=_classify)

    extract = commands.add_parser("claims", help="list the claims of a statement as JSONL")
    extract.add_argument("statements", nargs=1, metavar="STATEMENT")
    _add_metadata_options(extract)
    extract.set_defaults(run=_claims)

    evaluate = commands.add_parser("eval", help="score the models on your own labelled pairs")
    evaluate.add_argument("pairs", type=Path, metavar="PAIRS.jsonl", help="lines with two claims and a label")
    evaluate.add_argument("--label-order", help="what labels 0, 1, 2 mean, such as entailment,neutral,contradiction")
    evaluate.add_argument("-o", "--output", type=Path, help="write the whole record as JSON")
    _add_model_options(evaluate)
    evaluate.set_defaults(run=_eval)

    info = commands.add_parser("info", help="versions, models, licences, hashes")
    _add_model_options(info)
    info.set_defaults(run=_info)
    return parser


def _add_metadata_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--speaker", action="append", default=[], help="speaker; repeat, in the statements' order")
    parser.add_argument("--date", action="append", default=[], help="date; repeat, in the statements' order")


def _add_aliases_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--aliases", type=Path, metavar="FILE", help="JSON table of names of one thing, beside ours")


def _add_model_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--nli-model", default="minilm-nli", help="minilm-nli, a folder, or a hub id")
    parser.add_argument("--nli-revision", help="commit or tag of a hub model")
    parser.add_argument("--encoder", default="all-MiniLM-L6-v2", help="all-MiniLM-L6-v2, a folder, or a hub id")
    parser.add_argument("--encoder-revision", help="commit or tag of a hub model")


def _detector(arguments: argparse.Namespace, **options: Any) -> Detector:
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    from claims.aliases import read_aliases
    from claims.detector import Detector

    return Detector(
        aliases=read_aliases(getattr(arguments, "aliases", None)),
        nli_model=arguments.nli_model,
        nli_revision=arguments.nli_revision,
        encoder=arguments.encoder,
        encoder_revision=arguments.encoder_revision,
        show_progress=sys.stderr.isatty(),
        **options,
    )


def _read_statements(arguments: argparse.Namespace) -> list[Statement]:
    from claims.reading import read_bytes, read_statement

    names = arguments.statements
    for option in ("speaker", "date"):
        if len(getattr(arguments, option)) > len(names):
            raise DataError(f"--{option} given {len(getattr(arguments, option))} times for {len(names)} statement(s)")
    if names.count("-") > 1:
        raise DataError("- (standard input) given twice: save one of the statements to a file")
    statements = []
    for number, name in enumerate(names):
        speaker, date = (
            given[number] if number < len(given) else None for given in (arguments.speaker, arguments.date)
        )
        if name == "-":
            data = sys.stdin.buffer.read()
            statements.append(read_bytes(data, name="standard input", speaker=speaker, date=date))
        else:
            statements.append(read_statement(Path(name), speaker=speaker, date=date))
    return statements


def _compare(arguments: argparse.Namespace) -> int:
    from claims.records import Label

    output, chosen = arguments.output, arguments.format
    if output is not None and chosen is None:
        chosen = _FORMATS.get(output.suffix.lower())
        if chosen is None:
            raise DataError(f"{output}: unknown report extension; use {', '.join(_FORMATS)} or --format")
    if output is not None and not output.absolute().parent.is_dir():
        raise DataError(f"{output}: no such folder; create {output.absolute().parent} first")
    if arguments.max_pairs < 1:
        raise DataError(f"--max-pairs is {arguments.max_pairs}, expected at least 1")
    statements = _read_statements(arguments)
    report = _detector(arguments, max_pairs=arguments.max_pairs).compare(statements, all_pairs=arguments.all_pairs)
    _write(_render(report, chosen or "md"), output)
    found = [
        finding
        for finding in report.findings
        if finding.verdict.label is Label.CONTRADICTION and not finding.verdict.abstained
    ]
    print(
        f"{len(found)} contradiction candidate(s) in {report.ledger.n_pairs_scored} pairs of"
        f" {report.ledger.n_claims} claims" + (f"; report: {output}" if output else ""),
        file=sys.stderr,
    )
    return 1 if arguments.fail_on_contradiction and found else 0


def _render(report: Report, chosen: str) -> str:
    renderers = {"html": report.to_html, "json": report.to_json, "md": report.to_markdown, "csv": report.to_csv}
    return renderers[chosen]()


def _write(text: str, output: Path | None) -> None:
    """Write the whole product or nothing."""
    if output is None:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        return
    partial = output.with_name(f".{output.name}.part")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(output)
    except OSError as exc:
        partial.unlink(missing_ok=True)
        raise DataError(f"{output}: cannot be written ({exc.strerror}); choose another file") from exc


def _classify(arguments: argparse.Namespace) -> int:
    pairs = _read_pairs(arguments.pairs)
    for pair, verdict in zip(pairs, _detector(arguments).classify(pairs), strict=True):
        print(json.dumps(_verdict_record(verdict, pair), ensure_ascii=False))
    return 0


def _read_pairs(name: str) -> list[tuple[str, str]]:
    """Read claim pairs from JSONL, reporting the first twenty bad lines at once."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        lines = data.decode("utf-8-sig").split("\n")
    except OSError as exc:
        raise DataError(f"{name}: cannot be read ({exc.strerror}); give a JSONL file or -") from exc
    except UnicodeDecodeError as exc:
        raise DataError(f"{name}: not UTF-8 text; expected JSONL with claim_a and claim_b") from exc
    pairs, problems = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            names = ("claim_a", "claim_b") if "claim_a" in row else ("premise", "hypothesis")
            first, second = (row[key] for key in names)
            if not (isinstance(first, str) and first.strip() and isinstance(second, str) and second.strip()):
                problems.append(f"{name}:{number}: {names[0]} and {names[1]} must be non-empty strings")
            pairs.append((first, second))
        except (ValueError, TypeError, KeyError):
            problems.append(f"{name}:{number}: expected a JSON object with claim_a/claim_b or premise/hypothesis")
    if problems:
        raise DataError("; ".join(problems[:20]) + "; correct these lines")
    if not pairs:
        raise DataError(f"{name}: no pairs; expected JSONL with claim_a and claim_b")
    return pairs


def _verdict_record(verdict: Verdict, pair: tuple[str, str]) -> dict[str, Any]:
    from claims.reporting.json_report import conflict_as_json

    return {
        "label": verdict.label.value,
        "probabilities": {label.value: round(value, 4) for label, value in verdict.probabilities.items()},
        "similarity": round(verdict.similarity, 4),
        "abstained": verdict.abstained,
        "conflict": conflict_as_json(verdict.conflict, pair),
    }


def _claims(arguments: argparse.Namespace) -> int:
    from claims.extraction import extract_claims
    from claims.reporting.json_report import claim_as_json

    statement = _read_statements(arguments)[0]
    extraction = extract_claims(statement)
    for claim in extraction.claims:
        print(json.dumps(claim_as_json(claim), ensure_ascii=False))
    print(f"{len(extraction.claims)} claims, {len(extraction.left_out)} sentences left out", file=sys.stderr)
    return 0


def _eval(arguments: argparse.Namespace) -> int:
    from claims.evaluation.labelled import read_labelled_pairs
    from claims.evaluation.record import describe_data, evaluate_pairs, record_to_json
    from claims.evaluation.table import render_pairs

    order = arguments.label_order.split(",") if arguments.label_order else None
    pairs = read_labelled_pairs(arguments.pairs, label_order=order)
    record = evaluate_pairs(_detector(arguments), pairs, describe_data([arguments.pairs]))
    print(render_pairs(record))
    if arguments.output is not None:
        _write(record_to_json(record), arguments.output)
    return 0


def _info(arguments: argparse.Namespace) -> int:
    import claims
    from claims.artifacts import read_manifest, resolve_model

    print(f"claim-contradiction {claims.__version__} (Apache-2.0)")
    for role, name, revision in (
        ("nli", arguments.nli_model, arguments.nli_revision),
        ("encoder", arguments.encoder, arguments.encoder_revision),
    ):
        found = resolve_model(name, revision=revision)
        licence = read_manifest().get(name, {}).get("license", "see the model's card")
        print(f"{role}: {found.name} ({found.revision}), {licence}, sha256 {found.sha256}, {found.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
