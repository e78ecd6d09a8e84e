"""The front page: what it says comes from the tables, it weighs little, and it follows nobody."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from quart import Quart

from app.kernel import i18n, installation, site
from app.kernel.config import Config
from app.kernel.surfaces import Site
from app.plans import prices
from app.plans.plan_limits import PLANS
from tests.client import Browser
from tests.docs.site import weighed
from tests.payments.fake_provider import connected

BUDGET = 60_000
FIVE = "public=go.test dashboard=app.test api=api.test docs=docs.test marketing=www.test"
languages = pytest.mark.parametrize("language", i18n.LANGUAGES)


async def html(visitor: Browser, path: str = "/", **headers: str) -> str:
    return await (await visitor.get(path, headers=headers)).get_data(as_text=True)


@languages
async def test_the_plans_on_it_are_those_of_the_table(visitor: Browser, language: str) -> None:
    text = await html(visitor, f"/?lang={language}")
    i18n.set_language(language)

    for plan in PLANS.values():
        part = text.split(f"<h3>{i18n.gettext(plan.label)}")[1].partition("</article>")[0]
        for number in (plan.links, plan.codes, plan.pages, plan.requests, plan.visits_kept):
            assert i18n.format_number(number) in part, plan.name
        assert (prices.format_price(plan) if prices.price_of(plan) else i18n.gettext("Free")) in part


async def test_prices_are_the_operators(visitor: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(installation.current().prices, "pro", 123_000)

    assert "Rp123,000" in await html(visitor, "/?lang=en")


@languages
async def test_what_it_tells_search_engines_is_true_json(visitor: Browser, language: str) -> None:
    text = await html(visitor, f"/?lang={language}")
    [match] = re.findall(r'<script type="application/ld\+json">(.+?)</script>', text)
    graph: list[dict[str, Any]] = json.loads(match)["@graph"]
    i18n.set_language(language)

    assert [offer["name"] for offer in graph[0]["offers"]] == [i18n.gettext(plan.label) for plan in PLANS.values()]
    assert len(graph[1]["mainEntity"]) == text.count('<details class="questions__item">') >= 5
    for other in i18n.LANGUAGES:
        assert f'hreflang="{other}" href="https://kliqs.test/?lang={other}"' in text
    [picture] = re.findall(r'<meta property="og:image" content="https://kliqs.test([^"]+)"', text)
    answer = await visitor.get(picture)
    assert (answer.status_code, answer.mimetype) == (200, "image/png")


@languages
async def test_it_weighs_little_with_its_font_and_the_page_in_the_phone(visitor: Browser, language: str) -> None:
    text, sample = await html(visitor, f"/?lang={language}"), await html(visitor, f"/sample?lang={language}")

    assert await weighed(visitor, text) + len(sample.encode()) // 3 <= BUDGET


async def test_no_cookie_before_anybody_asks_for_a_language(visitor: Browser) -> None:
    for path in ("/", "/sample"):
        assert "Set-Cookie" not in (await visitor.get(path)).headers


async def test_the_page_in_the_phone_is_a_real_one_and_only_we_may_frame_it(visitor: Browser) -> None:
    answer = await visitor.get("/sample?lang=id")
    text, policy = await answer.get_data(as_text=True), answer.headers["Content-Security-Policy"]

    assert "Rumah Kawung" in text and "Koleksi Sekar Jagad" in text
    assert "frame-ancestors 'self'" in policy and "script-src" not in policy
    assert answer.headers["X-Robots-Tag"] == "noindex"
    for picture in re.findall(r'src="(/static/[^"]+)"', text):
        assert (await visitor.get(picture)).status_code == 200


async def test_on_hosts_of_its_own_its_form_is_answered_where_people_sign_in(app: Quart, visitor: Browser) -> None:
    before = site.current()
    installation.current().site = Site.parse(FIVE, bind="127.0.0.1:8000", secure=True)
    try:
        answer = await visitor.get("/", headers={"Host": "www.test"})
        text = await answer.get_data(as_text=True)
    finally:
        installation.current().site = before

    assert 'action="https://app.test/start/link" method="get"' in text
    assert "form-action https://app.test" in answer.headers["Content-Security-Policy"]
    assert 'src="/sample?lang=' in text


def test_its_pictures_are_light() -> None:
    static = Path(__file__).parents[2] / "static/img"
    for picture in (*static.glob("sample/*"), *static.glob("card-*.png")):
        assert picture.stat().st_size < 80_000, picture.name


async def test_bio_pages_weigh_as_much_as_links(visitor: Browser) -> None:
    begin = (await html(visitor)).partition('class="start-forms"')[2].partition("</section>\n</div>")[0]
    link, page = begin.split("<section ")[1:]
    for part, way in ((link, "/start/link"), (page, "/start")):
        assert f'action="{way}"' in part
        assert part.count("input--lg") == part.count("btn--primary") == part.count("<h2") == 1


async def test_sign_up_is_in_the_head_on_phones_too(visitor: Browser) -> None:
    head = (await html(visitor, "/?lang=en")).partition("<header")[2].partition("</header>")[0]
    [link] = re.findall(r'<a class="([^"]+)" href="/signup">(.+?)</a>', head)
    assert "only-wide" not in link[0].split()
    assert '<span class="only-narrow">Sign up</span>' in link[1]


async def test_asking_for_a_plan_leads_to_the_operators_address_or_is_not_offered(
    visitor: Browser, as_sari: Browser
) -> None:
    with connected():  # nothing can be paid here
        for browser, path in ((visitor, "/"), (as_sari, "/dashboard/settings/plan")):
            assert "plan=pro" not in await html(browser, path), "nobody has said how to reach the operator"
        assert "#plan" not in await html(visitor, "/contact?plan=pro")

        installation.current().config = Config(contact_email="halo@kliqs.example")
        for browser, path in ((visitor, "/"), (as_sari, "/dashboard/settings/plan")):
            assert 'href="/contact?plan=pro#plan"' in await html(browser, path)
            assert "plan=free" not in await html(browser, path)
    contact = await html(visitor, "/contact?plan=pro&lang=en")
    assert 'id="plan"' in contact and 'href="mailto:halo@kliqs.example?subject=Kliqs%2C%20Pro%20plan"' in contact
    assert 'id="plan"' not in await html(visitor, "/contact?plan=nope")
