"""Words for people and vehicles and the modifiers, from small tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import DataError
from core.lexicon.people import load_modifiers, load_people, load_vehicles

ACTORS = frozenset({"red", "blue"})
PEOPLE = "word,language,number,kind,implies_actor\n"
VEHICLES = "word,language,number\n"
MODIFIERS = "phrase,language,head_kind,actor_id\n"


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_word_for_people_has_number_kind_and_the_actor_it_implies(tmp_path: Path) -> None:
    words = load_people(
        table(tmp_path, PEOPLE + "soldiers,en,plural,security,red\nfighter,en,singular,fighter,\n"), ACTORS
    )
    assert [(w.word, w.number, w.kind, w.actor_id) for w in words] == [
        ("soldiers", "plural", "security", "red"),
        ("fighter", "singular", "fighter", None),
    ]


def test_an_arabic_singular_brings_its_accusative(tmp_path: Path) -> None:
    lines = "شخص,ar,singular,fighter,\nامرأة,ar,singular,civilian,\nأشخاص,ar,plural,fighter,\n"
    words = load_people(table(tmp_path, PEOPLE + lines), ACTORS)
    assert [w.word for w in words] == ["شخص", "شخصا", "امرأة", "أشخاص"]


def test_vehicles_bring_their_accusative_too(tmp_path: Path) -> None:
    words = load_vehicles(
        table(tmp_path, VEHICLES + "صهريج,ar,singular\nشاحنات,ar,plural\ntruck,en,singular\n")
    )
    assert [(w.word, w.number) for w in words] == [
        ("صهريج", "singular"),
        ("صهريجا", "singular"),
        ("شاحنات", "plural"),
        ("truck", "singular"),
    ]


@pytest.mark.parametrize(
    ("head_kind", "fitting", "not_fitting"),
    [
        (
            "people",
            {"fighter", "security", "leader", "official"},
            {"civilian", "person_neutral", "facility", "force"},
        ),
        ("forces", {"force", "vehicle", "fighter", "security"}, {"civilian", "facility", "aircraft"}),
        ("aircraft", {"aircraft"}, {"force", "civilian"}),
        ("artillery", {"artillery"}, {"aircraft"}),
        ("base", {"facility"}, {"fighter"}),
        (
            "any",
            {"fighter", "force", "facility", "aircraft", "artillery", "name"},
            {"civilian", "person_neutral"},
        ),
    ],
)
def test_a_modifier_fits_only_its_kind_of_head(
    tmp_path: Path, head_kind: str, fitting: set[str], not_fitting: set[str]
) -> None:
    (modifier,) = load_modifiers(table(tmp_path, f"{MODIFIERS}Red,en,{head_kind},red\n"), ACTORS)
    assert {kind for kind in fitting if modifier.fits(kind)} == fitting
    assert {kind for kind in not_fitting if modifier.fits(kind)} == set()


def test_a_phrase_may_mean_another_actor_with_another_head(tmp_path: Path) -> None:
    rules = load_modifiers(table(tmp_path, MODIFIERS + "Red,en,people,blue\nRed,en,forces,red\n"), ACTORS)
    assert next(rule.actor_id for rule in rules if rule.fits("official")) == "blue"
    assert next(rule.actor_id for rule in rules if rule.fits("force")) == "red"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (",en,plural,fighter,\n", "word"),
        ("men,fr,plural,fighter,\n", "language"),
        ("men,en,many,fighter,\n", "number"),
        ("men,en,plural,hero,\n", "kind"),
        ("men,en,plural,fighter,green\n", "implies_actor"),
        ("Women,en,plural,civilian,\n", "word"),
    ],
)
def test_a_mistake_in_the_words_names_line_and_field(tmp_path: Path, line: str, field: str) -> None:
    path = table(tmp_path, PEOPLE + "women,en,plural,civilian,\n" + line)
    with pytest.raises(DataError) as caught:
        load_people(path, ACTORS)
    assert (caught.value.line, caught.value.field) == (3, field)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (",en,people,red\n", "phrase"),
        ("Red,fr,people,red\n", "language"),
        ("Red,en,heads,red\n", "head_kind"),
        ("Red,en,people,green\n", "actor_id"),
        ("blue,en,people,red\n", "phrase"),
    ],
)
def test_a_mistake_in_the_modifiers_names_line_and_field(tmp_path: Path, line: str, field: str) -> None:
    path = table(tmp_path, MODIFIERS + "Blue,en,people,blue\n" + line)
    with pytest.raises(DataError) as caught:
        load_modifiers(path, ACTORS)
    assert (caught.value.line, caught.value.field) == (3, field)


def test_a_star_adds_the_forms_with_a_possessive_but_no_listed_one(tmp_path: Path) -> None:
    rows = "شقيق*,ar,singular,civilian,\nشقيقه,ar,singular,security,\nولدان*,ar,dual,civilian,\n"
    words = {word.word: word for word in load_people(table(tmp_path, PEOPLE + rows), ACTORS)}
    assert words["شقيقه"].kind == "security"
    assert (words["شقيقهم"].number, words["ولداها"].number) == ("singular", "dual")
    assert "ولدان" in words
