"""Nouns that name somebody who can say something, and nouns that name nobody, in the singular. Only data."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Texts, rules and affairs: what they demand or offer, no party does.
NOBODY = _words(
    "resolution treaty charter law article agreement accord convention constitution statute rule protocol"
    " declaration provision paragraph principle judgment judgement award verdict ruling decree plan agenda"
    " schedule report statement letter paper word name claim call request demand proposal mandate framework"
    " mechanism programme program project initiative decision policy measure action step process progress approach"
    " goal target result outcome lesson example situation crisis circumstance condition conflict war attack"
    " shelling blockade event challenge threat problem question issue matter factor need interest right duty task"
    " role effort work cooperation dialogue negotiation talk meeting session summit vote election fact figure"
    " number evidence truth reality peace justice security development history experience tradition practice logic"
    " pandemic virus climate nature humanity life live system order world world region land road river sea water"
    " ocean technology cost price market thing one it this that time day year month century january february march"
    " april may june july august september october november december monday tuesday wednesday thursday friday"
    " saturday sunday"
)
SOMEBODY = _words(
    "he she they person people man woman child government ministry minister parliament senate cabinet presidency"
    " state country nation capital power republic council committee commission board court tribunal assembly union"
    " federation association society league chamber alliance coalition bloc party movement opposition majority"
    " minority group organization organisation agency authority administration directorate department office"
    " bureau institute institution foundation company firm corporation enterprise bank airline operator insurer"
    " employer employee management museum university school hospital church embassy delegation mission"
    " representative spokesman spokeswoman spokesperson envoy ambassador consul president premier chancellor king"
    " queen prince governor mayor deputy member leader chief head director chairman chairwoman chair commander"
    " general colonel official officer secretary secretary-general mediator negotiator inspector monitor observer"
    " expert judge lawyer counsel prosecutor plaintiff defendant applicant claimant victim witness survivor"
    " resident villager islander neighbour neighbor citizen refugee family parent mother father wife widow student"
    " pupil teacher doctor nurse worker farmer fisherman grower driver pilot owner tenant client customer consumer"
    " passenger donor creditor investor critic scholar scientist historian journalist newspaper media press radio"
    " daily bishop priest clergy elder steward staff crew team side camp command army navy force military police"
    " militia rebel regime occupier fighter ally partner counterpart colleague friend rival youth public community"
    " tribe mp ngo"
)
# No list has all who do something, or live somewhere: dredgers, cellists, Norvians.
ENDINGS_OF_PEOPLE = ("ers", "ors", "ists", "ians", "eers", "ees", "men", "women", "folk", "ist", "minister", "person")
