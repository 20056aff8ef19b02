"""Reading of the CSV tables in ``data/`` with errors that name file, line and field."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.errors import DataError


def rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """``(line, row)`` for each row of a UTF-8 CSV whose header must name ``columns``.

    Raises:
        DataError: a missing file, an undecodable one, a missing column, a row of another width.
    """
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.reader(handle, strict=True)
            header = next(reader, [])
            for name in columns:
                if name not in header:
                    raise DataError(path, 1, name, "the column is missing from the header")
            for cells in reader:
                if not cells:
                    continue
                if len(cells) != len(header):
                    raise DataError(path, reader.line_num, None, f"the row has not {len(header)} cells")
                yield reader.line_num, dict(zip(header, map(str.strip, cells), strict=True))
    except FileNotFoundError:
        raise DataError(path, None, None, "the file is missing") from None
    except UnicodeDecodeError as error:
        raise DataError(path, None, None, f"the file is not UTF-8 ({error.reason})") from None
    except csv.Error as error:
        raise DataError(path, None, None, f"the file is not a CSV table ({error})") from None


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, which stand between ``|``."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())
