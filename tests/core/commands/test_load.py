"""Loading a folder of reports from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.__main__ import main
from core.store import open_store

REPORT = '---\nid: "{name}"\noutlet: "Made Up Press"\npublished: "2020-06-04"\n---\n\nA quiet day in Hajin.\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports made up for this test, and a store of their own."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'events.sqlite'}")
    reports = tmp_path / "reports"
    reports.mkdir()
    for name in ("made-1", "made-2"):
        (reports / f"{name}.md").write_text(REPORT.format(name=name) + name, encoding="utf-8")
    return reports


def test_loading_twice_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["load", str(folder)]) == 0
    store = open_store()
    version = store.version()
    assert list(store.reports()["report_id"]) == ["made-1", "made-2"]
    assert main(["load", str(folder)]) == 0
    assert store.version() == version
    store.close()
    assert capsys.readouterr().out.splitlines() == [
        "2 reports in reports/, 2 read just now",
        "2 reports in reports/, 0 read just now",
    ]


def test_a_broken_report_is_named_and_the_rest_goes_on(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.md").write_bytes(b"\x00\x01\x02\xff" * 50)
    assert main(["load", str(folder)]) == 1
    shown = capsys.readouterr()
    assert shown.out == "2 reports in reports/, 2 read just now\n"
    assert "broken.md" in shown.err


def test_a_folder_that_is_not_there_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["load", str(folder / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err
