"""What the documents promise exists: commands, files, pages; and they speak of this project alone."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md")
# Folders at the root of a machine that no file of ours may name, and hosts of package registries.
MACHINE_PATHS = re.compile(r"(?<![\w./])/(?:work|farm|root|home|Users)/\w")
REGISTRY_HOSTS = re.compile(r"pypi[.]org|files[.]pythonhosted|registry[.]npmjs|npmjs[.]com|deb[.]debian")


def _read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def _code(text: str) -> list[str]:
    """The commands and names a document gives: its code blocks' lines and its `inline code`."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, flags=re.M | re.S)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))
    return [line.strip() for block in blocks for line in block.splitlines()] + inline


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", _read("Makefile"), flags=re.M))


def missing_paths(names: Iterable[str]) -> set[str]:
    """The names that look like a path of the repository and lead nowhere; ``<name>`` and ``*`` match any."""
    paths = {name for name in names if re.fullmatch(r"\.?[\w<>*.-]+(/[\w<>*.-]*)+", name)}
    globs = {path: re.sub(r"<[^>]*>", "*", path) for path in paths if not path.startswith(("var/", ".venv/"))}
    return {path for path, pattern in globs.items() if not any(ROOT.glob(pattern.rstrip("/")))}


def test_readme_names_the_commands_that_run_and_test() -> None:
    commands = _code(_read("README.md"))
    assert {"make run", "make test"} <= set(commands)
    assert "pip install -r requirements.txt && streamlit run dashboard.py" in commands


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_target_that_a_document_names_exists(document: str) -> None:
    named = {match for line in _code(_read(document)) for match in re.findall(r"\bmake ([a-z]+)", line)}
    assert named <= _targets()


def test_readme_describes_every_page() -> None:
    pages = {path.stem for path in (ROOT / "pages").glob("[a-z]*.py")}
    described = set(re.findall(r"`pages/([a-z_]+)\.py`", _read("README.md")))
    assert described == pages
    assert pages != set()


def test_codebook_describes_every_data_file() -> None:
    files = {path.name for path in (ROOT / "data").iterdir() if path.name != "README.md"}
    text = _read("data/README.md")
    assert {name for name in files if name not in text} == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_paths_that_a_document_names_exist(document: str) -> None:
    assert missing_paths(_code(_read(document))) == set()


def test_contributing_describes_each_one_file_addition() -> None:
    headings = re.findall(r"^### (.+)$", _read("CONTRIBUTING.md"), flags=re.M)
    wanted = ("place", "actor", "event word", "source format", "output format", "page", "report")
    assert [word for word in wanted if not any(word in heading.lower() for heading in headings)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_inside_the_repository_lead_somewhere(document: str) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", _read(document))
    assert [link for link in links if not (ROOT / document).parent.joinpath(link).exists()] == []


def test_changelog_tells_what_changed() -> None:
    text = _read("CHANGELOG.md")
    assert re.search(r"^## \[?Unreleased\]?$", text, flags=re.M)
    assert len(re.findall(r"^- ", text, flags=re.M)) >= 5


def _texts() -> list[Path]:
    """Every tracked text file of ours; in a copy without Git, every file outside hidden folders."""
    suffixes = {".py", ".md", ".toml", ".csv", ".txt", ".html", ".js", ".css", ""}
    if (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
        )
        files = [ROOT / name for name in listed.stdout.split("\0")[:-1]]
    else:
        files = [*ROOT.glob("*"), *ROOT.glob("[a-z]*/**/*")]
    return [file for file in files if file.is_file() and file.suffix in suffixes]


def test_no_file_names_a_machine_path_or_a_registry_host() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in _texts()
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if MACHINE_PATHS.search(line) or REGISTRY_HOSTS.search(line)
    ]
    assert found == []
