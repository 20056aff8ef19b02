"""JSON lines: one object an event, in the columns of the store's frame."""

from __future__ import annotations

import json

import pandas as pd

from core.formats.plain import plain_rows

LABEL = "JSON lines"
SUFFIX = "jsonl"
MIME = "application/x-ndjson"


def write(events: pd.DataFrame) -> bytes:
    """A line an event; unknown is null, coordinates are latitude and longitude in degrees."""
    lines = (json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in plain_rows(events))
    return "".join(lines).encode("utf-8")
