"""The rules of the house over the whole tree: who imports whom, how long a module is, what lies where."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAX_LINES = 350

BASE = {"model", "errors", "text", "lexicon", "query"}
STAGES = {"readers", "extract", "corroborate", "formats", "store", "view"}
JOINERS = {"pipeline", "evaluate", "commands", "__main__"}
# What each part of core may import of core, besides itself.
ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "text": {"model", "errors"},
    "lexicon": {"model", "errors", "text"},
    "query": {"model", "errors"},
    **dict.fromkeys(STAGES, BASE),
    **dict.fromkeys(JOINERS, BASE | STAGES | JOINERS),
}
# The parts of the reader, from the words up: each imports only those before it.
READING = (
    *("frames", "_layout", "language", "noun_or_verb", "story", "counts", "dates", "places", "groups"),
    *("mentions", "when", "trace", "clauses", "roles", "realis", "losses", "whereabouts", "senses"),
    *("confidence", "happenings"),
)
# The only places where a library may be imported.
LIBRARY_PLACES = {
    "streamlit": ("dashboard.py", "pages/"),
    "streamlit_folium": ("dashboard.py", "pages/"),
    "folium": ("core/view/",),
    "branca": ("core/view/",),
    "sqlalchemy": ("core/store/",),
    "alembic": ("core/store/",),
}
TOP_LEVEL = {
    ".ci",
    ".gitignore",
    ".streamlit",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "benchmarks",
    "core",
    "dashboard.py",
    "data",
    "docs",
    "pages",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
    "tests",
}
# Made by running or by tools; .gitignore keeps them out of the repository.
NOT_OURS = {"var", "__pycache__"}
# Code that the program may not import.
NOT_FOR_THE_PROGRAM = {"tests", "benchmarks", "docs"}


def _modules(*places: str) -> list[Path]:
    """The Python files of these top-level files and folders, relative to the root."""
    files = [file for place in places for file in (ROOT / place).rglob("*.py")]
    files += [ROOT / place for place in places if place.endswith(".py")]
    return sorted(file.relative_to(ROOT) for file in files if file.exists())


PROGRAM = _modules("core", "pages", "dashboard.py")
READER = [
    file for file in PROGRAM if file.parts[:2] == ("core", "extract") and file.parts[2:] != ("__init__.py",)
]
EVERYTHING = [*PROGRAM, *_modules("tests", "benchmarks", "docs")]


def imports_of(source: str, package: tuple[str, ...]) -> Iterator[str]:
    """The dotted names that a module's source imports, anywhere in it; ``package`` resolves relative ones.

    ``from a.b import c`` gives ``a.b`` and ``a.b.c``: only one of them need be a module.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            origin = ".".join((*base, *([node.module] if node.module else [])))
            yield origin
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def _imports(file: Path) -> set[str]:
    return set(imports_of((ROOT / file).read_text("utf-8"), file.parent.parts))


def _part(file: Path) -> str:
    """The part of core a file belongs to: ``core/extract/dates.py`` -> ``extract``."""
    return file.parts[1].removesuffix(".py")


def core_breaches(part: str, imports: Iterable[str]) -> set[str]:
    """The parts of core that ``part`` imports and may not."""
    used = {name.split(".")[1] for name in imports if name.startswith("core.")}
    return (used & ALLOWED.keys()) - ALLOWED[part] - {part}


def test_the_import_reader_sees_every_form() -> None:
    source = "import a.b\nfrom core import store\nfrom ..text import fold\ndef f():\n    from . import near\n"
    assert set(imports_of(source, ("core", "extract"))) == {
        *("a.b", "core", "core.store"),
        *("core.text", "core.text.fold", "core.extract", "core.extract.near"),
    }


def test_a_stage_that_imports_a_stage_is_a_breach() -> None:
    assert core_breaches("extract", {"core.text", "core.store", "core.extract.dates"}) == {"store"}
    assert core_breaches("text", {"core.lexicon.gazetteer"}) == {"lexicon"}
    assert core_breaches("pipeline", {"core.store", "core.readers"}) == set()


def test_there_is_a_program_to_check() -> None:
    assert {"core", "pages", "dashboard.py"} == {file.parts[0] for file in PROGRAM}


@pytest.mark.parametrize("file", [file for file in PROGRAM if file.parts[0] == "core"], ids=str)
def test_core_imports_follow_the_rule(file: Path) -> None:
    imports = _imports(file)
    assert {name.split(".")[0] for name in imports} & {"pages", "dashboard", *NOT_FOR_THE_PROGRAM} == set()
    if file == Path("core/__init__.py"):
        assert {name for name in imports if name.startswith("core")} == set()
    else:
        assert _part(file) in ALLOWED, "a new part of core needs its place in the import rule"
        assert core_breaches(_part(file), imports) == set()


@pytest.mark.parametrize("file", READER, ids=str)
def test_the_reader_is_built_from_the_words_up(file: Path) -> None:
    own = file.parts[2].removesuffix(".py")
    used = {name.split(".")[2] for name in _imports(file) if name.startswith("core.extract.")}
    assert {part for part in used if READING.index(part) > READING.index(own)} == set()


@pytest.mark.parametrize("file", [file for file in PROGRAM if file.parts[0] != "core"], ids=str)
def test_pages_import_core_and_shared_parts_only(file: Path) -> None:
    imports = _imports(file)
    assert {name.split(".")[0] for name in imports} & {"dashboard", *NOT_FOR_THE_PROGRAM} == set()
    pages = {name for name in imports if name.startswith("pages.")}
    assert {name for name in pages if not name.startswith("pages.parts")} == set()


@pytest.mark.parametrize("file", PROGRAM, ids=str)
def test_libraries_stay_in_their_places(file: Path) -> None:
    used = {name.split(".")[0] for name in _imports(file)} & LIBRARY_PLACES.keys()
    assert {name for name in used if not file.as_posix().startswith(LIBRARY_PLACES[name])} == set()


@pytest.mark.parametrize("file", EVERYTHING, ids=str)
def test_modules_stay_short(file: Path) -> None:
    lines = (ROOT / file).read_text("utf-8").count("\n")
    assert lines <= MAX_LINES


def test_the_top_level_holds_what_is_listed() -> None:
    """Visible entries and hidden ones of ours; an editor's own hidden folder is its owner's business."""
    found = {path.name for path in ROOT.iterdir()} - NOT_OURS
    assert {name for name in found if not name.startswith(".")} <= TOP_LEVEL, "a new entry needs a reason"
    assert found >= TOP_LEVEL
