import pytest

from claims.evaluation.metamorphic import (
    CHANGES,
    add_sentence,
    change_date,
    change_number,
    change_year,
    insert_not,
    measure_changes,
    measure_swaps,
    report_denial,
)


@pytest.mark.parametrize(
    ("change", "claim", "changed"),
    [
        (insert_not, "The road is open.", "The road is not open."),
        (insert_not, "The road is not open.", None),
        (insert_not, "Nobody has left.", None),
        (insert_not, "The road is open and free.", None),
        (insert_not, "The road is open, they say.", None),
        (insert_not, "The troops left.", None),
        (change_number, "Some 40 lorries passed.", "Some 127 lorries passed."),
        (change_number, "The fund holds 1,200 crowns.", "The fund holds 3,607 crowns."),
        (change_number, "On 15 June 40 lorries passed.", "On 15 June 127 lorries passed."),
        (change_number, "It passed on 15 June 2023.", None),
        (change_number, "Article 6 binds us.", None),
        (change_number, "From 40 to 50 lorries passed.", None),
        (change_number, "A rise of 2.5 points.", None),
        (change_date, "It passed on 15 June.", "It passed on 15 November."),
        (change_date, "It passed on 15 September 2023.", "It passed on 15 February 2023."),
        (change_date, "Between 3 May and 4 June it passed.", None),
        (change_year, "It passed in 2018.", "It passed in 2011."),
        (change_year, "From 2018 on it passed.", None),
        (report_denial, "The road is open.", "The other side claims that the road is not open."),
        (report_denial, "The troops left.", None),
        (
            add_sentence,
            "The road is open.",
            "The road is open. The delegation wishes the chair of this meeting every success.",
        ),
    ],
)
def test_a_change_is_made_where_it_fits_and_nowhere_else(change, claim, changed):
    assert change(claim) == changed


def test_rates_count_what_a_change_asks_for(detector):
    claims = ["the road is open", "the road is closed", "water"]
    rates = {rate.name: rate for rate in measure_changes(detector, claims)}
    assert list(rates) == [change.name for change in CHANGES]
    assert rates["a claim against itself is support"].n == 3
    assert rates["a claim against its negation is contradiction"].n == 2
    for rate in rates.values():
        assert 0 <= rate.passed <= rate.n
        assert len(rate.failed) == min(5, rate.n - rate.passed)


def test_no_order_of_two_claims_changes_a_verdict(detector):
    rate = measure_swaps(detector, [("the road is open", "the road is closed"), ("water", "troops left")])
    assert (rate.n, rate.passed, rate.failed) == (2, 2, ())
