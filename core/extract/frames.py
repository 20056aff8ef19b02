"""The sets of families, event types and frames that several stages tell apart, and how far a spot reaches."""

from __future__ import annotations

VIOLENT = frozenset({"fighting", "strikes_and_explosives"})
LOSS_FRAMES = frozenset({"killed", "wounded", "casualties"})
FORCE_FRAMES = frozenset({"move", "station", "leave"})
SEARCHES = frozenset({"arrest_or_raid", "security_operation"})
BOMBS = frozenset({"suicide_bombing", "ied_or_mine"})
FROM_AFAR = frozenset({"airstrike", "drone_strike", "shelling"})
SPOT_KM = 25.0
"""A town or site reaches so far at most; what reaches farther is a countryside or wider."""
AIMS = frozenset({"target", "targeting", "استهدف"})  # verbs that name what an act is for

INTRANSITIVE = frozenset(
    {"die", "perish", "succumb", "sustain * injuries", "suffer * injuries", "lose * life"}
)  # whoever dies is the subject
