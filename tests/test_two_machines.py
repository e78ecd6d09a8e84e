"""Two servers with a folder each, on one PostgreSQL, one Redis and one S3 server, behind nginx: they are one."""

import asyncio
import os
import signal
import threading
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest

from app.accounts.models import Account, Membership
from app.accounts.registration import register
from app.accounts.roles import VIEWER
from app.kernel import db
from app.keys.models import ApiKey
from app.links.models import Link
from app.pages.first_content import new_page_content
from app.pages.models import Page
from app.visits.models import VisitRow
from app.visits.recording import journal_folders
from app.visits.recording.journal import list_segments
from app.visits.visit import key_in_visits
from tests import cluster_journey, world
from tests.client import FIREFOX
from tests.cluster import Cluster, cluster_of, needed
from tests.cluster_journey import Person
from tests.databases import Template
from tests.object_server import ObjectServer
from tests.serving import Server
from tests.steady_load import SteadyLoad, under_load
from tests.steady_writes import SteadyWrites
from tests.test_shipped_journals import visits_of
from tests.waiting import DEADLINE, eventually

pytestmark = [
    pytest.mark.slow,
    needed,
    pytest.mark.timeout(600),
    pytest.mark.parametrize("dialect", ["postgres"], indirect=True),
]
CUT_LISTENERS = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE query = 'SELECT 1' AND datname = current_database() AND pid <> pg_backend_pid()"""
KEYS_PAGE, LIVE_FEED = "/dashboard/settings/api-keys/", "/dashboard/analytics/feed"
_people = count(1)


class Machines(NamedTuple):
    """The two servers, what is around them, and somebody's account; the test itself is a third one on the database."""

    here: Server
    there: Server
    cluster: Cluster
    account: Account
    email: str


@pytest.fixture(scope="module")
def cluster(
    template: Template, object_server: ObjectServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Cluster, str]]:
    """The servers for all tests of this file, and the URL of their database."""
    folder = tmp_path_factory.mktemp("cluster")
    url = asyncio.run(template.fresh(folder))
    with cluster_of(folder, url, object_server) as running:
        running.start_both()
        yield running, url
    asyncio.run(template.drop(url))


@pytest.fixture
async def machines(cluster: tuple[Cluster, str]) -> AsyncGenerator[Machines]:
    """The servers, and the account of somebody new."""
    running, url = cluster
    email = f"person-{next(_people)}@example.com"
    async with db.database_open(url):
        account = (await register(email, "Sari", world.PASSWORD, plan="business")).account
        await Account.filter(id=account.id).update(links_limit=100_000, requests_limit=1_000_000)
        here, there = running.machines
        yield Machines(here, there, running, account, email)


@contextmanager
def answer(server: Server, path: str, cookie: str = "", form: dict[str, str] | None = None) -> Iterator[HTTPResponse]:
    """The answer of a server, whose body may still be on its way."""
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=DEADLINE)) as connection:
        headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin", "Accept-Language": "en", "User-Agent": FIREFOX}
        headers["Host"] = server.host
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


async def sign_in(server: Server, email: str) -> str:
    """Signs somebody in; returns the cookies."""

    def cookies() -> str:
        with answer(server, "/login", form={"email": email, "password": world.PASSWORD}) as response:
            assert response.status == 303
            return "; ".join(value.partition(";")[0] for value in response.headers.get_all("Set-Cookie", []))

    return await asyncio.to_thread(cookies)


async def changed_by_api(machines: Machines, method: str, path: str, body: Any = None) -> None:
    key = await world.key_of(machines.account)
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


async def test_what_one_machine_changes_is_so_on_the_other(machines: Machines) -> None:
    sari, there = machines.account, machines.there
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

    cookie = await sign_in(machines.here, machines.email)
    assert await status(there, KEYS_PAGE, cookie) == 200
    await Membership.filter(account_id=sari.id).update(role=VIEWER)
    assert await status(there, KEYS_PAGE, cookie) == 403


async def test_news_are_heard_again_after_the_line_was_cut(machines: Machines) -> None:
    for number in range(2):  # the line that was laid anew is cut, too
        link = await world.shorten(machines.account, f"cut-{number}")
        await becomes(machines.there, f"/cut-{number}", 302)
        await db.query_rows(CUT_LISTENERS, [])
        await link.pause()
        await becomes(machines.there, f"/cut-{number}", 410)


