"""Fit the confidence model on the tuning part of the gold labels: ``python -m benchmarks.calibrate``.

The rules were made with that part in view, so that more of it is right than of a report never seen: the
weights say which events are surer than others, and the intercept is set to what was right at first sight.

Writes ``data/confidence.csv``. Needs scikit-learn (requirements-dev.txt).
"""

from __future__ import annotations

import csv
from collections.abc import Sequence

from scipy.optimize import brentq
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from core import lexicon
from core.commands.evaluate import GOLD, scores_of
from core.evaluate import load_pairs, parts_of
from core.extract.confidence import FEATURES

FIRST_SIGHT = 641 / 873
"""The share of events with the right type and place on public pages that no rule had been made for, English
and Arabic, judged by one person before the rules that they led to (November 2026)."""


def _shift(scores: Sequence[float], mean: float) -> float:
    """What to add to every score so that the mean probability is ``mean``."""
    return float(brentq(lambda add: expit([s + add for s in scores]).mean() - mean, -5.0, 5.0))


def main() -> None:
    """Fit, write, and print the weights."""
    scores = scores_of()
    parts = parts_of([s.report.report_id for s in scores], load_pairs(GOLD))
    rows: list[list[float]] = []
    right: list[bool] = []
    placed = 0
    for item in scores:
        if parts[item.report.report_id] != "tuning":
            continue
        matched = dict(item.strict)
        for index, event in enumerate(item.reading.events):
            if index in matched:
                good = item.table[index][matched[index]].date
                placed += 1
            elif index in item.extras:
                good = False
            else:
                continue
            rows.append([float(value(event)) for value in FEATURES.values()])
            right.append(bool(good))
    model = LogisticRegression(C=1.0, max_iter=1000).fit(rows, right)
    dated = sum(right) / placed  # of those with the right type and place
    shift = _shift(model.decision_function(rows), FIRST_SIGHT * dated)
    weights = {"intercept": model.intercept_[0] + shift, **dict(zip(FEATURES, model.coef_[0], strict=True))}
    path = lexicon.DATA_DIR / "confidence.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["feature", "weight"])
        writer.writerows([name, f"{weight:.3f}"] for name, weight in weights.items())
    print(f"{len(rows)} events, {sum(right)} right")
    for name, weight in weights.items():
        print(f"{name:20} {weight:+.3f}")


if __name__ == "__main__":
    main()
