"""Thirty-eight hard cases of public statements, and the behaviour a careful reader expects, on the bundled model.

The numbers are those of the cases; 6, 28, 30 and 32 to 36 are asked of extraction and of whole statements, as are
further sides of others. A case that fails today is marked; it fails the suite when it starts to pass, so that the mark goes.
"""

import pytest

from claims import Detector, read_statement
from claims.extraction import extract_claims
from claims.records import Attitude, Label, Modality
from claims.relation import compare_fields, explain

CLASH, NO_CLASH = {Label.CONTRADICTION}, {Label.SUPPORT, Label.NEUTRAL}
AGREE, NO_SUPPORT = {Label.SUPPORT}, {Label.CONTRADICTION, Label.NEUTRAL}

CASES = {
    "1 non-fulfilment against steadfastness": (
        "Arvenia does not carry out paragraph four of the accord.",
        "Arvenia has always remained true to the accord.",
        CLASH,
    ),
    "2 commitment against performance": (
        "Arvenia has not withdrawn its troops from the valley.",
        "Arvenia is committed to withdrawing its troops from the valley.",
        NO_CLASH,
    ),
    "3 partial fulfilment": (
        "Paragraphs one to three of the accord have been carried out.",
        "Not one paragraph of the accord has been carried out.",
        CLASH,
    ),
    "4 denial of an allegation": (
        "Soldiers of Arvenia crossed the line on 24 March.",
        "Reports that soldiers of Arvenia crossed the line on 24 March are untrue.",
        CLASH,
    ),
    "5 denial of the report only": (
        "Soldiers of Arvenia crossed the line on 24 March.",
        "We have no information about any crossing of the line on 24 March.",
        NO_CLASH,
    ),
    "7 rejected report against what it reports": (
        "The corridor has been closed since Monday.",
        "Contrary to what Belmar claims, the corridor is open and traffic is normal.",
        CLASH,
    ),
    "8 both quote the agreed text": (
        "Under paragraph six the corridor is controlled by the peacekeepers.",
        "Paragraph six of the accord places the corridor under the control of the peacekeepers.",
        AGREE,
    ),
    "9 presupposition": (
        "Belmar has resumed its shelling of the border villages.",
        "There has never been any shelling of the border villages by Belmar.",
        CLASH,
    ),
    "10 another name for one thing": (
        "Contaminated water was released into the sea on 24 August.",
        "Treated water was released into the sea on 24 August.",
        NO_CLASH,
    ),
    "11 hedge against denial": (
        "Soldiers of Arvenia may have been present in the village.",
        "No soldiers of Arvenia were present in the village.",
        NO_CLASH,
    ),
    "12 duty against its fulfilment": (
        "The army must withdraw from the valley.",
        "The army has withdrawn from the valley.",
        NO_CLASH,
    ),
    "13 condition": (
        "The road will open if the mines are cleared.",
        "The road will not open this year.",
        NO_CLASH,
    ),
    "14 promise against outcome": (
        "We undertake to complete the withdrawal by the end of March.",
        "The withdrawal was not completed by the end of March.",
        NO_CLASH,
    ),
    "15 two dates of a changing thing": (
        "As of 10 November 2020 the road to Orta is open.",
        "As of 26 March 2022 the road to Orta is closed.",
        NO_CLASH,
    ),
    "16 always against an instance": (
        "Arvenia has always voted for the mission.",
        "In 2019 Arvenia voted against the mission.",
        CLASH,
    ),
    "17 one event, dates that touch": (
        "Shots were fired at the checkpoint on 24 March.",
        "Shots were fired at the checkpoint in the night of 24 to 25 March.",
        NO_CLASH,
    ),
    "18 two events in the same words": (
        "On 3 May 2021 a convoy was shot at on the road to Orta.",
        "On 9 June 2022 a convoy passed on the road to Orta without a shot being fired.",
        NO_CLASH,
    ),
    "19 a rounded number": (
        "The contingent has 1,960 soldiers.",
        "The contingent has about 2,000 soldiers.",
        NO_CLASH,
    ),
    "19 another number": (
        "The contingent has 1,960 soldiers.",
        "The contingent has 3,400 soldiers.",
        CLASH,
    ),
    "20 a part and the whole": (
        "The army withdrew from Aldam.",
        "The army withdrew from Aldam and from Kelbar.",
        NO_CLASH,
    ),
    "21 a rule and its exception": (
        "No forces other than the peacekeepers are stationed along the corridor.",
        "Border guards check passports at the northern end of the corridor.",
        NO_CLASH,
    ),
    "22 scope of a negation": (
        "Not all the prisoners have been returned.",
        "Some of the prisoners have been returned.",
        NO_CLASH,
    ),
    "23 two negations": (
        "The minister did not refuse to sign the accord.",
        "The minister refused to sign the accord.",
        CLASH,
    ),
    "24 roles swapped": (
        "Arvenia attacked Belmar at dawn.",
        "Belmar attacked Arvenia at dawn.",
        NO_SUPPORT,
    ),
    "25 responsibility against effort": (
        "The council bears responsibility for the fire at the depot.",
        "The council took every measure that the fire code asks for at the depot.",
        NO_CLASH,
    ),
    "26 opposite evaluations in different dimensions": (
        "The exercise on the border was a provocation.",
        "The exercise on the border was useful for our recruits.",
        NO_CLASH,
    ),
    "27 which of two documents": (
        "The statement of January 2021 says nothing about the corridor.",
        "The statement of November 2020 opens a corridor.",
        NO_CLASH,
    ),
    "29 omission": (
        "The plan has five points, among them a ceasefire and a prisoner exchange.",
        "The plan provides for a ceasefire.",
        NO_CLASH,
    ),
    "31 legal characterisation": (
        "The checkpoint violates paragraph six of the accord.",
        "The checkpoint is fully in line with paragraph six of the accord.",
        CLASH,
    ),
    "38 the total and one row": (
        "In all 4,260 houses were destroyed by the flood.",
        "In the district of Orta seven houses were destroyed by the flood.",
        NO_CLASH,
    ),
    "37 one sentence twice": (
        "The bridge over the Tarn has been closed to lorries since March.",
        "The bridge over the Tarn has been closed to lorries since March.",
        AGREE,
    ),
}
KNOWN_FAILURES = {
    "4 denial of an allegation",
    "7 rejected report against what it reports",
    "15 two dates of a changing thing",
    "19 a rounded number",
    "21 a rule and its exception",
    "23 two negations",
    "24 roles swapped",
    "38 the total and one row",
}


