from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import FilterError
from core.model import Role
from core.query import PARAMETERS, EventFilter, ReadParams, from_params, read_params

_plain = st.characters(exclude_categories=("Cc", "Cs", "Cf", "Z"), exclude_characters=":")
_ids = st.text(_plain, min_size=1, max_size=40)
_days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
_lists = st.lists(_ids, max_size=4).map(tuple)


@st.composite
def filters(draw: st.DrawFn) -> EventFilter:
    days = sorted(draw(st.tuples(_days, _days)))
    return EventFilter(
        date_from=draw(st.sampled_from([None, days[0]])),
        date_to=draw(st.sampled_from([None, days[1]])),
        actors=tuple(draw(st.lists(st.tuples(_ids, st.sampled_from([None, *Role])), max_size=4))),
        event_types=draw(_lists),
        families=draw(_lists),
        districts=draw(_lists),
        outlets=draw(_lists),
        killed_min=draw(st.none() | st.integers(1, 1_000_000)),
        min_confidence=draw(st.floats(0, 1)),
        show_background=draw(st.booleans()),
        text=draw(st.text(_plain | st.just(" "), max_size=60)),
        report_id=draw(st.none() | _ids),
    )


@given(filters())
def test_url_parameters_give_the_same_filter_back(asked: EventFilter) -> None:
    assert from_params(asked.to_params()) == asked
    assert read_params(asked.to_params()).filter == asked
    assert read_params(asked.to_params()).problems == ()


@given(st.dictionaries(st.sampled_from(PARAMETERS), st.text(max_size=30) | st.lists(st.text(max_size=30))))
def test_the_lenient_reading_never_fails_and_drops_nothing_silently(
    params: dict[str, str | list[str]],
) -> None:
    lenient = read_params(params)
    assert all(problem.startswith("filter parameter '") for problem in lenient.problems)
    try:
        strict = from_params(params)
    except FilterError:
        assert lenient.problems != ()
    else:
        assert lenient == ReadParams(strict, ())


def test_the_empty_filter_has_no_parameters() -> None:
    assert EventFilter().to_params() == {}
    assert from_params({}) == EventFilter()


def test_parameters_of_the_pages_are_ignored() -> None:
    assert from_params({"zoom": "9", "event": "<script>", "q": "convoy"}) == EventFilter(text="convoy")


def test_equal_questions_are_equal_values() -> None:
    assert EventFilter(families=("civil", "fighting")) == EventFilter(families=("fighting", "civil", "civil"))
    assert hash(EventFilter(text=" a  b ")) == hash(EventFilter(text="a b"))


@pytest.mark.parametrize(
    ("params", "name"),
    [
        ({"from": "yesterday"}, "from"),
        ({"from": "2020-W10-1"}, "from"),
        ({"from": "0001-01-01"}, "from"),
        ({"from": ["2020-01-01", "2021-01-01"]}, "from"),
        ({"from": "2020-02-01", "to": "2020-01-01"}, "to"),
        ({"to": "2020-13-01"}, "to"),
        ({"actor": "isis:boss"}, "actor"),
        ({"actor": ":initiator"}, "actor"),
        ({"type": "a" * 121}, "type"),
        ({"outlet": "SOHR\x00"}, "outlet"),
        ({"outlet": "\ud800"}, "outlet"),
        ({"district": [f"d{n}" for n in range(201)]}, "district"),
        ({"killed": "-1"}, "killed"),
        ({"killed": "0"}, "killed"),
        ({"killed": "٣"}, "killed"),
        ({"killed": "9" * 400}, "killed"),
        ({"confidence": "nan"}, "confidence"),
        ({"confidence": "1.5"}, "confidence"),
        ({"background": "yes"}, "background"),
        ({"q": "x" * 201}, "q"),
        ({"q": "evil\u202etxt"}, "q"),
        ({"report": "\x1b[31m"}, "report"),
    ],
)
def test_a_meaningless_value_is_named(params: dict[str, str | list[str]], name: str) -> None:
    with pytest.raises(FilterError, match=f"^filter parameter '{name}'"):
        from_params(params)


def test_choices_decide_which_ids_exist() -> None:
    choices = {"actor": {"isis"}, "family": {"civil"}}
    assert from_params({"actor": "isis:target", "type": "any"}, choices).event_types == ("any",)
    with pytest.raises(FilterError, match="'nobody' is not one of the choices"):
        from_params({"actor": "nobody"}, choices)


def test_the_lenient_reading_keeps_the_good_and_reports_the_bad() -> None:
    read = read_params({"from": "2020-01-01", "to": "2019-01-01", "actor": ["isis", "x:y"], "killed": "many"})
    assert read.filter == EventFilter(date_from=date(2020, 1, 1), actors=(("isis", None),))
    assert [problem.split("'")[1] for problem in read.problems] == ["to", "actor", "killed"]


NAMES = {
    "isis": "ISIS",
    "sdf": "SDF",
    "iran": "IRGC",
    "mayadin": "Al-Mayadin district",
    "movement": "Movement",
}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (EventFilter(), "63 events from 41 reports"),
        (
            EventFilter(date(2019, 1, 1), date(2020, 12, 31), (("isis", Role.INITIATOR),)),
            "63 events from 41 reports, 2019-2020, by ISIS",
        ),
        (EventFilter(date(2020, 1, 1), date(2020, 12, 31)), "63 events from 41 reports, 2020"),
        (EventFilter(date(2020, 5, 1), date(2020, 5, 31)), "63 events from 41 reports, May 2020"),
        (EventFilter(date(2020, 5, 1), date(2020, 6, 30)), "63 events from 41 reports, May 2020 to Jun 2020"),
        (EventFilter(date(2020, 6, 3), date(2020, 6, 3)), "63 events from 41 reports, 3 Jun 2020"),
        (
            EventFilter(date(2020, 6, 3), date(2020, 6, 9)),
            "63 events from 41 reports, 3 Jun 2020 to 9 Jun 2020",
        ),
        (EventFilter(date_from=date(2020, 6, 3)), "63 events from 41 reports, since 3 Jun 2020"),
        (EventFilter(date_to=date(2020, 6, 3)), "63 events from 41 reports, until 3 Jun 2020"),
        (
            EventFilter(actors=(("isis", None), ("sdf", None), ("iran", Role.TARGET))),
            "63 events from 41 reports, against IRGC or involving ISIS or SDF",
        ),
        (
            EventFilter(
                event_types=("movement",),
                districts=("mayadin", "elsewhere"),
                outlets=("SOHR",),
                killed_min=3,
                min_confidence=0.5,
                show_background=False,
                text="convoy",
                report_id="r1",
            ),
            "63 events from 41 reports, Movement, in elsewhere or Al-Mayadin district, told by SOHR, "
            "at least 3 killed, "
            'confidence at least 50%, without background, with "convoy", in the report "r1"',
        ),
    ],
)
def test_the_sentence_says_what_is_shown(asked: EventFilter, sentence: str) -> None:
    assert asked.sentence(63, 41, NAMES) == sentence


def test_the_sentence_counts_one_and_thousands() -> None:
    assert EventFilter().sentence(1, 1) == "1 event from 1 report"
    assert EventFilter().sentence(0, 0) == "0 events from 0 reports"
    assert EventFilter().sentence(1204, 1000) == "1,204 events from 1,000 reports"
