"""HTML pages: trafilatura finds the main text; its output is the report's text."""

from __future__ import annotations

import re
from datetime import date

from core.errors import ReportError
from core.model import Report
from core.readers._decode import decode
from core.readers._fields import report_of

SUFFIXES = (".html", ".htm", ".xhtml")
_DATES = {"extensive_search": False, "original_date": True}
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def read(
    name: str, content: bytes, published: date | None = None, language: str | None = None
) -> list[Report]:
    """One report: paragraphs of the main text with a blank line between, title and date of the page.

    A given ``published`` outranks the page's own. Raises ``ReportError`` when no text is found.
    """
    import trafilatura  # half a second to import: only who reads a page waits for it

    page = _page(name, content)
    found = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=_DATES
    )
    text = getattr(found, "text", None)
    if not text or not text.strip():
        text = trafilatura.html2txt(page)
    if not text or not text.strip():
        raise ReportError(f"{name}: no text found in the page")
    body = re.sub(r"\s*\n\s*", "\n\n", text.strip())
    return [report_of(name, body, _metadata(found, published), published, language)]


def _page(name: str, content: bytes) -> str:
    """The page decoded, by its own ``charset`` where that works."""
    stated = _CHARSET.search(content[:4096])
    if stated and stated[1].lower() not in (b"utf-8", b"utf8"):
        try:
            content = content.decode(stated[1].decode("ascii")).encode("utf-8")
        except (LookupError, UnicodeError):
            return decode(name, content)
    return decode(name, content)


def _metadata(found: object, published: date | None) -> dict[str, object]:
    return {
        "title": getattr(found, "title", None),
        "outlet": getattr(found, "sitename", None),
        "url": getattr(found, "url", None),
        "published": published.isoformat() if published else getattr(found, "date", None),
    }
