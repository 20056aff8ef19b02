"""The language of a text: its script decides between the two that are read."""

from __future__ import annotations


def language_of(text: str) -> str:
    """``ar`` where Arabic letters outnumber Latin ones, else ``en``."""
    arabic = sum("\u0600" <= c <= "\u06ff" for c in text)
    latin = sum(c.isascii() and c.isalpha() for c in text)
    return "ar" if arabic > latin else "en"
