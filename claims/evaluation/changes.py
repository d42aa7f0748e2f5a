"""Changes of a claim that make another one of it, with no knowledge but its words. Pure patterns; loads no model."""

from __future__ import annotations

import calendar
import re

_AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|had|will|can|may|must|should)\b(?! (?:not|never|no)\b)")
_DENIED = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without)\b|n't\b", re.IGNORECASE)
_SECOND_PART = re.compile(r"[,;:]|\b(?:long|who|which|that|and)\b")  # a negation there may leave the rest standing
_NUMBER = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:,\d{3})+|\d{1,3})(?![\w,/-]|\.\d)")
_MONTHS = list(calendar.month_name)[1:]
_DATE = re.compile(rf"\b(?:on )?(\d{{1,2}}) ({'|'.join(_MONTHS)})\b")
_YEAR = re.compile(r"\b(?:in|since|until) (1[89]\d\d|20\d\d)\b")
_COUNTED = re.compile(r"\b(?:article|paragraph|point|resolution|rule|section)\s*$", re.IGNORECASE)
_NO_COUNT = re.compile(
    r"\b(?:about|around|nearly|almost|some|over|than|least|most|to|between|and|the|all|of|these|those|our|their|its|"
    r"[a-z]*(?:vessel|flight|number|page|unit|room|line|tram|bus))\s*$",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"(?<!has )(?<!had )(?<!have )(?<!were )(?<!was )(?<!twice )\b(refus|fail|declin)ed to\b")
_NO_FACT = re.compile(
    r"\b(?:we|i|our|my|may|might|should|must|ought|says?|said|claims?|told|call|regret\w*|welcome\w*|hope\w*)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:^(?=\S+ (?:has|is|was|had|did|does|will|[a-z]+(?:ed|es))\b)|(?<=[a-z,] )(?<!the )(?<!of ))"
    r"(?!\w+(?:ian|ean|ese|ish)\b)[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*\b"
)
_JOINT = re.compile(r"\b(?:and|between|with|both|each|jointly|together|mutual\w*|neighbours?|border)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:is|are)\b(?! (?:\w+ )?(?:to|bound)\b)")
_LASTING = re.compile(
    r"\b(?:since|for|years?|months?|weeks?|days?|today|now|still|yesterday|tomorrow)\b", re.IGNORECASE
)
_OPENERS = re.compile(
    r"(?:The|A|An|In|On|At|By|For|From|Since|After|Before|During|Under|It|Its|This|That|These|Those|There|They|Their|We|"
    r"Our|He|She|His|Her|No|Not|All|Every|Each|Some|Many|Most|Both|Neither|One|Two|Three|Four|Five|Six|Seven|Ten)\b"
)
_DATED = re.compile(rf"\b(?:1[89]|20)\d\d\b|\b(?:{'|'.join(_MONTHS)})\b")
_DENIALS = (
    "Reports that {} are untrue.",
    "It is not true that {}.",
    "The allegation that {} is without foundation.",
    "We reject the claim that {}.",
    "Contrary to what is being said, it is not the case that {}.",
)
_LARGE = 100  # smaller numbers are not rounded
_IRRELEVANT = "The delegation wishes the chair of this meeting every success."


def insert_not(claim: str) -> str | None:
    """Negate the only auxiliary of a claim that denies nothing yet; None where that is not sure to flip it."""
    if _DENIED.search(claim) or len(_AUXILIARY.findall(claim)) != 1 or _SECOND_PART.search(claim):
        return None
    return _AUXILIARY.sub(r"\1 not", claim)


def change_number(claim: str) -> str | None:
    """Make the only number of a claim several times as large; dates and years are no such number."""
    found = _only_number(claim)
    if found is None:
        return None
    number = int(found[0].replace(",", ""))
    return f"{claim[: found.start()]}{number * 3 + 7:,}{claim[found.end() :]}"


def _only_number(claim: str) -> re.Match[str] | None:
    bare = _DATE.sub(lambda match: " " * len(match[0]), claim)
    found = list(_NUMBER.finditer(bare))
    return found[0] if len(found) == 1 and not _COUNTED.search(bare[: found[0].start()]) else None


