"""A report as it was read: its words with every field coloured, its events, and what was rejected and why."""

from __future__ import annotations

import re
from collections.abc import Iterable

import streamlit as st

from core.lexicon.event_types import EventTypes
from core.model import Event, Reading, Reason, Rejection, Report
from core.view.card import card
from core.view.words import date_words
from pages.parts import event_card
from pages.parts.plain import escape

REASONS = {
    "aggregate": "a total or statistic, not one happening",
    "planned": "planned, ordered or threatened",
    "negated": "denied or said not to have happened",
    "hypothetical": "supposed or conditional",
    "foiled": "stopped before any act",
    "analysis": "analysis or opinion",
    "comment": "a reader's comment",
    "page_furniture": "part of the web page, not of the report",
    "unplaced": "no place is told",
    "language": "in a language that is not read yet",
}


_NOT_DRAWN = "elsewhere, too wide or too unsure to be drawn"

# A report's own words in a line of ``explain``: in quotes, then where they stand or what was made of them.
_QUOTED = re.compile(r"'(.*)'(?= at \d+-\d+| -> )")
_SAID = "| "


def lines_html(lines: Iterable[str]) -> str:
    """The lines of ``explain``, indented as there; the report's words run in their own direction."""
    return f'<div class="trace">{"".join(map(_line_html, lines))}</div>'


def _line_html(line: str) -> str:
    words = line.lstrip()
    indent = f' style="margin-inline-start: {len(line) - len(words)}ch"' if words != line else ""
    if words.startswith(_SAID):
        return f'<p class="said"{indent} dir="auto">{escape(words.removeprefix(_SAID))}</p>'
    quoted = _QUOTED.search(words)
    if quoted is None:
        return f"<p{indent}><bdi>{escape(words)}</bdi></p>"
    before, after = words[: quoted.start(1)], words[quoted.end(1) :]
    return f"<p{indent}>{escape(before)}<bdi>{escape(quoted[1])}</bdi>{escape(after)}</p>"


def rejections_html(rejections: tuple[Rejection, ...], types: EventTypes) -> str:
    """Each rejected passage with its reason in words."""
    items = []
    for rejection in rejections:
        kind = types.by_id.get(rejection.event.event_type) if rejection.event else None
        where = rejection.event.place.name if rejection.event and rejection.event.place else None
        what = f"{escape(kind.label)}{f', {escape(where)}' if where else ''}: " if kind else ""
        reason = REASONS.get(str(rejection.reason), str(rejection.reason))
        if where and rejection.reason is Reason.UNPLACED:
            reason = _NOT_DRAWN
        words = " ".join(rejection.text.split())
        short = words if len(words) <= 300 else words[:300] + " ..."
        items.append(f'<li><b>{what}{escape(reason)}</b><br><q dir="auto">{escape(short)}</q></li>')
    return f'<ul class="rejections">{"".join(items)}</ul>'


def event_label(event: Event, types: EventTypes) -> str:
    """An event in one line: type, place, date."""
    place = event.place.name if event.place else "place unknown"
    return f"{types.by_id[event.event_type].label}, {place}, {date_words(event.date_start, event.date_end)}"


def explanation_html(event: Event) -> str:
    """How an event came about: per field the words it was read from and the rule that read them."""
    rows = "".join(
        f'<tr><td><mark class="{event_card.kind_class(item.field)}">{escape(item.field)}</mark></td>'
        f"<td><bdi>{escape(item.text)}</bdi></td><td>{escape(item.rule)}</td></tr>"
        for item in event.evidence
    )
    return (
        '<table class="rules"><thead><tr><th>Field</th><th>Words</th><th>Rule</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def draw_event(event: Event, types: EventTypes) -> None:
    """An event's card and how it came about."""
    st.html(event_card.card_html(card(event, types)) + explanation_html(event))


def draw_text(report: Report, reading: Reading, chosen: Event | None) -> None:
    """The report's text: all evidence coloured, or the chosen event's only."""
    evidence = chosen.evidence if chosen else [item for event in reading.events for item in event.evidence]
    st.html(event_card.legend_html() + event_card.text_html(report, evidence, reading.language))


def draw_rejections(reading: Reading, types: EventTypes) -> None:
    """What looked like an event and is none, with reasons."""
    if reading.rejections:
        with st.expander(f"Read, and not an event on the map: {len(reading.rejections)}", expanded=True):
            st.html(rejections_html(reading.rejections, types))
