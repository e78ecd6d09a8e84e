"""The operator hears before the evening rush that PostgreSQL has too few connections for all processes."""

import pytest

from app.kernel import db, installation
from app.kernel.connection_budget import connection_budget
from app.kernel.postgres_limits import BESIDE_POOL, POOL
from app.ops.connection_check import check_connections

pytestmark = pytest.mark.parametrize("dialect", ["postgres"], indirect=True)


async def test_the_sum_is_of_the_pool_and_what_is_beside_it(database: str) -> None:
    budget = await connection_budget()
    assert budget.each == POOL + BESIDE_POOL
    assert budget.processes == budget.room // 22 >= 4
    assert budget.warning(budget.processes) == ""
    more = budget.processes + 1
    assert f"{budget.room} connections, and {more * 22} may be opened" in budget.warning(more)
    assert (await check_connections()).ok


async def test_a_limit_of_the_role_counts_too(database: str) -> None:
    await db.query_rows("ALTER ROLE postgres CONNECTION LIMIT 21", [])
    try:
        assert (await connection_budget()).room == 21
        finding = await check_connections()
        assert not finding.ok
        assert "lower KLIQS_DATABASE_POOL" in finding.says
    finally:
        await db.query_rows("ALTER ROLE postgres CONNECTION LIMIT -1", [])


async def test_the_pool_is_a_setting_and_behind_a_pooler_it_does_not_count(database: str) -> None:
    here = installation.current()
    here.config = here.config.model_copy(update={"database_pool": 7, "database_slow_reads": 3})
    parameters = db.connection_parameters(database)
    assert (parameters["maxsize"], parameters["slow_reads"]) == (7, 3)
    assert db.connection_parameters(f"{database}&maxsize=3")["slow_reads"] == 2
    here.config = here.config.model_copy(update={"database_direct_url": "postgres://elsewhere/kliqs"})
    assert (await connection_budget()).each == BESIDE_POOL
    assert db.connection_parameters(database)["pooled"]
