"""A spot that only the next sentence names: "... in Deir Ezzor. The men were driving through X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.extract.drafts import Context, Draft
from core.extract.frames import SPOT_KM
from core.extract.mentions import Found
from core.extract.places import PlaceMention
from core.extract.retold import best_place

_REACH = 2  # sentences after a happening that may still say where it was
_OPENING = 2  # tokens in which a sentence that goes on refers back ("The man was ...", "They were ...")
_NAME = 5  # letters of a name that the next sentence says again
_MONTH = 31  # days
_HERE = frozenset({"at", "via"})


def located(
    happenings: Iterable[tuple[Draft, ...]], found: Sequence[Found], telling: frozenset[int]
) -> Iterator[tuple[Draft, ...]]:
    """The happenings, those told only of an area placed at the spot that the next sentences name.

    A place known from before gives way only to what the very next sentence says.

    ``telling`` are the indexes of the sentences that tell of a happening themselves.
    """
    at = {sentence.sentence.index: k for k, sentence in enumerate(found)}
    for happening in happenings:
        own = best_place(happening)
        if own is not None and own.radius_km <= SPOT_KM:
            yield happening
            continue
        known = happening[0].context.place
        abroad = own is not None and own.feature_type == "country" and own.place_id != "syria"
        if abroad or _is_of_a_season(happening[0]):
            yield happening  # "in Jordan", "in the summer of 2014": what comes next is elsewhere
            continue
        if own is None and known is not None and happening[0].context.is_referred:
            yield happening  # "in the town": of before
            continue
        reach = 1 if own is None and known is not None and known.place.radius_km <= SPOT_KM else _REACH
        tellers = (at[draft.found.sentence.index] for draft in reversed(happening))
        spot = next(
            (
                (spot, later)
                for teller in dict.fromkeys(tellers)
                for later in found[teller + 1 : teller + 1 + reach]
                if later.sentence.index not in telling and (spot := _spot(later, found[teller])) is not None
            ),
            None,
        )
        if spot is None:
            yield happening
            continue
        lead, *rest = (draft._replace(place=None) for draft in happening)
        context = Context(*spot, lead.context.date, True, lead.context.news)
        yield (lead._replace(context=context), *rest)


def _is_of_a_season(lead: Draft) -> bool:
    """Whether a happening is dated by a season or a year."""
    told = lead.date
    if told is None or told.date_start is None or told.date_end is None:
        return False
    return (told.date_end - told.date_start).days > _MONTH


def _spot(later: Found, before: Found) -> PlaceMention | None:
    """The one spot in a sentence that goes on with what was told."""
    names = {t.low for t in before.tokens if t.text[:1].isupper() and len(t.low) >= _NAME}
    refers = (
        (later.has("back", 0, _OPENING - 1) and not _opens_with_source(later))
        or later.has("pronoun", 0, _OPENING - 1)
        or any(t.low in names for t in later.tokens[:_OPENING])
        or any(_is_the_incident(later, k) for k in range(1, len(later.tokens) - 1))
    )
    spots = [p for p in later.places if p.is_home and p.role in _HERE and p.place.radius_km <= SPOT_KM]
    return spots[0] if refers and len({p.chain for p in spots}) == 1 and not later.is_headline else None


def _opens_with_source(found: Found) -> bool:
    """ "The Observatory said that ...": its article refers back to nothing."""
    return any(m.first < _OPENING for m in found.matches.of("source"))


def _is_the_incident(found: Found, at: int) -> bool:
    """ "..., the incident occurred on the road to X": what was just told."""
    told = found.tokens[at].low == "incident" and found.has("back", at - 1, at - 1)
    return told and found.has("happen", at + 1, at + 1)
