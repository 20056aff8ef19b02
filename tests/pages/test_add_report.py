"""The add page: previews, what cannot be read, saving only on loopback, the same text twice."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from core.readers import MAX_REPORT_BYTES
from core.store import Store
from pages import add_report
from pages.parts import session
from tests.pages.conftest import CONVOY, Open, html_of

TEXT = "Gunmen attacked a checkpoint in the city of al-Mayadin on June 3, killing two soldiers."


@pytest.fixture(autouse=True)
def local(monkeypatch: pytest.MonkeyPatch) -> None:
    """The run has no request whose host could be looked at."""
    monkeypatch.setattr(session, "is_writable", lambda: True)


def preview(opened: Open, text: str, **fields: str) -> AppTest:
    app = opened("add_report")
    app.text_area(key="add_text").set_value(text)
    for name, value in fields.items():
        app.text_input(key=f"add_{name}").set_value(value)
    app.date_input(key="add_published").set_value(date(2020, 6, 4))
    return next(button for button in app.button if button.label == "Preview").click().run()


def test_a_pasted_text_is_read_and_shown_before_anything_is_stored(opened: Open, store: Store) -> None:
    version = store.version()
    app = preview(opened, TEXT, outlet="Third Press", url="https://example.org/3")
    assert [error.value for error in app.error] == []
    page = html_of(app)
    assert "Al-Mayadin" in page
    assert '<a href="https://example.org/3"' in page
    assert len(app.get("component_instance")) == 1
    assert store.version() == version


def test_saving_stores_it_with_what_the_form_says(opened: Open, store: Store) -> None:
    app = preview(opened, TEXT, outlet="Third Press")
    app.button(key="save").click().run()
    assert [success.value for success in app.success] == ["Saved."]
    saved = store.reports().set_index("outlet").loc["Third Press"]
    assert (str(saved["published"].date()), store.report(saved["report_id"]).text) == ("2020-06-04", TEXT)


def test_the_same_text_twice_is_recognised(opened: Open, store: Store) -> None:
    version = store.version()
    app = preview(opened, CONVOY)
    assert [info.value for info in app.info] == ["This text is in the store already."]
    app.button(key="save").click().run()
    assert [done.value for done in app.success] == ["This text was in the store already; nothing was added."]
    assert store.version() == version


def test_nothing_given_is_a_message(opened: Open) -> None:
    app = preview(opened, "   ")
    assert [error.value.replace("\\", "") for error in app.error] == [
        "There is nothing to read yet: paste a text or choose a file."
    ]


def test_a_link_that_is_none_is_told_and_never_made_one(opened: Open) -> None:
    app = preview(opened, TEXT, url="javascript:alert(1)")
    assert "not a web address" in app.error[0].value.replace("\\", "")
    assert "<a href" not in html_of(app)


def test_a_server_for_others_is_read_only(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "is_writable", lambda: False)
    app = preview(opened, TEXT)
    assert "read-only" in app.info[0].value
    assert [button.label for button in app.button] == ["Preview"]


@pytest.mark.parametrize(
    ("address", "headers", "writable"),
    [
        ("127.0.0.1", {"Host": "127.0.0.1:8501"}, True),
        ("localhost", {"Host": "localhost:8501"}, True),
        ("::1", {"Host": "[::1]:8501"}, True),
        ("0.0.0.0", {"Host": "127.0.0.1:8501"}, False),
        ("", {"Host": "127.0.0.1:8501"}, False),
        ("127.0.0.1", {"Host": "events.example.org"}, False),
        ("127.0.0.1", {"Host": "127.0.0.1", "X-Forwarded-For": "192.0.2.7"}, False),
        ("127.0.0.1", {}, False),
    ],
)
def test_saving_needs_loopback_at_both_ends(address: str, headers: dict[str, str], writable: bool) -> None:
    assert session.may_write(address, headers) is writable


def test_files_that_cannot_be_read_are_named_and_the_rest_is_read() -> None:
    files = [
        ("empty.txt", b""),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)),
        ("huge.txt", b"a" * (MAX_REPORT_BYTES + 1)),
        ("good.md", b"---\noutlet: Named in the file\n---\n" + TEXT.encode()),
    ]
    reports, problems = add_report.reports_of("", files, "Named in the form", "", date(2020, 6, 4))
    assert [(report.outlet, report.text.strip(), report.published) for report in reports] == [
        ("Named in the file", TEXT, date(2020, 6, 4))
    ]
    assert [problem.partition(":")[0] for problem in problems] == ["empty.txt", "photo.txt", "huge.txt"]


def test_a_report_of_five_megabytes_is_read() -> None:
    sentence = "Nothing is told here. "
    text = sentence * (MAX_REPORT_BYTES // len(sentence) - 1)
    reports, problems = add_report.reports_of(text, [], "", "", None)
    assert (len(reports), problems) == (1, [])


def test_a_text_given_twice_is_one_report() -> None:
    reports, problems = add_report.reports_of(TEXT, [("a.txt", TEXT.encode())], "", "", None)
    assert (len(reports), problems) == (1, [])


def test_the_title_is_of_the_pasted_text_alone() -> None:
    files = [("a.txt", b"Another text, of a file.")]
    reports, problems = add_report.reports_of(TEXT, files, "", "", None, " An attack in Al-Mayadin ")
    assert ([report.title for report in reports], problems) == (["An attack in Al-Mayadin", None], [])
