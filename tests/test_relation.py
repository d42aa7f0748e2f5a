import pytest

from claims import Statement
from claims.aliases import Aliases
from claims.evaluation.conflicts import gold_type, is_right, score_same_event, score_types
from claims.extraction.fields import read_fields
from claims.records import Answer, Attitude, Claim, Conflict, ConflictType, Modality, Quantity, TimeSpan
from claims.relation import between, compare_fields, describe_conflict, explain
from claims.relation.antonyms import find_opposites
from claims.relation.matters import same_event, same_time
from claims.relation.type_features import find_features
from claims.relation.types import find_type, read_type_model

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


def read(text, statement="s1", date=None):
    said = Statement(statement, text, "", "", speaker=statement.upper(), date=date, language="en")
    return read_fields(Claim(f"{statement}.c1", statement, 0, len(text), text), said)


def pair_of(first, second):
    return read(first, "s1"), read(second, "s2")


def spans_of(text, *words):
    return tuple((text.index(word), text.index(word) + len(word)) for word in words)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("The ministry should publish the report.", "The report should not be published.", ConflictType.NORMATIVE),
        ("The strike cost 400 jobs.", "The strike cost 90 jobs.", ConflictType.NUMERIC),
        ("The bridge was opened on 3 May 2021.", "The bridge was opened on 9 June 2021.", ConflictType.TEMPORAL),
        ("The cable can be repaired by divers.", "It is impossible to repair the cable.", ConflictType.MODALITY),
        (
            "The order of the court is lawful.",
            "The order of the court breaches the law.",
            ConflictType.EVALUATIVE_LEGAL,
        ),
        ("The school must be reopened.", "The school was never closed.", ConflictType.PRESUPPOSITION),
        ("Arden attacked Brenn at dawn.", "Brenn attacked Arden at dawn.", ConflictType.ROLE_SWAP),
    ],
)
def test_plain_conflicts_are_named_in_either_order(first, second, kind):
    one, other = pair_of(first, second)
    assert find_type(one, other) is find_type(other, one) is kind


def test_a_denial_is_named_unless_the_words_tell_more():
    denial = read("We deny that the convoy was shelled.", "s2")
    assert denial.attitude is Attitude.DENIES
    assert find_type(read("Our convoy was shelled."), denial) in {ConflictType.DENIAL, ConflictType.ROLE_SWAP}


def test_features_do_not_depend_on_the_order_of_the_claims():
    pair = pair_of("All 12 ships left Torsund in May.", "Two ships have not left Torsund, the Ministry says.")
    assert find_features(*pair) == find_features(*pair[::-1])


def test_claims_of_one_word_and_of_thousands_have_a_type():
    assert find_type(*pair_of("No.", "Yes.")) in ConflictType
    assert find_type(*pair_of("not all " * 5000, "no one ever 1 " * 5000)) in ConflictType


def test_every_weight_belongs_to_a_type_that_labels_name():
    model = read_type_model()
    assert set(model.types) == set(ConflictType) - {ConflictType.DENIAL}
    assert model.score({"no such feature": 1.0}).shape == (len(model.types),)


@pytest.mark.parametrize(
    ("first", "second", "opposed"),
    [("The road is open", "the road was closed", True), ("The road is open", "the road is open", False)],
)
def test_opposites_are_words_that_are_not_shared(first, second, opposed):
    assert bool(find_opposites(first.casefold().split(), second.split())) == opposed


@pytest.mark.parametrize(
    ("first", "second", "answer", "evidence"),
    [
        ("It fell in May 2021.", "It stood in 2021.", Answer.YES, "“May 2021” and “2021”"),
        ("It fell in 2019.", "It stood in 2021.", Answer.NO, "“2019” against “2021”"),
        ("It fell.", "It stood in 2021.", Answer.UNKNOWN, ""),
        ("It fell in 2021.", "It has never stood.", Answer.UNKNOWN, ""),
    ],
)
def test_time_is_the_same_where_days_are_shared(first, second, answer, evidence):
    one, other = read(first, "s1", "2023-01-01"), read(second, "s2", "2023-01-01")
    assert same_time(one, other) == (answer, evidence)
    assert same_time(other, one)[0] is answer


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("The checkpoint at Lachin is lawful.", "At Lachin a checkpoint was set up.", Answer.YES),
        ("Lachin has a checkpoint.", "The checkpoint at Lachin breaches the treaty.", Answer.YES),
        ("In 2003 our police seized 61,000 cartons.", "In 2004 our police seized 19,000 cartons.", Answer.NO),
        ("The first school opened in 1871.", "The first school opened in 1923.", Answer.UNKNOWN),
        ("The mill in Utara is shut.", "The mill in Lestra is open.", Answer.UNKNOWN),
        ("The road is open.", "The road is closed.", Answer.UNKNOWN),
    ],
)
def test_event_is_the_same_where_a_name_and_a_word_are_shared(first, second, answer):
    one, other = pair_of(first, second)
    found = same_event(one, other)
    assert found[0] is same_event(other, one)[0] is answer
    assert bool(found[1]) == (answer is not Answer.UNKNOWN)


