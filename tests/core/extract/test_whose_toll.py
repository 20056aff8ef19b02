"""Whose a figure is, and victims named one by one; made up."""

from __future__ import annotations

from datetime import date

import pytest

from core.extract import read_report
from core.model import Report
from tests.core.extract.test_tolls import LEXICON, Bounds, counts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "According to SOHR four gunmen were killed in an air strike on Hajin, while SANA said six died.",
            {"killed": (4, 6)},
        ),
        ("Eight soldiers were killed in an attack on Hajin. Three gunmen also died.", {"killed": (11, 11)}),
        (
            "Five guards were killed in a drone strike on Hajin. Two more succumbed to their wounds.",
            {"killed": (7, 7)},
        ),
        (
            "Four people were killed by a mine in Hajin. It killed four people and wounded two others.",
            {"killed": (4, 4), "wounded": (2, 2)},
        ),
        ("Gunmen fired at a checkpoint in Hajin. No one was hurt.", {"killed": (0, 0), "wounded": (0, 0)}),
        (
            "Gunmen fired at a checkpoint in Hajin. No one was killed or wounded.",
            {"killed": (0, 0), "wounded": (0, 0)},
        ),
        (
            "An air strike on Hajin killed three women and a boy was pulled out alive.",
            {"killed": (3, 3)},
        ),
        (
            "A mine blast in Hajin claimed the lives of four guards, and three were injured.",
            {"killed": (4, 4), "wounded": (3, 3)},
        ),
        (
            "Gunmen attacked two guards in Hajin, killing one and wounding the other.",
            {"killed": (1, 1), "wounded": (1, 1)},
        ),
    ],
)
def test_whose_figure_it_is(text: str, told: dict[str, Bounds]) -> None:
    found = counts(text)
    assert {field: found[field] for field in ("killed", "wounded") if field in found} == told


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Unknown gunmen killed Samir al-Taha, Majid al-Khalid and Walid al-Sattam in Hajin.", 3),
        ("Samir al-Taha and Majid al-Khalid were shot dead by gunmen in Hajin.", 2),
        ("Samir al-Taha was shot dead by gunmen in Hajin.", 1),
        ("Samir al-Taha, his wife and their two children died when a shell hit Hajin.", 4),
        ("قتل سمير الطه وماجد الخالد برصاص مجهولين في بلدة هجين.", 2),
        ("قتل المدعو سمير العلي وثلاثة من أشقائه برصاص مجهولين في بلدة هجين.", 4),
        ("اغتال مجهولون القيادي في قسد سمير الطه في بلدة هجين.", 1),
        ("طائرة مسيرة تقتل ستة عناصر من الميليشيات الإيرانية في بلدة هجين.", 6),
        ("بلغ عدد قتلى الهجوم على بلدة هجين 12 قتيلاً.", 12),
    ],
)
def test_victims_named_one_by_one(text: str, killed: int) -> None:
    language = "ar" if text[0] > "\u0600" else "en"
    report = Report(report_id="r", text=text, published=date(2020, 6, 4), language=language)
    (event,) = read_report(report, LEXICON).events
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == (killed, killed)


def test_who_is_only_said_to_have_been_abducted_did_not_abduct() -> None:
    report = Report(
        report_id="r", text="اختطف شقيقان في بلدة هجين.", published=date(2020, 6, 4), language="ar"
    )
    (event,) = read_report(report, LEXICON).events
    assert event.captured is not None
    assert event.captured.best == 2
