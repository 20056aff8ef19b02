"""Arabic: who acts, who claims, and where the one stands who acts or tells; sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.extract.test_arabic import read


def test_where_the_guns_stand_is_not_where_the_shells_fall() -> None:
    [event] = read("قصفت قوات النظام بالهاون أطراف بلدة الباغوز انطلاقا من مواقعها في البوكمال.").events
    assert event.place is not None
    assert event.place.name == "Al-Baghuz"


def test_a_force_within_another_acts_for_it() -> None:
    [event] = read("داهمت قوة من مكافحة الإرهاب في قسد منازل في بلدة ذيبان واعتقلت خمسة أشخاص.").events
    assert [a.actor_id for a in event.actors if a.role == "initiator"] == ["sdf"]


def test_a_witness_tells_of_his_own_town_and_not_of_an_official_s() -> None:
    [event] = read("قال أحد سكان بلدة أبو حمام إن مجهولين استهدفوا بالرصاص موظفا ورئيس بلدية الكشكية.").events
    assert event.place is not None
    assert event.place.name == "Abu Hamam"


@pytest.mark.parametrize(
    "claim",
    [
        "وتبنى تنظيم داعش اليوم عملية استهداف عنصر في قسد ببلدة الشحيل.",
        "وأعلن تنظيم داعش اليوم مسؤوليته عن الهجوم في بلدة الشحيل.",
    ],
)
def test_the_day_of_a_claim_is_not_the_attack_s(claim: str) -> None:
    reading = read("فقد عنصر في قسد حياته أمس برصاص مجهولين في بلدة الشحيل.\n" + claim)
    [event] = reading.events
    assert event.date_start == date(2023, 5, 10)
    assert {a.actor_id for a in event.actors if a.role == "initiator"} == {"isis"}


def test_who_answers_an_attack_shells_and_not_whose_town_it_is() -> None:
    event = read(
        "وردت قوات النظام المتمركزة في البوكمال على الهجوم بقصف بلدة السوسة الخاضعة لسيطرة داعش اليوم"
        " بالمدفعية."
    ).events[0]
    assert (event.event_type, event.place and event.place.name) == ("shelling", "Al-Susah")
    assert [a.actor_id for a in event.actors if a.role == "initiator"] == ["syrian-regime-forces"]


def test_the_site_of_a_blast_has_no_doer() -> None:
    [event] = read(
        "وقع انفجار في حي القصور في مدينة دير الزور أمس. وفرضت القوات الحكومية طوقاً أمنياً حول موقع التفجير."
    ).events
    assert [a.actor_id for a in event.actors if a.role == "initiator"] == []


def test_help_asked_for_during_an_attack_names_no_attacker() -> None:
    [event] = read(
        "هاجم داعش حاجزا في قرية الخريطة أمس. وأضاف أن عناصر الحاجز وأثناء الهجوم طلبوا المؤازرة من قوات"
        " النظام."
    ).events
    assert [a.actor_id for a in event.actors if a.role == "initiator"] == ["isis"]


def test_a_person_s_names_are_no_village() -> None:
    [event] = read("قتل الشاب علي حمدان الموزان، من أهالي بلدة ذيبان، أمس برصاص أحد أبناء عمومته.").events
    assert event.place is not None
    assert event.place.name == "Dhiban"


def test_where_the_owner_of_a_house_lives_is_not_where_it_stood() -> None:
    events = read(
        "داهمت قسد قرية الزر وفجرت منزل مطلوب في القرية، وأشار مراسلنا إلى أن صاحب المنزل يقطن في دمشق."
    ).events
    assert {e.place and e.place.name for e in events} == {"Al-Zir"}


def test_where_the_arrested_were_taken_makes_no_second_raid() -> None:
    [event] = read("داهمت دورية منزلا في بلدة هجين، واعتقلت شابا واقتادته إلى قاعدة حقل العمر.").events
    assert event.place is not None
    assert event.place.name == "Hajin"


def test_those_who_come_out_to_protest() -> None:
    [event] = read("خرج متظاهرون أمس في قرية خشام يطالبون بخروج قوات النظام.").events
    assert event.event_type == "protest"
    assert [a.actor_id for a in event.actors if a.role == "initiator"] == ["protesters"]


def test_storming_a_house_to_arrest_is_a_raid() -> None:
    [event] = read(
        "نفذ التحالف إنزالا في بلدة الشحيل أمس. وقام عناصر باقتحام المنزل واعتقال الشخص المطلوب."
    ).events
    assert event.event_type == "arrest_or_raid"


def test_a_convoy_that_goes_on_its_way_moves() -> None:
    [event] = read(
        "أكملت حافلتان طريقهما أمس إلى معسكر الطلائع في دير الزور دون المرور بمدينة البوكمال."
    ).events
    assert event.event_type == "movement"
    assert event.place is not None
    assert event.place.name != "Al-Bukamal"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        # who did what a verbal noun tells stands before what it befell
        ("وثق المرصد اعتقال قسد لشابين في الشحيل يوم الاثنين.", "sdf"),
        ("رصد ناشطون استهداف قسد لمنزل في الشحيل يوم الاثنين.", "sdf"),
        ("أفاد المرصد باغتيال مجهولين لقيادي في قسد بالشحيل يوم الاثنين.", "unidentified-gunmen"),
        # and between the words that say that ground was taken, or behind them
        ("استطاعت قسد السيطرة على هجين يوم الاثنين.", "sdf"),
        ("استعادت قسد السيطرة على هجين يوم الاثنين.", "sdf"),
        ("سقطت هجين بيد قسد يوم الاثنين.", "sdf"),
    ],
)
def test_the_doer_stands_where_the_form_puts_him(text: str, doer: str) -> None:
    [event] = read(text).events
    assert [a.actor_id for a in event.actors if a.role == "initiator"] == [doer]


def test_what_a_force_means_to_do_has_not_happened() -> None:
    assert not read("تعتزم قسد شن حملة أمنية في الشحيل.").events


def test_cells_of_a_group_attack_for_it() -> None:
    [event] = read("استهدفت خلايا من تنظيم الدولة دورية لقسد في بلدة الشحيل.").events
    assert {(a.role, a.actor_id) for a in event.actors} == {("initiator", "isis"), ("target", "sdf")}


def test_another_man_hurt_yesterday_is_one() -> None:
    [event] = read("قتل قيادي في الحرس الثوري وأصيب آخر أمس بغارة على الميادين.").events
    assert event.wounded is not None
    assert event.wounded.best == 1
