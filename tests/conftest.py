"""Tiny real models built in the test, and no network for anyone."""

import json
import os
import socket

import pytest

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"

WORDS = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "[MASK]",
    "the",
    "road",
    "is",
    "open",
    "closed",
    "has",
    "been",
    "since",
    "december",
    "bridge",
    "was",
    "not",
    "and",
    "of",
    "in",
    "a",
    "to",
    "water",
    "ministry",
    "said",
    "troops",
    "left",
    "are",
    "still",
    "there",
    "no",
    ".",
    ",",
    "?",
]


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise OSError("network is blocked in tests")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def _save_tokenizer(folder):
    from transformers import BertTokenizerFast

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    BertTokenizerFast(vocab_file=str(folder / "vocab.txt"), do_lower_case=True).save_pretrained(folder)


def _tiny_config(**options):
    from transformers import BertConfig

    return BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        **options,
    )


def save_tiny_nli(folder, names=("contradiction", "entailment", "neutral")):
    """Save a random 3-way classifier whose id2label has the given order."""
    import torch
    from transformers import BertForSequenceClassification

    _save_tokenizer(folder)
    torch.manual_seed(0)
    config = _tiny_config(
        num_labels=len(names),
        id2label=dict(enumerate(names)),
        label2id={name: index for index, name in enumerate(names)},
        initializer_range=0.5,
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


def save_tiny_encoder(folder):
    """Save a random encoder."""
    import torch
    from transformers import BertModel

    _save_tokenizer(folder)
    torch.manual_seed(1)
    BertModel(_tiny_config(initializer_range=0.5)).save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def tiny_nli(tmp_path_factory):
    return save_tiny_nli(tmp_path_factory.mktemp("models") / "nli")


@pytest.fixture(scope="session")
def tiny_encoder(tmp_path_factory):
    return save_tiny_encoder(tmp_path_factory.mktemp("models") / "encoder")


@pytest.fixture(scope="session")
def detector(tiny_nli, tiny_encoder):
    from claims.calibration import Calibration
    from claims.detector import Detector

    # A low operating point, so that random weights report findings.
    calibration = Calibration(threshold_contradiction=0.2, threshold_support=0.2)
    return Detector(nli_model=str(tiny_nli), encoder=str(tiny_encoder), calibration=calibration)


def permute_labels(source, target, order):
    """Copy a saved classifier with its output rows and names permuted alike."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    model = AutoModelForSequenceClassification.from_pretrained(source)
    names = [model.config.id2label[index] for index in order]
    with torch.no_grad():
        model.classifier.weight.copy_(model.classifier.weight[list(order)].clone())
        model.classifier.bias.copy_(model.classifier.bias[list(order)].clone())
    model.config.id2label = dict(enumerate(names))
    model.config.label2id = {name: index for index, name in enumerate(names)}
    model.save_pretrained(target)
    AutoTokenizer.from_pretrained(source).save_pretrained(target)
    assert json.loads((target / "config.json").read_text())["id2label"]["0"] == names[0]
    return target
