"""Sentences with exact character spans: sentencex proposes, our rules add and drop."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.blocks import find_blocks
from claims.extraction.boundaries import CLOSERS, TERMINALS, WINDOW, first_letter, is_boundary

if TYPE_CHECKING:
    from collections.abc import Iterator

# sentencex takes quadratic time on unclosed quotes, so it gets long blocks in pieces of this many characters.
_PIECE = 20_000
_LINE_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# White space after what may end a sentence. A bracket on the way is taken whole: an aside is not cut.
_GAP = re.compile(rf"\([^()]{{0,300}}\)|(?<=[{re.escape(TERMINALS + CLOSERS)}])\s+")
# Languages that write ordinal numbers with a full stop: "am 3. Oktober".
_ORDINAL_POINT = frozenset(("de",))


def split_sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Split a text into sentences.

    Args:
        text: Any text; hard-wrapped lines stay in their sentence, blank lines always end one.
        language: ISO 639-1 code, English rules when None.

    Returns:
        Ordered, non-overlapping ``(start, end)`` spans without surrounding white space that together cover every
        other character.
    """
    spans: list[tuple[int, int]] = []
    for start, end in find_blocks(text):
        # Every line break in a block is hard wrapping: a blank of the same length keeps the offsets.
        flat = _SURROGATE.sub("\ufffd", _LINE_BREAK.sub(" ", text[start:end]))
        spans += [(start + left, start + right) for left, right in _split_block(flat, language or "en")]
    return spans


def _split_block(flat: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one block, which begins and ends without white space."""
    cuts = {*_library_cuts(flat, language), *_own_cuts(flat, language)}
    left = 0
    for end, following in sorted(_gap_at(flat, cut) for cut in cuts):
        if is_boundary(flat, left, end, following):
            yield left, end
            left = following
    yield left, len(flat)


def _library_cuts(flat: str, language: str) -> Iterator[int]:
    """Yield where sentencex would cut."""
    import sentencex

    start = 0
    while start < len(flat):
        end = _end_of_piece(flat, start)
        for found in sentencex.get_sentence_boundaries(language, flat[start:end]):
            cut = start + int(found["end_index"])
            if cut < end:
                yield cut
        start = end


def _end_of_piece(flat: str, start: int) -> int:
    """End a piece behind its last blank; a piece without one ends hard. It is no sentence boundary by itself."""
    end = start + _PIECE
    if end >= len(flat):
        return len(flat)
    blank = flat.rfind(" ", start, end)
    return blank + 1 if blank > start else end


def _own_cuts(flat: str, language: str) -> Iterator[int]:
    """Yield what sentencex leaves whole, such as the inside of a long quotation: a stop, a gap, a capital letter."""
    for gap in _GAP.finditer(flat):
        cut = gap.end()
        if gap[0][0] == "(" or not first_letter(flat[cut : cut + WINDOW]).isupper():
            continue
        before = flat[max(0, gap.start() - WINDOW) : gap.start()].rstrip(CLOSERS)
        ordinal = language in _ORDINAL_POINT and before[-2:-1].isdigit()
        if before and before[-1] in TERMINALS and not ordinal:
            yield cut


def _gap_at(flat: str, cut: int) -> tuple[int, int]:
    """Widen a cut to the white space around it."""
    end = following = cut
    while flat[end - 1].isspace():
        end -= 1
    while flat[following].isspace():
        following += 1
    return end, following
