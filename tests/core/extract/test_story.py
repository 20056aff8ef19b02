"""What of a page is the story. The pages are imitations in our own words; their events are made up."""

# ruff: noqa: E501 - pages keep their long lines

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.evaluate import load_gold
from core.extract.story import dateline_of, find_story
from core.readers import read_directory
from core.text import normalise, sentences_of

ROOT = Path(__file__).parents[3]
SEED = ROOT.parent / "shared" / "seed_report.txt"


def read(page: str, title: str | None = None) -> dict[str, str]:
    """The lines of each kind, joined by `` / ``."""
    text = normalise(page).text
    found: dict[str, list[str]] = {}
    for passage in find_story(text, title):
        lines = text[passage.start : passage.end].split("\n")
        found.setdefault(passage.kind, []).extend(line.strip() for line in lines if line.strip())
    return {kind: " / ".join(lines) for kind, lines in found.items()}


STORY = """A column of 12 lorries reached the town of Hajin on Monday evening, residents said.

It had come from the Al-Omar field, according to a local source, and carried building material."""
TOLD = STORY.replace("\n\n", " / ")


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "Gunmen shot dead a member of the #SDF in #Dhiban this evening",
        "Deir Ezzor:\n- a mine wounded two near Abriha\n- gunmen fired at a post in Shuhail\n- 30 lorries reached Omar",
        "Two members of the SDF were killed by gunmen in Dhiban on Monday\n\nThe attackers fled to the desert",
        f'{STORY}\n\nWho sent it? Nobody would say.\n\n"I saw it, you know," a man said. "They should leave!"',
        f"{STORY}\n\nThe attacks of the day:\n- gunmen hit a post in Shuhail\n- a mine went off near Abriha",
        f"{STORY}\n\nThe source put the number of fighters in the column at about one hundred and fifty",
        "هاجم مسلحون حاجزا لقسد في ذيبان مساء أمس\n\nقتل في الهجوم عنصران وجرح ثالث نقل إلى المشفى",
    ],
)
def test_plain_reports_are_all_story(text: str) -> None:
    assert list(read(text)) == ["story"]


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        ("Convoy Reaches Hajin From Omar Field", {"headline": "Convoy Reaches Hajin From Omar Field"}),
        ("Column of 12 lorries reaches Hajin", {"headline": "Column of 12 lorries reaches Hajin"}),
        (
            "Home\nSyria\n\nLorries on the move in the far east\n\n4 March 2021 - 10:20\nBy Some Writer",
            {
                "page_furniture": "Home / Syria / 4 March 2021 - 10:20 / By Some Writer",
                "headline": "Lorries on the move in the far east",
            },
        ),
        (
            "0 $\n2,500 $\nLorries Reach Hajin Town At Night\n\nA column somewhere near the river\nFile photo",
            {
                "page_furniture": "0 $ / 2,500 $",
                "headline": "Lorries Reach Hajin Town At Night",
                "caption": "A column somewhere near the river / File photo",
            },
        ),
        (
            "Lorries seen again near the river - Our Valley\n\nLorries seen again near the river",
            {
                "headline": "Lorries seen again near the river - Our Valley / Lorries seen again near the river"
            },
        ),
        (
            "Syria\nA lorry on the road to Hajin, September 4, 2023. Photo: Some Name/AFP",
            {
                "page_furniture": "Syria",
                "caption": "A lorry on the road to Hajin, September 4, 2023. Photo: Some Name/AFP",
            },
        ),
        (
            "13:41 BREAKING: 14 hurt in a market in Homs\n13:07 BREAKING: minister to speak",
            {
                "page_furniture": "13:41 BREAKING: 14 hurt in a market in Homs / 13:07 BREAKING: minister to speak"
            },
        ),
    ],
)
def test_above_the_story(head: str, kinds: dict[str, str]) -> None:
    assert read(f"{head}\n\n{STORY}") == {**kinds, "story": TOLD}


def test_a_known_title_is_told_even_where_it_ends_like_a_sentence() -> None:
    title = "Twelve lorries with building material arrive in Hajin by night."
    assert read(f"{title}\n\n{STORY}", title) == {"headline": title, "story": TOLD}
    assert read(f"{title}\n\n{STORY}")["story"] == f"{title} / {TOLD}"


