"""What words of a claim lean on: each rule on passages of its own, then the traps, then what reads out."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.evaluation.references import score_references
from claims.extraction import extract_claims
from claims.extraction.references import find_references, read_out
from claims.extraction.sentences import split_sentences
from claims.records import Claim, Reference, Statement


def references_of(text, language="en"):
    """References of every sentence of a text, and the sentences."""
    statement = Statement("s", text, "test", "", language=language)
    spans = split_sentences(text, "en")
    claims = [Claim(f"s.c{number}", "s", start, end, text[start:end]) for number, (start, end) in enumerate(spans)]
    return find_references(claims, statement), claims


def last_of(text):
    """What the references of the last sentence of a text stand for."""
    found, _ = references_of(text)
    return [(one.text, one.stands_for) for one in found[-1]]


def read_last(text):
    found, claims = references_of(text)
    return read_out(claims[-1].text, found[-1])


CLEAR = [
    ("The board passed a rule on lead pipes. This rule is void.", "This rule", "a rule on lead pipes"),
    ("We gave two pledges in Oslo. These pledges stand.", "These pledges", "two pledges"),
    ("The states signed the Dolna Accord in 1994. The said accord has no end.", "The said accord", "the Dolna Accord"),
    ("A toll on barges was set in May. Nobody was asked about that toll.", "that toll", "A toll on barges"),
    ("The Sarn relay station burned down. The station was insured.", "The station", "The Sarn relay station"),
    ("The inspector fined Kolvar last week. The company will appeal.", "The company", "Kolvar"),
    ("Norway sold the ferry. The country needs it no longer.", "The country", "Norway"),
    ("The Dolna Convention bans nets. The document names no country.", "The document", "The Dolna Convention"),
    ("They paid nine million euros. The sum is too small.", "The sum", "nine million euros"),
    ("We heard the weavers and the dyers. The latter want a pause.", "The latter", "the dyers"),
    ("We heard the weavers and the dyers. The former want a pause.", "The former", "the weavers"),
    ("The envoys came to Lesk. They found no school there.", "there", "Lesk"),
    ("The envoys came to Lesk. They found no school there.", "They", "The envoys"),
    ("Norway closed the strait. Its navy turns ships away.", "Its", "Norway"),
    ("Norway sent Kolvar a treaty. It provides for free transit.", "It", "a treaty"),
    ("The mayor of Sarn spoke on Monday. She blamed the weather.", "She", "The mayor of Sarn"),
    ("Norway has signed the accord, but it has not ratified the annex.", "it", "Norway"),
    ("Poland and Norway met. They agreed on a date.", "They", "Poland and Norway"),
]


@pytest.mark.parametrize(("text", "words", "stands_for"), CLEAR)
def test_resolves_where_one_candidate_is_clear(text, words, stands_for):
    assert (words, stands_for) in last_of(text)


UNCLEAR = [
    ("The tenants sued the owners. They were heard in June.", "They"),
    ("Norway wrote to Poland. Its forces stayed in camp.", "Its"),
    ("The ministry of Orda wrote to the ministry of Sarn. The ministry did not reply.", "The ministry"),
    ("The Orda mill was sold. The Sarn mill was not. The mill is old.", "The mill"),
    ("The envoy of Orda met the mayor of Sarn. He was late.", "He"),
    ("The mine was flooded overnight. This could have been prevented.", "This"),
    ("The mine was flooded overnight. That is a crime.", "That"),
    ("The harbour was mined. This act breaks the law of the sea.", "This act"),
    ("Kolvar bought Sarn Air. The airline will keep its name.", "The airline"),
    ("Poland repaired its bridges. They are safe.", "They"),  # whose would be lost
    ("That was no accident. It was planned.", "It"),
    ("The teams work in Orda, Sarn and Lesk. Children are vaccinated there.", "there"),
]


@pytest.mark.parametrize(("text", "words"), UNCLEAR)
def test_marks_and_leaves_alone_what_may_mean_two_things(text, words):
    assert (words, None) in last_of(text)


NOT_MARKED = [
    "The mill stands idle. It is clear that nobody wants it sold, and it rained all week.",
    "The mill stands idle. It was the owner who closed the gate.",
    "The mill stands idle. There are no buyers.",
    "The mill stands idle. We find it odd that nobody asked.",
    "Norway kept its word.",
    "Despite its promises, Norway kept the gate shut.",
    "Poland and its neighbours agreed.",
    "The Sarn station burned. The head of the fire service resigned.",
    "The talks failed. The government of Poland regrets the failure of the talks this year.",
    "The treaty names the states that signed it. Those who signed are bound.",
    "The army left in May. The former barracks are empty.",
]


@pytest.mark.parametrize("text", NOT_MARKED)
def test_expletives_and_what_is_bound_in_its_clause_are_no_references(text):
    marked = [words for words, _ in last_of(text) if words.casefold() != "it"]
    assert marked == []
    assert not any(words == "It" for words, _ in last_of(text))


def test_a_thing_named_long_before_is_followed_through_what_was_said_of_it_since():
    passage = [
        "The Sarn relay station was built in 1961.",
        "The station is old.",
        "Nobody guards the station.",
        "We like the view.",
    ]
    assert last_of(" ".join([*passage, "The station must close."])) == [("The station", "The Sarn relay station")]


def test_only_three_claims_back_are_searched():
    between = "Rain fell. Snow fell. Hail fell. "
    assert last_of(f"The Sarn relay station burned. {between}This station was ours.") == [("This station", None)]


def test_a_pronoun_behind_a_sentence_that_is_no_claim_is_left_alone():
    text = "Norway closed the strait. And Poland? It signed the accord."
    claims = [Claim("s.c1", "s", 0, 25, text[:25]), Claim("s.c2", "s", 38, len(text), text[38:])]
    found = find_references(claims, Statement("s", text, "test", ""))
    assert [(one.text, one.stands_for) for one in found[1]] == [("It", None)]


def test_places_count_in_the_claim_and_in_the_statement():
    text = "Preface.\n\nThe board  passed a\nrule on lead pipes. Nobody likes this rule."
    found, claims = references_of(text)
    reference = found[-1][0]
    assert claims[-1].text[reference.start : reference.end] == reference.text == "this rule"
    assert text[slice(*reference.antecedent)] == reference.stands_for == "a\nrule on lead pipes"


def test_another_language_has_no_references():
    found, claims = references_of("The mill burned. It was old.", language="de")
    assert found == [() for _ in claims]


def test_there_is_one_tuple_for_every_claim():
    found, claims = references_of("The mill burned. It was old. Nobody cares.")
    assert len(found) == len(claims) == 3
    assert find_references([], Statement("s", "", "test", "")) == []


READ_OUT = [
    ("Norway closed the strait. Its navy turns ships away.", "Norway’s navy turns ships away."),
    ("The weavers met. Nobody heard their demands.", "Nobody heard the weavers’ demands."),
    (
        "A toll on barges was set in May. Nobody was asked about that toll.",
        "Nobody was asked about the toll on barges.",
    ),
    ("We gave two pledges in Oslo. These pledges stand.", "The two pledges stand."),
    ("The envoys came to Lesk. They found no school there.", "The envoys found no school in Lesk."),
    ("The mine was flooded. This could have been prevented.", "This could have been prevented."),
]


@pytest.mark.parametrize(("text", "expected"), READ_OUT)
def test_reads_out_what_references_stand_for(text, expected):
    assert read_last(text) == expected


def test_reads_out_a_possessive_given_with_its_noun():
    reference = Reference(9, 24, "its obligations", (0, 6), "Russia")
    assert read_out("It broke its obligations.", [reference]) == "It broke Russia’s obligations."


def test_reads_out_nothing_where_nothing_is_resolved():
    assert read_out("They left.", [Reference(0, 4, "They")]) == "They left."
    assert read_out("They left.", []) == "They left."


@given(st.text(alphabet="TheAits hey.,;\n’'[]of and this latter Norway mill", max_size=200))
def test_any_text_gives_places_that_hold_what_they_say(text):
    statement = Statement("s", text, "test", "")
    claims = extract_claims(statement).claims
    for claim, references in zip(claims, find_references(claims, statement), strict=True):
        for one in references:
            assert claim.text[one.start : one.end] == one.text
            assert (one.antecedent is None) == (one.stands_for is None)
            if one.antecedent is not None:
                assert text[slice(*one.antecedent)] == one.stands_for
                assert one.antecedent[1] <= claim.start + one.start
        read_out(claim.text, references)


@pytest.mark.parametrize(
    "piece",
    [
        "it is very ",
        "the of ",
        "its and ",
        "A's ",
        "the board of the board and ",
        "there the latter ",
        "it was not x ",
        "(" * 9,
    ],
)
def test_no_text_takes_long(piece):
    text = piece * (20_000 // len(piece))
    claims = [
        Claim(f"s.c{start}", "s", start, start + 2000, text[start : start + 2000]) for start in range(0, 18_000, 2000)
    ]
    begun = time.perf_counter()
    find_references(claims, Statement("s", text, "test", ""))
    assert time.perf_counter() - begun < 5


def test_scores_marks_and_resolutions_apart():
    rows = [
        {
            "text": "The board passed a rule on pipes. This rule is void.",
            "speaker": "A",
            "sentence": 1,
            "references": [{"text": "This rule", "antecedent": "a rule on pipes"}],
        },
        {
            "text": "The tenants sued the owners. They were heard.",
            "speaker": "A",
            "sentence": 1,
            "references": [{"text": "They", "antecedent": None}, {"text": "heard", "antecedent": None}],
        },
        {
            "text": "The weavers met. They left.",
            "speaker": "A",
            "sentence": 1,
            "references": [{"text": "They", "antecedent": "weavers met"}],
        },
    ]
    assert [(one.right, one.n) for one in score_references(rows)] == [(3, 3), (3, 4), (1, 2), (1, 2), (2, 2)]
