import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.extraction.fields.times import find_times

DATE = "2021-06-16"  # a Wednesday


def found(text, date=DATE):
    return [(span.text, span.first, span.last) for span in find_times(text, date)]


def parts(text):
    return text.split("|")


def days(text, date=DATE):
    return [(span.first, span.last) for span in find_times(text, date)]


def day(written):
    return [(written, written)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The dam burst on 3 May 2019.", "2019-05-03"),
        ("The dam burst on the 3rd of May, 2019.", "2019-05-03"),
        ("It was signed on Nov. 9, 2020 in Riga.", "2020-11-09"),
        ("The statement of 9 November 2020 has been broken.", "2020-11-09"),
        ("The note dated 2020-11-09 says so.", "2020-11-09"),
        ("The November 9 statement has been broken.", "2020-11-09"),
        ("We shall honour the accord of 9 November.", "2020-11-09"),
        ("The first of August was a day of mourning.", "2020-08-01"),
        ("On the 9th of this month the pumps failed.", "2021-06-09"),
        ("On the 9th of last month the pumps failed.", "2021-05-09"),
    ],
)
def test_reads_a_named_day(text, written):
    assert days(text) == day(written)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("In July 2019 the mill burned down.", "2019-07-01", "2019-07-31"),
        ("Sales of tents doubled in the first half of May.", "2021-05-01", "2021-05-15"),
        ("Sales of tents doubled in the second half of May 2020.", "2020-05-16", "2020-05-31"),
        ("In March last year the mill burned down.", "2020-03-01", "2020-03-31"),
        ("Last July the mill burned down.", "2020-07-01", "2020-07-31"),
        ("The fair will be held next April.", "2022-04-01", "2022-04-30"),
    ],
)
def test_reads_a_month(text, first, last):
    assert days(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("We met from 3 to 7 May 2021.", "2021-05-03", "2021-05-07"),
        ("From 3 to 7 May the road was shut.", "2021-05-03", "2021-05-07"),
        ("The siege lasted from 28 March to 4 April 2020.", "2020-03-28", "2020-04-04"),
        ("The siege lasted from 28 December 2019 to 4 January 2020.", "2019-12-28", "2020-01-04"),
        ("Between November and February nobody was paid.", "2020-11-01", "2021-02-28"),
        ("Between March and June 2004 the mine was flooded.", "2004-03-01", "2004-06-30"),
        ("Prices fell in April and May.", "2021-04-01", "2021-05-31"),
        ("From 1915 to 1923 the town stood empty.", "1915-01-01", "1923-12-31"),
        ("In 2016 and 2017 the town stood empty.", "2016-01-01", "2017-12-31"),
        ("The war of 1939-45 spared it.", "1939-01-01", "1945-12-31"),
    ],
)
def test_reads_a_range_as_one(text, first, last):
    assert days(text) == [(first, last)]


def test_two_dates_are_no_range():
    assert days("The statements of 9 November 2020 and 11 January 2021 bind us.") == [
        ("2020-11-09", "2020-11-09"),
        ("2021-01-11", "2021-01-11"),
    ]


def test_years_that_do_not_adjoin_are_two():
    assert days("We were asked in 1999 and in 2007, and in 2011 and 2015.") == [
        (f"{year}-01-01", f"{year}-12-31") for year in (1999, 2007, 2011, 2015)
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The 2008 elections were fair.", "2008-01-01", "2008-12-31"),
        ("The Harbour Report 2020 says so.", "2020-01-01", "2020-12-31"),
        ("The wall dates from the 20th century.", "1901-01-01", "2000-12-31"),
        ("Orders fell in the third quarter.", "2020-07-01", "2020-09-30"),
        ("Orders fell in the first half of last year.", "2020-01-01", "2020-06-30"),
        ("The plant closed in the spring of 2018.", "2018-03-01", "2018-05-31"),
        ("The plant closed in the winter of 2018.", "2018-12-01", "2019-02-28"),
        ("Last summer the wells ran dry.", "2020-06-01", "2020-08-31"),
    ],
)
def test_reads_years_and_their_parts(text, first, last):
    assert days(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The ferry sailed on 20 September.", "2020-09-20"),
        ("The ferry sails on 20 September.", "2021-09-20"),
        ("On 3 May, the ferry will sail.", "2022-05-03"),
        ("It will rue the pact that was signed on 3 May.", "2021-05-03"),
        ("The work must be done by then, but it began on 20 September.", "2020-09-20"),
        ("The court sat on Friday.", "2021-06-11"),
        ("The court will sit on Friday.", "2021-06-18"),
        ("The court sits this Friday.", "2021-06-18"),
    ],
)
def test_tense_tells_which_year_or_week(text, written):
    assert days(text) == day(written)


