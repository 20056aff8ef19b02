"""CSV for spreadsheets: UTF-8 with a byte order mark, lists in one cell, no cell that runs as a formula."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd

from core.formats.plain import plain_rows

LABEL = "CSV"
SUFFIX = "csv"
MIME = "text/csv"

# What starts a formula in a spreadsheet (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(events: pd.DataFrame) -> bytes:
    """One row an event in the frame's columns.

    ``|`` stands between the values of a list: actors as "name (role)", via by name. A text that a
    spreadsheet would run gets an apostrophe in front.
    """
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(events.columns)
    for row in plain_rows(events):
        rows.writerow([_cell(name, value) for name, value in row.items()])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _cell(name: str, value: Any) -> Any:
    if name == "actors":
        value = "|".join(f"{actor['name']} ({actor['role']})" for actor in value)
    elif name == "via":
        value = "|".join(stop[0] for stop in value)
    elif isinstance(value, list):
        value = "|".join(value)
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return "'" + value
    return value
