"""What earlier sentences leave behind: the place, actor and day that later ones take for granted."""

from __future__ import annotations

from core.extract.build import Context
from core.extract.drafts import Draft
from core.extract.groups import Group
from core.extract.mentions import Found
from core.extract.places import PlaceMention, most_specific
from core.lexicon import Lexicon


class Memory:
    """Walks the sentences in order; :meth:`context` answers for the sentence at hand."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._places: list[tuple[PlaceMention, Found]] = []
        self._actor: tuple[Group, Found] | None = None
        self._dated: Draft | None = None

    def remember(self, found: Found) -> None:
        """Takes in a sentence after its drafts were made."""
        chains: dict[int, list[PlaceMention]] = {}
        for mention in found.places:
            chains.setdefault(mention.chain, []).append(mention)
        self._places += [(most_specific(members), found) for members in chains.values()]
        for group in found.groups:
            if group.actor_id and not group.is_holder:
                self._actor = (group, found)
                break

    def context(self, draft: Draft) -> Context:
        """What a draft may inherit."""
        place = self._place(draft)
        return Context(place[0] if place else None, draft._replace(found=place[1]) if place else None, self._doer(draft), None)

    def _place(self, draft: Draft) -> tuple[PlaceMention, Found] | None:
        inside = [p for p in self._places if self._lexicon.gazetteer.district_of(p[0].place.place_id)]
        at = [p for p in inside if p[0].role == "at"] or inside or self._places
        return at[-1] if at else None

    def _doer(self, draft: Draft) -> tuple[Group, Draft] | None:
        if self._actor is None:
            return None
        lead = draft.hits[0]
        if draft.found.has("pronoun", 0, lead.first) or draft.found.has("group_word", 0, lead.first):
            return self._actor[0], draft._replace(found=self._actor[1])
        return None
