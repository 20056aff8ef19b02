"""Written forms of triggers, and triggers and cues from small tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import DataError
from core.lexicon.grammar import Grammar
from core.lexicon.triggers import load_cues, load_triggers, noun_forms, verb_forms

HEADER = "word,language,pos,event_type,frame,needs,forms,rank,example,counter_example\n"
CUES = "phrase,language,class,value\n"
ENGLISH = Grammar(False, (), (), (), (), ())
ARABIC = Grammar(True, ("ب", "ل", "ك"), ("و", "ف"), ("ون", "ان"), ("ين", "ا"), ("وا",))
GRAMMARS = {"en": ENGLISH, "ar": ARABIC}


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def forms_of(tmp_path: Path, row: str) -> list[tuple[str, str]]:
    loaded = load_triggers(table(tmp_path, HEADER + row), {"clash", "abduction"}, GRAMMARS)
    return [(phrase, form.tense) for phrase, form in loaded]


@pytest.mark.parametrize(
    ("word", "irregular", "base_present_ing_past"),
    [
        ("attack", (), ["attack", "attacks", "attacking", "attacked"]),
        ("raid", (), ["raid", "raids", "raiding", "raided"]),
        ("seize", (), ["seize", "seizes", "seizing", "seized"]),
        ("ferry", (), ["ferry", "ferries", "ferrying", "ferried"]),
        ("deploy", (), ["deploy", "deploys", "deploying", "deployed"]),
        ("clash", (), ["clash", "clashes", "clashing", "clashed"]),
        ("go", ("went",), ["go", "goes", "going", "went"]),
        ("nab", (), ["nab", "nabs", "nabbing", "nabbed"]),
        ("shoot", ("shot",), ["shoot", "shoots", "shooting", "shot"]),
        ("storm", (), ["storm", "storms", "storming", "stormed"]),
        ("gun down", (), ["gun down", "guns down", "gunning down", "gunned down"]),
        ("open * fire", (), ["open * fire", "opens * fire", "opening * fire", "opened * fire"]),
    ],
)
def test_an_english_verb_is_inflected_at_its_first_word(
    word: str, irregular: tuple[str, ...], base_present_ing_past: list[str]
) -> None:
    tenses = ["base", "present", "ing", "past"]
    assert verb_forms(word, irregular) == list(zip(base_present_ing_past, tenses, strict=True))


def test_a_participle_of_its_own_is_told_from_the_past() -> None:
    assert verb_forms("take over", ("took", "taken")) == [
        ("take over", "base"),
        ("takes over", "present"),
        ("taking over", "ing"),
        ("took over", "past"),
        ("taken over", "participle"),
    ]


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("attack", "attacks"),
        ("ambush", "ambushes"),
        ("fatality", "fatalities"),
        ("convoy", "convoys"),
        ("car bomb", "car bombs"),
        ("skirmish", "skirmishes"),
        ("gas", "gases"),
    ],
)
def test_an_english_noun_takes_its_plural_at_the_last_word(word: str, plural: str) -> None:
    assert noun_forms(word) == [(word, "noun"), (plural, "noun")]


def test_a_row_becomes_its_forms(tmp_path: Path) -> None:
    row = "clash,en,noun,clash,mutual,grounds,,56,They clashed.,No clash.\n"
    loaded = load_triggers(table(tmp_path, HEADER + row), {"clash"}, GRAMMARS)
    assert [phrase for phrase, _ in loaded] == ["clash", "clashes"]
    (trigger,) = {form.trigger.word: form.trigger for _, form in loaded}.values()
    assert (trigger.event_type, trigger.frame, trigger.needs) == ("clash", "mutual", "grounds")
    assert trigger.rank == 56
    assert (trigger.example, trigger.counter_example) == ("They clashed.", "No clash.")
    assert trigger.grammar is ENGLISH


@pytest.mark.parametrize(
    ("row", "forms"),
    [
        (
            "kidnap,en,verb,abduction,captured,,kidnapped|~kidnapping,58,,\n",
            {"kidnapped": "past", "kidnapping": "ing", "kidnaps": "present", "kidnap": "base"},
        ),
        (
            "shoot and kill,en,verb,,killed,,shot and killed|+shoots and kills,61,,\n",
            {"shot and killed": "past", "shoots and kills": "present", "shoot and kill": "base"},
        ),
        (
            "take,en,verb,clash,act,,took|taken,44,,\n",
            {"take": "base", "took": "past", "taken": "participle", "taking": "ing"},
        ),
        ("posted,en,fixed,,station,,were posted,38,,\n", {"posted": "past", "were posted": "past"}),
        ("siege,en,noun,clash,act,,blockade,38,,\n", {"siege": "noun", "sieges": "noun", "blockade": "noun"}),
        (
            "قصف,ar,verb,,act,,~قصف|+يقصف|قصفه,68,,\n",
            {"قصفت": "past", "يقصف": "present", "قصفه": "past"},
        ),
        ("غارة,ar,noun,,act,,غارات,75,,\n", {"غارة": "noun", "غارات": "noun"}),
        ("قتيل,ar,fixed,,killed,,قتلى,29,,\n", {"قتيل": "past", "قتلى": "past"}),
    ],
)
def test_listed_forms_join_the_regular_ones(tmp_path: Path, row: str, forms: dict[str, str]) -> None:
    written = forms_of(tmp_path, row)
    assert {phrase: tense for phrase, tense in written if phrase in forms} == forms
    assert [phrase for phrase, _ in written if phrase[0] in "~+"] == []


def test_a_word_that_is_verb_and_verbal_noun_keeps_both(tmp_path: Path) -> None:
    written = forms_of(tmp_path, "قصف,ar,verb,,act,,~قصف,68,,\n")
    assert [tense for phrase, tense in written if phrase == "قصف"] == ["past", "ing"]


@pytest.mark.parametrize(
    ("field", "row"),
    [
        ("word", ",en,noun,clash,mutual,,,56,,\n"),
        ("language", "clash,fr,noun,clash,mutual,,,56,,\n"),
        ("pos", "clash,en,name,clash,mutual,,,56,,\n"),
        ("event_type", "clash,en,noun,party,mutual,,,56,,\n"),
        ("frame", "clash,en,noun,clash,dance,,,56,,\n"),
        ("needs", "clash,en,noun,clash,mutual,luck,,56,,\n"),
        ("rank", "clash,en,noun,clash,mutual,,,high,,\n"),
    ],
)
def test_a_broken_trigger_is_named_by_file_line_and_field(tmp_path: Path, field: str, row: str) -> None:
    good = "raid,en,noun,clash,act,,,50,,\n"
    with pytest.raises(DataError) as caught:
        load_triggers(table(tmp_path, HEADER + good + row), {"clash"}, GRAMMARS)
    assert (caught.value.path.name, caught.value.line, caught.value.field) == ("table.csv", 3, field)
    assert str(caught.value).startswith(f"table.csv, line 3: field '{field}': ")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load_triggers(table(tmp_path, HEADER.replace(",rank", "")), {"clash"}, GRAMMARS)
    assert (caught.value.line, caught.value.field) == (1, "rank")


def test_cues_keep_their_class_and_value(tmp_path: Path) -> None:
    (cue, other) = load_cues(table(tmp_path, CUES + "north of,en,offset,0\nنفى,ar,negation,\n"))
    assert (cue.phrase, cue.language, cue.name, cue.value) == ("north of", "en", "offset", "0")
    assert (other.phrase, other.name, other.value) == ("نفى", "negation", "")


@pytest.mark.parametrize(
    ("field", "row"),
    [("language", "not,fr,negation,\n"), ("phrase", ",en,negation,\n"), ("class", "not,en,,\n")],
)
def test_a_broken_cue_is_named_by_file_line_and_field(tmp_path: Path, field: str, row: str) -> None:
    with pytest.raises(DataError) as caught:
        load_cues(table(tmp_path, CUES + row))
    assert (caught.value.path.name, caught.value.line, caught.value.field) == ("table.csv", 2, field)
