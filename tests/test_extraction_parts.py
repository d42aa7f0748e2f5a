"""How a claim is taken apart: each rule on sentences of its own, the sentences that stay whole, and what always holds."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.evaluation.parts import score_parts
from claims.extraction.parts import find_parts
from claims.records import Attitude, Claim, Modality

SPEAKER = "Ministry of Harbours"
WHOLE = [
    "The quays, cranes and warehouses between Orsk and the old lighthouse were repaired in the spring.",
    "The Department of Fisheries and Forests has published the accounts of both funds.",
    "The captain and the pilot who brought the ship in were questioned.",
    "Talks between Orlia and Venna on grain and salt resumed last week.",
    "The pier was closed for repairs and on the advice of two engineers.",
    "The hall was cold, damp and open to the wind.",
    "The parties agreed to open the ferry and to share its income.",
    "We call on both fleets to leave the bay and return the nets.",
    "If the ice holds and the road stays open, the market will take place.",
    "Should the ice break, the ferry will sail and the market will close.",
    "The harbour was planned and built by one firm.",
    "The island is not and cannot be a colony.",
    "The bay will stay open because the pilots work at night and the tugs are new.",
    "The suspects were detained at the border and questioned by the customs.",
    "We will not sell the dock and dismiss the crew.",
    "Who closed the harbour and warned the fishermen?",
    "The treaties signed in Orsk and Venna remain in force.",
    "No one has shown that the cable was cut.",
    "The mayor had to choose between a new school and a new bridge.",
    "We thank the one hundred and twelve crews that came.",
]
SPLIT = {
    "Orlia set up the checkpoint and warned Venna.": ["Orlia set up the checkpoint.", "Orlia warned Venna."],
    "On the night of 4 May a trawler entered the bay and rammed a buoy.": [
        "On the night of 4 May a trawler entered the bay.",
        "A trawler rammed a buoy.",
    ],
    "Orlia opened its ports, lowered its dues and invited the fleets.": [
        "Orlia opened its ports.",
        "Orlia lowered its dues.",
        "Orlia invited the fleets.",
    ],
    "Our crews kept watch, but the pilots had left the port.": [
        "Our crews kept watch.",
        "The pilots had left the port.",
    ],
    "Orlia has ratified the pact, while Venna still hesitates over it.": [
        "Orlia has ratified the pact.",
        "Venna still hesitates over it.",
    ],
    "The charter, which has no legal force, was drafted abroad.": [
        "The charter was drafted abroad.",
        "The charter has no legal force.",
    ],
    "The accord, to which both ports are parties, expires in May.": [
        "The accord expires in May.",
        "The accord to which both ports are parties.",
    ],
    "We met the owners of the mill at Venna, which burned down in June.": [
        "We met the owners of the mill at Venna.",
        "The mill at Venna burned down in June.",
    ],
    "The army shelled the bridge, leaving 300 families without water.": [
        "The army shelled the bridge.",
        "The army leaving 300 families without water.",
    ],
    "Acting on a tip, officers searched the barge.": ["Officers acting on a tip.", "Officers searched the barge."],
    "The range, built in secret, has never been cleaned.": [
        "The range has never been cleaned.",
        "The range built in secret.",
    ],
    "After the mediators had left, the guns opened fire.": ["The mediators had left.", "The guns opened fire."],
    "We note that the dyke is old and that it leaks.": ["The dyke is old.", "It leaks."],
    "The quay is finished; the cranes are on their way.": ["The quay is finished.", "The cranes are on their way."],
    "Our terms are modest: the pilots must stay, the tugs must go, and the bay must be open.": [
        "Our terms are modest.",
        "The pilots must stay.",
        "The tugs must go.",
        "The bay must be open.",
    ],
    "Orlia fired on the buoy, as well as attempted a landing on the islet.": [
        "Orlia fired on the buoy.",
        "Orlia attempted a landing on the islet.",
    ],
    "We neither sought this quarrel nor shall we be the last to leave it.": [
        "We neither sought this quarrel.",
        "Nor shall we be the last to leave it.",
    ],
    "The report came at a time when the pilots were on strike.": ["The report came.", "The pilots were on strike."],
}
PRESUPPOSED = {
    "The fact that the pass is closed is known to everybody.": "The pass is closed.",
    "Despite the fact that the ban was lifted, no ship came.": "The ban was lifted.",
    "In view of the fact that the ban was lifted, the ships will sail.": "The ban was lifted.",
    "The rebels have not stopped digging trenches along the canal.": "The rebels digging trenches along the canal.",
    "Foreign trawlers continue to fish inside our zone.": "Foreign trawlers fish inside our zone.",
    "The mill has flooded the meadow again.": "The mill has flooded the meadow.",
}
VOCABULARY = """
    the a Orlia Venna which who that and but or , ; : — “ ” ( ) . closed warned has is was will not never again leaving to
    fish although after when before while says fact continue digging in of port ships it there 12
