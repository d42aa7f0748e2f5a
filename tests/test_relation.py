import pytest

from claims import Statement
from claims.records import Attitude, Claim, Modality, Quantity, TimeSpan
from claims.relation import compare_fields, explain

STATEMENTS = [
    Statement(id=name, text="x", source=f"{name}.txt", sha256="0" * 64, speaker=name.upper()) for name in ("s1", "s2")
]


def claim(statement="s1", name="c1", **fields):
    fields = {"holder": statement.upper(), "attitude": Attitude.ASSERTS, "modality": Modality.FACT} | fields
    return Claim(f"{statement}.{name}", statement, 0, 1, "x", **fields)


def time(first, last):
    return TimeSpan(0, 1, f"{first} to {last}", first, last)


def quantity(low, high, unit="lorries"):
    return Quantity(0, 1, f"{low} to {high} {unit}", low, high, unit, "range")


def test_two_plain_facts_have_nothing_to_explain():
    pair = claim(), claim("s2")
    assert compare_fields(*pair) == ((), None, None, None)
    assert explain(pair, STATEMENTS) == ""


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        (("2020-01-01", "2020-12-31"), ("2021-01-01", "2021-12-31"), True),
        (("2020-01-01", "2020-12-31"), ("2020-06-01", "2020-06-30"), False),
        ((None, "2020-12-31"), ("2021-01-01", None), True),
        (("2020-01-01", None), (None, "2020-01-01"), False),
        ((None, None), ("2021-01-01", "2021-12-31"), False),
    ],
)
def test_times_that_share_no_day_are_shown(first, second, apart):
    pair = claim(times=(time(*first),)), claim("s2", times=(time(*second),))
    assert (compare_fields(*pair).times is not None) == apart
    assert ("different times" in explain(pair, STATEMENTS)) == apart


def test_one_shared_day_among_several_times_is_enough():
    several = (time("2019-01-01", "2019-01-01"), time("2021-05-01", "2021-05-31"))
    assert compare_fields(claim(times=several), claim("s2", times=(time("2021-05-03", "2021-05-03"),))).times is None


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        (quantity(10, 10), quantity(20, 20), True),
        (quantity(10, 10), quantity(9, 11, "lorry" + "s"), False),
        (quantity(10, 10), quantity(20, 20, "soldiers"), False),
        (quantity(10, 10), quantity(20, None, "military lorries"), True),
        (quantity(10, None), quantity(None, 12), False),
        (quantity(10, 10, ""), quantity(20, 20, ""), False),
        (quantity(10, 10), quantity(20, 20, ""), False),
        (quantity(10, 10, ""), quantity(20, 20), False),
    ],
)
def test_numbers_of_one_unit_that_share_no_value_are_shown(first, second, apart):
    pair = claim(quantities=(first,)), claim("s2", quantities=(second,))
    assert (compare_fields(*pair).quantities is not None) == apart
    assert ("numbers differ" in explain(pair, STATEMENTS)) == apart


def test_a_report_and_a_duty_are_named():
    pair = claim(holder="Moscow", attitude=Attitude.REPORTS), claim("s2", modality=Modality.NORM)
    assert explain(pair, STATEMENTS) == (
        "S1 reports what Moscow says. S2 reads as what ought to be or may be done, not as a fact."
    )


def test_sentences_of_one_statement_are_told_apart():
    pair = claim(), claim(name="c2", modality=Modality.OFFER)
    assert explain(pair, STATEMENTS[:1]) == "The second sentence reads as an offer, not as a fact."


def test_claims_whose_language_is_not_understood_are_compared_without_fields():
    pair = claim(attitude=None, modality=None), claim("s2", attitude=None, modality=None)
    assert explain(pair, STATEMENTS) == ""
