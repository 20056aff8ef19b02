"""Triggers (the words that tell of an event) and cues (the words that turn their meaning)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.errors import DataError
from core.lexicon.arabic_verbs import arabic_verb_forms
from core.lexicon.grammar import Grammar
from core.lexicon.tables import rows, values

FRAMES = frozenset({"act", "mutual", "move", "station", "leave", "burst", "crowd", "drill", "deal", "weapon",
                    "killed", "wounded", "captured", "casualties"})  # fmt: skip
NEEDS = frozenset({"", "force", "journey", "facility", "cell", "foe", "enemy", "prize", "prisoner", "fleet",
                   "grounds", "weapon", "armed", "means", "body", "place", "where", "people", "counted",
                   "cost", "bomb", "protesters", "grievance", "property", "sealed", "pact", "grip", "stash",
                   })  # fmt: skip
LANGUAGES = frozenset({"en", "ar"})
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row of ``triggers.csv``.

    ``frame`` says which roles its neighbours take; ``needs`` what must stand near for it to
    tell of an event; ``rank`` decides the type where several triggers tell of one happening;
    ``grammar`` is its language's.
    """

    word: str
    language: str
    pos: str
    event_type: str
    frame: str
    needs: str
    rank: int
    example: str
    counter_example: str
    grammar: Grammar


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a trigger; ``tense`` is base, present, future, past, participle, ing or
    noun."""

    trigger: Trigger
    tense: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of ``cues.csv``: a phrase and the class that the stages know it by."""

    phrase: str
    language: str
    name: str
    value: str


def verb_forms(word: str, irregular: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """``(form, tense)`` of an English verb phrase, whose first word is inflected.

    ``irregular`` gives past and participle (one value serves both).
    """
    verb, _, rest = word.partition(" ")
    tail = f" {rest}" if rest else ""
    if verb.endswith("e"):
        past, ing = verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        past, ing = verb[:-1] + "ied", verb + "ing"
    else:
        double = _doubles(verb)
        past, ing = verb + double + "ed", verb + double + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        third = verb[:-1] + "ies"
    pasts = irregular or (past,)
    found = [(verb, "base"), (third, "present"), (ing, "ing")]
    found += [(pasts[0], "past")] if len(pasts) == 1 else [(pasts[0], "past"), (pasts[1], "participle")]
    return [(form + tail, tense) for form, tense in found]


def _doubles(verb: str) -> str:
    """The last letter where English doubles it: one short stressed syllable (``stop``, ``nab``)."""
    short = len(verb) in (3, 4) and sum(c in _VOWELS for c in verb) == 1
    return verb[-1] if short and verb[-1] not in "wxyaeiou" and verb[-2] in _VOWELS else ""


def noun_forms(word: str) -> list[tuple[str, str]]:
    """``(form, tense)`` of an English noun phrase, whose last word takes the plural."""
    if word.endswith("y") and word[-2] not in _VOWELS:
        plural = word[:-1] + "ies"
    else:
        plural = word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")
    return [(word, "noun"), (plural, "noun")]


# Marks before a listed form: a verbal noun (استهداف), a present form (يستهدف), a passive one (اغتيل).
_MARKED = {"~": "ing", "+": "present", "!": "participle"}


def _listed(word: str, tense: str) -> tuple[str, str]:
    mark = _MARKED.get(word[0])
    return (word[1:], mark) if mark else (word, tense)


def load_triggers(
    path: Path, event_types: Collection[str], grammars: Mapping[str, Grammar]
) -> list[tuple[str, Form]]:
    """``(phrase, form)`` for every written form of every trigger; grammars are by language. Forms that a row
    lists come before those that follow from them, so that these take no other row's words.

    Raises:
        DataError: an unknown language, type, frame, need or part of speech, or a bad rank.
    """
    found: list[tuple[str, Form]] = []
    follow: list[tuple[str, Form]] = []
    columns = (
        "word",
        "language",
        "pos",
        "event_type",
        "frame",
        "needs",
        "forms",
        "rank",
        "example",
        "counter_example",
    )
    for line, row in rows(path, columns):
        checks = (
            ("word", bool(row["word"])),
            ("language", row["language"] in LANGUAGES),
            ("pos", row["pos"] in {"verb", "noun", "fixed"}),
            ("event_type", not row["event_type"] or row["event_type"] in event_types),
            ("frame", row["frame"] in FRAMES),
            ("needs", row["needs"] in NEEDS),
            ("rank", row["rank"].isdigit()),
        )
        for field, good in checks:
            if not good:
                raise DataError(path, line, field, f"'{row[field]}' is not allowed here")
        trigger = Trigger(
            row["word"],
            row["language"],
            row["pos"],
            row["event_type"],
            row["frame"],
            row["needs"],
            int(row["rank"]),
            row["example"],
            row["counter_example"],
            grammars[row["language"]],
        )
        given = values(row["forms"])
        if trigger.language == "ar" and trigger.pos == "verb":
            listed = [_listed(word, "past") for word in (trigger.word, *given)]
            written, more = arabic_verb_forms(listed, trigger.frame)
            follow += [(phrase, Form(trigger, tense)) for phrase, tense in more]
        elif trigger.language == "ar" or trigger.pos == "fixed":
            tense = "noun" if trigger.pos == "noun" else "past"
            written = [_listed(word, tense) for word in (trigger.word, *given)]
        elif trigger.pos == "verb":
            whole = [word for word in given if word[0] in _MARKED or " " in word]
            written = verb_forms(trigger.word, tuple(word for word in given if word not in whole))
            written += [_listed(word, "past") for word in whole]
        else:
            written = noun_forms(trigger.word) + [(word, "noun") for word in given]
        found += [(phrase, Form(trigger, tense)) for phrase, tense in written]
    taken = {phrase for phrase, _ in found}
    return found + [(phrase, form) for phrase, form in follow if phrase not in taken]


def load_cues(path: Path) -> list[Cue]:
    """The rows of ``cues.csv``. Raises :class:`DataError` on an unknown language or empty class."""
    found = []
    for line, row in rows(path, ("phrase", "language", "class", "value")):
        if row["language"] not in LANGUAGES:
            raise DataError(path, line, "language", f"'{row['language']}' is not one of {sorted(LANGUAGES)}")
        for field in ("phrase", "class"):
            if not row[field]:
                raise DataError(path, line, field, "must not be empty")
        found.append(Cue(row["phrase"], row["language"], row["class"], row["value"]))
    return found
