"""A frame's rows as JSON-ready objects: what the formats share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def plain_rows(events: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Each row in the frame's columns: days as ISO dates, unknown as ``None``, lists as they are."""
    columns = [[_plain(value) for value in events[name].astype(object)] for name in events.columns]
    for values in zip(*columns, strict=True):
        yield dict(zip(events.columns, values, strict=True))


def _plain(value: Any) -> Any:
    if isinstance(value, (list, dict, str)):
        return value
    if pd.isna(value):
        return None
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else value
