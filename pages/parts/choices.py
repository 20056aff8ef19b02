"""From the store and the lexicon: what the sidebar offers, and what a link may name."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd
import streamlit as st

from core.lexicon import Lexicon
from core.query import EventFilter
from pages.parts.session import App
from pages.parts.sidebar import Choices

EVERYTHING = EventFilter()


@st.cache_resource(show_spinner=False)
def labels_of(_lexicon: Lexicon) -> dict[str, str]:
    """The names of actors, event types, families and places by id. Shared: never change it in place.

    A server has one lexicon, so it keys nothing.
    """
    return {
        **{place_id: place.name for place_id, place in _lexicon.gazetteer.places.items()},
        **{actor_id: actor.name for actor_id, actor in _lexicon.actors.by_id.items()},
        **{name: kind.label for name, kind in _lexicon.event_types.by_id.items()},
        **{name: family.label for name, family in _lexicon.event_types.families.items()},
    }


def known(app: App) -> Mapping[str, Collection[str]]:
    """The ids that a link may name, by URL parameter."""
    counts = counts_of(app.facets(EVERYTHING))
    words = app.lexicon
    return {
        "actor": words.actors.by_id.keys(),
        "type": words.event_types.by_id.keys(),
        "family": words.event_types.families.keys(),
        "district": counts["district"].keys(),
        "outlet": frozenset(app.reports()["outlet"].dropna()),
    }


def counts_of(facets: pd.DataFrame) -> dict[str, dict[str, int]]:
    """Events per choice by dimension, from the store's facets; an actor in a role is ``actor_id:role``."""
    option = facets["choice"].where(facets["role"] == "", facets["choice"] + ":" + facets["role"])
    counts: dict[str, dict[str, int]] = {
        name: {} for name in ("actor", "family", "event_type", "district", "outlet")
    }
    for dimension, choice, count in zip(facets["dimension"], option, facets["count"], strict=True):
        counts[dimension][choice] = int(count)
    return counts


def choices_of(app: App, asked: EventFilter) -> Choices:
    """Every choice with its counts under the filter."""
    types = app.lexicon.event_types
    families = tuple(types.families)
    in_order = sorted(types.by_id.values(), key=lambda kind: (families.index(kind.family), kind.label))
    return Choices(
        existing=counts_of(app.facets(EVERYTHING)),
        counts=counts_of(app.facets(asked)),
        labels=labels_of(app.lexicon),
        order={"family": families, "event_type": tuple(kind.event_type for kind in in_order)},
    )
