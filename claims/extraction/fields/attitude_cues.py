"""Words that tell how a party stands to what it says, one cue a line, in the notation of ``cues``. Only data."""

from __future__ import annotations

from claims.extraction.fields.cues import any_of

# "reports that", against "reports to the board".
_CONTENT = r"(?=(?: (?:to|in|on|at|with|before|once|yesterday|today) (?:[\w’'-]+ ){0,5}?)? ?that\b|:|,? ?[“\"‘]| how\b)"
# Without "that": "believe the sluices were opened", against "claim the island".
_CLAUSE = (
    r"(?! (?:is|are|was|were|has|have|had|of|in|on|for|with|against|over|the li(?:fe|ves)|\d))\b"
    r"(?=.*?\b(?:is|are|was|were|has|have|had|will|would|can|could|do|does|did|be|being|to)\b)"
)
_MOVED = r"(?:(?!not\b|no\b|less\b)[\w-]+ ){0,2}"

SAY = any_of(
    r"""
    ~say/said(?! to\b)
    ~allege
    (?:~claim|~argue|~insist|~believe|~assert|~maintain|~contend|~pretend)<content>
    (?:~claim|~argue|~insist|~believe)<clause>
    (?:~state|~report|~declare|~announce|~warn|~estimate|~complain|~write/wrote/written|~reply|~hint)<content>
    (?:~explain|~predict|~assume|~hold/held|~think/thought|~speculate|~profess|~purport|~testify)<content>
    ~tell/told (?:us|you|me|anyone|reporters|journalists|(?:the|its|our|my|a|their|his|her|this) \w+)\b
    ~speak/spoke/spoken of
    ~explain the
    (?:~describe|~portray|~depict)\b(?=.* as\b)
    ~accuse
    ~call (?:it|this|that|him|her|them|us|(?:the|our|my|these|those) (?:[\w’'-]+ ){1,5}?)(?: ?an?\b|(?= ?[“\"‘]))
    would have (?:us|you|the world) believe
    ~estimate (?:the|its|their)
    """,
    content=_CONTENT,
    clause=_CLAUSE,
)

# The reporter takes for true what such a verb reports (guideline rule 2).
ADOPT = any_of(
    """
    ~admit
    ~confirm
    ~reveal
    ~disclose
    ~point out
    ~concede
    ~acknowledge
    (?:~recognise|~recognize)
    (?:~realise|~realize)
    ~show/showed/shown
    ~prove/proved/proven
    ~demonstrate
    ~establish
    ~find/found
    ~discover
    ~know/knew/known
    ~recall
    ~note
    ~observe
    ~record
    ~learn
    """
)

CHARGE = any_of(
    """
    (?:accusation|allegation|claim|charge|report|rumour|rumor|assertion|suggestion|insinuation|statement|narrative|myth)s?
    stor(?:y|ies)
    (?:notion|idea|talk|contention|thesis|theory|version|legend)
    figures? given
    (?:supposed|alleged|so-called)
    """
)

FALSE = any_of(
    r"""
    (?:baseless|groundless|unfounded|untrue|false|wrong|absurd|malicious|fictitious|ridiculous|preposterous|nonsense)
    (?:slander|fiction|lies|invented|fabricat\w+|devoid of)
    an? (?:\w+ )?(?:lie|invention|fabrication|myth|slander|fairy tale|fiction)
    pure (?:fiction|invention|fantasy)
    nothing (?:but|more than) (?:an? )?(?:\w+ )?(?:invention|fiction|fabrication|slander|lies?|propaganda|rumours?)
    without (?:any |the slightest )?(?:foundation|basis|substance)
    no (?:\w+ )?(?:foundation|basis|substance|truth)
    not true
    not (?:correspond to|hold|exist|happen|occur|take place)
    never (?:existed|happened|occurred|taken place|took place)
    (?:at odds with|contrary to) the facts
    """
)

DENY = any_of(
    r"""
    (?:~deny|~refute|~dispute|~repudiate|~contest|~rebut)
    (?:~reject|~dismiss)(?=.*?\b(?:<charge>|that|as)\b)
    ~call (?:\S+ ){1,8}?<false>
    """,
    charge=CHARGE,
    false=FALSE,
)

