"""A process that is killed under a hundred requests leaves none of them reserved, and none settled twice."""

import os
import signal
import sys
from asyncio.subprocess import PIPE
from datetime import timedelta
from pathlib import Path

from app.accounts.models import Account
from app.gateway.metering.ai_request import RESERVED, AiRequest
from app.gateway.metering.balance import AiBalance
from app.gateway.metering.budgets import set_budget
from app.gateway.metering.limits_of_keys import AiRate
from app.gateway.metering.reaper import reap
from app.kernel.package_files import ROOT
from tests.conftest import Clock
from tests.databases import ON_POSTGRES, for_killed, sessions_of_killed_over
from tests.gateway.metering.calls import assert_books_agree, buy, key_of
from tests.processes import process_running


@ON_POSTGRES
async def test_after_kill_9_every_request_is_settled_or_released_once(
    database: str, dialect: str, tmp_path: Path, sari: Account, moved: Clock
) -> None:
    await buy(sari, 10**12)
    await set_budget(sari, 10**12)
    await key_of(sari)
    command = (sys.executable, "-m", "tests.gateway.metering.deaths", for_killed(database), str(sari.id), str(tmp_path))
    async with process_running(*command, cwd=ROOT, env=dict(os.environ), stdout=PIPE) as process:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"
        process.kill()
        assert await process.wait() == -signal.SIGKILL
    await sessions_of_killed_over()
    left = await AiRequest.filter(state=RESERVED)
    assert left
    assert (await AiBalance.of(sari)).reserved == 10_000 * len(left)
    await assert_books_agree(sari)

    moved.to(max(request.alive_at for request in left) + timedelta(seconds=61))
    await reap()
    await reap()

    assert not await AiRequest.filter(state=RESERVED).exists()
    for before in left:
        after = await AiRequest.get(id=before.id)
        paid = 1_000 + 20 * -(-before.delivered // 3) if before.delivered else 0
        assert (after.cost, after.state) == (paid, "settled" if paid else "released")
    assert {rate.open for rate in await AiRate.all()} == {0}
    assert (await AiBalance.of(sari)).reserved == 0
    await assert_books_agree(sari)
