"""One happening, whoever tells it and whatever is said around it: the same event, once; made up."""

from __future__ import annotations

import pytest

from tests.core.extract.test_two_clauses import CLAUSES, told_in

_AROUND = {
    "en": (
        *(
            "The Observatory reported that {}.",
            "{}, a local source told North Press.",
            "Local sources said {}.",
        ),
        *("{}, the third such incident this month.", "Amid rising tensions, {}.", "Despite the truce, {}."),
        *(
            "In response to an earlier attack, {}.",
            "For the second time this week, {}.",
            "Earlier on Monday, {}.",
        ),
        *(
            "A security source, who asked not to be named, said that {}.",
            "{}, said a man who declined to be named.",
        ),
        *("Days after a deal was signed, {}.", "{} after midnight.", "{}, while no group has claimed it."),
        *("{}, witnesses said, adding that smoke rose from the area.", "{}. The SDF has not commented."),
        *("{}, according to a correspondent in Deir Ezzor.", "{} amid heavy flights of warplanes."),
        *("{}, a town held by the SDF.", "{}, close to the Iraqi border.", "BREAKING: {}.", "{} last night."),
    ),
    "ar": (
        *("أفاد المرصد السوري بأن {}.", "{}، بحسب مصدر محلي لنورث برس.", "قالت مصادر محلية: {}."),
        *("وسط توتر متصاعد، {}.", "رداً على هجوم سابق، {}.", "رغم الهدنة، {}.", "{} بعد منتصف الليل."),
        *("قال مصدر فضل عدم الكشف عن اسمه إن {}.", "ذكر مصدر طلب عدم ذكر اسمه أن {}."),
        *("{}، ولم تتبن أي جهة العملية.", "{}، فيما طُوقت المنطقة.", "{} وفرض طوق أمني في المكان."),
        *("{}، وفق مراسلنا في دير الزور.", "{}، وسط تحليق للطيران.", "{}. ولم يصدر تعليق من قسد."),
        *("{}، الواقعة تحت سيطرة قسد.", "عاجل | {}.", "دير الزور - نورث برس: {}.", "{} ليلة أمس."),
    ),
}
_TOWN = {"en": "Hajin", "ar": "هجين"}


@pytest.mark.parametrize(("language", "around"), [(k, x) for k, every in _AROUND.items() for x in every])
def test_the_event_is_the_same_whatever_stands_around_it(language: str, around: str) -> None:
    for clause, kind, killed, doers in CLAUSES[language]:
        text = around.format(clause.format(_TOWN[language]))
        assert told_in(text[0].upper() + text[1:], language) == {(kind, "Hajin", killed, frozenset(doers))}, (
            text
        )
