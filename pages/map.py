"""Map: what the filter shows, on the map, over time, as a list, and the selected event's card."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.errors import StoreError
from core.query import EventFilter
from core.view.words import date_words, day_of
from pages.parts import (
    downloads,
    entry,
    event_card,
    event_rows,
    filters,
    map_widget,
    matching,
    pick_list,
    plain,
    selection,
    session,
    style,
    timeline,
)
from pages.parts.choices import labels_of

ORDER, TITLE, ICON, FILTERED = 1, "Map", ":material/map:", True

_COLUMNS = (0.775, 0.225)
_UNKNOWN = "No certain place in the governorate is told"


def unplaced_table(rejections: pd.DataFrame, wide: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    """What is not on the map: happenings without a known place, and events in places too wide to draw.

    ``rejections`` as the store gives them, ``wide`` rows of the read model. Columns: Event, When, Why,
    Words, Report (title or outlet) and report_id.
    """
    nowhere = rejections[rejections["reason"] == "unplaced"]
    rows = [
        *((row, _UNKNOWN, row["text"]) for row in nowhere.to_dict("records")),
        *(
            (row, f"{row['place_name']} is too wide to draw", row["as_written"])
            for row in wide.to_dict("records")
        ),
    ]
    return pd.DataFrame(
        [
            (
                labels.get(row["event_type"], "Happening"),
                date_words(day_of(row["date_start"]), day_of(row["date_end"])),
                why,
                words,
                row["title"] or row["outlet"] or row["report_id"],
                row["report_id"],
            )
            for row, why, words in rows
        ],
        columns=["Event", "When", "Why", "Words", "Report", "report_id"],
    )


def _unplaced(app: session.App, asked: EventFilter, labels: dict[str, str]) -> None:
    found = matching.of(app, asked)
    table = unplaced_table(app.rejections(asked), found.wide, labels)
    n_unplaced = len(table) + found.n_wide - len(found.wide)
    with st.expander(f"Not on the map: {n_unplaced:,}", icon=":material/location_off:"):
        if table.empty:
            st.html('<p class="quiet">Every event of this filter has a place on the map.</p>')
            return
        st.html('<p class="quiet">Choose a row to read its report.</p>')
        picked = st.dataframe(
            table.drop(columns="report_id"),
            hide_index=True,
            column_config={"Words": st.column_config.TextColumn(width="large")},
            on_select="rerun",
            selection_mode="single-row",
            key="unplaced",
        )
        if picked["selection"]["rows"]:
            report_id = table["report_id"].iloc[picked["selection"]["rows"][0]]
            st.switch_page("pages/reports.py", query_params={"open": report_id})


def _card(app: session.App, event_id: str, is_shown: bool) -> None:
    try:
        event, report_id = app.event(event_id)
    except StoreError:
        st.warning(f"The link names an event that is not here: {plain.markdown(event_id)}")
        st.button("Close", on_click=selection.select, args=(None,), key="close_card")
        return
    event_card.draw(event, app.report(report_id), app.lexicon.event_types)
    if not is_shown:
        st.html('<p class="quiet">The present filter leaves this event out.</p>')
    read, close = st.columns([3, 2], gap="small")
    with read:
        st.page_link(
            "pages/reports.py",
            label="Read the report",
            icon=":material/article:",
            query_params={"open": report_id, "event": event_id},
        )
        link = {**filters.current().to_params(), "event": [event_id]}
        st.page_link("pages/map.py", label="Link to it", icon=":material/link:", query_params=link)
    close.button("Close", on_click=selection.select, args=(None,), key="close_card", width="stretch")


@st.fragment
def _explore(app: session.App, asked: EventFilter) -> None:
    """Map, timeline, list and card. A fragment: choosing an event runs only this part again."""
    if filters.current() != asked:
        st.rerun()  # the brush changed the filter: the sidebar and the sentence follow
    selected = selection.current()
    selection.write_url()
    found = matching.of(app, asked)
    labels = labels_of(app.lexicon)
    wide, narrow = st.columns(_COLUMNS, gap="small")
    with wide:
        map_widget.draw(app, asked, style.MAP_PX)
        by = st.session_state.get("timeline_by") or "family"
        timeline.draw(app, asked, labels, by, style.TIMELINE_PX)
        st.segmented_control(
            "Stack the timeline",
            options=list(timeline.BY),
            format_func=lambda choice: timeline.BY[choice],
            default="family",
            key="timeline_by",
            label_visibility="collapsed",
        )
    with narrow:
        if selected:
            with st.container(height=style.CARD_PX, key="card"):
                _card(app, selected, matching.holds(app.store, asked, selected))
        height = style.SIDE_PX - (style.CARD_PX + 8 if selected else 0)
        pick_list.draw(
            "events",
            event_rows.rows_of(found.newest, app.lexicon.event_types),
            selected,
            selection.select,
            total=found.n_events,
            label="Events",
            empty="No event matches. Widen or clear the filters.",
            height=height,
        )
    _unplaced(app, asked, labels)


def show() -> None:
    """Draw the page."""
    app = session.open_app()
    asked = filters.current()
    found = matching.of(app, asked)
    sentence = asked.sentence(found.n_events, found.n_reports, labels_of(app.lexicon))
    told, files = st.columns(_COLUMNS, gap="small", vertical_alignment="center")
    told.html(f'<p class="sentence" role="status">{plain.escape(sentence)}</p>')
    with files:
        downloads.draw(app, asked, sentence, found.n_events)
    _explore(app, asked)


if __name__ == "__main__":
    entry.run(show, __file__)
