"""Rows of a backup become rows of the database, also when they are of an older Kliqs."""

import json
from uuid import uuid4

import pytest

from app.jobs import Job
from app.kernel import clock, db
from app.ops.backup_tables import RENAMED, RETIRED, all_tables
from tests import old_rows, world


@pytest.mark.usefixtures("database")
async def test_columns_that_are_gone_by_now_are_passed_over_and_unknown_ones_refused() -> None:
    [batches] = [table for table in all_tables() if table.name == "batches"]
    row = {
        "id": str(uuid4()),
        "account_id": str(uuid4()),
        "created_at": clock.format_rfc3339(clock.now()),
        "expires_at": clock.format_rfc3339(clock.now()),
    }
    old = row | dict.fromkeys(RETIRED["batches"], 1)
    assert len(batches.values(json.dumps(old).encode())) == len(batches.columns)
    assert not RETIRED["batches"] & batches.columns.keys()
    with pytest.raises(ValueError, match="batches has no colour"):
        batches.values(json.dumps(row | {"colour": 1}).encode())


@pytest.mark.usefixtures("database")
async def test_jobs_are_in_no_backup_so_that_a_copy_does_none_a_second_time() -> None:
    assert Job.Meta.table not in {table.name for table in all_tables()}


@pytest.mark.usefixtures("database")
async def test_columns_that_have_other_names_by_now_are_read_by_the_old_ones_but_never_by_both() -> None:
    tables = {table.name: table for table in all_tables()}
    for name, new_names in RENAMED.items():
        assert set(new_names.values()) <= tables[name].columns.keys()
        assert not set(new_names) & tables[name].columns.keys()
    await world.sari()
    for name, old_name, new_name in (
        ("users", b"of_age_at", b"age_confirmed_at"),
        ("accounts", b"settled_at", b"onboarded_at"),
    ):
        [row] = await db.query_rows(tables[name].select, [])
        line = tables[name].line(row)
        old = line.replace(new_name, old_name)
        assert old != line and tables[name].values(old) == tables[name].values(line)
        with pytest.raises(ValueError, match=f"{name} has a column twice"):
            tables[name].values(line.replace(b'"' + new_name, b'"' + old_name + b'": null, "' + new_name))


async def test_names_of_a_backup_without_domains_are_those_of_the_installation(database: str) -> None:
    [names] = [table for table in all_tables() if table.name == "names"]
    old = {"id": 1, "folded": "promo", "shown": "Promo", "account_id": str(uuid4()), "link_id": None, "page_id": None}
    row = dict(zip(names.columns, names.values(json.dumps(old).encode()), strict=True))
    assert (row["domain"], row["folded"]) == (0, "promo")
    row = dict(zip(names.columns, names.values(json.dumps(old | {"domain": 7}).encode()), strict=True))
    assert row["domain"] == 7


async def test_a_row_of_every_table_is_the_same_after_it_was_written_and_read(database: str) -> None:
    of_visits = [table.name for table in all_tables() if table.of_visits]
    await old_rows.fill_tables({}, [*of_visits, "journals", "visit_requests", "salts", "visit_file_versions"])
    for table in all_tables():
        for row in await db.query_rows(table.select, [], on=table.home):
            line = table.line(row)
            again = dict(zip(table.columns, table.values(line), strict=True))
            assert table.line(again) == line
