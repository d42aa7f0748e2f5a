"""Knows which names are names of one thing, and who speaks for whom. Pure text; loads no model."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import DataError
from claims.extraction.fields.party_words import NOBODY
from claims.extraction.references.nouns import Kind, is_plural, kind_of, singular
from claims.extraction.references.words import COMMON_ENDINGS, DETERMINERS, STOPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_BUNDLED = Path(__file__).with_name("aliases.json")
_EXPECTED = (
    'expected {"groups": [[name, other name, ...], ...], "speaks_for": {party: [name, ...]}} with two names or more in'
    " a group and no name in two of them"
)
_MOST_PROBLEMS = 20
_CAPITALISED = r"[^\W\d_a-zа-я][\w’'-]*"
_NAME = re.compile(rf"(?<!\w){_CAPITALISED}(?: (?:of (?:the )?)?{_CAPITALISED}| \d{{1,3}}(?!\w))*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+)[\"“«(]*$")
_NO_NAMES = STOPS | DETERMINERS | {"mr", "mrs", "ms", "dr", "thank", "dear", "distinguished"}
_POSSESSIVE = re.compile(r"[’']s?$")
_AHEAD = 8  # characters before a name that tell whether it opens a sentence


@dataclass(frozen=True, slots=True)
class Aliases:
    """``groups`` hold the names of one thing each, the first of which stands for all; no name is in two of them.

    ``speaks_for`` tells of the names of a party's capital or ministry which party is meant, where it is who acts.
    """

    groups: tuple[tuple[str, ...], ...]
    speaks_for: Mapping[str, str] = field(default_factory=dict)
    _first: dict[str, str] = field(init=False, repr=False, compare=False)
    _party: dict[str, str] = field(init=False, repr=False, compare=False)
    _same: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _named: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compile the patterns that find the names."""
        first = {_key(name): group[0] for group in self.groups for name in group}
        object.__setattr__(self, "_first", first)
        object.__setattr__(self, "_same", _any_of(name for group in self.groups for name in group))
        # Names are looked up in canonical text, where "Foreign Ministry of the Russian Federation" is that of Russia.
        party = {_key(self.canonical(name)): self.canonical(party) for name, party in self.speaks_for.items()}
        spelled = {
            _key(name): name for name in [*first.values(), *map(self.canonical, self.speaks_for), *party.values()]
        }
        object.__setattr__(self, "_party", {key: party.get(key, name) for key, name in spelled.items()})
        object.__setattr__(self, "_named", _any_of(spelled.values()))

    def canonical(self, text: str) -> str:
        """Return a text with every alias replaced by the first name of its group.

        The longest alias that fits wins, and only whole words are replaced. Its small letters match capitals at the
        beginning of a word, its capitals only themselves. Who speaks for a party is left as it is: not every "Moscow"
        is the state.
        """
        return self._same.sub(lambda found: self._first[_key(found[0])], text)

    def names_in(self, text: str) -> frozenset[str]:
        """Return the names of things and parties in a text, each by its canonical name.

        They are the aliases, whoever speaks for a party as that party, and whatever else is written like a name.
        """
        text = self.canonical(" ".join(text.split()))
        found = {self._party.get(_key(match[0]), match[0]) for match in self._named.finditer(text)}
        rest = self._named.sub(lambda match: "," * len(match[0]), text)  # a comma ends the names around it
        return frozenset(found.union(filter(None, (_bare_name(rest, match) for match in _NAME.finditer(rest)))))


def read_aliases(path: Path | None = None) -> Aliases:
    """Read the bundled table, extended by a user's.

    Args:
        path: A JSON file of the bundled one's shape. Its groups come first: where one shares a name with a bundled
            group the two are one, under the user's first name.

    Raises:
        DataError: When the file cannot be read as such a table.
    """
    tables = [_read_table(one) for one in ([path] if path else []) + [_BUNDLED]]
    groups: list[list[str]] = []
    for names in (group for table in tables for group in table.get("groups", [])):
        keys = {_key(name) for name in names}
        shared = [group for group in groups if not keys.isdisjoint(map(_key, group))]
        merged = [name for group in shared for name in group] + names
        groups = [group for group in groups if group not in shared]
        groups.append(list({_key(name): name for name in reversed(merged)}.values())[::-1])
    speaks_for = {
        name: party
        for table in reversed(tables)
        for party, names in table.get("speaks_for", {}).items()
        for name in names
    }
    return Aliases(tuple(tuple(group) for group in groups), speaks_for)


