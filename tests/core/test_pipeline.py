from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from core.errors import ReportError
from core.lexicon import DATA_DIR
from core.lexicon import load as load_lexicon
from core.model import Reading, Report
from core.pipeline import LoadResult, SaveResult, load_reports, reader_version, save_report
from core.store import Store, open_store
from tests import made

# No places and no actors: the readings of these tests are made by hand.
LEXICON: Any = SimpleNamespace(
    event_types=SimpleNamespace(
        by_id={
            name: SimpleNamespace(family=family, acled=made.ACLED[name])
            for name, family in made.LABELS.families.items()
        }
    ),
    gazetteer=SimpleNamespace(places={}, ancestors=lambda _: ()),
)


def read(report: Report, lexicon: Any) -> Reading:
    """One event a report, named after it."""
    return made.reading(report.report_id, made.event(f"event-{report.report_id}"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/events.sqlite", tmp_path / "var")
    yield opened
    opened.close()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "reports").mkdir(parents=True)
    (folder / "actors.toml").write_text("# none\n")
    for number in range(3):
        head = f'---\nid: "r{number}"\ntitle: "Report {number}"\n---\n\n'
        (folder / "reports" / f"r{number}.md").write_text(f"{head}Made up for a test, number {number}.\n")
    return folder


def load(store: Store, data: Path, **changes: Any) -> LoadResult:
    return load_reports(store, data / "reports", LEXICON, **{"data_dir": data, "read": read, **changes})


def test_a_first_load_reads_all_and_tells_how_far_it_is(store: Store, data: Path) -> None:
    told: list[tuple[int, int]] = []
    assert load(store, data, progress=lambda done, total: told.append((done, total))) == LoadResult(3, 3, ())
    assert told == [(0, 3), (3, 3)]
    assert store.frame()["event_id"].tolist() == ["event-r0", "event-r1", "event-r2"]


def test_a_second_load_changes_nothing_and_reads_nothing(store: Store, data: Path) -> None:
    load(store, data)
    version = store.version()
    told: list[tuple[int, int]] = []

    def never(report: Report, lexicon: Any) -> Reading:
        raise AssertionError(report.report_id)

    again = load(store, data, read=never, progress=lambda done, total: told.append((done, total)))
    assert again == LoadResult(3, 0, ())
    assert (store.version(), told) == (version, [])


def test_a_change_of_the_data_leads_to_a_second_reading_of_all(store: Store, data: Path) -> None:
    load(store, data)
    save_report(store, made.report("pasted"), LEXICON, data_dir=data, read=read)
    (data / "actors.toml").write_text("# still none\n")
    assert load(store, data).written == 4
    assert len(store.reader_versions("r0")) == len(store.reader_versions("pasted")) == 2
    assert len(set(store.reader_versions("r0"))) == 2


def test_a_changed_or_new_report_is_read_alone(store: Store, data: Path) -> None:
    load(store, data)
    (data / "reports" / "r1.md").write_text('---\nid: "r1"\n---\n\nCorrected.\n')
    (data / "reports" / "r9.md").write_text('---\nid: "r9"\n---\n\nNew.\n')
    assert load(store, data) == LoadResult(4, 2, ())
    assert store.report("r1").text == "Corrected."


def test_bad_files_are_named_and_the_rest_goes_on(store: Store, data: Path) -> None:
    reports = data / "reports"
    (reports / "empty.md").write_text("")
    (reports / "binary.txt").write_bytes(bytes(range(256)))
    lines = [json.dumps({"id": "j1", "text": "Good."}), '{"id": "j2", "text": ', json.dumps({"id": "j3"})]
    (reports / "lines.jsonl").write_text("\n".join([*lines, json.dumps({"id": "j4", "text": "Good too."})]))
    result = load(store, data)
    assert (result.reports, result.written) == (5, 5)
    assert sorted(store.reports()["report_id"]) == ["j1", "j4", "r0", "r1", "r2"]
    for error, words in zip(
        result.errors,
        (("binary.txt",), ("empty.md",), ("lines.jsonl", "line 2"), ("lines.jsonl", "line 3", "'text'")),
        strict=True,
    ):
        assert [word for word in words if word not in error] == []


def test_a_report_that_cannot_be_read_does_not_stop_the_others(store: Store, data: Path) -> None:
    def fails(report: Report, lexicon: Any) -> Reading:
        if report.report_id == "r0":
            raise ReportError("report r0: too strange")
        if report.report_id == "r1":
            raise ZeroDivisionError
        return read(report, lexicon)

    result = load(store, data, read=fails)
    assert result.errors == (
        "report r0: too strange",
        "report 'r1': it could not be read; the log says why",
    )
    assert store.reports()["report_id"].tolist() == ["r2"]
    assert load(store, data).written == 2


def test_a_report_that_no_database_can_hold_is_named(store: Store, data: Path) -> None:
    (data / "reports" / "long.jsonl").write_text(json.dumps({"id": "x" * 121, "text": "Good."}))
    result = load(store, data)
    assert result.written == 3
    assert ["its id is not of 1 to 120 characters" in error for error in result.errors] == [True]


def test_one_id_for_two_texts_is_told(store: Store, data: Path) -> None:
    (data / "reports" / "z.md").write_text('---\nid: "r1"\n---\n\nAnother text.\n')
    result = load(store, data)
    assert result.errors == ("report 'r1': another report has this id, the later one is left out",)
    assert store.report("r1").text == "Made up for a test, number 1."


def test_a_missing_directory_is_an_error(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no such directory"):
        load(store, tmp_path / "nowhere")


def test_the_same_text_twice_is_recognised(store: Store, data: Path) -> None:
    first = save_report(store, made.report("a", text="Same text."), LEXICON, data_dir=data, read=read)
    version = store.version()
    again = save_report(store, made.report("b", text="Same text."), LEXICON, data_dir=data, read=read)
    assert (first, again) == (SaveResult("a", is_new=True), SaveResult("a", is_new=False))
    assert store.version() == version


def test_a_saved_report_does_not_overwrite_another(store: Store, data: Path) -> None:
    save_report(store, made.report("a", text="One."), LEXICON, data_dir=data, read=read)
    with pytest.raises(ReportError, match="another report with the id 'a'"):
        save_report(store, made.report("a", text="Two."), LEXICON, data_dir=data, read=read)
    assert store.report("a").text == "One."


def test_the_reader_version_follows_the_lexicon_and_not_the_reports(data: Path) -> None:
    before = reader_version(data)
    (data / "reports" / "r0.md").write_text("Other.")
    (data / "README.md").write_text("Words for people.")
    assert reader_version(data) == before
    (data / "actors.toml").rename(data / "actors2.toml")
    assert reader_version(data) != before


def test_every_report_of_the_repository_is_stored_and_a_second_load_changes_nothing(store: Store) -> None:
    reports = DATA_DIR / "reports"
    lexicon = load_lexicon()
    first = load_reports(store, reports, lexicon)
    assert first == LoadResult(len(list(reports.glob("*.md"))), len(list(reports.glob("*.md"))), ())
    version = store.version()
    assert load_reports(store, reports, lexicon).written == 0
    assert store.version() == version
