"""How each language orders a clause: the switches that the stages read instead of asking for a language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.errors import DataError

_LISTS = ("clitics", "joins", "object_endings", "subject_endings", "plural_endings", "finite_endings")


@dataclass(frozen=True, slots=True)
class Grammar:
    """A table of ``grammar.toml``; word parts are as written, the stages compare folded words.

    ``verb_first``: the subject follows its verb and the owner its noun. ``clitics`` and ``joins``
    are prepositions and conjunctions written onto a word. ``object_endings`` are those of nouns that
    are no subject, ``subject_endings`` those of nouns that are one, ``plural_endings`` those of verbs whose
    subject is not named after them, ``finite_endings`` those of pasts that no preposition governs, as it
    does a verbal noun.
    """

    verb_first: bool = False
    clitics: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    object_endings: tuple[str, ...] = ()
    subject_endings: tuple[str, ...] = ()
    plural_endings: tuple[str, ...] = ()
    finite_endings: tuple[str, ...] = ()


def load_grammars(path: Path) -> Mapping[str, Grammar]:
    """The grammar of each language.

    Raises:
        DataError: a missing or broken file, a key that is missing or of another type.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(path, None, None, "the file is missing") from None
    except tomllib.TOMLDecodeError as error:
        raise DataError(path, None, None, f"the file is not TOML ({error})") from None
    grammars = {}
    for language, table in tables.items():
        if not isinstance(table.get("verb_first"), bool):
            raise DataError(path, None, f"{language}.verb_first", "must be true or false")
        lists: dict[str, tuple[str, ...]] = {}
        for name in _LISTS:
            cell = table.get(name)
            if not isinstance(cell, list) or not all(isinstance(part, str) and part for part in cell):
                raise DataError(path, None, f"{language}.{name}", "must be a list of word parts")
            lists[name] = tuple(cell)
        grammars[language] = Grammar(table["verb_first"], **lists)
    return grammars
