"""Report -> Events and Rejections: rules over data, one stage a package, each built on those before it.

``story`` finds what of a page is told; ``counts``, ``dates``, ``places`` and ``groups`` what its sentences
name, ``mentions`` all of it at once; ``clauses`` ties words to verbs, ``roles`` tells who did what to whom,
``realis`` whether it happened, ``losses`` who was hurt, ``whereabouts`` where; ``senses`` rules out words
that tell of nothing here; ``happenings`` sorts, merges and builds events; ``confidence`` weighs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from core.extract.confidence import assured
from core.extract.dates import resolve_anaphoric
from core.extract.happenings.authors import with_authors
from core.extract.happenings.build import build_event, reject
from core.extract.happenings.context import Memory
from core.extract.happenings.dated_after import with_day
from core.extract.happenings.drafts import Draft, drafts_of
from core.extract.happenings.joined import Told, joined
from core.extract.happenings.merge import LOSS_RANK, merge
from core.extract.happenings.pieces import pieces_of
from core.extract.happenings.totals import Totals
from core.extract.language import READ, language_of
from core.extract.mentions import Found, find_mentions
from core.extract.story import Passage, find_story, parts_of
from core.lexicon import Lexicon
from core.model import Event, Reading, Reason, Rejection, Report, content_id
from core.text import Normal, normalise, sentences_of

_ASIDE = {"comment": Reason.COMMENT, "page_furniture": Reason.PAGE_FURNITURE}
LEAST_SURE = 0.3  # where labels have it that leaving out gains more than it loses (benchmarks.calibrate)
_READ = frozenset({"story", "headline"})


def read_report(report: Report, lexicon: Lexicon, least_sure: float = LEAST_SURE) -> Reading:
    """The events and rejections of a report; the same report and lexicon give the same reading.

    Events of a confidence below ``least_sure`` are listed beside the others, as rejections.
    """
    language = report.language or language_of(report.text, lexicon)
    if language not in READ:
        whole = Rejection(0, len(report.text), report.text, Reason.LANGUAGE)
        return Reading(report.report_id, language, (), (whole,))
    normal = normalise(report.text)
    passages = find_story(normal.text, report.title)
    found = _found(normal, passages, report, lexicon)
    memory = Memory(lexicon, report.published)
    drafts: list[Draft] = []
    totals = Totals()
    for sentence in found:
        told = [memory.resolved(draft) for draft in totals.judged(sentence, drafts_of(sentence, lexicon))]
        drafts = with_day(told, with_authors(told, drafts, sentence, lexicon), sentence)
        memory.remember(sentence, told)
    events: list[Told] = []
    rejections = _set_aside(normal, passages)
    for draft in drafts:
        if draft.reason is not None:
            event = build_event((draft,), report, normal, lexicon)
            rejections.append(_reject((draft,), draft.reason, event, normal, lexicon))
    for happening in merge((d for d in drafts if d.reason is None), lexicon):
        event = build_event(happening, report, normal, lexicon)
        if event.place is None or event.place.feature_type == "country" or _is_vague(happening):
            rejections.append(_reject(happening, Reason.UNPLACED, event, normal, lexicon))
        else:
            events.append((event, happening))
    events = joined(events, lambda drafts: build_event(drafts, report, normal, lexicon))
    drawn = {h[0].family for e, h in events if _is_drawn(e)}
    kept: list[Told] = []
    for event, happening in events:
        sums_up = not _is_drawn(event) and happening[0].family in drawn
        if sums_up or _is_elsewhere(event, lexicon):
            rejections.append(_reject(happening, Reason.UNPLACED, event, normal, lexicon))
        else:
            kept.append((event, happening))
    judged = assured(_against_lead([e for e, _ in kept]), lexicon.weights)
    rejections += [
        reject(happening, Reason.UNPLACED, event, normal)
        for event, (_, happening) in zip(judged, kept, strict=True)
        if event.confidence < least_sure
    ]
    sure = [event for event in judged if event.confidence >= least_sure]
    return Reading(report.report_id, language, _numbered(sure), tuple(rejections))


def _reject(
    drafts: tuple[Draft, ...], reason: Reason, event: Event, normal: Normal, lexicon: Lexicon
) -> Rejection:
    """The rejection of a happening whose event is as sure as one told alone."""
    [alone] = assured([event], lexicon.weights)
    return reject(drafts, reason, alone, normal)


def _is_drawn(event: Event) -> bool:
    """Whether an event has a place on the map: "in the east of the country" has none, and where the report
    places others of its family it only sums them up."""
    return event.place is not None and event.place.latitude is not None


def _is_of_area(event: Event, lexicon: Lexicon) -> bool:
    """Whether an event has to do with the governorate that the gazetteer covers whole: it is there, or goes
    there, comes from there or through it."""
    ends = (event.place, event.origin, event.destination, *event.via)
    return any(end is not None and end.place_id in lexicon.in_area for end in ends)


def _is_elsewhere(event: Event, lexicon: Lexicon) -> bool:
    """Whether an event is drawn outside that governorate: it is listed beside the map."""
    return _is_drawn(event) and not _is_of_area(event, lexicon)


def _is_vague(happening: tuple[Draft, ...]) -> bool:
    """Losses told with neither place nor day: of what, nobody can say."""
    return all(
        d.rank < LOSS_RANK and d.place is None and d.date is None and not d.context.is_referred
        for d in happening
    )


def _set_aside(normal: Normal, passages: tuple[Passage, ...]) -> list[Rejection]:
    """Reader comments and page furniture, each passage with its reason."""
    found = []
    for passage in passages:
        if passage.kind in _ASIDE and normal.text[passage.start : passage.end].strip():
            start, end = normal.back(passage.start, passage.end)
            found.append(Rejection(start, end, normal.original[start:end], _ASIDE[passage.kind]))
    return found


def _against_lead(events: list[Event]) -> list[Event]:
    """The events, those wholly before the day of the first one told marked as its background."""
    lead = events[0].date_start if events else None
    if lead is None:
        return events
    return [
        replace(event, is_background=True) if event.date_end is not None and event.date_end < lead else event
        for event in events
    ]


def _numbered(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with ids of their own: the ordinal tells those of one trigger and sentence apart."""
    seen: Counter[str] = Counter()
    found = []
    for event in events:
        ordinal = seen[event.event_id]
        seen[event.event_id] += 1
        own = content_id(event.event_id, str(ordinal))
        found.append(replace(event, event_id=own) if ordinal else event)
    return tuple(found)


def _found(normal: Normal, passages: tuple[Passage, ...], report: Report, lexicon: Lexicon) -> list[Found]:
    found: list[Found] = []
    index = 0
    for passage in passages:
        if passage.kind not in _READ:
            continue
        for sentence in parts_of(sentences_of(normal.text, passage.start, passage.end, index), index):
            is_headline = passage.kind == "headline"
            whole = find_mentions(sentence, lexicon, report.published, is_headline)
            for part in pieces_of(whole):
                one = part if part.index == index else replace(part, index=index)
                found.append(
                    whole._replace(sentence=one)
                    if part is whole.sentence
                    else find_mentions(one, lexicon, report.published, is_headline)
                )
                index += 1
    return _counted_out(found, report.published)


def _counted_out(found: list[Found], published: date | None) -> list[Found]:
    """The sentences with "a day earlier" and the like counted from the days told before."""
    if not any(date.kind == "anaphoric" for sentence in found for date in sentence.dates):
        return found
    told = iter(resolve_anaphoric((m for sentence in found for m in sentence.dates), published))
    return [s._replace(dates=tuple(next(told) for _ in s.dates)) if s.dates else s for s in found]
