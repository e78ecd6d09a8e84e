"""Every list of the console: words where it is empty, a search, and a link to the rows that do not fit on its page."""

from __future__ import annotations

import html
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from types import ModuleType
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest
from quart import Quart

from app import jobs
from app.abuse import block_list_views, case_list, case_lookup, hosts
from app.accounts.models import Account, Membership
from app.accounts.registration import create_user
from app.accounts.sign_up_checks import new_user_columns
from app.accounts.user import User
from app.blocklists import block_list
from app.console import (
    account_list_views,
    account_search,
    announcement_views,
    audit_search,
    disclosure_search,
    endpoint_list_views,
    gateway_lists,
    gateway_notice_views,
    gateway_price_views,
    mail_views,
    person_search,
    privacy_request_search,
    queue_search,
)
from app.gateway.notices.announcement import write_notice
from app.kernel import clock
from app.keys.models import OVERLAP, ApiKey
from app.mail.compose import EmailContent, queue_email
from app.operators import announcing
from app.operators.guard import PREFIX
from app.operators.operator_log import record_act
from app.payments import ordering
from app.payments.coupon import Coupon
from app.payments.operator import coupon_and_rate_views, order_search
from app.payments.providers import registry
from app.privacy import disclosing, request_handling
from app.privacy.disclosing import TypedDisclosure
from app.web.pagination import page_after
from app.webhooks.endpoint import WebhookEndpoint
from tests import world
from tests.client import Browser
from tests.databases import ON_ONE
from tests.gateway.offering import offer_model, offer_upstream
from tests.operators_at_work import operator_browser
from tests.payments.checkout.buying import shown
from tests.payments.fake_provider import BUYER
from tests.payments.providers.conftest import configure
from tests.webhooks.receiver import endpoint_of

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
OPENAI = "https://api.openai.com/v1"
WITHOUT_ROWS_THAT_GROW = {  # a page of the console, and why its list needs neither a search nor pages
    "": "the parts of the installation",
    "networks": "the networks that the code knows",
    "services": "the payment services that are set up",
    "sums": "the months that the form asks for",
    "system": "processes, versions and tables of the installation",
    "settings": "the settings that the code knows; tests/console/test_settings.py has its search",
}


async def privacy_requests(_sari: Account) -> None:
    for name in ("first", "second"):
        await request_handling.submit_request("access", "Please", f"{name}@example.com", f"203.0.113.{len(name)}")


async def disclosures(_sari: Account) -> None:
    for authority in ("second", "first"):
        await disclosing.record_disclosure(TypedDisclosure(
            account=None, subject="Sari", authority=authority, basis="KUHAP 38", what="The address.", disclosed=None,
            telling=disclosing.NOW, until=None,
        ))  # fmt: skip


async def announcements(_sari: Account) -> None:
    for title in ("second", "first"):
        texts = dict.fromkeys(announcing.TEXTS, "Words") | {"title_id": title, "title_en": title}
        await announcing.announce("news", texts, begin=None, end=None, by_mail=False)


async def models(_sari: Account) -> None:
    for name in ("first", "second"):
        await offer_model(name, await offer_upstream(name))


async def listed_models(_sari: Account) -> None:
    upstream = await offer_upstream("openai", base_url=OPENAI)
    for id in ("gpt-4.1", "gpt-4.1-mini"):
        await offer_model(id, upstream, {"input": 1})


async def notices(_sari: Account) -> None:
    for title in ("second", "first"):
        await write_notice("service", title_id=title, title_en=title, text_id="Naik.", text_en="It rises.")


async def emails(_sari: Account) -> None:
    for domain in ("second.example", "first.example"):
        await queue_email(f"dewi@{domain}", EmailContent("Hello", ("Words",), why="You asked for it."), "notice")


async def work(_sari: Account) -> None:
    for kind in ("sweep.media", "sweep.guests"):
        await jobs.enqueue(kind)


async def orders(_sari: Account) -> None:
    for account in await world.crowd(2):
        await ordering.open_order(account, "pro", 1, registry.provider("transfer"), BUYER)


