"""Every event word is tried on its two sentences: one tells of its event, one has the word and does not.

All sentences are made up.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from core.extract import read_report
from core.extract.happenings.drafts import Draft, drafts_of
from core.extract.mentions import find_mentions
from core.lexicon import DATA_DIR, load
from core.lexicon.matcher import Matcher
from core.lexicon.triggers import FRAMES, NEEDS, Trigger
from core.model import Event, Report
from core.text import normalise, sentences_of, tokens_of

PUBLISHED = date(2024, 6, 4)
LEXICON = load()
FORMS: dict[int, list[str]] = {}
TRIGGERS: dict[int, Trigger] = {}
for phrase, form in LEXICON.triggers:
    TRIGGERS[id(form.trigger)] = form.trigger
    FORMS.setdefault(id(form.trigger), []).append(phrase)

each_row = pytest.mark.parametrize(
    "trigger", TRIGGERS.values(), ids=lambda t: f"{t.word}-{t.pos}-{t.event_type or t.frame}"
)


def drafts(text: str) -> list[Draft]:
    found = [find_mentions(s, LEXICON, PUBLISHED, False) for s in sentences_of(normalise(text).text)]
    return [draft for sentence in found for draft in drafts_of(sentence, LEXICON)]


def tells(trigger: Trigger, text: str) -> bool:
    """Whether a text tells of something that did happen through this very row."""
    return any(hit.trigger is trigger for draft in drafts(text) if draft.reason is None for hit in draft.hits)


def events(trigger: Trigger, text: str) -> list[Event]:
    """The events of a text that name the row in their evidence."""
    report = Report("example", text, published=PUBLISHED, language=trigger.language)
    rule = f"{trigger.word}: {trigger.frame}"
    return [
        event
        for event in read_report(report, LEXICON).events
        if any(clue.field == "trigger" and clue.rule == rule for clue in event.evidence)
    ]


def holds(trigger: Trigger, text: str) -> bool:
    matcher = Matcher((phrase, "trigger", phrase, False) for phrase in FORMS[id(trigger)])
    return bool(matcher.find(tokens_of(normalise(text).text)).of("trigger"))


@each_row
def test_the_example_tells_of_an_event_of_the_row(trigger: Trigger) -> None:
    assert tells(trigger, trigger.example)
    told = events(trigger, trigger.example)
    if trigger.event_type:
        assert trigger.event_type in {event.event_type for event in told}
    elif trigger.frame == "casualties":
        assert any(event.killed or event.wounded for event in told)
    else:
        assert any(getattr(event, trigger.frame) is not None for event in told)


@each_row
def test_the_counter_example_has_the_word_and_no_event_of_it(trigger: Trigger) -> None:
    assert holds(trigger, trigger.counter_example)
    assert not tells(trigger, trigger.counter_example)


def test_every_row_has_two_short_sentences() -> None:
    odd = {
        trigger.word: text
        for trigger in TRIGGERS.values()
        for text in (trigger.example, trigger.counter_example)
        if not 3 <= len(text.split()) <= 30 or text[-1] not in ".!?؟"
    }
    assert odd == {}


def test_no_row_stands_twice() -> None:
    keys = [(t.word, t.language, t.pos, t.event_type, t.needs) for t in TRIGGERS.values()]
    assert sorted(set(keys)) == sorted(keys)
    sentences = [text for t in TRIGGERS.values() for text in (t.example, t.counter_example)]
    assert sorted(set(sentences)) == sorted(sentences)


def test_the_codebook_tells_of_every_frame_and_need_and_each_is_used() -> None:
    codebook = (DATA_DIR / "README.md").read_text(encoding="utf-8")
    tables = [line.split("|")[1] for line in codebook.splitlines() if line.startswith("| `")]
    told = {name for cell in tables for name in re.findall(r"`(\w+)`", cell)}
    assert FRAMES | NEEDS - {""} <= told
    assert {trigger.frame for trigger in TRIGGERS.values()} == FRAMES
    assert {trigger.needs for trigger in TRIGGERS.values()} == NEEDS
