"""Every link of the site leads somewhere: a walk from the front page as a stranger, and one from the dashboard."""

import html
import re
from urllib.parse import urljoin, urlsplit

import pytest

from app.accounts.models import Account
from app.kernel import i18n
from app.pages.content import Content
from app.pages.models import Page
from tests import world
from tests.client import Browser

MOST = 400
APART = ("/docs/", "/api/", "/static/", "/media/", "/promo", "/logout")  # walked by tests of their own, or no pages


async def walk(browser: Browser, start: list[str], within: str) -> list[str]:
    """Follows every link below `within`; what is wrong: the page, the link, and what it answered."""
    seen, waiting, wrong = set(start), list(start), list[str]()
    while waiting:
        path = waiting.pop()
        response = await browser.get(path)
        if response.status_code >= 400:
            wrong.append(f"{path}: {response.status_code}")
        if response.status_code != 200 or response.mimetype != "text/html":
            continue
        text = await response.get_data(as_text=True)
        for link in re.findall(r'<a\b[^>]*?\shref="([^"]*)"', text):
            target = urlsplit(urljoin(f"https://kliqs.test{path}", html.unescape(link)))
            if target.netloc != "kliqs.test" or target.path.startswith(APART) or "lang=" in target.query:
                continue
            here = (target.path, target.query) == urlsplit(path)[2:4]
            if target.fragment and here and f'id="{target.fragment}"' not in text:
                wrong.append(f"{path}: no #{target.fragment}")
            where = target.path + (f"?{target.query}" if target.query else "")
            if target.path.startswith(within) and where not in seen and len(seen) < MOST:
                seen.add(where)
                waiting.append(where)
    assert len(seen) > 5
    return wrong


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_a_stranger_finds_no_dead_end(visitor: Browser, language: str) -> None:
    start = [f"{path}?lang={language}" for path in ("/", "/privacy", "/contact", "/start", "/login", "/signup")]

    assert await walk(visitor, start, "/") == []


@pytest.mark.slow
async def test_who_is_signed_in_finds_no_dead_end(as_budi: Browser, budi: Account) -> None:
    await world.shorten(budi, "promo")
    page = await Page.make(budi, "budi", Content(name="Budi"))
    await page.publish(budi)

    assert await walk(as_budi, ["/dashboard/links/"], "/dashboard/") == []
