import pytest

from claims.evaluation.changes import (
    add_sentence,
    change_date,
    change_number,
    change_year,
    date_claim,
    deny,
    deny_later,
    deny_refusal,
    deny_then,
    insert_not,
    report_denial,
    round_number,
    swap_names,
)
from claims.evaluation.metamorphic import CHANGES, measure_changes, measure_swaps


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
        (report_denial, "Arvenia is ready.", "The other side claims that Arvenia is not ready."),
        (deny, "The road is open.", "The allegation that the road is open is without foundation."),
        (
            deny,
            "Arvenia shelled two villages.",
            "Contrary to what is being said, it is not the case that Arvenia shelled two villages.",
        ),
        (deny, "We regret the decision.", None),
        (deny, "The road is not open.", None),
        (deny_refusal, "The minister refused to sign.", "The minister did not refuse to sign."),
        (deny_refusal, "The minister failed to sign.", "The minister did not fail to sign."),
        (deny_refusal, "The minister has refused to sign.", None),
        (round_number, "It has 1,960 soldiers.", "It has about 2,000 soldiers."),
        (round_number, "It has 2,000 soldiers.", None),
        (round_number, "It has about 1,960 soldiers.", None),
        (round_number, "It costs £1,960.", None),
        (swap_names, "Arvenia attacked Belmar at dawn.", "Belmar attacked Arvenia at dawn."),
        (swap_names, "The envoys saw Arvenia attack Belmar.", "The envoys saw Belmar attack Arvenia."),
        (swap_names, "Arvenia signed it with Belmar.", None),
        (swap_names, "Arvenia attacked the town.", None),
        (swap_names, "Arvenia asked Belmar about Kelmar.", None),
        (date_claim, "The road is open.", "As of 10 November 2020, the road is open."),
        (date_claim, "The road has been open since May.", None),
        (deny_then, "The road is open.", "As of 10 November 2020, the road is not open."),
        (deny_later, "The road is open.", "As of 26 March 2022, the road is not open."),
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
