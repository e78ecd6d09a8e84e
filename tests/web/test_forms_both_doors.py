"""Every form of the product works with htmx and without scripts: each is found on its page and sent through both doors.

Without scripts the answer is a whole page, a file, or the way to one; for htmx it is a piece of the page. What was
typed into a form that is refused is there in the answer.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass, field
from http.cookiejar import Cookie
from typing import cast
from urllib.parse import parse_qsl, quote_plus, urlencode, urljoin, urlsplit

import pytest
from quart import Quart, Response
from werkzeug.datastructures import MultiDict
from werkzeug.test import encode_multipart

from app.front.redirect_service import redirects_running
from app.kernel import db, installation, passwords
from app.kernel.config import Config
from app.kernel.surfaces import Site
from tests import rich_world, world
from tests.client import Browser
from tests.conftest import CHEAP, ORIGIN, SECRET
from tests.databases import ON_ONE, Template
from tests.forms import Control, Form, Page, Sending, Values
from tests.rich_world import Restorer, Snapshot
from tests.test_endless_text import BOUND, MARKS

pytestmark = [pytest.mark.slow, ON_ONE]
NUMBER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\b\d+\b|(?<=/blocks/)\w+|(?<=open=)\w+")
FILTERED = "/dashboard/analytics/"  # any filter goes with any other there: one page stands for all of them
CHOICES = ("/dashboard/qr/", "/dashboard/batch/")  # where each `kind` is a form of its own
EACH = 2  # pages of one kind to look at
LEFT_OUT = ("/docs", "/static", "/media", "/login/leave", "/dashboard/analytics/tags", "/dashboard/analytics/pages")
SIGNED_IN = (
    "/dashboard/links/",
    "/dashboard/links/?show=deleted",
    "/dashboard/qr/",
    "/dashboard/pages/",
    "/dashboard/audience/",
    "/dashboard/analytics/",
    "/dashboard/settings/",
    "/dashboard/settings/api-keys/",
    "/dashboard/batch/",
    "/start",
)
STRANGER = (
    "/",
    "/login",
    "/login/again",
    "/signup",
    "/start",
    "/start/link",
    "/start/token",
    "/contact",
    "/locked",
    "/warung",
    "/report?page=warung",
    "/promo+",
    "/privacy",
)
GUEST = ("/start", "/start/token", "/start/claim")
SECRETS = {"token", "key", "factor_code"}


@dataclass(frozen=True)
class Found:
    """Something that can be sent, by whom, and the page it is on."""

    who: str
    page: str
    sending: Sending

    @property
    def address(self) -> str:
        parts = urlsplit(urljoin(self.page, self.sending.url) or self.page)
        return parts.path + f"?{parts.query}" * bool(parts.query)

    @property
    def kind(self) -> str:
        """The same for what differs only in numbers."""
        names = sorted({control.name for control in self.sending.form.controls}) if self.sending.form else []
        own, target = self.sending.values, self.sending.attributes.get("hx-target", "")
        return NUMBER.sub(
            "*", f"{self.sending.method} {kind_of(self.address)} {names} {own} {target} {self.sending.by_htmx}"
        )

    def __str__(self) -> str:
        door = "htmx" if self.sending.by_htmx else "plain"
        return f"{self.who} {door} {self.sending.method} {self.address} on {self.page}"


@dataclass
class Walked:
    """Everything that was found, the database it was found in, and where links led."""

    snapshot: Snapshot
    cookies: dict[str, list[Cookie]] = field(default_factory=dict)
    found: dict[str, Found] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)

    def through(self, *, htmx: bool) -> list[Found]:
        return [found_form for found_form in self.found.values() if found_form.sending.by_htmx == htmx]


def kind_of(address: str) -> str:
    parts = urlsplit(address)
    if parts.path.startswith(FILTERED):
        return f"{NUMBER.sub('*', parts.path.rstrip('/'))} {bool(parts.query)}"
    pairs = sorted(
        {
            f"{name}={value}" if name == "kind" and parts.path.startswith(CHOICES) else name
            for name, value in parse_qsl(parts.query, keep_blank_values=True)
        }
    )
    return f"{NUMBER.sub('*', parts.path)} {pairs}"


async def walk(walked: Walked, who: str, browser: Browser, starts: tuple[str, ...]) -> None:
    """Follows the links of a browser's pages and what htmx gets for them, a few of each kind."""
    waiting: list[tuple[str, dict[str, str], str]] = [(start, {}, "") for start in starts]
    seen: Counter[str] = Counter()
    while waiting:
        address, headers, beside = waiting.pop(0)
        kind = f"{kind_of(address)} {headers}"
        seen[kind] += 1
        if not ours(address) or seen[kind] > (1 if urlsplit(address).query else EACH):
            continue
        response, html = await opened(browser, address, headers)
        if response.status_code not in {200, 302, 410}:
            walked.lost.append(f"{response.status_code} {address}, linked from {beside}")
        if response.status_code != 200 or not html:
            continue
        page = Page(html)
        waiting += [(urljoin(address, link).partition("#")[0], {}, address) for link in page.links]
        for sending in page.sendings:
            found_form = Found(who, beside if headers else address, sending)
            if sending.by_htmx and sending.method == "get":
                waiting.append((found_form.address, dict(sending.headers), found_form.page))
            walked.found.setdefault(found_form.kind, found_form)


