"""Words that tell what two claims clash over, one cue a line, in the notation of ``cues``. Only data."""

from __future__ import annotations

import re

from claims.extraction.fields.cues import any_of

_TABLES = {
    "negation": r"""
        \b(?:not|no|nor|neither|none|nothing|nobody|never|cannot|without|nowhere)\b
        n[’']t\b
    """,
    "bare_not": r"""
        \b(?:~be|~have|do|does|did|will|would|could|can|may|must|should|shall)(?: (?:\w+ly|ever|yet))? not\b
        \bcannot\b
        n[’']t\b
    """,
    "flat_denial": r"""
        \bno such\b
        \bnothing of the (?:kind|sort)\b
        \bno (?:\w+ )?(?:whatever|whatsoever|at all)\b
        \b(?:~deny|~reject|~refute|~dispute|~contest)\b
        \b(?:untrue|false|baseless|groundless|unfounded|invented|invention|fabrication|fairy tale|myth|lie)\b
        \bno truth\b
        \bat no (?:point|time|stage)\b
    """,
    "every": r"""
        \b(?:all|every|each|everyone|everybody|everything|everywhere|entire|entirely|whole|wholly|throughout)\b
        \b(?:always|invariably|constantly|without (?:exception|interruption|fail)|fully|completely)\b
        \b(?:any|anyone|anybody|anything|anywhere|whoever|whatever|whenever|wherever)\b
    """,
    "none": r"""
        \b(?:never|none|nobody|nothing|nowhere|no one|neither)\b
        \bnot (?:one|once|a single|a soul|even one|any|an? \w+ of)\b
        \bno (?:\w+ )?(?:has|have|was|were|is|are|can|may|could)\b
        \bno \w+
    """,
    "only": r"""
        \b(?:only|sole|solely|alone|exclusively|nothing but|no other|none but|merely|purely|first|last)\b
        \b(?:most|largest|best|worst|lowest|highest|oldest|cheapest|biggest|smallest)\b
    """,
    "instance": r"""
        \b(?:some|several|a few|a number of|many|few|half|part of|among them|for (?:example|instance)|except|but for)\b
        \b(?:at least (?:one|two|three)|(?:one|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens) of)\b
        \b(?:once|twice|in one case|on one occasion|two of|one of|another)\b
    """,
    "possible": r"""
        \b(?:may|might|could|can|possible|possibly|possibility|perhaps|able|capable|feasible|unlikely|likely)\b
        \b(?:~permit|~allow|within (?:the )?(?:reach|power)|entitled|at liberty|free to|option)\b
    """,
    "impossible": r"""
        \b(?:cannot|could not|impossible|impossibility|unable|incapable|excluded|inconceivable|ruled out)\b
        \b(?:out of the question|no (?:way|means|possibility|chance|room|power)|beyond (?:the )?(?:reach|power))\b
        \b(?:by no means|no known|there is no \w+ing)\b
    """,
    "ought": r"""
        \b(?:must|should|ought|shall)\b
        \b(?:~be|~have) to\b
        \b(?:need|needs|needed|necessary|required?|requires|obliged|obligation|duty|bound to|task)\b
        \b(?:~urge|~demand|~call on|~call for|~insist|~ask|~propose|~recommend)\b
        \b(?:deserves?|belongs?|let (?:us|the|them|it)|has no place|no place|time to|time for|high time)\b
        \b(?:has (?:every|a|the|no) right|have (?:every|a|the|no) right|right to|no business)\b
        \b(?:acceptable|unacceptable|inadmissible|wrong|right|fair|unfair|just|unjust|proper|better|best|worse)\b
    """,
    "needless": r"""
        \b(?:need not|no need|needs no|unnecessary|superfluous|no duty|no obligation|not obliged|not bound|free to)\b
        \b(?:~be|~have) no (?:reason|cause|case|call)\b
    """,
    "legal": r"""
        \b(?:lawful|unlawful|legal|illegal|legally|lawfully|unlawfully|illegally|legality|legitimate|illegitimate)\b
        \b(?:~breach|~violate|violation|violations|~infringe|infringement|offends?|trespass|crime)\b
        \b(?:valid|invalid|void|null|binding|bound|force|effect|sovereignty|sovereign|title|jurisdiction|competence)\b
        \b(?:law|laws|constitution|constitutional|unconstitutional|statute|statutes|act|code|rules?|mandate|warrant)\b
        \b(?:consistent with|in line with|in accordance|accordance|contrary to|complies|comply|compliance|conform\w*)\b
        \b(?:justified|unjustified|excessive|proportionate|disproportionate|reasonable|arbitrary|legitimately)\b
    """,
    "value": r"""
        \b(?:fair|unfair|good|bad|safe|unsafe|dangerous|harmless|sound|unsound|proper|improper|excellent|poor|fine)\b
        \b(?:success|failure|disgrace|scandal|honest|dishonest|discrimination|good faith|bad faith|independent|biased)\b
        \b(?:reliable|unreliable|adequate|inadequate|sufficient|insufficient|appropriate|generous|robbery|theft)\b
    """,
    "document": r"""
        \b(?:article|articles|clause|clauses|paragraph|section|annex|text|wording|words|letter|protocol|treaty)\b
        \b(?:agreement|convention|charter|contract|resolution|communiqué|memorandum|judgment|ruling|minutes|report)\b
        \b(?:~provide|~mention|~state|~say/said|~read|~refer|~cover|~forbid|~speak/spoke/spoken of|~promise|silent)\b
        \b(?:~apply|applies|~contain|~leave/left|under the|as agreed|~oblige|~grant|~guarantee)\b
    """,
    "cause": r"""
        \b(?:because|cause|causes|caused|owing to|due to|on account of|reason|reasons|thanks to|results?|resulted)\b
        \b(?:led to|brought about|~produce|consequence|therefore|why|effect|effects|behind it|stems?|~explain|~drive)\b
        \b(?:nothing to do with|no (?:connection|link|bearing)|not (?:because|by)|had no hand|on its own account)\b
        \b(?:~raise|~reduce|~increase|~lower|~improve|~harm|~help|~save|~kill|~make/made|~destroy)\b
    """,
    "blame": r"""
        \b(?:blame|blamed|fault|responsib\w+|at the door|culprit|guilty|guilt|culpable|answerable|liable)\b
        \b(?:negligence|neglect|~fail|failure|error|carelessness|wrecked|brought down)\b
    """,
    "agent": r"""
        \b(?:by|who|whom|whose|himself|itself|themselves|ourselves|own)\b
        \bit was [^,.;]{1,60}? (?:who|that|which)\b
        \b(?:initiative|at the request|at his request|~propose|~initiate|~offer|~ask|~invite|~refuse|~attack)\b
    """,
    "swap_verbs": r"""
        \b(?:~sell/sold|~buy/bought|~pay/paid|~owe|~lend/lent|~borrow|~give/gave/given|~take/took/taken|~receive)\b
        \b(?:~open fire|~shoot/shot|~strike/struck|~break/broke/broken|~start|~begin/began/begun|~write/wrote/written)\b
    """,
    "again": r"""
        \b(?:again|once more|anew|any longer|no longer|any more|anymore|still|another|further|renewed|return\w*|back)\b
        \b(?:~stop|~cease|~resume|~restore|~restart|~continue|~reopen|~remain|~end|~lift|~withdraw/withdrew/withdrawn)\b
        \b(?:the fact that|remnants?|since|after|before|now that|~regret|~know/knew/known|~realise|~admit|~forget)\b
        \b(?:even though|despite|~repeat|second time|replacement|successor|former|formerly|used to|~keep/kept)\b
    """,
    "never_was": r"""
        \b(?:never (?:been|had|existed|was|were|stopped|closed|began|started|left)|there (?:never|was no|is no))\b
        \bno [\w ’'-]{1,40}? (?:ever|existed|exists|was|were|has|had|have)\b
        \b(?:~do|did) not exist\b
        \b(?:existed?|exists|there to|to begin with|in the first place)\b
    """,
    "when": r"""
        \b(?:before|after|until|since|during|while|when|ago|already|later|earlier|yet|still|first|then|soon|once)\b
        \b(?:days?|weeks?|months?|years?|hours?|minutes?|decades?|century|morning|afternoon|evening|night|noon|dawn)\b
        \b(?:at once|immediately|promptly|on time|in time|late|too late|delay|delayed|long before|on the day)\b
        \b(?:yesterday|today|tomorrow|spring|summer|autumn|winter|christmas|easter|midnight|weekend)\b
    """,
    "calendar": r"""
        \b(?:january|february|march|april|june|july|august|september|october|november|december)\b
        \b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b
        \b(?:1[5-9]|20)\d\d\b
        \b\d{1,2}[:.]\d\d\b
        \bo[’']clock\b
    """,
    "number": r"""
        \d
        \b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b
        \b(?:eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?)\b
        \b(?:millions?|billions?|half|third|thirds|quarters?|fifth|tenth|twice|double|per cent|percent|dozen)\b
    """,
    "amount": r"""
        \b(?:more than|less than|fewer than|at least|at most|about|nearly|some \d|over \d|under \d|up to|only \d)\b
        \b(?:number|total|in all|altogether|share|majority|minority|most|sum|price|cost|costs|amount|count|average)\b
    """,
    "where": r"""
        \b(?:north|south|east|west|northern|southern|eastern|western|inside|outside|border|frontier|boundary|shore)\b
        \b(?:kilometres?|metres?|miles?|nautical|territory|territorial|waters|soil|side of|bank|upstream|downstream)\b
        \b(?:abroad|home|at the (?:\w+ )?(?:gate|bridge|station|port|airport|factory|school|square)|road|street)\b
        \b(?:village|town|city|island|valley|hill|river|lake|harbour|room|cellar|hall|building|roof|camp|base|where)\b
        \b(?:came from|took off|landed|lay|lies|stood|stands|found (?:in|at|on|under|beside)|buried|held in|situated)\b
    """,
    "will": r"""
        \b(?:will|shall|going to|won[’']t|by the end of|expected to|forecast\w*|~predict|in future|next year)\b
    """,
    "known": r"""
        \b(?:~know/knew/known|aware|~inform|~warn|~tell/told|~notify|~consult|~learn|~hear/heard|~announce|notice)\b
    """,
    "agreed": r"""
        \b(?:~agree|~consent|~accept|~sign|~approve|~promise|~vote|agreement|consensus|~refuse|~decline|~object)\b
    """,
}
CUES = {name: re.compile(any_of(table), re.IGNORECASE) for name, table in _TABLES.items()}
