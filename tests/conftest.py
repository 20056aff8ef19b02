"""Fixtures that several parts of the tests share: each ``fixtures_*.py`` beside this file is a plugin."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, settings

# No property is timed: a machine that others share would fail it.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

pytest_plugins = sorted(f"tests.{path.stem}" for path in Path(__file__).parent.glob("fixtures_*.py"))
