"""Words of taking people, where nobody is said to be taken."""

from __future__ import annotations

from core.extract.clauses import is_armed
from core.extract.clauses.voice import is_passive
from core.extract.losses.persons import is_taken_by_name
from core.extract.mentions import Found, Hit
from core.extract.roles import objects, subject

_ONE = frozenset({"his", "her", "its", "their", "a", "an", "the"})
_TOLD = 4  # tokens from a verb of taking to "each of"


def takes_nobody(found: Found, hit: Hit) -> bool:
    """ "those detained", "took no prisoners", "are held": nobody is taken."""
    if hit.trigger.frame != "captured":
        return False
    before = hit.first - 1
    if found.has("feature", hit.first, hit.last) and found.has("preposition", before, before):
        return True  # «في سجن»: a place
    if hit.trigger.pos == "verb" and (
        found.has("nobody", hit.last + 1, hit.last + 1) or not _has_prisoners(found, hit)
    ):
        return True
    return found.has("present", hit.first - 2, hit.first - 1) and is_passive(found, hit)


def _has_prisoners(found: Found, hit: Hit) -> bool:
    """Somebody is said to be taken: "those detained" only describes."""
    if found.has("each_of", hit.last + 1, hit.last + _TOLD):
        return True
    after = found.tokens[hit.last + 1 : hit.last + 2]
    named = any(t.text == '"' or (t.kind == "w" and t.text[0].isupper()) for t in after)
    return (
        named
        or (any(t.low in _ONE for t in after) and bool(subject(found, hit)))  # "kidnapped a welder"
        or is_taken_by_name(found, hit)
        or _holds_prisoners(found, hit)
        or is_passive(found, hit)
        or bool(objects(found, hit))
        or found.is_headline
        or hit.tense == "present"
        or _takes_anyone(found, hit)
    )


def _takes_anyone(found: Found, hit: Hit) -> bool:
    """ "خطف مسلحون صاحب محل": where the verb comes first, whom a named doer takes need be no known noun."""
    if not hit.trigger.grammar.verb_first or hit.trigger.needs:
        return False
    if found.tokens[hit.last].low.endswith("ات"):
        return False  # "اعتقالات عشوائية"
    doers = subject(found, hit)
    after = max((hit.last, *(g.last for g in doers))) + 1
    is_word = after < len(found.tokens) and found.tokens[after].kind == "w"
    return any(is_armed(g) for g in doers) and is_word


def _holds_prisoners(found: Found, hit: Hit) -> bool:
    """ "took two men captive", "took its owner into custody": the phrase itself says whom."""
    if "*" not in hit.trigger.word:
        return False
    inside = found.tokens[hit.first + 1 : hit.last]
    return any(hit.first < g.first < hit.last for g in found.groups) or any(t.low in _ONE for t in inside)
