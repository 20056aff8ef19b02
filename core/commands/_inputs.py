"""What ``extract`` and ``explain`` read: files or standard input, plain or JSON lines."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.errors import ReportError
from core.model import Report
from core.readers import BrokenLine, jsonl, plausible_day, read_bytes, read_file, read_lines

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Unread:
    """A whole file that could not be read, and why."""

    error: str


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """The arguments that say what to read."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="report files; none or - is standard input")
    parser.add_argument("--jsonl", action="store_true", help="read one report a line, as JSON objects")
    parser.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="publication date (2020-06-04) where a report gives none",
    )
    parser.add_argument("--language", choices=("en", "ar"), help="language where a report gives none")


def reports_of(options: argparse.Namespace) -> Iterator[Report | BrokenLine | Unread]:
    """Every report of the inputs in order, read as they are asked for."""
    for name in options.files or [STDIN]:
        try:
            yield from _reports(name, options.jsonl, options.published, options.language)
        except ReportError as error:
            yield Unread(str(error))


def _reports(
    name: str, as_jsonl: bool, published: date | None, language: str | None
) -> Iterator[Report | BrokenLine]:
    path = Path(name)
    if as_jsonl or path.suffix.lower() in jsonl.SUFFIXES:
        if name == STDIN:
            yield from read_lines("standard input", sys.stdin.buffer, published, language)
            return
        try:
            with path.open("rb") as lines:
                yield from read_lines(name, lines, published, language)
        except OSError as error:
            raise ReportError(f"{name}: {error.strerror or error}") from error
    elif name == STDIN:
        yield from read_bytes("standard input", sys.stdin.buffer.read(), published, language)
    else:
        yield from read_file(path, published, language)


def _day(value: str) -> date:
    try:
        return plausible_day(date.fromisoformat(value))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{value}' is not a date like 2020-06-04") from error
