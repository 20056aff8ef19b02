"""The weights of the confidence model, from ``data/confidence.csv`` (columns ``feature``, ``weight``)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from core.errors import DataError
from core.lexicon.tables import rows


def load_weights(path: Path) -> Mapping[str, float]:
    """``feature -> weight``, with ``intercept``. Raises :class:`DataError` on a repeated or bad row."""
    found: dict[str, float] = {}
    for line, row in rows(path, ("feature", "weight")):
        if row["feature"] in found:
            raise DataError(path, line, "feature", f"'{row['feature']}' stands twice")
        try:
            found[row["feature"]] = float(row["weight"])
        except ValueError:
            raise DataError(path, line, "weight", f"'{row['weight']}' is not a number") from None
    if "intercept" not in found:
        raise DataError(path, None, "feature", "the row 'intercept' is missing")
    return MappingProxyType(found)
