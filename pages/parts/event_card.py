"""The event card and the words an event was read from, as escaped HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from core.lexicon.event_types import EventTypes
from core.model import Event, Evidence, Report
from core.view.card import Card, Leg, Side, card
from core.view.passage import KIND_COLOURS, Segment, excerpt, kind_of, segments
from core.view.words import day_words, is_arabic
from pages.parts.event_rows import glyph
from pages.parts.plain import escape, web_address


def kind_class(field: str) -> str:
    """The style sheet's class of a field's colour."""
    return "k-" + kind_of(field).replace(" ", "-")


def passage_html(parts: Iterable[Segment]) -> str:
    """Segments as HTML: the words of a field underlined in its colour, its name on hover."""
    return "".join(
        f'<mark class="{kind_class(part.field)}" title="{escape(part.field)}">{escape(part.text)}</mark>'
        if part.field
        else escape(part.text)
        for part in parts
    )


def legend_html() -> str:
    """What the colours of the underlined words mean."""
    marks = " ".join(f'<mark class="k-{kind.replace(" ", "-")}">{kind}</mark>' for kind in KIND_COLOURS)
    return f'<p class="legend">{marks}</p>'


def name_html(name: str, as_written: str) -> str:
    """A name, and beside it the report's words for it where they are Arabic."""
    beside = f' <bdi lang="ar" dir="rtl">{escape(as_written)}</bdi>' if is_arabic(as_written) else ""
    return f"<bdi>{escape(name)}</bdi>{beside}"


def _small(words: str) -> str:
    return f" <small>({escape(words)})</small>" if words else ""


def _side(side: Side, role: str = "") -> str:
    losses = f" ({', '.join(map(escape, side.losses))})" if side.losses else ""
    return f"{name_html(side.name, side.as_written)}{losses}{_small(role)}"


def _leg(leg: Leg) -> str:
    return f"{leg.word} {', '.join(name_html(*place) for place in leg.places)}"


def who_html(sides: Sequence[Side]) -> str:
    """Who against whom: initiators, then targets; others with their role."""
    doers = [_side(side) for side in sides if side.role == "initiator"]
    targets = [_side(side) for side in sides if side.role == "target"]
    others = [_side(side, side.role) for side in sides if side.role not in {"initiator", "target"}]
    told = ", ".join(doers + others)
    if targets:
        told = (
            f"{told} <small>against</small> {', '.join(targets)}" if told else f"against {', '.join(targets)}"
        )
    return told or "not told"


def card_html(shown: Card, passage: str = "") -> str:
    """The card, top to bottom as DESIGN says; ``passage`` is HTML already."""
    lines = [
        ("When", escape(shown.date) + _small(shown.date_precision)),
        ("Where", name_html(shown.place, shown.place_as_written) + _small(shown.place_precision)),
        ("Route", " ".join(map(_leg, shown.route))),
        ("Who", who_html(shown.sides)),
        ("How many", ", ".join(map(escape, shown.counts))),
        ("According to", ", ".join(map(escape, shown.according_to))),
        ("Confidence", f"{escape(shown.confidence)}: <small>{escape(', '.join(shown.rests_on))}</small>"),
    ]
    rows = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in lines if value)
    mark = glyph(shown.symbol, shown.is_background)
    tag = '<span class="tag">background</span>' if shown.is_background else ""
    words = f'<blockquote dir="auto">{passage}</blockquote>' if passage else ""
    return (
        '<article class="event-card">'
        f'<h3><span style="color:{escape(shown.colour)}" aria-hidden="true">{mark}</span> '
        f'{escape(shown.type_label)} {tag}</h3><p class="quiet">{escape(shown.family_label)}</p>'
        f"<dl>{rows}</dl>{words}</article>"
    )


def source_html(report: Report, with_title: bool = True) -> str:
    """Outlet, date and title of a report, linked where its address is one of the web."""
    outlet = escape(report.outlet or "unknown outlet")
    when = day_words(report.published) if report.published else "publication date unknown"
    address = web_address(report.url)
    name = (
        f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow">{outlet}</a>'
        if address
        else outlet
    )
    title = f'<br><bdi class="title">{escape(report.title)}</bdi>' if report.title and with_title else ""
    return f'<p class="source"><bdi>{name}</bdi>, {when}{title}</p>'


def draw(event: Event, report: Report, types: EventTypes) -> None:
    """The card of an event with the sentences it was read from and its source."""
    passage = passage_html(excerpt(report.text, event.evidence))
    st.html(card_html(card(event, types), passage) + source_html(report))


def text_html(report: Report, evidence: Iterable[Evidence], language: str | None) -> str:
    """The whole report with the words of the given evidence underlined; Arabic runs right to left."""
    direction = "rtl" if (language or report.language or "") == "ar" else "auto"
    lang = ' lang="ar"' if direction == "rtl" else ""
    return (
        f'<div class="report" dir="{direction}"{lang}>{passage_html(segments(report.text, evidence))}</div>'
    )
