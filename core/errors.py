"""The named errors: each a ``ValueError`` whose message a user can act on."""

from __future__ import annotations

from pathlib import Path


class EventMapError(ValueError):
    """Base of every error this program raises on purpose."""


class ReportError(EventMapError):
    """A report that cannot be read: empty, binary, too large, or not decodable."""


class FormatError(EventMapError):
    """A file of a known format with a broken line or field."""


class StoreError(EventMapError):
    """The store cannot be opened, migrated or written."""


class FilterError(EventMapError):
    """A filter value (often from a URL) that means nothing."""


class DataError(EventMapError):
    """A row of ``data/`` that breaks its schema; the message cites file, line and field."""

    def __init__(self, path: Path, line: int | None, field: str | None, problem: str) -> None:
        self.path, self.line, self.field, self.problem = path, line, field, problem
        where = path.name + (f", line {line}" if line is not None else "")
        what = f"field '{field}': " if field else ""
        super().__init__(f"{where}: {what}{problem}")
