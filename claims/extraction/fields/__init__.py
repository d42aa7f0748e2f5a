"""What a claim's own words tell of it: whose it is, how it is put, of what kind, about when and how many. No model."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from claims.extraction.fields.attribution import SPEAKER, attribute
from claims.extraction.fields.modality import find_modality
from claims.extraction.fields.quantities import find_quantities
from claims.extraction.fields.times import find_times

if TYPE_CHECKING:
    from claims.records import Claim, Statement

__all__ = ["read_fields"]


def read_fields(claim: Claim, statement: Statement) -> Claim:
    """Return the claim with its fields filled in; as it is where the statement is not known to be English."""
    if statement.language not in (None, "en"):
        return claim
    found = attribute(claim.text, statement.speaker)
    return dataclasses.replace(
        claim,
        holder=statement.speaker if found.holder == SPEAKER else found.holder,
        attitude=found.attitude,
        modality=find_modality(claim.text, found.attitude),
        times=find_times(claim.text, statement.date),
        quantities=find_quantities(claim.text),
    )
