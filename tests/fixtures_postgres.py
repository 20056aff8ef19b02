"""A throwaway PostgreSQL server on the loopback address, for the tests marked ``postgres``."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.system_tools import POSTGRES_HELP, in_ci, postgres_bin

USER = "tester"


def _as_server(command: list[str | Path]) -> list[str | Path]:
    """PostgreSQL refuses to run as root: then it runs as the account its packages make, else nobody."""
    if os.geteuid() != 0:
        return command
    return ["runuser", "-u", _server_account(), "--", *command]


def _server_account() -> str:
    known = Path("/etc/passwd").read_text(encoding="utf-8")
    return "postgres" if known.startswith("postgres:") or "\npostgres:" in known else "nobody"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a server with trusted logins, made for this run and removed after it."""
    programs = postgres_bin()
    if programs is None:
        if in_ci():
            pytest.fail(POSTGRES_HELP)
        pytest.skip(POSTGRES_HELP)
    # Not pytest's own folder: on root's, the server's account may not enter.
    home = Path(tempfile.mkdtemp(prefix="events-postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(home, _server_account())
        port, data = _free_port(), home / "data"
        initdb = [programs / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(_as_server(initdb), check=True, capture_output=True, cwd=home)
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        control = [programs / "pg_ctl", "-D", data, "-w", "-t", "60"]
        start = [*control, "-l", home / "log", "-o", options, "start"]
        subprocess.run(_as_server(start), check=True, stdout=subprocess.DEVNULL, cwd=home)
        try:
            yield f"postgresql://{USER}@127.0.0.1:{port}"
        finally:
            stop = [*control, "-m", "immediate", "stop"]
            subprocess.run(_as_server(stop), check=True, stdout=subprocess.DEVNULL, cwd=home)
    finally:
        shutil.rmtree(home)


@pytest.fixture
def postgres_url(postgres_server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database of the test's own."""
    name = f"test_{abs(hash(request.node.nodeid)):x}"
    with psycopg.connect(f"{postgres_server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    yield f"{postgres_server}/{name}"
    with psycopg.connect(f"{postgres_server}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
