"""Words that say nothing of what a claim is about. Only data."""

from __future__ import annotations

import re

SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the of to in on at by for from with and or but as that this these those it its was were is are be been "
        "being has have had do does did done he she they we i you our their his her us them who which not no nor none "
        "never all any both every each some there one two will would may can could should must than into out up so "
        "what when where after before since until only own more most other over under about still then also during "
        "between through while because himself though upon such very",
    )
)