@pytest.fixture(scope="module")
def bundled():
    return Detector()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(strict=True, reason="known failure"))
        if name in KNOWN_FAILURES
        else name
        for name in CASES
    ],
)
def test_the_verdict_on_a_hard_case(name, bundled):
    first, second, allowed = CASES[name]
    (verdict,) = bundled.classify([(first, second)])
    assert (Label.NEUTRAL if verdict.abstained else verdict.label) in allowed


def claims_of(text, date="2023-07-16", speaker="Arvenia, Ministry of Foreign Affairs"):
    statement = read_statement(f"Speaker: {speaker}\nDate: {date}\n\n{text}\n")
    return statement, extract_claims(statement)


def test_6_what_another_says_of_us_is_not_ours():
    _, found = claims_of("Belmar claims that we shelled the village of Orta in March.")
    (claim,) = found.claims
    assert (claim.holder, claim.attitude) == ("Belmar", Attitude.REPORTS)


def test_7_a_rejected_report_is_a_denial_of_our_own():
    statement, found = claims_of("We reject the accusation that our troops closed the corridor.")
    (claim,) = found.claims
    assert (claim.holder, claim.attitude) == (statement.speaker, Attitude.DENIES)


def test_12_a_duty_is_told_from_a_fact_and_the_note_says_so():
    statement, found = claims_of("The army must withdraw from the valley. The army has withdrawn from the valley.")
    first, second = found.claims
    assert (first.modality, second.modality) == (Modality.NORM, Modality.FACT)
    assert "reads as what ought to be" in explain((first, second), [statement])


