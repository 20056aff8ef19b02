"""What all pages share: navigation, filters and URL, start-up and its errors."""

from __future__ import annotations

import tomllib
from importlib import import_module

import pytest
from streamlit.testing.v1 import AppTest

from core.model import Role
from core.store import Store
from pages.parts import session
from tests.pages.conftest import ROOT, Open, html_of

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("[!_]*.py"))


def sentence(app: AppTest) -> str:
    return html_of(app).partition('<p class="sentence" role="status">')[2].partition("</p>")[0]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs(opened: Open, page: str) -> None:
    app = opened(page)
    assert [error.value for error in app.exception] == []
    assert [error.value for error in app.error] == []


def test_a_link_restores_the_filter_in_the_sidebar_and_in_the_sentence(opened: Open) -> None:
    app = opened(actor="isis:initiator", q="made", **{"from": "2019-01-01", "to": "2019-12-31"})
    assert sentence(app) == "1 event from 1 report, 2019, by ISIS, with &quot;made&quot;"
    assert app.multiselect(key="f_actors").value == ["isis:initiator"]
    assert app.text_input(key="f_text").value == "made"
    assert str(app.date_input(key="f_date_from").value) == "2019-01-01"
    assert app.session_state["filter"].actors == (("isis", Role.INITIATOR),)


def test_a_choice_shows_its_count_and_goes_into_the_url(opened: Open) -> None:
    app = opened()
    assert sentence(app) == "3 events from 2 reports"
    outlets = app.multiselect(key="f_outlets")
    assert outlets.options == ["Other Press (2)", "Example Press (1)"]
    outlets.select("Other Press").run()
    assert app.query_params["outlet"] == "Other Press"
    assert sentence(app) == "2 events from 1 report, told by Other Press"
    app.toggle(key="f_show_background").set_value(False).run()
    assert sentence(app) == "1 event from 1 report, told by Other Press, without background"


def test_roles_are_offered_below_their_actor(opened: Open) -> None:
    options = opened().multiselect(key="f_actors").options
    at = options.index("ISIS (1)")
    assert options[at + 1] == "ISIS, as initiator (1)"


def test_the_filter_survives_a_change_of_page(opened: Open) -> None:
    app = opened()
    app.number_input(key="f_killed_min").set_value(5).run()
    app.switch_page("pages/about.py").run()
    assert app.query_params["killed"] == "5"
    app.switch_page("pages/map.py").run()
    assert sentence(app) == "1 event from 1 report, at least 5 killed"
    assert app.number_input(key="f_killed_min").value == 5


def test_the_browsers_back_brings_the_former_filter(opened: Open) -> None:
    app = opened(family="fighting", event="moved")
    app.query_params.clear()
    app.query_params["outlet"] = "Other Press"
    app.run()
    assert sentence(app) == "2 events from 1 report, told by Other Press"
    assert "event" not in app.query_params
    app.query_params.clear()
    app.run()
    assert sentence(app) == "3 events from 2 reports"


def test_what_a_person_changes_goes_before_a_url_that_is_late(opened: Open) -> None:
    app = opened(family="fighting")
    app.query_params["family"] = "strikes_and_explosives"
    app.number_input(key="f_killed_min").set_value(5).run()
    assert sentence(app) == "1 event from 1 report, Fighting, at least 5 killed"
    assert dict(app.query_params) == {"family": "fighting", "killed": "5"}


def test_clearing_shows_everything_again(opened: Open) -> None:
    app = opened(family="fighting", background="0")
    next(button for button in app.button if button.label == "Clear all filters").click().run()
    assert sentence(app) == "3 events from 2 reports"
    assert dict(app.query_params) == {}


def test_dates_the_wrong_way_round_are_turned(opened: Open) -> None:
    app = opened(to="2019-12-31")
    app.date_input(key="f_date_from").set_value("2020-12-31").run()
    kept = app.session_state["filter"]
    assert (str(kept.date_from), str(kept.date_to)) == ("2019-12-31", "2020-12-31")


def test_what_a_link_asks_and_means_nothing_is_named_and_the_rest_holds(opened: Open) -> None:
    app = opened(district="![x](http://example.org/x.png)", killed="-1", outlet="Other Press")
    told = [warning.value for warning in app.warning]
    assert len(told) == 2
    assert "filter parameter \\'district\\'" in told[0]
    assert "![x]" not in told[0]
    assert "killed" in told[1]
    assert sentence(app) == "2 events from 1 report, told by Other Press"
    assert dict(app.query_params) == {"outlet": "Other Press"}


def test_a_store_that_cannot_be_opened_is_a_message(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://root:secret@example.org/x")
    session._store.clear()
    app = opened()
    assert [error.value.replace("\\", "") for error in app.error] == [
        "DATABASE_URL: 'mysql' is neither a SQLite file nor PostgreSQL"
    ]
    assert [error.value for error in app.exception] == []


def test_the_store_fills_itself_once(store: Store, opened: Open) -> None:
    head = "---\ntitle: A new one\noutlet: Third Press\npublished: 2020-06-04\n---\n"
    text = head + "Gunmen attacked al-Mayadin on June 3.\n"
    (session.REPORTS / "new.md").write_text(text, encoding="utf-8")
    (session.REPORTS / "broken.md").write_bytes(b"\x00\x01\x02\xff" * 50)
    app = opened()
    assert set(store.reports()["outlet"]) == {"Example Press", "Other Press", "Third Press"}
    assert ["broken.md" in message for message in session.start_up_problems()] == [True]
    version = store.version()
    app.run()
    opened("reports")
    assert store.version() == version


def test_the_settings_send_nothing_out_and_listen_on_loopback() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["address"] == "127.0.0.1"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_links_stand_out_from_their_ground(theme: str) -> None:
    """WCAG 2.1 AA: a contrast of 4.5 to 1 or more."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"][
        theme
    ]
    grounds = [
        settings["backgroundColor"],
        settings["secondaryBackgroundColor"],
        settings["sidebar"]["backgroundColor"],
    ]
    for ink in (settings["textColor"], settings["linkColor"], settings["primaryColor"]):
        assert min(contrast(ink, ground) for ground in grounds) >= 4.5


def contrast(first: str, second: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_each_page_says_what_the_navigation_needs() -> None:
    modules = [import_module(f"pages.{page}") for page in PAGES]
    assert len({module.ORDER for module in modules}) == len(PAGES)
    assert min(modules, key=lambda module: module.ORDER).TITLE == "Map"
    assert {type(module.FILTERED) for module in modules} == {bool}
