"""Somebody who signs up, works in the dashboard and leaves, at any origin, by plain HTTP and without scripts."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Self
from urllib.parse import urlsplit

from aiohttp import ClientSession, CookieJar, FormData

from tests.client import FIREFOX
from tests.publishing.files.samples import photo
from tests.waiting import eventually

ID = r"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
PASSWORD = "kopi-pagi-di-teras"


@dataclass
class Answer:
    """What came at the end of the redirects; `path` is where that was."""

    status: int
    path: str
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()

    def id_after(self, prefix: str) -> str:
        """The first id that follows this text on the page."""
        match = re.search(re.escape(prefix) + ID, self.text)
        assert match, prefix
        return match[1]


class Person:
    """Somebody with a browser, who is used as a context manager."""

    def __init__(self, origin: str) -> None:
        self.origin = origin

    async def __aenter__(self) -> Self:
        headers = {"User-Agent": FIREFOX, "Accept-Language": "en", "Sec-Fetch-Site": "same-origin"}
        self.session = ClientSession(self.origin, cookie_jar=CookieJar(unsafe=True), headers=headers)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.session.close()

    async def get(self, path: str) -> Answer:
        return await self._send("GET", path, None)

    async def post(self, path: str, **form: str) -> Answer:
        return await self._send("POST", path, form)

    async def upload(self, path: str, name: str, content: bytes) -> Answer:
        """Sends a form with one file."""
        form = FormData()
        form.add_field(name, content, filename="a.jpg", content_type="image/jpeg")
        return await self._send("POST", path, form)

    async def _send(self, method: str, path: str, body: Any) -> Answer:
        async with self.session.request(method, path, data=body) as response:
            answer = Answer(response.status, urlsplit(str(response.url)).path, await response.read())
        assert answer.status < 400, (method, path, answer.status, answer.text[-300:])
        return answer

    async def api(self, method: str, path: str, key: str, body: Any = None) -> Any:
        """What an operation of the JSON API returns."""
        headers = {"Authorization": f"Bearer {key}"}
        async with self.session.request(method, f"/api/v1{path}", json=body, headers=headers) as response:
            answer = await response.json()
        assert answer["success"], answer
        return answer["data"]


async def sign_up(person: Person, email: str) -> None:
    await person.post("/signup", name="Ratna", email=email, password=PASSWORD, of_age="1", language="en")
    assert "Ratna" in (await person.get("/dashboard/settings/")).text


async def make_and_edit_a_link(person: Person, slug: str) -> str:
    """Makes a link, gives it a title, and finds it in the list; returns its id."""
    await person.post("/dashboard/links/", url="https://example.com/first", slug=f"{slug}-old")
    id = (await person.get(f"/dashboard/links/?q={slug}")).id_after("link-")
    form = {"url": "https://example.com/second", "slug": slug, "title": "Coffee in the morning", "version": "1"}
    await person.post(f"/dashboard/links/{id}", **form)
    assert "Coffee in the morning" in (await person.get(f"/dashboard/links/?q={slug}")).text
    return id


async def publish_a_page_with_a_picture(person: Person, slug: str) -> str:
    """Returns the path of the picture."""
    await person.post("/dashboard/pages/", name="Warung Ratna", slug=slug)
    page = (await person.get("/dashboard/pages/")).id_after("/dashboard/pages/")
    kept = await person.upload("/dashboard/media/?purpose=avatar&name=avatar", "picture", photo(400, 400))
    media = re.search(rf'name="avatar" value="{ID}"', kept.text)
    assert media, kept.text
    await person.post(f"/dashboard/pages/{page}/profile", name="Warung Ratna", avatar=media[1])
    await person.post(f"/dashboard/pages/{page}/publication")
    picture = re.search(r"/media/[\w.-]+", (await person.get(f"/{slug}")).text)
    assert picture
    return picture[0]


async def draw_a_code(person: Person, link: str) -> None:
    """Makes a QR code of the link with this id, and fetches its files."""
    place = (await person.post("/dashboard/qr/", kind="link", link=link, title="On the table")).path
    assert (await person.get(f"{place}/image.png?download=1")).content.startswith(b"\x89PNG")
    assert b"<svg" in (await person.get(f"{place}/image.svg")).content


async def make_a_batch(person: Person) -> None:
    """Makes two links with codes from a table, and fetches the ZIP of the codes."""
    form = {"kind": "link", "form": "svg", "typed": "https://example.com/a\nhttps://example.com/b\n"}
    place = (await person.post("/dashboard/batch/", **form)).path
    await person.post(f"{place}/make")
    packed = await when_there(person, place, f"{place}/codes.zip")
    assert len(zipfile.ZipFile(BytesIO(packed)).namelist()) >= 2


async def export_everything(person: Person) -> list[str]:
    """Asks for an export of the account; returns the names of the files in it."""
    data = "/dashboard/settings/data"
    await person.post(f"{data}/exports/account")
    id = (await person.get(data)).id_after(f"{data}/exports/")
    packed = await when_there(person, data, f"{data}/exports/{id}/kliqs-export.zip")
    return zipfile.ZipFile(BytesIO(packed)).namelist()


async def when_there(person: Person, page: str, file: str) -> bytes:
    """The content of a file, once the page links to it."""

    async def linked() -> bool:
        return f'href="{file}"' in (await person.get(page)).text

    await eventually(linked, interval=0.2)
    return (await person.get(file)).content


async def work_by_api(person: Person, key: str, slug: str) -> None:
    """Makes, changes, finds and deletes a link."""
    link = await person.api("POST", "/links", key, {"url": "https://example.com/api", "slug": slug})
    assert (await person.api("PATCH", f"/links/{link['id']}", key, {"title": "By API"}))["title"] == "By API"
    assert slug in {entry["short_code"] for entry in (await person.api("GET", "/links", key))["links"]}
    await person.api("DELETE", f"/links/{link['id']}", key)
    assert not (await person.api("GET", "/links", key))["links"]
