"""The labels: their files, the split, and their bond to the reports."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from core.errors import FormatError
from core.evaluate import evaluate, load_gold, load_pairs, parts_of
from core.model import Reading
from core.readers import read_directory
from tests.core.evaluate.helpers import NAMES

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "tests" / "gold"


def test_every_label_lies_in_its_report() -> None:
    texts = {report.report_id: report.text for report in read_directory(ROOT / "data" / "reports")[0]}
    gold = load_gold(GOLD)
    assert len(gold) == 215
    for report_id, labels in gold.items():
        for event in labels.events:
            assert event.evidence in texts[report_id]
            assert (event.date_start is None) == (event.date_end is None)
            assert event.date_start is None or event.date_start <= event.date_end  # type: ignore[operator]
        assert not (labels.no_event and any(event.is_scored for event in labels.events))


def test_the_split_is_by_hash_and_keeps_one_happening_on_one_side() -> None:
    ids = [f"report-{number}" for number in range(1000)]
    parts = parts_of(ids, [])
    assert 560 < sum(part == "tuning" for part in parts.values()) < 640
    assert parts_of(ids[:10], []) == {report_id: parts[report_id] for report_id in ids[:10]}
    chain = list(itertools.pairwise(ids[:51]))
    assert len({parts_of(ids, chain)[report_id] for report_id in ids[:51]}) == 1
    assert parts_of(ids[:2], [("report-0", "unknown")]) == {
        report_id: parts[report_id] for report_id in ids[:2]
    }


def test_the_split_of_the_repository_holds_its_pairs_together() -> None:
    pairs = load_pairs(GOLD)
    parts = parts_of(load_gold(GOLD), pairs)
    assert len(pairs) == 22
    assert all(parts[a] == parts[b] for a, b in pairs)
    assert 0.55 < sum(part == "tuning" for part in parts.values()) / len(parts) < 0.67


def test_a_place_that_a_label_leaves_open_is_none_of_those_accepted(tmp_path: Path) -> None:
    label = (
        '{"event_type": "agreement", "alt_types": [], "date_start": null, "date_end": null, "place": null, '
        '"place_variants": [], "place_also": ["Syria"], "in_area": false, "actors": [], "killed": null, '
        '"wounded": null, "captured": null, "vehicles": null, "personnel": null, "optional": false, '
        '"evidence": "a ceasefire"}'
    )
    line = f'{{"id": "a", "events": [{label}], "no_event": true}}'
    (tmp_path / "gold_en.jsonl").write_text(line, encoding="utf-8")
    [event] = load_gold(tmp_path)["a"].events
    assert event.places == ("Syria",)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("{", "gold_en.jsonl, line 1: not valid JSON"),
        (
            '{"id": "a", "events": [{"event_type": "clash"}], "no_event": false}',
            "gold_en.jsonl, line 1: not a label",
        ),
        ("", "no gold_"),
    ],
)
def test_broken_labels_name_file_and_line(tmp_path: Path, content: str, problem: str) -> None:
    (tmp_path / "gold_en.jsonl").write_text(content)
    with pytest.raises(FormatError, match=problem):
        load_gold(tmp_path)


def test_a_labelled_report_that_is_missing_is_named() -> None:
    gold = load_gold(GOLD)
    with pytest.raises(FormatError, match="215 labelled reports are not among the reports, the first: "):
        evaluate([], gold, NAMES, lambda report: Reading(report.report_id, "en", (), ()))


def test_reading_nothing_has_no_precision_and_no_recall() -> None:
    reports = read_directory(ROOT / "data" / "reports")[0]
    scores = evaluate(reports, load_gold(GOLD), NAMES, lambda report: Reading(report.report_id, "en", (), ()))
    assert sum(score.tally["strict.right"] for score in scores) == 0
    assert sum(score.tally["strict.missed"] for score in scores) > 300
    assert sum(score.tally["no_event.alarms"] for score in scores) == 0
