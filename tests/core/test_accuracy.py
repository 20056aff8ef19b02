"""The figures that the About page shows are those of this code, and none of them has dropped."""

from __future__ import annotations

import json

import pytest

from core.commands.evaluate import CARD, GOLD, scores_of
from core.evaluate import ReportScore, card, drops, load_gold, load_pairs, parts_of


@pytest.fixture(scope="module")
def scores() -> list[ReportScore]:
    return list(scores_of())


def test_no_figure_of_either_part_drops_against_the_committed_card(scores: list[ReportScore]) -> None:
    """Where a change betters some figures at the cost of others: ``evaluate --write-card``, and say why."""
    committed = json.loads(CARD.read_text(encoding="utf-8"))
    assert drops(committed, card(scores, parts_of(load_gold(GOLD), load_pairs(GOLD)))) == []


def test_every_span_slices_back_out_of_its_report(scores: list[ReportScore]) -> None:
    for score in scores:
        text = score.report.text
        spans = [item for event in score.reading.events for item in event.evidence]
        assert [text[item.start : item.end] for item in spans] == [item.text for item in spans]
        rejected = score.reading.rejections
        assert [text[item.start : item.end] for item in rejected] == [item.text for item in rejected]