@pytest.mark.parametrize(
    ("text", "span", "first", "last"),
    [
        ("We have waited since 2018.", "since 2018", "2018-01-01", DATE),
        (
            "We have waited since our first appeal in May 2019.",
            "since our first appeal in May 2019",
            "2019-05-01",
            DATE,
        ),
        ("We have waited ever since the end of April.", "ever since the end of April", "2021-04-01", DATE),
        ("The offer stands until the end of next month.", "until the end of next month", None, "2021-07-31"),
        ("The shop stays open until the autumn.", "until the autumn", None, "2021-11-30"),
        ("Nothing will be built before 24 August.", "before 24 August", None, "2021-08-23"),
        ("Nothing will be built before the end of 2026.", "before the end of 2026", None, "2026-12-31"),
        ("It will not be ready; not before 2030 in any case.", "not before 2030", "2030-01-01", None),
        ("After 12 March 2020 the shops stayed shut.", "After 12 March 2020", "2020-03-13", None),
        ("From 2019 onwards every ship ran on gas.", "From 2019 onwards", "2019-01-01", None),
        ("As from 20 July the fee rises.", "As from 20 July", "2021-07-20", None),
        ("From today the port is open.", "From today", DATE, None),
        ("Until now nobody has asked.", "Until now", None, DATE),
    ],
)
def test_bounds_belong_to_the_expression(text, span, first, last):
    assert found(text) == [(span, first, last)]


def test_bounds_do_not_reach_over_another_expression():
    spans = find_times("Since May 2019 and in 2020 it rained.", DATE)
    assert [(span.first, span.last) for span in spans] == [("2019-05-01", DATE), ("2020-01-01", "2020-12-31")]
    assert spans[0].end <= spans[1].start


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Nine years ago the mine was sold.", "2012-01-01", "2012-12-31"),
        ("Two weeks ago the mine was sold.", "2021-05-31", "2021-06-06"),
        ("Ten days ago the mine was sold.", "2021-06-06", "2021-06-06"),
        ("Thirty-five years ago tomorrow the mine was sold.", "1986-06-17", "1986-06-17"),
        ("They have waited for nearly 30 years.", "1991-06-16", DATE),
        ("For three months we asked for gloves.", "2021-03-16", DATE),
        ("Over the last decade the sea has risen.", "2011-06-16", DATE),
        ("Over the past 48 hours nobody has been hurt.", "2021-06-14", DATE),
        ("We shall answer within 14 days.", DATE, "2021-06-30"),
        ("Trains will run again in three weeks.", DATE, "2021-07-07"),
        ("Over the next two years we shall build it.", DATE, "2023-06-16"),
    ],
)
def test_durations_count_from_the_date(text, first, last):
    assert days(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The talks ended last week.", "2021-06-07", "2021-06-13"),
        ("The talks end this very week.", "2021-06-14", "2021-06-20"),
        ("The talks ended last weekend.", "2021-06-12", "2021-06-13"),
        ("The talks will end next year.", "2022-01-01", "2022-12-31"),
        ("We warned them earlier this year.", "2021-01-01", DATE),
        ("We vote later this month.", DATE, "2021-06-30"),
        ("He left the day before yesterday.", "2021-06-14", "2021-06-14"),
        ("At this very moment guns are firing.", DATE, DATE),
        ("We have always paid.", None, DATE),
        ("The bridge is no longer safe.", None, DATE),
        ("No ship has passed so far.", None, DATE),
        ("For decades the wells were full.", None, DATE),
        ("Help will soon arrive.", DATE, None),
        ("In the coming weeks we shall see.", DATE, None),
    ],
)
def test_relative_times_count_from_the_date(text, first, last):
    assert days(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("On 4 May 2020 the guns fell silent; the next day they fired again.", ("2020-05-05", "2020-05-05")),
        ("On 4 May 2020 the guns fell silent, and that day we slept.", ("2020-05-04", "2020-05-04")),
        ("In 2010 the dyke broke; two years later it was rebuilt.", ("2012-01-01", "2012-12-31")),
        ("In 2010 the dyke broke, five years earlier the wall.", ("2005-01-01", "2005-12-31")),
    ],
)
def test_the_following_day_counts_from_the_time_told_before(text, second):
    assert days(text)[1] == second


