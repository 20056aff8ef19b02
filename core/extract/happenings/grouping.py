"""Triggers of one sentence sorted into happenings."""

from __future__ import annotations

from core.extract.clauses import bare_after, opens_clause
from core.extract.clauses.voice import is_passive
from core.extract.dates.found import SUBORDINATE
from core.extract.frames import AIMS, SEARCHES, VIOLENT
from core.extract.happenings.from_air import is_bombing_raid
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention
from core.extract.realis.spared import tells_none
from core.extract.senses import is_met
from core.extract.senses.grounds import is_done_by
from core.extract.senses.way_in import is_way_in
from core.extract.when import is_counted_from
from core.extract.whereabouts.apart import (
    doers_differ,
    goes_off,
    has_own_weapon,
    have_tolls_apart,
    is_added,
    is_done_by_others,
    is_earlier,
    is_next_report,
    is_of_another_act,
    is_of_another_kind,
    is_reason,
    is_swap,
    moves_on,
    tells_of_another,
)
from core.extract.whereabouts.elsewhere import points_back
from core.extract.whereabouts.nearness import cost
from core.lexicon import Lexicon

_POSTURE = "force_posture"
TAKEN = frozenset({"capture", "take * prisoner"})  # what fighters do with men, not what police do
_ARRESTS = frozenset(
    {"arrest", "detain", "اعتقل", "احتجز", "ألقى القبض", "أوقف", "اقتاد", "اقتاد إلى جهة مجهولة"}
)
_STORMS = frozenset({"storm", "اقتحم"})
_LOOKED = frozenset({"search", "raid", "comb", "houses were searched", "داهم", "شن حملة اعتقالات"})
_OPEN_RAIDS = frozenset({"raid"})  # may be one from the air
_SUPPORT = 4  # tokens from "accompanied by" to the raids
_FROM_DAYS = 5  # characters from "three days after" to what it counts from ("من")
_AS = frozenset({"after", "as", "when", "while"})
_WHERE, _TO_CAUSE = 3, 3  # tokens: "X village, where"; from "came from" to what it came from
_TO_LOSS = 3  # tokens from "which led to" to the loss
_LIST = 8  # tokens between two losses of one list


def _family(hit: Hit, lexicon: Lexicon) -> str:
    kind = hit.trigger.event_type
    return lexicon.event_types.by_id[kind].family if kind else "loss"


def senses_of(found: Found) -> list[Hit]:
    """The triggers of a sentence whose needs are met, in order, each in its first fitting sense."""
    return [met for h in found.hits if h.trigger.frame != "weapon" and (met := _sense(found, h)) is not None]


def grouped(found: Found, hits: list[Hit], lexicon: Lexicon) -> list[list[Hit]]:
    """Hits of one sentence sorted into happenings: one per class unless places tell them apart."""
    happenings = _sorted_out(found, hits, lexicon) if len(hits) > 1 else [hits]
    return [
        h for h in happenings if any(hit.trigger.frame != "casualties" or tells_none(found, hit) for hit in h)
    ]


