"""Report text at the edge of the page: never HTML, never Markdown, never a link of its own making.

Streamlit reads labels and messages as Markdown, where ``![](http://...)`` would fetch a picture.
"""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")

__all__ = ["escape", "markdown", "web_address"]


def markdown(text: str) -> str:
    """``text`` as Markdown that shows exactly it, on one line."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def web_address(url: str | None) -> str | None:
    """``url`` where it is an address of the web; ``None`` for ``javascript:`` and the like."""
    if not url or any(char.isspace() or ord(char) < 32 for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None
