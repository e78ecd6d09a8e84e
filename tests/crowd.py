"""A second process on a test's database: `python -m tests.crowd URL WORK ARGUMENT` prints how often it succeeded.

It waits for a line on its standard input, so that processes begin together.
"""

import asyncio
import sys

from app.accounts.models import Account
from app.kernel import db, installation
from app.kernel.refusal import NotFound, Refusal
from app.kernel.surfaces import Site
from app.keys.models import ApiKey, Usage
from app.links.models import Link, admit
from tests.conftest import SECRET

AT_ONCE = 40


async def same_slug(email: str, number: int) -> None:
    await Link.shorten(await Account.get(email=email), url="https://example.com/", slug="same")


async def any_slug(email: str, number: int) -> None:
    await Link.shorten(await Account.get(email=email), url="https://example.com/")


async def request(raw_key: str, number: int) -> None:
    async with Usage.spending(await ApiKey.present(raw_key)):
        pass


async def follow(slug: str, number: int) -> None:
    link, _ = await Link.named(slug)
    if link is None or not await admit(link.id):
        raise NotFound


WORKS = {work.__name__: work for work in (same_slug, any_slug, request, follow)}


async def main(url: str, work: str, argument: str) -> None:
    installation.current().secret_keys = [SECRET]
    installation.current().site = Site.parse("https://kliqs.test", bind="127.0.0.1:8000", secure=True)
    async with db.opened(url):
        await db.answers()
        print("ready", flush=True)
        sys.stdin.readline()
        tries = await asyncio.gather(*(WORKS[work](argument, n) for n in range(AT_ONCE)), return_exceptions=True)
    odd = [repr(error) for error in tries if error is not None and not isinstance(error, Refusal)]
    print(tries.count(None), *odd[:3], sep="\n")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4]))
