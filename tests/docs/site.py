"""The documentation as a reader walks through it."""

import html
import re

import brotli

from app.docs import catalogue
from app.docs.reference_pages import page_by_operation
from tests.client import Browser

PATHS = ["/docs/", *(f"/docs/{slug}" for slug in catalogue.SLUGS), "/docs/search", "/docs/search?q=qr"]

_walked: dict[str, dict[str, str]] = {}


async def source(visitor: Browser, language: str, path: str) -> str:
    """A page as it is sent to somebody who wants this language and has no cookie."""
    response = await visitor.get(path, headers={"Accept-Language": language})
    assert response.status_code == 200, path
    assert "Set-Cookie" not in response.headers, path
    return await response.get_data(as_text=True)


async def walked(visitor: Browser, language: str) -> dict[str, str]:
    """Every page by its path, read once in a run: nothing of them is in the database."""
    if language not in _walked:
        _walked[language] = {path: await source(visitor, language, path) for path in PATHS}
    return _walked[language]


async def page(visitor: Browser, language: str, slug: str) -> str:
    """The same by its slug, entities and all resolved."""
    return html.unescape(await source(visitor, language, f"/docs/{slug}"))


async def endpoints(visitor: Browser, language: str) -> str:
    """Every page that describes operations, one behind the other."""
    return "\n".join([await page(visitor, language, slug) for slug in dict.fromkeys(page_by_operation().values())])


def ids(text: str) -> list[str]:
    """Every anchor of a page."""
    return re.findall(r'\sid="([^"]+)"', text)


async def weighed(visitor: Browser, text: str, known: dict[str, int] | None = None) -> int:
    """The bytes of a page as it is sent, with its font, styles and scripts; pictures apart. `known` spares time."""
    weight, known = len(brotli.compress(text.encode(), quality=5)), {} if known is None else known
    for asset in {*re.findall(r'(?:href|src)="(/static/[^"#]+)', re.sub(r"<img[^>]+>", "", text))}:
        if asset not in known:
            body = bytes(await (await visitor.get(asset)).get_data(as_text=False))
            known[asset] = len(body if asset.endswith("woff2") else brotli.compress(body, quality=5))
        weight += known[asset]
    assert any(asset.endswith(".woff2") for asset in known)
    return weight
