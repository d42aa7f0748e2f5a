import copy
import dataclasses
import json

import jsonschema
import pytest
import report_fixture as build

from claims.records import Label, ScoredPair
from claims.reporting.json_report import load_schema, render_json


def validate(plain):
    jsonschema.Draft202012Validator(load_schema()).validate(plain)


@pytest.mark.parametrize("report", [build.example(), build.hostile(), build.report([["Alone."]])])
def test_every_report_obeys_the_schema(report):
    validate(json.loads(render_json(report)))


def test_the_schema_itself_is_valid():
    jsonschema.Draft202012Validator.check_schema(load_schema())


def test_the_schema_refuses_an_unknown_key_at_every_depth():
    plain = json.loads(render_json(build.example()))
    for path in ((), ("statements", 0), ("claims", 0), ("findings", 0), ("ledger",), ("findings", 0, "probabilities")):
        changed = copy.deepcopy(plain)
        place = changed
        for step in path:
            place = place[step]
        place["surprise"] = 1
        with pytest.raises(jsonschema.ValidationError):
            validate(changed)


def test_keys_stand_in_the_documented_order():
    plain = json.loads(render_json(build.example()))
    assert list(plain) == [
        "schema_version",
        "created",
        "config",
        "models",
        "versions",
        "statements",
        "claims",
        "findings",
        "ledger",
    ]
    assert list(plain["findings"][0]) == [
        "claims",
        "label",
        "probabilities",
        "similarity",
        "abstained",
        "conflict",
        "note",
    ]
    assert list(plain["findings"][0]["probabilities"]) == ["support", "contradiction", "neutral"]


def test_probability_order_does_not_depend_on_the_record():
    report = build.example()
    verdict = report.findings[0].verdict
    turned = dataclasses.replace(verdict, probabilities=dict(reversed(verdict.probabilities.items())))
    findings = (dataclasses.replace(report.findings[0], verdict=turned), *report.findings[1:])
    assert render_json(dataclasses.replace(report, findings=findings)) == render_json(report)


def test_offsets_in_the_json_give_back_the_claims_and_the_sentences_left_out():
    plain = json.loads(render_json(build.example()))
    texts = {statement["id"]: statement["text"] for statement in plain["statements"]}
    for item in plain["claims"] + plain["ledger"]["left_out"]:
        assert texts[item["statement"]][item["start"] : item["end"]] == item["text"]


def test_pairs_appear_only_when_kept():
    probabilities = {Label.SUPPORT: 0.25, Label.CONTRADICTION: 0.25, Label.NEUTRAL: 0.5}
    assert "pairs" not in json.loads(render_json(build.example()))
    assert json.loads(render_json(build.report([["A."]], pairs=())))["pairs"] == []
    kept = json.loads(
        render_json(build.report([["A."], ["B."]], pairs=(ScoredPair(("s1.c1", "s2.c1"), probabilities),)))
    )
    assert kept["pairs"] == [
        {"claims": ["s1.c1", "s2.c1"], "probabilities": {"support": 0.25, "contradiction": 0.25, "neutral": 0.5}}
    ]
    validate(kept)


def test_letters_beyond_ascii_stay_readable():
    assert "Дорога открыта." in render_json(build.report([["Дорога открыта."]]))


def test_a_number_that_is_not_finite_is_refused():
    with pytest.raises(ValueError, match="JSON compliant"):
        render_json(build.report([["A.", "B."]], [build.finding("s1.c1", "s1.c2", probability=float("nan"))]))
