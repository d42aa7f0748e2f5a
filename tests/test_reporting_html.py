import dataclasses
import html
import re
import time
from html.parser import HTMLParser

import pytest
import report_fixture as build

from claims.records import Claim
from claims.reporting.html_report import render_html
from claims.reporting.index import ReportIndex
from claims.reporting.marking import cut

VOID = {"meta", "link", "img", "br", "hr", "input"}


class Page(HTMLParser):
    """Collects tags, ids and links, and checks that elements nest."""

    def __init__(self, text):
        """Read a whole page."""
        super().__init__()
        self.tags, self.ids, self.links, self.open = [], [], [], []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        """Note a tag, its id and its links."""
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name in {"href", "src"}]
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Check that the innermost element ends."""
        assert self.open.pop() == tag


def statement_texts(page):
    blocks = re.findall(r'<div class="text"[^>]*>(.*?)</div>', page, flags=re.DOTALL)
    return [html.unescape(re.sub(r"<sup.*?</sup>|<[^>]*>", "", block, flags=re.DOTALL)) for block in blocks]


def test_sections_stand_in_order():
    ids = Page(render_html(build.example())).ids
    sections = ["overview", "contradictions", "supports", "below", "statements", "ledger", "provenance"]
    assert [name for name in ids if name in sections] == sections


def test_findings_keep_their_rank_and_those_below_are_folded_not_hidden():
    page = render_html(build.example())
    assert re.findall(r'<article class="finding \w+" id="(f\d+)"', page) == ["f1", "f2", "f3", "f4", "f5"]
    folded = page[page.index("<details>") : page.index("</details>")]
    assert 'id="f4"' in folded
    assert 'id="f5"' in folded
    assert 'id="f3"' not in folded


def test_every_link_has_its_place_and_no_id_stands_twice():
    page = Page(render_html(build.example()))
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)


def test_text_from_outside_stays_text():
    text = render_html(build.hostile())
    page = Page(text)
    assert not {"script", "img", "iframe", "link"} & set(page.tags)
    assert all(link.startswith("#") for link in page.links)
    assert "{{ 7*7 }}" in text
    assert "&lt;script&gt;" in text


def test_nothing_is_fetched():
    text = render_html(build.example())
    assert not re.search(r"https?://|url\(|@import", text)
    assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text


def test_a_finding_shows_claims_speakers_dates_probability_and_context():
    text = render_html(build.example())
    card = text[text.index('id="f2"') : text.index('id="f3"')]
    for part in ("Azerbaijan, MFA", "2023-07-16", "unknown speaker", "unknown date", "likely, 0.81", "similarity"):
        assert part.lower() in card.lower()
    assert "Who, then, speaks of a blockade?" in card  # left out as a claim, still the sentence after
    assert "Not a single lorry has passed since June." in card


@pytest.mark.parametrize("report", [build.example(), build.hostile(), build.report([["  One.\n\nTwo. \n"]])])
def test_full_statements_are_verbatim_between_the_marks(report):
    assert statement_texts(render_html(report)) == [statement.text for statement in report.statements]


def test_a_claim_in_two_findings_has_one_mark_and_two_links():
    text = render_html(build.example())
    assert text.count("<mark>The Lachin road is open to all traffic.</mark>") == 1
    assert '[C1: <a href="#f1">F1</a>, <a href="#f4">F4</a>]' in text


def test_overlapping_claims_are_cut_without_loss():
    text = "abcdefghij"
    claims = [
        Claim(name, "s1", start, end, text[start:end]) for name, start, end in (("x", 1, 5), ("y", 3, 8), ("z", 3, 4))
    ]
    pieces = cut(text, claims)
    assert "".join(piece.text for piece in pieces) == text
    assert [(piece.text, "".join(sorted(piece.inside))) for piece in pieces] == [
        ("a", ""),
        ("bc", "x"),
        ("d", "xyz"),
        ("e", "xy"),
        ("fgh", "y"),
        ("ij", ""),
    ]
    assert sum(len(piece.opens) for piece in pieces) == sum(len(piece.closes) for piece in pieces) == 3


def test_no_contradiction_is_said_plainly():
    text = render_html(build.report([["The road is open."], ["It is cold."]]))
    assert "No contradiction reached the operating point." in text
    assert "does not mean that the statements agree" in text


def test_one_statement_is_compared_with_itself():
    text = render_html(build.report([["The road is open.", "The road is closed."]], [build.finding("s1.c1", "s1.c2")]))
    assert "with itself" in text
    assert Page(text).ids.count("f1") == 1


def test_what_was_removed_left_out_and_skipped_is_shown():
    text = render_html(build.example())
    for part in (
        "Home | News",
        "navigation",
        "question",
        "both claims in one statement",
        "ab" * 32,
        "1a2b3c",
        "max_pairs",
    ):
        assert part in text


def test_a_statement_without_sentences_still_renders():
    assert 'class="text"' in render_html(build.report([[""], ["A."]]))


def test_context_is_empty_at_the_ends_and_skips_overlaps():
    report = build.report([["First one.", "Second one.", "Third one."]])
    part = Claim("s1.c9", "s1", 11, 17, "Second")
    index = ReportIndex(dataclasses.replace(report, claims=(*report.claims, part)))
    assert index.context(report.claims[0]) == ("", "Second one.")
    assert index.context(report.claims[2]) == ("Second one.", "")
    assert index.context(part) == ("First one.", "Third one.")


def test_many_statements_name_the_pairs_without_a_row():
    texts = [[f"Claim {n}."] for n in range(12)]
    text = render_html(build.report(texts, [build.finding("s1.c1", "s2.c1")]))
    assert "65 further pairs of statements have no finding and no row." in text


def test_five_thousand_sentences_and_two_hundred_findings_take_seconds():
    start = time.perf_counter()
    text = render_html(build.large())
    assert time.perf_counter() - start < 10
    assert text.count('<article class="finding') == 200


def test_neutral_findings_have_their_own_section():
    text = render_html(build.report([["A."], ["B."]], [build.finding("s1.c1", "s2.c1", "neutral")]))
    assert '<section id="neutral">' in text
    assert "Neutral (1)" in text


def test_the_callers_operating_point_is_shown():
    assert "contradiction from 0.60, support from 0.70" in render_html(build.example())
    unknown = dataclasses.replace(build.example(), config={})
    assert "names no operating point" in render_html(unknown)
