from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from core.errors import StoreError
from core.store import open_store
from core.store.engine import database_url, locked, make_engine, migrate, writing
from core.store.tables import metadata


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> sa.Engine:
    url = f"sqlite:///{tmp_path}/events.sqlite"
    if request.param == "postgres":
        url = str(request.getfixturevalue("postgres_url"))
    return make_engine(database_url(url, tmp_path))


def test_migrations_lead_to_the_tables_that_the_code_sees(engine: sa.Engine) -> None:
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_store_that_nobody_opened_yet_can_be_locked_and_written(engine: sa.Engine) -> None:
    with locked(engine), writing(engine) as connection:
        connection.execute(sa.text("CREATE TABLE made (id INTEGER)"))
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM made")).scalar_one() == 0
    engine.dispose()


def test_a_second_migration_does_nothing(engine: sa.Engine) -> None:
    migrate(engine)
    migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT version FROM store_meta")).scalars().all() == [0]
    engine.dispose()


def test_a_store_of_a_later_program_is_left_alone(engine: sa.Engine) -> None:
    migrate(engine)
    with writing(engine) as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"not of this version of the program.*9999"):
        migrate(engine)
    engine.dispose()


def test_an_error_in_a_transaction_takes_tables_back_too(engine: sa.Engine) -> None:
    def half() -> None:
        with writing(engine) as connection:
            connection.execute(sa.text("CREATE TABLE half (written INTEGER)"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert sa.inspect(engine).get_table_names() == []
    engine.dispose()


def test_the_address_comes_from_the_argument_then_the_environment_then_var(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert database_url(None, tmp_path / "var").database == str(tmp_path / "var" / "events.sqlite")
    monkeypatch.setenv("DATABASE_URL", "postgres://user:secret@host/name")
    assert database_url(None, tmp_path).drivername == "postgresql+psycopg"
    assert database_url("sqlite:///other.sqlite", tmp_path).database == "other.sqlite"


@pytest.mark.parametrize(
    "url", ["nonsense secret", "mysql://user:secret@host/name", "sqlite://", "sqlite:///:memory:"]
)
def test_an_address_that_cannot_be_used_is_refused_without_its_password(tmp_path: Path, url: str) -> None:
    with pytest.raises(StoreError, match="DATABASE_URL") as caught:
        database_url(url, tmp_path)
    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "events.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match=r"events\.sqlite cannot be opened: file is not a database"):
        open_store(f"sqlite:///{tmp_path}/events.sqlite", tmp_path)


def test_a_server_that_does_not_answer_is_named_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:1/name cannot be opened") as caught:
        open_store("postgresql://user:secret@127.0.0.1:1/name", tmp_path)
    assert "secret" not in str(caught.value)


def test_the_embedded_store_writes_ahead(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path}/events.sqlite", tmp_path).close()
    connection = sqlite3.connect(tmp_path / "events.sqlite")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
