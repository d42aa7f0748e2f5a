"""Tells whose content an English claim is and how it is put forward. Pure patterns; loads no model.

The rules are those of the labelling guidelines: a speaker's own frame is dropped (1), what is reported is its source's
unless the reporter adopts it (2), a rejected report is a denial (3, 4), and demands, promises, offers and feelings are
no facts (5, 7, 8, 11). The main clause decides; where no rule fits, the speaker asserts a fact. In doubt about the
holder it is the speaker.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.extraction.fields import clauses, sources
from claims.extraction.fields.own_cues import BY_SENTENCE, BY_VERB, OUGHT, UNDISPUTED
from claims.extraction.fields.parties import names_somebody, names_speaker
from claims.records import Attitude

SPEAKER = "speaker"
_LONGEST = 2000  # characters read of a claim: no sentence is longer
_LONGEST_NAME = 80
_WORD = re.compile(r"(?<![’'])\b[\w-]+(?![\w’'-])")  # not "Armenia" in "Armenia's neighbours"
_BY_VERB = [(attitude, re.compile(rf"^{clauses.OWN_LEAD}* ?{cues}(?!\w)", re.IGNORECASE)) for attitude, cues in BY_VERB]
_BY_SENTENCE = [(attitude, re.compile(cues, re.IGNORECASE)) for attitude, cues in BY_SENTENCE]
_UNDISPUTED = re.compile(UNDISPUTED, re.IGNORECASE)
_PRONOUN = re.compile(r"he|she|they", re.IGNORECASE)
_OUGHT = re.compile(OUGHT, re.IGNORECASE)


class Attribution(NamedTuple):
    """``holder``: SPEAKER, or the words of the claim that name whom its content is attributed to; and the attitude."""

    holder: str
    attitude: Attitude


def attribute(text: str, speaker: str | None = None) -> Attribution:
    """Tell who is committed to a claim's content and how.

    Args:
        text: The claim.
        speaker: Who speaks; a party of that name is the speaker too.

    Returns:
        SPEAKER as the holder, or the words of the claim that name somebody else.
    """
    if clauses.QUESTION.search(text):
        return Attribution(SPEAKER, Attitude.ASKS)
    body = clauses.drop_frame(text[:_LONGEST].strip())
    found = _find_source(body, speaker) or _find_clause(body, speaker) or _find_passive(body, speaker)
    if found is not None and found.holder != SPEAKER:
        return found
    if sources.REJECTED.search(body):
        return Attribution(SPEAKER, Attitude.DENIES)
    if _UNDISPUTED.search(body):
        return Attribution(SPEAKER, Attitude.CONCEDES)
    return found or Attribution(SPEAKER, _find_attitude(_BY_SENTENCE, body) or Attitude.ASSERTS)


def _find_source(body: str, speaker: str | None) -> Attribution | None:
    """Find "according to the union" and "says the union" around the content; what the union asks for it demands."""
    for shapes, may_demand in ((sources.SOURCES, False), (sources.SAID_BEFORE, True)):
        for found in filter(None, (shape.search(body) for shape in shapes)):
            if not _PRONOUN.fullmatch(found["party"]) and _is_other(found["party"], speaker, certainly=False):
                demands = may_demand and _OUGHT.search(body[: found.start()])
                return Attribution(found["party"], Attitude.DEMANDS if demands else Attitude.REPORTS)
    return None


def _find_clause(body: str, speaker: str | None) -> Attribution | None:
    """Read the first clause whose subject and verb put its content into somebody's mouth."""
    for start in clauses.find_clause_starts(body):
        own = clauses.OWN_SUBJECT.match(body, start)
        other = None if own else clauses.OTHER_CLAUSE.match(body, start)
        if other and _is_other(other["party"], speaker, certainly=other["reports"] is None):
            kind = Attitude(str(other.lastgroup))
            return Attribution(SPEAKER if kind is Attitude.ASSERTS else other["party"], kind)  # adopted: rule 2
        attitude = _find_attitude(_BY_VERB, body[own.end() :] if own else _cut_own_name(body[start:], speaker))
        if attitude is not None:
            return Attribution(SPEAKER, attitude)
    return None


def _cut_own_name(clause: str, speaker: str | None) -> str:
    """Return what stands behind the speaker's own name; empty where something else opens the clause."""
    openings = [clause[: word.end()] for word in _WORD.finditer(clause, 0, _LONGEST_NAME)]
    return next((clause[len(name) :] for name in reversed(openings) if names_speaker(name, speaker)), "")


def _find_passive(body: str, speaker: str | None) -> Attribution | None:
    for attitude, shape in sources.PASSIVES:
        found = shape.search(body)
        if found and _is_other(found["party"], speaker, certainly=True):
            return Attribution(found["party"], attitude)
    return None


def _is_other(party: str, speaker: str | None, *, certainly: bool) -> bool:
    return names_somebody(party, certainly=certainly) and not names_speaker(party, speaker)


def _find_attitude(table: list[tuple[Attitude, re.Pattern[str]]], text: str) -> Attitude | None:
    return next((attitude for attitude, cue in table if cue.search(text)), None)
