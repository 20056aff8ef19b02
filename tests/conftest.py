"""Fixtures that several parts of the tests share: each ``fixtures_*.py`` beside this file is a plugin."""

from __future__ import annotations

from pathlib import Path

pytest_plugins = sorted(f"tests.{path.stem}" for path in Path(__file__).parent.glob("fixtures_*.py"))
