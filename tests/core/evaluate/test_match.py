"""The matching is maximal first and best second; checked against trying everything."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from core.evaluate.match import best_pairs

CELLS = st.none() | st.integers(0, 9).map(float)
TABLES = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda size: st.lists(
        st.lists(CELLS, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)


def quality(table: list[list[float | None]], pairs: list[tuple[int, int]]) -> tuple[int, float]:
    return len(pairs), sum(table[row][column] or 0 for row, column in pairs)


def best_by_trying(table: list[list[float | None]]) -> tuple[int, float]:
    n_rows, n_columns = len(table), len(table[0])
    wide = range(n_columns + n_rows)  # columns past the last stand for "alone"
    options = []
    for columns in permutations(wide, n_rows):
        pairs = [(r, c) for r, c in enumerate(columns) if c < n_columns and table[r][c] is not None]
        options.append(quality(table, pairs))
    return max(options)


@given(TABLES)
def test_as_many_pairs_as_can_be_and_of_those_the_best(table: list[list[float | None]]) -> None:
    pairs = best_pairs(table)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(table[row][column] is not None for row, column in pairs)
    assert quality(table, pairs) == best_by_trying(table)


def test_a_greedy_choice_would_leave_one_alone() -> None:
    assert best_pairs([[100.0, 1.0], [99.0, None]]) == [(0, 1), (1, 0)]


def test_nothing_to_pair() -> None:
    assert best_pairs([]) == []
    assert best_pairs([[], []]) == []
    assert best_pairs([[None, None]]) == []
