"""The first real input: three events, and nothing from the comments below the article.

The real page stays outside of the repository; where it lies beside it, it is read too. The twin
is ours: a text with the same turns (a convoy in two sentences, a month ago, an undated attack,
a trend, a guess, reader comments).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Count, Event, Reading, Reason, Report, Role

PUBLISHED = date(2020, 6, 4)
SEED = Path(__file__).resolve().parents[4] / "shared" / "seed_report.txt"
TWIN = """Iranian-Backed Forces Send More Men To Syria's Deir Ezzor

On June 3, a big convoy of the Iranian-backed Liwa Fatemiyoun reached the town of al-Mayadin in southern \
Deir Ezzor, according to the Syrian Observatory for Human Rights (SOHR).

The convoy, which came from the town of al-Heri on the border with Iraq, consisted of 30 vehicles with \
fighters and equipment.

Last month, similar reinforcements were sent to the town of al-Bukamal, further south. Dozens of \
Iranian-backed fighters were reportedly deployed there.

ISIS cells increased their attacks on southern Deir Ezzor in the last few months. In a recent attack on \
al-Mayadin, seven Iranian-backed Iraqi fighters were killed.

Iranian-backed forces are likely reinforcing their positions in order to answer that threat.


I think these people should all go home, honestly.

Some Reader

Not at all.
They lost 200 men in 2006 and attacked Israel anyway, you will see, they are stronger than you think. \
In my opinion 9,000 of them were infected last week and nobody cares!!!
"""


def readings() -> list[object]:
    texts = [pytest.param(TWIN, id="twin")]
    if SEED.exists():
        texts.append(pytest.param(SEED.read_text(encoding="utf-8"), id="seed"))
    return texts


@pytest.fixture(scope="module", params=readings())
def reading(request: pytest.FixtureRequest) -> Reading:
    return read_report(Report("seed", request.param, published=PUBLISHED), lexicon.load())


def summary(event: Event) -> tuple[object, ...]:
    actors = {(actor.name, actor.role) for actor in event.actors}
    place = event.place.name if event.place else None
    return (event.event_type, place, event.date_start, event.date_end, event.time_precision, actors)


def test_the_three_events_and_no_other(reading: Reading) -> None:
    movement, deployment, attack = reading.events
    assert summary(movement) == (
        *("movement", "Al-Mayadin", date(2020, 6, 3), date(2020, 6, 3), 1),
        {("Liwa Fatemiyoun", Role.INITIATOR)},
    )
    assert movement.origin is not None
    assert movement.origin.name == "Al-Harri"
    assert movement.vehicles == Count(30, 30, 30)
    assert movement.attributed_to == ("SOHR",)
    assert not movement.is_background
    assert summary(deployment) == (
        "deployment", "Al-Bukamal", date(2020, 5, 1), date(2020, 5, 31), 3,
        {("Iran-backed militias", Role.INITIATOR)},
    )  # fmt: skip
    assert deployment.personnel == Count(24, 24, None)
    assert deployment.is_background
    assert attack.event_type == "armed_attack"
    assert summary(attack)[1:5] == ("Al-Mayadin", None, None, None)
    assert summary(attack)[5] == {("ISIS", Role.INITIATOR), ("Iran-backed militias", Role.TARGET)}
    assert attack.killed == Count(7, 7, 7)
    assert attack.is_background


def test_trend_guess_and_comments_are_set_aside_with_reasons(reading: Reading) -> None:
    reasons = [(item.reason, item.text) for item in reading.rejections]
    assert any(reason is Reason.AGGREGATE and "increased their attacks" in text for reason, text in reasons)
    assert any(reason is Reason.ANALYSIS and "are likely reinforcing" in text for reason, text in reasons)
    assert any(reason is Reason.COMMENT and "2006" in text for reason, text in reasons)


def test_every_span_slices_back(reading: Reading, request: pytest.FixtureRequest) -> None:
    text = request.node.callspec.params["reading"]
    spans = [item for event in reading.events for item in event.evidence]
    assert len(spans) > 20
    assert all(text[item.start : item.end] == item.text for item in spans)
