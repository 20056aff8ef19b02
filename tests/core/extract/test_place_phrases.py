"""A town in every common wording, and whatever is said to hold it: the event is in the town, once."""

from __future__ import annotations

from itertools import product

import pytest

from tests.core.extract.test_talked_of import kinds

_TOWNS = {
    "en": {
        "Al-Mayadeen": "Al-Mayadin",
        "Al-Busayrah": "Al-Busayrah",
        "Hajin": "Hajin",
        "Abu Kamal": "Al-Bukamal",
    },
    "ar": {"الميادين": "Al-Mayadin", "البصيرة": "Al-Busayrah", "هجين": "Hajin", "البوكمال": "Al-Bukamal"},
}
_WORDED = {
    "en": ("{}", "{} city", "the town of {}", "the {} area", "the outskirts of {}"),
    "ar": ("{}", "مدينة {}", 'بلدة "{}"', "منطقة {}", "أطراف {}", "محيط مدينة {}"),
}
_HELD = {
    "en": (
        *("", " in Deir Ezzor", ", Deir Ezzor,", " in Deir Ezzor province", " in eastern Deir Ezzor"),
        *(" in the eastern countryside of Deir Ezzor", " east of Deir Ezzor", " (eastern Deir Ezzor)"),
        *(" in Deir Ezzor's eastern countryside", " in Syria's Deir ez-Zor", " in rural Deir Ezzor"),
        *(" southeast of the city of Deir Ezzor", " 35 km east of Deir Ezzor city"),
        *(" in the Syrian province of Deir ez-Zor", " in Deir ez-Zor, eastern Syria,"),
    ),
    "ar": (
        *("", " بدير الزور", " في دير الزور", "، دير الزور،", " بريف دير الزور الشرقي", " شرقي دير الزور"),
        *(" شرق محافظة دير الزور", " (ريف دير الزور الشرقي)", " جنوب شرق مدينة دير الزور"),
        *(" في الريف الشرقي لدير الزور", " التابعة لمحافظة دير الزور", " الواقعة شرق دير الزور"),
        *(" في محافظة دير الزور شرقي سوريا",),
    ),
}
_SAID = {
    "en": ("Gunmen attacked an SDF post in {} on Monday.", "In {}, gunmen on Monday attacked an SDF post."),
    "ar": (
        "هاجم مسلحون نقطة لقسد في {} يوم الاثنين.",
        "دير الزور - هاجم مسلحون يوم الاثنين نقطة لقسد في {}.",
    ),
}


@pytest.mark.parametrize(("language", "held"), [(k, held) for k, every in _HELD.items() for held in every])
def test_the_event_is_in_the_town_that_is_named(language: str, held: str) -> None:
    for (name, place), worded, said in product(_TOWNS[language].items(), _WORDED[language], _SAID[language]):
        text = (
            said.format(worded.format(name) + held).replace(",,", ",").replace(",.", ".").replace("،.", ".")
        )
        assert kinds(text, language) == [("armed_attack", place)], text
