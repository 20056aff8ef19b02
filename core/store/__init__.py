"""The store: reports, readings and people's edits, and the read model built from them.

SQLite in ``var/`` by default, PostgreSQL by ``DATABASE_URL``. Every write raises the store's version,
which keys every cache.
"""

from core.store.aggregate import Bounds, cell_steps, cells, timeline, within
from core.store.edits import EDITABLE, Edit
from core.store.engine import VAR_DIR
from core.store.labels import Labels, labels_of
from core.store.rows import check_storable
from core.store.snapshot import Snapshot
from core.store.store import Store, open_store

__all__ = [
    "EDITABLE",
    "VAR_DIR",
    "Bounds",
    "Edit",
    "Labels",
    "Snapshot",
    "Store",
    "cell_steps",
    "cells",
    "check_storable",
    "labels_of",
    "open_store",
    "timeline",
    "within",
]
