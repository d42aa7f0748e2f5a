"""Words and abbreviations that tell where a sentence ends, all in lower case and without their last stop. Only data."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name or an example follows: never the end.
NEVER_END = _words(
    "mr mrs ms dr drs prof gen col lt capt cpt maj sgt adm brig cmdr sen rep gov pres hon amb rev fr messrs mme mlle"
    " sra srta ул просп пл акад проф ген см dos akad cən e.g i.e cf vs viz approx ca incl esp resp т.е"
)
# They close an enumeration: the end where a capital follows.
END_BEFORE_CAPITAL = _words("etc др т.д т.п və.s")
# The end where the next word is one that opens sentences: "in the U.S. The law", but "the U.S. Congress".
END_BEFORE_OPENER = _words(
    "inc ltd co corp llc bros jr sr st ph.d dept univ al min гг рр им полк руб коп млн млрд тыс обл вул чел mln mlrd"
)
# A number follows, or the word is no abbreviation: "No. 5", but "The answer is No."
NUMBERED = _words(
    "no nos art arts para paras pt pts vol vols p pp ch sec sect sects fig figs res doc docs reg ref ст пп стр гл"
)
MONTHS = _words("jan feb mar apr jun jul aug sept sep oct nov dec янв февр авг сент окт нояб дек")

SENTENCE_OPENERS = _words(
    "the a an this that these those it its we our they their he his she her you your i my in on at by for from with"
    " without within as if when while where after before during under over since until once through between among"
    " and but or yet so however thus therefore there here no not nobody none all both each every some many most much"
    " several such another other others one two three despite nevertheless nonetheless moreover furthermore although"
    " though because whether what who how why to only even still then now today yesterday meanwhile instead finally"
    " according also it's there's we're let last next first second third"
    " я ты мы вы он она оно они наш наша наше наши это этот эта эти тот та те в во на с со к по о об от до из за у при"
    " для без под над через после перед между как так что но и а или если когда пока хотя поэтому однако также кроме"
    " там тут здесь сегодня вчера теперь все всё каждый ни не их его её потом затем"
    " bu o biz siz onlar bizim onun lakin amma həmçinin və ki hər heç bütün belə sonra"
)
# A line of print that ends in one of these wants another word after it.
UNFINISHED = SENTENCE_OPENERS - _words("next last first second third now then today yesterday there here") | _words(
    "of is are was were be been has have had will than"
)
