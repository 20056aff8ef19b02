"""The command line: ``python -m core COMMAND``. Heavy imports wait until a command runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from core.commands import evaluate, explain, extract, load
from core.errors import EventMapError

_COMMANDS = (extract, explain, load, evaluate)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 is success, 1 a failure told on standard error, 2 a wrong use."""
    parser = argparse.ArgumentParser(
        prog="python -m core", description="Read reports on Deir Ezzor into events, and measure how well."
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.add_to(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except EventMapError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our output has seen enough; closing it again at exit would only complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


if __name__ == "__main__":
    sys.exit(main())