def _sorted_out(found: Found, hits: list[Hit], lexicon: Lexicon) -> list[list[Hit]]:
    happenings: list[list[Hit]] = []
    losses: list[Hit] = []
    hits = [h for h in hits if not is_way_in(found, h, hits, lexicon)]

    def kind(hit: Hit) -> str:
        if is_bombing_raid(found, hit):
            return "violence"
        noun = next((h for h in hits if is_done_by(found, h, hit)), None)
        if noun is not None:
            return kind(noun)
        if _is_at_crowd(found, hit, hits):
            return "civil"
        return "control" if is_search(hit, hits) else class_of(hit, lexicon)

    violent = any(class_of(hit, lexicon) == "violence" for hit in hits)
    for hit in hits:
        family = kind(hit)
        taken = hit.trigger.word in TAKEN and hit.trigger.frame == "captured"
        if (
            family == "loss"
            or (taken and violent)
            or ((violent or taken) and _is_among_losses(found, hit, hits))
        ):
            losses.append(hit)
            continue
        home = next((h for h in reversed(happenings) if kind(h[0]) == family and _same(found, h, hit)), None)
        if home is None:
            happenings.append([hit])
        else:
            home.append(hit)
    for hit in (loss for loss in losses if not is_of_another_act(found, loss, hits)):
        near = [h for h in happenings if class_of(h[0], lexicon) in {"violence", "control"}] or [
            h  # fires kill nobody in a fight, nor a crowd those shot in another town
            for h in happenings
            if class_of(h[0], lexicon) == "civil"
            and (hit.trigger.pos != "verb" or not _places_differ(found, h, hit, losses))
        ]
        near = [
            h for h in near if not (is_done_by_others(found, h[0], hit) or is_next_report(found, h[0], hit))
        ]
        apart = [h for h in near if _is_told_apart(found, h, hit, losses)]
        near = [h for h in near if h not in apart]
        near = near or [
            h
            for h in happenings
            if all(class_of(x, lexicon) == "loss" for x in h) and not _places_differ(found, h, hit, losses)
        ]
        if near:
            min(near, key=lambda h: min(_apart(found, x, hit) for x in h)).append(hit)
        else:
            later = [h for h in apart if not is_counted_from(found, hit, h[0])]
            happenings.append([*_passed_on(later, hit), hit])
            happenings.sort(key=lambda h: h[0].first)
    return happenings


def _is_at_crowd(found: Found, hit: Hit, hits: list[Hit]) -> bool:
    """ "opened fire to break up a demonstration": shots at protesters count with the protest."""
    crowd = next((h for h in hits if h.trigger.frame == "crowd" and 0 < h.first - hit.last <= _LIST), None)
    shot = hit.trigger.event_type == "armed_attack" and hit.tense != "noun"
    return (
        shot
        and crowd is not None
        and crowd.tense == "noun"
        and not found.barrier(hit.last + 1, crowd.first - 1)
    )


def _apart(found: Found, act: Hit, loss: Hit) -> tuple[bool, bool, int]:
    """How far a loss stands from an act: whether the sentence turns to that act behind it, whether it is in
    another clause, and tokens."""
    first, last = sorted((act.first, loss.first))
    between = first + 1, last - 1
    turned = act.first > loss.first and (
        found.has_any(("anew_clause", "meanwhile"), *between)
        or found.has_any(
            ("leads_to", "results_in"), loss.first - _TO_LOSS, loss.first - 1
        )  # "..., causing (two deaths)"
    )
    return turned, found.barrier(*between), last - first


def _places_differ(found: Found, home: list[Hit], hit: Hit, losses: list[Hit]) -> bool:
    """Whether losses each have a place ("one died in A, after two did in B"), or are told again with one."""
    one, other = _own_place(found, home[-1], losses), _own_place(found, hit, losses)
    if one is None and other is not None:
        return any(h.trigger.frame == hit.trigger.frame for h in home) and hit.prefix != ""
    return one is not None and other is not None and one.chain != other.chain


def _is_told_apart(found: Found, home: list[Hit], hit: Hit, losses: list[Hit]) -> bool:
    """Whether a loss is another happening's: counted in days from this one ("three days after ten were
    killed in B"), or, where the verb comes first, told of a place of its own after the like in another
    ("a boy was killed in A, as two men were wounded in B, by mines")."""
    if is_counted_from(found, hit, home[0]):
        return True
    if not hit.trigger.grammar.verb_first:
        return has_own_weapon(found, home[-1], hit) or is_reason(found, home[-1], hit)
    start = found.tokens[hit.first].start
    if any(d.rule == SUBORDINATE and 0 <= start - d.end <= _FROM_DAYS for d in found.dates):
        return home[0].first < hit.first
    told = [h for h in home if h in losses]
    if not told or home[0].first < hit.first or not found.has("coordination", hit.first - 1, hit.first - 1):
        return False
    one, other = _own_place(found, told[-1], losses), _own_place(found, hit, losses)
    return one is not None and other is not None and one.chain != other.chain


