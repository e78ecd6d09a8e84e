"""Processes that publish and die: `python -m tests.publishing.delivery.deaths URL DATA ORIGIN NUMBER LOOKS`.

One process loads everything once and forks NUMBER workers. For each line of its input it kills one of its own children
a moment later, by its id, and forks another one; when the input ends, it ends. LOOKS is `looks` where the network lets
us look for a post.
"""

import asyncio
import os
import random
import signal
import sys
import time
from pathlib import Path

from app.jobs.worker import Worker
from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.lifespan import JOBS
from app.publishing.delivery import attempt, reconcile
from app.publishing.networks.network import RateLimit
from app.publishing.networks.registry import register
from tests.networks.flaky import FlakyNetwork
from tests.world import SECRET

LEASE, LONGEST_MOMENT = 4.0, 0.1  # seconds
KINDS_HERE = {"posts.publish", "posts.upload", "posts.upkeep"}


class PublishingWorker(Worker):
    """A worker that does nothing else."""

    def _kinds(self) -> list[str]:
        return [kind for kind in super()._kinds() if kind in KINDS_HERE]


async def publish(url: str) -> None:
    """Runs a worker until the process ends."""
    async with db.database_open(url), PublishingWorker(lease=LEASE).running():
        await asyncio.Event().wait()


def fork(url: str) -> int:
    """Forks a worker; returns its id."""
    child = os.fork()
    if child:
        return child
    try:
        asyncio.run(publish(url))
    finally:
        os._exit(1)


def kill(child: int) -> None:
    """Kills a child of this process, and waits until it is gone."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def prepare(data: Path, origin: str, *, looks: bool) -> None:
    """Makes this process, and those that it forks, publish to a network."""
    settings = Config(hosts="https://kliqs.test", secret_key=SECRET, data_dir=data, net_allow="127.0.0.1")
    installation.use(Installation(settings))
    network = FlakyNetwork(origin, looks=looks)
    network.limits = (RateLimit("posts", 100_000, 900), RateLimit("all", 100_000, 86_400, app=True))
    register(network)
    attempt.NO_ANSWER_WAIT = 0.2  # seconds
    reconcile.LOOK_WAITS = (0.2, 0.2, 0.2)
    assert JOBS, "registered by the import"


def main(url: str, data: str, origin: str, number: str, looks: str) -> None:
    prepare(Path(data), origin, looks=looks == "looks")
    children = [fork(url) for _ in range(int(number))]
    for _ in sys.stdin:
        time.sleep(random.uniform(0, LONGEST_MOMENT))  # noqa: S311
        victim = children.pop(random.randrange(len(children)))  # noqa: S311
        kill(victim)
        children.append(fork(url))
        print("killed", flush=True)
    for child in children:
        kill(child)


if __name__ == "__main__":
    main(*sys.argv[1:6])
