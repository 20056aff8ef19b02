"""The sets of families and frames that several stages tell apart."""

from __future__ import annotations

VIOLENT = frozenset({"fighting", "strikes_and_explosives"})
LOSS_FRAMES = frozenset({"killed", "wounded", "casualties"})
