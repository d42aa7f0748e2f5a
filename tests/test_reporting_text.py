import csv
import io

import pytest
import report_fixture as build

from claims.reporting import wording
from claims.reporting.markdown import escape_markdown
from claims.reporting.text_reports import render_csv, render_markdown


def rows(report):
    return list(csv.DictReader(io.StringIO(render_csv(report))))


def test_csv_has_one_line_a_finding_in_rank_order():
    report = build.example()
    lines = rows(report)
    assert [line["rank"] for line in lines] == ["1", "2", "3", "4", "5"]
    assert [line["abstained"] for line in lines] == ["false", "false", "false", "true", "true"]
    assert lines[0]["speaker_a"] == "Azerbaijan, MFA"
    assert lines[0]["speaker_b"] == ""
    assert float(lines[0]["p_contradiction"]) == pytest.approx(0.91)
    for line in lines:
        assert report.statements[0].text[int(line["start_a"]) : int(line["end_a"])] == line["claim_a"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_defuses_formulas(start):
    sentence = f"{start}HYPERLINK(1)"
    line = rows(build.report([[sentence], ["B."]], [build.finding("s1.c1", "s2.c1")]))[0]
    assert line["claim_a"] == f"'{sentence}"


def test_csv_without_findings_has_its_header():
    text = render_csv(build.report([["A."]]))
    assert text.startswith("rank,label,abstained,p_support,p_contradiction,p_neutral,similarity,speaker_a,")
    assert text.count("\n") == 1


def test_markdown_has_one_section_a_finding_in_rank_order():
    heads = [line for line in render_markdown(build.example()).splitlines() if line.startswith("#")]
    assert [head for head in heads if head.startswith("### F")] == [
        "### F1. Contradiction (very likely, 0.91)",
        "### F2. Contradiction (likely, 0.81)",
        "### F3. Support (likely, 0.74)",
        "### F4. Contradiction (as likely as not, 0.44, below the operating point)",
        "### F5. Support (as likely as not, 0.41, below the operating point)",
    ]
    assert (
        heads.index("## Below the operating point")
        == heads.index("### F4. Contradiction (as likely as not, 0.44, below the operating point)") - 1
    )


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a | b", r"a \| b"),
        ("<script>", "&lt;script&gt;"),
        ("[x](javascript:1)", r"\[x\](javascript:1)"),
        ("# head\n- item", r"\# head - item"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("2023-07-16: 3.5", "2023-07-16: 3.5"),
        ("3.5 is well-known", "3.5 is well-known"),
        ("---", r"\---"),
        ("see https://a.example and www.b.example", r"see https\://a.example and www\.b.example"),
    ],
)
def test_markdown_escapes_untrusted_text(text, escaped):
    assert escape_markdown(text) == escaped


def test_markdown_tables_keep_their_columns_when_texts_hold_pipes():
    text = render_markdown(build.hostile())
    assert "<script" not in text
    table = [line.replace(r"\|", "") for line in text.splitlines() if line.startswith("| ")]
    assert {line.count("|") for line in table} == {4, 5, 6, 9}


def test_markdown_says_plainly_that_nothing_was_found():
    assert wording.NO_CONTRADICTION in render_markdown(build.report([["A."], ["B."]]))


def test_records_render_themselves():
    report = build.example()
    assert report.to_csv() == render_csv(report)
    assert report.to_markdown() == render_markdown(report)
    assert report.to_html().startswith("<!DOCTYPE html>")
    assert report.to_json().startswith("{")


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.97, "almost certain, 0.97"),
        (0.85, "very likely, 0.85"),
        (0.81, "likely, 0.81"),
        (0.5, "as likely as not, 0.50"),
        (0.2, "unlikely, 0.20"),
    ],
)
def test_probabilities_are_put_into_words(probability, words):
    assert wording.likelihood(probability) == words
