"""A process that sends events until it is killed: `python -m tests.webhooks.deaths URL DATA_DIR`."""

import asyncio
import sys
from pathlib import Path

from app.jobs.worker import Worker
from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from tests.world import SECRET


async def send(url: str) -> None:
    """Runs a worker until the process ends."""
    async with db.database_open(url), Worker().running():
        await asyncio.Event().wait()


if __name__ == "__main__":
    settings = Config(hosts="https://kliqs.test", secret_key=SECRET, data_dir=Path(sys.argv[2]), net_allow="127.0.0.1")
    installation.use(Installation(settings))
    asyncio.run(send(sys.argv[1]))
