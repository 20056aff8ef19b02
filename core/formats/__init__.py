"""Events to files, one module a format.

A new format is one file here with ``LABEL`` (for people), ``SUFFIX`` (of file names), ``MIME`` and
``write(events) -> bytes`` over the store's frame of events, and its name in ``_MODULES``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from core.formats import geojson, jsonl, table

_MODULES = (table, geojson, jsonl)


@dataclass(frozen=True, slots=True)
class Format:
    """``write`` takes the store's frame of events (see ``Store.frame``) and gives the file's bytes."""

    label: str
    suffix: str
    mime: str
    write: Callable[[pd.DataFrame], bytes]


#: The formats by suffix, in the order to offer them.
FORMATS: Mapping[str, Format] = {
    module.SUFFIX: Format(module.LABEL, module.SUFFIX, module.MIME, module.write) for module in _MODULES
}