async def coupons(_sari: Account) -> None:
    for code in ("SECOND", "FIRST"):
        await Coupon.create_coupon(code, percent=5)


async def cases(sari: Account) -> None:
    for name in ("first-link", "second-link"):
        await case_lookup.case_of_name((await world.shorten(sari, name)).short_code)


async def blocked_hosts(_sari: Account) -> None:
    for host in ("second.example", "first.example"):
        await hosts.block_for_everybody(host, "spam")


async def block_lists(_sari: Account) -> None:
    for name in ("second", "first"):
        await block_list.add_list(name, "domains", content=b"evil.example\n")


async def acts(_sari: Account) -> None:
    for thing in ("one", "two"):
        await record_act("ai_model_on", thing, "5 %")


async def accounts(_sari: Account) -> None:
    await world.crowd(2)


async def person(name: str) -> User:
    """Somebody in no workspace."""
    columns = await new_user_columns(f"{name}@nowhere.example", name, "a long enough passphrase", of_age=True)
    return await create_user("id", columns)


async def people(_sari: Account) -> None:
    for name in ("first", "second"):
        await person(name)


async def failing_endpoints(sari: Account) -> None:
    for hours, host in enumerate(("second.example", "first.example")):
        endpoint = await endpoint_of(sari, f"https://{host}/a-secret-path")
        since = clock.now() - timedelta(hours=hours)
        await WebhookEndpoint.filter(id=endpoint.id).update(failing_since=since)


async def members(sari: Account) -> None:
    user = await person("member")
    await Membership.create(user=user, account=sari, role="viewer", created_at=clock.now())


async def keys(sari: Account) -> None:
    for name in ("second", "first"):
        await ApiKey.issue(sari, name)


class Listed(NamedTuple):
    """A list: the module that says how long its pages are, and what makes two rows of it.

    `second` is a text of its second row, "" where the order is not known; `begins_empty` is whether nothing is in it
    when somebody became the only operator.
    """

    module: ModuleType
    fill: Callable[[Account], Awaitable[None]]
    second: str = ""
    begins_empty: bool = True


LISTS = {  # the first two before others write emails
    "queues": Listed(queue_search, work),
    "mail": Listed(mail_views, emails, "d…@second.example"),
    "accounts": Listed(account_search, accounts, begins_empty=False),
    "people": Listed(person_search, people, begins_empty=False),
    "queues/endpoints": Listed(endpoint_list_views, failing_endpoints, "second.example"),
    "privacy": Listed(privacy_request_search, privacy_requests),
    "disclosures": Listed(disclosure_search, disclosures, "second"),
    "log": Listed(audit_search, acts, begins_empty=False),
    "announcements": Listed(announcement_views, announcements, "second"),
    "models": Listed(gateway_lists, models, "second"),
    "providers": Listed(gateway_lists, models, "second"),
    "model-prices": Listed(gateway_price_views, listed_models, "gpt-4.1-mini"),
    "model-notices": Listed(gateway_notice_views, notices, "second"),
    "payments": Listed(order_search, orders),
    "prices": Listed(coupon_and_rate_views, coupons, "SECOND"),
    "abuse": Listed(case_list, cases),
    "abuse/hosts": Listed(block_list_views, blocked_hosts, "second[.]example"),
    "abuse/lists": Listed(block_list_views, block_lists, "second"),
}


LISTS_OF_ACCOUNT = {
    "accounts/{id}/members": Listed(account_list_views, members, begins_empty=False),
    "accounts/{id}/keys": Listed(account_list_views, keys, "second"),
}


@pytest.fixture
async def operator(app: Quart, budi: Account) -> Browser:
    configure(transfer_instructions="BCA 1")
    return await operator_browser(app, budi)


