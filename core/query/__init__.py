"""EventFilter: one frozen value <-> URL parameters <-> one human sentence.

Inside a condition the values are alternatives ("by ISIS or the SDF"); the conditions hold together.
The store compiles the same value to SQL and to masks over its columns.
"""

from core.query.filter import EventFilter
from core.query.params import PARAMETERS, ReadParams, from_params, read_params

__all__ = ["PARAMETERS", "EventFilter", "ReadParams", "from_params", "read_params"]