def change_date(claim: str) -> str | None:
    """Move the only day of a claim by some months."""
    found = list(_DATE.finditer(claim))
    if len(found) != 1:
        return None
    month = _MONTHS[(_MONTHS.index(found[0][2]) + 5) % len(_MONTHS)]
    return f"{claim[: found[0].start(2)]}{month}{claim[found[0].end(2) :]}"


def change_year(claim: str) -> str | None:
    """Move the only year of a claim by seven."""
    found = list(_YEAR.finditer(claim))
    if len(found) != 1:
        return None
    return f"{claim[: found[0].start(1)]}{int(found[0][1]) - 7}{claim[found[0].end(1) :]}"


def report_denial(claim: str) -> str | None:
    """Let another party deny the claim: what it says is not asserted (guidelines, rule 2)."""
    denied = insert_not(claim)
    return None if denied is None else f"The other side claims that {_inside(denied)}."


def deny(claim: str) -> str | None:
    """Reject the claim as a report, in one of five wordings by its length (guidelines, rules 3 and 4)."""
    if any(bar.search(claim) for bar in (_DENIED, _SECOND_PART, _NO_FACT)) or not claim.endswith("."):
        return None
    return _DENIALS[len(claim) % len(_DENIALS)].format(_inside(claim))


def deny_refusal(claim: str) -> str | None:
    """Negate the only "refused to" or "failed to" of a claim."""
    if _DENIED.search(claim) or len(_REFUSED.findall(claim)) != 1:
        return None
    return _REFUSED.sub(lambda found: f"did not {found[1]}{'e' if found[1] != 'fail' else ''} to", claim)


def round_number(claim: str) -> str | None:
    """Round the only number of a claim to two digits and say "about" (rule 18); None where it is hedged or round."""
    found = _only_number(claim)
    if found is None or not found.start() or _NO_COUNT.search(before := claim[: found.start()]) or before[-1] != " ":
        return None
    number = int(found[0].replace(",", ""))
    digits = len(str(number)) - 2
    rounded = round(number, -digits)
    if number < _LARGE or rounded == number or abs(rounded - number) > 0.05 * number:
        return None
    return f"{claim[: found.start()]}about {rounded:,}{claim[found.end() :]}"


def swap_names(claim: str) -> str | None:
    """Let the only two names of a claim change places, unless it may say of both what it says of one."""
    found = [name for name in _NAME.finditer(claim) if not _OPENERS.match(name[0])]
    if len({name[0] for name in found}) != len(found) or _JOINT.search(claim) or _DATED.search(claim):
        return None
    try:
        first, second = found
    except ValueError:
        return None
    between = claim[first.end() : second.start()]
    swapped = f"{claim[: first.start()]}{second[0]}{between}{first[0]}{claim[second.end() :]}"
    return f"{swapped[0].upper()}{swapped[1:]}"


def date_claim(claim: str) -> str | None:
    """Date a claim about a state that can change and dates nothing itself; None for any other."""
    if insert_not(claim) is None or not _NOW.search(claim) or _DATED.search(claim) or _LASTING.search(claim):
        return None
    return f"As of 10 November 2020, {_inside(claim)}."


def deny_then(claim: str) -> str | None:
    """Deny a claim as of the day that ``date_claim`` gives."""
    denied = insert_not(claim)
    return None if denied is None else f"As of 10 November 2020, {_inside(denied)}."


def deny_later(claim: str) -> str | None:
    """Deny a claim as of sixteen months later (rule 21)."""
    denied = insert_not(claim)
    return None if denied is None else f"As of 26 March 2022, {_inside(denied)}."


def _inside(claim: str) -> str:
    """Put a sentence into the middle of another: without its stop, and small at its head unless that is a name."""
    body = claim.removesuffix(".")
    return f"{body[0].lower()}{body[1:]}" if _OPENERS.match(body) else body


def add_sentence(claim: str) -> str:
    """Append a sentence that has nothing to do with it."""
    return f"{claim} {_IRRELEVANT}"