@pytest.mark.parametrize(
    "tail",
    [
        "Reporting by Some Name; Editing by Another Name",
        "Some Name",
        "AFP",
        "Tags: Syria, Hajin, lorries",
        "Share 18   Tweet 4   Print",
        "Copyright 2021 Our Valley. All rights reserved.",
        "Related news\nElderly man hurt by drone in West Aleppo\nBody of a man found in Daraa",
        "Check Also\nUS wants to start a war, says envoy\nDamascus, SANA- The envoy said that the war was going to …",
        "Read also: 12 killed in Kirkuk blast",
        "Most popular: twelve cars in pileup\nArchive: 100 tanks on the avenue",
        "Subscribe to our newsletter: 4,000 do",
        "Leave a Reply\n\nYour email address will not be published. Required fields are marked *",
        "Five Hurt In Hama Road Accident\nMinister Opens Bridge In Latakia Today",
    ],
)
def test_below_the_story(tail: str) -> None:
    found = read(f"{STORY}\n\n{tail}")
    assert found.pop("story") == TOLD
    assert "".join(found.values()).replace(" / ", "").startswith(tail.split("\n", maxsplit=1)[0])


def test_a_story_that_goes_on_after_other_headlines() -> None:
    more = (
        "The lorries left again on Tuesday and drove towards the north, the same residents told our reporter."
    )
    found = read(
        f"{STORY}\n\nREAD MORE\n- 22 fighters killed in a strike\n- Officials blame a neighbour\n\n{more}"
    )
    assert found == {
        "story": f"{TOLD} / {more}",
        "page_furniture": "READ MORE / - 22 fighters killed in a strike / - Officials blame a neighbour",
    }


def test_a_heading_between_paragraphs() -> None:
    more = "Further north, a patrol of the SDF searched houses in the village of Abriha on the same day."
    assert read(f"{STORY}\n\nSearches in the north\n\n{more}") == {
        "story": f"{TOLD} / {more}",
        "headline": "Searches in the north",
    }


@pytest.mark.parametrize(
    "talk",
    [
        "Comments (2)\nriver_man: they lost 140 in 2015 and nobody said a word\nAnonymous: next it will be the airport",
        "3 Comments\nOldest\nSome Reader\nThey killed 200 there in 2014.",
        "Leave a comment\n\nAnother Reader\n\nGreat news, 12 lorries more!",
        "\nYou guys are dreaming.\n\nSome Reader\n\nNot so. In 2006 they lost 30 tanks, don't forget that.",
        "Some Reader\n\nI hope they stop this, they should send everybody home!\n\nOther Reader\n\nYeah, you're right.",
    ],
)
def test_readers_comments(talk: str) -> None:
    found = read(f"{STORY}\n\n{talk}")
    assert found["story"] == TOLD
    assert talk.rsplit("\n", maxsplit=1)[-1].strip() in found["comment"]


def test_arabic_pages() -> None:
    story = "هاجم مسلحون مجهولون حاجزا لقسد في بلدة ذيبان مساء أمس الأحد، وفق مراسلنا.\nوقتل في الهجوم عنصران، بحسب مصدر محلي."
    page = f"""icon
التغطية الحية

هجوم على حاجز لقسد في ذيبان

2024.05.19 | 10:21 دمشق

عناصر قرب النهر (إنترنت)
حجم الخط

{story}

مقالات ذات صلة

وزير يفتتح جسرا في اللاذقية

التعليقات (1)
أبو فلان: الله يرحمهم قتل منا مئة في 2014"""
    found = read(page)
    assert found["story"] == story.replace("\n", " / ")
    assert found["headline"] == "هجوم على حاجز لقسد في ذيبان"
    assert found["caption"] == "عناصر قرب النهر (إنترنت)"
    assert found["comment"] == "أبو فلان: الله يرحمهم قتل منا مئة في 2014"
    assert "وزير يفتتح جسرا في اللاذقية" in found["page_furniture"]


def test_the_first_real_page() -> None:
    """The pasted page that the project began with, where it is at hand; its twin below is always run."""
    page = SEED.read_text(encoding="utf-8") if SEED.exists() else TWIN
    found = read(page)
    assert found["headline"].startswith("Iranian-Backed Forces")
    assert found["caption"].startswith("Iranian-backed forces massing")
    assert found["story"].startswith("On June 3, a")
    assert found["story"].endswith("threat there.")
    assert "2006" in found["comment"]
    assert set(found) == {"headline", "caption", "story", "comment"}


TWIN = """Iranian-Backed Forces Bring Fresh Troops To Deir Ezzor

Iranian-backed forces massing near the city

On June 3, a column of the Liwa Fatemiyoun pulled into al-Mayadin, the Observatory said.

The month before, dozens of fighters went to al-Bukamal, according to the same monitor.

The troops are likely there to meet the growing ISIS threat there.


These guys should watch the sky.

Jim Example

Not so much.
They are twice what they were in 2006, and don't forget who trains them.

Somebody Else (The Loud

They keep sending more, it won't help.
On a side note they've had 9,000 ill people in 3 days, so things aren't looking good.
"""


