"""Words that tell a speaker's own attitude, one cue a line, in the notation of ``cues``. Only data."""

from __future__ import annotations

from claims.extraction.fields.attitude_cues import ASK, DEMAND, DENY, OFFER, PROMISE, REGRET, WELCOME
from claims.extraction.fields.cues import any_of
from claims.records import Attitude

_CONCEDE = any_of(
    r"""
    (?:~admit|~concede|~grant|~acknowledge|~confess)
    own (?:up|that)
    (?:have to|must) (?:own|admit|accept|concede)
    (?:~accept|~agree) that
    make no secret
    ~be (?:\w+ )?(?:wrong|mistaken|at fault|to blame)
    """
)

WILL = any_of(
    r"""
    (?:will|shall|['’]ll)(?! (?:\w+ )?<worse>\b)
    (?:am|are|is) going to
    (?:am|are|is) (?:determined|resolved|committed)
    """,
    worse=r"(?:see|find|face|know|be able|have|need|lose|suffer|regret|live|remember|wake|pay dearly)",
)

# Behind "we" or the speaker's name, the first that fits.
BY_VERB = (
    (Attitude.CONCEDES, _CONCEDE),
    (Attitude.ASKS, ASK),
    (Attitude.DENIES, any_of("<deny>\n(?:~reject|~dismiss)\nknow nothing of", deny=DENY)),
    (Attitude.OFFERS, OFFER),
    (Attitude.REGRETS, REGRET),
    (Attitude.WELCOMES, WELCOME),
    (Attitude.PROMISES, PROMISE),
    (Attitude.DEMANDS, DEMAND),
    (Attitude.PROMISES, WILL),
    (Attitude.DEMANDS, r"(?:must|should|ought to|have to|need to)(?! (?:say|state|add|note|tell|admit|confess)\b)"),
)

# Anywhere in a sentence.
UNDISPUTED = any_of(
    r"""
    \b<self> (?:\w+ )?(?:(?:do|does|did|will|can|would|could) ?not|never) (?:\w+ )?(?:deny|dispute|hide|contest)\b
    \b(?:no one|nobody) (?:here |among us )?(?:denies|disputes|would deny|can deny)\b
    \b(?:is|are) right (?:that|to say|about|when)\b
    \b(?:mistakes|errors) (?:was|were|have been) made\b
    \b(?:fault|mistake|error) was (?:ours|mine)\b
    \bwas (?:our|my) (?:\w+ )?(?:mistake|fault|error|failing|failure)\b
    \b(?:i|we) must (?:accept|own|admit)\b
    \b<self>[^,;:.]{0,30}? make no secret\b
    ^(?:yes|true|granted),
    ^(?:admittedly|in fairness|to be (?:fair|honest)|in all honesty)\b
    ^(?:it is|it['’]s) (?:\w+ )?true(?:,| that)
    """,
    self=r"(?:we|i|my \w+|our \w+|this \w+)",
)

# At the start of a sentence without "we".
_REGRETTABLE = any_of(
    r"""
    ^(?:<regret>)\b
    ^with (?:\w+ )?(?:regret|sorrow|concern|dismay|sadness)\b
    ^(?:unfortunately|regrettably|sadly|alas)\b
    ^to (?:our|my) (?:\w+ )?(?:regret|dismay|sorrow|disappointment)\b
    ^(?:our|my) (?:\w+ )?(?:condolences|sympathy|thoughts|hearts?|apologies)\b
    ^it (?:pains|saddens|grieves|worries|troubles|disturbs|alarms) (?:us|me)\b
    ^it (?:is|was) (?:\w+ )?(?:a pity|a shame|a tragedy|sad|shameful|disappointing|alarming) (?:that|to)\b
    \b(?:regrettable|deplorable)\b
    """,
    regret=REGRET,
)
_WELCOMED = any_of(
    r"""
    ^(?:(?:our|my|sincere|heartfelt|warm|many) )*(?:thanks(?! to [^,]+,)|gratitude|congratulations)\b
    ^(?!thanks\b)<welcome>\b
    ^tribute to\b
    ^it is (?:\w+ )?(?:encouraging|gratifying|heartening|to be welcomed) (?:that|to)\b
    """,
    welcome=WELCOME,
)
_PROMISED = any_of(
    r"""
    \b(?:you (?:have|can have)|here is) (?:my|our) word\b
    \b(?:i|we) (?:guarantee|promise|pledge|vow|swear)(?: it| that| you)?[.!]?$
    \b(?:rest|be) assured\b
    \bthat (?:is|we|i) (?:(?:a|my|our) )?(?:promise|pledge|guarantee|commitment)\b
    """
)
_OFFERED = any_of(
    r"""
    \b(?:that|this|it) is our (?:\w+ )?offer\b
    ^our offer\b
    \bour (?:\w+ )?(?:doors?|hand) (?:is|are|stands?|remains?) (?:\w+ )?(?:open|outstretched|extended)\b
    ^[^,;:]+ (?:is|are|stands?|remains?) at (?:your|their|its|the \w+['’]s?) disposal\b
    ^[^;:]*\b(?:may|can) [^;:]*\b(?:free of charge|at no cost|from us|at our expense)\b
    """
)
# Not in a clause that hangs on the main one, save one on its subject: "those who promised ought to pay".
_MAIN = (
    r"^(?:(?!it\b|this\b|there\b)(?:[\w’'-]+ ){1,5}(?:who|which|that) )?"
    r"(?:(?!\b(?:that|which|who|whose|because|where|what)\b).)*?\b"
)
OUGHT = any_of(
    r"""
    <main>(?:must|(?<!^)should|ought(?: \w+)? to)\b(?! (?:\w+ )?have \w+)
    <main>(?:has|have|(?<!the )(?<!a )(?<!no )needs?) to \w
    <main>(?:is|are) obliged to\b
    <main>(?:is|are) called upon\b
    ^(?:and |but )?let (?!me\b)\w+
    ^it is (?:\w+ )?(?:time|imperative|essential|vital|crucial|urgent|necessary|incumbent|up to)\b
    ^(?:stop|end|withdraw|release|give|open|pay|cease|respect|lift|hand|tell|show|publish|leave|take)\b<bare>
    ^(?:put|bring|keep|return|send|let go|do not|don['’]t)\b<bare>
    """,
    bare=r"(?! of\b)(?![^,;]*\b(?:is|are|was|were|has|have|had|will)\b)",
    main=_MAIN,
)
BY_SENTENCE = (
    (Attitude.OFFERS, _OFFERED),
    (Attitude.PROMISES, _PROMISED),
    (Attitude.REGRETS, _REGRETTABLE),
    (Attitude.WELCOMES, _WELCOMED),
    (Attitude.DEMANDS, OUGHT),
)
