"""What is asked of a sentence, and that it is asked once."""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract.mentions import Found, Hit, asked_once, find_mentions
from core.text import sentences_of

LEXICON = lexicon.load()


def found_in(text: str) -> Found:
    [sentence] = sentences_of(text)
    return find_mentions(sentence, LEXICON, date(2020, 6, 8), is_headline=False)


def test_a_question_is_worked_out_once_for_each_hit_and_argument() -> None:
    worked_out: list[tuple[int, int]] = []

    @asked_once
    def first_of(found: Found, hit: Hit, depth: int = 0) -> int:
        worked_out.append((hit.first, depth))
        return found.tokens[hit.first].start + depth

    found = found_in("Gunmen attacked a post in Hajin and killed two guards.")
    attack, killing = found.hits
    assert [first_of(found, attack), first_of(found, killing), first_of(found, attack)] == [7, 36, 7]
    assert [first_of(found, attack, 1), first_of(found, attack, 1)] == [8, 8]
    assert worked_out == [(attack.first, 0), (killing.first, 0), (attack.first, 1)]
    again = found_in("Gunmen attacked a post in Hajin and killed two guards.")
    first_of(again, again.hits[0])
    assert len(worked_out) == 4


@pytest.mark.parametrize(
    ("first", "last", "stands"), [(0, 4, True), (4, 4, True), (5, 5, False), (-3, -1, False), (6, 4, False)]
)
def test_one_look_tells_whether_one_of_several_cues_stands(first: int, last: int, stands: bool) -> None:
    found = found_in("Gunmen attacked a post in Hajin.")
    assert found.has_any(("negation", "in"), first, last) is stands
    assert found.matches.has_any(("negation", "in"), first, last) is stands
    assert not found.has_any(("negation", "foiled"), first, last)
