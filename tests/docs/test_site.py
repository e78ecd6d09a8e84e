"""The documentation as a site: every page, every link in it, what it weighs, and that nobody is followed."""

import html
import re
from urllib.parse import urljoin, urlsplit

import pytest
from quart import Quart

from app.docs import catalogue
from app.kernel import i18n, installation
from app.kernel.surfaces import Site
from tests.client import Browser
from tests.docs.site import ids, walked, weighed

BUDGET = 61_000
HOSTS = "public=k.test dashboard=dash.k.test api=api.k.test docs=docs.k.test marketing=home.k.test"
languages = pytest.mark.parametrize("language", i18n.LANGUAGES)


@languages
async def test_every_link_leads_to_a_page_and_an_anchor_that_exist(visitor: Browser, language: str) -> None:
    texts = await walked(visitor, language)
    anchors = {path: ids(text) for path, text in texts.items()}
    elsewhere = set()
    for path, text in texts.items():
        assert len(anchors[path]) == len(set(anchors[path])), path
        for link in re.findall(r'href="([^"]+)"', text):
            target = urlsplit(urljoin(f"https://kliqs.test{path}", html.unescape(link)))
            if not target.path.startswith("/docs/"):
                elsewhere.add(target)
            elif "lang=" not in target.query:
                assert target.path in anchors, f"{path} leads to {link}"
                assert not target.fragment or target.fragment in anchors[target.path], f"{path} leads to {link}"
    for target in elsewhere:
        response = await visitor.get(target.path)
        assert target.netloc == "kliqs.test"
        assert response.status_code in {200, 303}, target.geturl()


@languages
async def test_every_page_has_a_title_a_description_and_an_address_in_each_language(
    visitor: Browser, language: str
) -> None:
    titles, texts = set(), await walked(visitor, language)
    for path in ["/docs/", *(f"/docs/{slug}" for slug in catalogue.SLUGS)]:
        text, address = texts[path], f"https://kliqs.test{path}"
        titles.update(re.findall(r"<title>(.+) · Kliqs</title>", text))
        assert re.search(r'<meta name="description" content="[^"]{20,}">', text), path
        assert f'<html lang="{language}"' in text
        assert f'<link rel="canonical" href="{address}?lang={language}">' in text
        for other in i18n.LANGUAGES:
            assert f'<link rel="alternate" hreflang="{other}" href="{address}?lang={other}">' in text
        assert text.count("<h1") == 1
    assert len(titles) == 1 + len(catalogue.SLUGS)


async def test_a_page_says_where_it_stands(visitor: Browser) -> None:
    for slug in catalogue.SLUGS:
        text, (before, behind) = (await walked(visitor, "en"))[f"/docs/{slug}"], catalogue.neighbours(slug)
        assert f'<a href="/docs/{slug}" aria-current="page">' in text
        assert (f'href="/docs/{before}" rel="prev"' in text) == bool(before)
        assert (f'href="/docs/{behind}" rel="next"' in text) == bool(behind)


@languages
async def test_a_page_weighs_little_with_its_font(visitor: Browser, language: str) -> None:
    known: dict[str, int] = {}
    for path, text in (await walked(visitor, language)).items():
        assert await weighed(visitor, text, known) <= BUDGET, path


async def test_pictures_are_light_described_and_leave_nothing_to_shift(visitor: Browser) -> None:
    pictures = 0
    for slug in catalogue.GUIDES:
        for picture in re.findall(r"<img[^>]+>", (await walked(visitor, "id"))[f"/docs/{slug}"]):
            pictures += 1
            assert re.search(r'alt="[^"]{20,}"', picture)
            assert re.search(r'width="\d+" height="\d+"', picture)
            assert 'loading="lazy"' in picture
            response = await visitor.get(re.findall(r'src="([^"]+)"', picture)[0])
            assert response.mimetype == "image/webp"
            assert len(await response.get_data()) <= 40_000
    assert pictures >= 4


async def test_on_hosts_of_their_own_the_pages_are_on_that_of_the_docs(app: Quart, visitor: Browser) -> None:
    installation.current().site = Site.parse(HOSTS, bind="127.0.0.1:8000", secure=True)

    text = await (await visitor.get("/docs/quick-start", headers={"Host": "docs.k.test"})).get_data(as_text=True)
    assert '<link rel="canonical" href="https://docs.k.test/docs/quick-start?lang=id">' in text
    assert "https://api.k.test/api/v1/links" in text
    assert 'href="https://dash.k.test/dashboard/settings/api-keys/"' in text
    assert (await visitor.get("/docs/quick-start", headers={"Host": "dash.k.test"})).status_code == 404


async def test_a_page_that_is_not_there_is_not_found(visitor: Browser) -> None:
    for path in ("/docs/nothing-here", "/docs/api/nothing", "/docs/../app", "/docs/first-link.md"):
        assert (await visitor.get(path)).status_code == 404
