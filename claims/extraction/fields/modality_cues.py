"""Words that tell what kind of content a claim has, one cue a line, in the notation of ``cues``. Only data."""

from __future__ import annotations

from claims.extraction.fields.cues import any_of

_SELF = (
    r"(?:we|i|this (?:government|ministry|council|company|party|union|delegation)"
    r"|(?:my|our) (?:country|government|delegation|company|ministry|union|party|side|team|people|nation))"
)
_MILDLY = r"(?: (?:\w+ly|do|also|very much|all|still|now|never|always|therefore|can only|would))*"
_FELT = any_of(
    r"""
    angry|furious|indignant|outraged|shocked|appalled|dismayed|frustrated|impatient|weary|tired of
    afraid|worried|concerned|alarmed|anxious|uneasy
    saddened|sad|sorry|unhappy|disappointed|ashamed
    proud|delighted|pleased|thrilled|happy|heartened|encouraged|relieved|grateful|moved by|touched|honou?red
    confident|hopeful
    """
)

CONDITION = any_of(
    r"""
    ^(?:and |but |so )?if (?!anything\b|i may\b|you (?:like|will|please)\b|not\b)
    ^(?:and |but |so )?(?:unless|provided|on condition that|as long as|so long as|only if|only when|only once|suppose)\b
    ^(?:and |but |so )?(?:were|had) (?:the|any|it|they|he|she|we|another|one|either|its|our|their|that|this|an?|no)\b
    ^should \w+
    ^were \w+ to\b
    \b(?:unless|only if|if and only if|provided that|as long as|so long as)\b
    \b(?:on (?:the )?(?:sole )?condition that|only on condition|in the event (?:that|of))\b
    , provided\b
    (?<!has )(?<!have )(?<!had )\bprovided (?:they|it|he|she|we|you|there|both|neither)\b
    , if (?!any\b|not\b|only\b|ever\b|you (?:will|like|please)\b)
    <of_doubt> if (?:the|it|they|he|she|we|its|our|their|no|both|all|either)\b
    ^without [^.;]*?\b(?:can|could|will|would|shall)(?: be (?:no|nothing)\b| not\b|not\b| never\b)
    """,
    of_doubt=r"(?<!even)(?<!\bas)(?<!\bsee)(?<!\bask)(?<!asked)(?<!know)(?<!wonder)(?<!check)",
)
# "Should you wish to see them" asks for nothing in return.
POLITE = any_of(
    r"\b(?:should|if) (?:[\w’'-]+ ){1,4}?(?:so )?(?:wish|wishes|desire|desires|like|likes|want|wants|prefer|prefers)\b"
)

ATTITUDE = any_of(
    r"""
    <start><self><mildly> (?:hope|wish|fear|worry|long|yearn|trust|despair|dread|feel)s?\b
    <start><self><mildly> (?:admire|resent|love|hate|cherish)s?\b
    <start><self> (?:share|place|have|take|hold) (?:\w+ ){0,4}?<feeling>\b
    ^[^,;:]{1,60}?\b(?:~be|~remain|feels?|felt) (?:\w+ ){0,2}?<felt>\b(?! to (?:host|lend|send|share|meet|help)\b)
    ^[^,;:]{1,60}?(?<!is )(?<!are )(?<!to )\b(?:~regret|~deplore|~mourn|~lament|~welcome|~abhor|~despise)\b(?! by\b)
    ^[^,;:]{1,60}?\b(?:~commend|~congratulate|~applaud|~praise|~salute)\b(?! by\b)
    ^(?:it is )?(?:my|our) (?:\w+ )?(?:hope|wish|fear|worry|conviction|dream)s? (?:is|that|remains)\b
    ^(?:(?:warm|heartfelt|sincere|our|my|many) )*(?:congratulations|condolences|thanks(?! to [^,]+,)|best wishes)\b
    ^(?:what|how) [^,;:]*!$
    \b(?:pleases?|pains?|saddens?|delights?|worries|frightens|angers|heartens|moves|touches) (?:us|me)\b
    \b(?:with|to) (?:our|my|a|great|deep|profound) (?:\w+ )?(?:regret|sorrow|joy|relief|dismay|pride|gratitude|heart)\b
    \b(?:my|our) (?:\w+ )?(?:thoughts|hearts?|gratitude|condolences|sympathy|admiration) (?:is|are|goes?)\b
    """,
    start=r"^(?:[^,;:]{0,60}, )?",
    self=_SELF,
    mildly=_MILDLY,
    felt=_FELT,
    feeling=(
        r"(?:hope|fears?|concerns?|worry|confidence|joy|sorrow|grief|anger|unease|pride|doubts?|trust|admiration|respect"
        r"|sympathy|pleasure)"
    ),
)

