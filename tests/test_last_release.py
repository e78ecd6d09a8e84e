"""The last released version goes on to work on a database that this version has migrated, beside this version."""

import http.client
import re
import subprocess
import urllib.request
from contextlib import closing
from functools import partial
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tortoise import Tortoise

from app.kernel import db
from app.kernel.database_upgrade import upgrade_database
from tests import last_release
from tests.client import FIREFOX
from tests.databases import Template
from tests.old_rows import TABLES
from tests.serving import COMMAND, Server, environment, start
from tests.waiting import eventually
from tests.world import SECRET

PASSWORD = "kopi-pagi-di-teras"


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
        with closing(self.browser.open(self.server.url + path, timeout=60)) as page:
            return str(page.read().decode())

    def post(self, path: str, **form: str) -> str:
        """Sends a form, and follows where it leads."""
        request = urllib.request.Request(
            self.server.url + path, urlencode(form).encode(), headers={"Origin": self.server.url}
        )
        with closing(self.browser.open(request, timeout=60)) as page:
            return str(page.read().decode())


async def add_a_column_to_every_table(url: str) -> None:
    """What a later version may do: there are columns that the last release does not know."""
    async with db.database_open(url):
        dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
        for on in {db.MAIN, db.visits_connection()}:
            for row in await db.query_rows(TABLES[dialect], [], on=on):
                await db.query_rows(f'ALTER TABLE "{row["name"]}" ADD COLUMN "of_a_later_version" TEXT', [], on=on)


async def recorded(server: Server) -> bool:
    """Whether a server's visit to `promo` is in the database."""
    rows = await db.query_rows("SELECT utm_content FROM visits", [], on=db.visits_connection())
    return str(server.port) in {row["utm_content"] for row in rows}


def work_at(server: Server, key: str) -> None:
    """Signs in, makes a link, follows it, and edits a bio page, in a browser and by the API."""
    person = Person(server)
    assert 'href="/dashboard/links' in person.post("/login", email="dewi@example.com", password=PASSWORD)
    name = f"link-{server.port}"
    person.post("/dashboard/links/", url=f"https://example.com/{name}", slug=name)
    assert name in person.get(f"/dashboard/links/?q={name}")
    assert str(leads_to(server, f"/{name}?utm_content={server.port}")).startswith(f"https://example.com/{name}?")
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
        connection.request("GET", path, headers={"User-Agent": FIREFOX})
        return connection.getresponse().getheader("Location")


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_the_last_release_works_on_the_database_of_this_version_while_both_serve(
    release: Path, template: Template, tmp_path: Path
) -> None:
    url = await template.empty(tmp_path)
    env = environment(tmp_path / "data", url, KLIQS_SECRET_KEY=SECRET)
    old = env | {"PYTHONPATH": str(release)}
    command = [*COMMAND, "demo", "--password", PASSWORD]
    printed = subprocess.run(command, env=old, cwd=release, capture_output=True, text=True, check=True).stdout
    key = re.findall(r"shown this once: (\S+)", printed)[0]
    await upgrade_database(url)
    await add_a_column_to_every_table(url)
    servers = [start(old, folder=release), start(env)]
    try:
        for server in servers:
            work_at(server, key)
        async with db.database_open(url):
            for server in servers:
                await eventually(partial(recorded, server))
        logs = "".join(file.read_text() for file in tmp_path.glob("server-*.log"))
        assert "Traceback" not in logs and '"level": "error"' not in logs
    finally:
        codes = [server.stop() for server in servers]
    assert codes == [0, 0]
    await template.drop(url)
