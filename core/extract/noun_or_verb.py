"""Whether a written form that may be noun or verb ("raids", "protest") is the one or the other here."""

from __future__ import annotations

from collections.abc import Sequence

from core.lexicon.matcher import Match, Matches
from core.text import Token

NAMES = frozenset({"actor", "source", "vehicle", "person", "facility"})
_CLAIMED = 4  # tokens from a claim to what is claimed
_VERB_AFTER = (
    "be",
    "have",
    "infinitive",
    "modal",
    "pronoun",
    "coordination",
    "relative",
    "actor",
    "person",
    "force",
    "vehicle",
    "cells",
)
_NOUN_BEFORE = ("against", "agent", "in", "be", "happen")
_DOERS = ("actor", "person", "force", "facility")
_OWNED = frozenset({"a", "an", "the", "his", "her", "their", "several", "many", "some", "dozens", "hundreds"})
_SPANS = frozenset({"hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"})
_ONE = frozenset({"a", "an"})
_ARTICLES = ("al-", "el-")  # of a place's name
_TO_GOVERNOR = 4  # tokens from "in" to the last word of the doer: "in two separate SDF raids"
_GOVERNORS = frozenset({"in", "after", "during", "by", "of", "from", "following", "with", "amid", "to", "on"})
_VERB_BEFORE = ("actor", "modifier", "person", "facility", "link", "vehicle", "force")


def is_verb(tokens: Sequence[Token], matches: Matches, match: Match) -> bool:
    """Whether a form that may be a noun without being a trigger stands as a verb here."""
    before = match.first - 1
    if tokens[match.first].low > "\u0600":
        return True
    if before < 0:
        return False
    described = matches.has("determiner", before, before) and not matches.has("actor", before, before)
    if is_harmed(match) and not matches.has_any(("back", "possessive"), before, before):
        described = described and tokens[before].low in _ONE  # "and seven hurt in the raid"
    if described and not matches.has("coordination", before, before) and not _is_relative(matches, before):
        return False  # "the military hit"; but "the US military hit X"
    if any(form.tense in {"past", "participle"} for form in match.value):
        return True
    if tokens[before].low > "\u0600" or tokens[match.first].low > "\u0600":
        return True
    harms = match.value[0].tense == "present" and match.value[0].trigger.frame in {"killed", "wounded"}
    if harms and not matches.has("noun_too", match.first, match.last):
        return True  # "Blast in X kills three"
    if any(m.last == before and m.value[0].trigger.frame == "weapon" for m in matches.of("trigger")):
        return True  # "Drone hits truck"
    return matches.has_any(_VERB_AFTER, before, before)


def is_harmed(match: Match) -> bool:
    """Whether a form may be the past of a verb of harm: "seven hurt"."""
    frames = {form.trigger.frame for form in match.value if form.tense in {"past", "participle"}}
    return bool(frames & {"killed", "wounded"})


def _is_relative(matches: Matches, at: int) -> bool:
    """ "drones that hit X"; but "said that hit ..."."""
    return matches.has("relative", at, at) and any(
        matches.has(kind, at - 1, at - 1) for kind in ("trigger", *_VERB_BEFORE)
    )


def _is_noun_first(matches: Matches, match: Match) -> bool:
    """The same where the verb comes first: a noun follows a verb or preposition, or owns what follows."""
    before, after = match.first - 1, match.last + 1
    if match.prefix and match.prefix[-1] in match.value[0].trigger.grammar.clitics:
        return True
    if matches.has("have", before, before) or matches.has("pronoun", before, before):
        return False
    if matches.has("claim", before - _CLAIMED, before):
        return True  # "claimed (تبنى) the bombing of a truck"
    if matches.has_any(("preposition", "any", "light", "happen", "undergo", "trigger"), before, before):
        return True
    owners = (m for kind in NAMES | {"modifier"} for m in matches.of(kind) if m.first == after)
    return matches.has_any(("against", "agent", "from"), after, after) or any(
        m.prefix[:1] in m_clitics for m in owners if (m_clitics := match.value[0].trigger.grammar.clitics)
    )


def is_noun(tokens: Sequence[Token], matches: Matches, match: Match) -> bool:
    """Whether an ambiguous form ("attacks", "raid") is a noun here."""
    before, after = match.first - 1, match.last + 1
    if match.value[0].trigger.grammar.verb_first:
        return _is_noun_first(matches, match)
    if before >= 0 and (tokens[before].low == "to" or matches.has("modal", before, before)):
        return False
    if before >= 0 and (tokens[before].kind == "n" or matches.has("determiner", before, before)):
        return True
    if after >= len(tokens) or tokens[after].kind == "p" or tokens[after].low == "of":
        return True
    if before > 1 and tokens[before - 1].text == "-":
        return True  # "a one-day fight", "hand-to-hand fighting"
    if _has_subject(tokens, matches, match) and _has_object(tokens, matches, match):
        return False
    if matches.has_any(_NOUN_BEFORE, after, after):
        return True
    return not matches.has_any(_VERB_BEFORE, after, after)


def _has_subject(tokens: Sequence[Token], matches: Matches, match: Match) -> bool:
    """Whether a doer stands right before the form and nothing governs it: "SDF raids", not "in SDF raids"."""
    before = match.first - 1
    if before < 0 or not matches.has_any(_DOERS, before, before):
        return False
    near = tokens[max(before - _TO_GOVERNOR, 0) : before]
    return not any(token.low in _GOVERNORS for token in near)


def _has_object(tokens: Sequence[Token], matches: Matches, match: Match) -> bool:
    """Whether what is done is done to somebody or something: "arrests two men", "raids a house", "sweeps
    desert"; and civilians in the plural do what a crowd does: "teachers protest in X"."""
    before, after = match.first - 1, match.last + 1
    forms = [form for form in match.value if form.tense != "noun"]
    if forms[0].tense == "base":
        crowd = forms[0].trigger.frame == "crowd"
        return crowd and any(m.last == before and m.value.number == "plural" for m in matches.of("person"))
    if after >= len(tokens):
        return False
    if tokens[after].kind == "n" or (
        matches.has("determiner", after, after) and tokens[after].low not in _GOVERNORS
    ):
        return after + 1 < len(tokens) and tokens[after + 1].low not in _SPANS
    return (
        tokens[after].low in _OWNED
        or tokens[after].low.startswith(_ARTICLES)
        or matches.has("feature", after, after)
    )
