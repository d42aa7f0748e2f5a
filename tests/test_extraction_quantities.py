import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.extraction.fields.quantities import find_quantities


def found(text):
    return [(span.text, span.low, span.high, span.unit, span.hedge) for span in find_quantities(text)]


def parts(text):
    return text.split("|")


def only(text):
    (span,) = found(text)
    return span


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("We sent 1,960 peacekeepers.", "1,960 peacekeepers", 1960, "peacekeepers"),
        ("We sent 30\u00a0000 men.", "30\u00a0000 men", 30000, "men"),
        ("It cost 2.5 billion dollars.", "2.5 billion dollars", 2.5e9, "dollars"),
        ("It cost €2.5bn.", "€2.5bn", 2.5e9, "€"),
        ("It cost $5 million.", "$5 million", 5e6, "$"),
        ("It grew by 12 per cent.", "12 per cent", 12, "per cent"),
        ("It grew by 1,5 per cent.", "1,5 per cent", 1.5, "per cent"),
        ("It grew by 6.25%.", "6.25%", 6.25, "%"),
        ("It grew by three percentage points.", "three percentage points", 3, "percentage points"),
        ("A pipe of 300km was laid.", "300km", 300, "km"),
        ("A 12-kilometre tunnel was dug.", "12-kilometre", 12, "kilometre"),
        ("Thirty-five ships sank.", "Thirty-five ships", 35, "ships"),
        ("One hundred and five ships sank.", "One hundred and five ships", 105, "ships"),
        ("A hundred ships sank.", "A hundred ships", 100, "ships"),
        ("Two million five hundred thousand people fled.", "Two million five hundred thousand people", 2.5e6, "people"),
        ("Five trillion crowns went missing.", "Five trillion crowns", 5e12, "crowns"),
        ("Two dozen ships sank.", "Two dozen ships", 24, "ships"),
        ("Half a dozen ships sank.", "Half a dozen ships", 6, "ships"),
        ("Half a million people fled.", "Half a million people", 5e5, "people"),
        ("Two and a half years went by.", "Two and a half years", 2.5, "years"),
        ("Two of our ships sank.", "Two of our ships", 2, "ships"),
        ("One soldier was killed.", "One soldier", 1, "soldier"),
    ],
)
def test_reads_a_number_with_what_it_counts(text, span, value, unit):
    assert only(text) == (span, value, value, unit, "exact")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("We seek 4,500 missing persons.", "persons"),
        ("We use 20 million cubic metres a day.", "cubic metres"),
        ("We lost 40 women in it.", "women"),
        ("We met 40 Israelis there.", "Israelis"),
        ("We sold 12 fishing boats.", "boats"),
        ("Half the crew took leave.", "crew"),
        ("Some 500 took part in it.", ""),
        ("Some 500 voted against it.", ""),
        ("Thirty of them were freed.", ""),
        ("A third of the money intended for roads is gone.", "money"),
        ("A 12-year-old boy came.", "year"),
        ("We bought 40 kg of flour.", "kg"),
    ],
)
def test_the_unit_is_the_head_of_the_noun(text, unit):
    assert only(text)[3] == unit


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "hedge"),
    [
        ("We hired about 100 men.", "about 100 men", 90, 110, "about"),
        ("We hired an estimated 100 men.", "an estimated 100 men", 90, 110, "about"),
        ("Some 100 men came.", "Some 100 men", 90, 110, "about"),
        ("We hired nearly 100 men.", "nearly 100 men", 85, 100, "nearly"),
        ("We hired just under 100 men.", "just under 100 men", 85, 100, "nearly"),
        ("We hired at least 100 men.", "at least 100 men", 100, None, "at_least"),
        ("We hired no fewer than 100 men.", "no fewer than 100 men", 100, None, "at_least"),
        ("We hired 100 men or more.", "100 men or more", 100, None, "at_least"),
        ("We hired slightly more than 100 men.", "slightly more than 100 men", 100, None, "more_than"),
        ("We hired well over 100 men.", "well over 100 men", 100, None, "more_than"),
        ("We hired up to 100 men.", "up to 100 men", None, 100, "at_most"),
        ("We hired no more than 100 men.", "no more than 100 men", None, 100, "at_most"),
        ("We hired 100 men at most.", "100 men at most", None, 100, "at_most"),
        ("We hired fewer than 100 men.", "fewer than 100 men", None, 100, "less_than"),
        ("We hired between 40 and 50 men.", "between 40 and 50 men", 40, 50, "range"),
        ("We hired 40 to 50 men.", "40 to 50 men", 40, 50, "range"),
        ("We hired 40–50 men.", "40–50 men", 40, 50, "range"),
        ("We hired between eight and ten men.", "between eight and ten men", 8, 10, "range"),
        ("We hired between 3 and 4 million men.", "between 3 and 4 million men", 3e6, 4e6, "range"),
        ("We hired dozens of men.", "dozens of men", 24, None, "vague"),
        ("We hired several hundred men.", "several hundred men", 200, None, "vague"),
        ("We hired tens of thousands of men.", "tens of thousands of men", 2e4, None, "vague"),
        ("We hired several thousands of men.", "several thousands of men", 2e3, None, "vague"),
        ("We hired several men.", "several men", None, None, "vague"),
    ],
)
def test_hedges_and_ranges_bound_the_value(text, span, low, high, hedge):
    written, *bounds, unit, told = only(text)
    assert (written, unit, told) == (span, "men", hedge)
    assert bounds == [pytest.approx(bound) if bound else bound for bound in (low, high)]


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "unit"),
    [
        ("Half the fleet sank.", "Half the fleet", 1 / 2, 1 / 2, "fleet"),
        ("Three fifths of the land is dry.", "Three fifths of the land", 3 / 5, 3 / 5, "land"),
        ("At least two-thirds of our crews left.", "At least two-thirds of our crews", 2 / 3, None, "crews"),
        ("Nine out of ten wells are dry.", "Nine out of ten wells", 9 / 10, 9 / 10, "wells"),
        ("One in five wells is dry.", "One in five wells", 1 / 5, 1 / 5, "wells"),
        ("Exports fell by a quarter.", "a quarter", 1 / 4, 1 / 4, ""),
    ],
)
def test_reads_shares(text, span, low, high, unit):
    written, least, most, whole, _ = only(text)
    assert (written, whole) == (span, unit)
    assert (least, most) == (pytest.approx(low), high if high is None else pytest.approx(high))


