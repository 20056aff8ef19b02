"""From sums over reports to figures with bootstrap intervals, and the accuracy card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.evaluate.gold import COUNTS, PARTS
from core.evaluate.score import N_BINS, ReportScore

N_RESAMPLES = 1000
SEED = 20200604
LANGUAGES = ("en", "ar")
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure from 0 to 1 with its 95 % interval (reports resampled) and the cases it rests on.

    ``value``, ``low`` and ``high`` are ``None`` where there is no case.
    """

    value: float | None
    low: float | None
    high: float | None
    cases: int


@dataclass(frozen=True, slots=True)
class _Recipe:
    """``sum(top) / sum(bottom)`` of tallies with factors; ``cases`` are the tallies that count cases."""

    label: str
    top: Mapping[str, float]
    bottom: Mapping[str, float]
    cases: tuple[str, ...]
    lower_is_better: bool = False


def _share(label: str, name: str, right: str = "right", lower_is_better: bool = False) -> _Recipe:
    return _Recipe(label, {f"{name}.{right}": 1}, {f"{name}.cases": 1}, (f"{name}.cases",), lower_is_better)


def _precision(label: str, name: str) -> _Recipe:
    cases = (f"{name}.right", f"{name}.extra")
    return _Recipe(label, {f"{name}.right": 1}, dict.fromkeys(cases, 1), cases)


def _recall(label: str, name: str) -> _Recipe:
    cases = (f"{name}.right", f"{name}.missed")
    return _Recipe(label, {f"{name}.right": 1}, dict.fromkeys(cases, 1), cases)


def _f1(label: str, name: str) -> _Recipe:
    bottom = {f"{name}.right": 2, f"{name}.extra": 1, f"{name}.missed": 1}
    return _Recipe(label, {f"{name}.right": 2}, bottom, (f"{name}.right", f"{name}.missed"))


_OFF = tuple(f"confidence.{chosen}.off" for chosen in range(N_BINS))
_RECIPES: Mapping[str, _Recipe] = {
    "strict_precision": _precision("events, type and place: precision", "strict"),
    "strict_recall": _recall("events, type and place: recall", "strict"),
    "strict_f1": _f1("events, type and place: F1", "strict"),
    "loose_precision": _precision("events, family and place: precision", "loose"),
    "loose_recall": _recall("events, family and place: recall", "loose"),
    "loose_f1": _f1("events, family and place: F1", "loose"),
    "place": _share("place, where the family is right", "place"),
    "wrong_pins": _share("wrong pins", "pins", "wrong", lower_is_better=True),
    "false_alarms": _share(
        "false alarms on reports without events", "no_event", "alarms", lower_is_better=True
    ),
    "date_exact": _share("date exact, where the label is one day", "date_exact"),
    "date_overlapping": _share("date overlapping, where the label has any", "date_overlapping"),
    "date_unknown": _share("date left unknown, where the label is", "date_unknown"),
    **{f"{name}_exact": _share(f"{name} exact", f"{name}_exact") for name in COUNTS},
    **{f"{name}_covering": _share(f"{name} covering", f"{name}_covering") for name in COUNTS},
    "initiator": _f1("initiator F1, by group", "initiator"),
    "actor": _f1("actors F1, by group", "actor"),
    "whole_record": _share("whole record: type, place, date, killed, initiator", "record"),
    "spans": _share("evidence spans that slice back", "spans"),
    "calibration_error": _Recipe(
        "calibration error of confidence",
        dict.fromkeys(_OFF, 1),
        {"confidence.cases": 1},
        ("confidence.cases",),
        lower_is_better=True,
    ),
}
LABELS: Mapping[str, str] = {name: recipe.label for name, recipe in _RECIPES.items()}
"""What each figure is called for a person, in the order of the card."""


def figures(scores: Sequence[ReportScore]) -> dict[str, Figure]:
    """Every figure over the given reports, by name."""
    keys = sorted({key for score in scores for key in score.tally})
    column = {key: index for index, key in enumerate(keys)}
    sums = np.array([[score.tally.get(key, 0) for key in keys] for score in scores], dtype=float)
    n = len(scores)
    if n == 0:
        return {name: Figure(None, None, None, 0) for name in _RECIPES}
    draws = np.random.default_rng(SEED).multinomial(n, np.full(n, 1 / n), size=N_RESAMPLES)
    resampled, whole = draws @ sums, sums.sum(axis=0, keepdims=True)
    return {name: _figure(recipe, whole, resampled, column) for name, recipe in _RECIPES.items()}


def _figure(
    recipe: _Recipe, whole: NDArray[np.float64], resampled: NDArray[np.float64], column: Mapping[str, int]
) -> Figure:
    cases = sum(int(whole[0, column[key]]) for key in recipe.cases if key in column)
    value = _ratio(recipe, whole, column)
    if not value.size:
        return Figure(None, None, None, cases)
    low, high = np.percentile(_ratio(recipe, resampled, column), (2.5, 97.5))
    return Figure(
        round(float(value[0]), _DIGITS), round(float(low), _DIGITS), round(float(high), _DIGITS), cases
    )


def _ratio(recipe: _Recipe, sums: NDArray[np.float64], column: Mapping[str, int]) -> NDArray[np.float64]:
    """The figure for each row of sums that has a case; absolute values add up (they differ in one recipe)."""
    top, bottom = np.zeros(len(sums)), np.zeros(len(sums))
    for key, factor in recipe.top.items():
        top += factor * np.abs(sums[:, column[key]]) if key in column else 0
    for key, factor in recipe.bottom.items():
        bottom += factor * sums[:, column[key]] if key in column else 0
    has_cases = bottom > 0
    ratio: NDArray[np.float64] = top[has_cases] / bottom[has_cases]
    return ratio


def card(scores: Sequence[ReportScore], parts: Mapping[str, str]) -> dict[str, Any]:
    """The accuracy card: part -> language (``en``, ``ar``, ``all``) -> figure -> value, interval, cases."""
    result: dict[str, Any] = {}
    for part in PARTS:
        chosen = [score for score in scores if parts[score.report.report_id] == part]
        result[part] = by_language(chosen)
    return result


def by_language(scores: Sequence[ReportScore]) -> dict[str, Any]:
    """The figures of the given reports for each language and for all, as JSON-ready objects."""
    groups = {language: [s for s in scores if s.report.language == language] for language in LANGUAGES}
    return {
        language: {
            "reports": len(group),
            "labels": int(sum(score.tally["record.cases"] for score in group)),
            "figures": {name: _plain(figure) for name, figure in figures(group).items()},
        }
        for language, group in {**groups, "all": list(scores)}.items()
    }


def _plain(figure: Figure) -> dict[str, float | int | None]:
    return {"value": figure.value, "low": figure.low, "high": figure.high, "cases": figure.cases}


def drops(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """What got worse from one card to another, one line each; empty when nothing did."""
    worse = []
    for part, languages in old.items():
        for language, entry in languages.items():
            for name, before in entry["figures"].items():
                after = new[part][language]["figures"][name]["value"]
                if _is_worse(before["value"], after, _RECIPES[name].lower_is_better):
                    worse.append(f"{part}, {language}, {name}: {before['value']} -> {after}")
    return worse


def _is_worse(before: float | None, after: float | None, lower_is_better: bool) -> bool:
    if before is None or after is None:
        return before is not None
    return after > before if lower_is_better else after < before
