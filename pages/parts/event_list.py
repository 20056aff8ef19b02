"""The list of events beside the map: a small component, so that map and list select the same event."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from core.lexicon.event_types import EventTypes
from core.view.words import count_words, date_words, day_of, whole
from pages.parts import selection

MOST_ROWS = 500
GLYPHS = {
    "triangle": "▲△",
    "star": "★☆",
    "square": "■□",
    "diamond": "◆◇",
    "circle": "●○",
}
_HERE = Path(__file__).parent
_KEY = "event_list"


def glyph(symbol: str, is_hollow: bool) -> str:
    """The character of a family's symbol, hollow for background events."""
    return GLYPHS.get(symbol, GLYPHS["circle"])[is_hollow]


def rows_of(frame: pd.DataFrame, types: EventTypes) -> list[dict[str, Any]]:
    """The newest ``MOST_ROWS`` events of a frame (the store's read model), undated ones last.

    Each with id, mark, colour, type, place, when and toll as plain text.
    """
    dated = frame["date_start"].notna()
    newest = pd.concat([frame[dated].iloc[::-1], frame[~dated]]).head(MOST_ROWS)
    rows = []
    for row in newest.to_dict("records"):
        kind = types.by_id[row["event_type"]]
        family = types.families[kind.family]
        toll = count_words(*(whole(row[f"killed_{bound}"]) for bound in ("low", "best", "high")))
        rows.append(
            {
                "id": row["event_id"],
                "mark": glyph(family.symbol, bool(row["is_background"])),
                "colour": family.colour,
                "type": kind.label,
                "place": row["place_name"],
                "when": date_words(day_of(row["date_start"]), day_of(row["date_end"])),
                "toll": f"{toll} killed" if toll and toll != "0" else "",
            }
        )
    return rows


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component(
        _KEY,
        html='<div class="list" role="listbox" aria-label="Events" tabindex="0"></div>',
        css=(_HERE / "event_list.css").read_text(encoding="utf-8"),
        js=(_HERE / "event_list.js").read_text(encoding="utf-8"),
    )


def draw(rows: list[dict[str, Any]], total: int, height: int) -> None:
    """The rows in a scrolling list; a click or Enter selects before the next run."""
    more = f"and {total - len(rows):,} earlier ones: narrow the filter" if total > len(rows) else ""
    _component()(
        key=_KEY,
        data={"rows": rows, "selected": selection.current(), "more": more},
        height=height,
        on_chosen_change=_chosen,
    )


def _chosen() -> None:
    selection.select(st.session_state[_KEY]["chosen"])
