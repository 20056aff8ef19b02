"""Programs the tests need beside Python: a Chromium and PostgreSQL's server binaries.

``python -m tests.system_tools`` (from ``make test``) installs what is missing where it can: from the
system's packages on Debian and Ubuntu, as root or through ``sudo``, else Playwright's own Chromium.
Outside CI a program that cannot be had is no error here: the tests that need it are skipped and say why.
"""

from __future__ import annotations

import functools
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

CHROMIUM_HELP = (
    "no Chromium found: apt-get install chromium (Debian), "
    "brew install --cask chromium (macOS), python -m playwright install chromium (anywhere), "
    "or name one in the variable CHROMIUM"
)
POSTGRES_HELP = (
    "no PostgreSQL server found: apt-get install postgresql (Debian, Ubuntu), "
    "brew install postgresql@16 (macOS), or name its folder of programs in the variable POSTGRES_BIN"
)
_CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC_APPS = ("Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome")
# Where `playwright install` puts its Chromium.
_PLAYWRIGHT_GLOBS = (
    ("~/.cache/ms-playwright", "chromium-*/chrome-linux*/chrome"),
    ("~/Library/Caches/ms-playwright", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*"),
)
_POSTGRES_GLOBS = (
    ("/usr/lib/postgresql", "*/bin"),
    ("/opt/homebrew/opt", "postgresql*/bin"),
    ("/usr/local/opt", "postgresql*/bin"),
    ("/Applications/Postgres.app/Contents/Versions", "*/bin"),
)


def in_ci() -> bool:
    """Whether a missing program is a failure (``CI=true``)."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


def _browsers() -> Iterator[Path]:
    names = (os.environ["CHROMIUM"],) if "CHROMIUM" in os.environ else _CHROMIUM_NAMES
    yield from (Path(found) for name in names if (found := shutil.which(name)))
    yield from (Path("/Applications", app) for app in _MAC_APPS)
    for folder, pattern in _PLAYWRIGHT_GLOBS:
        yield from sorted(Path(folder).expanduser().glob(pattern), reverse=True)


def _starts(program: Path) -> bool:
    """Whether ``program --version`` ends well (Ubuntu's ``chromium-browser`` may be an empty stub)."""
    if not program.is_file():
        return False
    try:
        asked = subprocess.run([program, "--version"], check=False, capture_output=True, timeout=30)
        return asked.returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


@functools.cache
def chromium() -> Path | None:
    """The first Chromium or Chrome that starts, else ``None``."""
    return next(filter(_starts, _browsers()), None)


@functools.cache
def postgres_bin() -> Path | None:
    """The folder with ``initdb`` and ``postgres`` of the newest server found, else ``None``."""
    if "POSTGRES_BIN" in os.environ:
        return Path(os.environ["POSTGRES_BIN"])
    folders = [folder for root, pattern in _POSTGRES_GLOBS for folder in Path(root).glob(pattern)]
    on_path = shutil.which("initdb")
    folders += [Path(on_path).parent] if on_path else []
    complete = [
        folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()
    ]
    return max(complete, key=_major, default=None)


def _major(folder: Path) -> int:
    """The server's major version out of a path like ``/usr/lib/postgresql/15/bin``; 0 if it has none."""
    digits = "".join(char for char in folder.parent.name.partition(".")[0] if char.isdigit())
    return int(digits or 0)


def _run(*command: str) -> bool:
    print("$", *command, flush=True)
    try:
        return subprocess.run(command, check=False, stdout=sys.stderr).returncode == 0
    except OSError as error:
        print(error, file=sys.stderr)
        return False


def _apt_install(package: str) -> bool:
    """Install a package with ``apt-get``; ``False`` where there is no such tool or right."""
    if not shutil.which("apt-get"):
        return False
    root = [] if os.geteuid() == 0 else ["sudo"]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]
    return _run(*root, *quiet, "update") and _run(
        *root, *quiet, "install", "--no-install-recommends", package
    )


def _driver_starts() -> bool:
    """Whether the program that drives the browser for Playwright starts: it needs a library of the system."""
    import playwright

    return _starts(Path(playwright.__file__).parent / "driver" / "node")


def _is_debian() -> bool:
    return Path("/etc/os-release").exists() and platform.freedesktop_os_release().get("ID") == "debian"


def install_missing() -> list[str]:
    """Install what :func:`chromium` and :func:`postgres_bin` do not find; advice for what stays missing."""
    if not _driver_starts():
        _apt_install("libatomic1")
    if chromium() is None:
        # Only Debian's package is a real browser; Ubuntu's needs a snap daemon.
        if not (_is_debian() and _apt_install("chromium")):
            deps = ["--with-deps"] if shutil.which("apt-get") else []
            _run(sys.executable, "-m", "playwright", "install", *deps, "chromium")
        chromium.cache_clear()
    if postgres_bin() is None:
        _apt_install("postgresql")
        postgres_bin.cache_clear()
    found = {CHROMIUM_HELP: chromium(), POSTGRES_HELP: postgres_bin()}
    return [message for message, program in found.items() if program is None]


def main() -> int:
    """Install what is missing; 1 if something stays missing in CI."""
    missing = install_missing()
    for message in missing:
        print(message, file=sys.stderr)
    return 1 if missing and in_ci() else 0


if __name__ == "__main__":
    sys.exit(main())
