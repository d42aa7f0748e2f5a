from pathlib import Path

import pytest
from statement_files import BODY, PAGE, PARAGRAPHS, make_docx, make_locked_pdf, make_pdf, wrap

from claims import read_statement
from claims.errors import DataError
from claims.reading import read_bytes
from claims.reading.dates import normalise_date

SHARED = Path(__file__).parents[2] / "shared" / "inputs"


def read(data, suffix=".txt", **options):
    return read_bytes(
        data if isinstance(data, bytes) else data.encode(), name=f"file{suffix}", suffix=suffix, **options
    )


def reasons(statement):
    return {piece.text: piece.reason for piece in statement.removed}


# -- where speaker and date come from


def test_header_lines_give_speaker_date_and_title():
    statement = read(f"Speaker: Ministry of Transport\nDATE: 16 July 2023\ntitle: On the bridge\n\n{BODY}")
    assert (statement.speaker, statement.speaker_source) == ("Ministry of Transport", "header")
    assert (statement.date, statement.date_source) == ("2023-07-16", "header")
    assert statement.title == "On the bridge"
    assert statement.text == BODY
    assert statement.language == "en"
    assert list(reasons(statement).values()) == ["header"] * 3


def test_the_caller_wins_over_the_file():
    statement = read(f"Speaker: A\nDate: 2023-07-16\n\n{BODY}", speaker="B", date="July 17, 2023")
    assert (statement.speaker, statement.speaker_source) == ("B", "caller")
    assert (statement.date, statement.date_source) == ("2023-07-17", "caller")


def test_speaker_and_date_stay_unknown():
    statement = read(BODY)
    assert (statement.speaker, statement.speaker_source, statement.date, statement.date_source) == (
        (None, "unknown") * 2
    )


def test_a_header_word_inside_the_text_is_no_header():
    text = f"{PARAGRAPHS[0]}\nDate: 2023-07-16 was chosen by both sides for the talks at the post.\n"
    statement = read(text)
    assert statement.date is None
    assert "was chosen" in statement.text


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2023-07-16", "2023-07-16"),
        ("2023-07-16T10:00:00+04:00", "2023-07-16"),
        ("2023-07", "2023-07"),
        ("2023", "2023"),
        ("16 July 2023", "2023-07-16"),
        ("16th July, 2023", "2023-07-16"),
        ("Sunday, 16 July 2023", "2023-07-16"),
        ("July 16, 2023", "2023-07-16"),
        ("Sept. 6, 2023", "2023-09-06"),
        ("July 2023", "2023-07"),
        ("16.07.2023", "2023-07-16"),
        ("12.07.2023", "2023-07-12"),
        ("16/07/2023", "2023-07-16"),
        ("07/16/2023", "2023-07-16"),
        ("04/04/2023", "2023-04-04"),
        ("21.Oct.2025", "2025-10-21"),
        ("16 июля 2023 г.", "2023-07-16"),
        ("16 iyul 2023", "2023-07-16"),
        ("03/04/2023", None),
        ("2023-02-30", None),
        ("31 June 2023", None),
        ("yesterday", None),
        ("0016-07-16", None),
        ("16 smarch 2023", None),
        ("", None),
    ],
)
def test_dates_are_normalised_or_refused(written, iso):
    assert normalise_date(written) == iso


# -- encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1251"])
def test_encodings_are_detected(encoding):
    text = (
        "Министерство заявляет, что мост открыт с июня и не закрывался ни на один день.\n\n"
        "Мы ожидаем, что другая сторона отзовёт свои слова и примет наших экспертов в ближайшее время."
    )
    statement = read(text.encode(encoding))
    assert statement.text == text
    assert statement.language == "ru"


def test_azerbaijani_and_armenian_letters_survive():
    text = "Nazirlik bildirir ki, körpü iyun ayından açıqdır və bir gün də bağlanmayıb. Şuşa, Gəncə, Ağdam. Հայաստան։"
    assert read(text).text == text


