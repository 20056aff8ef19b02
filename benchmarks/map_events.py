"""Events for the map's benchmark: real UCDP rows drawn again and again, or synthetic ones without them.

Real rows come from ``../shared/reference`` beside the repository, where that folder is there. Each drawn row
is moved by up to three kilometres, so that no two events share a spot: the hardest case for a map.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from core.lexicon import DATA_DIR
from core.lexicon.event_types import EventTypes, load_event_types

SEED = 20200604
REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "reference"
UCDP = REFERENCE / "ucdp_ged_deir_ez_zor_2016_2019.csv"
KINDS = ("clash", "airstrike", "ied_or_mine", "assassination", "arrest_or_raid", "protest")
SHIFT_DEGREES = 0.03


def event_types() -> EventTypes:
    """The project's own event types and families."""
    return load_event_types(DATA_DIR / "event_types.toml")


def real_rows() -> pd.DataFrame | None:
    """Position, days, toll and sides of UCDP's events; ``None`` where the reference is not there."""
    if not UCDP.is_file():
        return None
    columns = [
        "latitude",
        "longitude",
        "date_start",
        "date_end",
        "low",
        "best",
        "high",
        "side_a",
        "side_b",
        "where_prec",
    ]
    return pd.read_csv(UCDP, usecols=columns, parse_dates=["date_start", "date_end"])


def synthetic_rows() -> pd.DataFrame:
    """Two thousand invented rows of the same shape, along the river."""
    random = np.random.default_rng(SEED)
    size = 2000
    along = random.random(size)
    start = pd.Timestamp("2016-01-01") + pd.to_timedelta(random.integers(0, 1461, size), unit="D")
    toll = random.poisson(3, size)
    return pd.DataFrame(
        {
            "latitude": 35.6 - 1.2 * along + random.normal(0, 0.1, size),
            "longitude": 39.8 + 1.2 * along + random.normal(0, 0.1, size),
            "date_start": start,
            "date_end": start,
            "low": toll,
            "best": toll,
            "high": toll + random.integers(0, 3, size),
            "side_a": "Side A",
            "side_b": "Side B",
            "where_prec": random.integers(1, 4, size),
        }
    )


def made_events(size: int) -> tuple[pd.DataFrame, str]:
    """``size`` events with the read model's columns that a map needs, and where they come from."""
    rows = real_rows()
    source = "UCDP GED rows of Deir ez-Zor 2016-2019, resampled" if rows is not None else "synthetic events"
    rows = rows if rows is not None else synthetic_rows()
    random = np.random.default_rng(SEED)
    drawn = rows.iloc[np.sort(random.integers(0, len(rows), size))].reset_index(drop=True)
    types = event_types()
    kinds = np.array(KINDS, dtype=object)[random.integers(0, len(KINDS), size)]
    families = {kind: types.by_id[kind].family for kind in KINDS}
    precision = random.choice([1, 1, 1, 2], size)
    sides = {
        pair: [
            {"actor_id": pair[0], "name": pair[0], "as_written": pair[0], "role": "initiator"},
            {"actor_id": pair[1], "name": pair[1], "as_written": pair[1], "role": "target"},
        ]
        for pair in set(zip(drawn["side_a"], drawn["side_b"], strict=True))
    }
    events = pd.DataFrame(
        {
            "event_id": [f"{number:016x}" for number in range(size)],
            "report_id": [f"report-{number // 3}" for number in range(size)],
            "outlet": "UCDP",
            "event_type": kinds,
            "family": [families[kind] for kind in kinds],
            "date_start": drawn["date_start"],
            "date_end": drawn["date_end"],
            "time_precision": 1,
            "place_id": [f"place-{number}" for number in range(size)],
            "place_name": "A place",
            "feature_type": "town",
            "relation": None,
            "latitude": drawn["latitude"] + random.uniform(-SHIFT_DEGREES, SHIFT_DEGREES, size),
            "longitude": drawn["longitude"] + random.uniform(-SHIFT_DEGREES, SHIFT_DEGREES, size),
            "geo_precision": precision,
            "radius_km": np.where(precision == 1, 2.0, 5.0),
            "district": "deir-ez-zor-district",
            "actors": [sides[pair] for pair in zip(drawn["side_a"], drawn["side_b"], strict=True)],
            "via": [()] * size,
            "is_background": random.random(size) < 0.15,
            "confidence": random.random(size),
            "reviewed": False,
        }
    )
    for name in ("origin_latitude", "origin_longitude", "destination_latitude", "destination_longitude"):
        events[name] = np.nan
    for end in ("low", "best", "high"):
        events[f"killed_{end}"] = drawn[end].astype("Int64")
    events["vehicles_low"] = events["personnel_low"] = pd.array([pd.NA] * size, dtype="Int64")
    return events, source


def cluster_folder() -> Path | None:
    """The folder of the MarkerCluster plug-in's scripts, where the package is installed."""
    try:
        from xstatic.pkg import leaflet_markercluster
    except ImportError:
        return None
    return Path(leaflet_markercluster.BASE_DIR)
