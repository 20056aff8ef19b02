"""Every row of the table of page cues, by its own example and counter-example; and its schema."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.errors import DataError
from core.lexicon.page_cues import LINE_KINDS, PageCue, load_page_cues
from core.text import normalise

CUES = load_page_cues(Path(__file__).parents[3] / "data" / "page_furniture.csv")
LINE_CUES = [cue for cue in CUES.cues if cue.kind in LINE_KINDS]


def matches(cue: PageCue, line: str) -> bool:
    pattern, text = re.compile(cue.pattern, re.IGNORECASE), normalise(line).text
    find = pattern.fullmatch if cue.kind in LINE_KINDS else pattern.search
    return (pattern.match if cue.kind == "dateline" else find)(text) is not None


@pytest.mark.parametrize("cue", CUES.cues, ids=lambda cue: f"{cue.kind}-{cue.example[:30]}")
def test_a_cue_matches_its_example_and_not_its_counter_example(cue: PageCue) -> None:
    assert (matches(cue, cue.example), matches(cue, cue.counter_example)) == (True, False)


@pytest.mark.parametrize("cue", LINE_CUES, ids=lambda cue: cue.counter_example[:30])
def test_a_counter_example_is_no_line_of_any_kind(cue: PageCue) -> None:
    assert CUES.kind_of(normalise(cue.counter_example).text) is None


HEADER = "kind,language,pattern,example,counter_example\n"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("advert,en,x,x,y", "line 2: field 'kind': 'advert' is none of"),
        ("caption,fr,x,x,y", "line 2: field 'language': 'fr' is none of"),
        ("caption,en,,x,y", "line 2: field 'pattern': the cell is empty"),
        ("caption,en,x,,y", "line 2: field 'example': the cell is empty"),
        ("caption,en,(x,x,y", "line 2: field 'pattern': not a regular expression"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "page_furniture.csv"
    path.write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(problem)):
        load_page_cues(path)
