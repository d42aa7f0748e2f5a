"""Words by which noun phrases are told from what stands around them. Only data."""

from __future__ import annotations

import re

from claims.extraction.fields.cues import any_of, word_set
from claims.extraction.fields.tense import IRREGULAR_PAST

ARTICLES = word_set("the a an")
DEMONSTRATIVES = word_set("this these those such")
POSSESSIVES = word_set("its their his her our my your whose")
SEVERAL = word_set(
    "all both several many few most two three four five six seven eight nine ten eleven twelve dozens hundreds"
    " thousands various numerous these those"
)
DETERMINERS = (
    ARTICLES
    | DEMONSTRATIVES
    | POSSESSIVES
    | SEVERAL
    | word_set("any some no each every much another other either neither one certain")
)
FINITE = word_set("is are was were has have had will would can could may might must shall should does do did")
PREPOSITIONS = word_set(
    "of in on at by for from with to against over under across between into through within without about around among"
    " amid behind beyond near towards toward during after before since until despite notwithstanding via upon onto"
    " concerning regarding following along alongside inside outside throughout per contrary unlike like besides beneath"
    " above below off out up down than according because as except"
)
CLAUSE_OPENERS = word_set(
    "that which who whom if unless when where because while whereas although though after since as"
)
STOPS = (
    PREPOSITIONS
    | CLAUSE_OPENERS
    | word_set(
        "and or but nor yet so what why how whether however therefore thus hence moreover furthermore nevertheless"
        " nonetheless instead otherwise then have has had having is are was were be been being will would may might can"
        " could should shall must ought do does did cannot not never always still now already only also just even too"
        " very more less again once ever often soon yesterday today tomorrow ago later earlier here there i we he she"
        " it they us me him them you himself herself itself themselves ourselves myself yes let lest rather quite"
        " almost nearly far well away back together apart everything nothing something anything everyone nobody anyone"
        " someone somebody mine ours theirs hers forward enough perhaps indeed likewise meanwhile currently"
        " don't doesn't didn't isn't aren't won't can't wasn't weren't let's it's that's due prior"
    )
)
NOUNS_IN_LY = word_set(
    "family supply ally assembly monopoly anomaly rally reply italy july fly early only elderly daily"
)
# A capitalised word that opens a sentence and ends like this is no name.
COMMON_ENDINGS = (
    "tion",
    "sion",
    "ing",
    "ity",
    "ness",
    "ment",
    "ance",
    "ence",
    "ism",
    "ship",
    "ure",
    "age",
    "ed",
    "ly",
    "ade",
    "ice",
    "acy",
    "ory",
    "ery",
    "phy",
    "ogy",
    "ics",
    "als",
    "ers",
)
PARTICIPLES_LIKE_ADJECTIVES = word_set("armed united limited advanced occupied displaced disputed alleged so-called")
NOUNS_IN_ING = word_set(
    "meeting building crossing understanding peacekeeping shipping mining shelling hearing training funding filling"
    " ruling briefing beginning housing warning finding holding landing proceeding spending bombing killing fishing"
    " mooring dwelling wing king ring spring string thing opening closing drilling dredging ceiling railing testing"
)
# As verbs they are told by the name or article behind them: the support, Moscow supports the plan.
NOUNS_TOO = word_set(
    "attack attacks blame breach breaches block blocks call calls claim claims concern concerns control controls cost"
    " costs cover covers demand demands fear fears grant grants guarantee guarantees guaranteeing harm harms lack lacks"
    " link links note notes offer offers order orders plan plans regard regret regrets report reports respect respects"
    " result results return returns supply supplies support supports trust use uses welcome welcomes work works"
)
_VERBS = (
    "accuse achieve acknowledge admit adopt affect agree allow announce appear apply argue assert become/became believe"
    " belong bind/bound bring/brought carry cite come/came commit comply conclude condemn confirm consider constitute"
    " contain continue contradict create declare deliver demonstrate deny depend deploy deprive describe deserve"
    " destroy deteriorate disregard enable endanger ensure enter establish exceed exist expect explain express fail"
    " follow forbid/forbade/forbidden fulfil fulfill give/gave/given go/went/gone grow/grew/grown hinder ignore impede"
    " implement impose improve include insist intend introduce invite involve justify keep/kept know/knew/known"
    " make/made mean/meant obey oblige obstruct occupy occur oppose owe pass persist pose possess prevent proceed"
    " prohibit prove protect provide receive recognise recognize refuse reiterate reject rely remain remind remove"
    " replace require resolve restrict retain say/said seek/sought seem serve settle speak/spoke/spoken stipulate"
    " suggest take/took/taken tell/told threaten think/thought undermine understand/understood"
    " undertake/undertook/undertaken urge violate want warn withdraw/withdrew/withdrawn reaffirm seize"
    " begin/began/begun maintain let put set buy/bought teach/taught catch/caught bear/bore/borne hide/hid/hidden read"
    " mislead/misled deal/dealt feel/felt drive/drove/driven flee/fled feed/fed fly/flew/flown"
)
VERB = re.compile(f"(?:{IRREGULAR_PAST}|" + any_of("\n".join(f"~{verb}" for verb in _VERBS.split())) + ")")
# Nouns with "the" that mostly mean nothing in particular that was named before.
VAGUE_NOUNS = word_set(
    "world people right work way fact reason part need rest end lack use number level basis peace course case aim goal"
    " result cause effect light form face hand life time place order matter issue problem question situation ground"
    " people process role sake future past present public law truth answer name sense kind sort thing sky earth sun"
    " planet economy environment climate majority minority other same latter former only whole"
)
ABSTRACT_ENDINGS = ("ty", "ness", "ence", "ance", "ism", "tude", "dom", "ment", "ing")
