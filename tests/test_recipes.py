import gzip
import json

import numpy as np
import pytest

from claims import read_statement
from claims.calibration import FEATURES, Calibration
from claims.encoding import SentenceEncoder
from claims.evaluation.metrics import expected_calibration_error
from claims.evaluation.scoring import Scores, join_scores, predict
from claims.evaluation.un_pairs import Speech
from claims.extraction import extract_claims
from claims.records import Label
from claims.surroundings import survey
from models.recipes import contrasts, gates, operating_point, statements, train_nli, wild
from models.recipes.hub_sets import HUB_SETS, read_hub_set
from models.recipes.mixture import ALLOWED, LABELS, Row, read_mixture, read_pair_keys, read_set
from models.recipes.operating_point import (
    choose_threshold,
    choose_within_budget,
    fit_pairs,
    fit_statements,
    measure,
)
from models.recipes.statements import Cell, choose_neutrals, is_held_out, read_train


def write_set(folder, name, rows):
    with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in rows)


def test_not_entailment_loss_is_minus_log_of_one_minus_entailment():
    import torch

    logits = torch.tensor([[0.3, 1.2, -0.5]])
    probs = torch.softmax(logits, dim=-1)[0]
    loss = train_nli.set_loss(logits, torch.tensor([ALLOWED["not_entailment"]]), smoothing=0.0)
    assert float(loss) == pytest.approx(float(-torch.log(1 - probs[LABELS.index("entailment")])))


def test_three_way_loss_is_cross_entropy():
    import torch

    logits = torch.tensor([[0.3, 1.2, -0.5], [2.0, 0.0, 0.0]])
    allowed = torch.tensor([ALLOWED["neutral"], ALLOWED["contradiction"]])
    expected = torch.nn.functional.cross_entropy(logits, torch.tensor([2, 0]))
    assert float(train_nli.set_loss(logits, allowed, smoothing=0.0)) == pytest.approx(float(expected))


def test_mixture_respects_caps_skips_stance_and_is_seeded(tmp_path):
    write_set(
        tmp_path,
        "one",
        [{"premise": f"p{n}", "hypothesis": "h", "label": "neutral"} for n in range(20)]
        + [{"premise": "s", "hypothesis": "h", "label": "UNDERMINE"}],
    )
    assert len(read_set(tmp_path / "one.jsonl.gz")) == 20
    rows = read_mixture(tmp_path, {"one": 10}, scale=0.5, seed=1)
    assert len(rows) == 5
    assert rows == read_mixture(tmp_path, {"one": 10}, scale=0.5, seed=1)


def test_pairs_of_an_evaluation_set_and_copies_never_reach_the_mixture(tmp_path):
    pairs = [("The road is open .", "It is shut."), ("A b", "C d"), ("a  B", "c d!"), ("E f", "G h")]
    for folder, kept in (("train", pairs), ("eval", [("the road is open", "It is shut")])):
        (tmp_path / folder).mkdir()
        rows = [{"premise": first, "hypothesis": second, "label": "neutral"} for first, second in kept]
        write_set(tmp_path / folder, "one", rows)
    rows = read_mixture(tmp_path / "train", {"one": 10}, scale=1.0, seed=1, without=read_pair_keys(tmp_path / "eval"))
    assert sorted(row.hypothesis.casefold()[0] for row in rows) == ["c", "g"]


