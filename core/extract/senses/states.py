"""Presents that tell of how things are, in a grammar whose verb comes first."""

from __future__ import annotations

from core.extract.mentions import Found, Hit

_TAKING = frozenset({"clash", "looting_or_property_destruction"})
_HELD = ("سيطر", "سيطرة")
_IN_IT = frozenset({"فيه", "فيها"})
_HEADLINE = 4  # tokens of the subject before the verb of a headline


def _holds_ground(hit: Hit, tense: str = "present") -> bool:
    return (
        hit.tense == tense
        and hit.trigger.grammar.verb_first
        and hit.trigger.event_type == "clash"
        and hit.trigger.frame == "act"
        and hit.trigger.needs in {"force", "place"}
    )


def _tells_whose(found: Found, hit: Hit) -> bool:
    """ "a house in which they were stationed (مكانا تمركزوا فيه)": a verb of a clause that only describes."""
    after = found.tokens[hit.last + 1 : hit.last + 2]
    back = bool(after) and after[0].low in _IN_IT
    return back and hit.trigger.frame == "station" and hit.first > 0 and not hit.prefix


def is_custom(found: Found, hit: Hit) -> bool:
    """ "X, which controls the area": a present verb of a relative clause, where the verb comes first; of
    holding ground, any but the headline's "Gunmen take control of X"."""
    if _is_since(found, hit) or _tells_whose(found, hit):
        return True
    if _holds_ground(hit, "past") and found.has("relative", hit.first - 1, hit.first - 1):
        after = found.tokens[hit.last].end
        return not any(d.kind == "day" and d.start > after for d in found.dates)  # "X, which the army took"
    if _holds_ground(hit):
        told = 0 < hit.first <= _HEADLINE and not found.has("relative", hit.first - 2, hit.first - 1)
        return not told or found.barrier(0, hit.first - 1)
    if _is_of_ground(found, hit):
        return True
    return (
        hit.tense == "present"
        and hit.trigger.grammar.verb_first
        and found.has("relative", hit.first - 1, hit.first - 1)
    )


def _is_since(found: Found, hit: Hit) -> bool:
    """«منذ انسحاب التنظيم من الريف», «منذ أن حاصر التنظيم المدينة»: since when something else is so."""
    before = hit.first - 1 - found.has("subjunctive", hit.first - 1, hit.first - 1)
    return (
        hit.trigger.grammar.verb_first
        and (hit.tense in {"noun", "ing"} or before < hit.first - 1)
        and found.has("since_when", before, before)
        and not any(d.kind == "day" for d in found.dates)
    )


def _is_of_ground(found: Found, hit: Hit) -> bool:
    """«المناطق التي سيطرت عليها قوات النظام»: which areas, no news of the fight for them."""
    if (
        not hit.trigger.grammar.verb_first
        or hit.trigger.event_type not in _TAKING
        or hit.trigger.frame != "act"
    ):
        return False
    if any(d.kind == "day" for d in found.dates):
        return False
    if hit.trigger.word.endswith(_HELD) and found.has("while_held", hit.first - 1, hit.first):
        return True  # «إبان سيطرته على المدينة»
    return (
        hit.tense == "past"
        and found.has("relative", hit.first - 1, hit.first - 1)
        and found.has("upon_it", hit.last + 1, hit.last + 1)
    )
