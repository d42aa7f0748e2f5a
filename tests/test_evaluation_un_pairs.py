import gzip
import json

import pytest

from claims.errors import DataError
from claims.evaluation.un_pairs import checksum, read_un_pairs
from claims.records import Label

SPEECHES = {
    ("AAA", 1999): "The Council met twice.  The dam\nis finished. Thank you.",
    ("BBB", 2003): "Nobody has begun to build the dam. We wait.",
}
SPANS = {("AAA", 1999): (24, 44), ("BBB", 2003): (0, 34)}


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "speeches.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for (country, year), text in SPEECHES.items():
            lines.write(json.dumps({"country": country, "year": year, "text": text}) + "\n")
    return path


def make_row(**changes):
    row = {"pair_id": "un-1", "label": "contradiction", "kind": "neighbour"}
    for side, key in zip("ab", SPEECHES, strict=True):
        start, end = SPANS[key]
        row |= {f"country_{side}": key[0], f"year_{side}": key[1], f"start_{side}": start, f"end_{side}": end}
        row[f"sha256_{side}"] = checksum(SPEECHES[key][start:end])
    return row | changes


def write(tmp_path, *rows):
    path = tmp_path / "un_pairs.dev.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return path


def test_words_are_fetched_from_the_corpus(tmp_path, corpus):
    (pair,) = read_un_pairs(write(tmp_path, make_row()), corpus)
    assert (pair.claim_a, pair.claim_b) == ("The dam is finished.", "Nobody has begun to build the dam.")
    assert (pair.gold, pair.type, pair.topic) == (Label.CONTRADICTION, "neighbour", "un_AAA")


def test_another_text_at_the_span_is_refused(tmp_path, corpus):
    path = write(tmp_path, make_row(end_a=43), make_row(pair_id="un-2", country_b="CCC"))
    with pytest.raises(DataError, match=r"un-1: .* does not hold the text that was labelled; .*un-2"):
        read_un_pairs(path, corpus)


def test_every_fault_is_named_with_its_line(tmp_path, corpus):
    rows = [make_row(), make_row(), "{broken", make_row(pair_id="x", start_b="0"), make_row(pair_id="y", label="no")]
    with pytest.raises(DataError) as caught:
        read_un_pairs(write(tmp_path, *rows), corpus)
    for part in (":2: pair_id 'un-1' stands there twice", ":3: ", ":4: no start_b", ":5: label 'no' is not"):
        assert part in str(caught.value)


def test_a_file_that_is_no_corpus_is_refused(tmp_path):
    path = write(tmp_path, make_row())
    with pytest.raises(DataError, match="not the corpus of speeches"):
        read_un_pairs(path, path)