"""


def take_apart(text, speaker=SPEAKER):
    return find_parts(Claim("s1.c4", "s1", 0, len(text), text, holder=speaker), speaker)


@pytest.mark.parametrize("text", WHOLE)
def test_leaves_one_proposition_whole(text):
    assert take_apart(text) == ()


@pytest.mark.parametrize(("text", "sentences"), SPLIT.items())
def test_takes_a_claim_apart(text, sentences):
    assert [part.reads for part in take_apart(text)] == sentences


@pytest.mark.parametrize(("text", "sentence"), PRESUPPOSED.items())
def test_finds_what_is_presupposed_in_words_of_its_own(text, sentence):
    presupposed = [part for part in take_apart(text) if part.presupposed]
    assert [part.reads for part in presupposed] == [sentence]
    assert presupposed[0].attitude is Attitude.ASSERTS


def test_names_parts_after_their_claim_and_says_what_they_carry():
    text = "Orlia set up the checkpoint and warned Venna."
    first, second = take_apart(text)
    assert (first.id, second.id) == ("s1.c4.a", "s1.c4.b")
    assert (first.carried, second.carried) == (None, (0, 5))
    assert text[slice(*second.spans[0])] == "warned Venna"


def test_gives_a_part_around_a_relative_clause_two_spans():
    text = "The charter, which has no legal force, was drafted abroad."
    spans = take_apart(text)[0].spans
    assert [text[start:end] for start, end in spans] == ["The charter", "was drafted abroad"]


def test_gives_both_parts_of_a_report_to_its_source():
    parts = take_apart("Venna says that its crews fired into the air and that nobody was hurt.")
    assert [(part.holder, part.attitude) for part in parts] == [("Venna", Attitude.REPORTS)] * 2


def test_gives_what_stands_beside_a_report_to_the_speaker():
    parts = take_apart("Venna claims that its crews were attacked, but our divers have seen no damage.")
    assert [part.holder for part in parts] == ["Venna", SPEAKER]


def test_gives_the_parts_of_a_denied_and_an_offered_predicate_their_own_attitude():
    parts = take_apart("We reject the claim that our police fired and are ready to open every file.")
    assert [part.attitude for part in parts] == [Attitude.DENIES, Attitude.OFFERS]
    assert parts[1].modality is Modality.OFFER


def test_lets_a_promise_reach_the_verb_that_shares_its_will():
    parts = take_apart("We will recall every pump and refund the full price to customers.")
    assert [part.attitude for part in parts] == [Attitude.PROMISES] * 2


def test_lets_a_possibility_reach_the_verb_that_shares_it():
    parts = take_apart("The flood could reach the depot and destroy the archive.")
    assert [part.modality for part in parts] == [Modality.POSSIBILITY] * 2


def test_reads_a_concession_as_one():
    conceded, asserted = take_apart("Although the convention allows surveys, Orlia asked for notice.")
    assert conceded.attitude is Attitude.CONCEDES
    assert asserted.reads == "Orlia asked for notice."


def test_names_a_holder_in_the_words_of_the_claim():
    text = "The quay is open, and our neighbour says that the cranes are broken."
    assert [part.holder for part in take_apart(text)] == [SPEAKER, "our neighbour"]


def test_leaves_parts_without_a_holder_where_no_speaker_is_known():
    assert [part.holder for part in take_apart("Orlia set up the checkpoint and warned Venna.", None)] == [None, None]


def test_reads_across_line_breaks():
    text = "Orlia set up\nthe checkpoint and\nwarned Venna."
    assert [part.reads for part in take_apart(text)] == ["Orlia set up the checkpoint.", "Orlia warned Venna."]


def check_spans(text):
    for part in take_apart(text):
        assert part.spans
        assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in part.spans)
        assert all(one[1] <= other[0] for one, other in pairwise(part.spans))
        assert part.carried is None or text[slice(*part.carried)].strip()


@pytest.mark.parametrize("text", [*WHOLE, *SPLIT, *PRESUPPOSED])
def test_spans_lie_in_the_claim_in_order_and_apart(text):
    check_spans(text)


@given(st.lists(st.sampled_from(VOCABULARY.split()), max_size=40).map(" ".join))
def test_spans_hold_for_any_row_of_words(text):
    check_spans(text)


@given(st.text(max_size=80))
def test_spans_hold_for_any_text(text):
    check_spans(text)


@pytest.mark.parametrize(
    "unit",
    [
        "and ",
        "that ",
        ", which is ",
        "it is ",
        "the fact that ",
        ", and the ports ",
        "a" * 40 + " ",
        "closed the port, ",
        "“",
        "(a ",
        "of the ",
        ", leaving the port",
        "when he came ",
        "says that ",
        "1,",
    ],
)
def test_takes_no_time_over_a_monstrous_sentence(unit):
    text = "The ministry " + unit * (1980 // len(unit)) + "."
    start = time.process_time()
    take_apart(text)
    assert time.process_time() - start < 1


def test_leaves_a_text_longer_than_any_sentence_alone():
    assert take_apart("Orlia closed the port and warned Venna. " * 60) == ()


def test_scores_parts_by_words_carried_subject_holder_and_attitude():
    label = {"presupposed": False, "holder": "speaker", "attitude": "asserts"}
    rows = [
        {
            "id": "p-1",
            "speaker": SPEAKER,
            "text": "Orlia closed the port and warned Venna.",
            "parts": [
                {"words": ["Orlia closed the port,"], "carried": None, **label},
                {"words": ["and warned Venna"], "carried": "It", **label},
            ],
        },
        {
            "id": "p-2",
            "speaker": SPEAKER,
            "text": "The quays and cranes are new.",
            "parts": [{"words": ["The quays and cranes are new"], "carried": None, **label}],
        },
    ]
    assert [(row.right, row.n) for row in score_parts(rows)] == [(2, 2), (2, 2), (1, 1), (1, 2), (2, 2), (2, 2)]
