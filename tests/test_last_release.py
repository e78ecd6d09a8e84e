"""The last release is replaced machine by machine under load, and works beside this version on the new database."""

import asyncio
import http.client
import re
import subprocess
import urllib.request
from collections import Counter
from contextlib import closing
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tortoise import Tortoise

from app.kernel import db
from app.links.models import Link
from tests import last_release
from tests.client import FIREFOX
from tests.cluster import Cluster, cluster_of
from tests.cluster import needed as cluster_needed
from tests.databases import Template
from tests.old_rows import TABLES
from tests.serving import COMMAND, Server
from tests.steady_load import under_load
from tests.steady_writes import SteadyWrites
from tests.waiting import eventually

PASSWORD = "kopi-pagi-di-teras"
# The last release says this at its end of a transaction that was cut off, which PostgreSQL takes back.
CUT_OFF = '"event": "Resetting connection with an active transaction'


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the last release."""
    return last_release.unpack(tmp_path_factory.mktemp("release"))


class Person:
    """Somebody with a browser at a server."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        return self._open(path, None)

    def post(self, path: str, **form: str) -> str:
        """Sends a form, and follows where it leads."""
        return self._open(path, urlencode(form).encode())

    def _open(self, path: str, body: bytes | None) -> str:
        headers = {"Host": self.server.host, "Origin": f"http://{self.server.host}"}
        request = urllib.request.Request(self.server.url + path, body, headers)
        with closing(self.browser.open(request, timeout=60)) as page:
            return str(page.read().decode())


async def add_a_column_to_every_table(url: str) -> None:
    """What a later version may do: there are columns that the last release does not know."""
    async with db.database_open(url):
        dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
        for on in {db.MAIN, db.visits_connection()}:
            for row in await db.query_rows(TABLES[dialect], [], on=on):
                await db.query_rows(f'ALTER TABLE "{row["name"]}" ADD COLUMN "of_a_later_version" TEXT', [], on=on)


async def are_recorded(marks: set[str]) -> bool:
    """Whether all of these visits are in the database; none is there twice."""
    rows = await db.query_rows("SELECT utm_content FROM visits WHERE utm_content <> ''", [])
    recorded = [row["utm_content"] for row in rows]
    assert not (marks & {mark for mark, times in Counter(recorded).items() if times > 1})
    return marks <= set(recorded)


def work_at(server: Server, key: str) -> None:
    """Signs in, makes a link, follows it, and edits a bio page, in a browser and by the API."""
    person = Person(server)
    assert 'href="/dashboard/links' in person.post("/login", email="dewi@example.com", password=PASSWORD)
    name = f"link-{server.port}"
    person.post("/dashboard/links/", url=f"https://example.com/{name}", slug=name)
    assert name in person.get(f"/dashboard/links/?q={name}")
    assert str(leads_to(server, f"/{name}?utm_content=at-{server.port}")).startswith(f"https://example.com/{name}?")
    status, made = server.api("POST", "/links", key, {"url": f"https://example.com/api-{server.port}"})
    assert (status, made["success"]) == (201, True)
    assert server.api("GET", f"/links/{made['data']['id']}", key)[0] == 200
    _, page = server.api("POST", "/pages", key, {"slug": f"page-{server.port}", "name": "Dewi"})
    path = f"/pages/{page['data']['id']}"
    assert server.api("PATCH", path, key, {"name": "Dewi K"})[1]["data"]["name"] == "Dewi K"
    assert server.api("POST", f"{path}/blocks", key, {"kind": "heading", "title": "News"})[0] == 201


def leads_to(server: Server, path: str) -> str | None:
    """Where a short link leads."""
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)) as connection:
        connection.request("GET", path, headers={"User-Agent": FIREFOX, "Host": server.host})
        return connection.getresponse().getheader("Location")


def take_log(cluster: Cluster, index: int) -> str:
    """What a machine that was stopped has logged; the next server in its place begins another log."""
    file = cluster.folder / f"machine-{index}" / f"server-{cluster.machines[index].port}.log"
    log = file.read_text()
    file.unlink()
    return log


def errors_in(log: str) -> list[str]:
    """The lines of a log that report an error."""
    return [line for line in log.splitlines() if '"level": "error"' in line]


@cluster_needed
@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_the_last_release_is_replaced_machine_by_machine_under_load_and_works_beside_this_version(
    release: Path, template: Template, tmp_path: Path
) -> None:
    url, of_last_release = await template.empty(tmp_path), ""
    with cluster_of(tmp_path, url, None, KLIQS_DRAIN_SECONDS="1") as cluster:
        command = [*COMMAND, "demo", "--password", PASSWORD]
        old = last_release.known_settings(release, cluster.env)
        done = subprocess.run(command, env=old, cwd=release, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        key = re.findall(r"shown this once: (\S+)", done.stdout)[0]
        await add_a_column_to_every_table(url)
        await asyncio.to_thread(cluster.start_both, release)
        made = cluster.front.api("POST", "/links", key, {"url": "https://example.com", "slug": "promo"})[1]["data"]
        async with db.database_open(url):
            writes, machines, codes = SteadyWrites(cluster.front, key, made["id"]), cluster.machines, list[int]()
            async with under_load(cluster.front.port, clients=4) as load, writes.running():
                await cluster.both_are_asked()
                for index in range(2):
                    codes.append(await asyncio.to_thread(machines[index].stop))
                    of_last_release += take_log(cluster, index)
                    await asyncio.to_thread(cluster.start, index)
                    await cluster.both_are_asked()
                    if index == 0:
                        for machine in machines:
                            await asyncio.to_thread(work_at, machine, key)
                codes.append(await asyncio.to_thread(machines[0].stop))
            print(f"{len(load.answered)} followed, {len(writes.acknowledged)} made, {writes.unanswered} unanswered")
            assert (load.refused, load.cut) == (0, 0)
            marks = {str(mark) for mark in load.answered} | {f"at-{machine.port}" for machine in machines}
            await eventually(lambda: are_recorded(marks))
            await writes.check(await Link.get(id=made["id"]))
        codes.append(await asyncio.to_thread(machines[1].stop))
        of_this_version = cluster.log()
    assert "Traceback" not in of_last_release + of_this_version
    assert [line for line in errors_in(of_last_release) if CUT_OFF not in line] == errors_in(of_this_version) == []
    assert codes == [0, 0, 0, 0]
    await template.drop(url)
