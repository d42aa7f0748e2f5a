"""Pairs of words with opposite meaning, by their stems. Only data and one look-up."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Each line: stems that oppose each other, the sides parted by a stroke.
_TABLE = """
open reopen | clos shut lock block barred seal
free | block captive detain prison occupied hostage
safe harmless secure | danger harm unsafe risk threat poison toxic hazard
rise rose risen increas grow grew grown gain climb double | fall fell fallen declin decreas drop shrink shrank halve cut
more higher gain | less fewer lower loss
improv better cleaner | worsen deteriorat worse declin dirtier
high expensive dear highest largest | low cheap lowest smallest
early earlier prompt | late delay
begin began begun start | end finish stop cease
accept approv agree consent welcome | reject refus declin oppos object
allow permit grant | forbid forbad ban prohibit refus deny denied prevent
support favour back | oppos against resist
voluntar willing | forc coerc compel compuls involuntar pressure
public open publish | secret private hidden conceal confidential closed
confirm prove establish corroborat | refut disprov contradict unfound baseless rumour
true truth genuine authentic real | false fake forg invent lie myth fabricat
alive liv surviv | dead die kill
full crowded | empty deserted half-empty
clean pure clear | dirty pollut contaminat foul murky
strong sturdy robust | weak frail feeble
old ancient | new modern recent
same identical unchanged | differ alter chang other
success succeed succeeded work | fail failure collapse broke broken
complete whole entire intact | partial incomplete part damaged fragment
fair just honest impartial neutral independent | unfair unjust dishonest biased partial dependent
guilt | innocen acquit
win won victory | lose lost defeat
present attend | absent miss boycott
remain stay kept keep | leave left withdr depart remov abandon
enter arriv came | leave left depart
buy bought purchas | sell sold sale
import | export
peaceful calm quiet | violen riot unrest war fight
orderly | chaos disorder
stable | unstable collaps
rich wealth prosper profit | poor poverty loss bankrupt
healthy fit sound well | sick ill unfit disease
long | short brief
large big great considerable | small little slight negligible minor
deep | shallow
fast quick swift | slow
hot warm | cold cool
wet flood | dry drought
light | heavy dark
easy simple | hard difficult
many plenty abundant enough sufficient ample | few scarce lack insufficient shortage short
common frequent often regular | rare seldom exception
armed | unarmed
alone isolat | together jointly
unanimous united | divided split against
temporar | permanent forever
deliberat intention purpose | accident mistake inadvert unintention error chance
careful thorough | careless negligent hasty superficial
transparen | secret opaque
legal lawful | illegal unlawful
equal | unequal
build built construct erect | demolish destroy torn
protect preserv defend | destroy harm damage endanger expose
repair mend restor | damage broken neglect
appoint hire recruit | dismiss sack
free gratis | paid charge fee price
first | last
north | south
east | west
inside within | outside beyond
before | after
love popular welcome | hate unpopular unwelcome despis
know knew aware | unaware ignoran
remember | forg
natural | artificial
useful | useless
necessary need indispensable | unnecessary superfluous needless
progress advance | retreat setback standstill
friend | enem
whole | half
active busy running operat | idle dormant inactive standstill
visible | invisible hidden
ready | unready unprepared
settled repaid | owe unpaid outstanding
trust confidence | distrust mistrust
cooperat help assist | obstruct hinder hamper
return | keep
lend | borrow
attack aggress | defend defensive
vacant | occupied
tall | short
cheaper | dearer costlier
harm hurt | benefit help
"""
_SHORTEST = 4  # stems below it are whole words, but for a plural s
_LONGEST_ENDING = 4


def _read(table: str) -> frozenset[tuple[str, str]]:
    """Read the table as ordered pairs of stems, each in both orders."""
    lines = ([side.split() for side in line.split("|")] for line in table.strip().splitlines())
    pairs = [pair for left, right in lines for pair in product(left, right)]
    return frozenset(pairs + [(right, left) for left, right in pairs])


_OPPOSITES = _read(_TABLE)
_STEMS = frozenset(stem for stem, _ in _OPPOSITES)


def find_opposites(first: Iterable[str], second: Iterable[str]) -> list[tuple[str, str]]:
    """Return the stems, not shared, of which one stands in the first words and its opposite in the second."""
    one, other = ({stem for word in words for stem in _stems(word)} for words in (first, second))
    shared = one & other
    return sorted(_OPPOSITES.intersection(product(one - shared, other - shared)))


def _stems(word: str) -> set[str]:
    starts = (word[:length] for length in range(2, len(word) + 1))
    return {start for start in starts if start in _STEMS and len(word) - len(start) <= _longest_ending(start)}


def _longest_ending(stem: str) -> int:
    return 1 if len(stem) < _SHORTEST else _LONGEST_ENDING
