"""Event types from a small file, and what each mistake in the file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import DataError
from core.lexicon.event_types import EventTypes, load_event_types
from core.model import AcledCode

SMALL = """
[[family]]
family = "fighting"
label = "Fighting"
label_ar = "قتال"
colour = "#CE5414"
symbol = "triangle"

[[type]]
event_type = "clash"
label = "Clash"
label_ar = "اشتباك"
family = "fighting"
definition = "Two sides fire."
includes = "Battles."
excludes = "Shelling."
acled = ["Battles", "Armed clash"]
plover = "ASSAULT"
"""


def load(tmp_path: Path, text: str = SMALL) -> EventTypes:
    path = tmp_path / "event_types.toml"
    path.write_text(text, encoding="utf-8")
    return load_event_types(path)


def test_a_type_has_its_codes_and_the_symbol_of_its_family(tmp_path: Path) -> None:
    types = load(tmp_path)
    clash = types.by_id["clash"]
    assert clash.acled == AcledCode("Battles", "Armed clash")
    assert (clash.plover, clash.family, clash.shape) == ("ASSAULT", "fighting", "triangle")
    assert types.families["fighting"].colour == "#CE5414"


def test_the_types_of_a_family_are_listed_in_order(tmp_path: Path) -> None:
    types = load(tmp_path)
    assert [kind.event_type for kind in types.of_family("fighting")] == ["clash"]
    assert types.of_family("civil") == ()


@pytest.mark.parametrize(
    ("old", "new", "field", "problem"),
    [
        ('symbol = "triangle"', 'symbol = "heart"', "symbol", "'heart' is not one of"),
        ('colour = "#CE5414"', 'colour = "red"', "colour", "'red' is not of the form #RRGGBB"),
        ('family = "fighting"\ndef', 'family = "peace"\ndef', "family", "'peace' is not one of fighting"),
        ('"Armed clash"]', '"Arrests"]', "acled", "is not an ACLED event and sub-event type"),
        ('plover = "ASSAULT"', 'plover = "HIT"', "plover", "'HIT' is not one of"),
        ('includes = "Battles."\n', "", "includes", "is missing or of the wrong kind"),
        ('includes = "Battles."', 'includes = "Battles."\nnote = "x"', "note", "is not a field here"),
    ],
)
def test_a_mistake_names_file_line_and_field(
    tmp_path: Path, old: str, new: str, field: str, problem: str
) -> None:
    assert SMALL.count(old) == 1
    with pytest.raises(DataError) as caught:
        load(tmp_path, SMALL.replace(old, new))
    assert caught.value.field == field
    assert problem in caught.value.problem
    assert caught.value.line is not None
    assert str(caught.value).startswith("event_types.toml, line ")


def test_a_type_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    table = SMALL[SMALL.index("[[type]]") :]
    with pytest.raises(DataError, match="'clash' stands twice"):
        load(tmp_path, SMALL + table)


def test_a_file_that_is_not_toml_or_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="the file is not TOML"):
        load(tmp_path, "[[type]")
    with pytest.raises(DataError, match="the file is missing"):
        load_event_types(tmp_path / "none.toml")
