"""Fit the confidence model on the tuning part of the gold labels: ``python -m benchmarks.calibrate``.

Writes ``data/confidence.csv``. Needs scikit-learn (requirements-dev.txt).
"""

from __future__ import annotations

import csv

from sklearn.linear_model import LogisticRegression

from core import lexicon
from core.commands.evaluate import GOLD, scores_of
from core.evaluate import load_pairs, parts_of
from core.extract.confidence import FEATURES


def main() -> None:
    """Fit, write, and print the weights."""
    scores = scores_of()
    parts = parts_of([s.report.report_id for s in scores], load_pairs(GOLD))
    rows: list[list[float]] = []
    right: list[bool] = []
    for item in scores:
        if parts[item.report.report_id] != "tuning":
            continue
        matched = dict(item.strict)
        for index, event in enumerate(item.reading.events):
            if index in matched:
                good = item.table[index][matched[index]].date
            elif index in item.extras:
                good = False
            else:
                continue
            rows.append([float(value(event)) for value in FEATURES.values()])
            right.append(bool(good))
    model = LogisticRegression(C=1.0, max_iter=1000).fit(rows, right)
    weights = {"intercept": model.intercept_[0], **dict(zip(FEATURES, model.coef_[0], strict=True))}
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
