"""Reads an English number in digits or words: "1,960", "2.5", "thirty-five", "a dozen", "two and a half". No model."""

from __future__ import annotations

import re
from functools import cache

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    f"|eighteen|nineteen|{_TENS}|hundred|thousand|million|billion"
)
_ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_DOZEN = rf"(?:half a|a|an|{_WORD}|\d{{1,3}}) dozen"

DIGITS = r"(?:\d+,\d{1,2}(?= per ?cent| ?%| [mbt]r?illion)|\d{1,3}(?:[, ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_WORDS = rf"(?:a (?=hundred|thousand|million|billion))?(?:{_WORD})(?:(?: and |[ -])(?:{_WORD})){{0,12}}(?: and a half)?"
SPELT = rf"(?:{_DOZEN}|{_WORDS})\b"
NUMBER = rf"(?:{SPELT}|{DIGITS})"
SMALL_NUMBER = rf"(?:{_WORD})"
# "Twenty-first" begins like a number and is none.
SPELT_ORDINAL = rf"(?:(?:{_WORD})[ -]){{0,12}}(?:(?:{_TENS})[ -](?:{_ORDINAL})|(?:{_WORD})th|twentieth)\b"


def read_number(written: str) -> float | None:
    """Return the value of what ``NUMBER`` matched, in any case; None where the words make no number."""
    words = written.casefold().replace("-", " ")
    if words[0].isdigit() and " dozen" not in words:
        return float(re.sub(r"[, ]", "", re.sub(r",(?=\d{1,2}$)", ".", words)))
    if words == "half a dozen":
        return 6.0
    words = re.sub(r"^an? ", "one ", words)
    if words.endswith(" dozen"):
        count = read_number(words.removesuffix(" dozen"))
        return None if count is None else 12 * count
    whole = words.removesuffix(" and a half")
    value = _read_words(whole)
    if value is not None and whole != words:
        value += SCALES.get(whole.split()[-1], 1.0) / 2
    return value


@cache
def _read_words(words: str) -> float | None:
    from text_to_num import text2num

    try:
        return float(text2num(words, "en"))
    except ValueError:
        return None
