"""Add report: paste or upload, look at what is read, then save (only where the server is on loopback)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from core import pipeline, readers
from core.errors import EventMapError, ReportError
from core.model import Report, report_id_of
from core.query.filter import EARLIEST, LATEST
from pages.parts import entry, event_card, map_widget, plain, reading_view, session, sidebar
from pages.parts.preview import frame_of

ORDER, TITLE, ICON, FILTERED = 3, "Add report", ":material/note_add:", False

_PREVIEW, _SAVED = "preview", "saved"
_PASTED = "pasted text"
_STEPS = """
1. Paste a text, or choose files.
2. Say who published it, where and when. The date anchors words such as "yesterday"; without it they stay
   unknown. What a file says of itself goes first.
3. Preview: see what is read from which words, what is rejected, and why.
4. Save. A text that is there already is recognised.
"""


def reports_of(
    text: str, files: list[tuple[str, bytes]], outlet: str, url: str, published: date | None, title: str = ""
) -> tuple[list[Report], list[str]]:
    """The reports of what was given, and a message for each part that cannot be read.

    What the form says stands in where a file does not say it; its title is of the pasted text alone. A text
    given twice is kept once.
    """
    found: dict[str, Report] = {}
    problems = []
    given = [(_PASTED, text.encode("utf-8"))] if text.strip() else []
    for name, content in [*given, *files]:
        try:
            for report in readers.read_bytes(name, content, published):
                found.setdefault(
                    report_id_of(report.text),
                    replace(
                        report,
                        title=report.title or (title.strip() or None if name == _PASTED else None),
                        outlet=report.outlet or outlet.strip() or None,
                        url=report.url or url.strip() or None,
                    ),
                )
        except ReportError as error:
            problems.append(str(error))
    return list(found.values()), problems


def _read() -> None:
    """Take up what the form holds."""
    form = st.session_state
    uploads = [(file.name, file.getvalue()) for file in form["add_files"] or ()]
    if not form["add_text"].strip() and not uploads:
        form[_PREVIEW] = ([], ["There is nothing to read yet: paste a text or choose a file."])
        return
    url = form["add_url"].strip()
    reports, problems = reports_of(
        form["add_text"], uploads, form["add_outlet"], url, form["add_published"], form["add_title"]
    )
    if url and plain.web_address(url) is None:
        problems.append("The link is not a web address (https://...); it is kept as text only.")
    form[_PREVIEW] = (reports, problems)


def _form() -> None:
    with st.form("add_report", border=False):
        st.text_input("Title", placeholder="optional, of the pasted text", key="add_title")
        st.text_area("Text of the report", height=220, placeholder="Paste the report here", key="add_text")
        st.file_uploader(
            "or files (.txt, .md, .html; at most 2 MB each)",
            type=["txt", "md", "html", "htm"],
            accept_multiple_files=True,
            key="add_files",
        )
        left, right = st.columns(2, gap="small")
        left.text_input("Outlet", placeholder="e.g. SANA", key="add_outlet")
        right.date_input(
            "Published on",
            value=None,
            min_value=EARLIEST,
            max_value=LATEST,
            format="YYYY-MM-DD",
            key="add_published",
        )
        st.text_input("Link", placeholder="https://", key="add_url")
        st.form_submit_button("Preview", type="primary", on_click=_read)


def _show(app: session.App, report: Report, number: int) -> None:
    """One report's preview: a small map, the words with their fields, the events, the rejections."""
    reading = pipeline.preview(report, app.lexicon)
    types = app.lexicon.event_types
    st.html(event_card.source_html(report))
    same = app.store.report_with_text(report.text)
    if same is not None:
        st.info("This text is in the store already.", icon=":material/content_copy:")
        st.page_link("pages/reports.py", label="Open it", query_params={"open": same})
    frame = frame_of(reading.events, types)
    if frame["latitude"].notna().any():
        map_widget.draw_small(frame, types, key=f"preview_{number}", height=260)
    if not reading.events:
        st.html('<p class="quiet">No event is read from this text.</p>')
    for event in reading.events:
        with st.expander(plain.markdown(reading_view.event_label(event, types))):
            reading_view.draw_event(event, types)
    reading_view.draw_text(report, reading, None)
    reading_view.draw_rejections(reading, types)


def _save(app: session.App, reports: list[Report]) -> None:
    saved, problems = [], []
    for report in reports:
        try:
            saved.append(pipeline.save_report(app.store, report, app.lexicon))
        except EventMapError as error:
            problems.append(str(error))
    st.session_state[_PREVIEW] = ([], problems)
    st.session_state[_SAVED] = saved


def show() -> None:
    """Draw the page."""
    app = session.open_app()
    writable = session.is_writable()
    with st.sidebar:
        sidebar.heading("How it works")
        st.markdown(_STEPS)
    st.title("Add a report")
    if not writable:
        st.info(
            "This server is read-only: reports can be saved only where the dashboard runs on your own "
            "machine (a loopback address). You can still see what would be read.",
            icon=":material/lock:",
        )
    given, seen = st.columns((0.42, 0.58), gap="large")
    with given:
        _form()
    with seen:
        for result in st.session_state.pop(_SAVED, ()):
            told = "Saved." if result.is_new else "This text was in the store already; nothing was added."
            st.success(told, icon=":material/check:")
            st.page_link("pages/reports.py", label="Open the report", query_params={"open": result.report_id})
        reports, problems = st.session_state.get(_PREVIEW, ([], []))
        for problem in problems:
            st.error(plain.markdown(problem), icon=":material/error:")
        if reports and writable:
            noun = "the report" if len(reports) == 1 else f"{len(reports)} reports"
            st.button(f"Save {noun}", type="primary", on_click=_save, args=(app, reports), key="save")
        for number, report in enumerate(reports):
            _show(app, report, number)


if __name__ == "__main__":
    entry.run(show, __file__)
