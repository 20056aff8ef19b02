"""Opening a database: its address, its settings, its lock and its migrations."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.engine import URL, Connection, Engine, make_url

from core.errors import StoreError

#: Where what the program makes lies: the embedded database and the caches. Git-ignored.
VAR_DIR = Path(__file__).resolve().parents[2] / "var"

_MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_LOCK_KEY = 0x4465_6972_457A_7A72  # "DeirEzzr": one advisory lock for every program that fills the store
_LOCK_WAIT_SECONDS = 600


def database_url(url: str | None, var_dir: Path) -> URL:
    """The address of the database: ``url``, else ``DATABASE_URL``, else SQLite in ``var_dir``.

    Hosts write ``postgres://`` and ``postgresql://``; both mean psycopg here. Raises
    :class:`StoreError` on an address that is neither a SQLite file nor PostgreSQL.
    """
    given = url or os.environ.get("DATABASE_URL")
    if not given:
        var_dir.mkdir(parents=True, exist_ok=True)
        return URL.create("sqlite", database=str(var_dir / "events.sqlite"))
    try:
        parsed = make_url(given.replace("postgres://", "postgresql://", 1))
    except sa.exc.ArgumentError:
        # The address may hold a password: do not repeat it.
        raise StoreError("DATABASE_URL is not a database address like postgresql://user@host/name") from None
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    is_file = parsed.drivername == "sqlite" and parsed.database not in {None, "", ":memory:"}
    if not is_file and parsed.drivername != "postgresql+psycopg":
        raise StoreError(f"DATABASE_URL: '{parsed.drivername}' is neither a SQLite file nor PostgreSQL")
    return parsed


def make_engine(url: URL) -> Engine:
    """An engine whose ``begin()`` is a real transaction on both databases, DDL included."""
    if url.get_backend_name() == "postgresql":
        return sa.create_engine(url, pool_pre_ping=True)
    engine = sa.create_engine(url, connect_args={"timeout": 60})

    @sa.event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # sqlite3 would leave DDL outside of transactions
        if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            with _file_lock(url):  # two that turn a new file at once: one fails, whatever its timeout
                connection.execute("PRAGMA journal_mode=WAL")
        for pragma in ("synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer that begins as a reader fails at once where another writes; IMMEDIATE waits its turn.
        mode = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that writes: all of it or, on any error, nothing."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def locked(engine: Engine) -> Iterator[None]:
    """Only one program at a time is inside, on this machine (SQLite) or at this server (PostgreSQL).

    The lock goes when the program ends, however it ends. On SQLite it is a transaction on a small
    database beside the store, so it holds on every system that SQLite runs on.
    """
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sa.select(sa.func.pg_advisory_lock(_LOCK_KEY)))
            try:
                yield
            finally:
                connection.execute(sa.select(sa.func.pg_advisory_unlock(_LOCK_KEY)))
        return
    with engine.connect():
        pass  # a new file is turned to its log under this very lock: before it is taken
    with _file_lock(engine.url):
        yield


@contextmanager
def _file_lock(url: URL) -> Iterator[None]:
    """The lock beside a SQLite store. Not to be taken twice by one program."""
    path = f"{url.database}.lock"
    with closing(sqlite3.connect(path, timeout=_LOCK_WAIT_SECONDS, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def migrate(engine: Engine) -> None:
    """Bring the database's tables to the newest migration; nothing happens where they are.

    Raises :class:`StoreError` on a database of a later version of the program.
    """
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    newest = ScriptDirectory.from_config(config).get_current_head()
    if _revision(engine) == newest:
        return
    with locked(engine), writing(engine) as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreError(f"the store's tables are not of this version of the program: {error}") from error


def _revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()