def _passed_on(homes: list[list[Hit]], hit: Hit) -> list[Hit]:
    """The acts that a further loss takes with it because they stand behind it."""
    taken = [h for home in homes for h in home if h.first > hit.first]
    for home in homes:
        home[:] = [h for h in home if h not in taken]
    return taken


def _own_place(found: Found, hit: Hit, losses: list[Hit]) -> PlaceMention | None:
    """The place right behind a loss, before the next loss is told, or else right before it."""
    end = min((h.first for h in losses if h.first > hit.last), default=len(found.tokens))
    behind = next((p for p in found.places if hit.last < p.first < end and p.role == "at"), None)
    return behind or next((p for p in found.places if p.last == hit.first - 1 and p.role == "at"), None)


def is_search(hit: Hit, hits: list[Hit]) -> bool:
    """ "stormed the town and arrested four", "targeted a cell, which led to the arrest of two", "an airdrop
    that targeted a cell": what police storm, they search."""
    arrests = [h for h in hits if h.trigger.word in _ARRESTS]
    if hit.trigger.word in AIMS:
        before = [h for h in hits if h.last < hit.first and h.trigger.frame in {"act", "captured"}]
        if before and before[-1].tense == "noun" and before[-1].trigger.event_type in SEARCHES:
            return before[-1].trigger.word not in _OPEN_RAIDS
        return any(h.tense == "noun" and h.first > hit.last for h in arrests)
    return hit.trigger.word in _STORMS and bool(arrests or any(h.trigger.word in _LOOKED for h in hits))


def _is_among_losses(found: Found, hit: Hit, hits: list[Hit]) -> bool:
    """ "two were killed and five captured in an attack", "the death of two and the arrest of five":
    prisoners are one more loss of it."""
    if hit.trigger.frame != "captured":
        return False
    return any(
        h.trigger.frame in {"killed", "wounded"}
        and _is_noun(h) == _is_noun(hit)
        and abs(h.first - hit.first) <= _LIST
        and not found.barrier(min(h.last, hit.last) + 1, max(h.first, hit.first) - 1)
        and not any(min(h.first, hit.first) < p.first < max(h.first, hit.first) for p in found.places)
        for h in hits
    )


def _is_noun(hit: Hit) -> bool:
    return hit.trigger.pos == "noun" or hit.tense in {"noun", "ing"}


def _sense(found: Found, hit: Hit) -> Hit | None:
    """The first sense of a trigger whose needs are met here."""
    for form in (None, *hit.others):
        sense = hit if form is None else hit._replace(trigger=form.trigger, tense=form.tense)
        if is_met(found, sense):
            return sense
    return None


def class_of(hit: Hit, lexicon: Lexicon) -> str:
    """The class inside which triggers of one sentence tell of one happening."""
    family = _family(hit, lexicon)
    if family in VIOLENT:
        return "violence"
    if family == "control_and_detention":
        return "control"
    if family == _POSTURE:
        return "drill" if hit.trigger.frame == "drill" else "posture"
    return family


def _same(found: Found, home: list[Hit], hit: Hit) -> bool:
    """Whether a further trigger tells of the same happening: no place, day or doer of its own."""
    last = home[-1]
    if is_counted_from(found, last, hit):
        return False
    if {last.trigger.frame, hit.trigger.frame} == {"leave", "station"} and hit.trigger.grammar.verb_first:
        return False  # "vacated its posts and took others in B"
    if {last.trigger.frame, hit.trigger.frame} == {"mutual", "burst"} and goes_off(found, last, hit):
        return False
    if found.is_headline and is_of_another_kind(found, last, hit):
        return False
    if tells_of_another(found, last, hit) or is_earlier(found, last, hit) or is_added(found, home, hit):
        return False
    if hit.trigger.frame == "act" and is_passive(found, hit) and is_reason(found, last, hit):
        return False
    if have_tolls_apart(found, last, hit):
        return False
    if hit.trigger.grammar.verb_first and is_swap(found, last, hit):
        return False
    if not _separate(found, last, hit) or _is_one_journey(found, last, hit) or _goes_on(found, hit):
        return True
    known = hit.tense in {"noun", "ing"} and hit.prefix.endswith("ال")
    aside = hit.trigger.frame != last.trigger.frame and found.has("meanwhile", last.last + 1, hit.first - 1)
    if known and not aside and not moves_on(found, last, hit):
        return True  # the article says that it was just told of
    mine, theirs = _nearest_place(found, hit), _nearest_place(found, last)
    if last.trigger.frame == "burst" and (
        found.has("caused_by", hit.first - _TO_CAUSE, hit.first - 1) or _is_heard(found, last, hit)
    ):
        return True  # "explosions shook X; they came from strikes on Y"
    if doers_differ(found, last, hit):
        return False
    if mine is not None and points_back(found, last, mine):
        return False  # "rockets fell around it while X was attacked"
    return mine is None or theirs is None or mine.chain == theirs.chain


