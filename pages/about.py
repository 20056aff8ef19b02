"""About: what the data are, how precise they are, how well the reader reads, and the codebook."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pandas as pd
import streamlit as st

from core.evaluate.figures import LABELS
from core.lexicon import Lexicon
from pages.parts import entry, plain, session, sidebar

ORDER, TITLE, ICON, FILTERED = 4, "About", ":material/info:", False

_PARTS = {"untouched": "Untouched reports (not looked at while writing rules)", "tuning": "Tuning reports"}
_LANGUAGES = {"en": "English", "ar": "Arabic"}
_SECTIONS = {"precise": "How precise", "accuracy": "How well it reads", "codebook": "Codebook"}
_FEW = 30

_WHAT = """
The map shows what **reports say** happened in and around the Deir Ezzor governorate of Syria. Each event is
read from the words of one report by rules that can be looked up; each field is tied to the characters it was
read from. Nothing is verified beyond its source: read the words, and see the outlet, before relying on it.

The reports that come with the program are short digests, in the project's own words, of real public reports.
They were chosen by hand to show the program at work. They are **not** a record of the war: how many there are
says nothing about how often anything happened.
"""

_PRECISION = """
| | 1 | 2 | 3 |
|---|---|---|---|
| **Date** | one day | up to eight days | longer |
| **Place** | a named town, base or spot | near a place, or part of an area | a region |

- A place's circle says where the event may lie: the town, the field, or the distance told. Areas are drawn
  as areas, never as a point. Places wider than a governorate are listed, never drawn.
- What cannot be placed, what happened outside the governorate and what is too unsure are listed under the
  map. What has no date stays on the map and leaves it when dates are chosen.
