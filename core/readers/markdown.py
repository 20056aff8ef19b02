"""Markdown with front matter: how reports lie in ``data/reports/``.

Front matter is ``key: value`` lines between two lines ``---`` at the very start; a value is a
JSON string in quotes or plain text. One blank line and the last line end are not the text's.
"""

from __future__ import annotations

import json
import re
from datetime import date

from core.errors import ReportError
from core.model import Report
from core.readers._decode import decode
from core.readers._fields import report_of

SUFFIXES = (".md", ".markdown")
_HEAD = re.compile(r"\A---[ \t]*\r?\n(?P<fields>(?:(?!---).*\r?\n)*)---[ \t]*(?:\r?\n|\Z)(?:\r?\n)?")
_KEYS = ("id", "title", "outlet", "url", "published", "language")


def read(
    name: str, content: bytes, published: date | None = None, language: str | None = None
) -> list[Report]:
    """One report; a file without front matter is all text. Raises ``ReportError`` naming the line."""
    whole = decode(name, content)
    head = _HEAD.match(whole)
    if head is None:
        return [report_of(name, whole, {}, published, language)]
    line_end = "\r\n" if head[0].partition("\n")[0].endswith("\r") else "\n"
    text = whole[head.end() :].removesuffix(line_end)
    return [report_of(name, text, _fields(name, head["fields"]), published, language)]


def write(report: Report) -> str:
    """The file of a report, so that :func:`read` of its UTF-8 gives an equal report."""
    values = (
        report.report_id,
        report.title,
        report.outlet,
        report.url,
        report.published.isoformat() if report.published else None,
        report.language,
    )
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in zip(_KEYS, values, strict=True)
        if value
    ]
    return f"---\n{''.join(lines)}---\n\n{report.text}\n"


def _fields(name: str, block: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for number, line in enumerate(block.split("\n"), start=2):
        if not line.strip() or line.startswith("#"):
            continue
        key, colon, value = line.partition(":")
        if not colon:
            raise ReportError(f"{name}, line {number}: front matter needs 'key: value', not '{line[:60]}'")
        fields[key.strip()] = _value(f"{name}, line {number}", value.strip())
    return fields


def _value(where: str, value: str) -> str:
    if not value.startswith('"'):
        return value[1:-1] if len(value) > 1 and value[0] == value[-1] == "'" else value
    try:
        return str(json.loads(value))
    except json.JSONDecodeError as error:
        raise ReportError(f"{where}: the quoted value is broken ({error.msg})") from error
