"""The snapshot's file in ``var/``: a start reads columns instead of building them."""

from __future__ import annotations

import json
import logging
import os
import tempfile
import zipfile
from pathlib import Path

import numpy as np
from sqlalchemy.engine import Connection

from core.store.build import read_snapshot
from core.store.snapshot import COLUMNS, Array, Snapshot

_LOG = logging.getLogger(__name__)
_LAYOUT = 1  # raise it when COLUMNS or the meaning of one changes
_PARTS = ("event_ids", "report_ids", "actor_starts", "actor_rows", "actor_roles", "actor_first")


def cached_snapshot(connection: Connection, var_dir: Path, store_id: str, version: int) -> Snapshot:
    """The snapshot of the store's ``version``: from its file, else built and its file written.

    A file that cannot be read is built anew; one that cannot be written is logged and done without.
    """
    path = snapshot_path(var_dir, store_id, version)
    if path.is_file():
        try:
            return load_snapshot(path, version)
        except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
            _LOG.warning("%s cannot be read and is built anew: %s", path.name, error)
    snapshot = read_snapshot(connection, version)
    try:
        save_snapshot(snapshot, path)
        for old in path.parent.glob(f"snapshot-{store_id}-*.npz"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError as error:
        _LOG.warning("%s cannot be written, the next start will be slower: %s", path.name, error)
    return snapshot


def snapshot_path(var_dir: Path, store_id: str, version: int) -> Path:
    """The file of one version of one store."""
    return var_dir / f"snapshot-{store_id}-{version}-{_LAYOUT}.npz"


def save_snapshot(snapshot: Snapshot, path: Path) -> None:
    """Write a snapshot, whole or not at all. Raises ``OSError``."""
    parts: dict[str, Array] = {name: getattr(snapshot, name) for name in _PARTS}
    choices = np.frombuffer(json.dumps(snapshot.choices).encode("utf-8"), dtype=np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="snapshot-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(file, choices=choices, allow_pickle=False, **snapshot.columns, **parts)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def load_snapshot(path: Path, version: int) -> Snapshot:
    """Read a snapshot. A broken file raises what ``cached_snapshot`` catches."""
    with np.load(path, allow_pickle=False) as parts:
        columns = {name: parts[name] for name in COLUMNS}
        choices = json.loads(parts["choices"].tobytes())
        return Snapshot(version, columns, choices=choices, **{name: parts[name] for name in _PARTS})
