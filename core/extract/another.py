"""Sentences that say they tell of something else than the one before."""

from __future__ import annotations

from collections.abc import Iterator

from core.extract.agree import is_only_losses
from core.extract.drafts import Draft
from core.extract.frames import LOSS_FRAMES
from core.extract.mentions import Found, Hit

_ACTS = frozenset({"act", "burst", "mutual"})
_START = 3  # the token up to which a sentence's opening reaches


def opens_another(draft: Draft, home: list[Draft]) -> bool:
    """Whether a sentence says that it tells of something else ("meanwhile", "in a separate attack")."""
    found = draft.found
    if found.has("further", 0, 3) and (
        is_only_losses(draft)
        or draft.is_definite
        or all(found.has("confiscated", h.first, h.last) for h in draft.hits)
    ):
        return False  # "Ten others were wounded", "They also confiscated weapons"
    told_of = draft.is_definite and draft.place is None and bool(draft.losses)
    return (
        (_starts_with_other(found) and not told_of)
        or _opens_with_statement(draft, home)
        or _hits_more(draft)
        or _adds_elsewhere(draft)
        or any(
            h.trigger.frame not in LOSS_FRAMES
            and (_is_of_others(draft, h) or found.has("anew", h.last + 1, h.last + 3))
            for h in draft.hits
        )
    )


def _starts_with_other(found: Found) -> bool:
    """ "In another area, ..."; not "16 others were injured"."""
    return any(_opens_with(found, "other"))


def _opens_with(found: Found, cue: str) -> Iterator[bool]:
    counted = [g for g in found.groups if g.count is not None and g.begin <= _START]
    for k in range(_START + 1):
        yield found.has(cue, k, k) and not any(k == g.begin + 1 for g in counted)


def _is_of_others(draft: Draft, hit: Hit) -> bool:
    """ "another attack", "the arrest of another six"; but "the clashes were caused by another attack"."""
    found = draft.found
    named = hit.trigger.pos == "noun" or hit.tense in {"noun", "ing"}  # "another opened fire": a man
    before = named and not draft.is_definite and found.has("other", hit.first - 2, hit.first - 1)
    known = named and hit.prefix.endswith("ال")  # "the blast also led to"
    return before or (not known and found.has("other", hit.last + 1, hit.last + 2))


def _hits_more(draft: Draft) -> bool:
    """ "The shells also (أيضا) fell on B": a means that struck a further place."""
    return draft.place is not None and any(
        h.trigger.frame == "weapon" and draft.found.has("further", h.last + 1, h.last + 2) for h in draft.hits
    )


def _adds_elsewhere(draft: Draft) -> bool:
    """ "It also claimed an attack in B": a further act, at a spot of its own."""
    if draft.place is None or draft.is_definite:
        return False
    return draft.hits[0].trigger.frame in _ACTS and any(_opens_with(draft.found, "further"))


def _opens_with_statement(draft: Draft, home: list[Draft]) -> bool:
    """ "On Thursday, X reported that ...": a report of another day opens another happening."""
    said = next((d for d in draft.found.dates if d.kind == "statement"), None)
    if (
        said is None
        or is_only_losses(draft)
        or any(t.kind == "w" for t in draft.found.tokens if t.start < said.start)
    ):
        return False
    return all(said.date_start != d.date_start for h in home for d in h.found.dates)