- Counts are ranges: "at least five" has no upper end, sources that differ give the lowest and the highest.
- *Background* (hollow) is an earlier or side happening that a report tells as context.
- *Confidence* estimates how likely type, place and date are all right.
"""


def event_type_table(lexicon: Lexicon) -> pd.DataFrame:
    """The event types: family, label, Arabic label, definition, ACLED and PLOVER codes."""
    families = lexicon.event_types.families
    return pd.DataFrame(
        {
            "Family": families[kind.family].label,
            "Type": kind.label,
            "Arabic": kind.label_ar,
            "Definition": kind.definition,
            "ACLED": f"{kind.acled.event_type}: {kind.acled.sub_event_type}",
            "PLOVER": kind.plover,
        }
        for kind in lexicon.event_types.by_id.values()
    )


def html_table(table: pd.DataFrame) -> str:
    """A table as HTML whose cells wrap, so that long definitions can be read."""
    head = "".join(f"<th>{plain.escape(str(name))}</th>" for name in table.columns)
    rows = (
        "".join(f'<td dir="auto">{plain.escape(str(cell))}</td>' for cell in row)
        for row in table.itertuples(index=False)
    )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    lines = f'<table class="rules codes"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div class="wide">{lines}</div>'


def actor_table(lexicon: Lexicon) -> pd.DataFrame:
    """The actors with their kind, group and the names they are read by."""
    by_id = lexicon.actors.by_id
    return pd.DataFrame(
        {
            "Actor": actor.name,
            "Arabic": actor.name_ar,
            "Kind": actor.kind,
            "Group": by_id[actor.group].name if actor.group in by_id else actor.group,
            "Also written": ", ".join(actor.aliases),
        }
        for actor in by_id.values()
    )


def place_table(lexicon: Lexicon) -> pd.DataFrame:
    """How many places of each type the gazetteer has."""
    kinds = Counter(place.feature_type for place in lexicon.gazetteer.places.values())
    rows = [{"Type of place": kind.replace("_", " "), "Places": n} for kind, n in kinds.most_common()]
    return pd.DataFrame(rows, columns=["Type of place", "Places"])


def trigger_table(lexicon: Lexicon) -> pd.DataFrame:
    """The words that tell of an event, with an example and a counter-example where the row has them."""
    seen: dict[tuple[str, str], dict[str, str]] = {}
    for _, form in lexicon.triggers:
        word = form.trigger
        label = lexicon.event_types.by_id[word.event_type].label if word.event_type else "any loss"
        seen.setdefault(
            (word.word, word.event_type),
            {
                "Word": word.word,
                "Language": word.language,
                "Tells of": label,
                "Example": word.example,
                "Not": word.counter_example,
            },
        )
    return pd.DataFrame(seen.values())


def accuracy_table(by_language: dict[str, dict[str, Any]]) -> pd.DataFrame:
    """One part's figures, the languages side by side: value, 95 % interval, number of cases.

    ``by_language``: the figures by the language's name. A value of few cases stands in brackets; a language
    without cases of a figure has blanks.
    """
    rows = []
    for figure, label in LABELS.items():
        cells = [_cells(figures.get(figure)) for figures in by_language.values()]
        if any(value for value, _, _ in cells):
            rows.append([label, *(text for cell in cells for text in cell)])
    columns = [
        column for name in by_language for column in (name, f"{name}, 95 % interval", f"{name}, cases")
    ]
    return pd.DataFrame(rows, columns=["Figure", *columns])


def _cells(figure: dict[str, Any] | None) -> tuple[str, str, str]:
    if figure is None or figure["value"] is None:
        return "", "", ""
    value, cases = f"{figure['value']:.2f}", figure["cases"]
    return f"({value})" if cases < _FEW else value, f"{figure['low']:.2f}-{figure['high']:.2f}", f"{cases:,}"


def _show_accuracy() -> None:
    if not session.ACCURACY.exists():
        st.info("There is no accuracy card yet. `python -m core evaluate` measures and writes it.")
        return
    card = json.loads(session.ACCURACY.read_text(encoding="utf-8"))
    for part, title in _PARTS.items():
        entries = {name: card[part][key] for key, name in _LANGUAGES.items() if key in card.get(part, {})}
        if not entries:
            continue
        sizes = "; ".join(
            f"{name}: {entry['reports']} reports, {entry['labels']} labelled events"
            for name, entry in entries.items()
        )
        st.markdown(f"**{title}**. {sizes}.")
        table = accuracy_table({name: entry["figures"] for name, entry in entries.items()})
        right = {name: st.column_config.TextColumn(alignment="right") for name in table.columns[1:]}
        st.dataframe(table, hide_index=True, height="content", column_config=right)


def _show_size(app: session.App) -> None:
    reports = app.reports()
    columns = st.columns(4)
    columns[0].metric("Reports", f"{len(reports):,}")
    columns[1].metric("Events", f"{len(app.store.snapshot()):,}")
    columns[2].metric("Outlets", f"{reports['outlet'].nunique():,}")
    columns[3].metric("Places", f"{len(app.lexicon.gazetteer.places):,}")


def _contents() -> None:
    with st.sidebar:
        sidebar.heading("On this page")
        st.markdown("\n".join(f"- [{title}](#{anchor})" for anchor, title in _SECTIONS.items()))


def show() -> None:
    """Draw the page."""
    app = session.open_app()
    _contents()
    st.title("About the map")
    st.markdown(_WHAT)
    _show_size(app)
    st.header(_SECTIONS["precise"], anchor="precise")
    st.markdown(_PRECISION)
    st.header(_SECTIONS["accuracy"], anchor="accuracy")
    st.caption(
        "Extraction compared with labels made by hand. A value in brackets rests on fewer than "
        f"{_FEW} cases: trust its interval."
    )
    _show_accuracy()
    st.header(_SECTIONS["codebook"], anchor="codebook")
    types, actors, places, words = st.tabs(["Event types", "Actors", "Places", "Event words"])
    with types:
        st.html(html_table(event_type_table(app.lexicon)))
    with actors:
        st.dataframe(actor_table(app.lexicon), hide_index=True)
    with places:
        st.dataframe(place_table(app.lexicon), hide_index=True, height="content", width="content")
    with words:
        st.dataframe(trigger_table(app.lexicon), hide_index=True)


if __name__ == "__main__":
    entry.run(show, __file__)
