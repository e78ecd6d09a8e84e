"""A process that is killed under requests: `python -m tests.gateway.metering.deaths URL ACCOUNT DIRECTORY`.

It keeps a hundred requests open, and begins, renews and settles them as fast as it can. It says `ready` once all
are open and as many have been ended, and goes on until it is killed.
"""

import asyncio
import sys
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from app.accounts.models import Account
from app.gateway.metering.call import Outcome
from app.gateway.metering.reservation import renew, reserve
from app.gateway.metering.settlement import settle
from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.keys.models import ApiKey
from tests.gateway.metering.calls import call_of, used
from tests.world import SECRET

OPEN = 100
_numbers = count()


async def run_request(account: Account, key: ApiKey, opened: asyncio.Semaphore) -> None:
    """Opens requests and ends them, one after the other, in every way."""
    while True:
        reservation = await reserve(call_of(account, key, request_id=f"air_dying_{next(_numbers)}"))
        opened.release()
        for delivered in (3, 30, 300):
            reservation.renewed_at -= timedelta(seconds=10)
            await renew(reservation, delivered)
        await settle(reservation, [used(90, 5), Outcome(502), Outcome(499, delivered=300)][next(_numbers) % 3])


async def run_until_death(url: str, account_id: str) -> None:
    """Runs requests until the process is killed."""
    async with db.database_open(url):
        account, opened = await Account.get(id=account_id), asyncio.Semaphore(0)
        key = await ApiKey.get(account_id=account_id)
        tasks = [asyncio.create_task(run_request(account, key, opened)) for _ in range(OPEN)]
        for _ in range(2 * OPEN):
            await opened.acquire()
        print("ready", flush=True)
        await asyncio.gather(*tasks)


if __name__ == "__main__":
    limits: dict[str, Any] = {"gateway_requests": 1_000_000, "gateway_tokens": 10**9, "gateway_streams": 10_000}
    config = Config(hosts="https://kliqs.test", secret_key=SECRET, data_dir=Path(sys.argv[3]), **limits)
    installation.use(Installation(config))
    asyncio.run(run_until_death(*sys.argv[1:3]))