def ours(address: str) -> bool:
    parts = urlsplit(address)
    return parts.netloc in {"", "kliqs.test"} and parts.scheme in {"", "https"} and not parts.path.startswith(LEFT_OUT)


async def opened(browser: Browser, address: str, headers: dict[str, str]) -> tuple[Response, str]:
    """What there is at an address, or where it leads on to here; its text when it is HTML."""
    for _ in range(3):
        parts = urlsplit(address)
        response = await browser.get(parts.path + f"?{parts.query}" * bool(parts.query), headers=headers)
        leads = response.headers.get("Location", "")
        if response.status_code not in {302, 303, 308} or urlsplit(leads).netloc not in {"", "kliqs.test"}:
            break
        address = urljoin(address, leads)
    return response, await response.get_data(as_text=True) if response.mimetype == "text/html" else ""


async def _walked(app: Quart, template: Template, config: Config) -> Walked:
    url = await template.fresh(config.data_dir)
    async with db.database_open(url), redirects_running(config, url, app.extensions["redirects"]):
        account = await rich_world.build()
        browsers = {name: cast(Browser, app.test_client()) for name in ("sari", "stranger", "guest")}
        browsers["sari"].sign_in(await world.begin_session(account, "Firefox"))
        await browsers["guest"].post("/start/link", form={"url": "https://example.com/guest"})
        walked = Walked(Snapshot.of(url), {name: [*(browser.cookie_jar or [])] for name, browser in browsers.items()})
        for name, starts in (("sari", SIGNED_IN), ("stranger", STRANGER), ("guest", GUEST)):
            await walk(walked, name, browsers[name], starts)
        return walked


