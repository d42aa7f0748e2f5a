"""The mechanics of the gate, with invented figures."""

import pytest

from eval.gate import check, read_figures, update

FIGURES = {"a": 0.5, "b": 0.3}
FLOORS = {"data": "h1", "floors": {"a": 0.49, "b": 0.29}}


def test_figures_at_their_floor_pass_and_below_it_fail_by_name():
    assert check(FIGURES, "h1", FLOORS) == []
    assert check({"a": 0.49, "b": 0.28}, "h1", FLOORS) == ["b is 0.280, its floor 0.290"]
    assert len(check({"a": float("nan"), "b": 0.3}, "h1", FLOORS)) == 1


def test_other_data_and_other_figures_fail():
    assert "the floors were pinned on h1" in check(FIGURES, "h2", FLOORS)[0]
    assert "differ in b" in check({"a": 0.5}, "h1", FLOORS)[0]


def test_update_pins_below_the_figures_and_refuses_to_lower():
    assert update(FIGURES, "h1", {}, lower=False) == FLOORS
    with pytest.raises(ValueError, match=r"would lower b from 0\.29 to 0\.19; pass --lower"):
        update({"a": 0.6, "b": 0.2}, "h1", FLOORS, lower=False)
    assert update({"a": 0.6, "b": 0.2}, "h1", FLOORS, lower=True)["floors"]["b"] == 0.19
    assert update({"a": 0.1, "b": 0.2}, "h2", FLOORS, lower=False)["data"] == "h2"
    with pytest.raises(ValueError, match="not defined"):
        update({"a": float("nan")}, "h1", {}, lower=True)


def test_the_guarded_figures_are_those_of_the_product():
    interval = (0.4, 0.3, 0.5)
    pairs = {"f1_macro": interval, "contradiction_f1": interval}
    cells = {"average_precision": interval, "precision": interval, "recall": interval}
    records = {
        name: {"systems": {"claims, as shipped": row, "majority": {}}}
        for name, row in (("pairs", pairs), ("cells", cells))
    }
    assert set(read_figures(records).values()) == {0.4}
