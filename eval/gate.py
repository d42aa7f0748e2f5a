"""Fail when a figure on the dev split falls below its pinned floor: ``python eval/gate.py``; ``--update`` pins anew.

``floors.json`` holds the floors beside the hash of the data they were measured on: on other data they mean nothing, so
a changed hash fails too. ``--update`` refuses to lower a floor unless ``--lower`` says that it is meant.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.json")
# What hardware and number format may change; a floor lies this much below what was measured.
SLACK = 0.01


def read_figures(records: dict[str, dict[str, Any]]) -> dict[str, float]:
    """Take the guarded figures from the records of one split, all of them better when larger."""
    pairs, cells = (records[name]["systems"]["claims, as shipped"] for name in ("pairs", "cells"))
    return {
        "pairs f1_macro": pairs["f1_macro"][0],
        "pairs contradiction_f1": pairs["contradiction_f1"][0],
        "cells average_precision": cells["average_precision"][0],
        "cells precision": cells["precision"][0],
        "cells recall": cells["recall"][0],
    }


def check(figures: dict[str, float], data: str, floors: dict[str, Any]) -> list[str]:
    """Name every floor that is not held, and data that is not what the floors were measured on."""
    if data != floors["data"]:
        return [f"the data's hash is {data[:12]}, the floors were pinned on {floors['data'][:12]}; run with --update"]
    missing = sorted(set(floors["floors"]) ^ set(figures))
    if missing:
        return [f"figures and floors differ in {', '.join(missing)}; run with --update"]
    return [
        f"{name} is {figures[name]:.3f}, its floor {floor:.3f}"
        for name, floor in floors["floors"].items()
        if not figures[name] >= floor  # nan holds no floor
    ]


def update(figures: dict[str, float], data: str, old: dict[str, Any], *, lower: bool) -> dict[str, Any]:
    """Pin floors just below the figures.

    Raises:
        ValueError: When a floor on the same data would fall and ``lower`` is not given, or a figure is nan.
    """
    new = {name: round(value - SLACK, 3) for name, value in figures.items()}
    if any(math.isnan(value) for value in new.values()):
        raise ValueError("a figure is not defined on this data; nothing was pinned")
    pinned = old.get("floors", {}) if data == old.get("data") else {}
    fallen = [f"{name} from {floor} to {new.get(name)}" for name, floor in pinned.items() if new.get(name, -1) < floor]
    if fallen and not lower:
        raise ValueError(f"would lower {'; '.join(fallen)}; pass --lower if that is meant")
    return {"data": data, "floors": new}


def main() -> int:
    """Measure on dev, then check or pin; 1 when a floor is not held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="pin the floors at what is measured now")
    parser.add_argument("--lower", action="store_true", help="let --update lower a floor")
    arguments = parser.parse_args()
    from claims import Detector
    from eval.score import evaluate_split

    records = evaluate_split("dev", Detector(show_progress=sys.stderr.isatty()))
    figures = read_figures(records)
    data = "+".join(record["data"]["sha256"] for record in records.values())
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}))
    old = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    try:
        if arguments.update:
            pinned = json.dumps(update(figures, data, old, lower=arguments.lower), indent=2)
            FLOORS.write_text(pinned + "\n", encoding="utf-8")
            return 0
        problems = check(figures, data, old) if old else [f"{FLOORS}: missing; run with --update"]
    except ValueError as exc:
        problems = [str(exc)]
    for problem in problems:
        print(f"gate: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
