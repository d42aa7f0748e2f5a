import json
import re
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction import split_sentences

SHARED = Path(__file__).resolve().parents[2] / "shared"

# Text with "|" where a sentence ends and white space follows; the mark is taken out before splitting.
GOLDEN = [
    ("plain", "en", "The bridge is open.| The road is shut."),
    ("ends-in-a-day", "en", "The count began on the 28.| Villagers came to watch."),
    ("ends-in-a-number", "en", "The ward once had 340 beds and now has 210.| Patients wait longer."),
    ("ends-in-a-year", "en", "The mill closed in 1987.| Nobody bought it."),
    ("ends-in-a-roman-numeral", "en", "The map is printed in Annex I.| The line is drawn in red."),
    ("ends-in-a-letter", "en", "Deliveries follow Annex B.| In May they stopped."),
    ("label-before-a-name", "en", "Patients received vitamin C.| Norway paid for it."),
    ("ends-in-a-point", "en", "This is ruled out by point 6.| Norway signed it."),
    ("answer-no", "en", "The answer is No.| We shall not sign."),
    ("number-abbreviation", "en", "Look at No. 5 on the list.| It is missing."),
    ("article-abbreviation", "en", "Under Art. 12 and para. 3 the port is free.| See Art. V of the treaty."),
    ("document-number", "en", "They cite Doc. S/2020/11 and Res. 1701.| Neither says so."),
    ("day-month-year", "en", "They met on 9 Nov. 2020 in Oslo.| Talks went on."),
    ("month-then-capital", "en", "They met on 9 Nov.| The talks went on."),
    ("numeric-date", "en", "The pact of 3. 10. 2020 is void.| A new one was made."),
    ("decimal-and-time", "en", "Prices rose by 4.6 per cent.| At 10.30 the market shut."),
    ("digit-opens", "en", "The shelling stopped.| 200 houses were lost."),
    ("titles", "en", "Mr. Hansen met Prof. Lind and Gen. He Wei.| They agreed."),
    ("initials", "en", "The letter to J. K. Lind was signed by P. Hansen.| It was short."),
    ("middle-initial", "en", "Karen W. Lind left.| A. Hansen stayed."),
    ("glued-initials", "en", "The poet W.H. Lind spoke.| He was brief."),
    ("acronym-inside", "en", "The U.S. Congress met.| He lives in the U.S.| The law is old."),
    ("afternoon", "en", "At 8.30 p.m. Norwegian boats left.| They were back at 9 p.m.| The harbour was dark."),
    ("examples", "en", "Some towns, e.g. Oslo, i.e. the capital, agreed.| Others, cf. Bergen, did not."),
    ("et-cetera", "en", "They built schools, roads, etc.| Norway paid."),
    ("company", "en", "Lind Inc. Chairman Moe resigned.| He had led Lind Inc.| The board knew."),
    ("numbered-points", "en", "1. The port is open.| 2. The port is safe.| 3) The port is ours."),
    ("lettered-points", "en", "Two things are plain.| (a) The dam leaks.| (b) The town knows."),
    ("quotation-then-said", "en", '"We stay." said the ministry.| Nobody moved.'),
    ("question-then-asked", "en", "“Will they stay?” he asked.| Nobody knew."),
    ("long-quotation", "en", "“We stay.| We rebuild.| We forget nothing.”| The mayor sat down."),
    ("quotation-closes", "en", "The mayor said: “The dam is safe.”| He was wrong."),
    ("straight-quotes", "en", 'She said "never".| He said "The dam is safe."| They parted.'),
    ("ellipsis-inside", "en", "He waited ... and left.| He waited…| Then the bus came."),
    ("aside-in-brackets", "en", "The town (it is small. It is old.) was spared.| (It had no port.)| So it stayed."),
    ("exclamations", "en", "What now?!| We leave!| The boats are ready."),
    ("lost-blank", "en", "The dam was closed.|The valley is dry."),
    ("no-final-stop", "en", "The dam is safe.| The valley is dry"),
    ("hard-wrapped", "en", "The dam above the\nvalley was built by\nNorway in 1962.| It holds\nstill."),
    ("wrapped-after-a-title", "en", "The delegation was led by Mr.\nHansen and left on 9 Nov.\n2020 for Oslo.| It came back."),
    ("bullets", "en", "We ask for:|\n- the release of the crew;|\n- the return of\nthe boats|\n• an apology"),
    ("numbered-lines", "en", "1. Open the port|\n2. Return the boats|\n3. Release the crew"),
    ("number-on-its-line", "en", "1.\nThe port is open.|\n2.\nThe port is safe."),
    ("heading", "en", "Our view of the dam|\n\nThe dam is safe.|\n\nWhat comes next|\nWe shall inspect it again in the spring."),
    ("salutation-lines", "en", "Mr. President,|\nExcellencies,|\nThe dam has been inspected twice since the flood of last spring."),
    ("wrapped-before-a-number", "en", "The census found that the number of the families was\n150.| Three of them had left since the spring of the year."),
    ("line-separators", "en", "The dam is\u2028safe now.|\u2029\u2029The valley is\x85dry."),
    ("russian-year", "ru", "Это было в мае 2020 г. в Осло.| Завод закрыт с 2019 г.| Он стоит пустой."),
    ("russian-initials", "ru", "Письмо подписал В. В. Лунд.| А. С. Хансен отказался."),
    ("russian-amounts", "ru", "Ущерб составил 5 млн. руб.| Это много.| Ушли 10 тыс. человек."),
    ("russian-named-after", "ru", "Завод им. Лунда закрыт.| Это передали им.| Они ушли."),
    ("russian-enumeration", "ru", "Строили школы, дороги и т. д.| Потом перестали, т. е. Осло отказал."),
    ("russian-article", "ru", "По п. 5 ст. 3 договора порт открыт.| В г. Осло тихо."),
    ("russian-quotation", "ru", "«Мы остаёмся». — сказал мэр.| «Мы ждём!| Мы тут».| Все ушли."),
    ("russian-question", "ru", "Что дальше?..| Никто не знает."),
    ("azerbaijani", "az", "Yol may ayında açıldı.| İ. Quliyev çıxış etdi.| Şəhərdə məktəb, körpü və s.| Çox şey tikildi."),
    ("german-ordinal", "de", "Am 3. Oktober war der Hafen zu.| Es kamen 150.| Die Stadt schwieg."),
    ("spanish", "es", "El Sr. Pérez llegó.| ¿Qué dijo?| ¡Nada!"),
    ("armenian", "hy", "Ճանապարհը փակ է։| Նա եկավ։"),
    ("arabic", "ar", "الطريق مغلق.| ماذا حدث؟| لا شيء."),
]  # fmt: skip


