"""A row's written forms -> all its forms, one rule of grammar a test."""

from __future__ import annotations

import pytest

from core.lexicon.arabic_verbs import arabic_verb_forms


def own(*phrases: str, frame: str = "act") -> dict[str, str]:
    return dict(arabic_verb_forms([(phrase, "past") for phrase in phrases], frame)[0])


def following(phrase: str, tense: str = "past", frame: str = "act") -> dict[str, str]:
    """What follows from a form that is not of the row's own verb."""
    found = dict(arabic_verb_forms([("فعل", "past"), (phrase, tense)], frame)[1])
    return {form: told for form, told in found.items() if not form.startswith("فعل")}


@pytest.mark.parametrize(
    ("word", "persons"),
    [
        ("استهدف", ["استهدف", "استهدفت", "استهدفوا", "استهدفا", "استهدفتا"]),
        ("تصدى", ["تصدى", "تصدت", "تصدوا", "تصديا", "تصدتا"]),
        ("ألقى القبض", ["ألقى القبض", "ألقت القبض", "ألقوا القبض", "ألقيا القبض", "ألقتا القبض"]),
    ],
)
def test_the_third_persons_of_the_past(word: str, persons: list[str]) -> None:
    assert own(word, frame="move") == dict.fromkeys(persons, "past")
    assert list(following(word))[:5] == persons


@pytest.mark.parametrize(
    ("past", "present"),
    [
        ("قصف", "يقصف"),
        ("أطلق * النار", "يطلق * النار"),
        ("أغار", "يغير"),
        ("استعاد", "يستعيد"),
        ("اغتال", "يغتال"),
        ("تصدى", "يتصدى"),
        ("استولى", "يستولي"),
        ("استولى", "يستولون"),
        ("غزا", "يغزو"),
        ("صد", "يصد"),
    ],
)
def test_the_present_and_the_future_follow_from_the_past(past: str, present: str) -> None:
    assert own(past)[present] == "present"
    assert own(past)["س" + present] == "future"


@pytest.mark.parametrize("past", ["قام", "وصل"])
def test_the_present_of_a_hollow_or_assimilated_verb_is_not_guessed(past: str) -> None:
    assert set(own(past).values()) == {"past"}


def test_presents_are_of_what_one_does_to_another() -> None:
    assert "يعبر" not in own("عبر", frame="move")
    assert "يشتبك" in own("اشتبك", frame="mutual")
    assert following("داهم")["يداهم"] == "present"
    assert "يقصف" not in following("قصف")  # of three letters: only of the row's own verb
    assert "يتمركز" not in following("تمركز", frame="station")


def test_whom_it_befalls_is_written_on() -> None:
    assert {"قتلهم", "قتلته", "قتلوه"} <= own("قتل").keys()
    assert "سرقه" not in own("سرق")  # folded, "سرقة"
    assert {"أرداه قتيلا", "أردته قتيلا", "أردوهم قتيلا"} <= own("أردى قتيلا").keys()
    assert "اشتبكته" not in own("اشتبك", frame="mutual")
    assert "اعتقلوهم" in following("اعتقل")
    assert "سيطرته" not in following("سيطر")
    assert "ذبحوه" in following("ذبح", frame="killed")


def test_a_listed_present_takes_its_persons() -> None:
    assert following("يرمي * قنبلة", "present").keys() >= {"ترمي * قنبلة", "يرمون * قنبلة"}
    assert list(following("يقتحمون", "present")) == ["يقتحمون"]


def test_what_is_his_is_also_hers_and_theirs() -> None:
    assert {f"أحكم * سيطرت{end}" for end in ("ه", "ها", "هم", "هما")} <= own("أحكم * سيطرته").keys()


def test_an_object_stands_in_the_accusative_and_the_dual() -> None:
    assert {"أقاموا * حاجزا", "أقامت * حاجزين"} <= following("أقام * حاجز").keys()
    assert "نشرت * نقطتين" in following("نشر * نقطة")
    assert "نشر * نقاطاا" not in following("نشر * نقاطا")
    assert "فتح النارا" not in following("فتح النار")


def test_what_a_dash_strikes_out_is_not_the_rows_own() -> None:
    assert own("ضرب", "-ضربته").keys() >= {"ضربت", "ضربتهم"}
    assert "ضربته" not in own("ضرب", "-ضربته")
    assert following("-ضربته") == {}
