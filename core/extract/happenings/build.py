"""From merged drafts to events with evidence, and to rejections with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from core.extract.confidence import INHERITED, REFERRED
from core.extract.dates import DateMention
from core.extract.dates.days import ALONE
from core.extract.dates.found import NO_DATE
from core.extract.frames import VIOLENT
from core.extract.groups import Group
from core.extract.happenings.drafts import Context, Draft
from core.extract.happenings.event_type import event_type_of
from core.extract.happenings.merge import best_place
from core.extract.happenings.tolls import tolls
from core.extract.places import PlaceMention
from core.extract.places.offsets import event_place
from core.extract.when import NEWS_DAYS, SAID, said_day
from core.lexicon import Lexicon
from core.lexicon.actor import Actor
from core.model import (
    Count,
    Event,
    EventActor,
    EventPlace,
    Evidence,
    Reason,
    Rejection,
    Report,
    Role,
    content_id,
)
from core.text import Normal

_LOSSES = ("killed", "wounded", "captured")
_CONTROL = "control_and_detention"
_ARMED_FAMILIES = VIOLENT | {_CONTROL}
_OLD_DAYS = 7  # a happening this much before publication is context


class _Clues:
    """Collects evidence spans in the original text's offsets."""

    def __init__(self, normal: Normal) -> None:
        self._normal = normal
        self._seen: dict[tuple[str, int, int, str], Evidence] = {}

    @property
    def items(self) -> tuple[Evidence, ...]:
        """The spans in the order they were added, each once."""
        return tuple(self._seen.values())

    def add(self, field: str, start: int, end: int, rule: str) -> str:
        first, last = self._normal.back(start, end)
        text = self._normal.original[first:last]
        key = (field, first, last, rule)
        if key not in self._seen:
            self._seen[key] = Evidence(field, first, last, text, rule)
        return text


def build_event(drafts: Sequence[Draft], report: Report, normal: Normal, lexicon: Lexicon) -> Event:
    """The event that a happening's drafts tell; its ``place`` is ``None`` where none is known.

    ``assured`` gives it its confidence, beside the others of its report."""
    context = drafts[0].context
    clues = _Clues(normal)
    lead = drafts[0]
    event_type = event_type_of(drafts)
    for draft in drafts:
        for hit in draft.hits:
            clues.add(
                "trigger", *draft.found.chars(hit.first, hit.last), f"{hit.trigger.word}: {hit.trigger.frame}"
            )
    place = _place(drafts, context, clues, lexicon)
    origin = _end("origin", (d.origin for d in drafts), drafts, clues, lexicon)
    destination = _end("destination", (d.destination for d in drafts), drafts, clues, lexicon)
    via = _via(drafts, clues, lexicon)
    actors = _flown(_actors(drafts, clues, lexicon), event_type, lexicon)
    start, end, precision, date_text = _dates(drafts, context, report, clues)
    counts = tolls(drafts, lexicon)
    for name, (count, spans) in counts.items():
        for span in spans:
            clues.add(name, *span, "count said of the group")
        counts[name] = (count, spans)
    actors = _once(actors, {name: count for name, (count, _) in counts.items()}, lexicon)
    background = _is_background(drafts, start, end, report)
    sources = _sources(drafts, clues)
    trigger_words = "|".join(normal.slice(*lead.found.chars(h.first, h.last)) for h in lead.hits[:1])
    event_id = content_id(
        report.report_id, trigger_words, normal.slice(lead.found.sentence.start, lead.found.sentence.end)
    )
    return Event(
        event_id=event_id,
        event_type=event_type,
        acled=lexicon.event_types.by_id[event_type].acled,
        date_start=start,
        date_end=end,
        time_precision=precision,
        date_text=date_text,
        place=place,
        origin=origin,
        destination=destination,
        via=via,
        actors=actors,
        killed=counts["killed"][0],
        wounded=counts["wounded"][0],
        captured=counts["captured"][0],
        vehicles=counts["vehicles"][0],
        personnel=counts["personnel"][0],
        attributed_to=sources,
        is_background=background,
        evidence=clues.items,
    )


def _place(drafts: Sequence[Draft], context: Context, clues: _Clues, lexicon: Lexicon) -> EventPlace | None:
    named = [(d.place, d) for d in drafts if d.place is not None]
    ends = [d for d in drafts if d.destination is not None and d.destination is d.place]
    small = best_place(ends or drafts)  # a journey's end, not a place passed on the way
    if named and small is not None:
        mention, draft = next((m, d) for m, d in named if m.place.place_id == small.place_id)
    elif context.place is not None and context.found is not None:
        span = context.found.chars(context.place.first, context.place.last)
        written = clues.add("place", *span, REFERRED if context.is_referred else INHERITED)
        return event_place(context.place, written, True, lexicon)
    elif any(d.origin is not None for d in drafts):
        mention, draft = next((m, d) for d in drafts if (m := d.origin) is not None)
    else:
        return None
    span = draft.found.chars(mention.first, mention.last)
    written = clues.add("place", *span, f"gazetteer, {mention.role}")
    return event_place(mention, written, False, lexicon)


