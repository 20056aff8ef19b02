"""One-to-one matching on small tables: as many pairs as can be, and of those the best."""

from __future__ import annotations

from collections.abc import Sequence


def best_pairs(weights: Sequence[Sequence[float | None]]) -> list[tuple[int, int]]:
    """Row and column of each pair of a largest matching, and among those of one of greatest weight.

    ``weights[row][column]`` is ``None`` where the two must not be paired, else from 0 to 100.
    The Hungarian method with potentials, O(rows^2 x columns), on costs that put the number of
    pairs before any weight.
    """
    n_rows, n_columns = len(weights), len(weights[0]) if weights else 0
    if not n_rows or not n_columns:
        return []
    if n_rows > n_columns:
        turned = [[weights[row][column] for row in range(n_rows)] for column in range(n_columns)]
        return sorted((row, column) for column, row in best_pairs(turned))
    bonus = 101.0 * (n_rows + 1)
    costs = [[0.0 if w is None else -(bonus + w) for w in row] for row in weights]
    owner = _assign(costs, n_rows, n_columns)
    pairs = [(row - 1, column - 1) for column, row in enumerate(owner) if row and column]
    return sorted((row, column) for row, column in pairs if weights[row][column] is not None)


def _assign(costs: list[list[float]], n_rows: int, n_columns: int) -> list[int]:
    """The row (from 1, 0 for none) that owns each column (from 1) at least total cost; rows <= columns."""
    row_price, column_price = [0.0] * (n_rows + 1), [0.0] * (n_columns + 1)
    owner, previous = [0] * (n_columns + 1), [0] * (n_columns + 1)
    for row in range(1, n_rows + 1):
        owner[0], column = row, 0
        slack, used = [float("inf")] * (n_columns + 1), [False] * (n_columns + 1)
        while owner[column]:
            used[column] = True
            here, step, nearest = owner[column], float("inf"), 0
            for other in range(1, n_columns + 1):
                if used[other]:
                    continue
                reduced = costs[here - 1][other - 1] - row_price[here] - column_price[other]
                if reduced < slack[other]:
                    slack[other], previous[other] = reduced, column
                if slack[other] < step:
                    step, nearest = slack[other], other
            for other in range(n_columns + 1):
                if used[other]:
                    row_price[owner[other]] += step
                    column_price[other] -= step
                else:
                    slack[other] -= step
            column = nearest
        while column:
            owner[column] = owner[previous[column]]
            column = previous[column]
    return owner
