"""Gold labels against extraction: how well the reader reads, measured (see the codebook)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from core.errors import FormatError
from core.evaluate.figures import Figure, by_language, card, drops, figures
from core.evaluate.gold import GoldReport, load_gold, load_pairs, parts_of
from core.evaluate.names import Names, names_of
from core.evaluate.score import ReportScore, score
from core.model import Reading, Report

__all__ = [
    "Figure",
    "GoldReport",
    "Names",
    "ReportScore",
    "by_language",
    "card",
    "drops",
    "evaluate",
    "figures",
    "load_gold",
    "load_pairs",
    "names_of",
    "parts_of",
]


def evaluate(
    reports: Iterable[Report], gold: Mapping[str, GoldReport], names: Names, read: Callable[[Report], Reading]
) -> list[ReportScore]:
    """Read every labelled report and compare. Raises ``FormatError`` when a labelled report is missing."""
    by_id = {report.report_id: report for report in reports}
    missing = [report_id for report_id in gold if report_id not in by_id]
    if missing:
        raise FormatError(
            f"{len(missing)} labelled reports are not among the reports, the first: {missing[0]}"
        )
    return [
        score(by_id[report_id], labels, read(by_id[report_id]), names) for report_id, labels in gold.items()
    ]
