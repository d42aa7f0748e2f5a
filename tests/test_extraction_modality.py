"""What kind of content a claim has: each kind on sentences of its own, then the traps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.fields.attribution import attribute
from claims.extraction.fields.modality import find_modality
from claims.records import Attitude, Modality

SENTENCES = {
    Modality.FACT: [
        "The ferry has not sailed since Tuesday.",
        "Forty lorries crossed the pass in one night.",
        "Our divers can reach the wreck in an hour.",
        "The mayor could not attend the funeral.",
        "The will of the founder was read in court.",
        "Norvia claims that we shall attack in spring.",
        "The claim that the tunnel has collapsed is false.",
        "Mr May arrived in March.",
        "The plan provided two hundred beds.",
        "Unfortunately, the lock was broken in April.",
        "Lund imposed its will on the smaller towns.",
    ],
    Modality.NORM: [
        "Both armies must leave the valley.",
        "Trawlers may not enter the bay.",
        "No one may sell the painting.",
        "Every detainee has the right to a lawyer.",
        "The blockade is unlawful.",
        "The operator is obliged to publish its accounts.",
        "We urge the parties to return to the table.",
    ],
    Modality.ATTITUDE: [
        "We regret the fire at the library.",
        "My delegation hopes that the rains will come.",
        "The nurses are angry at the new rota.",
        "Congratulations to the choir of Lund!",
        "Nothing would please me more than a draw.",
        "We are deeply grateful for the blankets.",
    ],
    Modality.OFFER: [
        "We are prepared to lend the museum two canvases.",
        "Norvia proposes to hold the talks in its capital.",
        "We would gladly host the finals.",
        "Should you wish to see the ledger, we would be happy to show it.",
        "Passengers can have a voucher from us today.",
    ],
    Modality.PROMISE: [
        "We will replace every pipe by June.",
        "I shall publish my tax return.",
        "You have my word: the clinic stays open.",
        "We intend to plant a thousand oaks.",
    ],
    Modality.PREDICTION: [
        "The hearing will open on 3 May.",
        "There will be no winners in such a war.",
        "Prices are bound to rise once the subsidy ends.",
        "The field is expected to run dry in 2040.",
        "The dam will probably hold.",
        "We will all live to regret this decision.",
    ],
    Modality.POSSIBILITY: [
        "The leak may have begun in the cellar.",
        "Sabotage cannot be ruled out.",
        "The crew must have seen the flare.",
        "The letter appears to be a forgery.",
        "The thief reportedly left by boat.",
        "Perhaps the order was never sent.",
        "The treaty may not survive the winter.",
        "They could not have known of the mine.",
    ],
    Modality.CONDITION: [
        "If the gate opens, we will let the convoy pass.",
        "Unless the rent falls, the shop closes.",
        "The strike ends only if the bonus is paid.",
        "Had the pumps worked, the mine would be dry.",
        "Members may vote provided they have paid their dues.",
        "Without a truce there can be no talks.",
        "We are ready to sign if the text is restored.",
    ],
}


@pytest.mark.parametrize(("modality", "text"), [(kind, text) for kind, texts in SENTENCES.items() for text in texts])
def test_reads_the_kind_of_content(modality, text):
    assert find_modality(text, attribute(text).attitude) is modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("We fear that the bridge, which must be repaired, is closed.", Modality.ATTITUDE),
        ("The bridge is closed, because lorries may not use it.", Modality.FACT),
        ("The bridge will close, although the mayor should keep it open.", Modality.PREDICTION),
    ],
)
def test_the_main_clause_decides(text, modality):
    assert find_modality(text, Attitude.ASSERTS) is modality


@pytest.mark.parametrize(
    ("attitude", "modality"),
    [
        (Attitude.PROMISES, Modality.PROMISE),
        (Attitude.OFFERS, Modality.OFFER),
        (Attitude.DEMANDS, Modality.NORM),
        (Attitude.REGRETS, Modality.ATTITUDE),
        (Attitude.WELCOMES, Modality.ATTITUDE),
        (Attitude.REPORTS, Modality.FACT),
        (Attitude.DENIES, Modality.FACT),
        (Attitude.ASSERTS, Modality.FACT),
    ],
)
def test_an_attitude_decides_where_the_words_say_nothing(attitude, modality):
    assert find_modality("The road to Lund.", attitude) is modality


def test_even_if_states_no_condition():
    assert find_modality("The road stays open even if the river rises.", Attitude.ASSERTS) is Modality.FACT


@pytest.mark.parametrize("text", ["", " ", ".", "“", "\u200b", "🙂", "\ud800", "если", "May"])
def test_odd_texts_tell_facts(text):
    assert find_modality(text, Attitude.ASSERTS) is Modality.FACT


@given(st.text(), st.sampled_from(Attitude))
def test_never_raises(text, attitude):
    assert isinstance(find_modality(text, attitude), Modality)
