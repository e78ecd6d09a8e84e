"""Pages of the front and the documentation are sent small, and never those that hold something of somebody."""

import gzip

import brotli
import pytest

from app.accounts.models import Account
from tests.client import Browser
from tests.subtests import as_subtests

OPENED = {"br": brotli.decompress, "gzip": gzip.decompress}
PAGES = ("/?lang=en", "/docs/", "/docs/quick-start", "/privacy", "/sample")


async def sent(browser: Browser, path: str, wanted: str) -> tuple[str, bytes]:
    """The coding a page came in, and its bytes."""
    answer = await browser.get(path, headers={"Accept-Encoding": wanted})
    assert answer.status_code == 200
    return answer.headers.get("Content-Encoding", ""), bytes(await answer.get_data(as_text=False))


@pytest.mark.parametrize(("wanted", "coding"), [("gzip, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip")])
@as_subtests("path", PAGES)
async def test_a_page_is_the_same_and_much_smaller(visitor: Browser, path: str, wanted: str, coding: str) -> None:
    _, plain = await sent(visitor, path, "identity")
    got, body = await sent(visitor, path, wanted)

    assert (got, OPENED[coding](body)) == (coding, plain)
    assert len(body) < len(plain) / 2
    answer = await visitor.get(path)
    assert answer.vary.find("Accept-Encoding") >= 0 and "Content-Encoding" not in answer.headers


async def test_what_holds_something_of_somebody_is_not_compressed(
    visitor: Browser, as_sari: Browser, sari: Account
) -> None:
    for browser, path in (
        (as_sari, "/"),
        (as_sari, "/docs/"),
        (as_sari, "/dashboard/links/"),
        (visitor, "/login"),
        (visitor, "/signup"),
    ):
        assert (await sent(browser, path, "gzip, br"))[0] == "", path
