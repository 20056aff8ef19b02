"""``evaluate``: how well the reader reads, against labels."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import FormatError

if TYPE_CHECKING:
    from core.evaluate import ReportScore
    from core.model import Report

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
REPORTS = ROOT / "data" / "reports"
CARD = ROOT / "data" / "accuracy.json"


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "evaluate",
        help="compare extraction with gold labels",
        description="Print how well extraction agrees with gold labels, per language and in total, with"
        " bootstrap 95 % intervals. Labels are split by a hash of the report's id: 60 % to tune on,"
        " 40 % untouched.",
    )
    parser.add_argument("--gold", type=Path, default=GOLD, metavar="DIR", help="folder of gold_*.jsonl")
    parser.add_argument(
        "--reports",
        type=Path,
        metavar="DIR",
        help="folder of the reports; by default the gold folder where reports lie there, else data/reports",
    )
    parser.add_argument(
        "--part", choices=("tuning", "untouched", "all"), help="one part, or both taken together"
    )
    parser.add_argument("--language", choices=("en", "ar"), help="with --errors: of this language only")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--errors", action="store_true", help="print the errors of the tuning part, and only those"
    )
    parser.add_argument("--write-card", action="store_true", help="write the figures to data/accuracy.json")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Evaluate and print. Raises ``FormatError`` for folders that do not hold what they should."""
    from core.evaluate import by_language, card, load_gold, load_pairs, parts_of, show

    gold = load_gold(options.gold)
    parts = parts_of(gold, load_pairs(options.gold))
    scores = scores_of(options.gold, options.reports)
    if options.errors:
        tuning = [score for score in scores if parts[score.report.report_id] == "tuning"]
        for block in show.errors([s for s in tuning if options.language in (None, s.report.language)]):
            print(block)
        return 0
    result = card(scores, parts)
    if options.write_card:
        CARD.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if options.part == "all" or (options.part is None and not options.json):
        result["all"] = by_language(scores)
    shown = {part: value for part, value in result.items() if options.part in (None, part)}
    if options.json:
        print(json.dumps(shown, indent=1))
    else:
        print("\n\n".join(show.table(part, languages) for part, languages in shown.items()))
    return 0


def scores_of(gold_dir: Path = GOLD, reports_dir: Path | None = None) -> Sequence[ReportScore]:
    """Read and compare every labelled report. Raises ``FormatError`` where one is missing or broken."""
    from core import lexicon
    from core.evaluate import evaluate, load_gold, names_of
    from core.extract import read_report

    words = lexicon.load()
    reports = _reports(reports_dir or _home_of_reports(gold_dir))
    return evaluate(reports, load_gold(gold_dir), names_of(words), lambda report: read_report(report, words))


def _home_of_reports(gold_dir: Path) -> Path:
    return gold_dir if any(gold_dir.glob("reports_*.jsonl")) else REPORTS


def _reports(directory: Path) -> list[Report]:
    """The reports of a folder: its ``reports_*.jsonl`` where there are any, else all its files."""
    from core.readers import read_directory, read_file

    if not directory.is_dir():
        raise FormatError(f"{directory}: no such folder of reports")
    files = sorted(directory.glob("reports_*.jsonl"))
    if files:
        return [report for path in files for report in read_file(path)]
    reports, problems = read_directory(directory)
    for problem in problems:
        print(problem, file=sys.stderr)
    return reports
