"""What the nouns of English name, as far as it tells what a pronoun may stand for. Only data and its look-up."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from claims.extraction.fields.cues import word_set
from claims.extraction.fields.party_words import ENDINGS_OF_PEOPLE, SOMEBODY


class Kind(StrEnum):
    """What a noun phrase names: what can act and own, what can be read, where, who, when; NAME and THING are unsure."""

    PARTY = "party"
    DOCUMENT = "document"
    PLACE = "place"
    PERSON = "person"
    TIME = "time"
    NAME = "name"
    THING = "thing"


DOCUMENTS = word_set(
    "resolution treaty charter law bill act article agreement accord convention constitution statute protocol"
    " declaration provision paragraph judgment judgement award verdict ruling decree statement report letter paper"
    " memorandum communique communiqué contract document text deal pact order permit licence license note roadmap"
    " framework plan regulation directive code concept guideline lease tender petition annex map undertaking ceasefire"
    " truce draft complaint appeal study audit invoice certificate opinion ordinance budget"
)
PLACES = word_set(
    "road corridor region city town village district island border line zone area territory sea river lake port bridge"
    " crossing checkpoint valley strait province square street site dam reservoir mine field plant station base camp"
    " settlement railway highway route airport canal capital quarter harbour tunnel pipeline gate pass facility"
    " building"
    " school hospital terminal refinery depot factory park coast estuary market clinic reactor warehouse library"
    " stadium bay shelf peninsula enclave county municipality neighbourhood quarry landfill well ground"
)
TIMES = word_set(
    "christmas easter ramadan nowruz second minute hour day week month year decade century time moment period evening"
    " morning night afternoon noon"
    " january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday spring summer autumn winter anniversary weekend date quarter today season age era"
)
PERSONS = word_set(
    "he she person man woman child minister representative spokesman spokeswoman spokesperson envoy ambassador consul"
    " president premier chancellor king queen prince governor mayor deputy member leader chief head director chairman"
    " chairwoman chair commander general colonel official officer secretary secretary-general mediator negotiator"
    " inspector monitor observer expert judge lawyer prosecutor plaintiff defendant applicant witness resident villager"
    " neighbour citizen refugee parent mother father wife widow student pupil teacher doctor nurse worker farmer"
    " fisherman driver pilot owner tenant client customer passenger scientist journalist soldier guard peacekeeper"
    " serviceman servant patient employee colleague candidate councillor founder manager engineer captain historian"
    " bishop priest counterpart chairperson prisoner detainee hostage settler investor shareholder subscriber commuter"
    " trader dealer militant civilian user reader viewer visitor"
)
PARTIES = (SOMEBODY - PERSONS - {"they", "people", "school", "hospital", "museum"}) | word_set(
    "troop unit contingent peacekeepers group subsidiary utility supplier manufacturer carrier consortium ngo trust"
    " fund congress duma kremlin mp forces battalion fleet garrison patrol convoy developer contractor borough client"
    " brigade guard firm start-up plc railway club retailer broadcaster publisher producer"
)
# Names in -s of one thing.
_SINGULAR = word_set(
    "netherlands philippines emirates news politics economics crisis basis emphasis"
    " analysis thesis process series congress status census consensus campus apparatus virus access progress witness"
    " business press distress mess loss pass address headquarters mathematics physics logistics ethics tactics"
    " hypothesis diagnosis oasis progress success fortress wilderness illness bus gas lens canvas siemens airbus cyprus"
    " belarus honduras laos mauritius bahamas maldives seychelles athens brussels texas paris aramis cross mass"
    " christmas boss class glass grass compass prowess harness excess"
)
_PLURAL = word_set(
    "people men women children police personnel media data staff troops cattle feet criteria phenomena"
    " critics fanatics clinics republics"
)
_MULTI_STEM = {"ies": "y", "ches": "ch", "shes": "sh", "sses": "ss", "xes": "x"}
_OTHER_NAMES = word_set("russia türkiye palestine kosovo taiwan macedonia burma britain england scotland wales")


def is_plural(noun: str) -> bool:
    """Tell whether a noun is a plural by its form."""
    word = noun.casefold()
    if word in _PLURAL or word.endswith(("men", "people")):
        return True
    return word.endswith("s") and word not in _SINGULAR and not word.endswith(("ss", "us", "is", "ics", "'s"))


def singular(noun: str) -> str:
    """Return a noun in lower case and in the singular."""
    word = noun.casefold()
    if word.endswith("men"):
        return word[:-2] + "an"
    if not is_plural(word) or not word.endswith("s"):
        return {"children": "child"}.get(word, word)
    return next((word.removesuffix(end) + new for end, new in _MULTI_STEM.items() if word.endswith(end)), word[:-1])


@cache
def kind_of(noun: str) -> Kind | None:
    """Return what a common noun, given in the singular, names; None where no list has it."""
    for kind, nouns in _KINDS:
        if noun in nouns or noun.rpartition("-")[2] in nouns:
            return kind
    if noun.endswith(tuple(end.removesuffix("s") for end in ENDINGS_OF_PEOPLE)) and len(noun) > _SHORTEST_DOER:
        return Kind.PERSON if noun.endswith(("eer", "ist", "ian", "man", "woman", "minister", "person")) else None
    return None


_SHORTEST_DOER = 5
_KINDS = (
    (Kind.TIME, TIMES),
    (Kind.PERSON, PERSONS),
    (Kind.DOCUMENT, DOCUMENTS),
    (Kind.PLACE, PLACES),
    (Kind.PARTY, PARTIES),
)


@cache
def countries() -> frozenset[str]:
    """Return the short names of the world's states in lower case."""
    from babel import Locale

    names = Locale("en").territories.items()
    states = {name.split(" (")[0].casefold() for code, name in names if code.isalpha()}  # a number is of a continent
    return frozenset(states | _OTHER_NAMES)
