"""Signing in with a certified OpenID provider: `oidc-provider` of npm, which .ci/run installs into build/oidc."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import AsyncGenerator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import aiohttp
import pytest
from joserfc import jwk
from quart import Quart

from app.accounts.models import Session
from app.accounts.user import User
from app.kernel import clock, installation
from app.sign_in.oauth.discovery import KEYS_INTERVAL, PublishedByIssuer
from app.sign_in.oauth.models import Identity
from tests.client import Browser
from tests.serving import ROOT, free_port
from tests.sign_in.oauth.conftest import begin, come_back, configure, leaving_url, notice_after
from tests.sign_in.oauth.stand_in import rsa_key
from tests.sign_in.oauth.test_views import AGREED
from tests.waiting import DEADLINE

NODE = shutil.which("node")
MODULE = ROOT / "build" / "oidc" / "node_modules" / "oidc-provider" / "lib" / "index.js"
SCRIPT = Path(__file__).parent / "oidc_provider.mjs"
CLIENT = {
    "client_id": "kliqs",
    "client_secret": "a secret: of+the/client",
    "redirect_uris": ["https://kliqs.test/login/oauth/staff/callback"],
}
PERSON = {"email": "rani@example.com", "email_verified": True, "name": "Rani Putri"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not NODE or not MODULE.exists(), reason="oidc-provider is not installed (.ci/run does)"),
]


class RealProvider:
    """The process; `start` it again to rotate its keys."""

    def __init__(self) -> None:
        self.port = free_port()
        self.issuer = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[str] | None = None

    def start(self, *keys: Any) -> None:
        """Starts it anew with these signing keys, the first of which it signs with."""
        self.stop()
        published = [key.as_dict(private=True) for key in keys]
        config = {"port": self.port, "client": CLIENT, "keys": published, "person": PERSON}
        environment = {"PATH": os.environ["PATH"], "CONFIG": json.dumps(config), "NODE_ENV": "production"}
        command = [str(NODE), str(SCRIPT), str(MODULE)]
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self.process.stdout
        while (line := self.process.stdout.readline()) and "listening" not in line:
            pass
        assert line, "it did not start"

    def stop(self) -> None:
        """Ends the process."""
        if self.process:
            self.process.kill()
            self.process.wait(DEADLINE)
            assert self.process.stdout
            self.process.stdout.close()
            self.process = None


@pytest.fixture(scope="module")
def process() -> Iterator[RealProvider]:
    """One process for all these tests."""
    running = RealProvider()
    running.start(rsa_key(1))
    yield running
    running.stop()


@pytest.fixture
async def staff(app: Quart, process: RealProvider) -> AsyncGenerator[Visitor]:
    """The only provider that is configured, and a browser that is not signed in there yet."""
    configure(
        staff={"issuer": process.issuer, "client_id": CLIENT["client_id"], "client_secret": CLIENT["client_secret"]}  # type: ignore[dict-item]
    )
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield Visitor(session)


class Visitor:
    """A browser at the provider, which signs in as `rani` and agrees to whatever is asked."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session
        self.asked: list[str] = []

    async def visit(self, url: str) -> str:
        """Goes on until the provider sends the browser back; returns the path and query of that address."""
        form: dict[str, str] | None = None
        for _ in range(12):
            method = "GET" if form is None else "POST"
            async with self.session.request(method, url, data=form, allow_redirects=False) as response:
                page, location = await response.text(), response.headers.get("Location")
            form = None
            if location:
                url = urljoin(url, location)
                if urlsplit(url).hostname == "kliqs.test":
                    return f"{urlsplit(url).path}?{urlsplit(url).query}"
                continue
            [url] = [urljoin(url, action) for action in re.findall(r'action="([^"]+)"', page)][:1]
            [prompt] = re.findall(r'name="prompt" value="(\w+)"', page)
            self.asked.append(prompt)
            form = {"prompt": prompt, "login": "rani", "password": "any"}
        raise AssertionError("the provider never sent the browser back")


async def sign_up(browser: Browser, staff: Visitor) -> None:
    """The first time: the person signs up."""
    question = (await come_back(browser, await staff.visit(await begin(browser)))).headers["Location"]
    assert (await browser.post(f"{question}/sign-up", form=AGREED)).status_code == 303


async def test_somebody_signs_up_and_comes_back(visitor: Browser, staff: Visitor, process: RealProvider) -> None:
    await sign_up(visitor, staff)
    user = await User.get()
    assert (user.email, user.name, bool(user.email_verified_at)) == ("rani@example.com", "Rani", True)
    assert await Identity.filter(issuer=process.issuer, subject="rani").exists()
    await visitor.post("/logout")
    response = await come_back(visitor, await staff.visit(await begin(visitor)))
    assert response.headers["Location"] == "/dashboard/"
    assert staff.asked == ["login", "consent"], "the second time the provider asks nothing"


async def test_a_code_and_a_verifier_of_different_sign_ins_are_refused_by_the_provider(
    visitor: Browser, staff: Visitor
) -> None:
    first = await staff.visit(await begin(visitor))
    second = await staff.visit(await begin(visitor))
    code = parse_qs(urlsplit(first).query)["code"][0]
    response = await come_back(visitor, second, code=code)
    assert "could not be verified" in await notice_after(visitor, response)
    assert await Session.all().count() == 0


async def test_a_code_that_was_redeemed_is_refused_by_the_provider(visitor: Browser, staff: Visitor) -> None:
    first = await staff.visit(await begin(visitor))
    await come_back(visitor, first)
    code = parse_qs(urlsplit(first).query)["code"][0]
    response = await come_back(visitor, await staff.visit(await begin(visitor)), code=code)
    assert "could not be verified" in await notice_after(visitor, response)


async def test_the_provider_rotates_its_keys(visitor: Browser, staff: Visitor, process: RealProvider) -> None:
    await sign_up(visitor, staff)
    published = installation.current().resource(PublishedByIssuer)[process.issuer]
    assert [key["kid"] for key in published.keys] == ["rsa-1"]
    process.start(jwk.ECKey.generate_key("P-256", {"kid": "ec-2", "use": "sig"}), rsa_key(2))
    published.keys_at = clock.now() - KEYS_INTERVAL
    await visitor.post("/logout")
    response = await come_back(visitor, await staff.visit(await begin(visitor)))
    assert response.headers["Location"] == "/dashboard/"
    assert [key["kid"] for key in published.keys] == ["ec-2", "rsa-2"]


async def test_the_provider_asks_again_when_somebody_confirms_who_they_are(visitor: Browser, staff: Visitor) -> None:
    await sign_up(visitor, staff)
    await Session.all().update(confirmed_at=clock.EARLIEST)
    response = await visitor.post("/dashboard/confirm/provider/staff", form={"next": "/dashboard/settings/security"})
    response = await come_back(visitor, await staff.visit(await leaving_url(response)))
    assert response.headers["Location"] == "/dashboard/settings/security"
    assert staff.asked[:3] == ["login", "consent", "login"]
    assert (await Session.get()).recently_confirmed
