"""The closed sets of answers that the records hold; imports nothing of ours."""

from __future__ import annotations

from enum import Enum


class Label(str, Enum):
    """Relation of two claims; the declared order is the column order of every probability array."""

    SUPPORT = "support"
    CONTRADICTION = "contradiction"
    NEUTRAL = "neutral"


class Attitude(str, Enum):
    """How the holder of a claim stands to its content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    REPORTS = "reports"
    CONCEDES = "concedes"
    DEMANDS = "demands"
    PROMISES = "promises"
    OFFERS = "offers"
    ASKS = "asks"
    REGRETS = "regrets"
    WELCOMES = "welcomes"


class Modality(str, Enum):
    """What kind of content a claim has."""

    FACT = "fact"
    NORM = "norm"
    ATTITUDE = "attitude"
    OFFER = "offer"
    PROMISE = "promise"
    PREDICTION = "prediction"
    POSSIBILITY = "possibility"
    CONDITION = "condition"


class ConflictType(str, Enum):
    """What two contradicting claims clash over; after section 4 of the labelling guidelines, rarer types joined."""

    NEGATION = "negation"
    ANTONYM = "antonym"
    NUMERIC = "numeric"
    TEMPORAL = "temporal"
    LOCATION = "location"
    ROLE_SWAP = "role_swap"
    UNIVERSAL_VS_INSTANCE = "universal_vs_instance"
    PRESUPPOSITION = "presupposition"
    MODALITY = "modality"
    EVALUATIVE_LEGAL = "evaluative_legal"
    NORMATIVE = "normative"
    DENIAL = "denial"
    OTHER = "other"


class Answer(str, Enum):
    """Answer to a question that the words of two claims may leave open."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
