"""Actors from a small file: what the index answers, and what each mistake in the file says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.errors import DataError
from core.lexicon.actors import Actors, load_actors

SMALL = """
[[actor]]
actor_id = "state"
name = "State forces"
name_ar = "قوات الدولة"
kind = "state_force"
aliases = "Blue troops | the Blues"
aliases_ar = "القوات الزرقاء"

[[actor]]
actor_id = "brigade"
name = "Red Brigade"
name_ar = "اللواء الأحمر"
kind = "militia"
group = "state"
aliases = '''
  Liwa al-Ahmar |
  RB
'''
exact = "RB"
people = "Abu Red"
people_ar = "أبو أحمر"
affiliations = [
  { with = "state", relation = "part_of", from = 2018-01-01, to = 2020-12-31, source = "made up" },
]
[[actor.shared]]
alias = "Guards"
to = 2019-12-31

[[actor]]
actor_id = "guards"
name = "New Guards"
name_ar = "الحرس الجديد"
kind = "security_force"
affiliations = [
  { with = "patron", relation = "backed_by", source = "made up" },
]
[[actor.shared]]
alias = "Guards"
from = 2020-01-01

[[actor]]
actor_id = "patron"
name = "Patron"
name_ar = "الراعي"
kind = "government"

[[actor]]
actor_id = "somebody"
name = "somebody"
name_ar = "أحدهم"
kind = "unknown_group"
generic = true
aliases = "masked men"
"""


def load(tmp_path: Path, text: str = SMALL) -> Actors:
    path = tmp_path / "actors.toml"
    path.write_text(text, encoding="utf-8")
    return load_actors(path)


def changed(old: str, new: str) -> str:
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new)


def test_actors_keep_the_order_of_the_file(tmp_path: Path) -> None:
    assert list(load(tmp_path).by_id) == ["state", "brigade", "guards", "patron", "somebody"]


def test_an_actor_is_its_own_group_unless_it_names_one(tmp_path: Path) -> None:
    actors = load(tmp_path)
    assert actors.group_of("brigade") == "state"
    assert actors.group_of("state") == "state"
    with pytest.raises(KeyError):
        actors.group_of("nobody")


def test_values_stand_between_bars_over_any_number_of_lines(tmp_path: Path) -> None:
    actor = load(tmp_path).by_id["brigade"]
    assert actor.aliases == ("Liwa al-Ahmar", "RB")
    assert actor.exact == ("RB",)


def test_aliases_hold_names_and_shared_ones_with_their_language(tmp_path: Path) -> None:
    found = [(alias, language, actor.actor_id) for alias, language, actor in load(tmp_path).aliases()]
    assert ("Red Brigade", "en", "brigade") in found
    assert ("اللواء الأحمر", "ar", "brigade") in found
    assert ("القوات الزرقاء", "ar", "state") in found
    assert [row for row in found if row[0] == "Guards"] == [
        ("Guards", "en", "brigade"),
        ("Guards", "en", "guards"),
    ]


def test_the_name_of_a_generic_actor_is_not_an_alias(tmp_path: Path) -> None:
    actors = load(tmp_path)
    assert [alias for alias, _, actor in actors.aliases() if actor.actor_id == "somebody"] == ["masked men"]
    assert actors.named("somebody") is actors.by_id["somebody"]


def test_people_come_apart_from_aliases(tmp_path: Path) -> None:
    actors = load(tmp_path)
    assert [(a, b, c.actor_id) for a, b, c in actors.people()] == [
        ("Abu Red", "en", "brigade"),
        ("أبو أحمر", "ar", "brigade"),
    ]


def test_only_exact_aliases_ask_for_their_case(tmp_path: Path) -> None:
    actors = load(tmp_path)
    assert actors.is_exact("RB")
    assert not actors.is_exact("Liwa al-Ahmar")


@pytest.mark.parametrize(
    ("written", "actor_id"),
    [
        ("red brigade", "brigade"),
        ("LIWA AL AHMAR", "brigade"),
        ("Liwa’ al-Ahmar", "brigade"),
        ("لواء احمر", "brigade"),
        ("قوات زرقاء", "state"),
        ("Guards", "brigade"),
    ],
)
def test_names_are_compared_folded(tmp_path: Path, written: str, actor_id: str) -> None:
    found = load(tmp_path).named(written)
    assert found is not None
    assert found.actor_id == actor_id


def test_nobody_bears_an_unknown_name(tmp_path: Path) -> None:
    assert load(tmp_path).named("Green Brigade") is None


@pytest.mark.parametrize(
    ("day", "actor_id"),
    [(date(2019, 12, 31), "brigade"), (date(2020, 1, 1), "guards"), (None, "brigade")],
)
def test_a_shared_alias_means_who_bore_it_on_the_day(tmp_path: Path, day: date | None, actor_id: str) -> None:
    actors = load(tmp_path)
    assert actors.on("guards", actors.by_id["brigade"], day).actor_id == actor_id


def test_another_alias_means_its_actor_on_every_day(tmp_path: Path) -> None:
    actors = load(tmp_path)
    assert actors.on("the Blues", actors.by_id["state"], date(2020, 1, 1)).actor_id == "state"


def test_backers_are_an_actors_own_and_those_of_what_it_is_part_of(tmp_path: Path) -> None:
    text = changed(
        'aliases_ar = "القوات الزرقاء"\n',
        'aliases_ar = "القوات الزرقاء"\naffiliations = [\n'
        '  { with = "patron", relation = "backed_by", from = 2019-01-01, source = "made up" },\n]\n',
    )
    actors = load(tmp_path, text)
    assert [a.actor_id for a in actors.backers_on("brigade", date(2019, 6, 1))] == ["patron"]
    assert actors.backers_on("brigade", date(2018, 6, 1)) == ()
    assert actors.backers_on("brigade", date(2021, 6, 1)) == ()
    assert [a.actor_id for a in actors.backers_on("guards", date(1999, 1, 1))] == ["patron"]


@pytest.mark.parametrize(
    ("text", "field", "problem"),
    [
        (changed('kind = "militia"', 'kind = "gang"'), "kind", "'gang' is not one of"),
        (changed('group = "state"', 'group = "nobody"'), "group", "'nobody' is not the actor_id of a group"),
        (changed('group = "state"', 'grp = "state"'), "grp", "is not a field of an actor"),
        (
            changed('group = "state"', 'group = "state"\nair_arm = "state"'),
            "air_arm",
            "'state' is not the actor_id of an air force",
        ),
        (changed('name = "Red Brigade"\n', ""), "name", "is missing"),
        (changed('exact = "RB"', 'exact = "BR"'), "exact", "'BR' is not among the aliases"),
        (changed('with = "state"', 'with = "nobody"'), "affiliations", "'nobody' is not another actor"),
        (changed('relation = "part_of"', 'relation = "likes"'), "affiliations", "relation must be one of"),
        (changed("from = 2018-01-01", 'from = "2018"'), "affiliations", "'2018' is not a date"),
        (
            changed("from = 2018-01-01", "from = 2021-01-01"),
            "affiliations",
            "2021-01-01 lies after 2020-12-31",
        ),
        (
            changed('to = 2020-12-31, source = "made up"', "to = 2020-12-31"),
            "affiliations",
            "needs with and source",
        ),
        (changed("  RB\n", "  RB | liwa al ahmar\n"), "aliases", "stands twice"),
        (changed("  RB\n", "  RB | the blues\n"), "aliases", "also an alias of 'state'"),
        (changed('actor_id = "guards"', 'actor_id = "brigade"'), "actor_id", "'brigade' stands twice"),
        (changed("to = 2019-12-31", "to = 2020-06-30"), "shared", "'Guards' is also brigade's then"),
        (changed('people = "Abu Red"', "people = 3"), "people", "must be a text"),
    ],
)
def test_a_mistake_names_file_field_and_problem(tmp_path: Path, text: str, field: str, problem: str) -> None:
    with pytest.raises(DataError) as caught:
        load(tmp_path, text)
    assert caught.value.field == field
    assert problem in caught.value.problem
    assert str(caught.value).startswith("actors.toml")


def test_a_mistake_names_the_line_of_its_actor(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load(tmp_path, changed('kind = "militia"', 'kind = "gang"'))
    line = caught.value.line
    assert line is not None
    assert SMALL.splitlines()[line - 1] == 'actor_id = "brigade"'


def test_a_file_that_is_not_toml_or_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="the file is not TOML"):
        load(tmp_path, "[[actor]\n")
    with pytest.raises(DataError, match="the file is missing"):
        load_actors(tmp_path / "none.toml")