def test_the_twin_of_the_first_real_page() -> None:
    found = read(TWIN)
    assert found["headline"] == "Iranian-Backed Forces Bring Fresh Troops To Deir Ezzor"
    assert found["caption"] == "Iranian-backed forces massing near the city"
    assert found["story"].startswith("On June 3")
    assert found["story"].endswith("ISIS threat there.")
    assert found["comment"].startswith("These guys")
    assert set(found) == {"headline", "caption", "story", "comment"}


def test_no_labelled_event_of_the_repository_lies_outside_the_story() -> None:
    gold = load_gold(ROOT / "tests" / "gold")
    for report in read_directory(ROOT / "data" / "reports")[0]:
        normal = normalise(report.text)
        story = [
            normal.back(p.start, p.end) for p in find_story(normal.text, report.title) if p.kind == "story"
        ]
        for event in gold[report.report_id].events:
            start = report.text.index(event.evidence)
            assert any(first <= start < last for first, last in story), (report.report_id, event.evidence)


PIECES = st.sampled_from(
    ["Leave a comment", "READ MORE", "Home | Syria", STORY, "", "", "Lol!", "قتل عنصران.", "- x:"]
)


@settings(max_examples=200)
@given(st.lists(PIECES | st.text(max_size=30), max_size=12).map("\n".join), st.none() | st.text(max_size=20))
def test_passages_cover_the_text_in_order(page: str, title: str | None) -> None:
    text = normalise(page).text
    passages = find_story(text, title)
    if not text.strip():
        assert all(passage.kind == "story" for passage in passages)
        return
    assert [passages[0].start, *(passage.end for passage in passages)] == [
        *(passage.start for passage in passages),
        len(text),
    ]
    assert all(a.kind != b.kind for a, b in pairwise(passages))


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("DEIR EZ-ZOR, Syria (North Press) – Gunmen attacked a post.", "DEIR EZ-ZOR, Syria (North Press) –"),
        ("BEIRUT, Sept 17 (Reuters) - Two were killed.", "BEIRUT, Sept 17 (Reuters) -"),
        ("BEIRUT (Reuters) - Two were killed.", "BEIRUT (Reuters) -"),
        ("ERBIL, Kurdistan Region - Two were killed.", "ERBIL, Kurdistan Region -"),
        ("Deir Ezzor, SANA- A convoy left.", "Deir Ezzor, SANA-"),
        ("Damascus-SANA- A convoy left.", "Damascus-SANA-"),
        ("Deir Ezzor province: SOHR sources saw a convoy.", "Deir Ezzor province:"),
        ("DeirEzzor24 exclusive report: Guns were moved.", "DeirEzzor24 exclusive report:"),
        ("دير الزور - عنب بلدي هاجم مسلحون حاجزا.", "دير الزور - عنب بلدي"),
        ("شفق نيوز- سوريا أفاد المرصد بهجوم.", "شفق نيوز- سوريا"),
        ("محافظة دير الزور: هاجم مسلحون حاجزا.", "محافظة دير الزور:"),
        ("Gunmen attacked a post in Hajin - the third such attack.", None),
        ("SDF-backed forces attacked Hajin.", None),
        ("Deir Ezzor, which is calm, saw no attack.", None),
        ("وصل الرتل - وفيه عشرون آلية - إلى الميادين.", None),
        ("BEIRUT (Reuters) -", None),
    ],
)
def test_datelines(text: str, dateline: str | None) -> None:
    normal = normalise(text)
    span = dateline_of(sentences_of(normal.text)[0])
    assert (normal.slice(*span) if span else None) == dateline


@pytest.mark.parametrize(
    "page",
    ["word " * 40_000, "1" * 200_000, "#a" * 100_000 + "!", "a   " * 50_000 + ".", "monday " * 28_000 + "x"]
    + [
        line * 8_000
        for line in ("Home page\n", "- item\n", "a:\n", "Jim Example\nYou are wrong!\n", "Related\n\n\n")
    ],
    ids=lambda page: repr(page[:12]),
)
def test_hostile_pages_take_time_in_proportion_to_their_length(page: str) -> None:
    """A pattern or loop that looks back over the page again and again would not end for hours."""
    begin = time.process_time()
    find_story(f"{STORY}\n{page}\n{STORY}", "A title of some words")
    assert time.process_time() - begin < 20
