"""Plain text: the whole file is the report's text."""

from __future__ import annotations

from datetime import date

from core.model import Report
from core.readers._decode import decode
from core.readers._fields import report_of

SUFFIXES = (".txt", ".text", "")


def read(
    name: str, content: bytes, published: date | None = None, language: str | None = None
) -> list[Report]:
    """One report whose text is the decoded file. Raises ``ReportError``."""
    return [report_of(name, decode(name, content), {}, published, language)]
