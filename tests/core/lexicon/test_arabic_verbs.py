from __future__ import annotations

import pytest

from core.lexicon.arabic_verbs import further_forms, owned_forms, present_forms, with_pronouns


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
        ("هاجم", "يهاجم"),
    ],
)
def test_the_present_and_the_future_follow_from_the_past(past: str, present: str) -> None:
    forms = dict(present_forms(past))
    assert forms[present] == "present"
    assert forms["س" + present] == "future"


@pytest.mark.parametrize("past", ["قام", "وصل"])
def test_the_present_of_a_hollow_or_assimilated_verb_is_not_guessed(past: str) -> None:
    assert present_forms(past) == []


def test_the_plural_loses_a_weak_ending() -> None:
    assert ("يستولون", "present") in present_forms("استولى")


def test_whom_it_befalls_is_written_on() -> None:
    assert {"قتلهم", "قتلته", "قتلوه"} <= set(with_pronouns("قتل"))
    assert "سرقه" not in with_pronouns("سرق")  # folded, "سرقة"
    assert {"أرداه قتيلا", "أردته قتيلا", "أردوهم قتيلا"} <= set(with_pronouns("أردى قتيلا"))


def test_what_is_his_is_also_hers_and_theirs() -> None:
    assert owned_forms("أحكم * سيطرته") == [
        "أحكم * سيطرته",
        "أحكم * سيطرتها",
        "أحكم * سيطرتهم",
        "أحكم * سيطرتهما",
    ]
    assert owned_forms("قصف") == ["قصف"]


@pytest.mark.parametrize(
    ("word", "tense", "frame", "has", "lacks"),
    [
        ("اعتقل", "past", "captured", {"اعتقلوهم", "تعتقل"}, {"نعتقل"}),
        ("سيطر", "past", "act", {"سيطرت"}, {"سيطرته"}),
        ("تمركز", "past", "station", {"تمركزوا"}, {"يتمركز"}),
        ("أقام * حاجز", "past", "station", {"أقاموا * حاجزا", "أقامت * حاجزين"}, {"أقامه * حاجز"}),
        ("نشر * نقطة", "past", "station", {"نشرت * نقطتين"}, {"نشر * نقطةا"}),
    ],
)
def test_forms_that_follow(word: str, tense: str, frame: str, has: set[str], lacks: set[str]) -> None:
    forms = {form for form, _ in further_forms(word, tense, frame)}
    assert has <= forms
    assert not lacks & forms
