"""Kinds of places: the closed list of ``data/feature_types.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from core.errors import DataError

_FIELDS: Mapping[str, type] = {
    "label": str,
    "label_ar": str,
    "group": str,
    "is_area": bool,
    "drawn": bool,
    "geo_precision": int,
    "words": list,
    "words_ar": list,
}


@dataclass(frozen=True, slots=True)
class FeatureType:
    """A kind of place.

    ``group`` joins kinds that reports mix up (a town called a village). ``is_area`` says that the
    coordinate stands for an extent, ``drawn`` that it may stand on a map at all. ``geo_precision``
    is ACLED's (1 a spot, 2 part of an area, 3 a region). ``words`` of both languages state the kind
    beside a name ("oil field", "بلدة"), plural forms included.
    """

    feature_type: str
    label: str
    label_ar: str
    group: str
    is_area: bool
    drawn: bool
    geo_precision: int
    words: tuple[str, ...]


def load_feature_types(path: Path) -> Mapping[str, FeatureType]:
    """The kinds of places by name, in file order.

    Raises:
        DataError: a missing or broken file, a missing, unknown or wrongly typed field.
    """
    try:
        with path.open("rb") as handle:
            tables: dict[str, Any] = tomllib.load(handle)
    except FileNotFoundError:
        raise DataError(path, None, None, "the file is missing") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(path, None, None, f"the file is not TOML ({error})") from None
    return MappingProxyType({name: _feature_type(path, name, table) for name, table in tables.items()})


def _feature_type(path: Path, name: str, table: Any) -> FeatureType:
    if not isinstance(table, dict):
        raise DataError(path, None, name, "is not a table")
    for field in table:
        if field not in _FIELDS:
            raise DataError(path, None, f"{name}.{field}", "is not a field of a feature type")
    for field, kind in _FIELDS.items():
        if field not in table:
            raise DataError(path, None, f"{name}.{field}", "is missing")
        if type(table[field]) is not kind:
            raise DataError(path, None, f"{name}.{field}", f"is not of type {kind.__name__}")
    if table["geo_precision"] not in {1, 2, 3}:
        raise DataError(path, None, f"{name}.geo_precision", "is not 1, 2 or 3")
    words = (*table.pop("words"), *table.pop("words_ar"))
    if not all(isinstance(word, str) and word for word in words):
        raise DataError(path, None, f"{name}.words", "holds something that is not a word")
    return FeatureType(name, **table, words=words)
