import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statement_files import BODY, PARAGRAPHS

from claims.reading import read_bytes
from claims.reading.chrome import read_lines, trim_chrome


def read(text):
    return read_bytes(text.encode(), name="page.txt")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share", "share line"),
        ("Share this article on Facebook", "share line"),
        ("Facebook Twitter Telegram WhatsApp", "share line"),
        ("Follow us on Telegram and never miss a story", "share line"),
        ("Subscribe to our newsletter", "share line"),
        ("Поделиться", "share line"),
        ("We use cookies to improve your experience. By continuing you agree.", "cookie banner"),
        ("Accept all cookies", "cookie banner"),
        ("Skip to main content", "menu"),
        ("Home | News | Press releases | Contacts", "menu"),
        ("Home > News > Statements", "menu"),
        ("AZ EN RU", "menu"),
        ("Tags: bridge, transport", "tags"),
        ("© 2025 Ministry of Transport", "footer"),
        ("Copyright 2025 Ministry. All rights reserved.", "footer"),
        ("Privacy policy", "footer"),
        ("1,204 views", "page furniture"),
        ("3 min read", "page furniture"),
        ("Advertisement", "page furniture"),
        ("Photo: Press service of the ministry", "page furniture"),
        ("16 July 2023", "date line"),
        ("16.07.2023 14:30", "date line"),
        ("25 Oct 2025", "date line"),
        ("Published: 16 July 2023", "date line"),
    ],
)
def test_a_line_of_chrome_goes_wherever_it_stands(line, reason):
    for text in (f"{line}\n\n{BODY}", f"{PARAGRAPHS[0]}\n{line}\n{PARAGRAPHS[1]}", f"{BODY}\n{line}\n"):
        statement = read(text)
        assert line not in statement.text
        assert [(piece.text, piece.reason) for piece in statement.removed] == [(line, reason)]
        assert text[statement.removed[0].start : statement.removed[0].end] == line


@pytest.mark.parametrize(
    "line",
    [
        "We share the concern of our partners.",
        "Share of imports fell to 12 percent.",
        "Copyright law was broken by the broadcaster.",
        "Home prices rose again.",
        "Follow the law.",
        "On 16 July 2023 the bridge was closed.",
        "The latest news from the front is grave.",
        "More news of this kind will follow, the minister said.",
        "Print media were banned in May.",
        "Contact with the crew was lost.",
        "Published figures are wrong.",
        "The tags: yellow and red, were removed by the guards.",
        "Peace, bread and land!",
        "The rate is 3/4 of what was agreed.",
    ],
)
def test_a_sentence_that_looks_like_chrome_stays(line):
    statement = read(f"{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}")
    assert line in statement.text
    assert statement.removed == ()


@pytest.mark.parametrize("heading", ["Latest news", "Read also:", "RELATED STORIES", "Most read", "Последние новости"])
def test_a_sidebar_goes_with_its_headlines_and_dates(heading):
    sidebar = f"{heading}\nMinister opens a school in the valley\n21.Oct.2025\nIs the valley next?\n20.Oct.2025"
    for text in (
        f"{BODY}\n{sidebar}\n\n25 Oct 2025\n",
        f"{PARAGRAPHS[0]}\n{sidebar}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}",
    ):
        statement = read(text)
        assert " ".join(statement.text.split()) == " ".join(BODY.split())
        assert statement.date is None


def test_a_glued_sidebar_heading_is_known():
    statement = read(f"{BODY}\nLatest newsMinister opens a school in the valley\n21.Oct.2025\n")
    assert statement.text == BODY


def test_menus_at_the_edges_go():
    menu = "Home\nNews\nPress centre\nDocuments\nThe Minister\n"
    assert read(f"{menu}\n{BODY}\n\n{menu}").text == BODY


def test_the_headline_is_the_title_and_no_claim():
    statement = read(f"Ministry answers remarks on the bridge\n\n{BODY}")
    assert statement.title == "Ministry answers remarks on the bridge"
    assert statement.text == BODY
    assert [piece.reason for piece in statement.removed] == ["headline"]


@pytest.mark.parametrize("first", ["Mr. President,", "Distinguished delegates:", "The bridge is open."])
def test_a_salutation_or_a_sentence_is_no_headline(first):
    statement = read(f"{first}\n{BODY}")
    assert statement.title is None
    assert statement.text.startswith(first)


def test_a_hard_wrapped_first_sentence_is_no_headline():
    text = "The ministry has taken note of the remarks\nthat were made on Tuesday. The bridge is open."
    assert read(text).text == text


def test_a_lone_line_is_the_statement():
    assert read("The bridge is open to all").text == "The bridge is open to all"


@given(st.text())
@settings(derandomize=True, deadline=None, max_examples=300)
def test_every_line_stays_or_is_recorded(text):
    lines = read_lines(text)
    kept, removed, _ = trim_chrome(lines)
    assert all(text[line.start : line.end] == line.text for line in lines)
    spans = sorted(
        [(line.start, line.end) for line in kept if line.text] + [(piece.start, piece.end) for piece in removed]
    )
    assert spans == [(line.start, line.end) for line in lines if line.text]


def test_a_text_of_one_long_line_is_read_fast():
    import time

    began = time.monotonic()
    read("home / " * 100_000 + "end.")
    read("Share " * 100_000 + "end.")
    read("\n".join(["Latest news", *["The minister said"] * 20_000]) + f"\n{BODY}")
    assert time.monotonic() - began < 5
