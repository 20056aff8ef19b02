from pathlib import Path

import pytest

from core.errors import DataError
from core.lexicon.numbers import load_number_words
from core.text import tokens_of

DATA = Path(__file__).parents[3] / "data" / "number_words.csv"
HEADER = "word,language,class,value\n"


def written(tmp_path: Path, row: str) -> Path:
    path = tmp_path / "number_words.csv"
    path.write_text(HEADER + row + "\n", encoding="utf-8")
    return path


def test_the_data_file_loads() -> None:
    words = load_number_words(DATA)
    assert words.numerals["three"].value == 3
    assert words.numerals["وعشرين"][:3] == ("ten", 20, True)
    assert words.numerals["الثلاثه"].definite is True
    assert words.numerals["الف"][:2] == ("thousand", 1000)
    assert words.nouns["للعنصرين"] == "dual"
    starting = words.phrases.starting(tokens_of("no fewer than 3"), 0)
    assert [phrase.cls for phrase in starting] == ["at_least", "designation"]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("three,fr,unit,3", "language"),
        ("three,en,digit,3", "class"),
        ("three,en,unit,many", "value"),
        ("three,en,unit,2.5", "value"),
        ("three,en,unit,-3", "value"),
        ("km,en,distance,long", "value"),
        ("about,en,about,3", "value"),
        (",en,unit,3", "word"),
        ("twenty one,en,unit,21", "word"),
    ],
)
def test_a_broken_row_names_its_line_and_field(tmp_path: Path, row: str, field: str) -> None:
    with pytest.raises(DataError) as caught:
        load_number_words(written(tmp_path, row))
    assert (caught.value.line, caught.value.field) == (2, field)
