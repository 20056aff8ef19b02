"""Victims that only a pronoun names: "leading to his death", "مقتلهما", "قتل أحدهما"."""

from __future__ import annotations

from core.extract.clauses import is_he
from core.extract.frames import INTRANSITIVE
from core.extract.groups import NO_PEOPLE, Group
from core.extract.mentions import Found, Hit
from core.model import Count

_MANY = "وا", "ا"  # endings of verbs of several
_COMPANY = 5  # tokens: "him along with two of his"
_ALL = 4  # tokens from "all of them" to the verb
_LED = 3  # tokens from "which led to" to what it led to
_TWO, _MORE, _HIM, _ARABIC = "هما", "هم", "ه", "\u0600"
_ONE, _PAIR = Count(1, 1, 1), Count(2, 2, 2)


def told_by_pronoun(found: Found, hit: Hit) -> tuple[Count | None, Group | None] | None:
    """How many a trigger's own pronoun, or the one behind it, stands for, and who they are, if that is plain.

    ``None`` where no pronoun tells whom the trigger befell.
    """
    if not hit.trigger.grammar.verb_first:
        if found.has("him", hit.first, hit.last):
            return _ONE, next((g for g in reversed(found.groups) if _is_person_before(g, hit)), None)
        if hit.trigger.frame == "killed" and _is_of_him(found, hit):
            return _ONE, _last(found, hit, 1, 1)
        if hit.trigger.frame in {"killed", "wounded"} and found.has(
            "all_of_them", hit.first - _ALL, hit.first - 1
        ):
            them = _last(found, hit, 2, None)
            return (them.count.count, them) if them is not None and them.count is not None else None
        if hit.trigger.pos != "verb" or hit.tense != "ing":
            return None
        at = hit.last + 1
        if found.has("him", at, at) and not any(g.begin == at + 1 for g in found.groups):
            return _ONE, _last(found, hit, 1, 1)  # not "killing her son"
        them = _last(found, hit, 2, None) if found.has("them", at, at) else None
        return (them.count.count, them) if them is not None and them.count is not None else None
    if found.has("one_of_them", hit.first, hit.last + 1):
        counted = any(
            g.first <= hit.first <= g.last for g in found.groups
        )  # "five dead, one of them a child"
        them = _last(found, hit, 2, None)
        inside = found.has("one_of_them", hit.first, hit.last) or (
            them is None and hit.trigger.pos == "fixed" and not counted
        )  # "فارق أحدهما الحياة"; "توفي أحدهم": one of those told of before
        return (_ONE, them) if inside or (them is not None and not counted) else None
    if has_object(found, hit):
        return _ONE, _last(found, hit, 1, 1)
    if hit.tense not in {"noun", "ing"} or not _is_outcome(found, hit):
        return None
    low = found.tokens[hit.last].low
    if low.endswith(_TWO):
        return _PAIR, _last(found, hit, 2, 2)
    if low.endswith(_MORE):
        them = _last(found, hit, 2, None)
        return (them.count.count, them) if them is not None and them.count is not None else None
    return (_ONE, _last(found, hit, 1, 1)) if found.has("him", hit.first, hit.last) else None


def _is_of_him(found: Found, hit: Hit) -> bool:
    """ "was shot, but he later died": whom the pronoun before "died" stands for."""
    return (
        hit.trigger.word in INTRANSITIVE
        and is_he(found, hit)
        and not any(hit.first - _COMPANY < g.last < hit.first for g in found.groups)
    )


def has_object(found: Found, hit: Hit) -> bool:
    """Whether "him" is written onto a verb: "قتلوه", "اعتقلته"; "إصابته" is rather "his injury"."""
    word = found.tokens[hit.first].low
    return (
        hit.trigger.pos == "verb"
        and hit.trigger.frame != "wounded"
        and hit.tense == "past"
        and word > _ARABIC
        and word.endswith(_HIM)
    )


def who_did(found: Found, hit: Hit) -> Group | None:
    """ "انفجر لغم براع فقتل": the one told of last, of whom a verb goes on that names nobody."""
    told = hit.trigger.frame in {"killed", "wounded"} and hit.tense == "past" and hit.trigger.pos != "noun"
    joined = hit.prefix[:1] in hit.trigger.grammar.joins or found.has(
        "coordination", hit.first - 1, hit.first - 1
    )
    word = found.tokens[hit.first].low
    if not (told and joined) or word < _ARABIC or word.endswith(_MANY):
        return None
    behind = any(0 < g.begin - hit.last <= _COMPANY for g in found.groups)
    return None if behind else _last(found, hit, 1, 1)


def with_him(found: Found, hit: Hit) -> Group | None:
    """Who shares the fate of whom a pronoun names: "killing him and two of his guards"."""
    at = hit.last + 1
    if hit.trigger.grammar.verb_first:  # "مقتله ومرافقه"
        at += found.has("company", at, at)
        beside = (g for g in found.groups if g.begin == at and g.kind not in NO_PEOPLE)
        return next((g for g in beside if at > hit.last + 1 or found.tokens[at].low.startswith("و")), None)
    if not found.has("him", at, at):
        return None
    group = next((g for g in found.groups if g.first > at), None)
    if group is None or group.kind in NO_PEOPLE or group.begin - at > _COMPANY:
        return None
    words = range(at + 1, group.begin)
    linked = [k for k in words if found.has_any(("coordination", "company"), k, k)]
    rest = all(k in linked or found.has_any(("possessive", "company"), k, k) for k in words)
    return group if linked and rest else None


def succumbs(found: Found, hit: Hit) -> bool:
    """ "died of his wounds (متأثرا بإصابته)": whoever died is not hurt once more."""
    return hit.trigger.frame == "wounded" and found.has("succumbs", hit.first - 2, hit.first - 1)


def dies(found: Found, hit: Hit) -> bool:
    """ "one wounded died (توفي مصاب)", "وفاة أحد المصابين": who was hurt before is dead."""
    if hit.trigger.frame != "wounded" or hit.trigger.pos != "fixed" or hit.prefix not in ("", "ال"):
        return False
    own = next((g for g in found.groups if g.first <= hit.first <= g.last), None)
    if own is None or found.tokens[own.begin].low.startswith("و"):
        return False  # "two victims and a number of wounded"
    before = (own.begin if hit.prefix else hit.first) - 1
    return any(h.last == before and h.trigger.frame == "killed" for h in found.hits)


def _is_outcome(found: Found, hit: Hit) -> bool:
    """Whether a noun tells what an act led to, and not again of a loss known before."""
    led = found.has_any(("leads_to", "results_in", "claims"), hit.first - _LED, hit.first - 1)
    return led or hit.prefix.startswith("و") or (hit.trigger.frame == "killed" and hit.prefix.startswith("ل"))


def _is_person_before(group: Group, hit: Hit) -> bool:
    return group.last < hit.first and group.kind not in NO_PEOPLE


def _last(found: Found, hit: Hit, least: int, most: int | None) -> Group | None:
    """The last people before a trigger, if so many: they are whom its pronoun stands for."""
    told = next(
        (g for g in reversed(found.groups) if _is_person_before(g, hit) and g.count is not None), None
    )
    if told is None or told.count is None or told.count.is_subset:
        return None
    low = told.count.count.low
    return told if low is not None and least <= low <= (most or low) else None
