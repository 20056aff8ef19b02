"""The contract of ``extract``: shape, order, messages, exit status, the same bytes every time."""

# ruff: noqa: E501 - report text keeps its long lines

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from core.__main__ import main
from core.errors import EventMapError

ROOT = Path(__file__).parents[3]
TEXT = (
    "On June 3, a convoy of 30 vehicles of the SDF arrived in the town of Hajin from al-Shaddadi, according to SOHR. "
    "Two fighters were killed in an ISIS attack on the town of Dhiban on Sunday.\n"
)

NUMBER = {"type": ["integer", "null"]}
COUNT = {
    "type": ["object", "null"],
    "properties": {"low": NUMBER, "best": NUMBER, "high": NUMBER},
    "required": ["low", "best", "high"],
    "additionalProperties": False,
}
PLACE_FIELDS: dict[str, Any] = {
    "place_id": {"type": "string"},
    "name": {"type": "string"},
    "as_written": {"type": "string"},
    "feature_type": {"type": "string"},
    "relation": {"enum": ["near", "between", "offset", None]},
    "latitude": {"type": ["number", "null"], "minimum": -90, "maximum": 90},
    "longitude": {"type": ["number", "null"], "minimum": -180, "maximum": 180},
    "geo_precision": {"enum": [1, 2, 3]},
    "radius_km": {"type": "number", "minimum": 0},
}