def _end(
    field: str,
    mentions: Iterable[PlaceMention | None],
    drafts: Sequence[Draft],
    clues: _Clues,
    lexicon: Lexicon,
) -> EventPlace | None:
    for mention, draft in zip(mentions, drafts, strict=True):
        if mention is not None:
            written = clues.add(
                field, *draft.found.chars(mention.first, mention.last), f"gazetteer, {mention.role}"
            )
            return event_place(mention, written, False, lexicon)
    return None


def _via(drafts: Sequence[Draft], clues: _Clues, lexicon: Lexicon) -> tuple[EventPlace, ...]:
    found: list[EventPlace] = []
    for draft in drafts:
        passed = (draft.place,) if draft.place is not None and draft.place.role == "via" else ()
        for mention in (*draft.via, *passed):
            written = clues.add(
                f"via[{len(found)}]", *draft.found.chars(mention.first, mention.last), "gazetteer, via"
            )
            found.append(event_place(mention, written, False, lexicon))
    return tuple(found)


def _actors(drafts: Sequence[Draft], clues: _Clues, lexicon: Lexicon) -> tuple[EventActor, ...]:
    chosen: dict[str, tuple[Role, Group, Draft]] = {}
    told = [d for d in drafts if not d.found.is_headline]
    if not any(d.roles.initiators or d.roles.participants for d in told):
        told = list(drafts)  # a headline's general name gives way to the story's own
    for draft in told:
        roles = draft.roles
        sides = (
            (Role.INITIATOR, roles.initiators),
            (Role.TARGET, roles.targets),
            (Role.PARTICIPANT, roles.participants),
        )
        for role, groups in sides:
            for group in groups:
                if group.actor_id and group.actor_id not in chosen:
                    chosen[group.actor_id] = (role, group, draft)
        for loss in draft.losses:
            if loss.group is not None and loss.group.actor_id and loss.group.actor_id not in chosen:
                chosen[loss.group.actor_id] = (Role.TARGET, loss.group, draft)
    for actor_id in _named_since(chosen, lexicon):
        del chosen[actor_id]
    actors = []
    for k, (actor_id, (role, group, draft)) in enumerate(chosen.items()):
        if (
            role is Role.INITIATOR
            and lexicon.actors.by_id[actor_id].kind == "civilians"
            and draft.family in _ARMED_FAMILIES
            and draft.roles.rule != "passive"
            and not _is_told_to_act(draft, lexicon)
        ):  # civilians that a sentence puts first are those it happened to, unless they "attacked X"
            role = Role.TARGET  # noqa: PLW2901
        if role is Role.INITIATOR and group.is_blamed:
            role = Role.UNKNOWN  # noqa: PLW2901
        written = clues.add(f"actors[{k}]", *group.name, f"{draft.roles.rule or 'losses'}: {role}")
        own = {field: _own(drafts, actor_id, field) for field in _LOSSES}
        actors.append(EventActor(actor_id, lexicon.actors.by_id[actor_id].name, written, role, **own))
    return tuple(actors)


