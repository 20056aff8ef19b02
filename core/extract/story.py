"""What of a pasted page is the story, and what is headline, caption, comment or page furniture.

A real paragraph taken for furniture costs an event, a line of furniture taken for story seldom
does: so each rule needs a cue phrase from ``data/page_furniture.csv`` or a page whose other
lines are plainly paragraphs, and what no rule claims is story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from core.extract._layout import Line, is_title_case, lines_of, repeats, resembles, restates
from core.lexicon.page_cues import PageCues, load_page_cues
from core.text import Sentence, Token, tokens_in

PAGE_CUES = Path(__file__).resolve().parents[2] / "data" / "page_furniture.csv"
STORY, HEADLINE, CAPTION, COMMENT, FURNITURE = "story", "headline", "caption", "comment", "page_furniture"
_SECTION = {"furniture": FURNITURE, "caption": CAPTION, "related": FURNITURE, "comments": FURNITURE}
_REGULAR, _STOPS = 0.5, 0.8
_SHORT, _MENU, _NAME, _NEAR = 8, 6, 5, 8
_HEADLINE = 25  # words
_ENOUGH_STORY = 12
_LONGEST_CUE, _LONGEST_CAPTION = 25, 70
_EXCITED = 2
_LONGEST_DATELINE = 90


class Passage(NamedTuple):
    """A stretch ``start:end`` of the normalised text; ``kind`` is one of the five above."""

    start: int
    end: int
    kind: str


@cache
def _cues() -> PageCues:
    return load_page_cues(PAGE_CUES)


def find_story(text: str, title: str | None = None, cues: PageCues | None = None) -> tuple[Passage, ...]:
    """Passages that cover a normalised text in order; a text of plain paragraphs is all story.

    ``title`` (as given, if known) helps to tell its repetition; ``cues`` replaces the table.
    """
    lines = lines_of(text)
    if not lines:
        return ()
    return _passages(lines, _kinds(lines, title, cues or _cues()), len(text))


def dateline_of(sentence: Sentence, cues: PageCues | None = None) -> tuple[int, int] | None:
    """``start, end`` in the normalised text of a dateline that opens a sentence, else ``None``.

    Its place is where the writer sits ("DEIR EZ-ZOR, Syria (North Press) -", "دير الزور - عنب بلدي").
    """
    found = (cues or _cues()).patterns["dateline"].match(sentence.text[:_LONGEST_DATELINE])
    if found is None or found.end() >= len(sentence.text):
        return None
    return sentence.start, sentence.start + len(found.group().rstrip())


def parts_of(sentences: Iterable[Sentence], index: int = 0) -> Iterator[Sentence]:
    """The sentences, cut where one goes on with another report ("..., and SOHR published yesterday that");
    numbered from ``index``."""
    breaks = _cues().patterns["break"]
    for sentence in sentences:
        cuts = [sentence.start + m.end() for m in breaks.finditer(sentence.text)]
        for tokens in _cut(sentence, cuts):
            first, last = tokens[0].start, tokens[-1].end
            if (first, last, index) == (sentence.start, sentence.end, sentence.index):
                yield sentence
            else:
                text = sentence.text[first - sentence.start : last - sentence.start]
                yield replace(sentence, start=first, end=last, text=text, tokens=tokens, index=index)
            index += 1


def _cut(sentence: Sentence, cuts: Sequence[int]) -> Iterable[tuple[Token, ...]]:
    """The tokens before, between and behind some offsets, where there are any."""
    if not cuts:
        return (sentence.tokens,)
    spans = pairwise((sentence.start, *cuts, sentence.end))
    parts = (tokens_in(sentence.tokens, start, end) for start, end in spans)
    return [sentence.tokens[part.start : part.stop] for part in parts if part]


def _passages(lines: Sequence[Line], kinds: Sequence[str], length: int) -> tuple[Passage, ...]:
    """Neighbours of one kind joined; blank lines belong to what stands before them."""
    found: list[Passage] = []
    for line, kind in zip(lines, kinds, strict=True):
        start = line.start if found else 0
        if found and found[-1].kind == kind:
            continue
        if found:
            found[-1] = found[-1]._replace(end=start)
        found.append(Passage(start, length, kind))
    return tuple(found)


def _kinds(lines: Sequence[Line], title: str | None, cues: PageCues) -> list[str]:
    """The kind of each line."""
    marks = [_mark(line, cues) for line in lines]
    body = [index for index, line in enumerate(lines) if line.is_paragraph and not marks[index]]
    if not body:
        # Nothing reads like a paragraph: a list, a tweet. Only what a cue names goes, unless it is all.
        return [_SECTION.get(mark, STORY) for mark in marks] if not all(marks) else [STORY] * len(lines)
    first = body[0]
    kinds = [_SECTION.get(mark, "") for mark in marks]
    _comments_after_a_mark(lines, marks, kinds, first)
    if COMMENT not in kinds:
        _comments_without_a_mark(lines, marks, kinds, first, cues)
    _related_pages(lines, marks, kinds)
    if _is_regular(lines, kinds):
        last = max(index for index in body if kinds[index] in ("", STORY) or index == first)
        keeps_stops = sum(lines[index].has_stop for index in body) >= _STOPS * len(body)
        _head(lines, kinds, first, title, keeps_stops)
        _middle(lines, kinds, first, last)
        _tail(lines, kinds, last, keeps_stops and len(body) > 1)
    else:
        _title_lines(lines, kinds, title)
    return [kind or STORY for kind in kinds]


def _mark(line: Line, cues: PageCues) -> str:
    """The cue that a line is, ``""`` if none. Longer sentences can be captions at most, long paragraphs
    nothing: what the patterns cost on them would be for nothing."""
    if line.is_paragraph and line.n_words > _LONGEST_CAPTION:
        return ""
    if line.has_stop and line.n_words > _LONGEST_CUE and not any(sign in line.text for sign in "|©"):
        return "caption" if cues.patterns["caption"].fullmatch(line.text) else ""
    return cues.kind_of(line.text) or ""


def _is_regular(lines: Sequence[Line], kinds: Sequence[str]) -> bool:
    """Whether most of the unclaimed words stand in paragraphs, so that other lines stick out."""
    words = [(line.n_words, line.is_paragraph) for line, kind in zip(lines, kinds, strict=True) if not kind]
    total = sum(n for n, _ in words)
    return total > 0 and sum(n for n, is_paragraph in words if is_paragraph) >= _REGULAR * total


def _comments_after_a_mark(lines: Sequence[Line], marks: Sequence[str], kinds: list[str], first: int) -> None:
    """ "3 Comments", "Leave a reply": what follows is the readers', once enough story stands before."""
    words = 0
    for index, line in enumerate(lines):
        if marks[index] == "comments" and index > first and words >= _ENOUGH_STORY:
            for later in range(index + 1, len(lines)):
                kinds[later] = kinds[later] or COMMENT
            return
        words += line.n_words if not marks[index] and line.is_paragraph else 0


