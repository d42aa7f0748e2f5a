"""Tells the frame of a clause ("Moscow says that") from what stands in it. Pure rules over words; loads no model."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from claims.extraction.fields.attribution import SPEAKER, Attribution, attribute
from claims.extraction.fields.cues import any_of, word_set
from claims.records import Attitude

if TYPE_CHECKING:
    from claims.extraction.parts.groups import Group
    from claims.extraction.parts.stretches import Stretch
    from claims.extraction.parts.words import Word

_SPEECH = re.compile(
    any_of(
        r"""
        (?:~say/said|~state|~announce|~declare|~claim|~allege|~argue|~insist|~maintain|~contend|~assert|~believe|~think/thought)
        (?:~consider|~report|~note|~stress|~underline|~underscore|~recall|~remind|~reiterate|~repeat|~reaffirm|~affirm)
        (?:emphasi[sz]e[sd]?|~confirm|~acknowledge|~admit|~concede|recogni[sz]e[sd]?|~accept|~deny|~regret|~deplore)
        (?:~welcome|~warn|~promise|~pledge|~vow|~assure|~guarantee|~complain|~explain|~add|~inform|~tell/told|~demand)
        (?:~request|~rule|~hold/held|~find/found|~know/knew/known|~point|~reject|~dismiss|~refute|~dispute|~show/showed/shown)
        (?:~prove/proved/proven|~demonstrate|~conclude|~observe|~reveal|~estimate|~write/wrote/written|~hear/heard|~read)
        """
    )
    + "$"
)
_FELT = word_set("convinced certain sure confident aware concerned pleased glad alarmed clear known grateful")
_PLAIN_FACT = re.compile(
    r"(?:clear|evident|obvious|plain|known|well-known|secret|fact|true|undeniable|indisputable|regrettable|deplorable|noted"
    r"|stressed|recalled|added|said|emphasi[sz]ed|unfortunate|noteworthy|alarming|remembered|acknowledged|recogni[sz]ed)$"
)
_NOBODY = word_set("no nobody none nothing neither few nor never")
_OWN = word_set("we i it let one")
_REACH = 8  # words between the verb of a frame and its "that"


def is_speech(verb: str) -> bool:
    """Tell whether a verb may frame what is said or thought."""
    return bool(_SPEECH.match(verb))


def find_content(stretch: Stretch, verbs: list[Group]) -> int | None:
    """Return where the content of a frame begins, behind its "that"; None where there is no frame."""
    words = stretch.words
    main = next((group for group in verbs if group.form.finite), None)
    if main is None or main.openers:
        return None
    if main.start and not stretch.carried and words[0].may_be("opener"):
        return None
    for place in range(main.end, min(len(words) - 1, main.end + _REACH)):
        if words[place].low == "that":
            verb = next((group for group in verbs if group.form.finite and group.opened == place), None)
            return place + 1 if verb and _is_frame(words, main, place) else None
        if words[place].may_be("sign", "conjunction", "opener", "to"):
            return None
    return None


def _is_frame(words: list[Word], main: Group, that: int) -> bool:
    subject = {word.low for word in words[: main.start]}
    if _NOBODY & subject or (main.form.kind == "modal" and not _OWN & subject):
        return False
    last = words[main.end - 1].low
    between = words[main.end : that]
    if main.form.kind == "be" or last in ("clear", "known"):
        felt = between[-1].low if between else last
        expletive = any(word.low in ("it", "it's") for word in words[: main.start + 1])
        return bool(_PLAIN_FACT.match(felt)) if expletive else felt in _FELT and not main.form.negated
    if main.form.kind == "passive":
        return "it" in subject and bool(_PLAIN_FACT.match(last))
    believes_in = bool(between) and last.startswith(("believe", "think", "thought"))
    return not main.form.negated and not believes_in and is_speech(last)


def read_source(stretch: Stretch, content: int) -> Attribution:
    """Tell whose the content of a frame is and how it is put forward."""
    found = attribute(stretch.reads(), stretch.sentence.speaker)
    if found == (SPEAKER, Attitude.ASSERTS):
        found = attribute(dataclasses.replace(stretch.cut(content), carried=None).reads(), stretch.sentence.speaker)
    return found
