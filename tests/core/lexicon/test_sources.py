"""Sources from a small table, and what each mistake in it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import DataError
from core.lexicon.sources import Sources, load_sources

HEADER = "source_id,name,name_ar,aliases,aliases_ar,exact,kind,url\n"
MONITOR = "watch,Watch,المرقب,the watchers|Watch Group,المراقبون,,monitor,watch.example\n"
AGENCY = "an,AN,,Agency News,,AN,agency,\n"


def load(tmp_path: Path, *lines: str) -> Sources:
    path = tmp_path / "sources.csv"
    path.write_text(HEADER + "".join(lines), encoding="utf-8")
    return load_sources(path)


def test_every_name_is_an_alias_of_its_source(tmp_path: Path) -> None:
    sources = load(tmp_path, MONITOR, AGENCY)
    assert [(alias, source.source_id) for alias, source in sources.aliases()] == [
        ("Watch", "watch"),
        ("المرقب", "watch"),
        ("the watchers", "watch"),
        ("Watch Group", "watch"),
        ("المراقبون", "watch"),
        ("AN", "an"),
        ("Agency News", "an"),
    ]


def test_empty_cells_are_none(tmp_path: Path) -> None:
    sources = load(tmp_path, MONITOR, AGENCY)
    assert sources.by_id["watch"].url == "watch.example"
    assert (sources.by_id["an"].url, sources.by_id["an"].name_ar) == (None, None)


def test_names_are_compared_folded(tmp_path: Path) -> None:
    sources = load(tmp_path, MONITOR)
    found = sources.named("watch-group")
    assert found is not None
    assert found.name == "Watch"
    assert sources.named("nobody") is None


def test_only_exact_names_ask_for_their_case(tmp_path: Path) -> None:
    sources = load(tmp_path, MONITOR, AGENCY)
    assert sources.is_exact("AN")
    assert not sources.is_exact("Agency News")


@pytest.mark.parametrize(
    ("line", "field", "problem"),
    [
        ("x,,,,,,agency,\n", "name", "must not be empty"),
        (",X,,,,,agency,\n", "source_id", "must not be empty"),
        ("watch,X,,,,,agency,\n", "source_id", "'watch' stands twice"),
        ("x,X,,,,,blog,\n", "kind", "'blog' is not one of"),
        ("x,X,,,,,agency,https://x.example/\n", "url", "is not a bare domain"),
        ("x,X,,watch group,,,agency,\n", "aliases", "also names 'watch'"),
        ("x,X,,Y,,Z,agency,\n", "exact", "'Z' is not among the names"),
    ],
)
def test_a_mistake_names_line_and_field(tmp_path: Path, line: str, field: str, problem: str) -> None:
    with pytest.raises(DataError) as caught:
        load(tmp_path, MONITOR, line)
    assert (caught.value.line, caught.value.field) == (3, field)
    assert problem in caught.value.problem
