"""Reports: find one, read it with every field's words coloured, see its events and how each came about."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd
import streamlit as st

from core.commands.explain import explain, seen
from core.extract.trace import trace
from core.query import EventFilter
from core.view.words import day_of, day_words
from pages.parts import (
    entry,
    event_card,
    filters,
    matching,
    pick_list,
    plain,
    reading_view,
    selection,
    session,
)

ORDER, TITLE, ICON, FILTERED = 2, "Reports", ":material/article:", True

_OPEN = "open_report"


def report_rows(reports: pd.DataFrame, ids: Collection[str] | None, words: str) -> pd.DataFrame:
    """The reports to list: those of ``ids`` (all where it is ``None``) whose title, outlet or id has every
    word. Columns of the store's reports, in their order.
    """
    shown = reports if ids is None else reports[reports["report_id"].isin(list(ids))]
    names = shown["title"].fillna("") + " " + shown["outlet"].fillna("") + " " + shown["report_id"]
    folded = names.astype(str).str.casefold()
    has_all = pd.Series(data=True, index=shown.index)
    for word in words.casefold().split():
        has_all &= folded.str.contains(word, regex=False)
    return shown[has_all]


def _open(report_id: str) -> None:
    st.session_state[_OPEN] = report_id
    selection.select(None)


def _list_of(reports: pd.DataFrame, opened: str | None) -> None:
    """The reports as a list; a chosen one is opened."""
    rows = [
        pick_list.Row(
            id=row["report_id"],
            title=row["title"] or f"{row['outlet'] or row['report_id']}, untitled",
            when=day_words(day) if (day := day_of(row["published"])) else "no date",
            detail=row["outlet"] or "",
            note=f"{row['events']} event{'' if row['events'] == 1 else 's'}",
        )
        for row in reports.to_dict("records")
    ]
    pick_list.draw(
        "reports",
        rows,
        opened,
        _open,
        total=len(rows),
        label="Reports",
        empty="No report matches. Change the words or clear the filters.",
        height=640,
    )


def _opened(reports: pd.DataFrame) -> str | None:
    """The id of the report to show: of the link, of the session, else the first of the list."""
    given = st.query_params.get("open")
    if given and given != st.session_state.get("open_written"):
        st.session_state[_OPEN] = given
    kept = st.session_state.get(_OPEN)
    if kept is None and len(reports):
        kept = reports["report_id"].iloc[0]
    if kept is not None and st.query_params.get("open") != kept:
        st.query_params["open"] = kept
    st.session_state["open_written"] = kept
    return kept


def _show(app: session.App, report_id: str) -> None:
    report, reading = app.report(report_id), app.reading(report_id)
    types = app.lexicon.event_types
    chosen = next((event for event in reading.events if event.event_id == selection.current()), None)
    text, beside = st.columns((0.6, 0.4), gap="medium")
    with text:
        st.html(f'<h2 class="report-title" dir="auto">{plain.escape(report.title or "Untitled report")}</h2>')
        st.html(event_card.source_html(report, with_title=False))
        reading_view.draw_text(report, reading, chosen)
        if st.toggle("How it was read", key="trace", help="Every mention, candidate, score and rule."):
            lines = (*explain(report, reading), *seen(trace(report, app.lexicon)))
            with st.container(height=480, key="trace_lines"):
                st.html(reading_view.lines_html(lines))
    with beside, st.container(key="read_events"):
        if not reading.events:
            st.html('<p class="quiet">No event was read from this report.</p>')
        for event in reading.events:
            is_chosen = event is chosen
            st.button(
                plain.markdown(reading_view.event_label(event, types)),
                key=f"event_{event.event_id}",
                icon=":material/expand_more:" if is_chosen else ":material/chevron_right:",
                type="secondary" if is_chosen else "tertiary",
                width="stretch",
                on_click=selection.select,
                args=(None if is_chosen else event.event_id,),
            )
            if is_chosen:
                reading_view.draw_event(event, types)
                link = {"event": event.event_id}
                st.page_link(
                    "pages/map.py", label="Show on the map", icon=":material/map:", query_params=link
                )
        reading_view.draw_rejections(reading, types)


def show() -> None:
    """Draw the page."""
    app = session.open_app()
    asked = filters.current()
    reports = app.reports()
    listed, opened = st.columns((0.27, 0.73), gap="medium")
    with listed:
        words = st.text_input(
            "Find a report", placeholder="Find by title or outlet", label_visibility="collapsed"
        )
        ids = None if asked == EventFilter() else matching.report_ids(app.store, asked)
        shown = report_rows(reports, ids, words)
        scope = "all reports" if asked == EventFilter() else "with an event of the filter"
        st.html(f'<p class="quiet">{len(shown):,} of {len(reports):,} reports, {scope}</p>')
        report_id = _opened(shown)
        _list_of(shown, report_id)
        for problem in session.start_up_problems():
            st.warning(plain.markdown(problem), icon=":material/error:")
    with opened:
        if report_id is None:
            st.info("No report matches. Clear the filters, or add a report.")
        elif not (reports["report_id"] == report_id).any():
            st.warning(f"The link names a report that is not here: {plain.markdown(report_id)}")
        else:
            _show(app, report_id)
    selection.write_url()


if __name__ == "__main__":
    entry.run(show, __file__)
