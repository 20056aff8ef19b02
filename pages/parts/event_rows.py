"""Events of the read model as rows of a list."""

from __future__ import annotations

import pandas as pd

from core.lexicon.event_types import EventTypes
from core.view.words import count_words, date_words, day_of, whole
from pages.parts.pick_list import Row

_NEEDED = [
    *("event_id", "event_type", "is_background", "date_start", "date_end", "place_name"),
    *("killed_low", "killed_best", "killed_high"),
]
_GLYPHS = {"triangle": "▲△", "star": "★☆", "square": "■□", "diamond": "◆◇", "circle": "●○"}


def glyph(symbol: str, is_hollow: bool) -> str:
    """The character of a family's symbol, hollow for background events."""
    return _GLYPHS.get(symbol, _GLYPHS["circle"])[is_hollow]


def rows_of(frame: pd.DataFrame, types: EventTypes) -> list[Row]:
    """The events of a frame (rows of the store's read model), in its order."""
    rows = []
    for row in frame[_NEEDED].to_dict("records"):
        kind = types.by_id[row["event_type"]]
        family = types.families[kind.family]
        toll = count_words(*(whole(row[f"killed_{bound}"]) for bound in ("low", "best", "high")))
        rows.append(
            Row(
                id=row["event_id"],
                title=kind.label,
                when=date_words(day_of(row["date_start"]), day_of(row["date_end"])),
                detail=row["place_name"],
                note=f"{toll} killed" if toll and toll != "0" else "",
                mark=glyph(family.symbol, bool(row["is_background"])),
                colour=family.colour,
            )
        )
    return rows
