"""The filters' widgets: grouped as When, Who, What, Where and Trust, each choice with its count.

Labels carry counts that change with every filter, so each run sets the widgets' values anew from the
filter; what a person changes is taken into the filter by a callback, before the run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from core.model import Role
from core.query import EventFilter
from core.query.filter import EARLIEST, LATEST, MOST_KILLED
from pages.parts import filters

_ROLES = {
    Role.INITIATOR: "as initiator",
    Role.TARGET: "as target",
    Role.PARTICIPANT: "as participant",
    Role.UNKNOWN: "suspected",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen, by dimension (``actor``, ``family``, ``event_type``, ``district``, ``outlet``).

    ``existing``: how many events of the whole store have each choice; ``counts``: how many it would show
    under the present filter's other conditions. ``labels``: names by id. ``order``: the ids of the
    dimensions that have an order of their own; the others go by number.
    """

    existing: Mapping[str, Mapping[str, int]]
    counts: Mapping[str, Mapping[str, int]]
    labels: Mapping[str, str]
    order: Mapping[str, Sequence[str]]

    def counted(self, dimension: str, choice: str) -> str:
        """A choice's name with its count: ``ISIS (45)``."""
        return f"{self.labels.get(choice, choice)} ({self.counts[dimension].get(choice, 0):,})"

    def options(self, dimension: str, chosen: Iterable[str]) -> list[str]:
        """The choices to offer: those that occur and those chosen."""
        existing = self.existing[dimension]
        offered = {choice for choice, count in existing.items() if count} | set(chosen)
        if dimension in self.order:
            return [choice for choice in self.order[dimension] if choice in offered]
        return sorted(offered, key=lambda choice: (-existing.get(choice, 0), choice))


def actor_options(existing: Mapping[str, int], chosen: Iterable[str]) -> list[str]:
    """Options ``actor_id`` and ``actor_id:role``: the most named actor first, its roles right below it."""
    offered = {option for option, count in existing.items() if count} | set(chosen)
    offered |= {option.partition(":")[0] for option in offered}
    order = {str(role): place for place, role in enumerate(["", *Role])}

    def rank(option: str) -> tuple[int, str, int]:
        actor, _, role = option.partition(":")
        return -existing.get(actor, 0), actor, order[role]

    return sorted(offered, key=rank)


def draw(choices: Choices) -> None:
    """The filters in the sidebar."""
    asked = filters.current()
    with st.sidebar:
        _text(asked)
        heading("When")
        for column, field, label in zip(
            st.columns(2, gap="small"), ("date_from", "date_to"), ("From", "To"), strict=True
        ):
            with column:
                _day(field, label, asked)
        heading("Who")
        _actors(choices, asked)
        heading("What")
        _families(choices, asked)
        _several("event_types", "event_type", "Event types", choices, asked.event_types)
        _killed(asked)
        heading("Where")
        _several("districts", "district", "Districts", choices, asked.districts)
        heading("Trust")
        _several("outlets", "outlet", "Outlets", choices, asked.outlets)
        _confidence(asked)
        _background(asked)
        nothing_asked = asked == EventFilter()
        st.button("Clear all filters", on_click=filters.clear, disabled=nothing_asked, width="stretch")


def heading(text: str) -> None:
    """The heading of a group in the sidebar; ``text`` is our own."""
    st.html(f'<h2 class="group">{text}</h2>')


def _taking(field: str, read: Callable[[Any], Any] = lambda value: value) -> Callable[[], None]:
    """A callback that takes the widget's value into the filter."""

    def taken() -> None:
        filters.change(**{field: read(st.session_state[f"f_{field}"])})

    return taken


def _set(field: str, value: Any) -> str:
    """Set the value of a field's widget before it is drawn, and give its key."""
    st.session_state[f"f_{field}"] = value
    return f"f_{field}"


def _text(asked: EventFilter) -> None:
    st.text_input(
        "Search",
        key=_set("text", asked.text),
        placeholder="Search the reports",
        icon=":material/search:",
        label_visibility="collapsed",
        on_change=_taking("text"),
    )


def _day(field: str, label: str, asked: EventFilter) -> None:
    def taken() -> None:
        days = {"date_from": asked.date_from, "date_to": asked.date_to, field: st.session_state[f"f_{field}"]}
        if days["date_from"] and days["date_to"] and days["date_from"] > days["date_to"]:
            days = {"date_from": days["date_to"], "date_to": days["date_from"]}
        filters.change(**days)

    st.date_input(
        label,
        key=_set(field, getattr(asked, field)),
        min_value=EARLIEST,
        max_value=LATEST,
        format="YYYY-MM-DD",
        on_change=taken,
    )


def _actors(choices: Choices, asked: EventFilter) -> None:
    chosen = [f"{actor}:{role}" if role else actor for actor, role in asked.actors]

    def label(option: str) -> str:
        actor, _, role = option.partition(":")
        if not role:
            return choices.counted("actor", actor)
        name = choices.labels.get(actor, actor)
        return f"{name}, {_ROLES[Role(role)]} ({choices.counts['actor'].get(option, 0):,})"

    def read(options: list[str]) -> tuple[tuple[str, Role | None], ...]:
        pairs = (option.partition(":") for option in options)
        return tuple((actor, Role(role) if role else None) for actor, _, role in pairs)

    st.multiselect(
        "Actors",
        actor_options(choices.existing["actor"], chosen),
        key=_set("actors", chosen),
        format_func=label,
        placeholder="Any actor, in any role",
        select_all=False,
        label_visibility="collapsed",
        on_change=_taking("actors", read),
    )


def _families(choices: Choices, asked: EventFilter) -> None:
    st.pills(
        "Families of events",
        choices.order["family"],
        key=_set("families", list(asked.families)),
        selection_mode="multi",
        format_func=lambda family: choices.counted("family", family),
        label_visibility="collapsed",
        on_change=_taking("families", tuple),
    )


def _several(field: str, dimension: str, label: str, choices: Choices, chosen: Sequence[str]) -> None:
    st.multiselect(
        label,
        choices.options(dimension, chosen),
        key=_set(field, list(chosen)),
        format_func=lambda choice: choices.counted(dimension, choice),
        placeholder=f"All {label.lower()}",
        select_all=False,
        label_visibility="collapsed",
        on_change=_taking(field, tuple),
    )


def _killed(asked: EventFilter) -> None:
    st.number_input(
        "Killed at least",
        key=_set("killed_min", asked.killed_min),
        min_value=1,
        max_value=MOST_KILLED,
        step=1,
        placeholder="any number",
        on_change=_taking("killed_min"),
    )


def _confidence(asked: EventFilter) -> None:
    st.slider(
        "Confidence at least",
        0,
        100,
        key=_set("min_confidence", round(asked.min_confidence * 100)),
        format="%d%%",
        on_change=_taking("min_confidence", lambda percent: percent / 100),
    )


def _background(asked: EventFilter) -> None:
    st.toggle(
        "Background events",
        key=_set("show_background", asked.show_background),
        help="Earlier or side happenings that a report tells as context; hollow on the map.",
        on_change=_taking("show_background"),
    )
