"""What of a pasted page is the story, and what is headline, caption, comment or page furniture.

A real paragraph taken for furniture costs an event, a line of furniture taken for story seldom
does: so each rule needs a cue phrase from ``data/page_furniture.csv`` or a page whose other
lines are plainly paragraphs, and what no rule claims is story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from core.extract._layout import Line, is_title_case, lines_of, repeats, resembles, restates
from core.lexicon.page_cues import PageCues, load_page_cues
from core.text import Sentence

PAGE_CUES = Path(__file__).resolve().parents[2] / "data" / "page_furniture.csv"
STORY, HEADLINE, CAPTION, COMMENT, FURNITURE = "story", "headline", "caption", "comment", "page_furniture"
_SECTION = {"furniture": FURNITURE, "caption": CAPTION, "related": FURNITURE, "comments": FURNITURE}
_REGULAR, _STOPS = 0.5, 0.8
_SHORT, _MENU, _NAME = 8, 6, 5
_ENOUGH_STORY = 12
_LONGEST_CUE, _LONGEST_CAPTION = 25, 45
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
    claimed = [index for index in range(first) if kinds[index]]
    following = [line.text for line in lines[first : first + 3]]
    for index in range(first):
        line, others = lines[index], [lines[i].text for i in range(first) if i != index]
        if kinds[index]:
            continue
        is_known = HEADLINE in kinds[:index]
        is_above_chrome = any(index < later for later in claimed) and not is_known and not line.has_clock
        if _is_headline(line, title, others, [] if is_known else following, is_above_chrome):
            kinds[index] = HEADLINE
        elif line.has_stop or line.ends_open:
            continue
        elif line.n_words <= 3 or line.has_clock:
            kinds[index] = FURNITURE
        elif is_known and keeps_stops:
            kinds[index] = CAPTION
    for index in range(first):
        line = lines[index]
        if (
            not kinds[index]
            and not line.has_stop
            and line.n_words <= _MENU
            and HEADLINE in kinds[index:first]
        ):
            kinds[index] = FURNITURE
    if title and lines[first].n_words <= 30 and _has_story_below(lines, kinds, first):
        kinds[first] = HEADLINE if resembles(lines[first].text, title) else kinds[first]


def _is_headline(
    line: Line, title: str | None, others: Sequence[str], following: Sequence[str], is_above_chrome: bool
) -> bool:
    """A line above the story that says the title, is said twice, is set like a title, sums up what
    follows, or stands over a date or a caption."""
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
    for index in range(first + 1, last):
        line = lines[index]
        if not kinds[index] and not line.has_stop and not line.ends_open and line.n_words <= _SHORT:
            kinds[index] = STORY if _is_list_item(lines, index) else HEADLINE


def _tail(lines: Sequence[Line], kinds: list[str], last: int, keeps_stops: bool) -> None:
    """Below the last paragraph: names, tags, other headlines; a lone long line may be the story's end."""
    loose = [
        index
        for index in range(last + 1, len(lines))
        if not kinds[index] and not lines[index].has_stop and not _is_list_item(lines, index)
    ]
    for index in loose:
        if lines[index].n_words <= _SHORT or (keeps_stops and len(loose) > 1):
            kinds[index] = FURNITURE


def _is_list_item(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is an item of a list that a line ending in a colon opened."""
    while index and lines[index].is_item:
        index -= 1
    return lines[index].ends_open or (index > 0 and lines[index - 1].ends_open)


def _comments_without_a_mark(
    lines: Sequence[Line], marks: Sequence[str], kinds: list[str], first: int, cues: PageCues
) -> None:
    """Readers' talk below the story that no heading announces: told by how it is written and laid out.

    The boundary is where the balance of opinion over reporting below it is greatest; it must lie at
    a wide gap, a name on a line of its own or a list of other pages, or be beyond doubt.
    """
    open_lines = [index for index in range(first + 1, len(lines)) if not kinds[index]]
    has_layout = any(_is_break(lines, marks, index) for index in open_lines)
    if not has_layout and sum(line.text.count(sign) for line in lines for sign in "!?؟") < _EXCITED:
        return
    scores = {index: _opinion(lines[index], cues) for index in open_lines}
    if sum(score > 0 for score in scores.values()) == 0:
        return
    best, boundary = 0.0, None
    for place, index in enumerate(open_lines):
        below = open_lines[place:]
        talk = [scores[i] for i in below if not _is_name(lines[i])]
        is_break = _is_break(lines, marks, index)
        has_names = any(_is_name(lines[i]) for i in below) and len(below) > 1
        if not talk or (scores[index] <= 0 and not is_break):
            continue
        share = sum(score > 0 for score in talk) / len(talk)
        total = sum(score - 0.25 for score in talk)
        is_sure = total >= 5 and share >= 0.7 and len(talk) > 1
        if share >= 0.5 and total >= 0.75 and (is_break or has_names or is_sure) and total + is_break > best:
            best, boundary = total + is_break, index
    if boundary is not None:
        for index in open_lines:
            if index >= boundary:
                kinds[index] = COMMENT


def _is_break(lines: Sequence[Line], marks: Sequence[str], index: int) -> bool:
    widest = max((line.gap for line in lines[1:index]), default=0)
    is_wide = lines[index].gap >= 2 and lines[index].gap > widest
    return is_wide or _is_name(lines[index]) or marks[index - 1] in ("related", "furniture")


def _is_name(line: Line) -> bool:
    """Whether a line could be no more than a name: a few capitalised words without a stop."""
    words = re.sub(r"^[•·*-]\s*", "", line.text).split()
    return (
        len(words) <= _NAME
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
