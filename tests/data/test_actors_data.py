"""The repository's own actors, sources and words: what the rest of the program counts on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from core.lexicon.actors import Actors, load_actors
from core.lexicon.matcher import Matcher
from core.lexicon.people import load_modifiers, load_people, load_vehicles
from core.lexicon.sources import Sources, load_sources
from core.text import normalise, tokens_of

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
# Persons and single heads of tribes, whom the labels name but who are no group.
PERSONS = {
    "Abu Sayyaf",
    "Abu Yusif",
    "Ayman al-Dayyaf",
    "Khalaf Turki al-Khabil",
    "Leilwa al-Abdullah",
    "Muayyad al-Rayash",
    "head of the Al-Mashahda tribe",
    "head of the Al-Rakiwat tribe",
}
# Persons whom the labels give as sources.
CITED_PERSONS = {"Saad al-Dayri", "Samer al-Dayri", "Khaled Hassan", "Ibrahim al-Hassan"}


@cache
def actors() -> Actors:
    return load_actors(DATA / "actors.toml")


@cache
def sources() -> Sources:
    return load_sources(DATA / "sources.csv")


def gold_events() -> Iterator[dict[str, Any]]:
    for path in sorted((ROOT / "tests" / "gold").glob("gold_*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from json.loads(line)["events"]


def test_there_are_enough_actors_in_both_languages() -> None:
    assert len(actors().by_id) >= 120
    assert [actor.actor_id for actor in actors().by_id.values() if not actor.aliases] == []
    assert sum(len(actor.aliases_ar) for actor in actors().by_id.values()) >= 600


def test_every_alias_is_found_in_running_text_as_its_own_actor() -> None:
    shared = {item.alias for actor in actors().by_id.values() for item in actor.shared}
    matcher = Matcher(
        (alias, "actor", actor, actors().is_exact(alias)) for alias, _, actor in actors().aliases()
    )
    lost = []
    for alias, _, actor in actors().aliases():
        tokens = tokens_of(normalise(f"x {alias} x").text)
        found = [(m.value.actor_id, m.last) for m in matcher.find(tokens).of("actor") if m.first == 1]
        last = max(k for k, token in enumerate(tokens[:-1]) if token.kind != "p")
        if alias not in shared and found != [(actor.actor_id, last)]:
            lost.append((alias, found))
    assert lost == [], "\n".join(map(str, lost))


def test_every_group_that_a_label_names_is_an_actor() -> None:
    named = {actor["name"] for event in gold_events() for actor in event["actors"]}
    missing = {name for name in named if actors().named(name) is None}
    assert len(named) > 50
    assert missing <= PERSONS


def test_every_source_that_a_label_names_is_known() -> None:
    cited: set[str] = set()
    for event in gold_events():
        given = event["attributed_to"]
        cited.update([given] if isinstance(given, str) else given or [])
    assert len(cited) > 50
    assert {name for name in cited if sources().named(name) is None} <= CITED_PERSONS


@pytest.mark.parametrize(
    ("written", "actor_id"),
    [
        ("داعش", "isis"),
        ('تنظيم "الدولة الإسلامية"', "isis"),
        ("تنظيم الدولة", "isis"),
        ("Daesh", "isis"),
        ("ISIL", "isis"),
        ("Takfiri", "isis"),
        ("قسد", "sdf"),
        ("قوات سوريا الديمقراطية", "sdf"),
        ("الحرس الثوري", "irgc"),
        ("لواء فاطميون", "liwa-fatemiyoun"),
        ("Fatemiyoun Division", "liwa-fatemiyoun"),
        ("الميليشيات الإيرانية", "iran-backed-militias"),
        ("المليشيات الايرانية", "iran-backed-militias"),
        ("قوات النظام", "syrian-regime-forces"),
        ("الجيش السوري", "syrian-army"),
        ("التحالف الدولي", "us-led-coalition"),
        ("القوات الأمريكية", "us-forces"),
        ("القوات الأميركية", "us-forces"),
        ("U.S. forces", "us-forces"),
        ("الأسايش", "asayish"),
        ("الأمن العام", "syrian-general-security"),
        ("مسلحون مجهولون", "unidentified-gunmen"),
        ("أبناء العشائر", "tribal-fighters"),
        ("PKK/YPG", "ypg"),
        ("Popular Mobilization Units", "pmf"),
        ("truffle hunters", "truffle-hunters"),
    ],
)
def test_names_as_reports_write_them(written: str, actor_id: str) -> None:
    found = actors().named(written)
    assert found is not None
    assert found.actor_id == actor_id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Syrian Army", "Syrian regime forces"),
        ("5th Corps", "Syrian government forces"),
        ("YPG", "SDF"),
        ("Hajin Military Council", "SDF"),
        ("Iranian forces", "Iran-backed militias"),
        ("Syrian General Security", "Internal Security Forces"),
        ("residents", "civilians"),
        ("local gunmen", "unidentified gunmen"),
    ],
)
def test_units_are_compared_as_their_group(one: str, other: str) -> None:
    first, second = actors().named(one), actors().named(other)
    assert first is not None
    assert second is not None
    assert first.group == second.group


@pytest.mark.parametrize(
    "words",
    ["us", "is", "the", "army of", "force", "group", "men", "people", "unknown", "terrorists", "militants"],
)
def test_ordinary_words_are_no_alias_unless_in_their_own_case(words: str) -> None:
    loose = {alias.lower() for alias, _, _ in actors().aliases() if not actors().is_exact(alias)}
    assert words not in loose


@pytest.mark.parametrize("alias", ["US", "IS", "SAA", "PMF", "HAT", "MP", "ISF"])
def test_short_names_count_in_their_own_case_only(alias: str) -> None:
    assert actors().is_exact(alias)


@pytest.mark.parametrize(
    ("actor_id", "day", "backer", "backs"),
    [
        ("liwa-fatemiyoun", date(2020, 6, 3), "irgc", True),
        ("liwa-fatemiyoun", date(2025, 6, 3), "irgc", False),
        ("hajin-military-council", date(2020, 2, 24), "us-led-coalition", True),
        ("kataib-hezbollah", date(2023, 11, 1), "irgc", True),
        ("syrian-army", date(2015, 1, 1), "russian-forces", False),
        ("tiger-forces", date(2017, 9, 5), "russian-forces", True),
    ],
)
def test_who_backs_whom_depends_on_the_day(actor_id: str, day: date, backer: str, backs: bool) -> None:
    assert (backer in {actor.actor_id for actor in actors().backers_on(actor_id, day)}) is backs


@pytest.mark.parametrize(
    ("day", "actor_id"), [(date(2024, 7, 20), "asayish"), (date(2025, 6, 1), "internal-security-forces")]
)
def test_internal_security_forces_are_whose_they_were_on_the_day(day: date, actor_id: str) -> None:
    for written in ("Internal Security Forces", "قوى الأمن الداخلي"):
        some = actors().named(written)
        assert some is not None
        assert actors().on(written, some, day).actor_id == actor_id


def test_affiliations_lie_in_the_years_that_the_map_covers_or_say_why() -> None:
    ties = [tie for actor in actors().by_id.values() for tie in actor.affiliations]
    assert len(ties) >= 60
    assert all(tie.start is None or date(1980, 1, 1) <= tie.start <= date(2026, 12, 31) for tie in ties)


def test_words_for_people_and_vehicles_are_there_in_both_languages() -> None:
    ids = actors().by_id
    people = {word.word: word for word in load_people(DATA / "people_words.csv", ids)}
    assert people["soldiers"].kind == "security"
    assert (people["عنصرين"].number, people["عنصرين"].kind) == ("dual", "fighter")
    assert people["أطفال"].actor_id == "civilians"
    assert people["شخصا"].number == "singular"
    assert people["gunmen"].actor_id is None
    vehicles = {word.word: word.number for word in load_vehicles(DATA / "vehicle_words.csv")}
    assert (vehicles["Humvees"], vehicles["lorries"], vehicles["شاحنتين"]) == ("plural", "plural", "dual")


@pytest.mark.parametrize(
    ("phrase", "kind", "actor_id"),
    [
        ("Iranian-backed", "fighter", "iran-backed-militias"),
        ("Iraqi", "fighter", "iran-backed-militias"),
        ("Iraqi", "force", "iraqi-forces"),
        ("Russian", "aircraft", "russian-air-force"),
        ("Russian", "force", "russian-forces"),
        ("US", "facility", "us-forces"),
        ("Afghan", "fighter", "liwa-fatemiyoun"),
        ("الإيرانية", "force", "iranian-forces"),
        ("المدعومة من إيران", "fighter", "iran-backed-militias"),
        ("الروسية", "aircraft", "russian-air-force"),
    ],
)
def test_an_adjective_and_its_noun_mean_an_actor(phrase: str, kind: str, actor_id: str) -> None:
    rules = load_modifiers(DATA / "actor_modifiers.csv", actors().by_id)
    assert next(rule.actor_id for rule in rules if rule.phrase == phrase and rule.fits(kind)) == actor_id


def test_a_nationality_does_not_make_civilians_an_armed_group() -> None:
    rules = load_modifiers(DATA / "actor_modifiers.csv", actors().by_id)
    assert not any(rule.fits("civilian") for rule in rules)