@pytest.mark.parametrize(
    "text",
    [
        "One of the most vulnerable States asks for help.",
        "On the one hand we wait, and no one answers; one must ask why.",
        "Its record is second to none, as anyone knows.",
        "Article 6, resolution 338, points 4 and 5 and rule 14 (b) apply.",
        "The Group of 77 and the G7 spoke of COVID-19 and the 9M729.",
        "On 3 May 2019, in June 2020 and between 1990 and 1995 it rained.",
        "On Nov. 9, 2020, 2020-11-09 and 16.07.2020 it rained.",
        "At 4 p.m., at 05:40, at four o'clock and 24/7 it rained.",
        "The Lumo 2000, the Strategy 2050 and the Report 2022 are ours, from the 1980s or the '90s.",
        "In the 1990s and in the twenty-first century it rained, at the 21st session.",
        "A third country and a second half came first.",
        "How many ships came?",
        "Nobody came.",
        "",
        " \n\t",
    ],
)
def test_what_is_no_quantity(text):
    assert found(text) == []


def test_a_year_before_what_it_counts_is_a_number():
    assert only("In 2016 some 2000 soldiers left.")[0] == "some 2000 soldiers"
    assert only("More than 1900 documents were leaked in 2019.")[0] == "More than 1900 documents"


def test_under_before_successive_is_no_hedge():
    assert only("Under four successive kings they waited.") == ("four successive kings", 4, 4, "kings", "exact")


def test_months_and_days_beside_numbers_keep_apart():
    assert found("On 5 May 300 men came, and 40 stayed.") == [
        ("300 men", 300, 300, "men", "exact"),
        ("40", 40, 40, "", "exact"),
    ]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("nearly\n   30 years", "nearly\n   30 years"),
        ("at\u00a0least 30\u202f000 men", "at\u00a0least 30\u202f000 men"),
        ("thirty\u2011five men", "thirty\u2011five men"),
        ("twen\u00adty men", "twen\u00adty men"),
        ("İzmir sent 🚢 40 men", "40 men"),
    ],
)
def test_odd_characters_do_not_hide_a_quantity(text, span):
    (quantity,) = find_quantities(text)
    assert text[quantity.start : quantity.end] == quantity.text == span


def test_a_number_beyond_floats_is_none():
    assert found(f"We saw {'9' * 400} ships.") == []


WORDS = parts(
    "about|nearly|at least|more than|under|between|and|to|from|40|1,960|2.5|1,5|30 000|9|2000|million|bn|hundred|thousand|two"
    "|twenty|five|a|half|a third|dozen|dozens|several|tens of thousands|of|the|in|every|out of|ten|per cent|%|$|€|men|ships"
    "|cubic metres|km|-|–|,|.|at most|or more|one|May|article|first|by|how|many|\n|\u00a0|İ|ſ|ſıx|²|٣"
)
ALMOST_ENGLISH = st.lists(st.sampled_from(WORDS), max_size=25).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda gap: gap.join(words))
)


@settings(deadline=None, max_examples=400)
@given(st.one_of(st.text(max_size=80), ALMOST_ENGLISH))
@example("half a ſıx dozen, ٣ to 2.5 million or more")
def test_spans_are_verbatim_in_order_and_bounded(text):
    end = 0
    for span in find_quantities(text):
        assert end <= span.start < span.end
        assert text[span.start : span.end] == span.text
        assert span.low is None or span.high is None or span.low <= span.high
        end = span.end