@cache
def bundled_aliases() -> Aliases:
    """Return the bundled table, read once."""
    return read_aliases()


def names_in(text: str) -> frozenset[str]:
    """Return the names in a text as the bundled table knows them; see ``Aliases.names_in``."""
    return bundled_aliases().names_in(text)


def _read_table(path: Path) -> dict[str, Any]:
    try:
        table = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as exc:
        raise DataError(f"{path}: cannot be read as a table of aliases ({exc}); {_EXPECTED}") from exc
    problems = _find_problems(table)
    if problems:
        raise DataError(f"{path}: {'; '.join(problems[:_MOST_PROBLEMS])}; {_EXPECTED}")
    return dict(table)


def _find_problems(table: Any) -> list[str]:
    if not isinstance(table, dict):
        return [f"found {type(table).__name__} {str(table)[:40]!r}"]
    problems = [f"found unknown key {key!r}" for key in table if key not in ("groups", "speaks_for")]
    groups, speaks_for = table.get("groups", []), table.get("speaks_for", {})
    if not isinstance(groups, list):
        return [*problems, f"groups is {groups!r}"]
    if not isinstance(speaks_for, dict):
        return [*problems, f"speaks_for is {speaks_for!r}"]
    problems += [f"group {number} is {group!r}" for number, group in enumerate(groups, 1) if not _is_names(group, 2)]
    problems += [
        f"{party!r} is spoken for by {names!r}" for party, names in speaks_for.items() if not _is_names(names, 1)
    ]
    if not problems:
        names = [_key(name) for group in groups for name in {_key(name): name for name in group}.values()]
        problems = [f"{name!r} is in two groups" for name in dict.fromkeys(names) if names.count(name) > 1]
    return problems


def _is_names(value: Any, fewest: int) -> bool:
    return (
        isinstance(value, list)
        and len(value) >= fewest
        and all(isinstance(name, str) and re.search(r"\w", name) for name in value)
    )


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").replace("‑", "-").split())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest_first: Sequence[str] = sorted(set(names), key=lambda name: (-len(name), name))
    shapes = "|".join(map(_shape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{shapes})(?!\w)")


def _shape(name: str) -> str:
    """Return the pattern of a name: any white space, either apostrophe or hyphen, small initials in either case."""
    words = [
        f"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}" if word[0].islower() else re.escape(word)
        for word in name.split()
    ]
    return r"\s+".join(words).replace("'", "['’]").replace(r"\-", "[-‑]")


def _bare_name(text: str, match: re.Match[str]) -> str:
    """Return what is written like a name without what is none in it; empty where nothing is left."""
    words = _POSSESSIVE.sub("", match[0]).split()
    while words and _is_no_part_of_name(words[0].casefold()):
        words = words[1:]
    while words and _is_no_part_of_name(words[-1].casefold()):
        words = words[:-1]
    opens = _SENTENCE_START.search(text[max(0, match.start() - _AHEAD) : match.start()]) is not None
    if len(words) == 1 and _is_common(words[0].casefold(), opens=opens and match[0].startswith(words[0])):
        return ""
    return "" if all(word.isdigit() for word in words) else " ".join(words)


def _is_no_part_of_name(word: str) -> bool:
    return word in _NO_NAMES or kind_of(word) is Kind.TIME


def _is_common(word: str, *, opens: bool) -> bool:
    """Tell "Government", and at the beginning of a sentence "Talks", from a name."""
    noun = singular(word)
    return kind_of(noun) is not None or noun in NOBODY or (opens and (word.endswith(COMMON_ENDINGS) or is_plural(word)))
