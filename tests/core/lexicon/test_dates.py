from pathlib import Path

import pytest

from core.errors import DataError
from core.lexicon.dates import DateWords, load_date_words
from core.lexicon.numbers import load_number_words

DATA = Path(__file__).parents[3] / "data"
HEADER = "word,language,class,value,exact\n"


def loaded(path: Path) -> DateWords:
    return load_date_words(path, load_number_words(DATA / "number_words.csv"))


def written(tmp_path: Path, row: str) -> Path:
    path = tmp_path / "date_words.csv"
    path.write_text(HEADER + row + "\n", encoding="utf-8")
    return path


def test_the_data_file_loads() -> None:
    words = loaded(DATA / "date_words.csv")
    assert words.phrases.longer["كانون"]["الثاني"][0].value == 1
    assert {phrase.value for phrase in words.phrases.single["monday"]} == {0}
    assert words.phrases.single["والجمعه"][0].joined is True
    assert {"monday", "yesterday", "امس"} <= words.triggers
    assert words.speech["said"] == "verb"


def test_every_month_stands_in_both_arabic_forms() -> None:
    words = loaded(DATA / "date_words.csv")
    months = {phrase.value for of in words.phrases.single.values() for phrase in of if phrase.symbol == "M"}
    assert months == set(range(1, 13))
    for levantine, international in (("شباط", "فبراير"), ("حزيران", "يونيو"), ("ايلول", "سبتمبر")):
        assert words.phrases.single[levantine][0].value == words.phrases.single[international][0].value


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("lundi,fr,weekday,0,", "language"),
        ("Monday,en,weekday,7,", "value"),
        ("Monday,en,weekday,first,", "value"),
        ("Monday,en,day of week,0,", "class"),
        ("dusk,en,part,dusk,", "value"),
        ("today,en,relative,0,perhaps", "exact"),
        (",en,relative,0,", "word"),
    ],
)
def test_a_broken_row_names_its_line_and_field(tmp_path: Path, row: str, field: str) -> None:
    with pytest.raises(DataError) as caught:
        loaded(written(tmp_path, row))
    assert (caught.value.line, caught.value.field) == (2, field)
