"""Every subject with every verb, at targets and places in turn: plain sentences, put together here.

Whoever mends a rule for one report sees at once which plain sentence it costs. All are made up.
"""

from __future__ import annotations

from itertools import cycle, product

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Report

WORDS = lexicon.load()
ATTACK, FIGHT = {"armed_attack"}, {"armed_attack", "clash"}
KILLING = {"armed_attack", "assassination", "clash", "other_violence"}
TAKING = {"arrest_or_raid", "abduction"}

WHO = {
    "ISIS cells": "isis",
    "cells of the Islamic State": "isis",
    "gunmen believed to belong to ISIS": "isis",
    "a group of ISIS fighters": "isis",
    "unknown gunmen": "unidentified-gunmen",
    "unidentified gunmen on a motorbike": "unidentified-gunmen",
    "tribal fighters": "tribal-fighters",
    "members of the Syrian Democratic Forces": "sdf",
    "the Iranian Revolutionary Guard": "irgc",
    "Liwa Fatemiyoun militia": "liwa-fatemiyoun",
    "Iran-backed militias": "iran-backed-militias",
}
DID = {
    "attacked": (FIGHT, "post"),
    "opened fire on": (ATTACK, "post"),
    "carried out an attack on": (ATTACK, "post"),
    "launched an attack against": (FIGHT, "post"),
    "ambushed": ({"ambush"}, "post"),
    "shelled": ({"shelling"}, "post"),
    "fired mortar shells at": ({"shelling"}, "post"),
    "clashed with": ({"clash"}, "men"),
    "detonated an IED against": ({"ied_or_mine"}, "post"),
    "arrested": (TAKING, "man"),
    "kidnapped": (TAKING, "man"),
    "killed": (KILLING, "man"),
    "assassinated": ({"assassination"}, "man"),
}
WHOM = {
    "post": ("a checkpoint of the National Defence Forces", "a bus carrying regime soldiers"),
    "men": ("members of the National Defence Forces", "regime soldiers"),
    "man": ("a baker", "three farmers", "a member of the National Defence Forces"),
}
WHERE = {
    "in the town of Dhiban": "Dhiban",
    "in Al-Busayrah, east of Deir ez-Zor": "Al-Busayrah",
    "around the Al-Omar oil field": "Al-Omar oil field",
    "in the Al-Mayadin desert": "Al-Mayadin desert",
    "in the village of Al-Hawayij in the eastern countryside of Deir Ezzor": "Al-Hawayij",
}

WHO_AR = {
    ("خلايا من تنظيم الدولة", "f"): "isis",
    ('خلايا تنظيم "داعش"', "f"): "isis",
    ("مجموعة من عناصر داعش", "f"): "isis",
    ("عناصر من تنظيم الدولة الإسلامية", "m"): "isis",
    ("مسلحون مجهولون", "m"): "unidentified-gunmen",
    ("مقاتلو العشائر", "m"): "tribal-fighters",
    ("عناصر من قوات سوريا الديمقراطية", "m"): "sdf",
    ('قوة عسكرية من "قسد"', "f"): "sdf",
    ("عناصر الحرس الثوري الإيراني", "m"): "irgc",
    ('ميليشيا "لواء فاطميون"', "f"): "liwa-fatemiyoun",
    ("ميليشيات موالية لإيران", "f"): "iran-backed-militias",
}
DID_AR = {
    ("هاجم", "هاجمت", ""): (FIGHT, "post"),
    ("استهدف", "استهدفت", ""): ({"armed_attack", "shelling"}, "post"),
    ("شن", "شنت", "هجوما على"): (FIGHT, "post"),
    ("أطلق", "أطلقت", "النار على"): (ATTACK, "post"),
    ("قصف", "قصفت", "بقذائف الهاون"): ({"shelling"}, "post"),
    ("استهدف", "استهدفت", "بعبوة ناسفة"): ({"ied_or_mine"}, "post"),
    ("اشتبك", "اشتبكت", "مع"): ({"clash"}, "men"),
    ("اعتقل", "اعتقلت", ""): (TAKING, "man"),
    ("خطف", "خطفت", ""): (TAKING, "man"),
    ("قتل", "قتلت", ""): (KILLING, "man"),
    ("اغتال", "اغتالت", ""): ({"assassination"}, "man"),
}
WHOM_AR = {
    "post": ("حاجزا للدفاع الوطني", "حافلة تقل عناصر من قوات النظام"),
    "men": ("عناصر من الدفاع الوطني", "قوات النظام"),
    "man": ("خبازا", "ثلاثة مزارعين", "عنصرا من الدفاع الوطني"),
}
WHERE_AR = {
    "في بلدة ذيبان": "Dhiban",
    "في مدينة البصيرة شرق دير الزور": "Al-Busayrah",
    "في محيط حقل العمر": "Al-Omar oil field",
    "في بادية الميادين": "Al-Mayadin desert",
    "في قرية الحوايج بريف دير الزور الشرقي": "Al-Hawayij",
}

Case = tuple[str, str, set[str], str, str]


def english() -> list[Case]:
    places, turns = cycle(WHERE.items()), {kind: cycle(targets) for kind, targets in WHOM.items()}
    return [
        (f"{who} {did} {next(turns[kind])} {where} on Monday.", "en", types, place, doer)
        for (who, doer), (did, (types, kind)) in product(WHO.items(), DID.items())
        for where, place in [next(places)]
    ]


def arabic() -> list[Case]:
    places, turns = cycle(WHERE_AR.items()), {kind: cycle(targets) for kind, targets in WHOM_AR.items()}
    return [
        (f"{did[form == 'f']} {who} {did[2]} {next(turns[kind])} {where} أمس.", "ar", types, place, doer)
        for ((who, form), doer), (did, (types, kind)) in product(WHO_AR.items(), DID_AR.items())
        for where, place in [next(places)]
    ]


@pytest.mark.parametrize(("text", "language", "types", "place", "doer"), [*english(), *arabic()])
def test_who_did_what_and_where(text: str, language: str, types: set[str], place: str, doer: str) -> None:
    [event] = read_report(Report("r", text[0].upper() + text[1:], language=language), WORDS).events
    assert event.event_type in types
    assert event.place is not None
    assert event.place.name == place
    assert doer in {a.actor_id for a in event.actors if a.role in {"initiator", "participant"}}
