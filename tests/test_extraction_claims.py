import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import Statement, read_statement
from claims.extraction import extract_claims
from claims.extraction.claimhood import reason_left_out

INPUTS = Path(__file__).resolve().parents[2] / "shared" / "inputs"
BUNDLED = sorted((Path(__file__).parents[1] / "data" / "statements").glob("*.txt"))

CLAIMS = [
    "The bridge is open.",
    "It failed.",
    "Prices soared.",
    "Nobody came.",
    "We reject this.",
    "He asked: “Who came?”",
    "“There is no blockade,” the minister said.",
    "We thank Norway for opening the bridge in May, which Sweden had closed.",
    "Thanks to the new pumps the harbour has stayed dry since March.",
    "I would like to recall that 340 families lost their homes.",
    "We congratulated nobody, because nothing was built.",
    "1. The port is open.",
    "• The crew was released on Tuesday.",
    "(a) No talks were held in 2021.",
    "We call upon the authorities to open the bridge",
    "Therefore, the bridge has to be opened.",
    "Мост открыт с мая.",
    "Никто не пришёл.",
    "Мы благодарим тех, кто открыл мост, который был закрыт в мае.",
    "Yol may ayında açıldı.",
    "Ճանապարհը փակ է։",
]
LEFT_OUT = [
    ("Why was the bridge closed?", "question"),
    ("“Who came?”", "question"),
    ("How long must we wait?!", "question"),
    ("Кто закрыл мост?", "question"),
    ("Mr. President,", "greeting"),
    ("Ladies and gentlemen!", "greeting"),
    ("Distinguished delegates,", "greeting"),
    ("Уважаемый господин председатель!", "greeting"),
    ("Excellencies, dear colleagues,", "greeting"),
    ("I thank you.", "thanks"),
    ("Thank you, Mr. President.", "thanks"),
    ("I would like to congratulate you on your election.", "thanks"),
    ("We express our sincere gratitude to the people of Norway.", "thanks"),
    ("Благодарю за внимание.", "thanks"),
    ("Let me be clear.", "speech act without content"),
    ("I will now turn to the situation in the valley.", "speech act without content"),
    ("In conclusion, I would like to make three points.", "speech act without content"),
    ("It is a great honour to address this Assembly.", "speech act without content"),
    ("Our view is as follows:", "speech act without content"),
    ("(Applause.)", "fragment"),
    ("* * *", "fragment"),
    ("12.", "fragment"),
    ("On the contrary.", "fragment"),
    ("Indeed.", "fragment"),
    ("The Bridge and the Valley", "title"),
    ("Comment of the Ministry on the Northern Bridge", "title"),
    ("Our position", "title"),
]


@pytest.mark.parametrize("sentence", CLAIMS)
def test_a_sentence_that_claims_something_is_kept(sentence):
    assert reason_left_out(sentence) is None


@pytest.mark.parametrize(("sentence", "reason"), LEFT_OUT)
def test_a_sentence_that_claims_nothing_is_left_out_with_its_reason(sentence, reason):
    assert reason_left_out(sentence) == reason


def statement_of(text, language=None):
    return Statement(id="s1", text=text, source="memory", sha256="0" * 64, speaker="Oslo", language=language)


def test_claims_are_numbered_held_and_in_reading_order():
    extraction = extract_claims(statement_of("Mr. President,\n\nThe bridge is open. Why wait? Nobody came."))
    assert [(claim.id, claim.text, claim.holder) for claim in extraction.claims] == [
        ("s1.c1", "The bridge is open.", "Oslo"),
        ("s1.c2", "Nobody came.", "Oslo"),
    ]
    assert [(left.text, left.reason) for left in extraction.left_out] == [
        ("Mr. President,", "greeting"),
        ("Why wait?", "question"),
    ]


def test_a_heading_is_a_title_but_a_text_without_stops_is_all_claims():
    headed = extract_claims(statement_of("The Northern Bridge\n\nThe bridge is open."))
    assert [left.reason for left in headed.left_out] == ["title"]
    stopless = extract_claims(statement_of("the bridge is open again\n\nnobody has crossed it since May"))
    assert len(stopless.claims) == 2


def test_no_statement_text_no_claims():
    extraction = extract_claims(statement_of("  \n "))
    assert extraction.claims == extraction.left_out == ()


PIECES = [
    *"“”\"'().,:;-?! \n\t",
    "\n\n",
    "\u2028",
    "Mr. President,\n",
    "Thank you. ",
    "1. ",
    "(a) ",
    "т. е. ",
    "İ",
    "The road is open. ",
]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.text() | st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from([None, "en", "ru", "xx"])
)
def test_every_visible_character_is_in_one_claim_or_one_sentence_left_out(text, language):
    extraction = extract_claims(statement_of(text, language))
    parts = sorted([*extraction.claims, *extraction.left_out], key=lambda part: part.start)
    place = 0
    for part in parts:
        assert place <= part.start < part.end
        assert text[part.start : part.end] == part.text
        assert not text[place : part.start].strip()
        place = part.end
    assert not text[place:].strip()


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_bundled_statements_are_nearly_all_claims(path):
    extraction = extract_claims(read_statement(path))
    assert len(extraction.claims) >= 15
    assert len(extraction.left_out) <= len(extraction.claims) / 4


def test_the_article_holds_its_twenty_claims():
    path = INPUTS / "baku_response_2023-07.txt"
    if not path.exists():
        pytest.skip("../shared/inputs is not here")
    extraction = extract_claims(read_statement(path))
    assert len(extraction.claims) == 20
    assert not any(re.search(r"Oct\.?2025|Share on", claim.text) for claim in extraction.claims)


@pytest.mark.parametrize("name", ["2020_ARM", "2020_AZE", "2020_RUS"])
def test_a_speech_is_read_into_sentences_of_ordinary_length(name):
    path = INPUTS / "unga" / f"{name}.txt"
    if not path.exists():
        pytest.skip("../shared/inputs is not here")
    claims = extract_claims(read_statement(path)).claims
    assert len(claims) >= 40
    assert sum(len(claim.text.split()) > 80 for claim in claims) <= len(claims) / 20
