"""A mention as an event's place: precision, relation, and the point that an offset gives."""

from __future__ import annotations

from math import cos, radians, sin

from core.extract.places import PlaceMention
from core.lexicon import Lexicon
from core.model import EventPlace, Relation

KM_PER_DEGREE = 111.32  # of latitude; of longitude times the cosine of the latitude (WGS 84 mean)
_OFFSET_SLACK = 0.3  # "7 km south" is a round figure along a rough bearing: 30 % of the distance


def event_place(mention: PlaceMention, written: str, inherited: bool, lexicon: Lexicon) -> EventPlace:
    """The event's place: coordinates of the gazetteer, moved by a stated offset.

    ``geo_precision`` is 1 at a spot or town, 2 near one or where it was named for an earlier
    sentence, 3 for an area.
    """
    place = mention.place
    kind = lexicon.gazetteer.feature_types[place.feature_type]
    latitude, longitude, radius = place.latitude, place.longitude, place.radius_km
    precision = 3 if kind.is_area else 1
    if mention.relation is not None or inherited:
        precision = max(precision, 2)
    if mention.relation is Relation.NEAR:
        radius = radius + 3.0
    if (
        mention.offset_km is not None
        and mention.bearing is not None
        and latitude is not None
        and longitude is not None
    ):
        north = mention.offset_km * cos(radians(mention.bearing)) / KM_PER_DEGREE
        east = mention.offset_km * sin(radians(mention.bearing)) / (KM_PER_DEGREE * cos(radians(latitude)))
        latitude, longitude = round(latitude + north, 5), round(longitude + east, 5)
        radius = max(radius, mention.offset_km * _OFFSET_SLACK)
    return EventPlace(
        place.place_id,
        place.name,
        written,
        place.feature_type,
        mention.relation,
        latitude,
        longitude,
        precision,
        radius,
    )