def test_a_page_keeps_its_declared_encoding():
    page = f'<html><head><meta charset="windows-1251"></head><body><p>Мост открыт. {BODY}</p></body></html>'
    assert "Мост открыт." in read(page.encode("windows-1251"), ".html").text


# -- formats


def test_a_page_loses_its_chrome_and_keeps_its_place():
    statement = read(PAGE, ".html")
    assert statement.text.split("\n") == [line for line in BODY.split("\n") if line] or statement.text == BODY
    assert statement.title == "Comment on the northern bridge"
    assert (statement.date, statement.date_source) == ("2023-07-16", "metadata")
    assert (statement.speaker, statement.speaker_source) == ("Ministry of Transport", "metadata")
    assert all(PAGE[piece.start : piece.end] == piece.text for piece in statement.removed)
    gone = " ".join(reasons(statement))
    for chrome in ("cookies", "Home", "Latest news", "opens a school", "All rights reserved", "Share on Facebook"):
        assert chrome in gone
        assert chrome not in statement.text


def test_a_page_is_never_dated_by_its_sidebar_or_footer():
    page = PAGE.replace('<meta property="article:published_time" content="2023-07-16T10:20:00+04:00">', "")
    assert read(page, ".html").date is None


def test_linked_data_dates_a_page():
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-03-04", "author": [{"name": "Office"}]}</script>'
    page = f"<html><head>{data}</head><body><p>{'</p><p>'.join(PARAGRAPHS)}</p></body></html>"
    statement = read(page, ".html")
    assert (statement.date, statement.speaker) == ("2022-03-04", "Office")


def test_a_page_of_two_megabytes_is_read_whole():
    paragraphs = [
        f"In case number {number} the court in the capital found for the ministry." for number in range(28_000)
    ]
    page = f"<html><body><article><p>{'</p><p>'.join(paragraphs)}</p></article></body></html>"
    assert len(page) > 2_000_000
    text = read(page, ".html").text
    assert [line for line in text.split("\n") if line] == paragraphs


def test_pdf_lines_become_paragraphs_without_page_headers():
    pages = [
        ["Ministry - press release", *wrap(paragraph), str(number)] for number, paragraph in enumerate(PARAGRAPHS, 1)
    ]
    statement = read(make_pdf(pages), ".pdf")
    assert [line for line in statement.text.split("\n") if line] == list(PARAGRAPHS)
    assert {piece.reason for piece in statement.removed} == {"page header"}
    assert len(statement.removed) == 6


def test_header_lines_of_a_pdf_stay_apart_however_long():
    speaker = "Ministry of Transport, Department of Bridges and Crossings, remarks to the press"
    statement = read(make_pdf([[f"Speaker: {speaker}", "Date: 2023-07-16", *wrap(BODY)]]), ".pdf")
    assert (statement.speaker, statement.date) == (speaker, "2023-07-16")


def test_docx_keeps_body_and_table_and_drops_the_header():
    data = make_docx(["On the bridge", *PARAGRAPHS], table=["The toll is two crowns for a car."], header="Letterhead")
    statement = read(data, ".docx")
    assert statement.text == f"{BODY}\n\nThe toll is two crowns for a car."
    assert statement.title == "On the bridge"


def test_markdown_loses_its_marks():
    text = f"---\nspeaker: Ministry\ndate: 2023-07-16\n---\n# On the bridge\n\n{BODY.replace('May', '**May**')}\n\n- [Open](http://x.y) since June, as everyone can see.\n"
    statement = read(text, ".md")
    assert statement.text == f"{BODY}\n\nOpen since June, as everyone can see."
    assert (statement.speaker, statement.date, statement.title) == ("Ministry", "2023-07-16", "On the bridge")


def test_jsonl_lines_are_paragraphs():
    lines = (
        f'{{"text": "{PARAGRAPHS[0]}", "speaker": "Ministry", "date": "2023-07-16"}}\n\n{{"text": "{PARAGRAPHS[1]}"}}\n'
    )
    statement = read(lines, ".jsonl")
    assert statement.text == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"
    assert (statement.speaker, statement.date_source) == ("Ministry", "metadata")