def closed(properties: dict[str, Any], kind: Any = "object") -> dict[str, Any]:
    return {
        "type": kind,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


DAY = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
EVENT_FIELDS: dict[str, Any] = {
    "event_id": {"type": "string"},
    "event_type": {"type": "string"},
    "acled": closed({"event_type": {"type": "string"}, "sub_event_type": {"type": "string"}}),
    "date_start": DAY,
    "date_end": DAY,
    "time_precision": {"enum": [1, 2, 3, None]},
    "date_text": {"type": ["string", "null"]},
    "place": closed(PLACE_FIELDS),
    "origin": closed(PLACE_FIELDS, ["object", "null"]),
    "destination": closed(PLACE_FIELDS, ["object", "null"]),
    "via": {"type": "array", "items": closed(PLACE_FIELDS)},
    "actors": {
        "type": "array",
        "items": closed(
            {
                "actor_id": {"type": "string"},
                "name": {"type": "string"},
                "as_written": {"type": "string"},
                "role": {"enum": ["initiator", "target", "participant", "unknown"]},
                "killed": COUNT,
                "wounded": COUNT,
                "captured": COUNT,
            }
        ),
    },
    **dict.fromkeys(("killed", "wounded", "captured", "vehicles", "personnel"), COUNT),
    "attributed_to": {"type": "array", "items": {"type": "string"}},
    "is_background": {"type": "boolean"},
    "confidence": {"type": "number", "minimum": 0, "maximum": 1},
    "evidence": {
        "type": "array",
        "minItems": 1,
        "items": closed(
            {
                "field": {"type": "string"},
                "start": {"type": "integer"},
                "end": {"type": "integer"},
                "text": {"type": "string"},
                "rule": {"type": "string"},
            }
        ),
    },
}
PARTIAL_EVENT = closed(
    {**EVENT_FIELDS, "place": closed(PLACE_FIELDS, ["object", "null"])}, ["object", "null"]
)
REASONS = [
    "aggregate",
    "planned",
    "negated",
    "hypothetical",
    "foiled",
    "analysis",
    "comment",
    "page_furniture",
    "unplaced",
    "language",
]
READING = closed(
    {
        "report_id": {"type": "string"},
        "language": {"type": "string"},
        "events": {"type": "array", "items": closed(EVENT_FIELDS)},
        "rejections": {
            "type": "array",
            "items": closed(
                {
                    "start": {"type": "integer"},
                    "end": {"type": "integer"},
                    "text": {"type": "string"},
                    "reason": {"enum": REASONS},
                    "event": PARTIAL_EVENT,
                }
            ),
        },
    }
)


def run(*arguments: str, stdin: bytes = b"") -> tuple[int, list[Any], str]:
    """Exit status, the objects printed and standard error of the command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "core", "extract", *arguments],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()


def test_the_shape_and_the_spans(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    status, [reading], errors = run(str(path), "--published", "2020-06-08")
    assert (status, errors) == (0, "")
    jsonschema.validate(reading, READING)
    assert [event["event_type"] for event in reading["events"]][:1] == ["movement"]
    for item in [span for event in reading["events"] for span in event["evidence"]] + reading["rejections"]:
        assert TEXT[item["start"] : item["end"]] == item["text"]


def test_every_report_of_the_repository_keeps_the_shape(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    paths = sorted((ROOT / "data" / "reports").glob("*.md"))[::6]
    assert main(["extract", *map(str, paths)]) == 0
    readings = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [reading["report_id"] for reading in readings] == [path.stem for path in paths]
    for reading in readings:
        jsonschema.validate(reading, READING)


def test_bad_files_are_named_and_the_rest_goes_on_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("First, quiet.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "d.txt").write_bytes(b"word " * 1_000_001)
    (tmp_path / "e.md").write_text("---\nid: second\n---\n\nSecond, quiet.", encoding="utf-8")
    names = ["a.txt", "b.txt", "c.txt", "missing.txt", "d.txt", "e.md"]
    status, readings, errors = run(*(str(tmp_path / name) for name in names))
    assert status == 1
    assert [reading["report_id"] for reading in readings][1:] == ["second"]
    assert len(readings) == 2
    lines = errors.splitlines()
    assert [name for name in names if any(name in line for line in lines)] == names[1:5]
    assert "Traceback" not in errors


def test_json_lines_from_standard_input_with_a_broken_one() -> None:
    lines = [
        json.dumps(
            {"id": "one", "text": "Quiet.", "title": "T", "published": "2020-06-04", "language": "en"}
        ),
        '{"id": "two", "text": ',
        json.dumps({"id": "three", "text": "هدوء في الميادين."}),
    ]
    status, objects, errors = run("--jsonl", stdin="\n".join(lines).encode())
    assert status == 1
    assert [item["report_id"] for item in objects] == ["one", None, "three"]
    assert objects[1]["line"] == 2
    assert set(objects[1]) == {"report_id", "line", "error"}
    assert objects[1]["error"] in errors
    assert objects[2]["language"] == "ar"


def test_standard_input_is_plain_text_without_the_option() -> None:
    status, [reading], _ = run("--published", "2020-06-08", "--language", "en", stdin=TEXT.encode())
    assert (status, reading["language"]) == (0, "en")
    assert reading["events"] != []


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "core", "extract", str(path)]
    outputs = {
        subprocess.run(
            command,
            capture_output=True,
            cwd=ROOT,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "--published", "June"], "'June' is not a date like 2020-06-04"),
        (["extract", "--published", "0001-01-01"], "'0001-01-01' is not a date like 2020-06-04"),
        (["extract", "--language", "fr"], "invalid choice: 'fr'"),
        (["dance"], "invalid choice: 'dance'"),
        ([], "COMMAND"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert message in capsys.readouterr().err


def test_an_error_of_ours_is_a_message_not_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise EventMapError("gazetteer.csv, line 3: field 'latitude': 95 is out of range")

    monkeypatch.setattr("core.lexicon.load", fail)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"text")))
    assert main(["extract"]) == 1
    assert capsys.readouterr().err == "gazetteer.csv, line 3: field 'latitude': 95 is out of range\n"


def test_help_comes_without_the_heavy_imports() -> None:
    code = "import sys; from core.__main__ import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    check = "sys.exit(any(m in sys.modules for m in ('pandas', 'trafilatura', 'numpy', 'sqlalchemy')))"
    assert (
        subprocess.run(
            [sys.executable, "-c", code + check], cwd=ROOT, capture_output=True, check=False
        ).returncode
        == 0
    )