def test_15_two_dates_are_shown_as_such():
    statement, found = claims_of("As of 10 November 2020 the road is open. As of 26 March 2022 the road is closed.")
    first, second = found.claims
    assert compare_fields(first, second).times is not None
    assert "different times" in explain((first, second), [statement])


def test_19_rounding_is_no_difference_in_number():
    _, found = claims_of("It has 1,960 soldiers. It has about 2,000 soldiers. It has 3,400 soldiers.")
    first, second, third = found.claims
    assert compare_fields(first, second).quantities is None
    assert compare_fields(first, third).quantities is not None


@pytest.mark.parametrize("sentence", ["Is this what is called implementation?", "Congratulations!"])
def test_34_and_35_what_claims_nothing_is_left_out_with_a_reason(sentence):
    _, found = claims_of(f"The road to Orta has been closed since Monday. {sentence}")
    assert [left.text for left in found.left_out] == [sentence]
    assert found.left_out[0].reason


def test_30_silence_is_no_finding(bundled):
    statements = [
        read_statement("Speaker: A\nDate: 2023-01-02\n\nThe road to Orta has been closed since Monday.\n"),
        read_statement("Speaker: B\nDate: 2023-01-03\n\nThe harvest of plums was the best in nine years.\n"),
    ]
    assert bundled.compare(statements).findings == ()


def test_28_what_this_statement_is_is_shown_where_it_is_clear():
    text = "On 3 May the foreign ministry of Belmar issued a statement on the corridor. This statement distorts the accord."
    _, found = claims_of(text)
    (reference,) = found.claims[1].references
    assert reference.text == "This statement"
    assert "statement on the corridor" in (reference.stands_for or "")


def test_28_of_two_candidates_none_is_guessed():
    text = "Belmar published a statement on 3 May. Kelmar published a statement on 4 May. This statement distorts the accord."
    _, found = claims_of(text)
    assert [reference.stands_for for reference in found.claims[2].references] == [None]


@pytest.mark.xfail(strict=True, reason="known failure: statements in two languages are not compared")
def test_32_what_only_the_translation_says_is_flagged(bundled):
    english = read_statement("Speaker: A\nDate: 2023-01-02\n\nThe contingent guarantees the safety of the corridor.\n")
    russian = read_statement(
        "Speaker: A\nDate: 2023-01-02\n\n\u041a\u043e\u043d\u0442\u0438\u043d\u0433\u0435\u043d\u0442 \u043d\u0430\u0431\u043b\u044e\u0434\u0430\u0435\u0442 \u0437\u0430 \u043a\u043e\u0440\u0438\u0434\u043e\u0440\u043e\u043c.\n"
    )
    notes = [finding.note for finding in bundled.compare([english, russian]).findings]
    assert any("translation" in note for note in notes)


@pytest.mark.xfail(strict=True, reason="known failure: corrections are not told from contradictions")
def test_33_a_corrected_figure_of_the_same_speaker_is_superseded(bundled):
    first, second = (
        read_statement(f"Speaker: A\nDate: 2023-01-0{day}\n\nThe flood destroyed {number} houses in Orta.\n")
        for day, number in ((2, 310), (3, 480))
    )
    (finding,) = bundled.compare([first, second]).findings
    assert "supersede" in finding.note


def test_36_share_links_and_departments_are_no_claims(tmp_path):
    page = (
        "<html><body><nav>Home | News</nav><article><h1>Comment</h1><p>The corridor has been closed since Monday.</p>"
        "<p>Share on Facebook</p><p>Department of Press</p></article></body></html>"
    )
    (tmp_path / "page.html").write_text(page)
    found = extract_claims(read_statement(tmp_path / "page.html"))
    assert [claim.text for claim in found.claims] == ["The corridor has been closed since Monday."]
