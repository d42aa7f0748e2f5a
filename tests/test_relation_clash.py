import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import DataError
from claims.evaluation.clashes import (
    mark_all,
    mark_unshared,
    read_marked_pairs,
    score_annotators,
    score_clashes,
)
from claims.extraction.fields.quantities import find_quantities
from claims.extraction.fields.times import find_times
from claims.nli import CrossEncoderClassifier
from claims.records import Claim
from claims.relation.clash import MAX_VARIANTS, find_clash, occlude
from claims.relation.clash_spans import choose_spans
from claims.relation.clash_weights import FEATURES, REACH, ClashModel, find_features, look_around, read_clash_model
from claims.relation.clash_words import describe_words, find_words
from models.recipes import clash_words as recipe

DATA = Path(__file__).parents[1] / "data"
TEXTS = st.text(min_size=1, max_size=60).filter(str.strip)


def claim(text, name="c"):
    return Claim(name, name, 0, len(text), text, times=find_times(text, "2023-07-16"), quantities=find_quantities(text))


def score_of(*decisive):
    """Contradiction rests on the decisive words alone: one logit less for each that a pair lacks."""

    def score(pairs):
        logits = np.zeros((2, len(pairs), 3), dtype=np.float32)
        logits[:, :, 1] = [sum(word in f"{one} {other}" for word in decisive) for one, other in pairs]
        return logits

    return score


def score_nothing(pairs):
    return np.zeros((2, len(pairs), 3), dtype=np.float32)


def score_by_letters(pairs):
    """Any function that depends on both texts and on their order."""
    sums = [[(3 * sum(map(ord, one)) + sum(map(ord, other))) % 97 for one, other in pairs]]
    swapped = [[(3 * sum(map(ord, other)) + sum(map(ord, one))) % 97 for one, other in pairs]]
    logits = np.zeros((2, len(pairs), 3), dtype=np.float32)
    logits[:, :, 1] = np.array(sums + swapped, dtype=np.float32) / 10
    return logits


def words_of(first, second, score):
    spans = find_clash(claim(first, "a"), claim(second, "b"), score)
    return tuple([text[start:end] for start, end in side] for text, side in zip((first, second), spans, strict=True))


def test_the_words_that_the_contradiction_rests_on_are_marked():
    first, second = "The bridge over the river is safe for lorries.", "The bridge over the river collapsed in spring."
    found = words_of(first, second, score_of("safe", "collapsed"))
    assert any("safe" in mark for mark in found[0])
    assert any("collapsed" in mark for mark in found[1])
    assert not any("bridge" in mark for side in found for mark in side)


def choose(text, *worthy):
    """The marks in a text when the given words are worth 3 each, and every other less than nothing."""
    words = describe_words(claim(text), claim("Nothing alike."), [])
    worth = [3.0 if text[slice(*word.span)] in worthy else -1.0 for word in words]
    return [text[start:end] for start, end in choose_spans(words, worth)]


def test_a_negation_keeps_its_verb():
    assert choose("Our guards have not closed the road.", "not") == ["have not closed"]
    assert choose("The guards must not leave.", "must", "not") == ["must not leave"]


def test_a_negation_keeps_the_words_it_leads_to():
    assert choose("They bear none of the guilt.", "none") == ["none of the guilt"]


def test_a_second_span_is_marked_only_where_it_is_worth_it():
    text = "Roads that nobody had ever closed before now lie under deep water."
    assert choose(text, "Roads", "water") == ["Roads", "water"]
    assert choose(text, "water") == ["water"]


def test_numbers_apart_are_marked_whole_whatever_the_model_says():
    first, second = "On that day at most thirty lorries crossed the border.", "Some 400 lorries crossed on that day."
    for score in (score_nothing, score_of("border")):
        found = words_of(first, second, score)
        assert any("at most thirty lorries" in mark for mark in found[0])
        assert any("Some 400 lorries" in mark for mark in found[1])


def test_a_number_with_its_unit_is_not_cut():
    first = "On that day about one hundred and thirty lorries crossed the border, as on any day."
    found, _ = words_of(first, "Four lorries crossed the border.", score_of("crossed", "day"))
    assert not any("hundred" in mark and "lorries" not in mark for mark in found)
    found, _ = words_of("Since 2019 about 5,000 people have lived there.", "Only 300 people do.", score_nothing)
    assert any("about 5,000 people" in mark for mark in found)


