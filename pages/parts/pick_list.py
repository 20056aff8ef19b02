"""A list to pick from: a small component, so that a page can also say which row is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

MOST_ROWS = 500
_HERE = Path(__file__).parent


class Row(NamedTuple):
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
    total: int,
    label: str,
    empty: str,
    height: int,
) -> None:
    """The first ``MOST_ROWS`` rows in a scrolling list; a click or an arrow key chooses before the next run.

    ``total`` is how many there are in all, ``empty`` says what to do when there is none, ``label`` what the
    list holds.
    """

    def taken() -> None:
        on_choose(st.session_state[key]["chosen"])

    left_out = total - min(len(rows), MOST_ROWS)
    _component()(
        key=key,
        data={
            "rows": [row._asdict() for row in rows[:MOST_ROWS]],
            "chosen": chosen,
            "label": label,
            "end": empty if not rows else f"and {left_out:,} more: narrow the filter" if left_out > 0 else "",
        },
        height=height,
        on_chosen_change=taken,
    )