def test_a_string_is_a_text_or_a_path(tmp_path):
    path = tmp_path / "a b.txt"
    path.write_text(BODY)
    assert read_statement(str(path)).text == read_statement(path).text == BODY
    assert read_statement("The bridge is open.").text == "The bridge is open."
    assert read_statement(BODY).source == "text"


def test_characters_that_reorder_the_text_are_dropped():
    assert read("The \u202ebridge\u202c is\u200b open.\ufeff").text == "The bridge is open."


# -- bad input


@pytest.mark.parametrize(
    ("data", "suffix", "message"),
    [
        (b"", ".txt", "empty"),
        (b" \n\t ", ".txt", "empty"),
        (bytes(range(256)) * 20, ".txt", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(400), ".txt", "binary"),
        (b"\xff\xfe\x00\xd8\x00", ".txt", "utf-16"),
        (b"Tags: a, b\n2023-07-16\n", ".txt", "no running text"),
        (b"Speaker: X\n", ".txt", "no running text"),
        (b"Speaker: X\nDate: soon\n\nThe bridge is open.", ".txt", "soon"),
        (b"<html><body><script>x</script></body></html>", ".html", "no running text"),
        (b"not a pdf", ".pdf", "not a readable PDF"),
        (b"not a docx", ".docx", "not a readable DOCX"),
        (b"PK\x03\x04 broken", ".docx", "not a readable DOCX"),
        (b'{"text": "The bridge is open."}\n{"text": 3}\n', ".jsonl", ":2: expected a JSON object"),
        (b'{"text": "The bridge is open."}\n[\n', ".jsonl", ":2: expected a JSON object"),
        (b'{"text": "a b", "speaker": "X"}\n{"text": "c d", "speaker": "Y"}\n', ".jsonl", ":2: speaker is 'Y'"),
        (b'{"text": "a b", "date": "soon"}\n', ".jsonl", "soon"),
        (b"The bridge is open.", ".xyz", "unknown extension .xyz"),
        (b"The bridge is open.", "", "unknown extension"),
        (make_pdf([]), ".pdf", "one of 0 pages"),
        (make_pdf([[]]), ".pdf", "without text"),
        (make_locked_pdf(), ".pdf", "encrypted"),
    ],
)
def test_bad_input_is_one_line_with_the_file(data, suffix, message):
    with pytest.raises(DataError) as caught:
        read(data, suffix)
    line = str(caught.value)
    assert message in line
    assert line.startswith(f"file{suffix}")
    assert "\n" not in line


def test_a_caller_date_that_does_not_parse_is_refused():
    with pytest.raises(DataError, match="'yesterday'"):
        read(BODY, date="yesterday")


def test_missing_files_and_folders_are_named(tmp_path):
    with pytest.raises(DataError, match="no such file"):
        read_statement(tmp_path / "none.txt")
    with pytest.raises(DataError, match="no such file"):
        read_statement("my statement.html")
    with pytest.raises(DataError, match="a folder"):
        read_statement(tmp_path)


def test_a_docx_that_unpacks_to_too_much_is_refused(monkeypatch):
    from claims.reading import documents

    monkeypatch.setattr(documents, "_MAX_UNPACKED", 1000)
    with pytest.raises(DataError, match="unpacks to"):
        read(make_docx(["x"]), ".docx")


# -- real inputs


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/inputs")
def test_the_article_loses_headline_and_sidebar_and_stays_undated():
    path = SHARED / "baku_response_2023-07.txt"
    statement = read_statement(path)
    raw = path.read_text(encoding="utf-8")
    first, *_ = raw.split("\n")
    assert statement.title == first
    assert statement.date is None
    assert "2025" not in statement.text
    assert "Latest news" not in statement.text
    assert statement.text.split() == raw[len(first) : raw.index("Latest news")].split()
    assert all(raw[piece.start : piece.end] == piece.text for piece in statement.removed)


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/inputs")
def test_speeches_are_kept_whole():
    for path in (SHARED / "unga").glob("*.txt"):
        assert read_statement(path).text.split() == path.read_text(encoding="utf-8").split()
