"""Finds the main clause of an English sentence, its frame, its subject and its verb. Pure patterns."""

from __future__ import annotations

import re

from claims.extraction.fields.attitude_cues import ADOPT, ASK, DEMAND, DENY, OFFER, PROMISE, REGRET, SAY, WELCOME
from claims.extraction.fields.cues import any_of
from claims.extraction.fields.parties import PARTY_BEFORE

_OWN_NOUN = r"(?:own )?(?i:country|delegation|government|ministry|office|nation|side|party|company|union|agency|team)"
SELF = any_of(
    r"""
    [Ww]e(?: all)?
    I
    [Mm]y <noun>
    [Oo]ur <noun>
    [Tt]his (?:ministry|government|office|delegation|party|council|company|union|agency)
    (?:[Ll]et|[Aa]llow|[Pp]ermit) (?:me|us)
    [Mm]ay I
    [Ii]t is (?:my|our) (?:\w+ )?(?:pleasure|honour|duty)
    """,
    noun=_OWN_NOUN,
)
_ADVERB = any_of(
    r"""
    \w+ly
    (?:also|now|again|still|therefore|always|even|never|already|today|yesterday|too|both|hereby|just|thus|ever|simply)
    (?:itself|himself|herself|themselves|ourselves|myself)
    once (?:more|again)
    very much
    in turn
    """
)
# Between a party and its verb, so that the deed is done: no "must", "may" or "not", and no passive.
DONE = rf"(?:,? (?:has|have|had|do|does|did|(?:is|are|was|were|been)(?= \w+ing\b)|{_ADVERB}),?)*"
OWN_LEAD = any_of(
    r"""
    ,?[ ](?:<adverb>|have|has|had|do|does|did|can|could|may|to|would|should|(?:am|are|is|was|were|been)(?= \w+ing\b)),?
    [ ](?:would|should) like to
    [ ](?:wish|wishes|want|wants|wanted|be allowed|have the honour) to
    [ ]must(?= (?:thank|express|commend|congratulate|pay|admit|condemn|deplore|confess)\b)
    [ ](?:begin|start|conclude|close|open|join (?:[\w’'-]+ ){1,6}?in)(?: by)?
    [ ]cannot but
    [ ]take this opportunity to
    """,
    adverb=_ADVERB,
)

QUESTION = re.compile(r"[?？][\"”’')\]]*$")
_FRAME = re.compile(
    any_of(
        r"""
        ^<self>(?:<lead>| must)* <frame>\b(?! with\b)(?:(?: [\w’'-]+){0,4}? (?:that|how)\b|[^,;:]{0,40}:)
        ^<self> (?:am|are|is|remain) (?:\w+ )?(?:convinced|certain|sure|confident|aware|of the (?:view|opinion)) that\b
        ^it (?:should|must|has to) be (?:\w+ )?(?:noted|stressed|recalled|added|said|emphasi[sz]ed) that\b
        ^it is (?:\w+ )?(?:clear|evident|obvious|plain|well known|no secret|known|a fact) that\b
        """,
        self=SELF,
        lead=OWN_LEAD,
        frame=any_of(
            """
            (?:remind|recall|stress|state|repeat|underline|note|reiterate|say|reaffirm|affirm|declare|add|point out)s?
            emphasi[sz]es?
            (?:inform|believe|consider|think|know|underscore|insist|maintain|hear|heard|read)s?
            """
        ),
    ),
    re.IGNORECASE,
)
_KINDS = {
    "denies": DENY,
    "regrets": REGRET,
    "welcomes": WELCOME,
    "offers": OFFER,
    "promises": PROMISE,
    "asks": ASK,
    "demands": DEMAND,
    "reports": SAY,
    "asserts": ADOPT,
}
_APPOSITION = r"(?:, (?:who|which|whose|an?|the|like|together|along|including|through|in|at|on|for) [^,]{1,80},)?"
# "Moscow has denied", "the mediators, a few hours ago, urged"
OTHER_CLAUSE = re.compile(
    rf"(?:that )?{PARTY_BEFORE}{_APPOSITION}{DONE} (?:"
    + "|".join(f"(?P<{kind}>{cues})" for kind, cues in _KINDS.items())
    + r")(?!\w)(?! by\b)"
)
_CONNECTIVE = re.compile(
    any_of(
        r"""
        (?:and|but|so|yet|yes|no|however|moreover|furthermore|nevertheless|therefore|instead|indeed|thus|likewise)
        (?:yesterday|today|tomorrow|now|then|still|even|here|there|again|meanwhile|earlier|later|only|\w+ly)
        (?:last|this) (?:week|month|year|spring|summer|autumn|winter|morning|evening|time|[a-z]+day|night)
        """
    )
    + ",? ",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    any_of(
        r"""
        in (?!the (?:words|view|opinion|eyes|account|telling|version|judge?ment|estimation) of)
        (?:at|on|for|from|to|with|through|under|since|until|by|after|before|during|despite|amid|over|within|across) \w
        """
    ),
    re.IGNORECASE,
)
_SUBORDINATED = re.compile(
    r"(?:while|although|though|when|whereas|as long as|once|if|unless|should|were|having|because|without) \w",
    re.IGNORECASE,
)
_COMMA = re.compile(r", (?:(?:and|but) )?")
# No comma tells where the subject begins: "On 3 May the delegation", "Through a lawyer the director", "From here I".
_SUBJECT = re.compile(
    any_of(
        r"""
        (?:[A-Z]?[a-z]+day|\d{1,4}|week|month|year|last) (?=[A-Z])
        (?:January|February|March|April|May|June|July|August|September|October|November|December) (?=[A-Z])
        \b(?!(?:<joint>)\b)[\w’'-]+ (?=(?:the|an?|its|their|some|several)\b)
        \b[\w’'-]+ (?=(?:we|I|my|our|this)\b)
        """,
        joint="of|in|to|at|on|for|from|with|by|and|that|what|which|as|than",
    )
)
_SUBJECT_REACH = 48  # characters within which a subject follows without a comma
OWN_SUBJECT = re.compile(rf"(?:(?:[Aa]nd|[Bb]ut|[Yy]es|[Nn]o|[Ss]o),? )?{SELF}\b(?:, [^,]{{1,60}},(?! (?:we|I)\b))?")
_OWN_BEHIND = re.compile(rf"[,;:] (?:(?:and|but) )?(?={SELF}\b)")
_SUBORDINATE = re.compile(r"[,;] (?:which|who|whose|where|although|though|even if|because|since|as)\b")
_REACH = 300  # characters within which the main clause begins


def drop_frame(text: str) -> str:
    """Drop "we stress that": what stands in it is the speaker's all the same (rule 1)."""
    found = _FRAME.match(text)
    return text[found.end() :].lstrip(" ,") if found else text


def cut_to_main_clause(text: str) -> str:
    """Drop a clause that hangs on the main one behind a comma, and what follows it."""
    return _SUBORDINATE.split(text, maxsplit=1)[0]


def find_clause_starts(body: str) -> list[int]:
    """List where the main clause may begin: at once, behind an adverbial, or where "we" follows a comma."""
    head = body[:_REACH]
    connective = _CONNECTIVE.match(head)
    first = connective.end() if connective else 0
    found: list[re.Match[str]] = []
    if _ADVERBIAL.match(head, first):
        found = [*_SUBJECT.finditer(head, first, _SUBJECT_REACH), *_COMMA.finditer(head, first)]
    elif _SUBORDINATED.match(head, first):
        found = [*_COMMA.finditer(head, first)]
    else:
        found = [*_OWN_BEHIND.finditer(head)]
    return [0, first, *(place.end() for place in found)]
