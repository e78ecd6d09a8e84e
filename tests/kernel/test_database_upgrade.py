"""One set of migrations carries both dialects, leads to the models as they are, and does nothing the second time."""

import asyncio
import shutil
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from aerich.utils import import_py_file
from tortoise import Tortoise

from app.accounts.models import Account
from app.kernel import db, migration_runner
from app.kernel.database_upgrade import pending_migrations, upgrade_database
from app.kernel.migration_files import LOCATION
from app.links.models import Link
from tests.databases import ON_BOTH, Template
from tests.filled import Sizes, fill_account
from tests.forked_code import begin_code
from tests.processes import killed_at_the_end

START = """
import asyncio, sys
from app.kernel.database_upgrade import upgrade_database
print(len(asyncio.run(upgrade_database(sys.argv[1]))))
"""
FILES = sorted((LOCATION / "models").glob("[0-9]*_*.py"), key=lambda file: int(file.stem.partition("_")[0]))
FOREIGN_KEYS = {
    "sqlite": """
        SELECT t.name AS "table", k."from" AS "column" FROM sqlite_master t, pragma_foreign_key_list(t.name) k
        WHERE t.type = 'table'""",
    "postgres": """
        SELECT c.conrelid::regclass::text AS "table", a.attname::text AS "column" FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] WHERE c.contype = 'f'""",
}
INDEXED_FIRST = {
    "sqlite": """
        SELECT t.name AS "table", x.name AS "column" FROM sqlite_master t, pragma_index_list(t.name) i,
        pragma_index_info(i.name) x WHERE t.type = 'table' AND x.seqno = 0""",
    "postgres": """
        SELECT i.indrelid::regclass::text AS "table", a.attname::text AS "column" FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]""",
}

INDEXES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    "postgres": "SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'public'",
}


@pytest.fixture
async def empty(template: Template, tmp_path: Path) -> AsyncGenerator[str]:
    url = await template.empty(tmp_path)
    yield url
    await template.drop(url)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_migration_carries_both_dialects(file: Path) -> None:
    module = import_py_file(file)
    for scripts in (module.UPGRADE, module.DOWNGRADE):
        assert set(scripts) == {"sqlite", "postgres"}
        assert scripts["sqlite"].split(";")[:2] == ["\n        PRAGMA foreign_keys=OFF", "\n        BEGIN"]
        assert "TODO" not in str(scripts) and "COMMIT" not in str(scripts).upper()
    assert module.RUN_IN_TRANSACTION is True


def test_the_models_hold_nothing_that_no_migration_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(LOCATION, tmp_path / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migration_runner, "LOCATION", tmp_path / "migrations")
    assert migration_runner.make_migration("forgotten") is None


async def test_upgrading_twice_does_nothing_the_second_time(empty: str) -> None:
    names = [f"{file.stem}.py" for file in FILES]
    assert await upgrade_database(empty) == names
    assert await upgrade_database(empty) == [] == await pending_migrations(empty)


@pytest.mark.slow
@ON_BOTH
async def test_processes_that_start_together_upgrade_once(empty: str, tmp_path: Path) -> None:
    outputs = [tmp_path / f"{number}.out" for number in range(3)]
    starts = [begin_code(START, empty, output=output) for output in outputs]
    with killed_at_the_end(*starts):
        ends = await asyncio.gather(*(asyncio.to_thread(start.wait) for start in starts))
    assert ends == [0, 0, 0], [output.read_text() for output in outputs]
    assert sorted(int(output.read_text().splitlines()[-1]) for output in outputs) == [0, 0, len(FILES)]


async def test_every_foreign_key_has_an_index(database: str, dialect: str) -> None:
    wanted = {(row["table"], row["column"]) for row in await db.query_rows(FOREIGN_KEYS[dialect], [])}
    indexed = {(row["table"], row["column"]) for row in await db.query_rows(INDEXED_FIRST[dialect], [])}
    assert len(wanted) >= 10
    assert wanted <= indexed, wanted - indexed


@pytest.mark.parametrize(("name", "count"), [("lists", 20), ("counts", 3), ("post_short_links", 1)])
async def test_the_indexes_of_lists_go_and_come_back_with_rows_in_the_tables(
    database: str, dialect: str, sari: Account, name: str, count: int
) -> None:
    # the last of these migrations rebuilds indexes of the others, so it goes before them and comes back after them
    names = list(dict.fromkeys(["post_short_links", name]))
    modules = [import_py_file(file) for name in names for file in FILES if file.stem.endswith(f"_{name}")]
    connection = Tortoise.get_connection(db.MAIN)
    await fill_account(sari, dialect, Sizes(links=50, others=20))
    before = {row["name"] for row in await db.query_rows(INDEXES[dialect], [])}
    end = "COMMIT;" if dialect == "sqlite" else ""
    for module in modules:
        await connection.execute_script(module.DOWNGRADE[dialect] + end)
    without = {row["name"] for row in await db.query_rows(INDEXES[dialect], [])}
    for module in reversed(modules):
        await connection.execute_script(module.UPGRADE[dialect] + end)
    assert {row["name"] for row in await db.query_rows(INDEXES[dialect], [])} == before
    assert len(before - without) > count
    assert await Link.filter(account_id=sari.id).count() == 71
