"""The table of names of one thing: what is replaced, what is found, how a table of one's own extends it."""

import json

import pytest

from claims.aliases import Aliases, read_aliases
from claims.errors import DataError

ALIASES = read_aliases()


def write(tmp_path, table):
    path = tmp_path / "aliases.json"
    path.write_text(table if isinstance(table, str) else json.dumps(table), encoding="utf-8")
    return path


def test_replaces_every_alias_by_the_first_name_of_its_group():
    text = "Cars from Stepanakert use the Lachin road."
    assert ALIASES.canonical(text) == "Cars from Khankendi use the Lachin corridor."


def test_the_longest_alias_wins():
    assert ALIASES.canonical("The Stepanakert-Goris road is shut.") == "The Lachin corridor is shut."
    assert ALIASES.canonical("in Nagorno-Karabakh") == "in Karabakh"


def test_two_dates_of_one_document_are_one_name():
    nine, ten = (ALIASES.canonical(f"the trilateral statement of {day} November 2020") for day in (9, 10))
    assert nine == ten


def test_the_four_trilateral_statements_stay_apart():
    days = ("10 November 2020", "11 January 2021", "26 November 2021", "31 October 2022")
    assert len({ALIASES.canonical(f"the Trilateral Statement of {day}") for day in days}) == len(days)


def test_only_whole_words_are_replaced():
    assert ALIASES.canonical("Artsakhbank and the USSR thank us") == "Artsakhbank and the USSR thank us"


def test_capitals_of_an_alias_must_be_there_and_small_letters_need_not():
    assert ALIASES.canonical("The LACHIN road; who asks us? The Lachin Road.").endswith(
        "who asks us? The Lachin corridor."
    )


def test_blanks_apostrophes_and_line_breaks_do_not_matter():
    assert ALIASES.canonical("the People’s Republic\nof China") == "China"
    assert ALIASES.canonical("Stepanakert’s streets") == "Khankendi’s streets"


def test_who_speaks_for_a_party_is_not_replaced_but_found_as_the_party():
    assert ALIASES.canonical("They met in Moscow.") == "They met in Moscow."
    assert ALIASES.names_in("Moscow warned Addis Ababa.") == {"Russia", "Ethiopia"}
    assert ALIASES.names_in("The Foreign Ministry of the Russian Federation replied.") == {"Russia"}


def test_other_names_are_found_by_their_capitals():
    text = "On Monday Mr. Varga of Kolvar Steel told the Court of Orda’s clerks about Article 7."
    assert ALIASES.names_in(text) == {"Varga of Kolvar Steel", "Court of Orda", "Article 7"}


def test_a_capital_that_only_opens_a_sentence_makes_no_name():
    assert ALIASES.names_in("Talks failed. The government regrets it. Shipping stopped.") == frozenset()
    assert ALIASES.names_in("Kolvar appealed.") == {"Kolvar"}


def test_canonical_text_stays_as_it_is():
    for group in ALIASES.groups:
        assert ALIASES.canonical(group[0]) == group[0]


def test_no_bundled_name_is_in_two_groups_and_every_party_is_canonical():
    names = [name.casefold() for group in ALIASES.groups for name in group]
    assert len(names) == len(set(names))
    assert all(ALIASES.canonical(party) == party for party in ALIASES.speaks_for.values())


def test_a_table_of_ones_own_adds_groups(tmp_path):
    path = write(tmp_path, {"groups": [["Kolvar Steel", "Kolvar", "KS"]], "speaks_for": {"Orda": ["Sarn"]}})
    aliases = read_aliases(path)
    assert aliases.canonical("KS and Kolvar in Stepanakert") == "Kolvar Steel and Kolvar Steel in Khankendi"
    assert aliases.names_in("Sarn denied it.") == {"Orda"}


def test_a_group_that_shares_a_name_with_a_bundled_one_leads_it(tmp_path):
    aliases = read_aliases(write(tmp_path, {"groups": [["the city", "Stepanakert"]]}))
    assert aliases.canonical("Khankendi, Stepanakert") == "the city, the city"


BROKEN = {
    "not JSON": "{",
    "a list": [],
    "unknown key": {"names": []},
    "groups of one": {"groups": [["Sarn"]]},
    "groups of numbers": {"groups": [[1, 2]]},
    "groups no list": {"groups": {"a": "b"}},
    "blank name": {"groups": [["Sarn", " "]]},
    "twice": {"groups": [["Sarn", "Orda"], ["Lesk", "sarn"]]},
    "speaks_for no table": {"speaks_for": []},
    "speaks_for one string": {"speaks_for": {"Orda": "Sarn"}},
}


@pytest.mark.parametrize("table", BROKEN.values(), ids=BROKEN)
def test_a_bad_file_is_refused_with_its_name_and_what_was_expected(tmp_path, table):
    path = write(tmp_path, table)
    with pytest.raises(DataError, match=r"aliases\.json: .*expected"):
        read_aliases(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(DataError, match=r"none\.json"):
        read_aliases(tmp_path / "none.json")


def test_an_empty_table_finds_names_and_replaces_nothing():
    aliases = Aliases(())
    assert aliases.canonical("Stepanakert") == "Stepanakert"
    assert aliases.names_in("We saw Sarn.") == {"Sarn"}
