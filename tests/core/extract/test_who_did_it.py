"""Who did it and to whom, in many plain ways of telling it; sentences of our own in both languages."""

from __future__ import annotations

import pytest

from core.model import Event, Reading
from tests.core.extract.test_arabic import read as read_arabic
from tests.core.extract.test_reading import read

ISIS, SDF, GUNMEN = "isis", "sdf", "unidentified-gunmen"
REGIME, COALITION = "syrian-regime-forces", "us-led-coalition"


def sides(event: Event) -> tuple[str, str]:
    """The initiators and the targets but civilians, each joined by a comma."""
    told = [
        sorted(a.actor_id for a in event.actors if a.role == role and a.actor_id != "civilians")
        for role in ("initiator", "target")
    ]
    return ",".join(told[0]), ",".join(told[1])


def only(reading: Reading) -> tuple[str, str]:
    [event] = reading.events
    return sides(event)


ENGLISH = {
    # an attack beaten off
    "The SDF repelled an attack by ISIS on its positions in Hajin on Tuesday.": (ISIS, SDF),
    "An ISIS attack on Dhiban was repelled by the SDF on Tuesday.": (ISIS, SDF),
    "Regime forces foiled an ISIS attack on Dhiban on Tuesday.": (ISIS, REGIME),
    "The SDF stopped an ISIS attack on Dhiban on Tuesday.": (ISIS, SDF),
    "SDF fighters pushed back ISIS militants near Hajin on Monday.": (SDF, ISIS),
    # who helps
    "With air support from the coalition, the SDF raided Hajin on Tuesday.": (f"{SDF},{COALITION}", ""),
    "Backed by the coalition, the SDF raided Hajin on Tuesday.": (f"{SDF},{COALITION}", ""),
    # bombs and bombers
    "An ISIS militant blew himself up at an SDF checkpoint in Dhiban on Tuesday.": (ISIS, SDF),
    "A suicide bomber blew himself up at an SDF checkpoint in Dhiban on Tuesday.": ("", SDF),
    "ISIS members planted an IED that went off in Dhiban on Tuesday.": (ISIS, ""),
    "An IED, laid by gunmen, exploded in an SDF vehicle in Hajin on Monday.": (GUNMEN, SDF),
    "A car bomb driven by an ISIS suicide bomber hit an SDF post in Dhiban on Tuesday.": (ISIS, SDF),
    # whose attack
    "An attack of ISIS on an SDF post in Hajin killed two on Monday.": (ISIS, SDF),
    "The shelling of an SDF post in Hajin killed two on Monday.": ("", SDF),
    "Two men were murdered by members of the terrorist group Islamic State in Hajin on Monday.": (ISIS, ""),
    "An SDF checkpoint in Hajin was the target of an attack by ISIS on Monday.": (ISIS, SDF),
    "A raid by a group of 'Asayish members' on a house in Hajin on Monday.": ("asayish", ""),
    "Residents of Hajin attacked the headquarters of the council on Monday.": ("residents", ""),
    "ISIS cells in Hajin were the target of a raid that the SDF began on Monday.": (SDF, ISIS),
    # who says that it did it
    "An ISIS leader was captured in Hajin on Tuesday, the SDF said.": (SDF, ISIS),
    "Two men were captured in Hajin on Tuesday, a source in the SDF said.": ("", ""),
    "The coalition said it had conducted a strike in Hajin on Monday.": (COALITION, ""),
    "An SDF patrol in Hajin was attacked on Monday. The attackers were ISIS members.": (ISIS, SDF),
    "Gunmen killed a man in Hajin on Monday. ISIS claimed responsibility for the attack.": (ISIS, ""),
    "Gunmen killed a man in Hajin on Monday. ISIS has claimed many of those attacks.": (GUNMEN, ""),
    "The SDF killed a man in Hajin on Monday. It accused ISIS of planning attacks.": (SDF, ""),
    "The SDF raided Hajin on Monday. A council spokesman accused ISIS of an attack on it.": (SDF, ""),
    # whose column
    "A US convoy of 30 trucks arrived in Hajin on Tuesday.": ("us-forces", ""),
    "Six trucks arrived in Hajin on Monday from the depots of the IRGC.": ("irgc", ""),
    "Six trucks carrying arms of the IRGC entered Hajin on Monday.": ("irgc", ""),
    # whose fire
    "Mortar shells fell on Dhiban on Tuesday, fired from areas held by regime forces.": (REGIME, ""),
    "Dhiban, held by the SDF, was shelled on Tuesday.": ("", ""),
}