async def test_a_visit_to_one_machine_shows_in_the_live_feed_of_the_other(machines: Machines) -> None:
    await world.shorten(machines.account, "fed")
    cookie = await sign_in(machines.there, machines.email)
    begun = threading.Event()

    def is_shown() -> bool:
        with answer(machines.there, LIVE_FEED, cookie) as feed:
            assert feed.readline() == b"retry: 2000\n"
            begun.set()
            return any(b"/fed" in line for line in iter(feed.readline, b""))

    shown = asyncio.create_task(asyncio.to_thread(is_shown))
    assert await asyncio.to_thread(begun.wait, DEADLINE)
    assert await status(machines.here, "/fed") == 302
    assert await shown


async def test_journeys_pass_though_each_request_goes_to_the_other_machine(machines: Machines) -> None:
    before = machines.cluster.requests_by_machine()
    key = await world.key_of(machines.account)
    async with Person(machines.cluster.front.url) as person:
        await cluster_journey.sign_up(person, "ratna@example.com")
        link = await cluster_journey.make_and_edit_a_link(person, "coffee")
        picture = await cluster_journey.publish_a_page_with_a_picture(person, "ratna")
        assert [await status(machine, picture) for machine in machines.cluster.machines] == [200, 200]
        await cluster_journey.draw_a_code(person, link)
        await cluster_journey.make_a_batch(person)
        assert any(name.startswith("media/") for name in await cluster_journey.export_everything(person))
        await cluster_journey.work_by_api(person, key, "by-api")
        await person.post("/logout")
        for _ in machines.cluster.machines:
            assert (await person.get("/dashboard/links/")).path == "/login"
    asked = [now - then for now, then in zip(machines.cluster.requests_by_machine(), before, strict=True)]
    assert abs(asked[0] - asked[1]) <= 1 and sum(asked) > 40


async def test_either_machine_may_be_killed_under_load_and_nothing_is_lost_or_counted_twice(machines: Machines) -> None:
    cluster, key = machines.cluster, await world.key_of(machines.account)
    link, known = await world.shorten(machines.account, "promo"), await world.shorten(machines.account, "known")
    writes = SteadyWrites(cluster.front, key, str(known.id))
    async with under_load(cluster.front.port, clients=4) as load, writes.running():
        for index in range(2):
            await more(load, writes)
            cluster.machines[index].kill()
            assert left_in_journal(cluster.machines[index])
            await more(load, writes)
            await asyncio.to_thread(cluster.start, index)
            await cluster.both_are_asked()
    assert (load.refused, load.cut) == (0, 0)
    await eventually(lambda: is_counted(link, load, cluster))
    await writes.check(known)


async def test_a_machine_that_stands_still_is_passed_over_and_its_visits_are_counted(machines: Machines) -> None:
    cluster, link = machines.cluster, await world.shorten(machines.account, "still")
    async with under_load(cluster.front.port, clients=4, slug="still") as load:
        await eventually(lambda: len(load.answered) > 40)
        os.killpg(machines.here.process.pid, signal.SIGSTOP)
        try:
            before = len(cluster.asked_twice())
            await eventually(lambda: len(cluster.asked_twice()) > before)
            followed = len(load.answered) + 100
            await eventually(lambda: len(load.answered) > followed)
        finally:
            os.killpg(machines.here.process.pid, signal.SIGCONT)
    assert (load.refused, load.cut) == (0, 0)
    await eventually(lambda: is_counted(link, load, cluster))


async def more(load: SteadyLoad, writes: SteadyWrites) -> None:
    """Waits until so much more was answered that both machines were asked often."""
    followed, written = len(load.answered) + 100, len(writes.acknowledged) + 20
    await eventually(lambda: len(load.answered) >= followed and len(writes.acknowledged) >= written)


def left_in_journal(server: Server) -> bool:
    """Whether a server that is dead has left a journal on its disk."""
    journal = Path(server.env["KLIQS_DATA_DIR"]) / "journal"
    return any(list_segments(folder) for folder in journal_folders.list_journal_folders(journal))


async def is_counted(link: Link, load: SteadyLoad, cluster: Cluster) -> bool:
    """Whether both machines have taken everything in, and each answered visit is recorded and counted; none is there
    twice, also of those that both machines wrote down because nginx asked both.
    """
    if any([(await asyncio.to_thread(visits_of, machine))["waiting_bytes"] for machine in cluster.machines]):
        return False
    rows = await VisitRow.filter(link=key_in_visits(link.id)).values("utm_content")
    recorded = Counter(row["utm_content"] for row in rows)
    assert {mark for mark, times in recorded.items() if times > 1} == set()
    await link.refresh_from_db()
    return {str(mark) for mark in load.answered} <= recorded.keys() and link.followed == recorded.total()
