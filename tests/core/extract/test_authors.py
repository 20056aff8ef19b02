"""Who an attack is claimed by or blamed on, told in a clause or sentence of its own; made-up reports."""

from __future__ import annotations

import pytest

from core.model import Role
from tests.core.extract.test_reading import read

ATTACK = "A post in Hajin was attacked on Tuesday. "


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (ATTACK + "ISIS claimed responsibility.", {"isis": Role.INITIATOR}),
        (ATTACK + "ISIS claimed the attack.", {"isis": Role.INITIATOR}),
        (ATTACK + "ISIS said it was behind the attack.", {"isis": Role.INITIATOR}),
        (ATTACK + "The attack was claimed by ISIS.", {"isis": Role.INITIATOR}),
        (ATTACK + "It was the work of ISIS.", {"isis": Role.INITIATOR}),
        (ATTACK + "No group has claimed the attack.", {}),
        (ATTACK + "ISIS has not claimed responsibility.", {}),
        (ATTACK + "Nobody has claimed it, but ISIS is suspected.", {"isis": Role.UNKNOWN}),
        ("A post in Hajin was attacked on Tuesday; ISIS claimed responsibility.", {"isis": Role.INITIATOR}),
        ("The attack on a post in Hajin on Tuesday was claimed by ISIS.", {"isis": Role.INITIATOR}),
        ("An attack that ISIS claimed hit a post in Hajin on Tuesday.", {"isis": Role.INITIATOR}),
        ("A bomb laid by ISIS went off in Hajin on Tuesday.", {"isis": Role.INITIATOR}),
        ("Strikes hit Al-Mayadin on Tuesday. Syria blamed Israel for the strikes.", {"israel": Role.UNKNOWN}),
        ("Strikes hit Al-Mayadin on Tuesday. The strikes were blamed on Israel.", {"israel": Role.UNKNOWN}),
        ("A strike attributed to Israel hit a depot in Al-Mayadin on Tuesday.", {"israel": Role.INITIATOR}),
    ],
)
def test_who_is_named_for_an_attack(text: str, roles: dict[str, Role]) -> None:
    [event] = read(text).events
    assert {actor.actor_id: actor.role for actor in event.actors} == roles
