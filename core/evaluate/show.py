"""The comparison for a person: a table of figures, and the errors with their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from core.evaluate.figures import LABELS
from core.evaluate.gold import COUNTS, GoldEvent
from core.evaluate.score import ReportScore
from core.model import Event
from core.text import normalise, sentences_of

_FEW = 30


def table(part: str, languages: Mapping[str, Any]) -> str:
    """The figures of one part, a line each, a column for each language (``by_language`` objects)."""
    width = max(len(label) for label in LABELS.values())
    counts = ", ".join(
        f"{name}: {entry['reports']} reports, {entry['labels']} labels" for name, entry in languages.items()
    )
    lines = [f"{part} ({counts})", " " * width + "".join(f"  {name:^24}" for name in languages)]
    for name, label in LABELS.items():
        cells = "".join(f"  {_cell(entry['figures'][name]):<24}" for entry in languages.values())
        lines.append(f"{label:<{width}}{cells}".rstrip())
    return "\n".join([*lines, f"(95 % intervals; * fewer than {_FEW} cases)"])


def _cell(figure: Mapping[str, Any]) -> str:
    if figure["value"] is None:
        return "-"
    star = "*" if figure["cases"] < _FEW else " "
    return f"{figure['value']:.3f}{star}[{figure['low']:.2f}-{figure['high']:.2f}] {figure['cases']:>4}"


def errors(scores: Sequence[ReportScore]) -> Iterator[str]:
    """Every miss, extra and wrong field of the given reports, a block for each report that has one."""
    for score in scores:
        lines = [*_misses(score), *_extras(score), *_wrong(score)]
        if lines:
            yield "\n".join([f"== {score.report.report_id} (published {score.report.published})", *lines, ""])


def _misses(score: ReportScore) -> Iterator[str]:
    for index in score.misses:
        label = score.gold.events[index]
        yield f"MISS  {_label(label)}\n      | {label.evidence}"
        near = [
            event
            for event, row in zip(score.reading.events, score.table, strict=True)
            if row[index].same_words or (row[index].place and row[index].date)
        ]
        for event in near:
            yield f"      ~ read as {_event(event)}"
        for rejection in score.reading.rejections:
            start = score.report.text.find(label.evidence)
            if start >= 0 and start <= rejection.start < start + len(label.evidence):
                yield f"      ~ rejected as {rejection.reason}: {rejection.text}"


def _extras(score: ReportScore) -> Iterator[str]:
    for index in score.extras:
        event = score.reading.events[index]
        yield f"EXTRA {_event(event)}\n      | {_sentence(score.report.text, event)}"


def _wrong(score: ReportScore) -> Iterator[str]:
    for index, label_index in score.loose:
        event, label, pair = (
            score.reading.events[index],
            score.gold.events[label_index],
            score.table[index][label_index],
        )
        wrong = []
        if not pair.type:
            wrong.append(f"type {event.event_type}, not {'/'.join(label.types)}")
        if not pair.date:
            told = f"{label.date_start}..{label.date_end}"
            wrong.append(f"date {event.date_start}..{event.date_end} ({event.date_text}), not {told}")
        wrong += [
            f"{name} {_bounds(getattr(event, name))}, not {_bounds(label.counts[name])}"
            for name in COUNTS
            if name not in pair.counts_exact
        ]
        if not pair.initiator:
            wrong.append(f"actors {_actors(event)}, not {_told_actors(label)}")
        if wrong:
            sentence = _sentence(score.report.text, event)
            yield f"WRONG {'; '.join(wrong)}\n      | {sentence}\n      = {_label(label)}"


def _event(event: Event) -> str:
    place = f"{event.place.name} ('{event.place.as_written}')" if event.place else "nowhere"
    counts = [f"{name} {_bounds(getattr(event, name))}" for name in COUNTS if getattr(event, name)]
    return ", ".join(
        [
            event.event_type,
            place,
            f"{event.date_start}..{event.date_end}",
            _actors(event),
            *counts,
            f"p={event.confidence}",
        ]
    )


def _label(label: GoldEvent) -> str:
    counts = [f"{name} {_bounds(bounds)}" for name, bounds in label.counts.items() if bounds]
    dates = f"{label.date_start}..{label.date_end}"
    return ", ".join(["/".join(label.types), "/".join(label.places), dates, _told_actors(label), *counts])


def _actors(event: Event) -> str:
    return " + ".join(f"{actor.name}:{actor.role}" for actor in event.actors) or "nobody"


def _told_actors(label: GoldEvent) -> str:
    return " + ".join(f"{name}:{role}" for name, role in label.actors) or "nobody"


def _bounds(value: Any) -> str:
    if value is None:
        return "none"
    low, high = (value.low, value.high) if hasattr(value, "low") else value
    return f"{low}..{'' if high is None else high}"


def _sentence(text: str, event: Event) -> str:
    """The sentence of the trigger, or of the first evidence, as the report has it."""
    spans = [item for item in event.evidence if item.field == "trigger"] or list(event.evidence)
    if not spans:
        return ""
    normal = normalise(text)
    for sentence in sentences_of(normal.text):
        start, end = normal.back(sentence.start, sentence.end)
        if start <= spans[0].start < end:
            return normal.slice(sentence.start, sentence.end)
    return spans[0].text
