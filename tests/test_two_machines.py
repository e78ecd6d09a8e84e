"""Two servers with a data directory each on one PostgreSQL: what one of them changes, the other knows."""

import asyncio
import itertools
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest

from app.accounts.models import Account, Membership
from app.accounts.roles import VIEWER
from app.kernel import db
from app.keys.models import ApiKey
from app.links.models import Link
from app.pages.first_content import new_page_content
from app.pages.models import Page
from app.visits.recording import journal_folders
from app.visits.recording.journal import list_segments
from tests import world
from tests.conftest import SECRET
from tests.serving import Server, environment, start
from tests.test_recording import Load
from tests.waiting import DEADLINE, eventually

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("dialect", ["postgres"], indirect=True)]
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"
CUT_LISTENERS = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE query = 'SELECT 1' AND datname = current_database() AND pid <> pg_backend_pid()"""
KEYS_PAGE, LIVE_FEED = "/dashboard/settings/api-keys/", "/dashboard/analytics/feed"


class Machines(NamedTuple):
    """The two servers, and the account whose things they serve; the test itself is a third one on the database."""

    here: Server
    there: Server
    sari: Account


@pytest.fixture
async def machines(database: str, sari: Account, tmp_path: Path) -> AsyncGenerator[Machines]:
    folders = [tmp_path / name / "data" for name in ("here", "there")]
    for folder in folders:
        folder.parent.mkdir()
    servers = await asyncio.gather(
        *(asyncio.to_thread(start, environment(folder, database, KLIQS_SECRET_KEY=SECRET)) for folder in folders)
    )
    here, there = servers
    yield Machines(here, there, sari)
    for server in servers:
        if server.process.poll() is None:
            server.kill()


@contextmanager
def answer(server: Server, path: str, cookie: str = "", form: dict[str, str] | None = None) -> Iterator[HTTPResponse]:
    """The answer of a server, whose body may still be on its way."""
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=DEADLINE)) as connection:
        headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin", "Accept-Language": "en", "User-Agent": FIREFOX}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("GET" if form is None else "POST", path, urlencode(form) if form else None, headers)
        with connection.getresponse() as response:
            yield response


async def status(server: Server, path: str, cookie: str = "") -> int:
    def of_answer() -> int:
        with answer(server, path, cookie) as response:
            return response.status

    return await asyncio.to_thread(of_answer)


async def becomes(server: Server, path: str, wanted: int, cookie: str = "") -> None:
    """Waits until a path has a status on a server."""

    async def has() -> bool:
        return await status(server, path, cookie) == wanted

    await eventually(has)


async def sign_in(server: Server) -> str:
    """Signs the owner in; returns the cookies."""

    def cookies() -> str:
        with answer(server, "/login", form={"email": "sari@example.com", "password": world.PASSWORD}) as response:
            assert response.status == 303
            return "; ".join(value.partition(";")[0] for value in response.headers.get_all("Set-Cookie", []))

    return await asyncio.to_thread(cookies)


async def changed_by_api(machines: Machines, method: str, path: str, body: Any = None) -> None:
    key = await world.key_of(machines.sari)
    code, answer = await asyncio.to_thread(machines.here.api, method, path, key, body)
    assert code < 300, answer


async def rename(machines: Machines, link: Link) -> None:
    await changed_by_api(machines, "PATCH", f"/links/{link.id}", {"slug": "renamed"})


async def delete(machines: Machines, link: Link) -> None:
    await changed_by_api(machines, "DELETE", f"/links/{link.id}")


async def pause(_machines: Machines, link: Link) -> None:
    await link.pause()


async def block(machines: Machines, _link: Link) -> None:
    await asyncio.to_thread(machines.here.command, "link", "block", "block-it", "--why", "phishing")


Change = Callable[[Machines, Link], Awaitable[None]]
CHANGES: dict[str, tuple[Change, int]] = {
    "rename": (rename, 410),
    "delete": (delete, 410),
    "pause": (pause, 410),
    "block": (block, 451),
}


async def test_what_one_machine_changes_is_so_on_the_other(machines: Machines, database: str) -> None:
    sari, there = machines.sari, machines.there
    for name, (change, after) in CHANGES.items():
        link = await world.shorten(sari, f"{name}-it")
        await becomes(there, f"/{name}-it", 302)
        await change(machines, link)
        await becomes(there, f"/{name}-it", after)

    page = await Page.make(sari, "sari", new_page_content("Sari", "id"))
    assert await status(there, "/sari") == 404
    await changed_by_api(machines, "PUT", f"/pages/{page.id}/publication?version={page.version}")
    await becomes(there, "/sari", 200)

    api_key, raw = await ApiKey.issue(sari, "till")
    assert (await asyncio.to_thread(there.api, "GET", "/me", raw))[0] == 200
    await api_key.revoke()
    assert (await asyncio.to_thread(there.api, "GET", "/me", raw))[0] == 401

    cookie = await sign_in(machines.here)
    assert await status(there, KEYS_PAGE, cookie) == 200
    await Membership.filter(account_id=sari.id).update(role=VIEWER)
    assert await status(there, KEYS_PAGE, cookie) == 403


async def test_news_are_heard_again_after_the_line_was_cut(machines: Machines, database: str) -> None:
    for number in range(3):
        link = await world.shorten(machines.sari, f"cut-{number}")
        await becomes(machines.there, f"/cut-{number}", 302)
        await db.query_rows(CUT_LISTENERS, [])
        await link.pause()
        await becomes(machines.there, f"/cut-{number}", 410)


async def test_a_visit_to_one_machine_shows_in_the_live_feed_of_the_other(machines: Machines, database: str) -> None:
    await world.shorten(machines.sari, "promo")
    cookie = await sign_in(machines.there)
    begun = threading.Event()

    def is_shown() -> bool:
        with answer(machines.there, LIVE_FEED, cookie) as feed:
            assert feed.readline() == b"retry: 2000\n"
            begun.set()
            return any(b"/promo" in line for line in iter(feed.readline, b""))

    shown = asyncio.create_task(asyncio.to_thread(is_shown))
    assert await asyncio.to_thread(begun.wait, DEADLINE)
    assert await status(machines.here, "/promo") == 302
    assert await shown


async def test_the_disk_of_a_dead_machine_that_comes_back_is_taken_in_once(machines: Machines, database: str) -> None:
    """Two that find it at once, and a living machine beside them, change nothing."""
    await world.shorten(machines.sari, "promo")
    numbers, stop = itertools.count(1), asyncio.Event()
    loads = [Load(server.port, numbers) for server in machines[:2]]
    running = [asyncio.create_task(load.run(stop)) for load in loads]
    await eventually(lambda: all(len(load.answered) > 200 for load in loads))
    machines.here.kill()
    stop.set()
    await asyncio.gather(*running)
    journal = Path(machines.here.env["KLIQS_DATA_DIR"]) / "journal"
    left = [segment for folder in journal_folders.list_journal_folders(journal) for segment in list_segments(folder)]
    assert left
    servers = await asyncio.gather(
        asyncio.to_thread(start, machines.here.env), asyncio.to_thread(start, machines.here.env)
    )
    try:
        expected = {str(mark) for load in loads for mark in load.answered}

        async def all_there() -> bool:
            rows = await db.query_rows("SELECT utm_content FROM visits", [])
            recorded = [row["utm_content"] for row in rows]
            assert len(recorded) == len(set(recorded))
            return expected <= set(recorded)

        await eventually(all_there)
        visits = (await db.query_rows("SELECT count(*) AS visits FROM visits", []))[0]["visits"]
        await eventually(lambda: _followed(visits))
    finally:
        for server in servers:
            server.kill()


async def _followed(visits: int) -> bool:
    return bool((await db.query_rows("SELECT followed FROM links", []))[0]["followed"] == visits)
