"""Every screen: no axe violation in either theme, no sideways scroll from 320 to 1600, no policy violation."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from quart import Quart

from app.kernel import clock
from app.kernel.clock import format_rfc3339
from app.pages.block import new_block_id
from app.pages.content import Content
from tests.browser.axe import faults_of, in_both_themes
from tests.browser.conftest import Troubles
from tests.browser.expectations import expect, until
from tests.pages.gallery import rich
from tests.screens import Reader
from tests.serving import Server

PUBLIC = [
    "/",
    "/docs/",
    "/nothing-here",
    "/locked",
    "/open+",
    "/ended",
    "/docs/?lang=id",
    "/login",
    "/signup",
    "/login?lang=id",
    "/privacy",
    "/privacy?lang=id",
    "/terms",
    "/cookies",
    "/acceptable-use",
    "/processors",
    "/contact",
]
DOCS = ["/docs/first-qr-code", "/docs/quick-start", "/docs/api/qr-codes", "/docs/settings", "/docs/search?q=backup"]
PUBLISHING = [
    "/dashboard/publishing/calendar",
    "/dashboard/publishing/calendar?view=week",
    "/dashboard/publishing/posts",
    "/dashboard/publishing/posts?q=nothing-matches",
    "/dashboard/publishing/posts/new",
    "/dashboard/publishing/posts/{post}",
    "/dashboard/publishing/posts/{post}/edit",
    "/dashboard/publishing/posts/{post}/delete",
    "/dashboard/publishing/posts/{post}/move",
    "/dashboard/publishing/statistics",
    "/dashboard/publishing/accounts",
    "/dashboard/publishing/accounts/by-hand/tiktok",
    "/dashboard/publishing/accounts/disconnected",
    "/dashboard/publishing/accounts/{connection}/times/",
    "/dashboard/publishing/accounts/{connection}/disconnect",
    "/dashboard/publishing/files/",
    "/dashboard/publishing/import/",
]
DASHBOARD = [
    "/dashboard/",
    "/dashboard/new",
    "/dashboard/more",
    "/dashboard/workspaces/",
    "/dashboard/links/",
    "/dashboard/links/?show=deleted",
    "/dashboard/links/?q=nothing-matches",
    "/dashboard/links/tags/",
    "/dashboard/links/utm/",
    "/dashboard/links/{link}/edit",
    "/dashboard/links/{link}/rules?try=1&device=phone",
    "/dashboard/links/{link}/rules?open=malam",
    "/dashboard/links/{link}/rules?add=1",
    "/dashboard/links/{link}/history",
    "/dashboard/analytics/links/{link}",
    "/dashboard/analytics/",
    "/dashboard/analytics/?period=24h&who=bot&country=ID&tab=utm_source",
    "/dashboard/analytics/share",
    "/dashboard/settings/",
    "/dashboard/settings/security",
    "/dashboard/settings/security/authenticator",
    "/dashboard/settings/security/authenticator/browsers",
    "/dashboard/settings/security/log/",
    "/dashboard/settings/security/sessions",
    "/dashboard/settings/notifications",
    "/dashboard/settings/plan",
    "/dashboard/settings/plan/orders/",
    "/dashboard/settings/tips",
    "/dashboard/settings/team",
    "/dashboard/settings/data",
    "/dashboard/settings/privacy",
    "/dashboard/settings/privacy/consents",
    "/dashboard/settings/privacy/requests",
    "/dashboard/import/",
    "/dashboard/settings/leave",
    "/dashboard/settings/audit-log/",
    "/dashboard/outbox/",
    "/dashboard/qr/",
    "/dashboard/qr/new",
    "/dashboard/qr/design?kind=wifi",
    "/dashboard/qr/?q=nothing-matches",
    "/dashboard/batch/",
    "/dashboard/batch/?kind=wifi",
    "/dashboard/qr/qris/",
    "/dashboard/settings/api-keys/",
    "/dashboard/settings/api-keys/new",
    "/dashboard/settings/api-keys/requests/",
    "/dashboard/webhooks/",
    "/dashboard/webhooks/new",
    "/dashboard/patterns/",
    "/dashboard/pages/",
    "/dashboard/pages/new",
    "/dashboard/pages/import",
    "/dashboard/pages/{page}",
    "/dashboard/pages/{page}/blocks/new",
    "/dashboard/pages/{page}/appearance",
    "/dashboard/pages/{page}/settings",
    "/dashboard/pages/{page}/share",
    "/dashboard/pages/{page}/statistics",
    "/dashboard/pages/?q=nothing-matches",
    "/dashboard/audience/",
    "/dashboard/first-steps/",
    "/dashboard/qr/design?kind=page&name=rumahkawung",
    *PUBLISHING,
    "/dashboard/nothing-here",
]
FILE = re.compile(r".*\.(csv|json|ics)")
LOOKS = re.compile(r" (assert_accessible|faults_of|in_both_themes|look)\(")  # with axe
WALKED_ELSEWHERE = {  # what such a page needs stands in tests of its own, which look at it too
    "/dashboard/ai": "test_gateway.py",
    "/dashboard/ai/credits": "test_gateway.py",
    "/dashboard/ai/end-users": "test_gateway.py",
    "/dashboard/ai/models": "test_gateway.py",
    "/dashboard/ai/news": "test_gateway.py",
    "/dashboard/ai/own-keys": "test_gateway.py",
    "/dashboard/ai/playground": "test_playground.py",
    "/dashboard/ai/playground/pictures": "test_playground.py",
    "/dashboard/ai/playground/videos": "test_playground.py",
    "/dashboard/ai/requests": "test_gateway.py",
    "/dashboard/analytics/feed": "a part of a page",
    "/dashboard/links/check": "a part of a page",
    "/dashboard/pages/check": "a part of a page",
    "/dashboard/publishing/": "leads to the calendar",
    "/dashboard/publishing/files/reachability": "a part of a page",
    "/dashboard/confirm/": "test_passkeys.py",
    "/dashboard/confirm/done": "leads on",
    "/dashboard/leaving/": "test_leaving.py",
    "/dashboard/settings/security/authenticator/off": "test_second_factor.py",
    "/dashboard/settings/security/authenticator/recovery-codes": "test_second_factor.py",
    "/dashboard/settings/security/email/code": "test_mail_ways.py",
    "/dashboard/settings/security/email/verify": "test_mail_ways.py",
    "/dashboard/settings/tips/disconnect": "test_tips.py",
    "/dashboard/operator/": "test_operator.py",
    "/dashboard/blocked/": "test_abuse.py",
    "/dashboard/blocked/suspension": "shown while the account is suspended",
    "/dashboard/operator/abuse": "test_abuse.py",
    "/dashboard/operator/abuse/hosts": "test_abuse.py",
    "/dashboard/operator/abuse/lists": "test_abuse.py",
    "/dashboard/operator/abuse/new": "test_operator.py",
    "/dashboard/operator/accounts": "test_operator.py",
    "/dashboard/operator/announcements": "test_operator.py",
    "/dashboard/operator/disclosures": "test_operator.py",
    "/dashboard/operator/disclosures/new": "test_operator.py",
    "/dashboard/operator/mail": "test_operator.py",
    "/dashboard/operator/privacy": "test_operator.py",
    "/dashboard/operator/privacy/new": "test_operator.py",
    "/dashboard/operator/model-notices": "test_operator.py",
    "/dashboard/operator/model-prices": "test_operator.py",
    "/dashboard/operator/model-prices/accept": "test_operator.py",
    "/dashboard/operator/models": "test_operator.py",
    "/dashboard/operator/networks": "test_operator.py",
    "/dashboard/operator/new-model": "test_operator.py",
    "/dashboard/operator/people": "test_operator.py",
    "/dashboard/operator/providers": "test_operator.py",
    "/dashboard/operator/settings": "test_operator.py",
    "/dashboard/operator/queues": "test_operator.py",
    "/dashboard/operator/queues/endpoints": "test_operator.py",
    "/dashboard/operator/system": "test_operator.py",
    "/dashboard/operator/log": "test_operator.py",
    "/dashboard/operator/payments": "test_operator.py",
    "/dashboard/operator/prices": "test_operator.py",
    "/dashboard/operator/services": "test_operator.py",
    "/dashboard/operator/sums": "test_operator.py",
}
FORM = new_block_id()  # of the block that collects addresses
BIO = [
    "/rumahkawung",
    "/start",
    "/start/token",
    "/start/link",
    "/report?page=rumahkawung",
    "/report?page=open",
    f"/rumahkawung/subscribe-{FORM}",
    "/audience/nothing?page=rumahkawung",
]
RULES = [
    {
        "id": "malam",
        "when": [
            {"kind": "device", "values": ["phone"]},
            {"kind": "country", "values": ["MY", "SG"]},
            {"kind": "language", "values": ["en"]},
            {"kind": "query", "name": "ref", "value": "katalog"},
            {"kind": "time", "from": "17:00", "until": "22:00", "zone": "Asia/Jakarta"},
            {"kind": "period", "from": "2026-12-01T00:00:00Z"},
        ],
        "to": [{"url": "https://example.com/a", "weight": 70}, {"url": "https://example.com/b", "weight": 30}],
    },
    {"id": "mati", "on": False, "when": [{"kind": "visitor", "value": "scans"}], "to": [{"url": "https://a.id/"}]},
    {"id": "semua", "to": [{"url": "https://example.com/a/very/long/address/that/does/not/fit/into/a/line"}]},
    {"id": "sisa", "name": "Sisa", "to": [{"url": "https://example.com/"}]},
]
EMAIL, PASSWORD = "screens@example.com", "correct horse"
WIDTHS = (1280, 390, 320, 768, 1024, 1600)
AXE_WIDTHS = (1280, 390)


@pytest.fixture(scope="module")
def furnished(server: Server) -> tuple[Server, dict[str, str]]:
    """A server with somebody on it, links in different states, a key, and a bio page.

    The ids of the page and of a link with rules come along.
    """
    server.command("account", "create", EMAIL, "--plan", "pro", "--password-stdin", stdin=PASSWORD + "\n")
    key = server.command("key", "create", EMAIL, "--name", "toko-online").strip().splitlines()[-1]
    for body in ({"slug": "open", "title": "Katalog"}, {"slug": "locked", "password": "x"}, {"slug": "ended"}):
        server.api("POST", "/links", key, {"url": "https://example.com/a/long/address?with=parameters", **body})
    ended = next(
        entry for entry in server.api("GET", "/links", key)[1]["data"]["links"] if entry["short_code"] == "ended"
    )
    server.api("PATCH", f"/links/{ended['id']}", key, {"paused": True})
    assert server.api("PATCH", f"/links/{ended['id']}", key, {"rules": RULES, "ios_url": "toko://1"})[0] == 200
    page = server.api("POST", "/pages/import", key, {"slug": "rumahkawung", "content": full().as_dict()})[1]["data"]
    assert server.api("PUT", f"/pages/{page['id']}/publication", key)[0] == 200
    return server, {"page": page["id"], "link": ended["id"], **published(server, key)}


def published(server: Server, key: str) -> dict[str, str]:
    """An account that is published to by hand, and posts for it; returns the ids of the connection and of a post."""
    reader = Reader(server, EMAIL, PASSWORD)
    for network, name in (("x", "rumahkawung"), ("facebook", "Rumah Kawung")):
        reader.post(f"/dashboard/publishing/accounts/by-hand/{network}", name=name)
    connections = server.api("GET", "/connections", key)[1]["data"]["connections"]
    tomorrow = format_rfc3339(clock.now() + timedelta(days=1))
    for text, when in (("Kopi", {"plan": "draft"}), ("Teh " * 60, {"plan": "at", "planned_at": tomorrow})):
        body = {"text": text, "variants": [{"connection_id": each["id"]} for each in connections], **when}
        status, answer = server.api("POST", "/posts", key, body)
        assert status == 201, answer
    return {"connection": connections[0]["id"], "post": answer["data"]["id"]}


def full() -> Content:
    """A page with all kinds of blocks that need no picture."""
    content = rich()
    return replace(
        content,
        avatar="",
        blocks=tuple(
            replace(block, id=FORM if block.kind == "form" else new_block_id(), thumbnail="")
            for block in content.blocks
            if not block.pictures - {block.thumbnail}
        ),
    )


def signed_in(chromium: Any, server: Server, **options: Any) -> Any:
    context = chromium.new_context(**options)
    page = context.new_page()
    page.goto(f"{server.url}/login")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.locator("main form [type=submit]").first.click()
    page.wait_for_url("**/dashboard/**")
    return context


def test_every_page_of_the_dashboard_is_walked_here_or_by_a_test_that_is_named(made_once: Quart) -> None:
    walked = {path.partition("?")[0] for path in DASHBOARD}
    pages = {
        rule.rule
        for rule in made_once.url_map.iter_rules()
        if rule.rule.startswith("/dashboard/") and not rule.arguments and "GET" in (rule.methods or set())
    }
    assert {page for page in pages - walked if not FILE.fullmatch(page)} == WALKED_ELSEWHERE.keys()
    for file in {where for where in WALKED_ELSEWHERE.values() if where.endswith(".py")}:
        assert LOOKS.search(Path(__file__).with_name(file).read_text()), f"{file} looks at no page"


def widen(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    until(page, lambda: page.evaluate("innerWidth") == width)


@pytest.mark.parametrize("paths", [[*DASHBOARD, *BIO, *DOCS, *PUBLIC][part::6] for part in range(6)], ids="abcdef")
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    furnished: tuple[Server, dict[str, str]], chromium: Any, troubles: Troubles, paths: list[str]
) -> None:
    """Each page is loaded once: no script of ours lays a page out by the width it was loaded in. Nor does one save."""
    (server, ids), found, saved = furnished, {}, list[str]()
    context = signed_in(
        chromium, server, color_scheme="light", viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    )
    page = context.pages[0]
    troubles.watch(page)
    page.on("request", lambda request: saved.append(page.url) if request.method != "GET" else None)
    for path in paths:
        if path.startswith(("/login", "/signup")):
            context.clear_cookies()
        page.goto(server.url + path.format(**ids))
        for width in WIDTHS:
            widen(page, width)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found[f"{path} at {width}"] = ["scrolls sideways"]
            if width in AXE_WIDTHS:
                found |= {f"{path} at {width}, {theme}": faults for theme, faults in in_both_themes(page) if faults}
    context.close()
    assert not found and not saved


def test_an_open_editor_dialog_and_menu_are_accessible_too(
    furnished: tuple[Server, dict[str, str]], chromium: Any
) -> None:
    server, _ = furnished
    context = signed_in(chromium, server, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.pages[0]
    page.goto(f"{server.url}/dashboard/links/")
    page.locator("[data-key=e]").first.click()
    page.locator(".link--editing").wait_for()
    assert faults_of(page) == []
    page.goto(f"{server.url}/dashboard/settings/api-keys/")
    page.locator("a[href$='/replace']").first.click()
    page.locator("dialog[open]").wait_for()
    assert faults_of(page) == []
    context.close()


@pytest.mark.parametrize("name", ["rumahkawung", "open"])
def test_the_reasons_of_a_report_are_small_circles_beside_their_words(
    furnished: tuple[Server, dict[str, str]], chromium: Any, name: str
) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{furnished[0].url}/report?page={name}")
    for choice in page.locator("label.choice").all():
        circle, words = (choice.locator(part).bounding_box() for part in ("input", "span"))
        assert 16 <= circle["width"] <= 26 and 16 <= circle["height"] <= 26
        assert circle["x"] + circle["width"] < words["x"] and abs(circle["y"] - words["y"]) < 12
    page.locator("label.choice").nth(2).click()
    expect(page.locator("input[type=radio]").nth(2)).to_be_checked()
    page.fill("textarea", "Palsu")
    page.locator("button.action").click()
    expect(page.locator("textarea"), "the report is sent").to_have_count(0)
    context.close()


FINGER = """() => [...document.querySelectorAll('main :is(.btn, .input, .select, .tabs > *, .seg > *, .menu__item,' +
  '.bars__link, summary, .switch, .check)')].filter(e => e.checkVisibility() && !e.closest('.visually-hidden'))
  .map(e => [e, Math.max(e.offsetHeight,
  ...['::before', '::after'].map(part => getComputedStyle(e, part)).filter(s => s.position == 'absolute')
  .map(s => parseFloat(s.height) || 0))]).filter(([, height]) => height && height < 43.5)
  .map(([e, height]) => `${e.outerHTML.slice(0, 120)}: ${height}`)"""
OPEN_ALL = """() => { for (const e of document.querySelectorAll('main details')) e.open = true;
  for (const e of document.querySelectorAll('main [popover]')) { e.popover = 'manual'; e.showPopover(); } }"""
ON_TOUCH = [
    *PUBLISHING,
    *(path for path in DASHBOARD if "{link}" in path or "/utm/" in path or "api-keys" in path),
    "/dashboard/links/",
    "/dashboard/links/{link}/destinations",
    "/dashboard/links/{link}/preview",
    "/dashboard/webhooks/",
    "/dashboard/webhooks/new",
]


def test_on_touch_every_control_is_as_tall_as_a_finger_and_every_box_can_be_ticked(
    furnished: tuple[Server, dict[str, str]], chromium: Any
) -> None:
    (server, ids), small = furnished, {}
    phone = {"viewport": {"width": 320, "height": 700}, "has_touch": True, "is_mobile": True}
    context = signed_in(chromium, server, reduced_motion="reduce", **phone)
    page = context.pages[0]
    for path in ON_TOUCH:
        page.goto(server.url + path.format(**ids))
        page.evaluate(OPEN_ALL)
        if found := page.evaluate(FINGER):
            small[path] = found
        if page.evaluate("document.documentElement.scrollWidth > 320"):
            small[path] = [*small.get(path, []), "scrolls sideways"]
    page.locator("main .check input").first.check()  # nothing lies over it
    context.close()
    assert not small