def pieces(text, language=None):
    return [text[start:end] for start, end in split_sentences(text, language)]


@pytest.mark.parametrize(("language", "marked"), [row[1:] for row in GOLDEN], ids=[row[0] for row in GOLDEN])
def test_splits_as_a_reader_would(language, marked):
    assert pieces(marked.replace("|", ""), language) == [piece.strip() for piece in marked.split("|")]


def assert_spans_are_sound(text, spans):
    place = 0
    for start, end in spans:
        assert place <= start < end <= len(text)
        assert not text[place:start].strip()
        assert text[start:end] == text[start:end].strip()
        place = end
    assert not text[place:].strip()


# Every kind of character, and short stretches of what the rules look at.
PIECES = [
    *"“”\"'«»().,:;-–…?! \n\t\r",
    *("\n\n", "\r\n", "\u2028", "\u2029", "\x85", "\x1f", "\u200b", "\ufeff", "😀", "。", "։", "İ", "ß"),
    *("1.", "(a)", "• ", "5", "I.", " A. ", "Mr. ", "No. ", "т. е. ", "word", "Word", "The road is open. "),
]
ANY_TEXT = st.text() | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(ANY_TEXT, st.sampled_from([None, "en", "ru", "az", "hy", "de", "ar", "am", "xx"]))
def test_spans_are_ordered_exact_and_cover_everything(text, language):
    assert_spans_are_sound(text, split_sentences(text, language))


def test_lone_surrogates_do_no_harm():
    text = "The dam \ud800 is safe. The valley is dry."
    assert len(split_sentences(text)) == 2


def test_text_longer_than_a_piece_is_cut_as_a_short_one():
    sentence = "The dam above the valley was built by Norway in 1962."
    assert pieces(" ".join([sentence] * 2_000)) == [sentence] * 2_000


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\u2028"])
def test_blank_text_has_no_sentences(text):
    assert split_sentences(text) == []


HOSTILE = {
    "stops": "." * 300_000,
    "stops-and-blanks": ". " * 150_000,
    "initials": "A. " * 100_000,
    "quotes": '"' * 300_000,
    "brackets": "(" * 300_000,
    "numbers": "1) " * 100_000,
    "line-ends": "\n" * 300_000,
    "one-word": "a" * 1_000_000,
    "titles": "Mr. " * 100_000,
    "unclosed-quotations": "“A b. " * 50_000,
    "question-marks": "?" * 300_000 + "a",
    "one-gap": "Here. " + " " * 300_000 + "There.",
    "short-lines": "The road\n" * 40_000,
    "capitals": "No. " + "A" * 300_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_no_more_than_seconds(text):
    begun = time.perf_counter()
    spans = split_sentences(text)
    assert time.perf_counter() - begun < 3
    assert_spans_are_sound(text, spans)


@pytest.fixture(scope="module")
def drafts():
    folder = SHARED / "labelling" / "drafts"
    if not folder.is_dir():
        pytest.skip("../shared/labelling/drafts is not here")
    texts = {path.name: path.read_text(encoding="utf-8") for path in (folder / "statements").glob("*.txt")}
    cells = map(json.loads, (folder / "cells.jsonl").read_text(encoding="utf-8").splitlines())
    return texts, {(cell[f"file_{side}"], cell[f"sentence_{side}"]) for cell in cells for side in "ab"}


def test_labelled_sentences_are_found_exactly(drafts):
    texts, labelled = drafts
    found = {(name, piece) for name, text in texts.items() for piece in pieces(text)}
    assert len(labelled & found) / len(labelled) >= 0.995


@pytest.mark.parametrize("width", [60, 80])
def test_hard_wrapping_changes_no_labelled_sentence(drafts, width):
    texts, labelled = drafts
    found = set()
    for name, text in texts.items():
        paragraphs = [textwrap.fill(part, width, break_on_hyphens=False) for part in re.split(r"\n\s*\n", text)]
        found |= {(name, " ".join(piece.split())) for piece in pieces("\n\n".join(paragraphs))}
    assert len(labelled & found) / len(labelled) >= 0.995