@pytest.mark.parametrize("text", ENGLISH)
def test_who_did_it(text: str) -> None:
    assert only(read(text)) == ENGLISH[text]


SECOND = {
    "Russian warplanes bombed Al-Mayadin on Monday. The jets also struck Al-Quriyah.": "russian-air-force",
    "A convoy of the coalition entered Al-Shaddadi on Monday. Another convoy reached Hajin.": COALITION,
    "Tribal fighters took SDF posts in Dhiban on Monday. They also seized posts in Hajin.": "tribal-fighters",
    "SDF fighters raided Dhiban on Monday. Last week, other raids hit Hajin.": "",
}


@pytest.mark.parametrize("text", SECOND)
def test_who_went_on_with_it(text: str) -> None:
    assert sides(read(text).events[-1])[0] == SECOND[text]


ARABIC = {
    # an attack beaten off
    "تصدى عناصر قسد لهجوم شنه داعش قرب هجين أمس.": (ISIS, SDF),
    "أحبط الجيش السوري هجوما لداعش قرب هجين أمس.": (ISIS, "syrian-army"),
    # who helps
    "بدعم من التحالف الدولي داهمت قسد بلدة ذيبان أمس.": (f"{SDF},{COALITION}", ""),
    # posts and vehicles attack nobody
    "استهدفت القاعدة الأمريكية في حقل العمر بخمسة صواريخ أمس.": ("", "us-forces"),
    "أوقع القصف الجوي الذي استهدف مواقع لقسد في هجين أمس قتيلين.": ("", SDF),
    "قتل رجلان في هجوم استهدف عناصر من قسد في ذيبان أمس.": ("", SDF),
    "هاجم داعش نقطة في ذيبان أمس، كما هاجم حاجزا للأسايش فيها.": (ISIS, "asayish"),
    # two names in a row
    "طرد مقاتلو العشائر عناصر قسد من ذيبان أمس.": ("tribal-fighters", SDF),
    "هاجم مسلحون عناصر قسد في ذيبان أمس.": (GUNMEN, SDF),
    # nouns
    "كانت الطائرات الروسية، قد شنت أمس غارات عدة على ذيبان.": ("russian-air-force", ""),
    "غارات جوية روسية تستهدف مواقع داعش في هجين.": ("russian-air-force", ISIS),
    "حملة اعتقالات لقسد في هجين تطال ستة شبان أمس.": (SDF, ""),
    "قيام مجهولين باستهداف دورية لقسد في هجين أمس.": (GUNMEN, SDF),
    "نجا عنصر من قسد من محاولة اغتيال نفذها مجهولون في هجين أمس.": (GUNMEN, SDF),
    "قتل شاب إثر إطلاق ملثمين على دراجة النار عليه في هجين أمس.": (GUNMEN, ""),
    "قتل رجل جراء تفجير مقاتل من داعش نفسه في هجين أمس.": (ISIS, ""),
    # who says that it did it
    "قتل خمسة من قسد في هجين أمس. وتبنى تنظيم الدولة العملية.": (ISIS, SDF),
    "قتل رجل برصاص مجهولين في هجين أمس. وأعلن داعش مسؤوليته عن بعض تلك العمليات.": (GUNMEN, ""),
    "أعلن داعش مسؤوليته عن محاولة اغتيال رئيس المجلس في الشحيل أمس.": (ISIS, ""),
}


@pytest.mark.parametrize("text", ARABIC)
def test_who_did_it_in_arabic(text: str) -> None:
    assert only(read_arabic(text)) == ARABIC[text]