def _related_pages(lines: Sequence[Line], marks: Sequence[str], kinds: list[str]) -> None:
    """ "Related news": the headlines and teasers after it, until a full paragraph goes on with the story."""
    is_open = False
    for index, line in enumerate(lines):
        if marks[index] == "related":
            is_open = True
        elif is_open and not kinds[index]:
            if line.is_full_paragraph:
                is_open = False
            else:
                kinds[index] = FURNITURE


def _head(lines: Sequence[Line], kinds: list[str], first: int, title: str | None, keeps_stops: bool) -> None:
    """Above the first paragraph: menus, headline, deck and caption."""
    last_chrome = max((index for index in range(first) if kinds[index]), default=-1)
    following = [line.text for line in lines[first : first + 3]]
    last_headline = -1
    for index in range(first):
        line = lines[index]
        if kinds[index]:
            continue
        is_known = last_headline >= 0
        is_above_chrome = index < last_chrome and not is_known and not line.has_clock
        is_set_apart = index == 0 and first == 1 and lines[first].gap > 0 and line.n_words <= _HEADLINE
        near = [
            lines[i].text for i in range(max(0, index - _NEAR), min(first, index + _NEAR + 1)) if i != index
        ]
        if _is_headline(line, title, near, [] if is_known else following, is_above_chrome or is_set_apart):
            kinds[index], last_headline = HEADLINE, index
        elif line.has_stop or line.ends_open:
            continue
        elif line.n_words <= 3 or line.has_clock:
            kinds[index] = FURNITURE
        elif is_known and keeps_stops:
            kinds[index] = CAPTION
    for index in range(last_headline):
        if not kinds[index] and not lines[index].has_stop and lines[index].n_words <= _MENU:
            kinds[index] = FURNITURE
    if title and lines[first].n_words <= 30 and _has_story_below(lines, kinds, first):
        kinds[first] = HEADLINE if resembles(lines[first].text, title) else kinds[first]


def _is_headline(
    line: Line, title: str | None, others: Sequence[str], following: Sequence[str], is_above_chrome: bool
) -> bool:
    """A line above the story that says the title, is said twice, is set like a title, sums up what
    follows, or stands over a date or a caption or alone over the story."""
    if (title and resembles(line.text, title)) or any(repeats(line.text, other) for other in others):
        return True
    if line.has_stop or line.ends_open or line.n_words < 4:
        return False
    return is_title_case(line.text) or restates(line.text, following) or is_above_chrome


