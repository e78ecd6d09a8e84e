"""The pages of the gateway in a real Chromium, filled: accessible in both themes, on every width and under a finger."""

from functools import partial
from typing import Any

import pytest

from app.gateway.catalogue.upstream import Upstream
from app.gateway.contents.end_user_digest import digest_of_end_user
from app.gateway.metering.ai_request import AiRequest
from app.gateway.notices.announcement import write_model_notices
from app.keys.models import ApiKey
from app.ops.demo_gateway import create_demo_gateway
from tests import world
from tests.browser.axe import in_both_themes
from tests.browser.conftest import StartServer, Troubles
from tests.browser.expectations import expect, until
from tests.browser.test_screens import AXE_WIDTHS, FINGER, OPEN_ALL, WIDTHS, widen
from tests.gateway.screens.usage_rows import kept_request
from tests.serving import Server

HOME = "/dashboard/ai"
PAGES = [
    HOME,
    f"{HOME}?by=key",
    f"{HOME}/credits",
    f"{HOME}/end-users",
    f"{HOME}/end-users?user=pelanggan-7&erase=1",
    f"{HOME}/models",
    f"{HOME}/models?q=nothing-matches",
    f"{HOME}/news",
    f"{HOME}/own-keys",
    f"{HOME}/requests?days=30",
    f"{HOME}/requests?q=nothing-matches",
    f"{HOME}/requests/{{failed}}",
    f"{HOME}/requests/{{kept}}/content",
    f"{HOME}/credits",
    f"{HOME}/credits?month=2020-01",
    f"{HOME}/own-keys",
]


async def furnish(ids: dict[str, str]) -> None:
    """Sari has the demo's models, requests and credits, and a request whose content is kept; adds the ids of two."""
    account = await world.sari()
    account.plan_name = account.operator_plan = "pro"
    await account.save(update_fields=["plan_name", "operator_plan"])
    await create_demo_gateway(account)
    await Upstream.all().update(own_keys=True)
    await write_model_notices()
    await Upstream.all().update(own_keys=True)
    kept = await kept_request(account, (await ApiKey.issue(account, "toko"))[0], "Halo")
    digest = digest_of_end_user(account.id, "pelanggan-7")
    await AiRequest.filter(id=kept.id).update(end_user=digest)
    failed = await AiRequest.owned_by(account).filter(status=502).first()
    assert failed is not None
    ids |= {"kept": str(kept.id), "failed": str(failed.id)}


@pytest.fixture(scope="module")
def furnished(start_server: StartServer) -> tuple[Server, dict[str, str]]:
    ids: dict[str, str] = {}
    return start_server(furnish=partial(furnish, ids)), ids


def signed_in(chromium: Any, server: Server, **options: Any) -> Any:
    page = chromium.new_context(reduced_motion="reduce", base_url=server.url, **options).new_page()
    page.goto("/login?next=/dashboard/ai")
    page.fill("[name=email]", "sari@example.com")
    page.fill("[name=password]", world.PASSWORD)
    page.locator("main form [type=submit]").first.click()
    page.wait_for_url("**/dashboard/**")
    return page


def test_axe_finds_nothing_on_the_gateways_pages_and_none_scrolls_sideways(
    furnished: tuple[Server, dict[str, str]], chromium: Any, troubles: Troubles
) -> None:
    (server, ids), found = furnished, {}
    page = signed_in(chromium, server, color_scheme="light")
    troubles.watch(page)
    for path in PAGES:
        page.goto(path.format(**ids))
        page.evaluate(OPEN_ALL)
        for width in WIDTHS:
            widen(page, width)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found[f"{path} at {width}"] = ["scrolls sideways"]
            if width in AXE_WIDTHS:
                found |= {f"{path} at {width}, {theme}": faults for theme, faults in in_both_themes(page) if faults}
    page.context.close()
    assert not found


def test_on_touch_every_control_of_the_gateways_pages_is_as_tall_as_a_finger(
    furnished: tuple[Server, dict[str, str]], chromium: Any
) -> None:
    (server, ids), small = furnished, {}
    page = signed_in(chromium, server, viewport={"width": 320, "height": 700}, has_touch=True, is_mobile=True)
    for path in PAGES:
        page.goto(path.format(**ids))
        page.evaluate(OPEN_ALL)
        if found := page.evaluate(FINGER):
            small[path] = found
    page.context.close()
    assert not small


def test_filters_change_the_list_and_its_address_without_a_new_page(
    furnished: tuple[Server, dict[str, str]], chromium: Any, troubles: Troubles
) -> None:
    page = signed_in(chromium, furnished[0], viewport={"width": 1280, "height": 900})
    troubles.watch(page)
    page.goto(f"{HOME}/requests?days=30")
    page.evaluate("window.same = true")
    rows = page.locator("#ai-requests-region .item")
    expect(rows).to_have_count(30)
    page.locator("#more a").click()
    until(page, lambda: rows.count() == 60)
    page.fill("#ai-requests-q", "haiku")
    page.wait_for_url("**q=haiku**")
    names = page.locator("#ai-requests-region .item__name a")
    until(page, lambda: set(names.all_inner_texts()) == {"claude-haiku-4.5"})
    until(page, lambda: page.evaluate("window.same"))
    page.goto(HOME)
    page.evaluate("window.same = true")
    page.locator("#spending .seg a").nth(1).click()
    page.wait_for_url("**by=key**")
    page.locator("#spending .chart__legend", has_text="bot-wa").wait_for()
    until(page, lambda: page.evaluate("window.same"))
    page.context.close()


def test_credits_are_bought_with_a_sum_of_ones_own_and_are_there_when_they_are_paid(
    furnished: tuple[Server, dict[str, str]], chromium: Any, troubles: Troubles
) -> None:
    page = signed_in(chromium, furnished[0], viewport={"width": 390, "height": 844})
    troubles.watch(page)
    page.goto(f"{HOME}/credits")
    page.fill("[name=other]", "123.456")
    page.locator("#choose [type=submit]").click()
    page.wait_for_url("**/plan/orders/**")
    page.locator("form[action$=practise] button").click()
    page.locator(".pay__result a[href='/dashboard/ai/credits']").click()
    page.wait_for_url("**/ai/credits")
    amounts = page.locator("#ledger .item__side b")
    amounts.get_by_text("+Rp123.456", exact=True).wait_for()
    page.context.close()
