"""`python -m tests.bench.pages [times] [part of a path ...]`: CPU that the server spends on each of the main pages.

The demo world, its creator with 10³ links more, answered in this process without a socket: ms of CPU of all threads,
of the first request of each page, which compiles its templates, and the median and the least of the others. Figures of
a shared machine: compare within one run, and rather the least ones.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import cast

import structlog
from quart import Quart

from app import create_app
from app.accounts.models import Account
from app.kernel.config import Config
from app.links.models import Link
from app.ops import demo
from app.pages.models import Page
from tests import world
from tests.client import Browser, browsers_of
from tests.world import PASSWORD, SECRET

LINKS, TIMES = 1_000, 25
PUBLIC = ("/docs/", "/docs/first-bio-page", "/docs/api/links", "/privacy")


async def paths_of(account: Account) -> list[str]:
    """The paths of the main pages: those of an account, with its newest link and its bio page, and public ones."""
    link = await Link.owned_by(account).order_by("-created_at").first()
    page = await Page.owned_by(account).first()
    return [
        "/dashboard/",
        "/dashboard/links/",
        "/dashboard/links/?q=page+77",
        f"/dashboard/links/{link.id}/edit" if link else "",
        "/dashboard/settings",
        "/dashboard/settings/api-keys/",
        "/dashboard/pages/",
        f"/dashboard/pages/{page.id}" if page else "",
        "/dashboard/analytics/",
        f"/dashboard/analytics/links/{link.id}" if link else "",
        "/dashboard/qr/",
        *PUBLIC,
    ]


async def fill() -> Account:
    """The demo world, in which the creator has 10³ links more."""
    await demo.build_demo(PASSWORD)
    account = await world.account_of(demo.CAST[0].email)
    await Account.filter(id=account.id).update(links_limit=10 * LINKS)
    await account.refresh_from_db()
    for number in range(LINKS):
        await Link.shorten(account, url=f"https://example.com/page/{number}", title=f"Page {number}")
    return account


async def cost(browser: Browser, path: str, times: int) -> tuple[list[float], int, int]:
    """CPU of the first request, of the median and of the least of the others in ms; the answer's status and length."""
    took = []
    for _ in range(times + 1):
        began = time.process_time()
        response = await browser.get(path)
        body = await response.get_data()
        took.append((time.process_time() - began) * 1000)
    return [took[0], statistics.median(took[1:]), min(took[1:])], response.status_code, len(body)


async def measure(app: Quart, times: int, words: list[str]) -> None:
    """Prints a line for each page."""
    account = await fill()
    browser = cast(Browser, app.test_client())
    browser.sign_in(await world.begin_session(account, "bench"))
    print(f"{'page':<60}{'status':>8}{'bytes':>9}{'first':>9}{'median':>9}{'least':>9}  ms of CPU")
    for path in filter(None, await paths_of(account)):
        if not words or any(word in path for word in words):
            took, status, length = await cost(browser, path, times)
            print(f"{path:<60}{status:>8}{length:>9}" + "".join(f"{ms:>9.1f}" for ms in took), flush=True)


def main() -> None:
    times, words = TIMES, sys.argv[1:]
    if words and words[0].isdigit():
        times, words = int(words[0]), words[1:]
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    with tempfile.TemporaryDirectory() as place:
        config = Config(data_dir=Path(place), secret_key=SECRET, burst_limit="1000000/minute")
        app = browsers_of(create_app(config))

        async def run() -> None:
            async with app.test_app():
                await measure(app, times, words)

        asyncio.run(run())


if __name__ == "__main__":
    main()
