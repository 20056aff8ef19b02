"""The dashboard's entry: ``streamlit run dashboard.py``.

Draws what all pages share (style, navigation, filters) and runs the chosen page of ``pages/``.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import streamlit as st

from pages.parts import style

PAGES = Path(__file__).parent / "pages"


def main() -> None:
    """One run: from the URL's filter to the page."""
    st.set_page_config("Deir Ezzor Event Map", style.ICON, "wide", initial_sidebar_state=style.SIDEBAR_PX)
    style.apply()
    with st.spinner("Starting ..."):
        # The first visit to a server waits some seconds for the libraries: not before a blank page.
        from core.errors import EventMapError
        from pages.parts import choices, entry, filters, plain, selection, session, sidebar

        modules = {path.stem: import_module(f"pages.{path.stem}") for path in PAGES.glob("[!_]*.py")}
    names = sorted(modules, key=lambda name: modules[name].ORDER)
    pages = [
        st.Page(
            PAGES / f"{name}.py",
            title=modules[name].TITLE,
            icon=modules[name].ICON,
            url_path=name,
            default=name == names[0],
        )
        for name in names
    ]
    chosen = st.navigation(pages, position="top")
    try:
        app = session.open_app()
        is_new_page = st.session_state.get("page") != chosen.title
        st.session_state["page"] = chosen.title
        filters.read_url(choices.known(app), is_new_page=is_new_page)
        selection.read_url(is_new_page=is_new_page)
        filters.write_url()
        if modules[chosen.url_path or names[0]].FILTERED:
            sidebar.draw(choices.choices_of(app, filters.current()))
    except EventMapError as error:
        st.error(plain.markdown(str(error)), icon=":material/error:")
        st.stop()
    for problem in filters.problems():
        st.warning(f"Left out of the filter: {plain.markdown(problem)}", icon=":material/filter_alt_off:")
    with entry.dashboard():
        chosen.run()


main()