OFFER = any_of(
    r"""
    \b(?:is|are|am|stands?|remains?) (?:(?!not\b)\w+ )?(?:ready|prepared|willing|open|disposed) to\b
    \b(?:we|i) (?:\w+ly )?(?:propose|offer|invite)\b
    \bpropose (?:to|that)\b
    \bat (?:your|their|its|the \w+) disposal\b
    \bwould (?:\w+ )?(?:gladly|be (?:glad|happy|willing|ready|prepared|pleased)|welcome)\b
    \b(?:happy to|glad to) (?:host|lend|send|share|receive|meet|help|provide)\b
    \b(?:we|i) suggest that\b
    \b(?:may|can) (?:have|get|borrow|use|claim|collect) [^;:]*\b(?:from us|free of charge|at no cost|at our expense)\b
    \bour (?:doors?|hand) (?:is|are|stands?|remains?) (?:\w+ )?(?:open|outstretched|extended)\b
    """
)
POSSIBILITY = any_of(
    r"""
    (?<!the )(?<![“"])\bmight\b(?! (?:of|is)\b)
    (?<!nobody )(?<!no one )\b(?-i:may)\b(?! (?:i|only|know|recall|remember|wonder|ask|be aware)\b| not\b)
    \b(?-i:may) not (?:have|succeed|happen|suffice|work|come|know|last|survive|seem|look|reach|want|like|need|exist)\b
    \b(?-i:may) not be (?!\w+ed\b|sold\b|brought\b|taken\b|worn\b|built\b|held\b|put\b)
    \bcould\b(?! not (?!have\b)\w)
    \bmust (?:have|by then have|surely have|at that hour have) \w+
    \bmust (?:be|have been) (?:lying|mistaken|wrong)\b
    \b(?:cannot|can not|can['’]t) be (?:excluded|ruled out|discounted)\b
    \b(?:do|does|cannot|can|could) ?not (?:exclude|rule out|discount)\b
    \b(?:seem|appear)(?:s|ed)?(?: \w+ly)? (?:to|that|as if|as though|likely)\b
    \b(?:seems|it (?:seems|appears|looks))\b
    \b(?:apparently|reportedly|allegedly|supposedly|seemingly|purportedly)\b
    \b(?:possibly|perhaps|maybe|probably|presumably|conceivably)\b
    \b(?:is|are|was|were) (?:said|thought|believed|understood|rumoured|reported|alleged|suspected) to\b
    \b(?:is|are|seems?) (?:\w+ )?(?:possible|conceivable|plausible|likely)\b
    \b(?:likely|possible|conceivable) that\b
    \bit is not impossible\b
    \bthere (?:are|is) (?:\w+ )?(?:signs?|indications?|hints?|a (?:\w+ )?(?:chance|possibility|risk)) (?:that|of)\b
    \b(?:to|by) all appearances\b
    \bin all likelihood\b
    \bthere is reason to (?:believe|suspect|think)\b
    """
)
PROMISE = any_of(
    r"""
    (?:^|[,;:] |\b(?:and|but|so|thing|that) )<self><mildly>(?: (?:will|shall)\b|['’]ll\b)(?! (?:\w+ )?<worse>\b)
    \b<self> (?:\w+ )?(?:(?:am|are|is) (?:\w+ )?going to|intends?(?= to)|plans? to|means? to|aims? to)\b
    \b<self><mildly> (?:pledge|promise|undertake|vow|guarantee|swear)s?\b
    \bcommit(?:s|ted)? (?:ourselves|itself|myself)\b
    \b(?:you have|here is|on) (?:my|our) word\b
    \b(?:solemn|our|my|firm) (?:undertaking|commitment|promise|pledge) (?:that|to)\b
    \b(?:we|i|am|are) (?:resolved|determined|committed) to\b
    \b(?:rest assured|be assured|you can count on us|binds? itself)\b
    """,
    self=_SELF,
    mildly=_MILDLY,
    worse=r"(?:see|find|face|know|be able|have|need|lose|suffer|regret|live|remember|wake|pay dearly|all)",
)
NORM = any_of(
    r"""
    \b(?:must|should|ought|shall not|may only|has to|have to|had to|needs? to be|needed to be|is to be|are to be)\b
    \b(?-i:may) not\b
    \b(?:nobody|no one|no \w+) (?:may|shall|can)\b
    \b(?:is|are|was|were|remains?|stands?) (?:\w+ )?(?:obliged|bound|required|entitled)\b
    \b(?:is|are|was|were|remains?|stands?) (?:\w+ )?(?:forbidden|prohibited|permitted|allowed)\b
    \b(?:is|are|was|were|remains?) (?:\w+ )?(?:under (?:a|the|an|no) (?:\w+ )?(?:duty|obligation)|duty-bound|owed)\b
    \b(?:is|are|was|were|remains?) (?:\w+ )?(?:(?:un)?lawful|(?:il)?legal|(?:il)?legitimate|(?:un)?constitutional)\b
    \b(?:is|are|was|were|remains?) (?:\w+ )?(?:inadmissible|impermissible|unacceptable|void|in breach|binding)\b
    \b(?:has|have|had) (?:the|a|every|no|an|full) (?:\w+ )?(?:right|duty|obligation|entitlement)\b
    \b(?:no|the) right to\b
    \b(?:duty|obligation|task|responsibility) (?:to|is|lies)\b
    \b(?:is|are|remains) (?:the|our|their|its|a|an) (?:\w+ )?(?:duty|obligation|responsibility|right)\b
    \b(?:bear|bears|have|has) (?:a|the|an) (?:\w+ )?(?:duty|obligation|responsibility)\b
    \bit is (?:for|up to|incumbent|imperative|essential|vital|(?:high )?time)\b
    \b(?:forbids?|prohibits?|obliges?|entitles?)\b
    \brequires? (?:that|(?:\w+ ){1,5}to)\b
    \bowes?\b
    \bcall(?:s|ed)? (?:on|upon)\b
    \b(?:demand|urge|insist)s?\b
    \bhas no place\b
    \bnot (?:be )?(?:permitted|allowed|admissible|tolerated)\b
    \bcannot be (?:allowed|tolerated|permitted|accepted)\b
    \b(?:violates?|in violation of)\b
    """
)
PREDICTION = any_of(
    r"""
    (?<!\bthe )(?<!its )(?<!their )(?<!our )(?<!political )(?<!free )\bwill\b(?! of\b)
    \b(?:shall(?! be noted)|won['’]t)\b
    ['’]ll\b
    \b(?:is|are) (?:\w+ )?(?:going|about|set|bound|expected|scheduled|forecast) to\b
    \b(?:is|are) (?:\w+ )?(?:sure|certain|likely|unlikely|destined|doomed) to\b
    \b(?:is|are) expected\b
    \b(?:is|are) due to (?:be|open|start|begin|end|close|meet|arrive|take|vote|expire|run|come)\b
    \bwe expect\b
    """
)
# Sure of the outcome, if not quite: "will probably pass", "is bound to become".
FORESEEN = any_of(
    r"""
    \b(?:will|shall)(?: \w+)? (?:probably|likely|certainly|surely|presumably|undoubtedly)\b
    \b(?:probably|certainly|surely|undoubtedly|in all likelihood),? (?:[\w’'-]+ ){0,8}?will\b
    \b(?:is|are) (?:\w+ )?bound to (?:be(?:come)?|rise|fall|fail|end|come|happen|grow|get|follow)\b
    \b(?:is|are) (?:\w+ )?bound to (?:lose|lead|win|return|prove|remain|cost|run)\b
    \b(?:is|are) (?:\w+ )?(?:un)?likely to (?!have\b)
    """
)
