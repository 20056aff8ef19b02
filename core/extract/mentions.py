"""All that one sentence mentions, found once and passed from stage to stage."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import wraps
from itertools import pairwise
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from core.extract.counts import CountMention, find_counts
from core.extract.dates import DateMention, find_dates
from core.extract.groups import Group, groups_of
from core.extract.groups.group_lists import with_lists, without_details
from core.extract.groups.named import with_named, without_names
from core.extract.groups.persons import with_persons
from core.extract.noun_or_verb import NAMES, is_harmed, is_noun, is_verb
from core.extract.places import PlaceMention, places_of
from core.extract.places.roads import along_roads
from core.extract.story import dateline_of
from core.lexicon import Lexicon
from core.lexicon.matcher import Match, Matches, bits, has_any, is_flagged
from core.lexicon.triggers import Form, Trigger
from core.text import Sentence, Token, tokens_in

P = ParamSpec("P")
T = TypeVar("T")


class Hit(NamedTuple):
    """Tokens ``first`` to ``last`` are a written form of ``trigger``; ``others`` are its further senses.

    ``prefix`` is what is written onto its first word.
    """

    first: int
    last: int
    trigger: Trigger
    tense: str
    others: tuple[Form, ...] = ()
    prefix: str = ""


class Found(NamedTuple):
    """A sentence with its mentions; token indexes count inside the sentence. ``known``: what was asked of
    it and its hits already (see :func:`asked_once`). ``seat``: the place of its dateline, where the writer
    sits."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    matches: Matches
    hits: tuple[Hit, ...]
    groups: tuple[Group, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    counts: tuple[CountMention, ...]
    cues: dict[str, int]
    is_headline: bool
    barriers: int
    known: dict[Hashable, tuple[Hit, Any]]
    seat: PlaceMention | None

    def has(self, name: str, first: int, last: int) -> bool:
        """Whether a cue of class ``name`` stands on any token ``first`` to ``last``, both included."""
        flags = self.cues.get(name, 0)
        return flags != 0 and last >= 0 and (flags & ((2 << last) - 1)) >> (first if first > 0 else 0) != 0

    def has_any(self, names: Iterable[str], first: int, last: int) -> bool:
        """Whether a cue of one of some classes stands on any token ``first`` to ``last``, both included."""
        return has_any(self.cues, names, first, last)

    def each(self, name: str) -> Sequence[int]:
        """The tokens of the cues of class ``name``, in order."""
        flags = self.cues.get(name, 0)
        return [i for i in range(flags.bit_length()) if flags >> i & 1] if flags else ()

    def first(self, name: str) -> int | None:
        """The first token of a cue of class ``name``, ``None`` where there is none."""
        flags = self.cues.get(name, 0)
        return (flags & -flags).bit_length() - 1 if flags else None

    def last(self, name: str, first: int, last: int) -> int | None:
        """The last token from ``first`` to ``last``, both included, of a cue of class ``name``."""
        flags = self.cues.get(name, 0) & ((2 << last) - 1 if last >= 0 else 0)
        at = flags.bit_length() - 1
        return at if at >= 0 and at >= first else None

    def barrier(self, first: int, last: int) -> bool:
        """Whether a clause ends between two tokens: a conjunction, a relative word, ``;`` or ``:``."""
        return self.barriers != 0 and is_flagged(self.barriers, first, last)

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """``start, end`` in the normalised text of tokens ``first`` to ``last``."""
        return self.tokens[first].start, self.tokens[last].end


def asked_once(
    answer: Callable[Concatenate[Found, Hit, P], T],
) -> Callable[Concatenate[Found, Hit, P], T]:
    """A function of a sentence and a hit that is worked out only when it is first asked.

    The stages put the same questions (whose subject, passive or not) to a hit over and over. The answer is
    kept with the hit, so that no other hit can take its place in memory.
    """

    @wraps(answer)
    def known(found: Found, hit: Hit, /, *more: P.args, **named: P.kwargs) -> T:
        key = (answer, id(hit), more, *named.items())
        if key not in found.known:
            found.known[key] = hit, answer(found, hit, *more, **named)
        told: T = found.known[key][1]
        return told

    return known


_SIDED = frozenset({"pro", "anti"})
_SPEAKERS = frozenset({"leader", "official"})
_VERBS = frozenset({"be", "present"})


def find_mentions(sentence: Sentence, lexicon: Lexicon, published: date | None, is_headline: bool) -> Found:
    """The mentions of one sentence. Dates and groups are sought only where a trigger stands."""
    tokens = sentence.tokens
    matches = lexicon.matcher.find(tokens)
    if [match for match in matches.of("actor") if match.value.shared]:
        dated = [_dated(match, tokens, lexicon, published) for match in matches.of("actor")]
        matches = matches.replaced("actor", dated)
    dates = find_dates(sentence, lexicon.date_words, published)
    taken = _covered(tokens, dates)
    plain = _hits(tokens, matches)
    every = sorted([*plain, *_in_gaps(tokens, plain, lexicon)], key=lambda hit: hit.first)
    hits = [hit for hit in every if not taken >> hit.first & 1]
    counts = find_counts(sentence, lexicon.number_words) if hits else ()
    if dates:
        counts = tuple(count for count in counts if not _inside(count.start, dates))
    outlets = [tokens[m.last] for m in matches.of("source") if tokens[m.last].kind == "n"]
    if outlets:  # "Deir Ezzor 24"
        counts = tuple(c for c in counts if not any(c.start <= t.start < c.end for t in outlets))
    named = along_roads(places_of(tokens, matches, counts, lexicon), tokens, matches, lexicon)
    people = without_details(groups_of(tokens, matches, counts, lexicon), tokens)
    known = taken | sum(bits(p.first, p.last) for p in named)
    people = with_persons(people, tokens, matches, known, is_headline)
    spoken_of = with_lists(people, tokens, matches, lexicon)
    groups = with_named(spoken_of, tokens, matches)
    dateline = dateline_of(sentence) if named else None
    starts = {p.first for p in named}  # "A and al-Sheikh X": the next place, no sheikh
    offices = frozenset([g.begin for g in groups if g.kind in _SPEAKERS and g.begin not in starts])
    places = [
        p
        for p in named
        if (not dateline or tokens[p.first].start >= dateline[1])
        and not _is_of_office(p, offices, tokens, matches)
    ]
    seats = [p for p in named if dateline and tokens[p.first].start < dateline[1] and p.is_home]
    placed = {i for p in places if p.last > p.first for i in range(p.first, p.last + 1)}
    hits = [hit for hit in hits if hit.first not in placed]  # "Al-Bukamal crossing"
    groups = [
        g
        for g in _without_verbs(groups, hits, matches)
        if not (g.first in placed and g.last in placed)  # "Jadid Bakkarah"
        and not (g.kind == "name" and g.begin and tokens[g.begin - 1].low in _SIDED)  # "pro-SDF media"
    ]
    ends = {date.end for date in dates if date.kind in {"vague", "anaphoric", "duration"}}  # "a month after"
    closing = sum(
        1 << i for i, (t, then) in enumerate(pairwise(tokens)) if t.end in ends and then.kind == "w"
    )
    cues = without_names(_cues(matches, hits, taken, closing), tokens, lexicon)
    unnamed = sum(bits(m.first, m.last) for m in matches.of("anonymity"))
    if unnamed:  # "who asked not to be named" asks and denies nothing
        cues |= {kind: cues[kind] & ~unnamed for kind in (*_DENIALS, *_WISHES) if kind in cues}
    figures = [count for count in counts if count.kind == "count"]
    if figures:  # "no fewer than five" denies nothing
        said = _covered(tokens, figures)
        cues |= {kind: cues[kind] & ~said for kind in _DENIALS if kind in cues}
    return Found(
        sentence, tokens, matches, tuple(hits), tuple(groups), tuple(places),
        tuple(dates), tuple(counts), cues, is_headline, cues.get("boundary", 0) | cues.get("stop", 0), {},
        seats[0] if seats else None,
    )  # fmt: skip


def _is_of_office(
    place: PlaceMention, offices: frozenset[int], tokens: Sequence[Token], matches: Matches
) -> bool:
    """Whether a place only says whose commander or official speaks: "Deir ez-Zor's security commander".

    ``offices``: the tokens at which such groups begin."""
    after = place.last + 1
    if after < len(tokens) and tokens[after].low in {"'s", "s"}:
        after += 1
    return after in offices and not matches.has("in", place.first - 1, place.first - 1)


def _cues(matches: Matches, hits: Sequence[Hit], taken: int, closing: int) -> dict[str, int]:
    """The flags of the cue classes without what begins in a date (the tokens ``taken``), unless it
    is the boundary that closes one (``closing``)."""
    free = ~taken
    cues = {kind: flags & free for kind, flags in matches.flags.items()} if taken else dict(matches.flags)
    for match in matches.longer if taken else ():
        span = bits(match.first, match.last)
        closes = match.kind == "boundary" and closing >> match.last & 1
        cues[match.kind] = (
            cues[match.kind] | span if closes or not taken >> match.first & 1 else cues[match.kind] & ~span
        )
    named = sum(1 << m.first for m in matches.of("actor") if m.first == m.last)  # "IS" is no "is"
    for kind in _VERBS if named else ():
        cues[kind] = cues.get(kind, 0) & ~named
    if closing:
        cues["boundary"] = cues.get("boundary", 0) | matches.flags.get("boundary", 0) & closing
    for hit in hits:
        if hit.trigger.pos == "verb" and hit.prefix[:1] in hit.trigger.grammar.joins:
            cues["coordination"] = cues.get("coordination", 0) | 1 << hit.first
    if "still" in cues:  # "clashes still go on (لا تزال)": nothing is denied
        cues["negation"] = cues.get("negation", 0) & ~cues["still"]
    if "adverb" in cues:  # "have since left", "the roads leading to X": no clause ends there
        cues["boundary"] = cues.get("boundary", 0) & ~cues["adverb"]
    return cues


def _covered(tokens: Sequence[Token], spans: Iterable[DateMention | CountMention]) -> int:
    """The flags of the tokens that begin in one of some spans."""
    flags = 0
    for span in spans:
        inside = tokens_in(tokens, span.start, span.end)
        flags |= (1 << inside.stop) - (1 << inside.start)
    return flags


def _inside(start: int, dates: Sequence[DateMention]) -> bool:
    return any(date.start <= start < date.end for date in dates)


def _dated(match: Match, tokens: Sequence[Token], lexicon: Lexicon, published: date | None) -> Match:
    """The match with the actor that bore a shared alias when the report came out."""
    if not match.value.shared:
        return match
    written = " ".join(token.text for token in tokens[match.first : match.last + 1])[len(match.prefix) :]
    return match._replace(value=lexicon.actors.on(written, match.value, published))


def _hits(tokens: Sequence[Token], matches: Matches) -> list[Hit]:
    """One hit per written trigger: noun or verb is told by the neighbours where a form is both."""
    hits = []
    names = [m for m in matches.longer if m.kind in NAMES]
    units = {i for m in names if m.kind == "facility" for i in range(m.first, m.last + 1)}
    for match in matches.of("trigger"):
        options: tuple[Form, ...] = match.value
        hidden = any(
            n.first <= match.first and match.last <= n.last and not _is_deed(n, match) for n in names
        )
        if hidden and (options[0].trigger.frame != "weapon" or match.first in units):
            continue
        if match.prefix.endswith("ال"):  # the article makes a noun of it
            options = tuple(form for form in options if form.trigger.pos != "verb" or form.tense == "ing")
            if not options:
                continue
        grammar = options[0].trigger.grammar
        before = match.first - 1
        has_clitic = any(part in grammar.clitics for part in match.prefix.removesuffix("ال"))
        if has_clitic:
            options = tuple(form for form in options if not _is_finite(tokens[match.first], form))
        if not options:
            continue
        if has_clitic or matches.has("preposition", before, before):
            options = tuple(map(_governed, options))
        named = [form for form in options if form.tense == "noun"]
        verbal = [form for form in options if form.tense != "noun"]
        if named and verbal:
            options = tuple(named if is_noun(tokens, matches, match) else verbal)
        elif verbal and verbal[0].tense in {"base", "present"} and not is_verb(tokens, matches, match):
            continue  # "a push", "the target", "a police post": a noun that tells of nothing
        if len(options) > 1 and (
            matches.has_any(("be", "have"), match.first - 2, match.first - 1)
            or (is_harmed(match) and not matches.has_any(("modal", "infinitive"), match.first - 2, before))
        ):
            options = tuple(sorted(options, key=lambda o: o.tense not in {"past", "participle"}))
        form = options[0]
        joiner = tokens[before].low if before >= 0 else ""
        prefix = match.prefix or (joiner if joiner in grammar.joins else "")
        hits.append(Hit(match.first, match.last, form.trigger, form.tense, options[1:], prefix))
    return hits


def _in_gaps(tokens: Sequence[Token], hits: Iterable[Hit], lexicon: Lexicon) -> Iterator[Hit]:
    """The weapons between the words of a phrase: "fired (أطلقت) a drone two missiles (صاروخين)"."""
    for hit in hits:
        if hit.trigger.pos == "verb" and hit.last - hit.first > 1:
            for m in lexicon.weapons.find(tokens[hit.first + 1 : hit.last]).of("trigger"):
                form: Form = m.value[0]
                start = hit.first + 1
                yield Hit(start + m.first, start + m.last, form.trigger, form.tense, (), m.prefix)


_DENIALS = ("negation", "casualty_negation", "nobody")
_WISHES = ("plan", "goal_verb", "demand", "threat")


def _is_deed(name: Match, match: Match) -> bool:
    """Whether a name ends in the deed it stands for: "Israeli airstrikes"."""
    form: Form = match.value[0]
    return (
        name.kind == "actor"
        and name.first < match.first
        and name.last == match.last
        and form.trigger.frame == "act"
    )


def _without_verbs(groups: Sequence[Group], hits: Sequence[Hit], matches: Matches) -> Iterable[Group]:
    """The groups, each without a present verb that was read as its head: "SDF raids two houses"."""
    verbs = {h.first for h in hits if h.tense == "present" and h.trigger.pos == "verb"}
    for g in groups:
        cut = g.last in verbs and g.first < g.last and g.actor_id is not None
        cut = cut and not matches.has("person", g.last, g.last)  # "20 SDF martyrs"
        yield g._replace(last=g.last - 1, kind="name") if cut else g


def _is_finite(token: Token, form: Form) -> bool:
    """Whether a word ends as only a past does: "بسطوا" (spread) is no "ب" (by) and "سطوا" (robbed)."""
    return form.tense == "past" and token.low.endswith(form.trigger.grammar.finite_endings)


def _governed(form: Form) -> Form:
    """A form that a preposition governs: what looks like a past is the verbal noun ("by killing")."""
    return replace(form, tense="ing") if form.tense == "past" and form.trigger.pos == "verb" else form
