"""The store as the rest of the program uses it."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from core.errors import StoreError
from core.model import Event, Reading, Report, content_id, event_from_dict
from core.query import EventFilter
from core.store import frames, write
from core.store.cache import cached_snapshot
from core.store.edits import EDITABLE, Edit, trigger_of
from core.store.engine import VAR_DIR, database_url, locked, make_engine, migrate, writing
from core.store.labels import Labels
from core.store.rows import check_storable
from core.store.snapshot import Mask, Snapshot
from core.store.tables import events, readings, reports, store_meta
from core.store.where import text_conditions

_MOST_SEARCHES = 32  # masks kept: 1 MB each at a million events


def open_store(url: str | None = None, var_dir: Path = VAR_DIR) -> Store:
    """The store at ``url``, else at ``DATABASE_URL``, else ``events.sqlite`` in ``var_dir``, migrated.

    Raises :class:`StoreError` (without the address's password) where it cannot be opened or is not
    this program's.
    """
    address = database_url(url, var_dir)
    engine = make_engine(address)
    try:
        migrate(engine)
    except sa.exc.DBAPIError as error:
        engine.dispose()
        shown = address.render_as_string(hide_password=True)
        raise StoreError(f"the store at {shown} cannot be opened: {error.orig}") from error
    return Store(engine, var_dir)


class Store:
    """Reports, readings, edits and the read model. Safe to share between threads."""

    def __init__(self, engine: Engine, var_dir: Path) -> None:
        self._engine = engine
        self._var_dir = var_dir
        self._snapshot: Snapshot | None = None
        self._snapshot_lock = threading.Lock()
        self._found: dict[tuple[int, str], Mask] = {}

    def close(self) -> None:
        """Let the connections go."""
        self._engine.dispose()

    # --- reading ---------------------------------------------------------------------------

    def version(self) -> int:
        """Raised on every write: the key of every cache."""
        with self._engine.connect() as connection:
            return int(connection.execute(sa.select(store_meta.c.version)).scalar_one())

    def frame(
        self,
        asked: EventFilter | None = None,
        event_ids: Collection[str] | None = None,
        limit: int | None = None,
    ) -> pd.DataFrame:
        """The events as rows; see :func:`core.store.frames.event_frame` for columns and order."""
        with self._engine.connect() as connection:
            return frames.event_frame(connection, asked or EventFilter(), event_ids, limit)

    def rejections(self, asked: EventFilter | None = None) -> pd.DataFrame:
        """What is no event or has no place; see :func:`core.store.frames.rejection_frame`."""
        with self._engine.connect() as connection:
            return frames.rejection_frame(connection, asked or EventFilter())

    def reports(self) -> pd.DataFrame:
        """All reports as rows, newest first; see :func:`core.store.frames.report_frame`."""
        with self._engine.connect() as connection:
            return frames.report_frame(connection)

    def event(self, event_id: str) -> Event:
        """The event as it stands, people's edits included. Raises :class:`StoreError` where there is none."""
        with self._engine.connect() as connection:
            return _event(connection, event_id)

    def report(self, report_id: str) -> Report:
        """Raises :class:`StoreError` where there is none."""
        with self._engine.connect() as connection:
            found = write.stored_reports(connection, reports.c.report_id == report_id)
        if not found:
            raise StoreError(f"there is no report {report_id!r}")
        return found[0]

    def has_report(self, report_id: str) -> bool:
        """Whether there is a report with this id."""
        with self._engine.connect() as connection:
            return bool(write.stored_reports(connection, reports.c.report_id == report_id))

    def report_with_text(self, text: str) -> str | None:
        """The id of a report with exactly this text."""
        with self._engine.connect() as connection:
            where = reports.c.text_id == content_id("report", text)
            found = write.stored_reports(connection, where, reports.c.text == text)
        return found[0].report_id if found else None

    def reading(self, report_id: str) -> Reading:
        """The report's latest reading, its events as they stand (people's edits included).

        Raises :class:`StoreError` where there is none.
        """
        with self._engine.connect() as connection:
            reading = write.latest_reading(connection, report_id)
            if reading is None:
                raise StoreError(f"there is no reading of a report {report_id!r}")
            query = sa.select(events.c.content).where(events.c.report_id == report_id)
            rows = connection.execute(query.order_by(events.c.position)).scalars()
            return replace(reading, events=tuple(event_from_dict(row) for row in rows))

    def edits(self, report_id: str) -> list[Edit]:
        """The edits of a report's events, oldest first."""
        with self._engine.connect() as connection:
            return write.stored_edits(connection, report_id)

    def reader_versions(self, report_id: str) -> list[str]:
        """The reader versions of all readings of a report, oldest first."""
        query = sa.select(readings.c.reader_version).where(readings.c.report_id == report_id)
        with self._engine.connect() as connection:
            return list(connection.execute(query.order_by(readings.c.reading_id)).scalars())

    # --- the columns in memory -------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        """The events as columns in memory, of the store's present version (see ``snapshot``)."""
        with self._snapshot_lock, self._engine.connect() as connection:
            version, store_id = connection.execute(
                sa.select(store_meta.c.version, store_meta.c.store_id)
            ).one()
            if self._snapshot is None or self._snapshot.version != version:
                self._snapshot = cached_snapshot(connection, self._var_dir, store_id, version)
                self._found.clear()
            return self._snapshot

    def select(self, asked: EventFilter) -> tuple[Snapshot, Mask]:
        """The snapshot and the mask of the events a filter asks for, text search included."""
        snapshot = self.snapshot()
        return snapshot, snapshot.apply(asked, self._search(snapshot, asked.text))

    def facets(self, asked: EventFilter) -> pd.DataFrame:
        """How many events each choice of the sidebar has; see :meth:`Snapshot.facets`."""
        snapshot = self.snapshot()
        return snapshot.facets(asked, self._search(snapshot, asked.text))

    def _search(self, snapshot: Snapshot, text: str) -> Mask | None:
        if not text:
            return None
        key = (snapshot.version, text)
        mask = self._found.get(key)
        if mask is None:
            query = (
                sa.select(events.c.event_id)
                .join(reports, reports.c.report_id == events.c.report_id)
                .where(*text_conditions(text, events))
            )
            with self._engine.connect() as connection:
                mask = snapshot.rows_of(connection.execute(query).scalars())
            with self._snapshot_lock:
                while len(self._found) >= _MOST_SEARCHES:
                    del self._found[next(iter(self._found))]
                self._found[key] = mask
        return mask

    # --- writing ---------------------------------------------------------------------------

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Hold the store's lock, so that of two programs that start at once only one fills the store."""
        with locked(self._engine):
            yield

    def needs_reading(self, reader_version: str, given: Iterable[Report] = ()) -> list[Report]:
        """The given reports that are new or changed, then the stored ones last read by another reader."""
        with self._engine.connect() as connection:
            wanted = write.unwritten(connection, reader_version, given)
            ids = {report.report_id for report in wanted}
            stored = write.outdated(connection, reader_version)
            return wanted + [report for report in stored if report.report_id not in ids]

    def add_readings(
        self, items: Sequence[tuple[Report, Reading]], reader_version: str, labels: Labels
    ) -> int:
        """Write reports with their readings, all or nothing; the number that was not there yet.

        What is there already (the same report, last read by the same reader) changes nothing. Raises
        :class:`~core.errors.ReportError` on a report that no database can hold.
        """
        for report, reading in items:
            check_storable(report, reading)
        with writing(self._engine) as connection:
            return write.write_readings(connection, items, reader_version, labels)

    def add_edit(self, event_id: str, field: str, value: Any, *, who: str, why: str, labels: Labels) -> None:
        """Append a person's correction of one of :data:`EDITABLE`; ``value`` is in the contract's form.

        Raises :class:`StoreError` where there is no such event or field, the value does not fit, or
        nobody signs it.
        """
        if field not in EDITABLE:
            raise StoreError(f"{field!r} is not a field that can be edited")
        if not who.strip():
            raise StoreError("an edit needs the name of who makes it")
        with writing(self._engine) as connection:
            event = _event(connection, event_id)
            place = connection.execute(sa.select(events.c.report_id).where(events.c.event_id == event_id))
            edit = Edit(
                event_id, place.scalar_one(), trigger_of(event), field, value, who, write.utc_now(), why
            )
            write.write_edit(connection, edit, labels)


def _event(connection: Connection, event_id: str) -> Event:
    query = sa.select(events.c.content).where(events.c.event_id == event_id)
    content = connection.execute(query).scalar_one_or_none()
    if content is None:
        raise StoreError(f"there is no event {event_id!r}")
    return event_from_dict(content)
