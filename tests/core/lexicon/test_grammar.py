"""How the languages order a clause: the data's values, and the mistakes that the loader names."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import DataError
from core.lexicon.grammar import load_grammars

DATA = Path(__file__).parents[3] / "data" / "grammar.toml"
GOOD = 'verb_first = true\nclitics = ["ب"]\njoins = ["و"]\nobject_endings = []\nplural_endings = []\n'


def test_english_and_arabic_order_their_clauses_each_its_way() -> None:
    grammars = load_grammars(DATA)
    assert {language: grammar.verb_first for language, grammar in grammars.items()} == {
        "en": False,
        "ar": True,
    }
    assert grammars["ar"].clitics == ("ب", "ل", "ك")
    assert grammars["en"].clitics == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[ar]\n" + GOOD.replace("true", '"yes"'), "ar.verb_first"),
        ("[ar]\n" + GOOD.replace('["ب"]', '"ب"'), "ar.clitics"),
        ("[ar]\n" + GOOD.replace("joins", "others"), "ar.joins"),
        ("[ar\n", "not TOML"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "grammar.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=problem):
        load_grammars(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="missing"):
        load_grammars(tmp_path / "grammar.toml")