def test_near_copies_are_marked_where_they_differ():
    first = "The vote of 22 January is valid under the rules of the house."
    found = words_of(first, first.replace("valid", "void"), score_nothing)
    assert "valid" in " ".join(found[0])
    assert "void" in " ".join(found[1])
    assert not any("vote" in mark or "rules" in mark for side in found for mark in side)


def test_function_words_alone_are_not_marked_beside_others():
    found, _ = words_of("It is with them there.", "It is here, not with them.", score_of("with"))
    assert found
    found, _ = words_of("A charge on steel is a breach.", "No charge on steel is a breach.", score_of("A charge"))
    assert found != ["A"]


def test_times_apart_are_marked():
    found = words_of("The post was set up in April 2023.", "The post was set up in June 2023.", score_nothing)
    assert "April 2023" in " ".join(found[0])
    assert "June 2023" in " ".join(found[1])


def test_spans_stop_at_punctuation():
    found, _ = words_of("We left, unharmed, quietly.", "You stayed.", score_of("left", "unharmed", "quietly"))
    assert all("," not in mark for mark in found)


@given(TEXTS, TEXTS)
def test_spans_are_whole_words_in_reading_order_on_both_sides(first, second):
    spans = find_clash(claim(first, "a"), claim(second, "b"), score_by_letters)
    for text, side in zip((first, second), spans, strict=True):
        words = find_words(text)
        starts, ends = {start for start, _ in words}, {end for _, end in words}
        assert 1 <= len(side) <= 2
        assert all(start in starts and end in ends and start < end for start, end in side)
        assert all(sum(start <= word < end for word, _ in words) <= 6 for start, end in side)
        assert list(side) == sorted(side)
        assert all(one[1] < other[0] for one, other in pairwise(side))


@given(TEXTS, TEXTS)
def test_the_order_of_the_pair_does_not_matter(first, second):
    one, other = claim(first, "a"), claim(second, "b")
    assert find_clash(one, other, score_by_letters) == find_clash(other, one, score_by_letters)[::-1]


@pytest.mark.parametrize("text", ["No", "No.", "...", "Нет!", "閉鎖されている"])
def test_a_claim_of_one_word_is_marked_whole(text):
    spans = find_clash(claim(text, "a"), claim("The road is open.", "b"), score_nothing)[0]
    assert [text[start:end] for start, end in spans] == [text.strip(".!") or text]


def test_a_model_that_tells_nothing_apart_still_gives_words():
    assert all(words_of("The road is open.", "The road is shut.", score_nothing))


def test_long_claims_are_scored_in_one_call_of_bounded_size():
    calls = []

    def score(pairs):
        calls.append(len(pairs))
        return score_by_letters(pairs)

    text = "The long road to the border is open for all. " * 44
    spans = find_clash(claim(text, "a"), claim(text.replace("open", "shut"), "b"), score)
    assert all(spans)
    assert len(calls) == 1
    assert calls[0] <= 1 + 2 * MAX_VARIANTS


def test_occlusion_gives_every_word_its_fall():
    first, second = occlude(("The road is open.", "It is shut."), score_of("open"))
    assert first.shape == (4,)
    assert first.argmax() == 3
    assert np.allclose(second, 0)


def test_words_have_no_outer_punctuation():
    text = "“No,” said O'Neill—the ex-minister—of 1,500 (or 10:30)…"
    found = [text[start:end] for start, end in find_words(text)]
    assert found == ["No", "said", "O'Neill", "the", "ex-minister", "of", "1,500", "or", "10:30"]


def test_a_real_model_finds_the_same_words_in_either_order(tiny_nli):
    score = CrossEncoderClassifier(str(tiny_nli)).score_pairs
    one, other = claim("The road is open since December.", "a"), claim("The road has been closed.", "b")
    assert find_clash(one, other, score) == find_clash(other, one, score)[::-1]


def test_ordinary_sentences_cost_few_variants():
    calls = []

    def score(pairs):
        calls.append(len(pairs))
        return score_nothing(pairs)

    for pair in read_marked_pairs(DATA / "clashes.train.jsonl", "train"):
        find_clash(*pair.claims, score)
    assert max(calls) <= 40


def test_words_are_weighed_with_the_two_on_either_side():
    features = np.arange(1.0, 5.0)[:, None] * np.eye(1, len(FEATURES))
    around = look_around(features).reshape(4, 2 * REACH + 1, len(FEATURES))
    assert around[..., 0].tolist() == [[0, 0, 1, 2, 3], [0, 1, 2, 3, 4], [1, 2, 3, 4, 0], [2, 3, 4, 0, 0]]
    weights = np.zeros((2 * REACH + 1, len(FEATURES)))
    weights[REACH + 1, 0] = 1.0
    assert ClashModel(weights, 0.5).weigh(features) == [2.5, 3.5, 4.5, 0.5]


