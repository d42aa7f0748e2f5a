"""Artifacts, encoder and cross-encoder on tiny real models."""

import json
import shutil
import socket

import numpy as np
import pytest
from conftest import permute_labels, save_tiny_nli

from claims.artifacts import resolve_model
from claims.encoding import SentenceEncoder
from claims.errors import ArtifactError, LabelOrderError
from claims.nli import CrossEncoderClassifier, label_columns
from claims.records import Label

PAIRS = [("the road is open .", "the road has been closed since december ."), ("water", "troops left")] * 5


def test_network_is_blocked():
    with pytest.raises(OSError, match="blocked"):
        socket.create_connection(("127.0.0.1", 9))


def test_columns_follow_label_order():
    assert label_columns({0: "neutral", 1: "CONTRADICTION", 2: "Entailment"}) == [2, 1, 0]


@pytest.mark.parametrize(
    "names", [{0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"}, {0: "entailment", 1: "not_entailment"}, {}]
)
def test_unknown_label_names_are_refused(names):
    with pytest.raises(LabelOrderError, match="expected entailment, neutral and contradiction"):
        label_columns(names)


def test_permuted_label_order_gives_the_same_scores(tiny_nli, tmp_path):
    permuted = permute_labels(tiny_nli, tmp_path / "permuted", (2, 0, 1))
    first = CrossEncoderClassifier(str(tiny_nli)).score_pairs(PAIRS)
    second = CrossEncoderClassifier(str(permuted)).score_pairs(PAIRS)
    np.testing.assert_allclose(first, second, atol=1e-5)


def test_scores_agree_with_the_plain_cross_encoder(tiny_nli):
    from sentence_transformers import CrossEncoder

    plain = CrossEncoder(str(tiny_nli)).predict(PAIRS)
    columns = [1, 0, 2]  # support, contradiction, neutral of the tiny checkpoint
    ours = CrossEncoderClassifier(str(tiny_nli)).score_forward(PAIRS)
    np.testing.assert_allclose(ours, plain[:, columns], atol=0.05)


def test_bfloat16_agrees_with_float32_within_the_stated_tolerance(tiny_nli, monkeypatch):
    import torch

    from claims import nli
    from claims.batching import BF16_TOLERANCE
    from claims.calibration import relation_given_same

    probs = []
    for dtype in (torch.float32, torch.bfloat16):
        monkeypatch.setattr(nli, "device_and_dtype", lambda dtype=dtype: ("cpu", dtype))
        probs.append(relation_given_same(CrossEncoderClassifier(str(tiny_nli)).score_pairs(PAIRS), 1.0))
    assert np.abs(probs[0] - probs[1]).max() < BF16_TOLERANCE


def test_second_direction_is_the_swapped_pair(tiny_nli):
    classifier = CrossEncoderClassifier(str(tiny_nli))
    forward, backward = classifier.score_pairs(PAIRS)
    swapped = classifier.score_pairs([(second, first) for first, second in PAIRS])
    np.testing.assert_allclose(forward, swapped[1], atol=1e-5)
    np.testing.assert_allclose(backward, swapped[0], atol=1e-5)
    assert classifier.score_pairs([]).shape == (2, 0, len(Label))


def test_embeddings_have_unit_norm_and_input_order(tiny_encoder):
    encoder = SentenceEncoder(str(tiny_encoder), batch_size=2)
    texts = ["water", "the road is open .", "troops left the bridge in december", "no"]
    embeddings = encoder.encode(texts)
    np.testing.assert_allclose(np.linalg.norm(embeddings, axis=1), 1.0, atol=1e-5)
    np.testing.assert_allclose(embeddings[2], encoder.encode(texts[2:3])[0], atol=1e-5)
    assert embeddings.dtype == np.float32
    assert encoder.encode([]).shape == (0, 16)


def test_default_encoder_gives_what_sentence_transformers_gives():
    from sentence_transformers import SentenceTransformer

    texts = ["The road is open.", "Дорога открыта.", "A much longer sentence about the water of the river and its dam."]
    expected = SentenceTransformer(str(resolve_model("all-MiniLM-L6-v2").folder)).encode(texts)
    np.testing.assert_allclose(SentenceEncoder().encode(texts), expected, atol=0.02)


def test_a_folder_with_another_pooling_gives_what_sentence_transformers_gives(tiny_encoder, tmp_path):
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer

    cls_pooled = SentenceTransformer(modules=[Transformer(str(tiny_encoder)), Pooling(16, pooling_mode="cls")])
    cls_pooled.save(str(tmp_path / "cls"))
    expected = cls_pooled.encode(["the road is open", "water"], normalize_embeddings=True)
    encoder = SentenceEncoder(str(tmp_path / "cls"))
    np.testing.assert_allclose(encoder.encode(["the road is open", "water"]), expected, atol=1e-5)
    mean = SentenceEncoder(str(tiny_encoder)).encode(["the road is open", "water"])
    assert np.abs(mean - expected).max() > 0.01


def test_folder_without_weights(tiny_nli, tmp_path):
    shutil.copytree(tiny_nli, tmp_path / "m")
    (tmp_path / "m" / "model.safetensors").unlink()
    with pytest.raises(ArtifactError, match=r"no model\.safetensors; expected"):
        CrossEncoderClassifier(str(tmp_path / "m"))


def test_git_lfs_pointer(tiny_nli, tmp_path):
    shutil.copytree(tiny_nli, tmp_path / "m")
    (tmp_path / "m" / "model.safetensors").write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\n")
    with pytest.raises(ArtifactError, match="git lfs pull"):
        CrossEncoderClassifier(str(tmp_path / "m"))


def test_broken_weights(tiny_nli, tmp_path):
    shutil.copytree(tiny_nli, tmp_path / "m")
    (tmp_path / "m" / "model.safetensors").write_bytes(b"nothing")
    with pytest.raises(ArtifactError, match="cannot be loaded"):
        CrossEncoderClassifier(str(tmp_path / "m"))


def test_unknown_label_names_in_a_folder_name_the_folder(tmp_path):
    folder = save_tiny_nli(tmp_path / "odd", names=("x", "y", "z"))
    with pytest.raises(LabelOrderError, match=r"odd.*x, y, z"):
        CrossEncoderClassifier(str(folder))


def test_hub_name_without_network_says_so():
    with pytest.raises(ArtifactError, match="network"):
        CrossEncoderClassifier("nobody/no-such-model")


@pytest.mark.parametrize("name", ["./none", "/none/none", "plainword"])
def test_missing_folder_is_not_asked_of_the_hub(name):
    with pytest.raises(ArtifactError, match="no such model folder"):
        resolve_model(name)


def test_bundled_models_match_the_manifest_and_name_every_label():
    nli = resolve_model("minilm-nli")
    resolve_model("all-MiniLM-L6-v2")
    names = json.loads((nli.folder / "config.json").read_text())["id2label"].values()
    assert sorted(names) == ["contradiction", "entailment", "neutral"]
    card = (nli.folder / "README.md").read_text()
    assert nli.sha256 in card
    calibration = json.loads((nli.folder / "calibration.json").read_text())
    assert json.loads((nli.folder / "scores.json").read_text())["calibration"] == calibration


def test_a_wrong_hash_is_refused(monkeypatch):
    from claims import artifacts

    monkeypatch.setattr(artifacts, "read_manifest", lambda: {"minilm-nli": {"sha256": "0" * 64}})
    with pytest.raises(ArtifactError, match="the manifest expects"):
        resolve_model("minilm-nli")
