"""Bytes to text: byte-order marks, UTF-8, and the two legacy code pages such reports come in."""

from __future__ import annotations

import codecs

import charset_normalizer

from core.errors import ReportError

MAX_REPORT_BYTES = 2_000_000
"""The largest file or line taken as one report; a news report has a few thousand bytes."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("cp1256", "cp1252")
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1b")
_MAX_CONTROLS = 0.01


def check_size(name: str, content: bytes) -> None:
    """Refuse nothing and too much. Raises ``ReportError`` naming the file."""
    if not content.strip():
        raise ReportError(f"{name}: the file is empty")
    if len(content) > MAX_REPORT_BYTES:
        raise ReportError(
            f"{name}: {len(content) / 1e6:.1f} MB is too large for one report"
            f" (the limit is {MAX_REPORT_BYTES / 1e6:.0f} MB); split it, or give JSONL, one report a line"
        )


def decode(name: str, content: bytes) -> str:
    """The text of ``content`` without its byte-order mark, line ends kept as they are.

    UTF-8 is tried first, then Windows-1256 (Arabic) and Windows-1252, whichever reads better.
    Raises ``ReportError`` naming the file when it is empty, too large, binary or not text.
    """
    check_size(name, content)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return check_text(name, content.decode(encoding))
            except UnicodeDecodeError as error:
                raise ReportError(f"{name}: broken {encoding} text at byte {error.start}") from error
    _refuse_binary(name, content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        best = charset_normalizer.from_bytes(content, cp_isolation=list(_LEGACY), threshold=0.3).best()
        if best is None:
            problem = (
                f"{name}: the text cannot be decoded (not UTF-8 at byte {error.start}); save it as UTF-8"
            )
            raise ReportError(problem) from error
        return check_text(name, str(best))


def check_text(name: str, text: str) -> str:
    """The text itself. Raises ``ReportError`` when it is blank or holds what no text holds."""
    if not text.strip():
        raise ReportError(f"{name}: the report has no text")
    if "\x00" in text:
        raise ReportError(f"{name}: a binary file, not text")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise ReportError(f"{name}: the text holds half a character (an unpaired surrogate)")
    return text


def _refuse_binary(name: str, content: bytes) -> None:
    head = content[:65536]
    if 0 in head or sum(byte in _CONTROLS for byte in head) > _MAX_CONTROLS * len(head):
        raise ReportError(f"{name}: a binary file, not text")
    if head.startswith(b"%PDF-"):
        raise ReportError(f"{name}: a PDF file; copy its text into a .txt file first")
