"""A toll told place by place: "killed six in A and two in B"."""

from __future__ import annotations

from collections.abc import Iterator

from core.extract.frames import SPOT_KM
from core.extract.losses import Loss
from core.extract.mentions import Found
from core.extract.places import PlaceMention
from core.text import tokens_in

_TO_PLACE = 5  # tokens from who was lost to where: "two fighters of the SDF in A"


def further(found: Found, losses: tuple[Loss, ...]) -> tuple[Loss, ...]:
    """The losses, with the further items of a list that begins with one ("... and two in B"); items that
    add up to a figure before them ("eight, six in A and two in B") in place of it."""
    told: list[Loss] = []
    for loss in losses:
        items = list(_items(found, loss))
        if not items:
            told.append(loss)
        elif _place_of(found, loss) is not None:
            told += [loss, *items]
        elif loss.count is not None and sum(x.count.low or 0 for x in items if x.count) == loss.count.low:
            told += items
        else:
            told.append(loss)
    return tuple(told)


def shared_out(
    found: Found, losses: tuple[Loss, ...], places: tuple[PlaceMention | None, ...]
) -> tuple[tuple[PlaceMention | None, tuple[Loss, ...]], ...]:
    """Each place with its losses: those told with a place of the list are that one's, the rest are told with
    the place that is named first. Places that only the toll names are added to the list."""
    own = [_place_of(found, loss) for loss in losses]
    named = {p.place.place_id for p in places if p is not None}
    spots = [p for p in own if p is not None and p.place.radius_km <= SPOT_KM]
    if len({p.place.place_id for p in spots}) > 1 and all(
        p is None or p.place.radius_km <= SPOT_KM for p in places
    ):
        more = {p.place.place_id: p for p in reversed(spots) if p.place.place_id not in named}
        places = tuple(p for p in places if p is not None or not more) + tuple(more.values())
        named |= set(more)
    bearer = min(range(len(places)), key=lambda k: p.first if (p := places[k]) else 0)
    return tuple(
        (
            place,
            tuple(
                loss
                for loss, spot in zip(losses, own, strict=True)
                if (
                    k == bearer
                    if spot is None or spot.place.place_id not in named or len(places) == 1
                    else place is not None and spot.place.place_id == place.place.place_id
                )
            ),
        )
        for k, place in enumerate(places)
    )


def _items(found: Found, loss: Loss) -> Iterator[Loss]:
    """The counted items behind a loss, each with its place."""
    place = _place_of(found, loss)
    at = place.last + 1 if place is not None else loss.span[1] + 1
    if place is None and loss.group is not None:
        at = loss.group.last + 1
    for count in found.counts:
        inside = tokens_in(found.tokens, count.start, count.end)
        first, last = inside[0], inside[-1]
        if first < at or count.kind not in {"count", "article"} or count.is_total:
            continue
        if not _joins(found, at, first) or any(at <= h.first <= last for h in found.hits):
            return
        group = next((g for g in found.groups if g.begin == first), None)
        if group is not None and group.kind in {"facility", "vehicle", "force"}:
            return
        item = Loss(
            loss.field,
            count.count,
            group if group is not None and group.kind != "number" else loss.group,
            loss.hit,
            False,
            (first, last),
        )
        place = _behind(found, max(last, group.last if group else last))
        if place is None:
            return
        yield item
        at = place.last + 1


def _joins(found: Found, at: int, first: int) -> bool:
    """Whether only "and", a comma or a day lies between two items of a list."""
    if at == first:
        return found.tokens[first].low.startswith("و")
    return all(
        found.tokens[k].text in ",،"
        or found.has("coordination", k, k)
        or any(d.start <= found.tokens[k].start < d.end for d in found.dates)
        for k in range(at, first)
    )


def _place_of(found: Found, loss: Loss) -> PlaceMention | None:
    """The place right behind those who were lost, or behind the verb where they stand before it."""
    end = loss.span[1]
    if loss.group is not None and loss.group.begin <= loss.span[1] <= loss.group.last:
        end = loss.group.last
    return _behind(found, max(end, loss.hit.last) if loss.hit.last - end <= _TO_PLACE else end)


def _behind(found: Found, last: int) -> PlaceMention | None:
    place = next((p for p in found.places if p.first > last), None)
    if place is None or place.role != "at" or place.first - last > _TO_PLACE:
        return None
    between = last + 1, place.first - 1
    if found.barrier(*between) or any(last < h.first < place.first for h in found.hits):
        return None
    start, end = found.tokens[last].end, found.tokens[place.first].start
    if any(t.text in ",،" for t in found.tokens[last + 1 : place.first]) or any(
        start <= c.start < end and c.kind == "count" for c in found.counts
    ):
        return None
    return place if found.has("in", *between) or found.has("near", *between) else None