def _is_told_to_act(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a verb says what its subject did, or a noun whom they attacked: "residents launched an attack
    on posts of X"."""
    hit = [lexicon.actors.by_id[g.actor_id].kind for g in draft.roles.targets if g.actor_id]
    if draft.roles.rule == "active":
        return draft.event_type == "armed_attack" or bool(hit)
    return draft.roles.rule == "noun" and any(kind != "civilians" for kind in hit)


def _named_since(chosen: Mapping[str, tuple[Role, Group, Draft]], lexicon: Lexicon) -> tuple[str, ...]:
    """The unknown gunmen of an attack for which another sentence names an armed group: "ISIS claimed it"."""
    doers = {a: group for a, (role, group, _) in chosen.items() if role is Role.INITIATOR}
    kinds = {a: lexicon.actors.by_id[a].kind for a in doers}
    if not any(kind == "armed_group" and not doers[a].is_blamed for a, kind in kinds.items()):
        return ()
    return tuple(a for a, kind in kinds.items() if kind == "unknown_group")


def _once(
    actors: tuple[EventActor, ...], totals: Mapping[str, Count | None], lexicon: Lexicon
) -> tuple[EventActor, ...]:
    """The actors, without losses that the event's total has no room for: those of a side told under two names
    ("soldiers", "the army") stand with the last, and "people" are no others than those of the sides."""
    for field in _LOSSES:
        total = totals[field]
        own = {a.actor_id: count.low or 0 for a in actors if (count := getattr(a, field)) is not None}
        if total is None or total.high is None or sum(own.values()) <= total.high:
            continue
        last = {lexicon.actors.group_of(actor_id): actor_id for actor_id in own}
        kept = {actor_id: own[actor_id] for actor_id in last.values()}
        if sum(kept.values()) > total.high:
            kept = {a: n for a, n in kept.items() if lexicon.actors.by_id[a].kind != "civilians"} or kept
        gone: dict[str, Any] = {field: None}
        actors = tuple(
            replace(a, **gone) if a.actor_id in own and a.actor_id not in kept else a for a in actors
        )
    return actors


def _flown(actors: tuple[EventActor, ...], event_type: str, lexicon: Lexicon) -> tuple[EventActor, ...]:
    """The actors, whoever struck from the air as the air arm that they have: "Russia carried out strikes".

    Of 60 such initiators in labelled reports 57 are the air force (November 2026)."""
    if event_type != "airstrike":
        return actors
    by_id = lexicon.actors.by_id
    present = {a.actor_id for a in actors}
    arms: dict[str, Actor] = {}
    for actor in actors:
        arm = by_id[actor.actor_id].air_arm
        if actor.role is Role.INITIATOR and arm is not None and arm not in present:
            arms[actor.actor_id] = by_id[arm]
            present.add(arm)
    return tuple(
        replace(a, actor_id=arms[a.actor_id].actor_id, name=arms[a.actor_id].name)
        if a.actor_id in arms
        else a
        for a in actors
    )


def _own(drafts: Sequence[Draft], actor_id: str, field: str) -> Count | None:
    """An actor's own losses: the last count said of it."""
    found = None
    for draft in drafts:
        for loss in draft.losses:
            if (
                loss.field == field
                and loss.group is not None
                and loss.group.actor_id == actor_id
                and loss.count
            ):
                found = loss.count
    return found


def _dates(
    drafts: Sequence[Draft], context: Context, report: Report, clues: _Clues
) -> tuple[date | None, date | None, int | None, str | None]:
    dated = [d for d in drafts if d.date is not None]
    firm = [d.date for d in dated if d.date is not None and d.date.date_start is not None]
    if not dated and context.date is not None and not any(d.is_past_perfect for d in drafts):
        firm = [context.date]
    if context.date is not None and firm and all(m.rule == ALONE for m in firm):
        firm = [context.date]  # "On Monday, X attacked A. Clashes went on in the evening"
    mention = min(firm, key=lambda m: (m.rule.endswith(SAID), m.rule == ALONE, _width(m)), default=None)
    if mention is not None:
        text = clues.add("date", mention.start, mention.end, mention.rule)
        return mention.date_start, mention.date_end, mention.time_precision, text
    if dated and dated[0].date is not None:
        mention = dated[0].date
        return None, None, None, clues.add("date", mention.start, mention.end, mention.rule)
    said = None if any(d.is_past_perfect for d in drafts[:1]) else said_day(d.found for d in drafts)
    if said is not None:
        text = clues.add("date", said.start, said.end, said.rule)
        return said.date_start, said.date_end, said.time_precision, text
    if report.published is not None and not any(d.is_past_perfect for d in drafts[:1]):
        return report.published - timedelta(days=NEWS_DAYS), report.published, 2, None
    return None, None, None, None


def _width(mention: DateMention) -> timedelta:
    if mention.date_start is None or mention.date_end is None:
        return timedelta.max
    return mention.date_end - mention.date_start


def _is_background(drafts: Sequence[Draft], start: date | None, end: date | None, report: Report) -> bool:
    if all(d.is_past_perfect for d in drafts):
        return True
    if start is None:  # "a few days ago"; but "on Monday" in a report without a date may be news
        return any(d.date is not None and not d.date.rule.endswith(NO_DATE) for d in drafts)
    return report.published is not None and end is not None and (report.published - end).days >= _OLD_DAYS


def _sources(drafts: Sequence[Draft], clues: _Clues) -> tuple[str, ...]:
    names: list[str] = []
    for draft in drafts:
        found = draft.found
        for match in found.matches.of("source"):
            if match.value.name not in names and found.has("say", match.first - 6, match.last + 4):
                names.append(match.value.name)
                clues.add(f"attributed_to[{len(names) - 1}]", *found.chars(match.first, match.last), "cited")
    return tuple(names)


def reject(drafts: Sequence[Draft], reason: Reason, event: Event | None, normal: Normal) -> Rejection:
    """The rejection of a happening: its first sentence, the reason, and what was read of it."""
    sentence = drafts[0].found.sentence
    start, end = normal.back(sentence.start, sentence.end)
    return Rejection(start, end, normal.original[start:end], reason, event)
