"""The about page: its tables follow the data files, and the accuracy card is shown when there is one."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from core.evaluate.figures import LABELS
from core.lexicon import load
from pages import about
from pages.parts import session
from tests.pages.conftest import Open


def test_the_codebook_has_every_type_actor_and_kind_of_place() -> None:
    lexicon = load()
    types = about.event_type_table(lexicon)
    assert types["Type"].tolist() == [kind.label for kind in lexicon.event_types.by_id.values()]
    assert types.set_index("Type").loc["Clash", "ACLED"] == "Battles: Armed clash"
    assert about.actor_table(lexicon)["Actor"].tolist() == [
        actor.name for actor in lexicon.actors.by_id.values()
    ]
    assert about.place_table(lexicon)["Places"].sum() == len(lexicon.gazetteer.places)
    words = about.trigger_table(lexicon)
    assert set(zip(words["Word"], words["Language"], strict=True)) == {
        (form.trigger.word, form.trigger.language) for _, form in lexicon.triggers
    }


def test_table_cells_are_text() -> None:
    table = pd.DataFrame({"<b>": ["<script>alert(1)</script>"]})
    assert '<td dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;</td>' in about.html_table(table)
    assert "<th>&lt;b&gt;</th>" in about.html_table(table)


def test_the_accuracy_table_sets_the_languages_side_by_side_and_marks_few_cases() -> None:
    english = {
        "strict_f1": {"value": 0.876, "low": 0.8, "high": 0.94, "cases": 120},
        "killed_exact": {"value": 0.9, "low": 0.7, "high": 1.0, "cases": 12},
        "captured_exact": {"value": None, "low": None, "high": None, "cases": 0},
    }
    arabic = {"strict_f1": {"value": 0.5, "low": 0.25, "high": 0.75, "cases": 29}}
    table = about.accuracy_table({"English": english, "Arabic": arabic})
    assert list(table.columns)[:4] == ["Figure", "English", "English, 95 % interval", "English, cases"]
    assert table.to_numpy().tolist() == [
        [LABELS["strict_f1"], "0.88", "0.80-0.94", "120", "(0.50)", "0.25-0.75", "29"],
        [LABELS["killed_exact"], "(0.90)", "0.70-1.00", "12", "", "", ""],
    ]


@pytest.mark.parametrize("exists", [False, True])
def test_the_card_is_shown_where_it_exists(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exists: bool
) -> None:
    path = tmp_path / "accuracy.json"
    if exists:
        figure = {"value": 0.9, "low": 0.8, "high": 1.0, "cases": 40}
        entry = {"reports": 7, "labels": 11, "figures": {"strict_f1": figure}}
        path.write_text(
            json.dumps({"untouched": {"en": entry, "ar": {**entry, "reports": 3}}}), encoding="utf-8"
        )
    monkeypatch.setattr(session, "ACCURACY", path)
    app = opened("about")
    assert len(app.info) == (not exists)
    sizes = "English: 7 reports, 11 labelled events; Arabic: 3 reports, 11 labelled events."
    assert any(sizes in text.value for text in app.markdown) is exists


def test_the_size_is_that_of_the_store(opened: Open) -> None:
    sizes = {metric.label: metric.value for metric in opened("about").metric}
    assert (sizes["Reports"], sizes["Events"], sizes["Outlets"]) == ("3", "3", "2")
