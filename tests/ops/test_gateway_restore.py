"""A backup holds what belongs to the gateway; after a restore nothing stays reserved, and videos are followed again."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.accounts.models import Account
from app.gateway.contents.content_store import read_content
from app.gateway.metering.ai_request import RESERVED, AiRequest
from app.gateway.metering.reaper import reap
from app.gateway.videos.polling import HELD, KIND
from app.jobs.models import Job
from app.kernel import clock
from app.ops import backup
from app.ops.restore import restore_backup
from tests import world
from tests.conftest import Clock
from tests.databases import TEMPLATES, Template
from tests.gateway import furnished
from tests.gateway.metering.calls import assert_books_agree
from tests.ops.test_backup import everything, opened

SIDES = [("sqlite", "postgres"), ("postgres", "sqlite")]


@pytest.fixture
def both(templates: Callable[[str], Template]) -> dict[str, Template]:
    return {dialect: templates(dialect) for dialect in TEMPLATES}


async def rows_of_the_gateway() -> dict[str, list[Any]]:
    """The rows of its tables; the order of the names in JSON is PostgreSQL's own."""
    tables = {name: lines for name, lines in (await everything()).items() if name.startswith("ai_")}
    return {name: [json.loads(line) for line in lines] for name, lines in tables.items()}


@pytest.mark.parametrize("source, target", SIDES)
async def test_requests_credits_and_contents_come_back_and_what_was_under_way_is_ended(
    both: dict[str, Template], tmp_path: Path, moved: Clock, source: str, target: str
) -> None:
    file = tmp_path / "backup.tar.gz"
    async with opened(both[source], tmp_path / "source") as (_, config):
        made = await furnished.build(await world.sari())
        await furnished.highest_cost_of(await Account.get(id=made.request.account_id), made.key, made.model)
        before = await rows_of_the_gateway()
        await backup.write_backup(file, config)

    async with opened(both[target], tmp_path / "target") as (_, config):
        await restore_backup(file, config)
        assert await rows_of_the_gateway() == before and len(before) >= 14
        account = await Account.get(id=made.request.account_id)
        content = await read_content(account, made.request.id)
        assert content and content["request"] == {"messages": furnished.PROMPT}
        assert [job.payload for job in await Job.not_ended().filter(kind=KIND)] == [{"video": str(made.video.id)}]

        moved.on(timedelta(minutes=2))
        await reap()
        assert [request.id for request in await AiRequest.filter(state=RESERVED)] == [made.video.request_id]
        moved.to(clock.now() + HELD)
        await reap()
        assert not await AiRequest.filter(state=RESERVED).exists()
        await assert_books_agree(account)
