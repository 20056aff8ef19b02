from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pandas as pd
import pytest

from core.formats import FORMATS
from core.model import Count, Role
from core.store import open_store
from tests import made
from tests.made import LABELS


@pytest.fixture
def frame(tmp_path: Path) -> pd.DataFrame:
    store = open_store(f"sqlite:///{tmp_path}/events.sqlite", tmp_path)
    full = made.event(
        "e1",
        actors=(made.actor("isis"), made.actor("sdf", Role.TARGET)),
        killed=Count(2, 2, None),
        via=(made.place("bukamal"), made.place("syria")),
        attributed_to=("SOHR", "Example"),
    )
    bare = made.event("e2", date_start=None, date_end=None, time_precision=None, place=made.place("syria"))
    store.add_readings(
        [made.told("r1", full, bare, title='=HYPERLINK("https://evil.example")')], "v1", LABELS
    )
    found = store.frame()
    store.close()
    return found


def table_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_format_says_what_it_is() -> None:
    assert {suffix: (kind.label, kind.mime) for suffix, kind in FORMATS.items()} == {
        "csv": ("CSV", "text/csv"),
        "geojson": ("GeoJSON", "application/geo+json"),
        "jsonl": ("JSON lines", "application/x-ndjson"),
    }


@pytest.mark.parametrize("suffix", FORMATS)
def test_no_events_make_a_whole_file(frame: pd.DataFrame, suffix: str) -> None:
    content = FORMATS[suffix].write(frame.iloc[:0]).decode("utf-8-sig")
    assert (
        content
        == {
            "csv": ",".join(frame.columns) + "\r\n",
            "geojson": '{"type": "FeatureCollection", "features": []}',
            "jsonl": "",
        }[suffix]
    )


def test_csv_has_a_row_an_event_with_lists_in_cells(frame: pd.DataFrame) -> None:
    full, bare = table_of(FORMATS["csv"].write(frame))
    assert list(full) == list(frame.columns)
    assert (full["date_start"], full["killed_low"], full["killed_high"]) == ("2020-06-03", "2", "")
    assert full["actors"] == "ISIS (initiator)|SDF (target)"
    assert (full["via"], full["attributed_to"]) == ("Al-Bukamal|Syria", "SOHR|Example")
    assert (bare["date_start"], bare["latitude"]) == ("", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝", "\n="])
def test_csv_holds_no_formula(frame: pd.DataFrame, start: str) -> None:
    hostile = frame.assign(title=f"{start}1+1", place_name="Al-Mayadin", longitude=-40.5)
    row = table_of(FORMATS["csv"].write(hostile))[0]
    assert (row["title"], row["place_name"], row["longitude"]) == (f"'{start}1+1", "Al-Mayadin", "-40.5")


def test_geojson_puts_longitude_first_and_leaves_the_unplaced_without_a_point(frame: pd.DataFrame) -> None:
    full, bare = json.loads(FORMATS["geojson"].write(frame))["features"]
    assert full["geometry"] == {"type": "Point", "coordinates": [40.45, 35.02]}
    assert (full["id"], full["properties"]["place_name"]) == ("e1", "Al-Mayadin")
    assert bare["geometry"] is None
    assert "latitude" not in full["properties"]


def test_json_lines_keep_lists_and_say_null(frame: pd.DataFrame) -> None:
    full, bare = (json.loads(line) for line in FORMATS["jsonl"].write(frame).splitlines())
    assert list(full) == list(frame.columns)
    assert [actor["role"] for actor in full["actors"]] == ["initiator", "target"]
    assert (full["killed_low"], full["killed_high"], full["is_background"]) == (2, None, False)
    assert (bare["date_start"], bare["latitude"], bare["district"]) == (None, None, None)
