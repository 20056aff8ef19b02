"""JSON lines: one report a line, as the contract of ``extract`` takes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from core.errors import ReportError
from core.model import Report
from core.readers._decode import check_size
from core.readers._fields import report_of

SUFFIXES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line (counted from 1) that is no report, and why."""

    line: int
    error: str


def read_lines(
    name: str, lines: Iterable[bytes], published: date | None = None, language: str | None = None
) -> Iterator[Report | BrokenLine]:
    """A report or a :class:`BrokenLine` for each line that is not blank, in order, read as they come."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _report(f"{name}, line {number}", line, published, language)
        except ReportError as error:
            yield BrokenLine(number, str(error))


def read(
    name: str, content: bytes, published: date | None = None, language: str | None = None
) -> list[Report]:
    """Every report of the file. Raises ``ReportError`` naming the first broken line."""
    reports = []
    for item in read_lines(name, content.split(b"\n"), published, language):
        if isinstance(item, BrokenLine):
            raise ReportError(item.error)
        reports.append(item)
    if not reports:
        raise ReportError(f"{name}: the file is empty")
    return reports


def _report(where: str, line: bytes, published: date | None, language: str | None) -> Report:
    check_size(where, line)
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReportError(f"{where}: not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise ReportError(f"{where}: not valid JSON ({error.msg} at character {error.colno})") from error
    except RecursionError as error:
        raise ReportError(f"{where}: JSON nested too deep") from error
    if not isinstance(value, dict):
        raise ReportError(f"{where}: a report must be a JSON object, not {type(value).__name__}")
    text = value.get("text")
    if not isinstance(text, str):
        raise ReportError(f"{where}: field 'text' is missing or not a string")
    return report_of(where, text, value, published, language)
