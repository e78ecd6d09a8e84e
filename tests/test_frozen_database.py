"""While PostgreSQL stands still for longer than anybody waits, links lead on; nothing is lost, nothing is stuck."""

import asyncio
import json
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import psutil
import pytest

from app.jobs.models import Job
from app.kernel import clock, db, postgres_limits
from app.mail import delivery
from app.visits.models import VisitRow
from tests import serving, world
from tests.conftest import SECRET
from tests.databases import PostgresTemplate, Template
from tests.preloaded import MAIN
from tests.screens import Reader
from tests.serving import Server, environment, key_with_room
from tests.waiting import eventually, wait_until

pytestmark = pytest.mark.slow
FROZEN, SOON = 8, 5  # seconds: how long it stands still, and within which everybody is answered
# a server whose statements may take 6 seconds and not 20: those that PostgreSQL ran when it froze end when it goes on
IMPATIENT = f"from app.kernel import postgres_url; postgres_url.LIMITS['statement_timeout'] = '6000'; {MAIN}"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
CONNECTIONS = "SELECT count(*) AS number FROM pg_stat_activity WHERE datname = current_database()"


@contextmanager
def frozen(template: PostgresTemplate) -> Iterator[None]:
    """Stops the server of the database and all of its processes where they are, for the length of a block."""
    postmaster = psutil.Process(template.server.get_pid())
    postmaster.suspend()  # first, so that it makes no more
    stopped = [postmaster, *postmaster.children(recursive=True)]
    for process in stopped:
        process.suspend()
    try:
        yield
    finally:
        for process in reversed(stopped):
            process.resume()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Follows nothing."""


def ask(server: Server, path: str, **headers: str) -> tuple[int, str, str]:
    """The status, Retry-After and text of an answer, which must come soon."""
    request = urllib.request.Request(f"{server.url}{path}", headers={"User-Agent": FIREFOX, **headers})
    try:
        with urllib.request.build_opener(NoRedirect).open(request, timeout=SOON) as answer:
            return answer.status, "", answer.read().decode()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.headers.get("Retry-After", ""), answer.read().decode()


async def test_a_frozen_database_stops_no_known_link_and_loses_nothing(
    template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(template, PostgresTemplate)
    url = await template.fresh(tmp_path)
    env = environment(tmp_path / "data", url, KLIQS_SECRET_KEY=SECRET)
    key = await key_with_room(env)
    async with db.database_open(url):
        dewi = await world.account_of("dewi@example.com")
        link = await world.shorten(dewi, "promo")
    monkeypatch.setattr(serving, "COMMAND", [sys.executable, "-c", IMPATIENT])
    with serving.serving(env) as server:
        led = await asyncio.to_thread(live_through, server, template, key)
        log = (tmp_path / f"server-{server.port}.log").read_text()
        async with db.database_open(url):
            await eventually(lambda: taken_in(led))
            await eventually(nothing_is_due)
            [row] = await db.query_rows(CONNECTIONS, [])
        assert await asyncio.to_thread(server.stop) == 0
    async with db.database_open(url):
        assert await VisitRow.all().count() == led
        await link.refresh_from_db()
    assert link.clicks == led
    assert row["number"] <= postgres_limits.POOL + postgres_limits.BESIDE_POOL + 1
    assert "Traceback" not in log, [line[:1800] for line in log.splitlines() if "Traceback" in line]
    outages = [json.loads(line)["event"] for line in log.splitlines() if '"not_logged"' in line]
    assert outages and len(outages) == len(set(outages)), "one line a minute of each"
    await template.drop(url)


async def taken_in(number: int) -> bool:
    return await VisitRow.all().count() >= number


async def nothing_is_due() -> bool:
    """Whether no job waits but emails, for which this installation has no server."""
    return not await Job.filter(ended_at=None, due_at__lte=clock.now()).exclude(kind=delivery.KIND).count()


def live_through(server: Server, template: PostgresTemplate, key: str) -> int:
    """Freezes the database and asks for everything meanwhile; returns how many visitors a link led on."""
    dewi, bearer = Reader(server, "dewi@example.com", world.PASSWORD), {"Authorization": f"Bearer {key}"}
    signed_in = {"Cookie": "; ".join(f"{cookie.name}={cookie.value}" for cookie in dewi.jar)}
    statuses = [ask(server, "/promo")[0]]
    assert ask(server, "/dashboard/links/", **signed_in)[0] == 200
    ask(server, "/dashboard/nothing", **signed_in)  # the first page of an error loads its templates
    with frozen(template):
        thaw = clock.now() + timedelta(seconds=FROZEN)
        while clock.now() < thaw:
            for path, headers in (("/dashboard/links/", signed_in), ("/api/v1/links", bearer), ("/readyz", {})):
                status, again, _ = ask(server, path, **headers)
                assert (status, int(again) > 0) == (503, True), path
            statuses += [ask(server, "/promo")[0] for _ in range(10)]
    wait_until(lambda: ask(server, "/readyz")[0] == 200)
    assert ask(server, "/dashboard/links/", **signed_in)[0] == 200
    assert ask(server, "/api/v1/links", **bearer)[0] == 200
    statuses.append(ask(server, "/promo")[0])
    assert set(statuses) == {302}
    return len(statuses)