@pytest.fixture(scope="module")
def walked(made_once: Quart, template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    """The walk, done once for all tests of this module."""
    made_once.extensions["installation"] = installation.current()  # not that of the test before
    installation.current().secret_keys = [SECRET]
    installation.current().site = Site.parse(ORIGIN, bind="127.0.0.1:8000", secure=True)
    config = Config(data_dir=tmp_path_factory.mktemp("walk"), hosts=ORIGIN, secret_key=SECRET)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", CHEAP)
        result = asyncio.run(_walked(made_once, template, config))
    yield result
    result.snapshot.close()


class Sender:
    """Sends what was found to the world as it was found."""

    def __init__(self, app: Quart, walked: Walked, url: str) -> None:
        self.walked, self.browser = walked, cast(Browser, app.test_client())
        self.restorer = Restorer(walked.snapshot, url)
        self.restorer.restore()

    async def send(self, found_form: Found, values: Values) -> tuple[Response, str]:
        """The answer, and its text when it is HTML."""
        jar = self.browser.cookie_jar
        assert jar is not None
        jar.clear()
        for cookie in self.walked.cookies[found_form.who]:
            jar.set_cookie(cookie)
        response = await self._sent(found_form, values)
        if found_form.sending.method != "get":
            self.restorer.restore()
        return response, await response.get_data(as_text=True) if response.mimetype == "text/html" else ""

    async def _sent(self, found_form: Found, values: Values) -> Response:
        headers, method = dict(found_form.sending.headers), found_form.sending.method
        if method == "get":
            address = f"{found_form.address.partition('?')[0]}?{urlencode(values)}" if values else found_form.address
            return await self.browser.get(address, headers=headers)
        if found_form.sending.form and found_form.sending.form.multipart:
            boundary, body = encode_multipart(MultiDict(values))
            kind = f"multipart/form-data; boundary={boundary}"
        else:
            body, kind = url_encoded(values), "application/x-www-form-urlencoded"
        headers["Content-Type"] = kind
        return await self.browser.open(found_form.address, method=method.upper(), data=body, headers=headers)


@pytest.fixture
async def sender(app: Quart, walked: Walked, database: str) -> AsyncGenerator[Sender]:
    sender = Sender(app, walked, database)
    yield sender
    sender.restorer.close()


def url_encoded(values: Values) -> bytes:
    """The body of a form. The marks are sent as they are: to read 600,000 escapes takes longer than all the rest."""
    return "&".join(
        f"{quote_plus(name)}={MARKS if value == MARKS else quote_plus(value)}" for name, value in values
    ).encode()


def values_of(found_form: Found) -> Values:
    return [*(found_form.sending.form.values() if found_form.sending.form else []), *found_form.sending.values]


def written(form: Form) -> Iterator[tuple[Control, str]]:
    """What somebody sends who fills in everything and thinks of nothing."""
    for at, control in enumerate(form.controls):
        if control.name and control.typed:
            yield control, f"zz{at}"
        elif control.name and control.tag == "select" and control.options:
            yield control, control.options[-1][0]
        elif control.name and control.kind == "checkbox":
            yield control, control.attributes.get("value", "on")
        elif control.kind not in {"password", "radio"}:
            yield from ((control, value) for value in control.sent())


def kept(html: str) -> set[tuple[str, str]]:
    return {(control.name, value) for control in Page(html).controls for value in control.sent()}


async def test_without_scripts_every_form_leads_to_a_whole_page(sender: Sender, walked: Walked) -> None:
    faults, sent = [], walked.through(htmx=False)
    for found_form in sent:
        response, html = await sender.send(found_form, values_of(found_form))
        whole = "<html" in html or response.status_code in {302, 303} or response.mimetype != "text/html"
        if not whole or response.status_code >= 500 or response.status_code in {401, 404, 405}:
            faults.append(f"{response.status_code} {found_form}")
    assert not faults, "\n".join(faults)
    assert len(sent) > 100


async def test_htmx_gets_a_piece_of_the_page_for_every_request(sender: Sender, walked: Walked) -> None:
    faults, sent = [], walked.through(htmx=True)
    for found_form in sent:
        response, html = await sender.send(found_form, values_of(found_form))
        piece = found_form.sending.whole or "<html" not in html
        if not piece or response.status_code >= 500 or response.status_code in {302, 303, 401, 404, 405}:
            faults.append(f"{response.status_code} {found_form}")
    assert not faults, "\n".join(faults)
    assert len(sent) > 80


@pytest.mark.parametrize("htmx", [False, True])
async def test_a_refused_form_keeps_all_that_was_typed(sender: Sender, walked: Walked, htmx: bool) -> None:
    faults, refused = [], 0
    for found_form in walked.through(htmx=htmx):
        if not found_form.sending.form or found_form.sending.method == "get":
            continue
        filled = [*written(found_form.sending.form)]
        values = [(control.name, value) for control, value in filled]
        response, html = await sender.send(found_form, [*values, *found_form.sending.values])
        assert response.status_code < 500, str(found_form)
        if response.status_code < 400:
            continue
        refused += 1
        gone = {
            (control.name, value)
            for control, value in filled
            if control.kind != "hidden" and found_form.sending.replaces(control, response.status_code)
        }
        if lost := {pair for pair in gone if pair[0] not in SECRETS} - kept(html):
            faults.append(f"{response.status_code} {found_form}: {sorted(lost)[:5]}")
    assert not faults, "\n".join(faults)
    assert refused > 10


def test_every_link_of_every_page_leads_somewhere(walked: Walked) -> None:
    assert not walked.lost, "\n".join(walked.lost)


async def test_no_field_of_a_form_is_worked_on_before_it_is_bounded(
    sender: Sender, walked: Walked, roomy: None, normalised: list[int]
) -> None:
    tried: Counter[tuple[str, str]] = Counter()
    for found_form in walked.through(htmx=False):
        path = NUMBER.sub("*", urlsplit(found_form.address).path)
        if not found_form.sending.form or found_form.sending.method == "get":
            continue
        for control in found_form.sending.form.controls:
            key = path, control.name
            if not control.name or not control.typed or tried[key] == EACH:
                continue
            tried[key] += 1
            values = [(name, value) for name, value in values_of(found_form) if name != control.name]
            response, _ = await sender.send(found_form, [*values, (control.name, MARKS)])
            assert response.status_code < 500, f"{control.name} of {found_form}"
            assert max(normalised, default=0) <= BOUND, f"{control.name} of {found_form}"
    assert len(tried) > 100
