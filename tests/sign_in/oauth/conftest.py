"""A provider on this machine, and the way of a browser to it and back."""

import html
import re
from collections.abc import AsyncGenerator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from quart import Quart, Response

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import installation
from app.web import language
from tests.client import Browser
from tests.sign_in.oauth.stand_in import StandIn, served_stand_in


@pytest.fixture
def visitor(visitor: Browser) -> Browser:
    """Reads English, so that a test can say what a notice says."""
    visitor.set_cookie("kliqs.test", language.COOKIE, "en")
    return visitor


@pytest.fixture
async def sari(sari: Account) -> Account:
    """Reads English here, as Budi and Dewi do."""
    await User.all().update(language="en")
    return sari


@pytest.fixture
async def provider(app: Quart) -> AsyncGenerator[StandIn]:
    """The provider “staff”, the only one that is configured."""
    async with served_stand_in() as stand_in:
        configure(staff=stand_in.settings())
        yield stand_in


def configure(**providers: dict[str, str]) -> None:
    """Sets the OpenID providers of the installation; addresses of this machine may be reached."""
    current = installation.current()
    parts = {name: {part.upper(): value for part, value in settings.items()} for name, settings in providers.items()}
    current.config = current.config.model_copy(update={"net_allow": "127.0.0.1", "oidc": parts})


async def leaving_url(response: Response) -> str:
    """The address at the provider, on the page that leads there."""
    text = html.unescape(await response.get_data(as_text=True))
    assert response.status_code == 200, text
    [url] = re.findall(r'http-equiv="refresh" content="0;url=([^"]+)"', text)
    return str(url)


async def begin(browser: Browser, path: str = "/login/oauth/staff", **form: str) -> str:
    """Presses the button of the provider; returns the address at the provider."""
    return await leaving_url(await browser.post(path, form=form))


async def come_back(browser: Browser, back: str, **changes: str | None) -> Response:
    """Follows the provider's redirect, with parameters changed, or left out by None."""
    parts = urlsplit(back)
    query: dict[str, Any] = {name: values[0] for name, values in parse_qs(parts.query).items()} | changes
    sent = {name: value for name, value in query.items() if value is not None}
    return await browser.get(f"{parts.path}?{urlencode(sent)}", headers={"Sec-Fetch-Site": "cross-site"})


async def sign_in_with(browser: Browser, provider: StandIn, **form: str) -> Response:
    """The whole way from the button to the answer to the callback."""
    return await come_back(browser, provider.visit(await begin(browser, **form)))


async def text_of(response: Response, status: int = 200) -> str:
    """The page's text."""
    text = html.unescape(await response.get_data(as_text=True))
    assert response.status_code == status, text[:2000]
    return text


async def notice_after(browser: Browser, response: Response, where: str = "/login") -> str:
    """The notice on the page that a refused answer leads to."""
    assert (response.status_code, response.headers["Location"]) == (303, where)
    page = await text_of(await browser.get(where + "?lang=en"))
    return " ".join(re.findall(r'<div class="flash flash--bad" role="status">(.*?)</div>', page, re.DOTALL))
