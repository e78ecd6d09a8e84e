"""A control that a role cannot use is absent: a walk over every page as a viewer and as an editor.

Each form, each request of htmx and each link of a page must be one that the reader's role may send.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from quart import Quart
from werkzeug.exceptions import HTTPException

from app.accounts.models import Account
from app.accounts.request_account import PERSONAL, acts_of_blueprints
from app.accounts.roles import EDITOR, OWNER, VIEWER, may
from app.links.models import Link
from app.pages.content import Content
from app.pages.models import Page as BioPage
from app.qr.models import QrCode
from tests import rich_world
from tests.client import Browser
from tests.databases import ON_ONE
from tests.forms import Page
from tests.gateway import furnished
from tests.members import as_member
from tests.team.test_roles_of_routes import dashboard_rules, expected_role, is_allowed
from tests.test_odd_values import pages

SCRIPTED = re.compile(r"data-(mend|sortable|select-all|select-every|builder|designer)\b|<k-upload|contenteditable")
OF_A_KIND = 2  # pages that differ in the id of their object alone
NUMBERS = re.compile(r"[0-9a-f-]{36}|\d+")
ENDINGS = (".csv", ".json", ".zip", ".pdf", ".svg", ".png", ".eps", "/feed", "/export", "/preview")
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


@cache
def act_of(app: Quart, method: str, path: str) -> str:
    """The act of a request to the dashboard; PERSONAL for what is no route of it. Most links are on every page."""
    try:
        endpoint = str(app.url_map.bind("kliqs.test").match(path, method=method.upper())[0])
    except HTTPException:
        return PERSONAL
    blueprint, _, name = endpoint.rpartition(".")
    acts = acts_of_blueprints.get(blueprint)
    return acts.act_of(name, method.upper()) if acts and path.startswith("/dashboard") else PERSONAL


def sent_from(html: str, path: str) -> set[tuple[str, str]]:
    """All that a page can send, and where it leads: pairs of method and address."""
    page = Page(html)
    sent = {("get", urljoin(path, link)) for link in page.links}
    sent |= {(sending.method, urljoin(path, sending.url)) for sending in page.sendings}
    return {(method, urldefrag(url)[0]) for method, url in sent if url.startswith("/")}


async def walked(app: Quart, browser: Browser, role: str, start: list[str]) -> tuple[set[str], dict[str, str]]:
    """The pages that a role reaches, and what stands on them that it must not: page and control."""
    seen, waiting, wrong, of_endpoints = set(start), list(start), dict[str, str](), Counter[str]()
    while waiting:
        path = waiting.pop()
        for headers in ({}, HX):
            answer = await browser.get(path, headers=headers)
            if answer.status_code >= 400 and answer.status_code != 409:  # 409 asks whether one is sure
                wrong[path] = f"answers {answer.status_code}"
            if answer.status_code not in (200, 409) or answer.mimetype != "text/html":
                continue
            text = await answer.get_data(as_text=True)
            if role == VIEWER and (by_script := SCRIPTED.search(text)):
                wrong[path] = by_script[0]
            for method, url in sent_from(text, path):
                act = act_of(app, method, urlsplit(url).path)
                if act != PERSONAL and not may(role, act):
                    wrong[path] = f"{method} {url}: {act}"
                elif method == "get" and is_page(url) and url not in seen:
                    of_endpoints[shape := NUMBERS.sub("", urlsplit(url).path)] += 1
                    if of_endpoints[shape] <= OF_A_KIND:
                        seen.add(url)
                        waiting.append(url)
    return seen, wrong


def is_page(url: str) -> bool:
    """Whether an address is that of a page of the dashboard that was not asked for with other words."""
    parts = urlsplit(url)
    few = not {"cursor", "sort", "tag", "period", "who", "tab", "lang"} & set(parts.query.replace("=", "&").split("&"))
    return parts.path.startswith("/dashboard/") and not parts.path.endswith(ENDINGS) and few


@ON_ONE
@pytest.mark.slow
@pytest.mark.parametrize("role", [VIEWER, EDITOR, OWNER])
async def test_on_no_page_is_a_control_that_the_readers_role_may_not_use(app: Quart, database: str, role: str) -> None:
    sari = await rich_world.build()
    await furnished.build(sari)
    browser = await as_member(app, sari, role)
    seen, wrong = await walked(app, browser, role, await starts(app, sari, role))
    assert wrong == {}
    assert len(seen) > (25 if role == VIEWER else 50)


async def starts(app: Quart, sari: Account, role: str) -> list[str]:
    """Every page without variable parts that the role may open, pages of one thing of each kind, and its states."""
    paths = [
        address
        for rule, method in dashboard_rules(app)
        if method == "GET"
        and not rule.arguments
        and "/authenticator/" not in rule.rule
        and "/security/email/" not in rule.rule  # where no email leaves, they are not there
        and not rule.rule.startswith("/dashboard/operator/")  # no role opens them (tests/operators)
        and is_allowed(role, expected_role(rule, method))
        for address in pages(rule.rule, rule.rule)
        if is_page(rule.rule) and not rule.rule.endswith("/design")
    ]
    code = await QrCode.filter(account=sari, grade="bad").first()
    page, link = await BioPage.filter(account=sari, slug="warung").first(), await Link.get_or_none(short_code="promo")
    assert code and page and link
    return [
        *paths,
        "/dashboard/links/?show=deleted",
        "/dashboard/links/?show=archived",
        "/dashboard/links/?q=nothing-matches",
        f"/dashboard/links/{link.id}",
        f"/dashboard/qr/{code.id}",
        f"/dashboard/qr/{code.id}/image.png?download=1",
        f"/dashboard/pages/{page.id}/share",
        f"/dashboard/pages/{page.id}/statistics",
        f"/dashboard/analytics/links/{link.id}",
    ]


@ON_ONE
@pytest.mark.parametrize("role", [VIEWER, EDITOR])
async def test_in_an_empty_workspace_neither(app: Quart, sari: Account, role: str) -> None:
    browser = await as_member(app, sari, role)
    paths = ["links/", "qr/", "pages/", "links/tags/", "analytics/", "settings/", "qr/qris/"]
    _, wrong = await walked(app, browser, role, [f"/dashboard/{path}" for path in paths])
    assert wrong == {}


@ON_ONE
async def test_a_full_plan_offers_the_plans_to_owners_alone(app: Quart, sari: Account) -> None:
    await Account.filter(id=sari.id).update(links_limit=0)
    await BioPage.make(sari, "sari", Content(name="Sari"))  # as many as the free plan has
    for role in (VIEWER, EDITOR, OWNER):
        browser = await as_member(app, sari, role)
        for path in ("/dashboard/pages/", "/dashboard/links/", "/dashboard/pages/new"):
            text = await (await browser.get(path)).get_data(as_text=True)
            assert ("settings/plan" in text) <= (role == OWNER), (role, path)