REGRET = any_of(
    r"""
    (?:~regret|~deplore|~condemn|~mourn|~lament|~denounce|~grieve|~abhor)
    ~protest (?:against|at)
    ~be <moved>(?:disappointed|concerned|alarmed|dismayed|saddened|appalled|worried|troubled|shocked|outraged|sorry)
    ~be <moved>(?:puzzled|disturbed|distressed|ashamed|perplexed|horrified|sad|angry|indignant|frustrated)
    ~remain <moved>(?:disappointed|concerned|alarmed|worried|troubled|disturbed|distressed)
    ~find/found it <moved>(?:regrettable|deplorable|disappointing|shameful|sad|alarming|troubling|disturbing)
    (?:~voice|~express|~convey|~share) (?:(?:the|its|our|their|my|his|her) )?<moved>(?:concern|regret|dismay|sorrow)
    (?:~voice|~express|~convey|~offer) (?:(?:its|our|their|my|his|her) )?<moved>(?:condolences|alarm|sadness|sympathy)
    (?:~apologise|~apologize)
    (?:~view|~note|~state|~say/said) with <moved>(?:concern|regret|alarm|dismay|sadness)
    """,
    moved=_MOVED,
)

WELCOME = any_of(
    r"""
    (?:~welcome|~thank|~commend|~congratulate|~applaud|~praise|~appreciate|~salute|~hail|~rejoice|~greet)
    ~pay/paid <moved>tribute
    ~be <moved>(?:grateful|delighted|pleased|glad|heartened|encouraged|thankful|proud|indebted|happy|gratified)
    (?:~voice|~express|~convey|~extend) (?:(?:its|our|their|my|his|her) )?<moved>(?:gratitude|appreciation|thanks)
    (?:~express|~convey|~extend|~offer) (?:(?:its|our|their|my|his|her) )?<moved>(?:congratulations|satisfaction)
    (?:take|takes|took) heart
    (?:~take/took/taken note|~note) with <moved>(?:satisfaction|appreciation|pleasure)
    ~owe <moved>(?:thanks|gratitude)
    """,
    moved=_MOVED,
)

OFFER = any_of(
    r"""
    (?:~be|~stand/stood|~remain) (?:(?!not\b)\w+ )?(?:ready|prepared|willing|open|disposed|happy) (?:to|for)
    (?:would|['’]d) (?:\w+ )?(?:be (?:glad|happy|willing|ready|prepared|pleased) to|gladly)
    (?:~propose|~offer|~invite)
    ~suggest that
    ~put/put forward (?:[\w-]+ ){1,4}?(?:proposal|initiative|plan|offer|suggestion)s?
    ~be at (?:your|their|its|the) (?:\w+['’]s? )?disposal
    """
)

PROMISE = any_of(
    r"""
    ~undertake/undertook/undertaken
    (?:~pledge|~promise|~vow|~guarantee|~assure|~swear/swore/sworn)
    ~commit (?:ourselves|itself|themselves|himself|herself|myself)
    ~bind/bound (?:ourselves|itself|themselves|himself|herself|myself)
    ~give/gave/given (?:(?:you|them) )?(?:our|my|its|his|her|their) (?:\w+ )?word
    ~give/gave/given (?:a|the|our|my) (?:\w+ )?undertaking
    (?:~be|~remain) (?:\w+ )?(?:resolved|determined|committed) to
    (?:~intend|~plan) to
    """
)

DEMAND = any_of(
    r"""
    ~call (?:once (?:more|again) )?(?:on|upon|for)
    (?:~urge|~demand|~exhort|~implore|~beseech|~request)
    ~insist (?:that (?:\w+ ){1,5}?(?:must|be|withdraw|stop|return|pay|open|release)|on)
    ~appeal (?:once (?:more|again) )?(?:to|for)
    ~expect (?:\w+ ){1,6}to
    ~require (?:that|(?:\w+ ){1,6}to)
    ~ask (?:that|(?!what\b|how\b|why\b|when\b|whether\b)(?:\w+ ){1,6}to)
    """
)

ASK = any_of(
    r"""
    ~ask (?:(?:[\w’'-]+ ){1,5})?(?:for|whether|if|why|how|what|who|when|where|about)
    (?:~inquire|~enquire|~wonder)
    ~want to know
    (?:would|['’]d|should) like to (?:know|ask|learn)
    ~seek/sought (?:to know|to learn|an (?:answer|explanation)|clarification|information)
    ~request (?:[\w’'-]+ ){0,3}?(?:information|clarification|explanation|answers?|copy|copies|details|figures|documents)
    """
)
