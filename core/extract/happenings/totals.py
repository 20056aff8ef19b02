"""Totals over several sentences: the list that breaks a total down, and what is added in the same breath."""

from __future__ import annotations

from collections.abc import Iterable

from core.extract.frames import LOSS_FRAMES, VIOLENT
from core.extract.happenings.drafts import Draft
from core.extract.happenings.merge import is_only_losses
from core.extract.mentions import Found
from core.extract.realis.aggregate import is_aggregate
from core.model import Reason

_BULLETS = frozenset("•-*·–—")
_HEADING = 5  # tokens that a heading may take, its colon included
_COSTLY = VIOLENT | {"control_and_detention"}
_SUMMED = 2  # sentences from a happening to the sum of its losses


class Totals:
    """Walks the sentences in order and knows whether the one at hand goes on with a total."""

    def __init__(self) -> None:
        self._total = False  # the sentence before spoke of totals
        self._listed = False  # the items of a list of totals are being told
        self._dated = False  # the item at hand names a day of its own
        self._paragraph = -1
        self._told = -_SUMMED - 1  # the last sentence that told of violence or arrests

    def judged(self, found: Found, drafts: Iterable[Draft]) -> list[Draft]:
        """The drafts of the next sentence; those that only detail a total are rejected as aggregate.

        A total that ends in a colon is broken down by the items with bullets below it, but for those that
        name a day of their own. What follows a
        total with neither place nor day belongs to it, too, in its paragraph or as an addition.
        """
        drafts = [self._summed(draft) for draft in drafts]
        if any(d.reason is None and d.family in _COSTLY for d in drafts):
            self._told = found.sentence.index
        summed = any(_sums_up(d) for d in drafts)
        same = found.sentence.paragraph == self._paragraph
        self._paragraph = found.sentence.paragraph
        self._listed = self._listed and (same or _opens_item(found) or _is_headed(found))
        self._dated = self._listed and (_names_day(found) or (self._dated and not _opens_item(found)))
        if self._listed and not self._dated:
            return [_aggregate(draft) for draft in drafts]
        more = self._total and (same or _goes_on(found))
        those = (
            found.has("pronoun", 0, 0) or found.tokens[0].low == "all"
        )  # "All were killed in ambushes in X"
        told = [
            _aggregate(d) if more and (d.place is None or those) and d.date is None else d for d in drafts
        ]
        if self._listed:
            return drafts
        goes_on = found.tokens[-1].text == ":" and self._total
        added = more and bool(told) and all(d.reason is Reason.AGGREGATE for d in told)
        told_of = bool(found.hits) or any(
            c.kind == "count" for c in found.counts
        )  # not "there has been tension"
        self._total = (told_of and is_aggregate(found) is not None and not summed) or goes_on or added
        self._listed = self._total and found.tokens[-1].text == ":"
        return told

    def _summed(self, draft: Draft) -> Draft:
        near = draft.found.sentence.index - self._told <= _SUMMED
        return draft._replace(reason=None) if near and _sums_up(draft) else draft


def _sums_up(draft: Draft) -> bool:
    """ "Altogether 17 were killed", "so far three were arrested": what was told right before cost."""
    cues = draft.found.cues
    only = cues.get("sums_up", 0) and not cues.get("aggregate", 0) & ~cues.get("sums_up", 0)
    arrests = draft.place is None and all(h.trigger.frame == "captured" for h in draft.hits)
    return bool(only) and (arrests or is_only_losses(draft)) and draft.date is None


def _opens_item(found: Found) -> bool:
    return found.tokens[0].text in _BULLETS


def _names_day(found: Found) -> bool:
    """ "• September 4: drones attacked three lorries": one of the happenings that a total counts."""
    return any(d.kind in {"day", "statement"} and d.date_start == d.date_end for d in found.dates) and any(
        d.date_start is not None for d in found.dates
    )


def _goes_on(found: Found) -> bool:
    """Whether a paragraph adds to the one before: "In addition, ...", "Also ..."."""
    last = len(found.tokens) - 1
    losses = [h.first for h in found.hits if h.trigger.frame in LOSS_FRAMES]
    if any(found.has("further", at - 1, at - 1) for at in losses):
        return True  # "four members of X were also killed"
    return found.has("further", 0, 0) or found.has("added", 0, 1) or found.has("as_well", 0, last)


def _is_headed(found: Found) -> bool:
    """Whether a sentence is an item under its own heading: "Deir Ezzor: 44 ..."."""
    return any(token.text == ":" for token in found.tokens[1:_HEADING])


def _aggregate(draft: Draft) -> Draft:
    return draft._replace(reason=draft.reason or Reason.AGGREGATE)
