"""Reads the public originals of NLI sets by name through ``datasets``, where a network exists; loads no model."""

from __future__ import annotations

from typing import NamedTuple

from models.recipes.mixture import ALLOWED, Row, is_short


class HubSet(NamedTuple):
    """Where a hub set keeps its premise, hypothesis and label, and what its labels are called here."""

    split: str
    premise: str
    hypothesis: str
    label: str
    names: dict[str | int, str]


_NUMBERED: dict[str | int, str] = {0: "entailment", 1: "neutral", 2: "contradiction"}
_NAMED: dict[str | int, str] = {name: name for name in ("entailment", "neutral", "contradiction")}
_FEVER: dict[str | int, str] = {
    "SUPPORTS": "entailment",
    "REFUTES": "contradiction",
    "NOT ENOUGH INFO": "neutral",
}
HUB_SETS = {
    "nyu-mll/multi_nli": HubSet("train", "premise", "hypothesis", "label", _NUMBERED),
    "stanfordnlp/snli": HubSet("train", "premise", "hypothesis", "label", _NUMBERED),
    "alisawuffles/WANLI": HubSet("train", "premise", "hypothesis", "gold", _NAMED),
    "tals/vitaminc": HubSet("train", "evidence", "claim", "label", _FEVER),
    # This one names its columns the other way round: its "premise" is the claim, its "hypothesis" the evidence.
    "pietrolesci/nli_fever": HubSet("train", "hypothesis", "premise", "fever_gold_label", _FEVER),
}


def read_hub_set(name: str, *, revision: str | None = None) -> list[Row]:
    """Download one set and map it to rows; rows without a gold label are left out.

    Args:
        name: A key of ``HUB_SETS``.
        revision: Commit or tag on the hub.

    Raises:
        SystemExit: When the set is not one of ``HUB_SETS`` or cannot be had.
    """
    from datasets import load_dataset

    if name not in HUB_SETS:
        message = f"{name}: unknown hub set, expected one of {', '.join(HUB_SETS)}"
        raise SystemExit(message)
    layout = HUB_SETS[name]
    try:
        found = load_dataset(name, split=layout.split, revision=revision)
    except (OSError, ValueError) as exc:
        message = f"{name}: not to be had from the hub ({exc}); check the network"
        raise SystemExit(message) from exc
    return [
        Row(row[layout.premise], row[layout.hypothesis], ALLOWED[layout.names[row[layout.label]]])
        for row in found
        if row[layout.label] in layout.names and is_short(row[layout.premise], row[layout.hypothesis])
    ]
