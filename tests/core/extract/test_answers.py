"""What an attack answers, or followed, costs the answer nobody (made-up sentences)."""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Event, Report

WORDS = lexicon.load()


def _read(text: str, language: str) -> tuple[Event, ...]:
    return read_report(Report("r", text, published=date(2023, 5, 17), language=language), WORDS).events


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "US forces carried out strikes on Abu Kamal in response to an attack that killed two and "
            "wounded five soldiers at a base near Hasakah.",
        ),
        ("en", "US warplanes carried out strikes on Abu Kamal after two soldiers were killed in an attack."),
        ("en", "The SDF raided Hajin after two of its fighters were killed in an attack on a checkpoint."),
        (
            "ar",
            "شن الجيش الأمريكي غارة على مواقع للميليشيات الإيرانية في البوكمال، رداً على هجوم قتل فيه متعاقد.",
        ),
    ],
)
def test_the_dead_of_the_attack_before_are_not_counted(language: str, text: str) -> None:
    [event] = _read(text, language)
    assert (event.killed, event.wounded) == (None, None)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("US forces carried out strikes on Abu Kamal in response to an attack on a base, killing eight.", 8),
        ("Three people died after gunmen attacked a bus in Hajin.", 3),
        ("Three people were killed in Hajin following an attack on a bus.", 3),
    ],
)
def test_the_dead_of_the_answer_and_of_the_attack_told_are(text: str, killed: int) -> None:
    [event] = _read(text, "en")
    assert event.killed is not None
    assert event.killed.best == killed