def _has_story_below(lines: Sequence[Line], kinds: Sequence[str], index: int) -> bool:
    return any(
        line.is_paragraph and not kind
        for line, kind in zip(lines[index + 1 :], kinds[index + 1 :], strict=True)
    )


def _title_lines(lines: Sequence[Line], kinds: list[str], title: str | None) -> None:
    """On a page without plain paragraphs only a repeated title is told apart."""
    for index, line in enumerate(lines):
        if (
            title
            and not kinds[index]
            and resembles(line.text, title)
            and _has_story_below(lines, kinds, index)
        ):
            kinds[index] = HEADLINE


def _middle(lines: Sequence[Line], kinds: list[str], first: int, last: int) -> None:
    """Between paragraphs: short lines without a stop are headings, unless a list stands there."""
    listed = _list_items(lines)
    for index in range(first + 1, last):
        line = lines[index]
        if not kinds[index] and not line.has_stop and not line.ends_open and line.n_words <= _SHORT:
            kinds[index] = STORY if listed[index] else HEADLINE


def _tail(lines: Sequence[Line], kinds: list[str], last: int, keeps_stops: bool) -> None:
    """Below the last paragraph: names, tags, other headlines; a lone long line may be the story's end."""
    listed = _list_items(lines)
    loose = [
        index
        for index in range(last + 1, len(lines))
        if not (kinds[index] or listed[index] or lines[index].has_stop or lines[index].ends_open)
    ]
    for index in loose:
        if lines[index].n_words <= _SHORT or (keeps_stops and len(loose) > 1):
            kinds[index] = FURNITURE


def _list_items(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it is an item of a list that a line ending in a colon opened."""
    listed: list[bool] = []
    for index, line in enumerate(lines):
        is_first = index > 0 and lines[index - 1].ends_open
        listed.append(is_first or (line.is_item and index > 0 and listed[-1]))
    return listed


def _comments_without_a_mark(
    lines: Sequence[Line], marks: Sequence[str], kinds: list[str], first: int, cues: PageCues
) -> None:
    """Readers' talk below the story that no heading announces: told by how it is written and laid out.

    The boundary is where the balance of opinion over reporting below it is greatest; it must lie at
    a wide gap, a name on a line of its own or a list of other pages, or be beyond doubt.
    """
    open_lines = [index for index in range(first + 1, len(lines)) if not kinds[index]]
    breaks = _breaks(lines, marks) & set(open_lines)
    if not breaks and sum(line.text.count(sign) for line in lines for sign in "!?؟") < _EXCITED:
        return
    best, boundary = 0.0, None
    n_talk = n_lines = n_names = 0
    total = 0.0
    for index in reversed(open_lines):
        score = _opinion(lines[index], cues)
        if _is_name(lines[index]):
            n_names += 1
        else:
            n_lines, n_talk, total = n_lines + 1, n_talk + (score > 0), total + score - 0.25
        is_break = index in breaks
        if not n_lines or (score <= 0 and not is_break):
            continue
        share = n_talk / n_lines
        is_sure = total >= 5 and share >= 0.7 and n_lines > 1
        has_names = n_names > 0 and n_names + n_lines > 1
        if share >= 0.5 and total >= 0.75 and (is_break or has_names or is_sure) and total + is_break >= best:
            best, boundary = total + is_break, index
    for index in open_lines if boundary is not None else ():
        kinds[index] = kinds[index] if index < (boundary or 0) else COMMENT


def _breaks(lines: Sequence[Line], marks: Sequence[str]) -> set[int]:
    """Lines where a page changes over: the widest gap so far, a name alone, below chrome."""
    found: set[int] = set()
    widest = 0
    for index, line in enumerate(lines):
        is_wide = line.gap >= 2 and line.gap > widest
        if index and (is_wide or _is_name(line) or marks[index - 1] in ("related", "furniture")):
            found.add(index)
        widest = max(widest, line.gap if index else 0)
    return found


def _is_name(line: Line) -> bool:
    """Whether a line could be no more than a name: a few capitalised words without a stop."""
    words = re.sub(r"^[•·*-]\s*", "", line.text).split()
    return (
        0 < len(words) <= _NAME
        and not line.has_stop
        and not line.ends_open
        and bool(re.match(r"[A-Z\u0621-\u064a@(]", words[0]))
    )


def _opinion(line: Line, cues: PageCues) -> int:
    """How a line reads: above 0 like a reader's talk, below 0 like a report; quotations are left out."""
    own = re.sub(r'"[^"]*"', " ", line.text)
    talk = sum(1 for _ in cues.patterns["opinion"].finditer(own))
    report = sum(1 for _ in cues.patterns["report"].finditer(own))
    return min(talk, 3) - min(report, 2)
