"""``extract``: reports in, one JSON object a report out; the contract that other programs read."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from core.commands._inputs import Unread, add_inputs, reports_of
from core.model import to_dict
from core.readers import BrokenLine


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "extract",
        help="print the events of reports as JSON, one object a report",
        description="Print one JSON object a report: its events and rejections, in input order. What cannot"
        " be read is named on standard error, the rest goes on, and the exit status is 1.",
    )
    add_inputs(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """0 when every report could be read, else 1."""
    from core import lexicon
    from core.extract import read_report

    words = lexicon.load()
    status = 0
    for item in reports_of(options):
        if isinstance(item, Unread):
            print(item.error, file=sys.stderr)
            status = 1
        elif isinstance(item, BrokenLine):
            print(item.error, file=sys.stderr)
            _print({"report_id": None, "line": item.line, "error": item.error})
            status = 1
        else:
            _print(to_dict(read_report(item, words)))
    return status


def _print(value: dict[str, Any]) -> None:
    """One line of UTF-8 whatever the terminal's encoding, so that the same input gives the same bytes."""
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()
