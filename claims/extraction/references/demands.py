"""Tells from what a pronoun does or owns whether it means a party or a document. Pure patterns; loads no model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.fields.cues import any_of, word_set
from claims.extraction.references.nouns import Kind

if TYPE_CHECKING:
    from claims.extraction.references.phrases import Phrase
    from claims.extraction.references.tokens import Token


def _verbs(text: str) -> str:
    return any_of("\n".join(text.split()))


_OWNED_BY_PARTIES = word_set(
    "obligation commitment promise pledge word troop force army soldier peacekeeper serviceman government position"
    " policy leader leadership people citizen sovereignty independence territory border airspace representative"
    " customer employee staff shareholder spokesman spokeswoman spokesperson claim action conduct will intention"
    " effort support"
    " willingness readiness proposal neighbour ally member duty responsibility failure refusal parliament ministry"
    " minister president unit contingent debt consent court delegation envoy attitude inaction ambition right interest"
    " aggression accusation denial complaint warning objection profit revenue subsidiary board management guard navy"
    " vessel"
)
_OWNED_BY_DOCUMENTS = word_set(
    "provision term text article wording signatory signing implementation entry expiry clause paragraph annex preamble"
    " validity ratification signature author letter spirit publication adoption conclusion finding depositary"
)
_DONE_BY_PARTIES = _verbs(
    "~say/said ~agree ~sign ~warn ~refuse ~reject ~deny ~admit ~promise ~pledge ~undertake/undertook/undertaken ~intend"
    " ~want ~believe ~insist ~accuse ~demand ~deploy ~attack ~withdraw/withdrew/withdrawn ~honour ~violate ~breach"
    " ~fulfil ~comply ~continue ~decide ~choose/chose/chosen ~try ~claim ~propose ~offer ~invite ~fail"
    " ~know/knew/known ~recognise ~recognize ~support ~call ~urge ~respect ~announce ~publish"
    " ~pay/paid ~stand/stood ~ratify ~implement ~let/let ~vote"
)
_DONE_BY_DOCUMENTS = _verbs(
    "~oblige ~provide ~stipulate ~bind/bound ~expire ~regulate ~prohibit ~apply ~enter states ~prescribe ~define"
)
_DONE_TO_DOCUMENTS = _verbs(
    "signed ratified concluded annulled implemented drafted published adopted terminated breached violated"
)
_AUXILIARY = (
    "has|have|had|will|would|must|should|can|could|may|also|not|never|always|now|still|cannot|does|do|did|itself"
    r"|themselves|to|\w+ly"
)
_BE = r"(?:is|are|was|were|been) (?:(?:not|now|also|still|\w+ly) )?"
_BY_PARTY = re.compile(rf"(?:(?:{_AUXILIARY}) )*(?:{_BE}(?=\w+ing\b))?{_DONE_BY_PARTIES}\b")
_BY_DOCUMENT = re.compile(
    rf"(?:(?:{_AUXILIARY}) )*{_DONE_BY_DOCUMENTS}\b"
    rf"|(?:was|were|is|are|has been|have been) (?:\w+ly )?{_DONE_TO_DOCUMENTS}\b"
)
_TO_DOCUMENT = re.compile(_verbs("~sign ~ratify ~implement ~annul ~terminate ~fulfil ~violate ~breach ~honour"))
_REACH = 8  # words behind a pronoun that tell what it does


def demand_of(tokens: list[Token], place: int, owned: Phrase | None) -> Kind | None:
    """Return the kind of thing that a pronoun must mean, None where nothing tells.

    Args:
        tokens: Of the claim.
        place: Number of the pronoun among them.
        owned: The noun phrase that it leads, where it is a possessive.
    """
    if owned is not None:
        nouns = owned.words | {owned.head}
        if nouns & _OWNED_BY_PARTIES:
            return Kind.PARTY
        return Kind.DOCUMENT if nouns & _OWNED_BY_DOCUMENTS else None
    behind = " ".join(token.low for token in tokens[place + 1 : place + 1 + _REACH])
    if _BY_DOCUMENT.match(behind):
        return Kind.DOCUMENT
    if _BY_PARTY.match(behind):
        return Kind.PARTY
    return Kind.DOCUMENT if place and _TO_DOCUMENT.fullmatch(tokens[place - 1].low) else None
