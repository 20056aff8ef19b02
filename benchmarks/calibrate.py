"""Fit the confidence model: ``python -m benchmarks.calibrate [GOLD_DIR ...]``.

The rules were made with the repository's own labels in view, which flatters them: the model is fitted on
public reports that other readers labelled. Their texts may not be kept here; ``calibration.csv`` keeps what
the model needs, a row for each event read from them: its features, and whether type, place and date were
right. With folders of reports and labels (as in ``tests/gold``), that file is written anew first.

Writes ``data/confidence.csv`` and prints the weights, how well they do on reports left out, and the
threshold below which leaving events out gains most. Needs scikit-learn (requirements-dev.txt).
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from core import lexicon
from core.evaluate import evaluate, load_gold, names_of
from core.extract import read_report
from core.extract.confidence import FEATURES, traits_of
from core.readers import read_file

ROWS = Path(__file__).with_name("calibration.csv")
_OTHERS = ("report", "placed", "right")  # a number for each report; type and place right; the date as well
_STRENGTH = 0.3  # inverse of the regularisation


def collect(folders: Sequence[Path]) -> list[list[float]]:
    """A row for each event read from labelled reports: its features, then ``_OTHERS``."""
    words = lexicon.load()
    found: list[list[float]] = []
    number = 0
    for folder in folders:
        reports = [report for path in sorted(folder.glob("reports_*.jsonl")) for report in read_file(path)]
        for item in evaluate(
            reports, load_gold(folder), names_of(words), lambda r: read_report(r, words, least_sure=0.0)
        ):
            number += 1
            events, matched = item.reading.events, dict(item.strict)
            wrong = {*item.extras, *dict(item.loose)} - set(matched)
            for k, event in enumerate(events):
                if k not in matched and k not in wrong:
                    continue
                others = [traits_of(e) for e in (*events[:k], *events[k + 1 :])]
                placed = k in matched
                right = placed and item.table[k][matched[k]].date
                values = [float(value(traits_of(event), others)) for value in FEATURES.values()]
                found.append([*values, number, placed, right])
    return found


def main(folders: Sequence[Path]) -> None:
    """Collect where folders are given; fit, write and print."""
    names = [*FEATURES, *_OTHERS]
    if folders:
        rows = collect(folders)  # first, so that a folder that cannot be read leaves the file as it is
        with ROWS.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            writer.writerow(names)
            writer.writerows([f"{float(value):g}" for value in row] for row in rows)
    with ROWS.open(encoding="utf-8", newline="") as handle:
        header, *body = csv.reader(handle)
    if header != names:
        raise SystemExit(f"{ROWS}: not the features of today; give the folders to write it anew")
    table = np.array(body, dtype=float)
    features, report, placed, right = table[:, : len(FEATURES)], *table[:, len(FEATURES) :].T
    model = LogisticRegression(C=_STRENGTH, max_iter=2000)
    held = cross_val_predict(
        model, features, right, groups=report, cv=GroupKFold(10), method="predict_proba"
    )[:, 1]
    bins = np.minimum((held * 10).astype(int), 9)
    error = sum(abs((held - right)[bins == k].sum()) for k in range(10)) / len(held)
    model.fit(features, right)
    weights = {"intercept": model.intercept_[0], **dict(zip(FEATURES, model.coef_[0], strict=True))}
    with (lexicon.DATA_DIR / "confidence.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["feature", "weight"])
        writer.writerows([name, f"{weight:.3f}"] for name, weight in weights.items())
    for name, weight in weights.items():
        print(f"{name:22} {weight:+.3f}")
    print(
        f"{len(table)} events of {len(set(report))} reports, {placed.mean():.3f} in place, {right.mean():.3f}"
    )
    print(f"left out: area under the curve {roc_auc_score(right, held):.3f}, calibration error {error:.3f}")
    for least in (0.0, 0.16, 0.2, 0.22, 0.24, 0.28, 0.32, 0.36, 0.4):
        kept = held >= least
        print(f"from {least:.2f}: {kept.sum()} events, precision {placed[kept].mean():.3f}, "
              f"of those in place {placed[kept].sum() / placed.sum():.3f} kept")  # fmt: skip


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
