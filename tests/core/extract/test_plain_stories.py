"""One happening with what stories say around it stays one event; every lead with every other sentence.

All are made up: a lead, what follows it up, and sentences of the kind that tell of no event.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Report

WORDS = lexicon.load()
PUBLISHED = date(2023, 5, 17)

STORIES = {
    "en": [
        (
            "armed_attack",
            "Two fighters of the Syrian Democratic Forces were killed and another was wounded on Tuesday when"
            " unknown gunmen attacked their checkpoint in the town of Dhiban, east of Deir ez-Zor.",
            (
                "The attackers, who were riding a motorcycle, fled to an unknown destination.",
                "The attack took place near the main roundabout of the town.",
                "A local source told the network that the gunmen used machine guns.",
                "No group has claimed responsibility for the attack.",
            ),
        ),
        (
            "ied_or_mine",
            "A child was killed and two others were injured yesterday when a landmine left behind by ISIS"
            " exploded in the town of Dhiban in the eastern countryside of Deir ez-Zor.",
            (
                "The wounded were taken to a hospital in the city of Al-Hasakah.",
                "The explosion happened while the children were herding sheep.",
                "The mine is one of many planted by ISIS before it lost the area.",
            ),
        ),
        (
            "arrest_or_raid",
            "The SDF arrested three people in the town of Dhiban at dawn on Tuesday, on charges of dealing"
            " with ISIS.",
            (
                "The raid was backed by coalition helicopters.",
                "The detainees were taken to an unknown place.",
                "The forces confiscated their phones.",
            ),
        ),
        (
            "clash",
            "Clashes with machine guns broke out on Tuesday between members of two families in Dhiban,"
            " leaving one dead and three wounded.",
            (
                "The clashes lasted for two hours.",
                "Tribal elders are trying to end the dispute.",
                "The dispute began over a piece of land.",
            ),
        ),
    ],
    "ar": [
        (
            "armed_attack",
            "قتل عنصران من قوات سوريا الديمقراطية وأصيب آخر، أمس الثلاثاء، بهجوم شنه مسلحون مجهولون على"
            " حاجزهم في بلدة ذيبان شرقي دير الزور.",
            (
                "ولاذ المهاجمون بالفرار على متن دراجة نارية إلى جهة مجهولة.",
                "ووقع الهجوم قرب الدوار الرئيسي في البلدة.",
                "ولم تتبن أي جهة الهجوم حتى الآن.",
            ),
        ),
        (
            "drone_strike",
            "استهدفت طائرة مسيرة للتحالف الدولي سيارة في ذيبان مساء أمس الثلاثاء، ما أدى"
            " لمقتل قيادي في داعش.",
            (
                "وأدى الاستهداف إلى تدمير السيارة بالكامل.",
                "وقال الأهالي إنهم سمعوا صوت انفجار.",
                "وهرعت سيارات الإسعاف إلى مكان الاستهداف.",
            ),
        ),
        (
            "arrest_or_raid",
            "اعتقلت قسد ثلاثة أشخاص في بلدة ذيبان فجر أمس الثلاثاء، بتهمة التعامل مع داعش.",
            (
                "وجرت المداهمة بمساندة مروحيات التحالف.",
                "واقتيد المعتقلون إلى جهة مجهولة.",
                "وصادرت القوات هواتفهم.",
            ),
        ),
    ],
}
NO_EVENTS = {
    "en": (
        "The region has seen a rise in attacks by ISIS cells in recent months.",
        "ISIS frequently attacks SDF checkpoints in the area.",
        "A commander warned that ISIS could launch more attacks.",
        "The SDF plans to begin a security campaign in the coming days.",
        "More than 100 people have been killed in such attacks since the beginning of the year.",
        "The Syrian army denied that it had shelled the town.",
        "The international coalition was formed in 2014 to fight ISIS.",
        "Observers say that tribal tension may lead to clashes.",
    ),
    "ar": (
        "وتشهد المنطقة تصاعدا في هجمات خلايا داعش خلال الأشهر الأخيرة.",
        "وتهاجم خلايا داعش حواجز قسد في المنطقة بشكل متكرر.",
        "وحذر قيادي من أن داعش قد يشن هجمات جديدة.",
        "وتعتزم قسد بدء حملة أمنية في الأيام المقبلة.",
        "وقتل أكثر من 100 شخص في هجمات مماثلة منذ بداية العام.",
        "ونفى الجيش السوري قصفه للبلدة.",
        "ويرى مراقبون أن التوتر العشائري قد يؤدي إلى اشتباكات.",
    ),
}
CASES = [
    (language, event_type, f"{lead} {further} {around}")
    for language, stories in STORIES.items()
    for event_type, lead, more in stories
    for further, around in product(more, NO_EVENTS[language])
]


@pytest.mark.parametrize(("language", "event_type", "text"), CASES)
def test_a_story_of_one_happening_is_one_event(language: str, event_type: str, text: str) -> None:
    [event] = read_report(Report("r", text, published=PUBLISHED, language=language), WORDS).events
    assert event.event_type == event_type
    assert event.place is not None
    assert event.place.name == "Dhiban"
