import csv
import dataclasses
import io
import json

import pytest
import report_fixture as build

from claims.records import Answer, Attitude, Claim, ConflictType, Label, Part, Reference
from claims.reporting import wording
from claims.reporting.html_report import render_html
from claims.reporting.json_report import claim_as_json, load_schema
from claims.reporting.marking import pick_out
from claims.reporting.text_reports import render_csv, render_markdown

TEXT = "Moscow says that the road is shut."


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        ([], [("abcdef", False)]),
        ([(0, 2)], [("ab", True), ("cdef", False)]),
        ([(4, 6), (1, 2)], [("a", False), ("b", True), ("cd", False), ("ef", True)]),
        ([(0, 6)], [("abcdef", True)]),
    ],
)
def test_marked_pieces_joined_give_the_text(spans, pieces):
    assert pick_out("abcdef", spans) == pieces


def test_clashing_words_are_marked_in_html():
    page = render_html(build.example())
    assert 'The Lachin road is <mark class="clash">open</mark> to all traffic.' in page
    assert 'The road has been <mark class="clash">closed</mark> since 12 December.' in page
    assert page.count('<mark class="clash">') == 2


def test_clashing_words_are_bold_in_markdown_and_the_words_stay():
    text = render_markdown(build.example())
    assert "> The Lachin road is **open** to all traffic." in text
    assert "> The road has been **closed** since 12 December." in text


def test_marks_in_hostile_words_stay_words():
    for render in (render_html, render_markdown):
        assert "<script>" not in render(build.hostile())


def test_csv_has_the_clashing_words_and_the_kind_of_conflict():
    first = next(csv.DictReader(io.StringIO(render_csv(build.example()))))
    assert (first["clash_a"], first["clash_b"], first["conflict"]) == ("open", "closed", "antonym")


def test_spans_in_the_json_are_the_words_at_their_place():
    found = json.loads(build.example().to_json())
    texts = {claim["id"]: claim["text"] for claim in found["claims"]}
    conflict = found["findings"][0]["conflict"]
    for name, spans in zip(found["findings"][0]["claims"], conflict["spans"], strict=True):
        assert [texts[name][span["start"] : span["end"]] for span in spans] == [span["text"] for span in spans]
    assert conflict["same_event"] == {"answer": "yes", "evidence": "both name the road"}


@pytest.mark.parametrize(("answer", "said"), [(Answer.YES, "one time"), (Answer.NO, "perhaps two times")])
def test_what_is_known_of_event_and_time_is_said(answer, said):
    conflict = dataclasses.replace(
        build.CONFLICT, same_time=answer, evidence=("both name the road", "in May, on 3 May")
    )
    assert f"{said} (in May, on 3 May)" in wording.conflict(conflict)


@pytest.mark.parametrize("kind", list(ConflictType))
def test_every_kind_of_conflict_has_words(kind):
    assert wording.conflict(dataclasses.replace(build.CONFLICT, type=kind)).endswith(".")


def test_a_holder_who_is_not_the_speaker_is_named():
    report = build.example()
    other = dataclasses.replace(report.claims[0], holder="the <b>carriers</b>", attitude=Attitude.DENIES)
    changed = dataclasses.replace(report, claims=(other, *report.claims[1:]))
    assert "of what <q><bdi>the &lt;b&gt;carriers&lt;/b&gt;</bdi></q> denies" in render_html(changed)
    assert "of what “the &lt;b&gt;carriers&lt;/b&gt;” denies" in render_markdown(changed)


def test_only_contradictions_have_marks():
    report = build.report([["A is."], ["B is."]], [build.finding("s1.c1", "s2.c1", Label.SUPPORT.value)])
    assert 'class="clash"' not in render_html(report)


def test_parts_and_references_of_a_claim_are_whole_in_json():
    part = Part(
        "s1.c1.a", ((17, 33),), "The road is shut.", carried=(17, 25), holder="Moscow", attitude=Attitude.REPORTS
    )
    reference = Reference(17, 25, "the road", (3, 18), "the Lachin road")
    plain = claim_as_json(Claim("s1.c1", "s1", 20, 54, TEXT, references=(reference,), parts=(part,)))
    assert plain["parts"][0]["spans"] == [{"start": 17, "end": 33, "text": "the road is shut"}]
    assert plain["parts"][0]["carried"]["text"] == "the road"
    assert plain["references"][0]["antecedent"] == [3, 18]
    assert set(plain) == set(load_schema()["$defs"]["claim"]["required"])
