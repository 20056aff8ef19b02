"""What earlier sentences leave behind: the place, actor and day that later ones take for granted."""

from __future__ import annotations

from datetime import date, timedelta

from core.extract.clauses.voice import is_passive
from core.extract.dates import DateMention
from core.extract.dates.days import ALONE
from core.extract.dates.found import SUBORDINATE
from core.extract.frames import FROM_AFAR, SEARCHES, VIOLENT
from core.extract.groups import ARMED, Group
from core.extract.happenings import carried
from core.extract.happenings.anaphora import pronoun_of
from core.extract.happenings.continued import as_another, as_bomb, as_damage, as_strike, is_of_a_thing
from core.extract.happenings.drafts import Context, Draft
from core.extract.happenings.from_air import is_from_the_air
from core.extract.happenings.searches import as_campaign, as_search
from core.extract.happenings.ways import in_town, on_its_way, where_it_went
from core.extract.mentions import Found
from core.extract.places import SITES, PlaceMention, most_specific
from core.extract.when import is_short
from core.extract.whereabouts.kinds import is_named_place, kinds_referred_to
from core.extract.whereabouts.unknown import names_unknown
from core.lexicon import Lexicon
from core.model import Reason
from core.text import Sentence

_NEUTRAL = ARMED | {"person_neutral", "facility", "force", "vehicle", "number"}
_CAMPAIGNS = frozenset(
    {"airstrike", "drone_strike", "shelling", "movement", "deployment", "withdrawal", "arrest_or_raid"}
)
_OPEN, _TO_OUTFIT = "armed_attack", 3  # a type left open; tokens from "members" to "the organization"
_ATTACKS = ("armed_attack", "clash", "shelling")
_CAMPAIGN_SENTENCES = 4
_POSTURE = "force_posture"
_TELL_OF_OWN = frozenset({"state_force", "security_force", "police", "militia", "armed_group", "coalition"})
_BACKDROP = frozenset({"country", "river"})
_ARMS = frozenset({"aircraft", "force", "vehicle"})
_TO_INSIDER = 5  # tokens from "a source in the" to whose
_TO_SAID = 4  # tokens from "reported" to "gunmen"
_REMEMBERED = 200  # places: those told before them are forgotten
_FOLLOW_UP_DAYS = 4  # an older day is context: what follows it without a day is news again
_ONE_NIGHT = 1  # days from the evening before to the morning: "overnight"


