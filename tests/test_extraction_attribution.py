"""Whose content a claim is and how it is put forward: each rule on sentences of its own, then the traps."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.fields.attribution import SPEAKER, attribute
from claims.extraction.fields.cues import any_of
from claims.extraction.fields.parties import names_somebody, names_speaker
from claims.records import Attitude

OWN = {
    Attitude.ASSERTS: [
        "The bridge over the Lena was opened in June.",
        "We stress that the depot has been empty since spring.",
        "It is clear that nobody lives in the old barracks.",
        "I wish to recall that the pipeline was built by both sides.",
    ],
    Attitude.DENIES: [
        "We reject the accusation that our divers cut the cable.",
        "The claim that the mill poisoned the well is baseless.",
        "Rumours of a strike at the mint are pure invention.",
        "The alleged arms depot in Tolva has never existed.",
        "Contrary to the allegations of Moscow, no drone crossed the river.",
        "It is simply not true that the harbour is closed.",
    ],
    Attitude.CONCEDES: [
        "It is true that our first count was too low.",
        "We admit that the alarm was switched off.",
        "Nobody here denies that the repairs took too long.",
        "We do not dispute that two lorries crossed the line.",
        "Mistakes were made in the early days of the flood.",
    ],
    Attitude.DEMANDS: [
        "We call on both armies to leave the valley.",
        "The Council must meet before Friday.",
        "States which signed the pact should now pay their share.",
        "Let the observers enter the camp.",
        "Withdraw the barges from our waters at once.",
        "It is time to end the siege.",
    ],
    Attitude.PROMISES: [
        "We will rebuild the school before winter.",
        "My government pledges to publish the treaty.",
        "No patient will be turned away; I guarantee it.",
        "Our delegation is determined to reach an accord.",
    ],
    Attitude.OFFERS: [
        "We are ready to host the next round in Lund.",
        "Last week we proposed a joint survey of the reef.",
        "We would be glad to lend the orchestra our hall.",
        "Stranded travellers may use the lounge free of charge.",
    ],
    Attitude.ASKS: [
        "Who ordered the shelling of the market?",
        "We have asked the bank for the missing records.",
        "We would like to know why the gate was locked.",
    ],
    Attitude.REGRETS: [
        "We deeply regret the loss of the archive.",
        "It saddens us that the talks have failed.",
        "We are gravely concerned about the fate of the crew.",
        "We note with regret that the report is late.",
    ],
    Attitude.WELCOMES: [
        "We welcome the release of the fishermen.",
        "Allow me to congratulate the people of Soria on their vote.",
        "Our heartfelt thanks to the medics of the coast guard.",
        "We join previous speakers in commending the Secretary-General.",
    ],
}
OTHERS = [
    ("Belmar claims that our guards fired first.", "Belmar", Attitude.REPORTS),
    ("The fishermen say the buoys were moved at night.", "The fishermen", Attitude.REPORTS),
    ("On 3 May the harbour master announced that the quay was unsafe.", "the harbour master", Attitude.REPORTS),
    ("In Geneva last week, Norvia accused us of piracy.", "Norvia", Attitude.REPORTS),
    ("According to the Red Crescent, forty tents were burned.", "the Red Crescent", Attitude.REPORTS),
    ("The dam was sound, the engineers insisted.", "the engineers", Attitude.REPORTS),
    ("The cargo, residents say, was unloaded by hand.", "residents", Attitude.REPORTS),
    ("The border, as Tirana sees it, was drawn in haste.", "Tirana", Attitude.REPORTS),
    ("We recall that Norvia has described the vote as a farce.", "Norvia", Attitude.REPORTS),
    ("There are some economists who argue that the tariff helps.", "some economists", Attitude.REPORTS),
    ("“The quay is safe,” said the harbour master.", "the harbour master", Attitude.REPORTS),
    ("The quay is safe, the engineer told reporters yesterday.", "the engineer", Attitude.REPORTS),
    ("It has been alleged by Tirana that we moved the buoys.", "Tirana", Attitude.REPORTS),
    (
        "The Foreign Ministry of Tirana stated that the buoys were moved.",
        "The Foreign Ministry of Tirana",
        Attitude.REPORTS,
    ),
    ("Residents ask whether the well is safe.", "Residents", Attitude.ASKS),
    ("The mine should be closed, says the union of drillers.", "the union of drillers", Attitude.DEMANDS),
    ("Tirana denies that the convoy carried arms.", "Tirana", Attitude.DENIES),
    ("The factory owner has rejected the accusation that he bribed the mayor.", "The factory owner", Attitude.DENIES),
    ("Norvia demands that we hand over the islands.", "Norvia", Attitude.DEMANDS),
    ("The mediators, a day before the deadline, urged both sides to wait.", "The mediators", Attitude.DEMANDS),
    ("Norvia has offered to repair the lighthouse.", "Norvia", Attitude.OFFERS),
    ("The airline promises to refund every ticket.", "The airline", Attitude.PROMISES),
    ("Norvia regrets the sinking of the trawler.", "Norvia", Attitude.REGRETS),
    ("The villagers welcomed the return of the bell.", "The villagers", Attitude.WELCOMES),
    ("The truce was warmly welcomed by the bishops of the north.", "the bishops of the north", Attitude.WELCOMES),
]
# The speaker's own, whatever verbs and nouns suggest.
TRAPS = [
    "Moscow has closed the border.",
    "As the report shows, hunger has returned to the coast.",
    "The so-called exercise lasted all winter.",
    "Four resolutions demand the withdrawal of all troops.",
    "The states reports on two pages how the money was spent.",
    "Norvia has admitted that its pilots were drunk.",
    "Even the shipowners have confirmed that the nets were too fine.",
    "According to international law, the strait is open to all.",
    "The Charter calls for the peaceful settlement of disputes.",
    "The situation demands patience.",
    "Tirana's claim to the shelf was heard in March.",
    "The claims of both heirs were heard in May.",
    "The calls from the village grew louder.",
    "Norvia claims a third of the shelf.",
    "The countries of the region contend with a set of old quarrels.",
    "The ocean offers food to millions.",
    "The minister was welcomed by a brass band.",
    "In the north, in Tolva, Lund and other towns, all schools were shut.",
    "In response to the crisis the council met twice.",
    "But the harbour board ignored what the union says about overtime.",
]


@pytest.mark.parametrize(("attitude", "text"), [(kind, text) for kind, texts in OWN.items() for text in texts])
def test_reads_the_speakers_own_attitude(attitude, text):
    assert attribute(text, "Foreign minister of Arvenia") == (SPEAKER, attitude)


@pytest.mark.parametrize(("text", "holder", "attitude"), OTHERS)
def test_reads_whom_else_the_content_is_attributed_to(text, holder, attitude):
    assert attribute(text, "Foreign minister of Arvenia") == (holder, attitude)


@pytest.mark.parametrize("text", TRAPS)
def test_takes_the_speaker_where_nobody_else_is_committed(text):
    assert attribute(text, "Foreign minister of Arvenia") == (SPEAKER, Attitude.ASSERTS)


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("Arvenia is ready to talk.", Attitude.OFFERS),
        ("Arvenia denies that its ships were there.", Attitude.DENIES),
        ("The Government of Arvenia welcomes the verdict.", Attitude.WELCOMES),
        ("In 2019, Arvenia called on the Council to act.", Attitude.DEMANDS),
        ("Arvenia maintains that the strait is open.", Attitude.ASSERTS),
        ("The Arvenian delegation will vote against the draft.", Attitude.PROMISES),
    ],
)
def test_a_speaker_named_by_its_own_name_is_the_speaker(text, attitude):
    assert attribute(text, "Arvenia, Ministry of Foreign Affairs") == (SPEAKER, attitude)
    assert attribute("Arvenia says that the strait is open.", "Norvia").holder == "Arvenia"


@pytest.mark.parametrize(
    ("party", "speaker", "same"),
    [
        ("Halvik", "Envoy of Halvik to the Council", True),
        ("The Council", "Envoy of Halvik to the Council", False),
        ("the Republic of Korea", "Democratic People's Republic of Korea", False),
        ("Sudan", "South Sudan", False),
        ("the Egyptian side", "Egypt", True),
        ("the government", "Egypt", False),
        ("Egypt", None, False),
    ],
)
def test_compares_a_party_with_the_speaker(party, speaker, same):
    assert names_speaker(party, speaker) is same


def test_neighbours_of_the_speaker_are_not_the_speaker():
    assert attribute("Arvenia's neighbours claim that the river is theirs.", "Arvenia").holder == "Arvenia's neighbours"


@pytest.mark.parametrize(
    ("party", "possibly", "certainly"),
    [
        ("Norvia", True, True),
        ("several ministers", True, True),
        ("the leader of the strike", True, True),
        ("the dredge", True, False),
        ("Times", False, False),
        ("Signals", True, False),
        ("article 9", False, False),
        ("the policies of the bank", False, False),
    ],
)
def test_tells_parties_from_texts_and_affairs(party, possibly, certainly):
    assert names_somebody(party, certainly=False) is possibly
    assert names_somebody(party, certainly=True) is certainly


@pytest.mark.parametrize(
    "text", ["", " ", "\n", ".", ",", "“", "a", "\u200b\ufeff", "🙂 says 🙂", "\ud800", "I", "that"]
)
def test_odd_texts_are_the_speakers(text):
    assert attribute(text) == (SPEAKER, Attitude.ASSERTS)
    assert attribute(text, text).holder == SPEAKER


def test_reads_curly_apostrophes_and_accents():
    assert attribute("The miners’ families demand an inquiry.").holder == "The miners’ families"
    assert attribute("Müller-Öst claims that the vault is empty.").holder == "Müller-Öst"


def test_a_very_long_sentence_takes_no_time():
    text = "According to the minister, who said, and claimed, that " * 2000
    assert attribute(text).holder in text


WORDS = st.sampled_from(
    re.findall(
        r"\S+|\n",
        "We I Moscow the union minister says claims that , . : ; deny not must report according to as by of in May 3 who"
        " it welcomed been was is reports are baseless ? ’s “ ” \n",
    )
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join)), st.one_of(st.none(), st.text(max_size=20)))
def test_never_raises_and_the_holder_is_the_speaker_or_verbatim(text, speaker):
    found = attribute(text, speaker)
    assert found.holder == SPEAKER or (found.holder and found.holder in text)
    assert isinstance(found.attitude, Attitude)


@pytest.mark.parametrize(
    ("cue", "forms"),
    [
        ("~deny", ["deny", "denies", "denied", "denying"]),
        ("~urge", ["urge", "urges", "urged", "urging"]),
        ("~wish", ["wish", "wishes", "wished", "wishing"]),
        ("~pay/paid", ["pay", "pays", "paid", "paying"]),
        ("~write/wrote/written", ["write", "writes", "wrote", "written", "writing"]),
        ("~commit", ["commit", "commits", "committed", "committing"]),
        ("~be", ["is", "are", "was", "being"]),
        ("<part> on", ["go on"]),
    ],
)
def test_a_cue_matches_the_forms_of_its_verb(cue, forms):
    pattern = re.compile(any_of(f"\n  {cue}\n", part="go"))
    assert all(pattern.fullmatch(form) for form in forms)
    assert not pattern.fullmatch("denys")
