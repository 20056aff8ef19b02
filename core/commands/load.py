"""``load``: bring the store up to date with a folder of reports; what ``make run`` does before it serves."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

REPORTS = Path(__file__).resolve().parents[2] / "data" / "reports"


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "load",
        help="read a folder of reports into the store",
        description="Read the new and changed reports of a folder, and those that another version of the"
        " reader read last, into the store (var/events.sqlite, or the database of DATABASE_URL). Loading the"
        " same folder twice changes nothing. What cannot be read is named on standard error, the rest goes"
        " on, and the exit status is 1.",
    )
    parser.add_argument(
        "directory", nargs="?", type=Path, default=REPORTS, metavar="DIR", help="default: data/reports"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """0 when every report could be read, else 1. Raises ``StoreError`` where there is no store to write."""
    from core import lexicon, pipeline
    from core.store import open_store

    store = open_store()
    try:
        result = pipeline.load_reports(store, options.directory, lexicon.load(), _progress)
    finally:
        store.close()
    for problem in result.errors:
        print(problem, file=sys.stderr)
    print(f"{result.reports:,} reports in {options.directory.name}/, {result.written:,} read just now")
    return 1 if result.errors else 0


def _progress(done: int, total: int) -> None:
    """One line that counts up on a terminal; silent in a pipe or a log."""
    if sys.stderr.isatty():
        print(f"\rReading reports: {done:,} of {total:,}", end="\n" if done == total else "", file=sys.stderr)