def test_features_tell_the_kind_of_a_word_and_what_the_other_claim_has():
    words = describe_words(claim("In May we never paid 5 pounds."), claim("In May we paid 9 pounds."), [(21, 22)])
    table = dict(zip(FEATURES, find_features(words, np.arange(7, dtype=np.float32)).T, strict=True))
    assert table["negation"].tolist() == [0, 0, 0, 1, 0, 0, 0]
    assert table["auxiliary"].sum() == 0
    assert table["apart"].tolist() == [0, 0, 0, 0, 0, 1, 0]
    assert (table["shared"] > 0).tolist() == [True, True, True, False, True, False, True]
    assert table["fall"].mean() == pytest.approx(0)
    assert set(table["length"]) == {7}


def test_the_weights_that_ship_count_negations_numbers_apart_and_falls_for_a_clash():
    model = read_clash_model()
    for name in ("negation", "apart", "fall"):
        features = np.zeros((5, len(FEATURES)))
        features[2, FEATURES.index(name)] = 1.0
        assert model.weigh(features)[2] > model.weigh(np.zeros((5, len(FEATURES))))[2]


def test_the_recipe_writes_the_weights_of_the_model_that_it_fits(tmp_path):
    pairs = read_marked_pairs(DATA / "clashes.train.jsonl", "train")[:20]
    examples = recipe.Examples(pairs, score_by_letters)
    model = recipe.fit(examples.table, examples.marked)
    recipe.write(tmp_path / "clash.json", model, 0.5)
    written = read_clash_model(tmp_path / "clash.json")
    first = examples.sides[0][0].features
    expected = model.decision_function(look_around(first)) + 0.5
    assert written.weigh(first) == pytest.approx(expected.tolist(), abs=0.1)


def test_no_pair_that_weights_are_fitted_on_is_scored():
    fitted, scored = (
        [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
        for name in ("clashes.train.jsonl", "clashes.jsonl")
    )
    texts, asked = ({row[side] for row in rows for side in ("claim_a", "claim_b")} for rows in (fitted, scored))
    assert not texts & asked


def write_marks(path, **changes):
    marks = [{"a": ["is open"], "b": ["shut"]}, {"a": ["open"], "b": ["is shut"]}]
    row = {"id": "1", "split": "dev", "claim_a": "The road is open.", "claim_b": "The road is shut.", "marks": marks}
    path.write_text(json.dumps(row | changes) + "\n")
    return path


def test_marks_are_scored_by_words_against_each_annotator(tmp_path):
    pairs = read_marked_pairs(write_marks(tmp_path / "clashes.jsonl"), "dev")
    all_words, unshared = score_clashes(pairs, mark_all, "all"), score_clashes(pairs, mark_unshared, "unshared")
    assert all_words == ("all", pytest.approx(3 / 8), 1, pytest.approx(6 / 11), 1, 4)
    assert unshared == ("unshared", 1, pytest.approx(2 / 3), pytest.approx(4 / 5), 1, 1)


def test_annotators_are_scored_against_each_other(tmp_path):
    row = score_annotators(read_marked_pairs(write_marks(tmp_path / "clashes.jsonl"), "dev"))
    assert (row.precision, row.recall, row.f1) == tuple(pytest.approx(2 / 3) for _ in range(3))
    assert (row.hit, row.words) == (1, 1.5)


def test_a_claim_without_a_right_word_is_no_hit(tmp_path):
    pairs = read_marked_pairs(write_marks(tmp_path / "clashes.jsonl"), "dev")
    row = score_clashes(pairs, lambda *_: (((0, 3),), ((12, 16),)), "half")
    assert (row.precision, row.hit) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"marks": [{"a": ["was open"], "b": ["shut"]}]}, "1: mark 'was open' does not stand once in claim_a"),
        ({"claim_b": "Shut is shut is shut."}, "mark 'shut' does not stand once in claim_b"),
        ({"split": "test"}, "no pair of split dev"),
    ],
)
def test_marks_that_do_not_fit_are_one_clear_error(tmp_path, changes, message):
    with pytest.raises(DataError, match=message):
        read_marked_pairs(write_marks(tmp_path / "clashes.jsonl", **changes), "dev")
