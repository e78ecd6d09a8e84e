"""A second process on a test's database: `python -m tests.crowd` works off what its standard input names.

A line `[url, work, argument]` in JSON opens a database, which is answered by `ready`; the next line starts the work, so
that processes begin together. The answer is `[successes, errors that are no refusals]`.
"""

import asyncio
import json
import sys

from tortoise.backends.base.executor import EXECUTOR_CACHE

from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.kernel.refusal import NotFound, Refusal
from app.keys.models import ApiKey, MonthlyUsage
from app.links.click_limit import admit_visit
from app.links.models import Link
from tests.world import SECRET, account_of

AT_ONCE = 40


async def same_slug(email: str, number: int) -> None:
    await Link.shorten(await account_of(email), url="https://example.com/", slug="same")


async def any_slug(email: str, number: int) -> None:
    await Link.shorten(await account_of(email), url="https://example.com/")


async def request(raw_key: str, number: int) -> None:
    async with MonthlyUsage.counted_request(await ApiKey.authenticate(raw_key)):
        pass


async def follow(slug: str, number: int) -> None:
    link, _ = await Link.by_name(slug)
    if link is None or not await admit_visit(link.id):
        raise NotFound


WORKS = {work.__name__: work for work in (same_slug, any_slug, request, follow)}


async def main(url: str, work: str, argument: str) -> None:
    EXECUTOR_CACHE.clear()  # Tortoise keeps its SQL by table, whatever the dialect
    async with db.database_open(url):
        await db.ping()
        print("ready", flush=True)
        sys.stdin.readline()
        tries = await asyncio.gather(*(WORKS[work](argument, n) for n in range(AT_ONCE)), return_exceptions=True)
    odd = [repr(error) for error in tries if error is not None and not isinstance(error, Refusal)]
    print(json.dumps([tries.count(None), odd[:3]]), flush=True)


if __name__ == "__main__":
    installation.use(Installation(Config(hosts="https://kliqs.test", secret_key=SECRET)))
    for line in iter(sys.stdin.readline, ""):
        asyncio.run(main(*json.loads(line)))
