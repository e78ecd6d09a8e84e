"""`python -m tests.bench.pages [times] [part of a path ...]`: CPU that the server spends on each of the main pages.

The demo world, its busiest account with 10³ links, answered in this process without a socket: a median in ms of CPU of
all threads, and of it what rendering the template takes. The first request of each page, which compiles its templates,
stands apart. Figures of a shared machine: compare within one run.
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
from app.accounts.models import Account, Session
from app.kernel.config import Config
from app.links.models import Link
from app.ops import demo
from app.pages.models import Page
from tests.client import Browser, browsers_of
from tests.world import PASSWORD, SECRET

LINKS, TIMES = 1_000, 25
PUBLIC = ("/docs/", "/docs/first-bio-page", "/docs/create-link", "/privacy")


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
    account = await Account.get(email=demo.CAST[0].email)
    await Account.filter(id=account.id).update(links_limit=10 * LINKS)
    await account.refresh_from_db()
    for number in range(LINKS):
        await Link.shorten(account, url=f"https://example.com/page/{number}", title=f"Page {number}")
    return account


async def cost(browser: Browser, path: str, times: int) -> tuple[float, float, int, int]:
    """CPU of the first request and the median of the others in ms, the status and the length of the answer."""
    took = []
    for _ in range(times + 1):
        began = time.process_time()
        response = await browser.get(path)
        body = await response.get_data()
        took.append((time.process_time() - began) * 1000)
    return took[0], statistics.median(took[1:]), response.status_code, len(body)


async def measure(app: Quart, times: int, words: list[str]) -> None:
    """Prints a line for each page."""
    account = await fill()
    browser = cast(Browser, app.test_client())
    browser.sign_in(await Session.begin(account, "bench"))
    print(f"{'page':<60}{'status':>8}{'bytes':>9}{'first':>10}{'median':>10}   ms of CPU")
    for path in filter(None, await paths_of(account)):
        if not words or any(word in path for word in words):
            first, median, status, length = await cost(browser, path, times)
            print(f"{path:<60}{status:>8}{length:>9}{first:>10.1f}{median:>10.1f}", flush=True)


def main() -> None:
    times, words = TIMES, sys.argv[1:]
    if words and words[0].isdigit():
        times, words = int(words[0]), words[1:]
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    with tempfile.TemporaryDirectory() as place:
        config = Config(data_dir=Path(place), secret_key=SECRET, burst_limit="1000000/minute")
        app = browsers_of(create_app(config))

        async def run() -> None:
            async with app.test_app():
                await measure(app, times, words)

        asyncio.run(run())


if __name__ == "__main__":
    main()
