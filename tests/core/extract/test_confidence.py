"""How sure an event is, and what is too unsure to show."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import lexicon
from core.extract import LEAST_SURE, read_report
from core.extract.confidence import FEATURES, assured, confidence, traits_of
from core.model import Report
from tests.core.extract.test_reading import PUBLISHED, read

TEXT = (
    "Gunmen killed a baker in the town of Hajin on Wednesday. Activists said that militants moved about. "
    "ISIS attacked a checkpoint in Hajin on Tuesday."
)
WEIGHTS = lexicon.load().weights


def test_every_feature_has_a_weight_and_none_is_left_over() -> None:
    assert set(WEIGHTS) == {"intercept", *FEATURES}


def test_an_event_alone_at_a_town_is_surer_than_one_told_after_another_there() -> None:
    first, *_ = read(TEXT).events
    later = replace(first, evidence=tuple(replace(x, start=x.start + 900) for x in first.evidence))
    alone = confidence(traits_of(first), [], WEIGHTS)
    assert alone > confidence(traits_of(later), [traits_of(first)], WEIGHTS)
    assert [e.confidence for e in assured([first], WEIGHTS)] == [alone]


@given(st.dictionaries(st.sampled_from(["intercept", *FEATURES]), st.floats(-9, 9)))
def test_confidence_is_a_probability(weights: dict[str, float]) -> None:
    first, *others = map(traits_of, read(TEXT).events)
    assert 0 <= confidence(first, others, {**WEIGHTS, **weights}) <= 1


def test_what_is_too_unsure_is_listed_with_the_reason() -> None:
    report = Report("made-up", TEXT, published=PUBLISHED, language="en")
    every = read_report(report, lexicon.load(), least_sure=0.0)
    none = read_report(report, lexicon.load(), least_sure=1.0)
    assert none.events == ()
    listed = [r.event for r in none.rejections if r.event is not None]
    assert {e.event_type for e in every.events} <= {e.event_type for e in listed}
    assert all(event.confidence >= LEAST_SURE for event in read(TEXT).events)


def test_features_stay_between_nought_and_one() -> None:
    events = [traits_of(event) for event in read(TEXT).events]
    for k, event in enumerate(events):
        others = [*events[:k], *events[k + 1 :]]
        assert all(0 <= float(value(event, others)) <= 1 for value in FEATURES.values())


def test_a_missing_weight_is_told() -> None:
    with pytest.raises(KeyError, match="only_one"):
        confidence(traits_of(read(TEXT).events[0]), [], {k: v for k, v in WEIGHTS.items() if k != "only_one"})


def test_an_event_listed_beside_the_map_says_how_sure_it_is_alone() -> None:
    reading = read(
        "Gunmen killed a baker in Hajin on Wednesday. ISIS attacked a checkpoint in Idlib on Tuesday."
    )
    [beside] = [r.event for r in reading.rejections if r.event is not None and r.event.place is not None]
    assert beside.confidence == confidence(traits_of(beside), (), WEIGHTS)