class Memory:
    """Walks the sentences in order; answers for the sentence at hand from those before it."""

    def __init__(self, lexicon: Lexicon, published: date | None) -> None:
        self._lexicon = lexicon
        self._published = published
        self._places: list[tuple[PlaceMention, Found]] = []
        self._event_place: tuple[PlaceMention, Found] | None = None
        self._event_at = -1
        self._event_days: tuple[date, date] | None = None
        self._event_date: DateMention | None = None
        self._actor: str | None = None
        self._before: str | None = None
        self._nameless: tuple[int, str | None] | None = None
        self._dated: DateMention | None = None
        self._told_until: date | None = None
        self._just_dated: tuple[int, DateMention | None] = (-1, None)
        self._campaign: dict[str, tuple[Sentence, tuple[Group, ...]]] = {}
        self._strike: Draft | None = None
        self._violence: Draft | None = None
        self._sides: tuple[Group, ...] = ()
        self._has_fought = False
        self._family: str | None = None
        self._attacker: str | None = None
        self._outfit: str | None = None
        self._doers: tuple[Sentence, str, tuple[Group, ...]] | None = None

    def remember(self, found: Found, drafts: list[Draft]) -> None:
        """Takes in a sentence after its drafts were made."""
        chains: dict[int, list[PlaceMention]] = {}
        for mention in found.places:
            chains.setdefault(mention.chain, []).append(mention)
        told = ((most_specific(members), found) for members in chains.values())
        self._places += [pair for pair in told if pair[0].place.feature_type not in _BACKDROP]
        del self._places[:-_REMEMBERED]
        named = [g for g in found.groups if self._is_named(g)]
        acting = [g for draft in drafts for g in draft.roles.initiators if self._is_named(g)]
        doers = [g for draft in drafts for g in draft.roles.initiators if g.actor_id]
        self._nameless = (found.sentence.index, doers[0].actor_id) if doers and not acting else None
        last = self._actor  # "the militia" of the next sentence is rather who acted
        if acting:
            self._actor = acting[0].actor_id
        elif named:
            self._actor = next((g.actor_id for g in named if not g.is_source), named[0].actor_id)
        outfits = (g.actor_id for g in named if g.actor_id in self._lexicon.words["outfit_actor"])
        self._outfit = next(outfits, self._outfit)
        hit = (g for d in drafts if d.family in VIOLENT for g in d.roles.targets if self._is_named(g))
        struck = next((g.actor_id for g in hit if g.actor_id != self._actor), None)
        if struck or self._actor != last:
            self._before = struck or last  # "in response, the group ...": whom it had hit
        self._doers = None
        for draft in drafts:
            if draft.reason is None and any(g.actor_id for g in draft.roles.initiators):
                by = (found.sentence, draft.roles.initiators)
                if draft.event_type in _CAMPAIGNS:
                    self._campaign[draft.event_type] = by
                if draft.family == _POSTURE:
                    self._campaign[_POSTURE] = by
                if draft.event_type in _ATTACKS and found.has("several_acts", 0, len(found.tokens)):
                    self._campaign |= dict.fromkeys(_ATTACKS, by)  # the attacks are then told one by one
            if draft.family in VIOLENT and draft.reason is None:
                self._violence, self._sides = draft, draft.roles.participants or self._sides
            self._has_fought = self._has_fought or draft.event_type == "clash"
            if draft.family in VIOLENT and draft.roles.initiators:
                self._doers = (found.sentence, draft.event_type, draft.roles.initiators)
                self._attacker = draft.roles.initiators[0].actor_id
            if (
                draft.place is not None
                and draft.reason is None
                and draft.place.place.feature_type not in _BACKDROP
            ):
                self._event_place, self._family = (draft.place, found), draft.family
                self._event_at = found.sentence.index
                self._event_days = carried.days_of(draft) or self._news()
                self._event_date = (
                    draft.date if carried.days_of(draft) and not carried.is_subordinate(draft) else None
                )
            elif draft.place is None and draft.reason is None and draft.date is None:
                self._event_at = found.sentence.index  # it goes on
            is_hour = draft.date is not None and draft.date.rule == ALONE and self._dated is not None
            if draft.reason is None and not is_hour and self._is_news(draft):
                self._dated = draft.date

    def _context(self, draft: Draft) -> Context:
        """What a draft may inherit: the place and day of what was told before."""
        place = self._place(draft)
        dated = self._just_dated[1] if self._just_dated[0] == draft.found.sentence.index else self._dated
        bare = Context(date=dated, news=self._news())
        if place is None or (draft.place is None and names_unknown(draft.found)):
            return bare
        found = draft.found
        referred = (
            bool(kinds_referred_to(found))
            or found.has("there", 0, len(found.tokens))
            or any(
                found.has("back", k - 2, k - 1)
                for k in found.each("place_word")
                if not is_named_place(found, k)
            )
        )
        if not referred and carried.is_elsewhere(draft, self._event_days, self._family):
            return bare
        day = self._dated
        told = self._event_place
        here = draft.place is None or draft.place.place is place[0].place
        if here and told and told[0].place is place[0].place and found.sentence.index - self._event_at <= 1:
            day = self._event_date or day  # "On May 3 ...; the guards then opened fire"
        return Context(place[0], place[1], day, referred, bare.news)

    def _news(self) -> tuple[date, date] | None:
        """The days that news without a day tells of."""
        return (self._published - timedelta(days=1), self._published) if self._published else None

    def resolved(self, draft: Draft) -> Draft:
        """The draft with what it may inherit, and "they" or "its men" given the actor they refer to."""
        draft = as_bomb(as_strike(draft, self._strike, self._lexicon), self._violence)
        draft = as_another(as_damage(draft, self._violence), self._violence)
        draft = as_campaign(draft, self._campaign.get("arrest_or_raid", (None,))[0])
        draft = in_town(draft, self._event_place, self._places, self._lexicon.gazetteer)
        draft = where_it_went(on_its_way(draft, self._event_place), self._event_place)
        doers = (
            self._own_news(draft)
            or self._moved_on(draft)
            or self._same_arms(draft)
            or draft.roles.initiators
            or (self._doers is not None and carried.goes_on_by(draft, self._doers[0], self._doers[2]))
            or pronoun_of(draft)
            or self._just_named(draft)
            or self._same_campaign(draft)
        )
        attacked = frozenset(g.actor_id for g in draft.roles.targets if g.actor_id)
        doers = tuple(self._referred(g, draft, attacked) for g in doers)
        if is_of_a_thing(draft, self._family):
            draft = draft._replace(reason=Reason.ANALYSIS)
        if draft.reason is None and self._is_abroad(draft):
            draft = draft._replace(reason=Reason.UNPLACED)
        avoid = frozenset(g.actor_id for g in doers if g.actor_id)
        roles = draft.roles._replace(
            initiators=doers,
            targets=tuple(self._referred(g, draft, avoid) for g in draft.roles.targets),
            participants=tuple(self._referred(g, draft, frozenset()) for g in draft.roles.participants)
            or carried.sides_of(draft, self._sides),
        )
        losses = tuple(
            loss._replace(group=self._referred(loss.group, draft, avoid)) if loss.group else loss
            for loss in draft.losses
        )
        if draft.event_type == _OPEN and is_from_the_air(
            draft.found, draft.hits[0], roles, losses, self._lexicon
        ):  # "the coalition said it struck X"
            kind = self._lexicon.event_types.by_id["airstrike"]
            draft = draft._replace(event_type=kind.event_type, family=kind.family)
        draft = as_search(draft._replace(roles=roles, losses=losses), self._has_fought, self._lexicon)
        if draft.reason is None and self._is_news(draft):
            self._just_dated = (draft.found.sentence.index, draft.date)
        if draft.event_type in FROM_AFAR and draft.reason is None:
            self._strike = draft  # the next one of the same sentence may go on with it
        return draft._replace(context=self._context(draft))

    def _is_abroad(self, draft: Draft) -> bool:
        """ "Three were killed there", after a place outside the governorate was named."""
        found = draft.found
        if draft.place is not None or not self._places or not found.has("there", 1, len(found.tokens)):
            return False
        mention, before = self._places[-1]
        last = self._event_place[1].sentence.index if self._event_place else -1
        near = found.sentence.index - before.sentence.index <= 1
        return near and not mention.is_home and before.sentence.index > last

    def _same_campaign(self, draft: Draft) -> tuple[Group, ...]:
        """The doers of the strikes or moves just told, where a further one names none of its own."""
        told = self._campaign.get(draft.event_type)
        if told is None or draft.is_past_perfect or carried.is_turned_to(draft) or carried.is_another(draft):
            return ()
        sentence, groups = told
        is_other = draft.found.has(
            "other", 0, 3
        )  # "another convoy": theirs, too, right behind, on no other day
        if is_other and draft.date is not None:
            return ()
        near = draft.found.sentence.index - sentence.index <= (1 if is_other else _CAMPAIGN_SENTENCES)
        return groups if near and not carried.victims(draft) & {g.actor_id for g in groups} else ()

    def _same_arms(self, draft: Draft) -> tuple[Group, ...]:
        """ "The jets also struck B", "another convoy reached C": arms or columns of those just told of."""
        found, arms = draft.found, draft.roles.initiators
        if not arms or any(g.actor_id is not None or g.kind not in _ARMS for g in arms):
            return ()
        known = found.has_any(("back", "other"), arms[0].begin - 1, arms[0].last + 1)
        return self._same_campaign(draft) if known else ()

    def _own_news(self, draft: Draft) -> tuple[Group, ...]:
        """ "Reinforcements have arrived in X, an SDF officer said", "the SDF announced the arrest of two",
        "two were arrested, the SDF said": a force tells of its own moves and searches."""
        lead = draft.hits[0]
        arrest = draft.event_type in SEARCHES and (lead.tense == "noun" or is_passive(draft.found, lead))
        if any(g.actor_id for g in draft.roles.initiators) or not (draft.family == _POSTURE or arrest):
            return ()
        found, told = draft.found, lead.tense == "noun"
        armed = (g for g in found.groups if g.is_source and self._is_named(g))
        armed = (g for g in armed if told or not found.has("insider", g.begin - _TO_INSIDER, g.begin - 1))
        kinds = self._lexicon.actors.by_id
        return tuple(g for g in armed if kinds[g.actor_id or ""].kind in _TELL_OF_OWN)[:1]

    def _moved_on(self, draft: Draft) -> tuple[Group, ...]:
        """ "X emptied a depot in A. The arms were moved to B": whose moves the sentence before told."""
        sentence, groups = self._campaign.get(_POSTURE, (None, ()))
        if sentence is None or draft.family != _POSTURE or not is_passive(draft.found, draft.hits[0]):
            return ()
        if any(g.actor_id for g in draft.roles.initiators) or carried.is_another(draft):
            return ()
        return groups if draft.found.sentence.index - sentence.index == 1 else ()

    def _just_named(self, draft: Draft) -> tuple[Group, ...]:
        """The doers of the attacks that the sentence before speaks of: "In a recent attack, ..." goes on."""
        if self._doers is None or draft.family not in VIOLENT or draft.roles.participants:
            return ()
        sentence, event_type, groups = self._doers
        here = draft.found.sentence
        follows = here.index - sentence.index == 1 and here.paragraph == sentence.paragraph
        named = draft.hits[0].tense == "noun" and event_type == draft.event_type
        return (
            groups if follows and named and not carried.victims(draft) & {g.actor_id for g in groups} else ()
        )

    def _is_news(self, draft: Draft) -> bool:
        """Whether a draft tells of one recent day, which what follows shares unless it says otherwise."""
        told = draft.date
        if (
            told is None
            or not (told.kind in {"day", "anaphoric", "range"} or is_short(told))
            or told.rule == SUBORDINATE
            or told.date_start is None
            or told.date_end is None
            or (draft.place is not None and not draft.place.is_home)
            or (told.date_end - told.date_start).days > _ONE_NIGHT
        ):
            return False
        at = self._published or self._told_until  # a report without its day is of those that it tells
        if at is None or (self._published is None and told.date_end > at):
            at = self._told_until = told.date_end
        return (at - told.date_end).days <= _FOLLOW_UP_DAYS and not draft.is_past_perfect

    def _is_named(self, group: Group) -> bool:
        return (
            group.actor_id is not None
            and not group.is_holder
            and not self._lexicon.actors.by_id[group.actor_id].is_generic
        )

    def _place(self, draft: Draft) -> tuple[PlaceMention, Found] | None:
        stated = kinds_referred_to(draft.found)
        named = self._places
        told = [self._event_place] if self._event_place else []  # "the town" is rather where it happened
        for mention in (*told, *reversed(named)) if stated else ():
            kind = mention[0].place.feature_type
            if any(
                self._lexicon.gazetteer.alike(kind, told) or (told in SITES and kind in SITES)
                for told in stated
            ):
                return mention
        if self._event_place is not None:
            return self._event_place
        inside = [p for p in named if p[0].is_home]
        at = [p for p in inside if p[0].role == "at"] or inside or named
        seat = draft.found.seat  # of a dateline, where nothing else says where
        return at[-1] if at else (seat, draft.found) if seat is not None else None

    def _referred(self, group: Group, draft: Draft, avoid: frozenset[str]) -> Group:
        """A group with the actor it refers back to; as it is where it names its own."""
        found = draft.found
        rulers = self._lexicon.words["has_police"]
        is_police = found.has("police", group.first, group.last)
        if is_police and self._actor in rulers and self._actor not in avoid:
            return group._replace(actor_id=self._actor)  # "the security forces" where the SDF rules
        if group.actor_id is None and found.has("attacker", group.first, group.last):
            return group._replace(actor_id=self._attacker)  # never those whom they attacked
        if self._nameless and found.has("pronoun", group.first, group.first) and (
            group.actor_id is None and found.sentence.index - self._nameless[0] == 1
        ):  # fmt: skip
            return group._replace(actor_id=self._nameless[1])  # "gunmen attacked X. They killed"
        back = (
            group.is_possessive
            and group.kind in _NEUTRAL
            and not found.has("corpse", group.first, group.last)
        )
        if not self._is_named(group) and found.has("group_word", group.first, group.last):
            said = found.has("say", group.begin - _TO_SAID, group.begin - 2)  # "reported earlier that gunmen"
            back = back or found.has("back", group.begin - (not said), group.last)
        if not back or self._is_named(group):
            return group
        earlier = [g.actor_id for g in found.groups if g.last < group.first and self._is_named(g)]
        options = [a for a in earlier if a not in avoid]
        options = options or [a for a in (self._actor, self._before) if a and a not in avoid]
        if found.has("outfit", group.first, group.last + _TO_OUTFIT):  # "members of the organization"
            options = [a for a in (self._outfit,) if a and a not in avoid] or options
        if found.has("outlaw", group.first, group.last):  # "the terrorists": no army
            options = [a for a in options if a and self._lexicon.actors.by_id[a].kind == "armed_group"]
        return group._replace(actor_id=options[0]) if options else group
