"""Bytes to reports, one module a source format.

A new format is one file here with ``SUFFIXES`` (of file names, lower case) and
``read(name, content, published, language) -> list[Report]``, and a line in ``_FORMATS``.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePath
from types import ModuleType

from core.errors import ReportError
from core.model import Report
from core.readers import html, jsonl, markdown, text
from core.readers._decode import MAX_REPORT_BYTES
from core.readers._fields import plausible_day
from core.readers.jsonl import BrokenLine, read_lines

__all__ = [
    "MAX_REPORT_BYTES",
    "SUFFIXES",
    "BrokenLine",
    "plausible_day",
    "read_bytes",
    "read_directory",
    "read_file",
    "read_lines",
]

_FORMATS: tuple[ModuleType, ...] = (text, markdown, html, jsonl)
SUFFIXES: tuple[str, ...] = tuple(suffix for module in _FORMATS for suffix in module.SUFFIXES if suffix)


def read_bytes(
    name: str, content: bytes, published: date | None = None, language: str | None = None
) -> list[Report]:
    """The reports of a file by its name's ending; an unknown ending is read as plain text.

    ``published`` and ``language`` stand in where the file does not say. Raises ``ReportError``,
    whose message names the file (and the line or field).
    """
    suffix = PurePath(name).suffix.lower()
    module = next((module for module in _FORMATS if suffix in module.SUFFIXES), text)
    reports: list[Report] = module.read(name, content, published, language)
    return reports


def read_file(path: Path, published: date | None = None, language: str | None = None) -> list[Report]:
    """:func:`read_bytes` of a file on disk. Raises ``ReportError`` also when it cannot be opened."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReportError(f"{path}: {error.strerror or error}") from error
    return read_bytes(str(path), content, published, language)


def read_directory(directory: Path) -> tuple[list[Report], list[str]]:
    """Every report of a directory (not below), by file name, and the messages of what is not readable.

    A broken line of a JSONL costs that line, any other fault the file.
    """
    reports: list[Report] = []
    problems: list[str] = []
    for path in sorted(directory.iterdir()):
        if path.suffix.lower() not in SUFFIXES or path.name.startswith("."):
            continue
        try:
            if path.suffix.lower() in jsonl.SUFFIXES:
                for item in read_lines(str(path), path.read_bytes().split(b"\n")):
                    if isinstance(item, BrokenLine):
                        problems.append(item.error)
                    else:
                        reports.append(item)
            else:
                reports += read_file(path)
        except (ReportError, OSError) as error:
            problems.append(str(error))
    return reports, problems
