"""The repository's own event types and families."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.lexicon.event_types import load_event_types

TYPES = load_event_types(Path(__file__).resolve().parents[2] / "data" / "event_types.toml")
GROUNDS = ("#FFFFFF", "#0E1117")  # the light and the dark page


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.1, 0 to 1, of ``#RRGGBB``."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_types_and_their_families_are_those_of_the_design() -> None:
    assert {family: [kind.event_type for kind in TYPES.of_family(family)] for family in TYPES.families} == {
        "fighting": ["clash", "armed_attack", "ambush", "assassination", "other_violence"],
        "strikes_and_explosives": ["airstrike", "drone_strike", "shelling", "ied_or_mine", "suicide_bombing"],
        "force_posture": ["deployment", "movement", "withdrawal", "training_or_exercise"],
        "control_and_detention": ["security_operation", "arrest_or_raid", "abduction"],
        "civil": ["protest", "looting_or_property_destruction", "agreement"],
    }


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_family_stands_out_from_both_grounds(ground: str) -> None:
    assert {f.family: round(contrast(f.colour, ground), 1) for f in TYPES.families.values()
            if contrast(f.colour, ground) < 3} == {}  # fmt: skip


def test_no_two_families_share_a_colour_or_a_symbol() -> None:
    families = list(TYPES.families.values())
    assert len({f.colour for f in families}) == len(families)
    assert len({f.symbol for f in families}) == len(families)


def test_labels_are_short_and_unlike() -> None:
    labels = [kind.label for kind in TYPES.by_id.values()]
    assert len(set(labels)) == len(labels)
    assert max(map(len, labels)) <= 24