def test_event_is_the_same_under_two_names_of_one_thing():
    pair = pair_of("The road to Stepanakert is open.", "No road leads to Khankendi.")
    assert same_event(*pair, Aliases(groups=()).names_in)[0] is Answer.UNKNOWN
    assert same_event(*pair)[0] is Answer.YES


def test_the_note_quotes_the_clash_and_what_both_speak_of():
    one, other = pair_of(
        "The checkpoint at Lachin was open in 2023.", "In 2023 the Lachin checkpoint was shut and then moved away."
    )
    conflict = describe_conflict(
        one,
        other,
        (spans_of(one.text, "open"), spans_of(other.text, "shut", "moved away")),
        statements=STATEMENTS,
    )
    assert (conflict.same_event, conflict.same_time, conflict.between) == (Answer.YES, Answer.YES, "cross")
    assert explain((one, other), STATEMENTS, conflict) == (
        "Both speak of Lachin in 2023: S1 says “open”, S2 says “shut … moved away”."
    )


def test_the_note_quotes_nothing_where_no_words_are_marked():
    one, other = pair_of("The ministry should publish it.", "The ministry should burn it.")
    note = explain((one, other), STATEMENTS, Conflict(ConflictType.NORMATIVE, ((), ())))
    assert note == "S1 and S2 contradict each other on what ought to be done."
    assert explain((one, other), STATEMENTS, Conflict(ConflictType.OTHER, ((), ()))) == ""


def test_numbers_quoted_as_the_clash_are_not_told_twice():
    one, other = pair_of("The strike cost 400 jobs.", "The strike cost 90 jobs.")
    marked = Conflict(ConflictType.NUMERIC, (spans_of(one.text, "400 jobs"), spans_of(other.text, "90 jobs")))
    assert explain((one, other), STATEMENTS, marked) == "S1 says “400 jobs”, S2 says “90 jobs”."
    unmarked = Conflict(ConflictType.NUMERIC, ((), ()))
    assert explain((one, other), STATEMENTS, unmarked) == "The numbers differ: “400 jobs” and “90 jobs”."


def test_a_support_is_told_without_a_clash():
    pair = pair_of("The ministry should publish it.", "The report lay on the table in Lachin.")
    assert explain(pair, STATEMENTS) == "S1 reads as what ought to be or may be done, not as a fact."


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        (claim(holder="S1"), claim("s2", holder="S2"), "cross"),
        (claim(holder="S1"), claim("s2", holder="s1"), "self"),
        (claim(holder=None), claim("s2", holder="S1"), "self"),
        (claim("s3", holder=None), claim("s3", "c2", holder=None), "self"),
        (claim("s3", holder=None), claim("s2"), "unknown"),
    ],
)
def test_one_holder_contradicts_himself(first, second, answer):
    unnamed = Statement("s3", "x", "s3.txt", "0" * 64)
    assert between(first, second, [*STATEMENTS, unnamed]) == answer


def test_types_and_events_are_scored_against_labels():
    rows = [
        {"claim_a": "The strike cost 400 jobs.", "claim_b": "The strike cost 90 jobs.", "type": "numeric+self"},
        {"sentence_a": "It fell in Lachin.", "sentence_b": "It stood in Lachin.", "type": "causal", "same_event": True},
    ]
    scores = {score.name: (score.right, score.n) for score in score_types(rows)}
    assert scores["type: always other"] == (1, 2)
    assert scores["numeric: recall"] == (1, 1)
    assert [score.n for score in score_same_event(rows)][-1] == 1


def test_a_denial_may_stand_for_a_negation():
    assert is_right(ConflictType.DENIAL, "negation")
    assert not is_right(ConflictType.DENIAL, "numeric")
    assert gold_type({"type": "agent_swap+self"}) == "role_swap"
    assert gold_type({"type": "responsibility"}) == "other"