def _is_heard(found: Found, last: Hit, hit: Hit) -> bool:
    """ "Explosions were heard in X after Y had fired missiles at it": the sound of what is told."""
    return (
        last.tense == "noun"
        and found.has("noise", last.last + 1, last.last + _TO_CAUSE)
        and hit.trigger.frame == "act"
        and any(found.tokens[k].low in _AS for k in range(last.last + 1, hit.first))
    )


def _goes_on(found: Found, hit: Hit) -> bool:
    """ "shelled A, B and C, destroying a depot": a participle after a comma has no place of its own."""
    if hit.tense != "ing" or hit.trigger.grammar.verb_first or not hit.first:
        return False
    return found.tokens[hit.first - 1].text == "," and not any(p.first > hit.last for p in found.places)


def _is_one_journey(found: Found, last: Hit, hit: Hit) -> bool:
    """Whether two verbs of moving share their subject ("crossed at A and moved on to B")."""
    if (
        last.trigger.frame != "move"
        or hit.trigger.frame != "move"
        or (hit.tense != "ing" and found.barrier(last.last + 1, hit.first - 1))
    ):
        return False  # "sent men to A after entering at B" has one subject
    if hit.trigger.grammar.verb_first:
        return not bare_after(found, hit)
    return not any(
        last.last < g.first and g.last < hit.first and g.actor_id is not None for g in found.groups
    )


def _separate(found: Found, last: Hit, hit: Hit) -> bool:
    """Whether "and", "while" or ";" with a new subject lies between two triggers."""
    if hit.tense == "noun" and found.has("support", max(hit.first - _SUPPORT, last.last + 1), hit.first - 1):
        return True  # "accompanied by raids on B"
    if hit.trigger.pos == "noun" and not found.barrier(last.last + 1, hit.first - 1):
        joined = found.has("coordination", last.last + 1, hit.first - 1)
        return joined and hit.prefix.endswith("ال") and moves_on(found, last, hit)
    if hit.trigger.grammar.verb_first and hit.trigger.pos == "verb" and opens_clause(hit):
        return True
    listed = hit.tense == "past" and hit.first > 0 and found.tokens[hit.first - 1].text == ","
    return (
        listed  # "raided A, arrested two in B"
        or found.barrier(last.last + 1, hit.first - 1)
        or found.has("coordination", last.last + 1, hit.first - 1)
    )


def _after_where(found: Found, at: int) -> int:
    """The token after "where", if that stands behind a place ("in the village of X, where ...")."""
    return next(
        (k + 1 for k in range(at, min(at + _WHERE, len(found.tokens))) if found.tokens[k].low == "where"), at
    )


def _nearest_place(found: Found, hit: Hit) -> PlaceMention | None:
    near = (
        p
        for p in found.places
        if p.role != "home"
        and not (hit.trigger.frame == "captured" and p.role == "to")  # where they were taken
        and (p.first > hit.last or not found.barrier(_after_where(found, p.last + 1), hit.first - 1))
    )
    return min(near, key=lambda p: cost(found, p, hit), default=None)