def test_batches_hold_every_row_once_within_the_budget():
    lengths = np.random.default_rng(0).integers(5, 100, size=500)
    batches = train_nli.token_batches(lengths, budget=512, seed=3)
    assert sorted(np.concatenate(batches).tolist()) == list(range(500))
    assert all(len(batch) * -(-int(lengths[batch].max()) // 8) * 8 <= 512 for batch in batches)


@pytest.mark.parametrize("name", list(HUB_SETS))
def test_hub_sets_are_mapped_by_name(name, monkeypatch):
    import datasets

    layout = HUB_SETS[name]
    table = [
        {layout.premise: "p", layout.hypothesis: "h", layout.label: written} for written in [*layout.names, -1, None]
    ]
    asked = []
    monkeypatch.setattr(
        datasets, "load_dataset", lambda found, *, split, revision: asked.append((found, split, revision)) or table
    )
    rows = read_hub_set(name, revision="abc")
    assert asked == [(name, "train", "abc")]
    assert {row[:2] for row in rows} == {("p", "h")}
    assert sorted(row.allowed for row in rows) == sorted(ALLOWED[label] for label in LABELS)


def test_a_hub_set_without_network_is_one_line():
    with pytest.raises(SystemExit, match="check the network"):
        read_hub_set("stanfordnlp/snli")
    with pytest.raises(SystemExit, match="unknown hub set"):
        read_hub_set("nobody/nothing")


def write_data(folder):
    (folder / "statements").mkdir()
    cells, pairs = [], []
    for number in range(9):
        sides = [f"The road number {number} is open today.", f"The road number {number} has been shut for weeks."]
        for side, sentence in zip("ab", sides, strict=True):
            text = f"Speaker: S{side}\nDate: 2020-01-01\n\n{sentence} The river carried much water this spring.\n"
            (folder / "statements" / f"{number}{side}.txt").write_text(text)
        base = {"topic": f"t{number}", "label": "contradiction", "dispute": f"d{number}", "type": "antonym"}
        cells.append(
            base
            | {"file_a": f"{number}a.txt", "file_b": f"{number}b.txt", "certainty": "sure"}
            | dict(zip(("sentence_a", "sentence_b"), sides, strict=True))
        )
        pairs.append(base | {"pair_id": f"p{number}", "claim_a": "x", "claim_b": "y", "label": "neutral"})
    for name, rows in (("cells", cells), ("pairs", pairs)):
        (folder / f"{name}.train.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def test_unlisted_cells_are_neutral_and_the_others_stand_in_both_orders(tmp_path, tiny_encoder, monkeypatch):
    write_data(tmp_path)
    monkeypatch.setattr(statements, "is_held_out", lambda _: False)
    rows = read_train(tmp_path, corpus=None, neutrals=6, encoder=SentenceEncoder(str(tiny_encoder)), seed=0)
    pairs = [row[:2] for row in rows if row.allowed == ALLOWED["contradiction"]]
    assert len(pairs) == 18
    assert {(second, first) for first, second in pairs} == set(pairs)
    assert sum(row.allowed == ALLOWED["neutral"] for row in rows) == 6 + 9


def test_half_of_the_neutrals_are_the_most_alike():
    class Angles:
        def encode(self, texts, *, show_progress=False):
            assert not show_progress
            angle = np.array([float(text) for text in texts])
            return np.stack([np.cos(angle), np.sin(angle)], axis=1)

    cells = [Cell("0.0", str(number / 20), Label.NEUTRAL) for number in range(40)]
    chosen = choose_neutrals(cells, 20, Angles(), np.random.default_rng(0))
    assert len(set(chosen)) == 20
    assert sum(float(cell.claim_b) < 0.5 for cell in chosen) == 10


def test_held_out_topics_never_reach_the_weights(tmp_path, tiny_encoder, monkeypatch):
    write_data(tmp_path)
    monkeypatch.setattr(statements, "is_held_out", lambda topic: topic == "t3")
    rows = read_train(tmp_path, corpus=None, neutrals=6, encoder=SentenceEncoder(str(tiny_encoder)), seed=0)
    assert not any("number 3" in text for row in rows for text in row[:2])
    assert sum(row.allowed == ALLOWED["neutral"] for row in rows) == 6 + 8


def test_about_one_topic_in_six_is_held_out():
    assert 120 < sum(is_held_out(f"topic {number}") for number in range(900)) < 180


class Peace:
    """A stand-in for an NLI model that takes whatever speaks of peace for a contradiction."""

    def score_forward(self, pairs, *, show_progress=False):  # noqa: D102
        assert not show_progress
        return np.array([[0.0, 9.0 * ("peace" in first + second), 0.0] for first, second in pairs], dtype=np.float32)


def test_wild_pairs_are_close_sentences_of_two_speeches_half_of_them_taken_for_contradictions(tiny_encoder):
    speeches = {
        Speech(country, 2000): " ".join(
            f"The people of {country} want {thing} in the year {year} and after it."
            for year in range(1990, 2000)
            for thing in ("peace", "rain")
        )
        for country in ("AAA", "BBB", "CCC")
    }
    pairs = wild.mine_wild(speeches, 150, SentenceEncoder(str(tiny_encoder)), Peace(), seed=0)
    assert len(pairs) == 150
    assert all("peace" in first + second for first, second in pairs[:75])
    assert all(first.split()[3] != second.split()[3] for first, second in pairs)


def test_speeches_that_labelled_pairs_refer_to_are_known(tmp_path):
    row = {"country_a": "ARM", "year_a": 2001, "country_b": "CHL", "year_b": 1999}
    (tmp_path / "refs.jsonl").write_text(json.dumps(row) + "\n")
    assert wild.read_references(tmp_path / "refs.jsonl") == {Speech("ARM", 2001), Speech("CHL", 1999)}


ROWS = [Row("the road is open", "the road is closed", ALLOWED["contradiction"])] * 32
ROWS += [Row("the road is open", "water", ALLOWED["neutral"])] * 32
SHORT_RUN = {
    "seed": 1, "epochs": 6, "max_length": 32, "token_budget": 256, "learning_rate": 5e-3, "label_smoothing": 0.0,
    "report_every": 4, "checkpoint_every": 2, "freeze_embeddings": True,
}  # fmt: skip


def test_training_learns_and_saves_a_folder_that_others_load(tiny_nli, tmp_path, capsys):
    from sentence_transformers import CrossEncoder

    train_nli.train(ROWS, tiny_nli, tmp_path / "out", SHORT_RUN)
    model = CrossEncoder(str(tmp_path / "out"))
    scores = model.predict([("the road is open", "the road is closed"), ("the road is open", "water")])
    assert [LABELS[index] for index in scores.argmax(axis=1)] == ["contradiction", "neutral"]
    assert "pairs/s" in capsys.readouterr().out
    assert not (tmp_path / "out" / "checkpoint.pt").exists()


def test_a_run_that_was_cut_off_resumes_to_the_same_weights(tiny_nli, tmp_path, monkeypatch):
    train_nli.train(ROWS, tiny_nli, tmp_path / "whole", SHORT_RUN)
    save = train_nli.Checkpoint.save

    def save_and_die(self, step):
        save(self, step)
        if step == 6:
            raise KeyboardInterrupt

    monkeypatch.setattr(train_nli.Checkpoint, "save", save_and_die)
    with pytest.raises(KeyboardInterrupt):
        train_nli.train(ROWS, tiny_nli, tmp_path / "cut", SHORT_RUN)
    assert not (tmp_path / "cut" / "model.safetensors").exists()
    train_nli.train(ROWS, tiny_nli, tmp_path / "cut", SHORT_RUN)
    whole, cut = ((tmp_path / name / "model.safetensors").read_bytes() for name in ("whole", "cut"))
    assert whole == cut


def make_scores(seed, n_blocks=8, size=20, *, together=True):
    """Draw statements in which the claims that clash or agree have high cosine and a high logit of their label."""
    rng = np.random.default_rng(seed)
    parts = []
    for _ in range(n_blocks):
        gold = np.full((size, size), 2)
        gold[np.arange(10), rng.permutation(size)[:10]] = rng.integers(0, 2, 10)
        gold = gold.ravel()
        logits = (2 * rng.normal(size=(2, size * size, 3)) + 3 * np.eye(3)[gold]).astype(np.float32)
        cosine = np.clip(rng.normal(0.3, 0.15, size * size) + 0.2 * (gold != 2), -1, 1).astype(np.float32)
        rows, columns = np.divmod(np.arange(size * size), size)
        texts = [f"claim {number}" for number in range(2 * size)]
        around = survey(texts, np.stack([rows, columns + size], axis=1), np.repeat([0, 1], size), cosine)
        parts.append(Scores(logits, cosine, gold, around if together else None))
    return parts


def fit_both(parts):
    data = join_scores(parts)
    single = data._replace(surroundings=None)
    return Calibration(
        pairs=fit_pairs(single, single, "drawn pairs"), statements=fit_statements(data, data, "drawn cells")
    )


def test_what_is_fitted_ranks_better_than_its_parts_and_reaches_its_precision():
    calibration = fit_both(make_scores(0))
    other = join_scores(make_scores(1))
    assert calibration.pairs.fitted_on == "drawn pairs"
    assert calibration.statements.fitted_on == "drawn cells"
    assert calibration.pairs.contradiction["contradiction_margin"] > 0
    row = measure(other, predict(other, calibration))
    assert row["average_precision"] > row["average_precision_nli_alone"]
    assert row["average_precision"] > row["average_precision_cosine_alone"]
    assert row["precision"] > 0.4
    assert row["recall"] > 0.2
    assert row["false_alarms_per_1000"] < 10
    assert row["contradictions"] == (other.gold == 1).sum()


def test_an_overconfident_model_is_calibrated_on_pairs_it_was_not_fitted_on():
    data, other = (join_scores(make_scores(seed, size=12))._replace(surroundings=None) for seed in (0, 1))
    data, other = (scores._replace(logits=3 * scores.logits) for scores in (data, other))
    fitted = Calibration(pairs=fit_pairs(data, data, "drawn pairs"))
    before, after = (expected_calibration_error(predict(other, one)) for one in (Calibration(), fitted))
    assert after < before / 2


def test_dev_pairs_weigh_as_much_as_those_of_train():
    few, many = (join_scores(make_scores(3, n_blocks=n, size=12))._replace(surroundings=None) for n in (1, 6))
    once = fit_pairs(many, few, "drawn pairs")
    twice = fit_pairs(join_scores([many, many]), few, "drawn pairs")
    assert once.contradiction["contradiction_margin"] == pytest.approx(
        twice.contradiction["contradiction_margin"], rel=0.08
    )


def test_only_whole_statements_tell_what_stands_around():
    parts = make_scores(0, together=False)
    with pytest.raises(ValueError, match="whole statements"):
        fit_both(parts)


def test_every_dispute_is_judged_by_thresholds_of_the_others(monkeypatch):
    parts = make_scores(2, n_blocks=3)
    calibration = fit_both(make_scores(0))
    seen = []

    def spy(found):
        seen.append(len(found.gold))
        return {"threshold_contradiction": 0.5, "threshold_support": 0.5}

    monkeypatch.setattr(operating_point, "choose_statement_thresholds", spy)
    found = operating_point.predict_held_out(parts, calibration)
    assert seen == [800] * 3
    assert found.probs.shape == (1200, 3)
    assert found.gold.tolist() == np.concatenate([part.gold for part in parts]).tolist()


def test_the_threshold_is_the_one_of_best_f_half():
    probs = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05])
    positive = np.array([1, 1, 1, 0, 1, 0, 0, 0, 0, 0], dtype=bool)
    assert choose_threshold(probs, positive) == pytest.approx(0.5)  # 4 of 5, all four found
    assert choose_threshold(probs, np.zeros(10, dtype=bool)) == 1.0
    late = np.array([1, 1, 1, 1, 1, 0, 0, 1, 1, 1], dtype=bool)
    assert choose_threshold(probs, late, beta=1.0) < choose_threshold(probs, late)


def test_the_budget_of_false_alarms_is_kept_and_used_up():
    probs, positive = np.linspace(0.0, 0.9, 1001), np.zeros(1001, dtype=bool)
    positive[-1] = True
    threshold = choose_within_budget(probs, positive, per_1000=5)
    assert (probs[~positive] >= threshold).sum() in (4, 5)
    assert choose_within_budget(np.ones(10), np.zeros(10, dtype=bool), per_1000=5) == 1.0
    assert choose_within_budget(np.ones(10), np.ones(10, dtype=bool)) > 0


def test_contrasts_are_made_of_train_claims_that_are_not_held_out(tmp_path, monkeypatch):
    write_data(tmp_path)
    rows = [
        {"pair_id": topic, "topic": topic, "claim_a": f"The {topic} road is open.", "claim_b": "x", "label": "neutral"}
        for topic in ("kept", "held")
    ]
    (tmp_path / "pairs.train.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.setattr(contrasts, "is_held_out", lambda topic: topic == "held")
    made = contrasts.make_contrasts(tmp_path, 10, np.random.default_rng(0))
    texts = {text for row in made for text in row[:2]}
    assert not any("held" in text for text in texts)
    assert "The kept road is not open." in texts
    (negated,) = (row for row in made if {"The kept road is not open.", "The kept road is open."} == set(row[:2]))
    assert negated.allowed == ALLOWED["contradiction"]


def test_a_gate_that_tells_contradictions_gets_its_weight():
    rng = np.random.default_rng(0)
    gold = rng.choice(3, size=3000, p=[0.05, 0.05, 0.9])
    features = rng.normal(size=(3000, len(FEATURES)))
    telling = np.stack([gold == 1, rng.random(3000) < 0.5, gold == 3, gold == 3], axis=1).astype(float)
    table = gates.Table(features, telling, gold, ["d"] * 3000)
    found, weights = gates.fit_and_judge(table, table, [0, 1])
    assert weights[0] > 3
    assert abs(weights[1]) < 1
    assert ((found.decided == 1) == (gold == 1)).mean() > 0.99
    without, none = gates.fit_and_judge(table, table, [])
    assert none.shape == (0,)
    assert without.probs.shape == (3000, 3)


def test_gates_are_read_from_the_fields_of_claims():
    statement = read_statement(
        "Speaker: A\nDate: 2023-01-02\n\nMoscow says that 40 lorries passed. Ten lorries must pass.\n"
    )
    first, second = extract_claims(statement).claims
    assert gates.read_gates(first, second)[:4] == [True, False, True, True]
    assert gates.read_gates(second, second)[:4] == [False, False, False, False]
    text = "In May 2021 the Lachin road was shut. It was shut in May 2021 at Lachin, and the road stayed so."
    first, second = extract_claims(read_statement(f"Speaker: A\nDate: 2023-01-02\n\n{text}\n")).claims
    held = dict(zip(gates.GATES, gates.read_gates(first, second), strict=True))
    assert held["one event"]
    assert held["one time"]
    assert not held["two events"]
