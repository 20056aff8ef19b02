"""``evaluate`` on labels made up for these tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.__main__ import main
from core.evaluate import parts_of

LINE = {
    "id": "made-1",
    "no_event": False,
    "events": [
        {
            "event_type": "movement",
            "alt_types": [],
            "date_start": "2020-06-03",
            "date_end": "2020-06-03",
            "place": "Hajin",
            "place_variants": [],
            "place_also": [],
            "in_area": True,
            "actors": [{"name": "SDF", "as_written": "SDF", "role": "initiator"}],
            "killed": None,
            "wounded": None,
            "captured": None,
            "vehicles": [30, 30],
            "personnel": None,
            "optional": False,
            "evidence": "A convoy",
        }
    ],
}
TEXT = "A convoy of 30 vehicles of the SDF arrived in the town of Hajin on June 3."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report made up for this test with its label, and one without an event."""
    labels = [LINE, {"id": "made-2", "no_event": True, "events": []}]
    reports = [
        {"id": "made-1", "text": TEXT, "published": "2020-06-04", "language": "en"},
        {"id": "made-2", "text": "A quiet day in Hajin.", "language": "en"},
    ]
    (tmp_path / "gold_en.jsonl").write_text("\n".join(map(json.dumps, labels)), encoding="utf-8")
    (tmp_path / "reports_en.jsonl").write_text("\n".join(map(json.dumps, reports)), encoding="utf-8")
    return tmp_path


def test_json_figures_of_another_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--gold", str(folder), "--part", "all", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)["all"]["en"]["figures"]
    assert figures["strict_f1"] == {"value": 1.0, "low": 1.0, "high": 1.0, "cases": 1}
    assert figures["vehicles_exact"]["value"] == 1.0
    assert figures["false_alarms"]["value"] == 0.0


def test_the_table_is_for_a_person(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--gold", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert [line.split(" ")[0] for line in shown.splitlines() if "reports" in line and "labels," in line] == [
        "tuning",
        "untouched",
        "all",
    ]


def test_errors_print_the_tuning_part_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = json.loads(json.dumps(LINE))
    wrong["events"][0]["place"] = "Dhiban"
    labels = {f"made-{number}": {**wrong, "id": f"made-{number}"} for number in range(1, 31)}
    reports = [{"id": name, "text": TEXT, "published": "2020-06-04", "language": "en"} for name in labels]
    (folder / "gold_en.jsonl").write_text("\n".join(map(json.dumps, labels.values())), encoding="utf-8")
    (folder / "reports_en.jsonl").write_text("\n".join(map(json.dumps, reports)), encoding="utf-8")
    assert main(["evaluate", "--gold", str(folder), "--errors", "--part", "untouched"]) == 0
    shown = capsys.readouterr().out
    tuning = [name for name, part in parts_of(labels, []).items() if part == "tuning"]
    assert [line.split()[1] for line in shown.splitlines() if line.startswith("==")] == tuning
    assert 10 < len(tuning) < 25
    assert shown.count("MISS  movement, Dhiban") == len(tuning)


def test_folders_without_labels_or_reports_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--gold", str(folder / "nowhere")]) == 1
    assert "no gold_*.jsonl" in capsys.readouterr().err
    assert main(["evaluate", "--reports", str(folder)]) == 1
    assert "215 labelled reports are not among the reports" in capsys.readouterr().err
    assert main(["evaluate", "--reports", str(folder / "nowhere")]) == 1
    assert "no such folder of reports" in capsys.readouterr().err
