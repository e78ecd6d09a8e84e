"""A page taken along as a file, and one made of such a file or of a list of links, in the dashboard."""

import io
import json
from typing import Any

from quart.datastructures import FileStorage

from app.accounts.models import Account
from app.pages.content import Content
from app.pages.models import Page
from tests.client import Browser

URL = "/dashboard/pages/import"
LINKS = "My shop, https://shop.example/a\nhttps://www.instagram.com/rumahkawung\n"


async def brought(browser: Browser, raw: bytes = b"", **fields: str) -> tuple[int, str]:
    """What is answered to the form: status, and its text or where it leads."""
    files = {"file": FileStorage(io.BytesIO(raw), "page.json")} if raw else {}
    answer = await browser.post(URL, form={"name": "Dewi", "slug": "dewi-links", "text": ""} | fields, files=files)
    return answer.status_code, answer.headers.get("Location") or await answer.get_data(as_text=True)


async def test_a_pasted_list_becomes_a_page(as_budi: Browser, budi: Account) -> None:
    status, location = await brought(as_budi, text=LINKS)

    page = await Page.owned_by(budi).get()
    assert (status, location) == (303, f"/dashboard/pages/{page.id}")
    assert [(block.kind, block.values["title"], block.values["url"]) for block in page.content.blocks] == [
        ("link", "My shop", "https://shop.example/a"),
        ("link", "Instagram @rumahkawung", "https://www.instagram.com/rumahkawung"),
    ]
    assert page.content.name == "Dewi"


async def test_an_export_becomes_the_same_page_again_even_with_an_editors_mark_before_it(
    as_budi: Browser, budi: Account
) -> None:
    page = await Page.make(budi, "dewi", Content(name="Dewi", bio="Code and coffee"))
    answer = await as_budi.get(f"/dashboard/pages/{page.id}/export")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="kliqs-dewi.json"'

    status, _ = await brought(as_budi, b"\xef\xbb\xbf" + bytes(await answer.get_data(as_text=False)))

    copy = await Page.owned_by(budi).exclude(id=page.id).get()
    assert (status, copy.draft, copy.slug) == (303, page.draft, "dewi-links")


async def test_what_cannot_be_read_is_told_and_nothing_typed_is_lost(as_budi: Browser, budi: Account) -> None:
    wrong: list[tuple[dict[str, Any], str]] = [
        ({}, "Paste your links"),
        ({"raw": b"{"}, "not valid JSON"),
        ({"raw": b"[]"}, "must be a JSON object"),
        ({"raw": json.dumps({"slug": "x", "content": {"theme": {"preset": "none"}}}).encode()}, "file is not a page"),
        ({"text": "javascript:alert(1)"}, "address"),
        ({"text": LINKS, "name": "x" * 61}, "60"),
        ({"text": LINKS, "slug": "api"}, "reserved"),
    ]
    for pasted, message in wrong:
        status, text = await brought(as_budi, **pasted)
        assert 400 <= status < 500 and message in text, pasted
        for typed in ("name", "slug", "text"):
            assert str(pasted.get(typed, "")).partition("\n")[0] in text
    assert await Page.owned_by(budi).count() == 0


async def test_a_strangers_page_cannot_be_taken(as_budi: Browser, sari: Account) -> None:
    page = await Page.make(sari, "sari", Content(name="Sari"))

    assert (await as_budi.get(f"/dashboard/pages/{page.id}/export")).status_code == 404