def test_what_follows_nothing_stays_open():
    assert days("The following day the guns fired. Two years earlier all was calm.") == [(None, None), (None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "May we ask why Mr March may march on?",
        "Article 12, paragraph 2015 and resolution 1244 were read out.",
        "The Group of 77 met, and help is at hand 24/7.",
        "The owners of the Lumo 2000 complained.",
        "More than 2000 documents were leaked by 1900 soldiers.",
        "The mandate was renewed for 12 months.",
        "It will stay shut for two months.",
        "He was jailed for nine years.",
        "She has over 30 years of experience.",
        "A visit of three days would do.",
        "On 31 February and 45 May nothing happened.",
        "An august assembly springs from the fall of the wall.",
        "Nobody came.",
        "",
        " \n\t",
    ],
)
def test_what_tells_no_time(text):
    assert found(text) == []


def test_without_a_date_the_relative_stays_open():
    text = "Last week, in July, nine years ago and on Friday they met, as for 30 years, and in 2019."
    assert days(text, None) == [(None, None)] * 5 + [("2019-01-01", "2019-12-31")]
    assert days("We have waited since 2018.", None) == [("2018-01-01", None)]


@pytest.mark.parametrize("date", ["2021", "2021-06"])
def test_a_date_without_a_day_resolves_only_what_is_absolute(date):
    assert days("Yesterday and on 3 May 2019 it rained.", date) == [(None, None), ("2019-05-03", "2019-05-03")]


def test_beyond_the_calendar_it_stays_open():
    assert days("Nine thousand years ago there was a sea.") == [(None, None)]
    assert days("We shall never know it before today.", "0001-01-01")[-1] == (None, None)
    assert days("Next year.", "9999-12-31") == [(None, None)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("They left on 3\u00a0May\u20092019.", "3\u00a0May\u20092019"),
        ("They must leave until\n    the end of\n    March 2022.", "until\n    the end of\n    March 2022"),
        ("They left in Septem\u00adber 2020.", "Septem\u00adber 2020"),
        ("They left in the mid\u20111990s.", "1990s"),
        ("\u202aLast week\u202c the İzmir ferry sank.", "Last week"),
        ("𝔘nder fire 🚢 in May 2019 they left.", "May 2019"),
    ],
)
def test_odd_characters_do_not_hide_a_time(text, span):
    (only,) = find_times(text, DATE)
    assert only.text == span
    assert text[only.start : only.end] == span
    assert only.first or only.last


WORDS = parts(
    "since|until|by|before|after|from|between|to|and|in|on|the|end of|May|march|2019|1999|2000|3|31|9999|of|last|next|this"
    "|year|week|weekend|day|the following day|years ago|today|for|30|thirty|a|decade|will|was|,|.|onwards|first|half|quarter"
    "|spring|winter|Monday|later|earlier|century|20th|2020-02-30|29 February|nearly|never|hundred thousand|so far|\n|\u00a0|İ|ſ"
)
ALMOST_ENGLISH = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
DATES = st.one_of(st.none(), st.dates().map(dt.date.isoformat), st.sampled_from(["2021", "2021-06", "9999-12-31"]))


@settings(deadline=None, max_examples=400)
@given(st.one_of(st.text(max_size=80), ALMOST_ENGLISH), DATES)
@example("K of ſıx years ago, İn May", "2021-06-16")
def test_spans_are_verbatim_in_order_and_bounded(text, date):
    end = 0
    for span in find_times(text, date):
        assert end <= span.start < span.end
        assert text[span.start : span.end] == span.text
        assert span.first is None or span.last is None or span.first <= span.last
        end = span.end
