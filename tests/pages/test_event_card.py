"""The event card as HTML: Arabic beside the English names, what is only suspected. All events are made up."""

from __future__ import annotations

from dataclasses import replace

from core.lexicon import load
from core.model import EventActor, EventPlace, Role
from core.view.card import card
from pages.parts import event_card
from tests.made import event, place


def shown(**changes: object) -> str:
    return event_card.card_html(card(event("e", **changes), load().event_types))


def arabic(place_id: str, as_written: str) -> EventPlace:
    return replace(place(place_id), name=place_id.title(), as_written=as_written)


def test_arabic_words_stand_beside_the_english_names() -> None:
    page = shown(
        place=arabic("mayadin", "الميادين"),
        origin=arabic("bukamal", "البوكمال"),
        destination=arabic("mayadin", "الميادين"),
        actors=(EventActor("sdf", "SDF", "قسد", Role.INITIATOR),),
    )
    town = '<bdi>Mayadin</bdi> <bdi lang="ar" dir="rtl">الميادين</bdi>'
    assert f"<dt>Where</dt><dd>{town} <small>(" in page
    assert f'from <bdi>Bukamal</bdi> <bdi lang="ar" dir="rtl">البوكمال</bdi> to {town}</dd>' in page
    assert '<bdi>SDF</bdi> <bdi lang="ar" dir="rtl">قسد</bdi>' in page


def test_english_words_are_not_repeated() -> None:
    assert "<bdi>SDF</bdi></dd>" in shown(actors=(EventActor("sdf", "SDF", "the SDF", Role.INITIATOR),))


def test_who_is_only_suspected_says_so_next_to_the_name() -> None:
    page = shown(
        actors=(
            EventActor("isis", "ISIS", "ISIS", Role.UNKNOWN),
            EventActor("sdf", "SDF", "SDF", Role.TARGET),
        )
    )
    assert (
        "<bdi>ISIS</bdi> <small>(suspected or disputed)</small> <small>against</small> <bdi>SDF</bdi>" in page
    )
    assert "initiator only suspected" in page


def test_names_are_text() -> None:
    assert "<b>" not in shown(actors=(EventActor("x", "<b>x", "<b>ا", Role.INITIATOR),))
