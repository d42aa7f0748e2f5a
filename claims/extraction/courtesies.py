"""Recognises what speakers say out of courtesy: salutations, thanks, formulas that open or close. Pure patterns."""

from __future__ import annotations

import re

# Courtesies are short: what is longer says more than that.
_MAX_LENGTH = 400

# A salutation is made of these words, of names, and of nothing else; one of the first kind must be there.
_ADDRESSED = re.compile(
    r"mr|mrs|ms|madam|madame|sir|excellenc(?:y|ies)|ladies|gentlemen|dear|distinguished|esteemed|honou?rable|colleagues"
    r"|friends|delegates|fellow|morning|afternoon|evening|уважаем\w+|дорогие|дамы|господа|господин|госпожа|коллеги"
    r"|друзья|превосходительств\w+|hörmətli|əziz|cənab\w*|xanım\w*|dostlar",
    re.IGNORECASE,
)
_SALUTATION_WORD = re.compile(
    r"your|his|her|their|my|our|royal|highness|highnesses|majesty|majesties|good|hello|greetings|welcome|day|everyone"
    r"|everybody|all|you|president|vice|chair|chairman|chairwoman|chairperson|secretary|general|secretary-general"
    r"|ambassador|ministers?|speaker|commissioner|director|members?|guests?|heads?|states?|governments?|delegations"
    r"|representatives|participants|citizens|compatriots|assembly|council|security|committee|conference|session|summit"
    r"|nations|permanent|high|prime|foreign|affairs|the|of|and|to|for|at|on|from|women|men"
    r"|ваш[еи]|председатель|генеральный|секретарь|президент|министры?|делегаты|главы|государств|и|правительств|участники"
    r"|члены|добрый|день|вечер|все|совета|ассамблеи|sədr|prezident|nazir|nümayəndələr|və|qonaqlar"
    r"|\d+(?:st|nd|rd|th)|[a-z]+-(?:first|second|third|[a-z]+th)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[\w’'-]+")

_LEAD_IN = r"(?:(?:and|but|also|finally|once again|at the outset|in conclusion|first of all|first|to conclude),? )*"
_LET_ME = r"(?:please )?(?:let me|(?:allow|permit) me(?: \w+){0,2}? to|i (?:will|shall|am going to))"
_WOULD_LIKE = r"(?:would|should) (?:also )?like(?: once again| also| first)? to|wish to|want to|have to"
_ADVERBS = r"(?:(?:also|now|once again|first|again|sincerely|warmly|wholeheartedly|cordially|deeply|very|too) )*"
_BY_STARTING = r"(?:(?:begin|start|conclude|join \w+ \w+) (?:by|in) )?"
_I = rf"{_LEAD_IN}(?:{_LET_ME}|(?:i|we)(?: also)?(?: {_WOULD_LIKE})?) {_ADVERBS}{_BY_STARTING}{_ADVERBS}"
_EXPRESS = r"(?:express|extend|convey|offer)(?:ing)? (?:\w+ ){0,4}?"

_THANKS = re.compile(
    rf"(?:{_I}(?:thank(?:ing)?|congratulat(?:e|ing)|commend(?:ing)? (?:you|your|his|her|him)"
    rf"|{_EXPRESS}(?:thanks|gratitude|appreciation|congratulations)|(?:am|are) (?:\w+ )?grateful)"
    rf"|{_LEAD_IN}(?:(?:my|our) (?:\w+ )?(?:thanks|congratulations|gratitude|appreciation)|congratulations"
    r"|(?:many )?thanks?(?: you)?(?! to (?!you\b|all\b|every)))"
    r"|(?:я |мы )?(?:также )?(?:благодар(?:ю|им)|поздравля(?:ю|ем))|(?:большое )?спасибо"
    r"|(?:sizə |çox )*(?:təşəkkür|sağ ol)|(?:\w+ ){1,4}təşəkkür edir\w+)\b",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    rf"(?:{_I}(?:{_EXPRESS}(?:condolences|sympathy|sympathies|(?:best|good) wishes)"
    rf"|wish(?:ing)? (?:you|him|her|them|us|all))"
    r"|we (?:will|shall) be brief|let (?:us|me) be (?:\w+ )?(?:clear|frank|honest)"
    rf"|{_LEAD_IN}(?:{_LET_ME}|i {_WOULD_LIKE}) {_ADVERBS}(?:be brief|say a few words|stop here|elaborate"
    r"|(?:begin|start|conclude|end|close)(?! by)|(?:turn|move|move on) to|address|speak (?:about|on|of|to)|focus on"
    r"|(?:make|offer|share|outline|raise) (?:\w+ ){1,3}(?:points?|remarks?|comments?|observations?|thoughts?))"
    rf"|{_LEAD_IN}it is (?:\w+ ){{0,3}}(?:honou?r|pleasure|privilege)(?: for \w+)? to"
    r"|(?:.{0,80}\W)?(?:as follows|the following(?: \w+){0,3}):$)(?!\w)",
    re.IGNORECASE,
)
# What makes a courtesy say something of the world: another clause, a figure, or what somebody is thanked for doing.
_CONTENT = re.compile(
    r"[;:]\s|\b(?:that|which|who|whose|whom|because|since|while|whereas|although|but|despite|after|before|where|when|if|have"
    r"|has|had|was|were|is|are|will|would|should|must|can|did|not|котор\w+|что|потому|поскольку|если|когда|не)\b"
    r"|\b(?:\d+(?:[.,]\d+)*(?!\w|-\w)|hundreds?|thousands?|millions?|billions?)\b"
    r"|\bfor (?!(?:giv|allow|conven|organi|presid|host|invit|listen|hav|join|com|be)\w*ing\b)\w+ing\b",
    re.IGNORECASE,
)


def reason_of_courtesy(sentence: str) -> str | None:
    """Return "thanks", "greeting" or "speech act without content", or None for anything that says more."""
    if len(sentence) > _MAX_LENGTH:
        return None
    for pattern, reason in ((_THANKS, "thanks"), (_FORMULA, "speech act without content")):
        found = pattern.match(sentence)
        if found and not _CONTENT.search(sentence, found.end()):
            return reason
    return "greeting" if is_greeting(sentence) else None


def is_greeting(sentence: str) -> bool:
    """Tell whether a sentence only addresses its hearers: "Mr. President," or "Ladies and gentlemen!"."""
    tokens = _TOKEN.findall(sentence) if len(sentence) <= _MAX_LENGTH else []
    if not tokens or not _is_known(tokens[0]):
        return False
    return any(map(_ADDRESSED.fullmatch, tokens)) and all(
        _is_known(token) or _is_name(token, sentence) for token in tokens
    )


def _is_known(token: str) -> bool:
    return bool(_ADDRESSED.fullmatch(token) or _SALUTATION_WORD.fullmatch(token))


def _is_name(token: str, sentence: str) -> bool:
    return token[0].isupper() and not sentence.isupper()