def test_every_page_of_the_console_with_rows_is_among_the_lists(made_once: Quart) -> None:
    pages = {
        rule.rule.removeprefix(PREFIX).strip("/")
        for rule in made_once.url_map.iter_rules()
        if rule.rule.startswith(f"{PREFIX}/") or rule.rule == PREFIX
        if "GET" in (rule.methods or ()) and not rule.arguments and not rule.rule.endswith(".csv")
    }
    forms = {page for page in pages if page.endswith(("/new", "/accept")) or page == "new-model"}
    assert pages - forms == LISTS.keys() | WITHOUT_ROWS_THAT_GROW.keys()


@ON_ONE
async def test_every_list_has_words_where_it_is_empty_a_search_and_pages(
    operator: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    filled = set[object]()
    for path, listed in (LISTS | LISTS_OF_ACCOUNT).items():
        with subtests.test(path):
            url = f"{PREFIX}/{path}".format(id=sari.id)
            if listed.begins_empty and listed.fill not in filled:
                assert 'class="empty"' in await shown(operator, f"{url}?lang=en")
            if listed.fill not in filled:
                await listed.fill(sari)
                filled.add(listed.fill)
            monkeypatch.setattr(listed.module, "PAGE_SIZE", 1)
            page = await shown(operator, f"{url}?lang=en")
            assert 'role="search"' in page and page.count('id="more"') == 1
            assert not listed.second or listed.second not in region(page)
            following = html.unescape(re.findall(r'id="more"><a class="btn" href="([^"]+)"', page)[0])
            part = await (await operator.get(following, headers=HX)).get_data(as_text=True)
            assert part.strip() and "<html" not in part and listed.second in part
            assert listed.second in region(await shown(operator, following))
            found = await (await operator.get(f"{url}?q=nothing-like-it", headers=HX)).get_data(as_text=True)
            assert "Nothing matches" in found and "<html" not in found
            assert (await operator.get(f"{url}?after={'9' * 400}&cursor=%00&q=%00")).status_code == 200


def region(page: str) -> str:
    """The part of a page with its list."""
    return page.partition('-region">')[2]


async def test_a_page_after_a_number_or_a_text_that_no_row_can_have_is_the_first(database: str) -> None:
    await Coupon.create_coupon("ONLY", percent=5)
    for after, number in (("x", 1), ("²", 1), ("-1", 1), ("9" * 400, 1), ("9" * 18, 0)):
        assert len((await page_after(Coupon.all(), by="id", after=after, size=1)).rows) == number, after


async def test_the_search_of_endpoints_spells_out_no_path(operator: Browser, sari: Account) -> None:
    """The list shows their hosts alone, because a path may be a secret."""
    await failing_endpoints(sari)
    home = f"{PREFIX}/queues/endpoints"
    for words in ("second", "second.example", "SECOND.EX"):
        assert "second.example" in region(await shown(operator, f"{home}?q={words}"))
    for words in ("second.example/", "second.example/a-secret", "second.example?", "user@second.example"):
        assert "Nothing matches" in region(await shown(operator, f"{home}?q={quote(words)}&lang=en"))


async def test_the_states_of_keys_are_those_that_they_have(operator: Browser, sari: Account) -> None:
    keys = {
        name: (await ApiKey.issue(sari, name))[0] for name in ("valid", "later", "over", "expired", "replaced", "gone")
    }
    now = clock.now()
    await ApiKey.filter(id=keys["later"].id).update(ends_at=now + timedelta(hours=1), replaced_at=now)
    await ApiKey.filter(id=keys["over"].id).update(ends_at=now)
    await ApiKey.filter(id=keys["expired"].id).update(expires_at=now)
    await ApiKey.filter(id=keys["replaced"].id).update(replaced_at=now - OVERLAP)
    await keys["gone"].revoke()
    for state, expected in {"active": {"valid", "later"}, "ended": {"over", "expired", "replaced", "gone"}}.items():
        page = region(await shown(operator, f"{PREFIX}/accounts/{sari.id}/keys?state={state}&lang=en"))
        assert {name for name, key in keys.items() if f"key-{key.id}" in page} == expected
    ended: Any = await ApiKey.filter(ApiKey.ended_condition()).values_list("name", flat=True)
    assert {*ended} == {key.name for key in await ApiKey.all() if key.ended} == {"over", "expired", "replaced"}
