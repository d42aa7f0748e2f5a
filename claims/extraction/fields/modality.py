"""Tells what kind of content an English claim has: fact, norm, attitude, offer, promise, prediction and so on.

The main clause decides, and the order of the rules: a condition binds whatever it holds for, a feeling or an offer is
none of the facts it speaks of, and where nothing else fits the claim tells a fact. Loads no model.
"""

from __future__ import annotations

import re

from claims.extraction.fields import modality_cues as cues
from claims.extraction.fields.clauses import cut_to_main_clause
from claims.records import Attitude, Modality

_LONGEST = 2000  # characters read of a claim: no sentence is longer
_CONDITION = re.compile(cues.CONDITION, re.IGNORECASE)
_POLITE = re.compile(cues.POLITE, re.IGNORECASE)
_OFFER = re.compile(cues.OFFER, re.IGNORECASE)
_HEARSAY = re.compile(r"\b(?:reportedly|said to)\b", re.IGNORECASE)
# "Unfortunately, the road is closed" tells a fact all the same.
_REGRETFUL_ADVERB = re.compile(r"(?:unfortunately|regrettably|sadly|alas)\b", re.IGNORECASE)
_BY_ATTITUDE = {
    Attitude.OFFERS: Modality.OFFER,
    Attitude.PROMISES: Modality.PROMISE,
    Attitude.REGRETS: Modality.ATTITUDE,
    Attitude.WELCOMES: Modality.ATTITUDE,
    Attitude.DEMANDS: Modality.NORM,
}
_BY_CUE = [
    (modality, re.compile(table, re.IGNORECASE))
    for modality, table in (
        (Modality.ATTITUDE, cues.ATTITUDE),
        (Modality.OFFER, cues.OFFER),
        (Modality.PREDICTION, cues.FORESEEN),
        (Modality.POSSIBILITY, cues.POSSIBILITY),
        (Modality.PROMISE, cues.PROMISE),
        (Modality.NORM, cues.NORM),
        (Modality.PREDICTION, cues.PREDICTION),
    )
]


def find_modality(text: str, attitude: Attitude) -> Modality:
    """Tell the kind of content of a claim; ``attitude`` is what ``attribute`` made of it."""
    text = text[:_LONGEST].strip()
    if _CONDITION.search(text) and not (_POLITE.search(text) and (attitude is Attitude.OFFERS or _OFFER.search(text))):
        return Modality.CONDITION
    if attitude in _BY_ATTITUDE and not _REGRETFUL_ADVERB.match(text):
        return _BY_ATTITUDE[attitude]
    main = cut_to_main_clause(text)
    if attitude in (Attitude.REPORTS, Attitude.DENIES):
        return Modality.POSSIBILITY if _HEARSAY.search(main) else Modality.FACT
    return next((modality for modality, cue in _BY_CUE if cue.search(main)), Modality.FACT)
