"""Columns of numbers and texts as the map's engine reads them: typed arrays in base64, texts once each."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from typing import Any

import numpy as np

_OWN_ID = re.compile(r"[0-9a-f]{16}")
_LETTERS = {"uint8": "u8", "uint16": "u16", "uint32": "u32", "int32": "i32", "float32": "f32"}


def pack(values: Any, dtype: str) -> dict[str, str]:
    """A column as the engine reads it: its type's letter code and base64 of little-endian values."""
    array = np.ascontiguousarray(values, dtype=np.dtype(dtype).newbyteorder("<"))
    return {"t": _LETTERS[dtype], "b": base64.b64encode(array.tobytes()).decode("ascii")}


def pack_codes(codes: Any) -> dict[str, str]:
    """Whole numbers from 0 on in the smallest type that holds them."""
    array = np.asarray(codes)
    most = int(array.max()) if array.size else 0
    return pack(array, "uint8" if most < 2**8 else "uint16" if most < 2**16 else "uint32")


def pack_ids(values: list[str]) -> Any:
    """The ids, packed eight bytes each where all are the project's own 16 hexadecimal digits."""
    if not values or not all(map(_OWN_ID.fullmatch, values)):
        return values
    return {"b": base64.b64encode(bytes.fromhex("".join(values))).decode("ascii")}


def table(values: Iterable[Any]) -> tuple[list[int], list[Any]]:
    """Each value's index into the list of distinct values, in order of first appearance."""
    places: dict[Any, int] = {}
    codes = [places.setdefault(value, len(places)) for value in values]
    return codes, list(places)
