"""A report's fields from key and value pairs, as front matter and JSON lines give them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from core.errors import ReportError
from core.model import Report, report_id_of
from core.readers._decode import check_text

LANGUAGES = ("en", "ar")
YEARS = range(1900, 2101)
"""Years in which a report can have been published: room on both sides for the dates it tells."""


def report_of(
    name: str,
    text: str,
    fields: Mapping[str, object],
    published: date | None = None,
    language: str | None = None,
) -> Report:
    """The report of a text and its fields; ``published`` and ``language`` stand in where absent.

    Unknown fields are ignored. Raises ``ReportError`` naming the file and the field.
    """
    check_text(name, text)
    stated = _string(name, fields, "id")
    return Report(
        report_id=stated or report_id_of(text),
        text=text,
        title=_string(name, fields, "title"),
        outlet=_string(name, fields, "outlet"),
        url=_string(name, fields, "url"),
        published=_day(name, _string(name, fields, "published")) or published,
        language=_language(name, _string(name, fields, "language")) or language,
    )


def _string(name: str, fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    if isinstance(value, int) and not isinstance(value, bool) and key == "id":
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise ReportError(f"{name}: field '{key}' must be a string, not {type(value).__name__}")
    if not value or not value.strip():
        return None
    return check_text(f"{name}: field '{key}'", value)


def _day(name: str, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return plausible_day(datetime.fromisoformat(value.strip()).date())
    except ValueError as error:
        problem = f"{name}: field 'published' must be a date like 2020-06-04, not '{value[:40]}'"
        raise ReportError(problem) from error


def plausible_day(day: date) -> date:
    """The day itself. Raises ``ValueError`` for one on which no report can have been published."""
    if day.year not in YEARS:
        raise ValueError(f"{day} is not between {YEARS[0]} and {YEARS[-1]}")
    return day


def _language(name: str, value: str | None) -> str | None:
    if value is None:
        return None
    short = value.strip().lower().replace("_", "-").split("-")[0]
    if short not in LANGUAGES:
        raise ReportError(f"{name}: field 'language' must be one of {', '.join(LANGUAGES)}, not '{value}'")
    return short
