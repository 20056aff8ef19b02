"""The reports page: finding, reading, and how an event came about."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from core import lexicon
from core.model import Reason, Rejection
from core.store import Store, labels_of
from pages import reports as reports_page
from pages.parts import reading_view
from tests import made
from tests.made import told
from tests.pages.conftest import CONVOY, READER, Open, html_of


def listed(app: object) -> list[str]:
    data = json.loads(app.get("bidi_component")[0].proto.json)  # type: ignore[attr-defined]
    return [row["id"] for row in data["rows"]]


def test_a_link_opens_a_report_with_its_words_coloured(opened: Open) -> None:
    app = opened("reports", open="convoy")
    page = html_of(app)
    assert '<h2 class="report-title" dir="auto">A convoy arrives</h2>' in page
    assert 'A <mark class="k-what" title="trigger">convoy</mark> of 30 vehicles' in page
    assert app.query_params["open"] == "convoy"


def test_an_event_shows_the_rule_of_each_field(opened: Open) -> None:
    app = opened("reports", open="convoy")
    assert "movement word" not in html_of(app)
    app.button(key="event_moved").click().run()
    page = html_of(app)
    assert "<td><bdi>convoy</bdi></td><td>movement word</td>" in page
    assert "<dt>How many</dt><dd>30 vehicles</dd>" in page
    assert app.query_params["event"] == "moved"
    app.button(key="event_moved").click().run()
    assert "movement word" not in html_of(app)


def test_the_whole_reading_is_told_when_asked(opened: Open) -> None:
    app = opened("reports", open="convoy")
    assert '<div class="trace">' not in html_of(app)
    app.toggle(key="trace").set_value(True).run()
    lines = html_of(app).partition('<div class="trace">')[2]
    assert lines.startswith("<p><bdi>A convoy arrives</bdi></p>")
    place = '<p style="margin-inline-start: 6ch">place: &#x27;<bdi>Al-Bukamal</bdi>&#x27; -&gt; '
    assert place in lines


@pytest.mark.parametrize(
    ("line", "html"),
    [
        ("   | وصل رتل", '<p class="said" style="margin-inline-start: 3ch" dir="auto">وصل رتل</p>'),
        ("<- 'رتل 7' at 4-9, rule x", "<p>&lt;- &#x27;<bdi>رتل 7</bdi>&#x27; at 4-9, rule x</p>"),
        ("place: 'Sa'dah' -> none", "<p>place: &#x27;<bdi>Sa&#x27;dah</bdi>&#x27; -&gt; none</p>"),
        ("<script>", "<p><bdi>&lt;script&gt;</bdi></p>"),
        ("", "<p><bdi></bdi></p>"),
    ],
)
def test_a_line_of_the_explanation_keeps_the_reports_words_apart(line: str, html: str) -> None:
    assert reading_view.lines_html([line]) == f'<div class="trace">{html}</div>'


def test_rejections_stand_beside_with_their_reasons(opened: Open) -> None:
    page = html_of(opened("reports", open="quiet"))
    assert "No event was read from this report." in page
    assert "<b>planned, ordered or threatened</b>" in page
    assert "<b>Clash: no place is told</b>" in page


def test_the_filter_narrows_the_list_and_words_do_too(opened: Open) -> None:
    assert sorted(listed(opened("reports"))) == ["clashes", "convoy", "quiet"]
    app = opened("reports", family="fighting")
    assert listed(app) == ["clashes"]
    assert "1 of 3 reports, with an event of the filter" in html_of(app)


def test_a_filter_that_nothing_matches_says_what_to_do(opened: Open) -> None:
    app = opened("reports", q="nothing-like-this")
    assert [error.value for error in app.exception] == []
    assert app.info[0].value == "No report matches. Clear the filters, or add a report."


def test_an_unknown_report_is_a_message(opened: Open) -> None:
    app = opened("reports", open="![x](http://example.org)")
    assert [warning.value for warning in app.warning] == [
        "The link names a report that is not here: \\!\\[x\\]\\(http\\:\\/\\/example\\.org\\)"
    ]


def test_arabic_runs_from_right_to_left(opened: Open, store: Store) -> None:
    from core.lexicon import load

    report, reading = told("ar", text="وصل رتل إلى الميادين", title="رتل", language="ar")
    arabic = type(reading)("ar", "ar", (), ())
    store.add_readings([(report, arabic)], READER, labels_of(load()))
    assert '<div class="report" dir="rtl" lang="ar">وصل رتل إلى الميادين</div>' in html_of(
        opened("reports", open="ar")
    )


@pytest.mark.parametrize(
    ("words", "found"), [("", [0, 1]), ("CONVOY press", [0]), ("press", [0, 1]), ("tank", [])]
)
def test_every_word_must_stand_in_title_or_outlet(words: str, found: list[int]) -> None:
    reports = pd.DataFrame(
        {"report_id": ["r0", "r1"], "title": ["A convoy", None], "outlet": ["Example Press", "Other Press"]}
    )
    assert reports_page.report_rows(reports, None, words).index.tolist() == found
    assert len(reports_page.report_rows(reports, [], words)) == 0


def test_the_text_is_all_there(opened: Open) -> None:
    import re

    page = html_of(opened("reports", open="convoy"))
    shown = page.partition('<div class="report" dir="auto">')[2].partition("</div>")[0]
    assert re.sub("<[^>]*>", "", shown) == CONVOY


def test_what_has_a_place_and_is_not_drawn_says_so() -> None:
    event = made.event()
    assert event.place is not None
    rejected = Rejection(0, 5, "words", Reason.UNPLACED, event)
    page = reading_view.rejections_html((rejected,), lexicon.load().event_types)
    assert f"{event.place.name}: elsewhere, too wide or too unsure to be drawn</b>" in page
