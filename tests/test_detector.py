import dataclasses
import json
import statistics

import pytest

from claims import ClaimPair, Label, Statement
from claims.detector import Detector
from claims.errors import DataError
from claims.extraction import extract_claims

TEXT_A = (
    "The road is open to the ministry. The troops left the bridge in December. Is the water closed? Water is there."
)
TEXT_B = "The road has been closed since December. The troops are still there. The ministry said the water was open."


def make_statement(text, name="x"):
    return Statement(id=name, text=text, source=f"{name}.txt", sha256="0" * 64, speaker=name.upper(), language="en")


def test_classify_keeps_input_order_and_is_symmetric(detector):
    pairs = [("the road is open", "the road is closed"), ("water", "troops left"), ("the road is open", "no bridge")]
    verdicts = detector.classify(pairs)
    swapped = detector.classify([ClaimPair(second, first) for first, second in pairs])
    for verdict, other in zip(verdicts, swapped, strict=True):
        assert verdict.label is other.label
        assert sum(verdict.probabilities.values()) == pytest.approx(1.0)
        assert verdict.probabilities[Label.CONTRADICTION] == pytest.approx(
            other.probabilities[Label.CONTRADICTION], abs=1e-3
        )
    alone = detector.classify(pairs[1:2])[0]
    assert alone.probabilities[Label.NEUTRAL] == pytest.approx(verdicts[1].probabilities[Label.NEUTRAL], abs=1e-3)
    assert detector.classify([]) == []


@pytest.mark.parametrize("pair", [("", "x"), ("x", "  "), ("x", None)])
def test_classify_names_the_bad_pair(detector, pair):
    with pytest.raises(DataError, match="pair 2"):
        detector.classify([("a", "b"), pair])


def test_compare_accounts_for_every_pair_and_sentence(detector):
    statements = [make_statement(TEXT_A, "a"), make_statement(TEXT_B, "b")]
    report = detector.compare(statements, all_pairs=True)
    first, second = (
        [claim for claim in report.claims if claim.statement == statement.id] for statement in report.statements
    )
    assert report.ledger.n_pairs_scored == len(first) * len(second) == len(report.pairs)
    assert [left.reason for left in report.ledger.left_out] == ["question"]
    texts = {statement.id: statement.text for statement in report.statements}
    assert all(texts[claim.statement][claim.start : claim.end] == claim.text for claim in report.claims)
    assert statements[0].id == "a"


def test_findings_are_ranked_contradictions_first_and_agree_with_all_pairs(detector):
    report = detector.compare([make_statement(TEXT_A), make_statement(TEXT_B, "b")], all_pairs=True)
    assert report.findings
    keys = [
        (
            finding.verdict.abstained,
            finding.verdict.label is not Label.CONTRADICTION,
            -finding.verdict.probabilities[finding.verdict.label],
        )
        for finding in report.findings
    ]
    assert keys == sorted(keys)
    stored = {pair.claims: pair.probabilities for pair in report.pairs}
    assert all(stored[finding.claims] == finding.verdict.probabilities for finding in report.findings)


def test_report_json_carries_models_and_hashes(detector):
    record = json.loads(detector.compare([make_statement(TEXT_A)]).to_json())
    assert {model["role"] for model in record["models"]} == {"nli", "encoder"}
    assert all(len(model["sha256"]) == 64 for model in record["models"])
    assert "pairs" not in record


def test_one_statement_is_compared_with_itself(detector):
    report = detector.compare([make_statement(TEXT_A)], all_pairs=True)
    n_claims = report.ledger.n_claims
    assert report.ledger.n_pairs_scored == report.ledger.n_pairs_possible == n_claims * (n_claims - 1) // 2


def test_pairs_too_unlike_are_skipped_without_losing_a_finding(detector):
    import copy

    from claims.calibration import Calibration

    statements = [make_statement(TEXT_A, "a"), make_statement(TEXT_B, "b")]
    sentences = [[claim.text for claim in extract_claims(statement).claims] for statement in statements]
    found = detector.classify([(first, second) for first in sentences[0] for second in sentences[1]])
    middle = statistics.median(verdict.similarity for verdict in found)
    # Random weights put all cosines close together: a steep factor tells the upper half from the lower.
    calibration = Calibration(
        same_slope=1e5, same_offset=-1e5 * middle, threshold_contradiction=0.3, threshold_support=0.3
    )
    steep = copy.copy(detector)
    steep.calibration = calibration
    short, full = steep.compare(statements), steep.compare(statements, all_pairs=True)
    assert 0 < short.ledger.n_pairs_scored < full.ledger.n_pairs_scored
    assert [finding.claims for finding in short.findings] == [finding.claims for finding in full.findings]
    for report in (short, full):
        assert report.ledger.n_pairs_scored + sum(report.ledger.skipped.values()) == report.ledger.n_pairs_possible


def test_no_statement_is_an_error(detector):
    with pytest.raises(DataError, match="no statement given"):
        detector.compare([])


def test_a_statement_without_claims_gives_an_empty_report(detector):
    report = detector.compare([make_statement("Why? When?"), make_statement(TEXT_B, "b")])
    assert report.findings == ()
    assert len(report.ledger.left_out) == 2
    assert "<html" in report.to_html()


def test_inputs_are_not_mutated(detector):
    statement = make_statement(TEXT_A)
    copy = dataclasses.replace(statement)
    detector.compare([statement, make_statement(TEXT_B, "b")])
    assert statement == copy


def test_bundled_models_find_the_plain_contradiction():
    bundled = Detector()
    verdict, other = bundled.classify(
        [
            ("The road is open.", "The road has been closed since December."),
            ("The road is open.", "Our fishermen caught less herring last year."),
        ]
    )
    contradiction = Label.CONTRADICTION
    assert verdict.probabilities[contradiction] > 5 * other.probabilities[contradiction]
    assert other.label is Label.NEUTRAL


def test_five_thousand_sentences_work(detector):
    text = " ".join(f"The road number {number} is closed since December." for number in range(5000))
    report = Detector.compare(_with_budget(detector, 500), [make_statement(text)])
    assert report.ledger.n_claims == 5000
    assert report.ledger.n_pairs_scored + sum(report.ledger.skipped.values()) == report.ledger.n_pairs_possible


def _with_budget(detector, max_pairs):
    import copy

    limited = copy.copy(detector)
    limited.max_pairs = max_pairs
    return limited


def test_contradictions_and_they_alone_say_what_they_clash_over(detector):
    report = detector.compare([make_statement(TEXT_A), make_statement(TEXT_B, "b")])
    claims = {claim.id: claim for claim in report.claims}
    labels = {finding.verdict.label for finding in report.findings}
    assert Label.CONTRADICTION in labels
    for finding in report.findings:
        conflict = finding.verdict.conflict
        assert (conflict is not None) == (finding.verdict.label is Label.CONTRADICTION)
        for name, spans in zip(finding.claims, conflict.spans if conflict else ((), ()), strict=True):
            assert spans
            assert all(claims[name].text[start:end].strip() for start, end in spans)


def test_single_pairs_say_what_they_clash_over_unless_told_not_to(detector):
    pairs = [(first, second) for first in TEXT_A.split(". ") for second in TEXT_B.split(". ")]
    told = detector.classify(pairs)
    bare = detector.classify(pairs, describe_conflicts=False)
    assert [verdict.label for verdict in told] == [verdict.label for verdict in bare]
    assert any(verdict.conflict for verdict in told)
    assert all((verdict.conflict is not None) == (verdict.label is Label.CONTRADICTION) for verdict in told)
    assert not any(verdict.conflict for verdict in bare)
