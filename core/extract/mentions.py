"""All that one sentence mentions, found once and passed from stage to stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from core.extract.counts import CountMention, find_counts
from core.extract.dates import DateMention, find_dates
from core.extract.groups import Group, groups_of
from core.extract.places import PlaceMention, places_of
from core.extract.story import dateline_of
from core.lexicon import Lexicon
from core.lexicon.matcher import Match
from core.lexicon.triggers import Form, Trigger
from core.text import Sentence, Token


class Hit(NamedTuple):
    """Tokens ``first`` to ``last`` are a written form of ``trigger``; ``others`` are its further senses.

    ``prefix`` is what is written onto its first word.
    """

    first: int
    last: int
    trigger: Trigger
    tense: str
    others: tuple[Form, ...] = ()
    prefix: str = ""


class Found(NamedTuple):
    """A sentence with its mentions; token indexes count inside the sentence."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    matches: tuple[Match, ...]
    hits: tuple[Hit, ...]
    groups: tuple[Group, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    counts: tuple[CountMention, ...]
    cues: dict[str, frozenset[int]]
    is_headline: bool

    def has(self, name: str, first: int, last: int) -> bool:
        """Whether a cue of class ``name`` stands on any token ``first`` to ``last``, both included."""
        where = self.cues.get(name)
        return where is not None and any(i in where for i in range(max(first, 0), last + 1))

    def barrier(self, first: int, last: int) -> bool:
        """Whether a clause ends between two tokens: a conjunction, a relative word, ``;`` or ``:``."""
        if self.has("boundary", first, last):
            return True
        return any(self.tokens[i].text in ";:؛" for i in range(max(first, 0), min(last + 1, len(self.tokens))))

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """``start, end`` in the normalised text of tokens ``first`` to ``last``."""
        return self.tokens[first].start, self.tokens[last].end


_VERBS = frozenset({"be", "present"})


def find_mentions(sentence: Sentence, lexicon: Lexicon, published: date | None, is_headline: bool) -> Found:
    """The mentions of one sentence. Dates and groups are sought only where a trigger stands."""
    tokens = sentence.tokens
    matches = [_dated(match, tokens, lexicon, published) for match in lexicon.matcher.find(tokens)]
    dates = find_dates(sentence, lexicon.date_words, published)
    hits = [hit for hit in _hits(tokens, matches) if not _inside(tokens[hit.first].start, dates)]
    counts = find_counts(sentence, lexicon.number_words) if hits else ()
    counts = tuple(count for count in counts if not _inside(count.start, dates))
    groups = groups_of(tokens, matches, counts, lexicon)
    dateline = dateline_of(sentence)
    places = [p for p in places_of(tokens, matches, counts, lexicon) if not dateline or tokens[p.first].start >= dateline[1]]
    cues: dict[str, set[int]] = {}
    named = {m.first for m in matches if m.kind == "actor" and m.first == m.last}  # "IS" is no "is"
    ends = {date.end for date in dates if date.kind in {"vague", "anaphoric", "duration"}}  # "a month after"
    for match in matches:
        if match.kind in {"trigger", "actor", "modifier"} or (match.kind in _VERBS and match.first in named):
            continue
        if not _inside(tokens[match.first].start, dates) or (match.kind == "boundary" and tokens[match.last].end in ends):
            cues.setdefault(match.kind, set()).update(range(match.first, match.last + 1))
    cues.setdefault("coordination", set()).update(
        hit.first for hit in hits if hit.prefix[:1] in hit.trigger.grammar.joins and hit.trigger.pos == "verb"
    )
    if "adverb" in cues:  # "have since left", "as well as": no clause ends there
        cues["boundary"] = cues.get("boundary", set()) - cues["adverb"]
    frozen = {name: frozenset(where) for name, where in cues.items()}
    return Found(
        sentence, tokens, tuple(matches), tuple(hits), tuple(groups), tuple(places),
        tuple(dates), tuple(counts), frozen, is_headline,
    )  # fmt: skip


def _inside(start: int, dates: Sequence[DateMention]) -> bool:
    return any(date.start <= start < date.end for date in dates)


def _dated(match: Match, tokens: Sequence[Token], lexicon: Lexicon, published: date | None) -> Match:
    """The match with the actor that bore a shared alias when the report came out."""
    if match.kind != "actor" or not match.value.shared:
        return match
    written = " ".join(token.text for token in tokens[match.first : match.last + 1])[len(match.prefix) :]
    return match._replace(value=lexicon.actors.on(written, match.value, published))


def _hits(tokens: Sequence[Token], matches: Sequence[Match]) -> list[Hit]:
    """One hit per written trigger: noun or verb is told by the neighbours where a form is both."""
    hits = []
    nouns = {m.last for m in matches if m.kind == "determiner"}
    names = [m for m in matches if m.kind in {"actor", "source", "vehicle", "person", "facility"} and m.last > m.first]
    prepositions = {m.last for m in matches if m.kind == "preposition"}
    units = {i for m in matches if m.kind == "facility" and m.last > m.first for i in range(m.first, m.last + 1)}
    for match in matches:
        if match.kind != "trigger":
            continue
        options: tuple[Form, ...] = match.value
        hidden = any(n.first <= match.first and match.last <= n.last for n in names)
        if hidden and (options[0].trigger.frame != "weapon" or match.first in units):
            continue
        if match.prefix.endswith("ال"):  # the article makes a noun of it
            options = tuple(form for form in options if form.trigger.pos != "verb" or form.tense == "ing")
        if not options:
            continue
        grammar = options[0].trigger.grammar
        if match.first - 1 in prepositions or any(part in grammar.clitics for part in match.prefix.removesuffix("ال")):
            options = tuple(map(_governed, options))
        named = [form for form in options if form.tense == "noun"]
        verbal = [form for form in options if form.tense != "noun"]
        if named and verbal:
            options = tuple(named if _is_noun(tokens, matches, match, nouns) else verbal)
        elif verbal and verbal[0].tense in {"base", "present"} and not _is_verb(tokens, matches, match, nouns):
            continue  # "a push", "the target", "a police post": a noun that tells of nothing
        if len(options) > 1 and any(m.kind in {"be", "have"} and 0 < match.first - m.last <= 2 for m in matches):
            options = tuple(sorted(options, key=lambda o: o.tense not in {"past", "participle"}))
        form = options[0]
        before = tokens[match.first - 1].low if match.first else ""
        prefix = match.prefix or (before if before in grammar.joins else "")
        hits.append(Hit(match.first, match.last, form.trigger, form.tense, options[1:], prefix))
    return hits


def _is_verb(tokens: Sequence[Token], matches: Sequence[Match], match: Match, determiners: set[int]) -> bool:
    """Whether a form that may be a noun without being a trigger stands as a verb here."""
    before = match.first - 1
    if before < 0 or before in determiners:
        return False
    if any(form.tense in {"past", "participle"} for form in match.value):
        return True
    if tokens[before].low > "\u0600" or tokens[match.first].low > "\u0600":
        return True
    kinds = {m.kind for m in matches if m.last == before}
    return bool(kinds & {"be", "have", "infinitive", "modal", "pronoun", "coordination", "relative", "actor", "person", "force", "vehicle"})


def _governed(form: Form) -> Form:
    """A form that a preposition governs: what looks like a past is the verbal noun ("by killing")."""
    return replace(form, tense="ing") if form.tense == "past" and form.trigger.pos == "verb" else form


def _is_noun(tokens: Sequence[Token], matches: Sequence[Match], match: Match, determiners: set[int]) -> bool:
    """Whether an ambiguous form ("attacks", "raid") is a noun here."""
    before, after = match.first - 1, match.last + 1
    if before >= 0 and (tokens[before].low in {"to"} or any(
        m.kind == "modal" and m.last == before for m in matches)):  # fmt: skip
        return False
    if before in determiners or (before >= 0 and tokens[before].kind == "n"):
        return True
    following = {m.kind for m in matches if m.first == after}
    if after < len(tokens) and tokens[after].low == "of":
        return True
    if after >= len(tokens) or tokens[after].kind == "p" or following & {"against", "agent", "in", "be", "happen"}:
        return True
    return not following & {"actor", "modifier", "person", "facility", "link", "vehicle", "force"}
