"""A list to pick from: a small component, so that a page can also say which row is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import streamlit as st

MOST_ROWS = 500
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """One row, two lines: mark and title with ``when``, below them ``detail`` with ``note``. Plain texts."""

    id: str
    title: str
    when: str = ""
    detail: str = ""
    note: str = ""
    mark: str = ""
    colour: str = ""


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component(
        "pick_list",
        html='<div class="list" role="listbox" tabindex="0"></div>',
        css=(_HERE / "pick_list.css").read_text(encoding="utf-8"),
        js=(_HERE / "pick_list.js").read_text(encoding="utf-8"),
    )


def draw(
    key: str,
    rows: Sequence[Row],
    chosen: str | None,
    on_choose: Callable[[str], None],
    *,
    label: str,
    empty: str,
    height: int,
) -> None:
    """The first ``MOST_ROWS`` rows in a scrolling list; a click or an arrow key chooses before the next run.

    ``empty`` says what to do when there is no row, ``label`` what the list holds.
    """

    def taken() -> None:
        on_choose(st.session_state[key]["chosen"])

    left_out = len(rows) - MOST_ROWS
    _component()(
        key=key,
        data={
            "rows": [asdict(row) for row in rows[:MOST_ROWS]],
            "chosen": chosen,
            "label": label,
            "end": empty if not rows else f"and {left_out:,} more: narrow the filter" if left_out > 0 else "",
        },
        height=height,
        on_chosen_change=taken,
    )
