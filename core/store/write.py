"""Writing: reports with their readings, edits, and the read model that follows from both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.model import Reading, Report, reading_from_dict, to_dict
from core.store.edits import Edit, apply_edits
from core.store.labels import Labels
from core.store.rows import actor_rows, event_row, rejection_row, report_row
from core.store.tables import edits, event_actors, events, readings, rejections, reports, store_meta

_MOST_PARAMETERS = 500


def utc_now() -> datetime:
    """Now in UTC, without a zone, to the second: the form of every time in the store."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def unwritten(connection: Connection, reader_version: str, given: Iterable[Report]) -> list[Report]:
    """Those of the given reports that are new, changed, or last read by another reader, each id once."""
    wanted = {report.report_id: report for report in given}
    latest = latest_readings()
    for ids in batched(list(wanted), _MOST_PARAMETERS):
        query = sa.select(latest.c.report_id).where(
            latest.c.reader_version == reader_version, latest.c.report_id.in_(ids)
        )
        read = set(connection.execute(query).scalars())
        for report in stored_reports(connection, reports.c.report_id.in_(ids)):
            if report.report_id in read and report == wanted[report.report_id]:
                del wanted[report.report_id]
    return list(wanted.values())


def outdated(connection: Connection, reader_version: str) -> list[Report]:
    """The stored reports whose last reading is not by this reader."""
    latest = latest_readings()
    read = sa.select(latest.c.report_id).where(latest.c.reader_version == reader_version)
    return stored_reports(connection, reports.c.report_id.not_in(read))


def batched(values: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """The values in pieces: a statement holds a limited number of parameters."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def stored_reports(connection: Connection, *where: sa.ColumnElement[bool]) -> list[Report]:
    """Reports of the store, by id."""
    names = ("report_id", "text", "title", "outlet", "url", "published", "language")
    query = sa.select(*(reports.c[name] for name in names)).where(*where).order_by(reports.c.report_id)
    return [Report(*row) for row in connection.execute(query)]


def latest_readings() -> sa.Subquery:
    """``readings``, the last of each report."""
    last = sa.select(sa.func.max(readings.c.reading_id)).group_by(readings.c.report_id)
    return sa.select(readings).where(readings.c.reading_id.in_(last)).subquery()


def latest_reading(connection: Connection, report_id: str) -> Reading | None:
    """What the last reader made of a report, without edits."""
    of_report = sa.select(readings.c.content).where(readings.c.report_id == report_id)
    content = connection.execute(
        of_report.order_by(readings.c.reading_id.desc()).limit(1)
    ).scalar_one_or_none()
    return reading_from_dict(content) if content is not None else None


def write_readings(
    connection: Connection, items: Sequence[tuple[Report, Reading]], reader_version: str, labels: Labels
) -> int:
    """Write what is not there yet; the number of readings appended."""
    wanted = {
        report.report_id for report in unwritten(connection, reader_version, [item[0] for item in items])
    }
    new = [(report, reading) for report, reading in items if report.report_id in wanted]
    if not new:
        return 0
    now = utc_now()
    known = {
        report.report_id
        for ids in batched(sorted(wanted), _MOST_PARAMETERS)
        for report in stored_reports(connection, reports.c.report_id.in_(ids))
    }
    for report, reading in new:
        row = report_row(report, reading.language)
        if report.report_id in known:
            connection.execute(reports.update().where(reports.c.report_id == report.report_id), row)
        else:
            connection.execute(reports.insert(), {**row, "added_at": now})
        content = {"reader_version": reader_version, "read_at": now, "content": to_dict(reading)}
        connection.execute(readings.insert(), {"report_id": report.report_id, **content})
        rebuild(connection, reading, labels)
    raise_version(connection)
    return len(new)


def write_edit(connection: Connection, edit: Edit, labels: Labels) -> None:
    """Append an edit and rebuild its report's events.

    Raises :class:`~core.errors.StoreError` on a value that does not fit; nothing is written then.
    """
    connection.execute(edits.insert(), {name: getattr(edit, name) for name in Edit.__dataclass_fields__})
    reading = latest_reading(connection, edit.report_id)
    assert reading is not None, "an event stems from a reading"
    rebuild(connection, reading, labels)
    raise_version(connection)


def stored_edits(connection: Connection, report_id: str) -> list[Edit]:
    """The edits of a report's events, oldest first."""
    columns = [edits.c[name] for name in Edit.__dataclass_fields__]
    query = sa.select(*columns).where(edits.c.report_id == report_id).order_by(edits.c.edit_id)
    return [Edit(*row) for row in connection.execute(query)]


def rebuild(connection: Connection, reading: Reading, labels: Labels) -> None:
    """Replace the read model's rows of one report by those of a reading and the report's edits."""
    report_id = reading.report_id
    of_report = sa.select(events.c.event_id).where(events.c.report_id == report_id)
    connection.execute(event_actors.delete().where(event_actors.c.event_id.in_(of_report)))
    connection.execute(events.delete().where(events.c.report_id == report_id))
    connection.execute(rejections.delete().where(rejections.c.report_id == report_id))
    edited = apply_edits(reading.events, stored_edits(connection, report_id), labels)
    batches = (
        (events, [event_row(item, report_id, n, labels) for n, item in enumerate(edited)]),
        (event_actors, [row for item in edited for row in actor_rows(item.event)]),
        (
            rejections,
            [rejection_row(item, report_id, n, labels) for n, item in enumerate(reading.rejections)],
        ),
    )
    for table, rows in batches:
        if rows:
            connection.execute(table.insert(), rows)


def raise_version(connection: Connection) -> None:
    """Say that the store changed."""
    connection.execute(store_meta.update().values(version=store_meta.c.version + 1))
