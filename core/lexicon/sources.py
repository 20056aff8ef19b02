"""Who is cited: outlets, agencies, monitors and kinds of source, from ``data/sources.csv``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from core.errors import DataError
from core.lexicon.tables import rows, values
from core.text import fold

KINDS = frozenset({"outlet", "agency", "monitor", "official", "party", "local", "anonymous"})
COLUMNS = ("source_id", "name", "name_ar", "aliases", "aliases_ar", "exact", "kind", "url")


@dataclass(frozen=True, slots=True)
class Source:
    """A row of ``sources.csv``. ``exact`` are the names that count only in their own case ("AP");
    ``url`` is a bare domain, ``None`` where there is none."""

    source_id: str
    name: str
    name_ar: str | None
    aliases: tuple[str, ...]
    aliases_ar: tuple[str, ...]
    exact: tuple[str, ...]
    kind: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources in file order."""

    by_id: Mapping[str, Source]
    exact: frozenset[str]
    _by_name: Mapping[str, Source] = field(repr=False)

    def aliases(self) -> Iterator[tuple[str, Source]]:
        """``(alias, source)`` of every name and alias in both languages."""
        for source in self.by_id.values():
            for alias in (source.name, source.name_ar, *source.aliases, *source.aliases_ar):
                if alias:
                    yield alias, source

    def is_exact(self, alias: str) -> bool:
        """Whether the alias counts only in its own case ("AP", "UN")."""
        return alias in self.exact

    def named(self, name: str) -> Source | None:
        """The source of a name or alias as written, compared folded; ``None`` when nobody bears it."""
        return self._by_name.get(_folded(name))


def load_sources(path: Path) -> Sources:
    """The sources of a ``sources.csv``.

    Raises:
        DataError: a missing or repeated source_id or name, an alias that two sources bear, an
            unknown kind, a url that is not a bare domain.
    """
    by_id: dict[str, Source] = {}
    by_name: dict[str, Source] = {}
    for line, row in rows(path, COLUMNS):
        for name in ("source_id", "name"):
            if not row[name]:
                raise DataError(path, line, name, "must not be empty")
        if row["source_id"] in by_id:
            raise DataError(path, line, "source_id", f"'{row['source_id']}' stands twice")
        if row["kind"] not in KINDS:
            raise DataError(path, line, "kind", f"'{row['kind']}' is not one of {', '.join(sorted(KINDS))}")
        if row["url"] and ("/" in row["url"] or "." not in row["url"]):
            raise DataError(path, line, "url", f"'{row['url']}' is not a bare domain")
        source = Source(
            row["source_id"],
            row["name"],
            row["name_ar"] or None,
            values(row["aliases"]),
            values(row["aliases_ar"]),
            values(row["exact"]),
            row["kind"],
            row["url"] or None,
        )
        for alias in source.exact:
            if alias != source.name and alias not in source.aliases:
                raise DataError(path, line, "exact", f"'{alias}' is not among the names")
        by_id[source.source_id] = source
        for column in ("name", "name_ar", "aliases", "aliases_ar"):
            for alias in values(row[column]):
                key = _folded(alias)
                if key in by_name:
                    raise DataError(path, line, column, f"'{alias}' also names '{by_name[key].source_id}'")
                by_name[key] = source
    exact = frozenset(alias for source in by_id.values() for alias in source.exact)
    return Sources(MappingProxyType(by_id), exact, MappingProxyType(by_name))


def _folded(name: str) -> str:
    return " ".join(fold(word) for word in name.replace("-", " ").replace("’", "").split())
