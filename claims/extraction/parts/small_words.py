"""The small words of English and what they can be in a sentence. Only data."""

from __future__ import annotations

from claims.extraction.fields.cues import word_set

_TABLE = {
    "determiner": "the a an this these those its their our my your his her every each no any some all both either"
    " neither another such many few several much most more fewer less enough certain",
    "pronoun": "we they he she it i you there nobody everybody somebody anybody everyone someone none nothing"
    " everything something who itself themselves ourselves himself herself",
    "object": "us them him me it you itself themselves ourselves himself herself myself yourselves",
    "preposition": "of in on at by for from with to into onto over under through between among across against"
    " within without during about around behind beyond near towards toward upon amid despite notwithstanding"
    " regarding concerning including per via throughout inside outside above below along beside besides except like"
    " unlike following alongside amongst pending according",
    "conjunction": "and but or nor yet",
    "opener": "which who whom whose that what whether how why where if because although though while whereas"
    " unless when until before after since as than once lest whereby wherein whatever whoever whichever",
    "be": "is are was were am be been being isn't aren't wasn't weren't",
    "have": "has have had having hasn't haven't hadn't",
    "do": "do does did doesn't don't didn't",
    "modal": "will would shall should can could may might must cannot won't wouldn't shouldn't can't couldn't mustn't",
    "finite": "is are was were am isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did"
    " doesn't don't didn't will would shall should can could may might must cannot won't wouldn't shouldn't can't"
    " couldn't mustn't",
    "negative": "not never no neither nor isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't"
    " cannot won't wouldn't shouldn't can't couldn't mustn't",
    "contracted": "it's that's there's he's she's we're they're you're we've they've you've i've i'm we'll they'll"
    " it'll you'll i'll",
    "adverb": "neither not never also now then still already always even just thus therefore hereby again soon"
    " once too only today yesterday often ever indeed however instead nevertheless nonetheless moreover furthermore"
    " meanwhile subsequently later currently",
    "to": "to",
    "possessive": "its their our my your his her",
    "demonstrative": "this these those that",
}
NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands"
    " million millions billion billions dozens half"
)
DECIMALS = frozenset(NUMBERS.split())
CLOSED: dict[str, frozenset[str]] = {}
for _kind, _words in _TABLE.items():
    for _word in _words.split():
        CLOSED[_word] = CLOSED.get(_word, frozenset()) | {_kind}
ADVERBS = word_set(
    "twice together abroad elsewhere everywhere forever twofold back away ahead forward well fast hard far long"
    " further otherwise perhaps maybe rather quite very almost nearly altogether alone"
)
NO_ADVERBS = word_set("family ally supply reply italy july assembly anomaly monopoly ")
NO_PAST = word_set(
    "indeed hundred sacred speed seed breed creed greed deed weed kindred hatred naked wicked rugged so-called"
    " aforementioned above-mentioned"
)
NO_PARTICIPLES = word_set(
    "during according including regarding concerning following pending notwithstanding nothing something anything"
    " everything morning evening ceiling king thing spring string wing ring bring sing building meeting hearing"
    " excluding barring owing considering pertaining depending being having"
)
# They have no object, so that what looks like a participle is their past.
INTRANSITIVE = word_set(
    "collapsed arrived died failed resigned remained ended expired refused agreed appealed happened occurred"
    " appeared emerged existed participated proceeded resulted responded reacted insisted succeeded acted belonged"
    " consisted contributed intervened escaped disappeared vanished circled slipped stalled lapsed complied"
    " depended objected lasted prevailed persisted voted abstained retreated continued increased declined worsened"
    " improved attempted tried decided hoped wanted wished promised pledged vowed sought led apologised apologized"
)
PARTICIPLES = word_set("dated entitled titled situated located based aimed")
# Before a noun they tell of what kind it is, not what was done.
ADJECTIVES = word_set(
    "displaced armed wounded injured limited united advanced developed increased improved renewed continued"
    " related required planned proposed alleged damaged destroyed occupied liberated organised organized combined"
    " enhanced expanded accelerated reduced updated shared agreed protracted balanced sustained targeted detained"
    " abandoned affected concerned interested involved needed mixed isolated registered extended divided integrated"
    " repeated supposed marked devoted dedicated committed determined motivated educated skilled unified armoured"
    " masked hired stolen burnt broken lost forced imported exported used processed frozen closed qualified elected"
    " appointed retired trained mined listed left read set cut put shut"
)
