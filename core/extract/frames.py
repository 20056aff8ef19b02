"""The sets of families, event types and frames that several stages tell apart."""

from __future__ import annotations

VIOLENT = frozenset({"fighting", "strikes_and_explosives"})
LOSS_FRAMES = frozenset({"killed", "wounded", "casualties"})
SEARCHES = frozenset({"arrest_or_raid", "security_operation"})
BOMBS = frozenset({"suicide_bombing", "ied_or_mine"})
FROM_AFAR = frozenset({"airstrike", "drone_strike", "shelling"})
