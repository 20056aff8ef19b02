"""Compare: two periods, two actors or two kinds of events side by side, on maps that move together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from core.query import EventFilter
from core.query.filter import EARLIEST, LATEST
from core.view.words import date_words, whole
from pages.parts import entry, filters, map_widget, plain, session, style
from pages.parts.choices import EVERYTHING, choices_of, labels_of
from pages.parts.sidebar import Choices

ORDER, TITLE, ICON, FILTERED = 2.5, "Compare", ":material/compare:", True

Period = tuple[date, date]


def halves(frame: pd.DataFrame) -> tuple[Period, Period] | None:
    """The time of the dated events cut in the middle; ``None`` where no event has a date."""
    dated = frame[frame["date_start"].notna()]
    if dated.empty:
        return None
    first, last = dated["date_start"].min().date(), dated["date_end"].max().date()
    middle = first + (last - first) / 2
    return (first, middle), (middle + timedelta(days=1), max(last, middle + timedelta(days=1)))


def period_of(value: str | None) -> Period | None:
    """A link's ``2019-01-01..2019-12-31``; ``None`` where it is missing or means nothing."""
    begins, _, ends = (value or "").partition("..")
    try:
        first, last = date.fromisoformat(begins), date.fromisoformat(ends)
    except ValueError:
        return None
    return (first, last) if EARLIEST <= first <= last <= LATEST else None


def comparison(
    before: pd.DataFrame, after: pd.DataFrame, labels: dict[str, str], names: tuple[str, str]
) -> pd.DataFrame:
    """Events by family, all events and killed at least, in the two frames and as a difference.

    Columns: What, the two names, Change.
    """

    sums = ("All events", "Killed at least")

    def numbers(frame: pd.DataFrame) -> dict[str, int]:
        by_family = {str(name): int(n) for name, n in frame["family"].value_counts().items()}
        killed = sum(whole(value) or 0 for value in frame["killed_low"])
        return {**by_family, **dict(zip(sums, (len(frame), killed), strict=True))}

    left, right = numbers(before), numbers(after)
    rows = [*sorted({*left, *right} - set(sums)), *sums]
    return pd.DataFrame(
        {
            "What": [labels.get(row, row) for row in rows],
            names[0]: [left.get(row, 0) for row in rows],
            names[1]: [right.get(row, 0) for row in rows],
            "Change": [f"{right.get(row, 0) - left.get(row, 0):+d}" for row in rows],
        }
    )


def _narrowed(app: session.App, asked: EventFilter, name: str) -> EventFilter:
    """The side's filter: actors and families of its own, where chosen, in place of the shared ones."""
    offered = choices_of(app, EVERYTHING)
    who, what = st.columns(2, gap="small")
    with who:
        actors = _own("actor", "Who", name, offered)
    with what:
        families = _own("family", "What", name, offered)
    return replace(
        asked,
        actors=tuple((actor, None) for actor in actors) or asked.actors,
        families=tuple(families) or asked.families,
    )


def _own(dimension: str, label: str, name: str, offered: Choices) -> list[str]:
    """What a side chooses of one dimension, kept in the link as ``a_actor=isis``."""
    options = [choice for choice in offered.options(dimension, ()) if ":" not in choice]
    parameter = f"{name}_{dimension}"
    asked = [value for value in st.query_params.get_all(parameter) if value in options]
    chosen = st.multiselect(
        f"{label} {name.upper()}",
        options,
        default=st.session_state.setdefault(f"compare_{parameter}", asked),
        key=f"compare_input_{parameter}",
        format_func=lambda choice: offered.labels.get(choice, choice),
        placeholder="As in the sidebar",
        select_all=False,
    )
    st.session_state[f"compare_{parameter}"] = chosen
    if chosen:
        st.query_params[parameter] = chosen
    elif parameter in st.query_params:
        del st.query_params[parameter]
    return chosen


def _side(app: session.App, asked: EventFilter, name: str, start: Period) -> tuple[pd.DataFrame, str]:
    """One side: its filter, its sentence, its map. Gives its events and its period in words."""
    given = st.session_state.setdefault(f"compare_{name}", period_of(st.query_params.get(name)) or start)
    chosen = st.date_input(
        f"Period {name.upper()}",
        value=given,
        min_value=EARLIEST,
        max_value=LATEST,
        format="YYYY-MM-DD",
        key=f"compare_input_{name}",
    )
    if isinstance(chosen, tuple) and len(chosen) == 2:
        given = st.session_state[f"compare_{name}"] = chosen
    st.query_params[name] = f"{given[0].isoformat()}..{given[1].isoformat()}"
    side = _narrowed(app, replace(asked, date_from=given[0], date_to=given[1]), name)
    frame = app.frame(side)
    sentence = side.sentence(len(frame), frame["report_id"].nunique(), labels_of(app.lexicon))
    st.html(f'<p class="sentence" role="status">{plain.escape(sentence)}</p>')
    map_widget.draw_linked(frame, app.lexicon.event_types, f"compare_{name}_map", style.MAP_PX - 120)
    return frame, date_words(*given)


def show() -> None:
    """Draw the page."""
    app = session.open_app()
    asked = filters.current()
    everything = app.frame(replace(asked, date_from=None, date_to=None))
    periods = halves(everything)
    if periods is None:
        st.info(
            "No event of this filter has a date: there is nothing to compare. Widen or clear the filters."
        )
        return
    left, right = st.columns(2, gap="small")
    with left:
        before, first = _side(app, asked, "a", periods[0])
    with right:
        after, second = _side(app, asked, "b", periods[1])
    names = (f"A: {first}", f"B: {second}")
    st.dataframe(
        comparison(before, after, labels_of(app.lexicon), names),
        hide_index=True,
        height="content",
        column_config={"Change": st.column_config.TextColumn(alignment="right")},
    )


if __name__ == "__main__":
    entry.run(show, __file__)
