"""No list of the console ends in silence: it has pages, or says how many there are and links to the whole list."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from uuid import uuid4

import pytest

from app.accounts.models import Account, Membership
from app.console import disclosure_views, privacy_views
from app.console.audit_search import AuditSearch
from app.gateway.catalogue.upstream import Route
from app.kernel import clock
from app.kernel.package_files import ROOT
from app.keys.models import ApiKey
from app.operators.guard import PREFIX
from app.operators.operator_log import OperatorAct, record_act
from app.ops.account_acts import revoke_key
from app.payments.operator import order_page
from app.payments.payment_event import PaymentEvent
from app.privacy import disclosing, request_handling
from app.privacy.disclosing import TypedDisclosure
from app.web import first_rows
from tests import world
from tests.abuse.test_decisions import reported
from tests.client import Browser
from tests.console.test_lists import HX, failing_endpoints, people, person, region
from tests.databases import ON_ONE
from tests.gateway.offering import offer_model, offer_upstream
from tests.list_cuts import modules_that_cut
from tests.payments.checkout.buying import shown
from tests.payments.operator.test_order_views import transfer
from tests.source_files import MODULES

OF_THE_CONSOLE = ("app/console/", "app/operators/", "app/payments/operator/", "app/abuse/")
CUT = {  # a module that cuts rows itself, and why nothing is lost in silence
    "abuse/blocked_host_links": "a job, which goes on",
    "abuse/case_page": "addresses, with the number of the others",
    "abuse/intake": "a job, which goes on",
    "abuse/scan_jobs": "a job, which goes on",
    "abuse/signals": "destinations that are checked",
    "console/gateway_errors": "the page says that it is among the last requests",
    "console/gateway_price_views": "a page of a list",
    "console/gateway_provider_views": "names, with the number of the others",
    "console/parts": "routes, with the number of the others and a link to them",
    "console/privacy_forms": "two accounts, to see whether a text names more than one",
    "console/privacy_request_search": "a page of a list",
    "operators/announcing": "banners, of which people close one after the other",
    "payments/operator/order_list": "a command, which is told how many to list",
    "payments/operator/order_search": "orders that need somebody, with a link to them",
}


def test_rows_are_cut_only_by_first_rows_by_pages_and_where_it_is_said() -> None:
    modules = [path for path in MODULES if path.relative_to(ROOT).as_posix().startswith(OF_THE_CONSOLE)]
    assert modules_that_cut(modules) == CUT.keys()


async def whole(operator: Browser, page: str, to: str) -> str:
    """The list to which a page links that shows one of two; its address ends with `to`."""
    assert "1 of 2 are shown." in page
    [url] = {html.unescape(each) for each in re.findall(r'href="([^"]+)"', page) if html.unescape(each).endswith(to)}
    return region(await shown(operator, f"{url}{'&' if '?' in url else '?'}lang=en"))


@ON_ONE
async def test_a_part_of_a_page_says_how_many_there_are_and_links_to_all(
    operator: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    monkeypatch.setattr(first_rows, "MOST_ROWS", 1)
    owner, member = await world.owner(sari), await person("member")
    await Membership.create(user=member, account=sari, role="viewer", created_at=clock.now())
    keys = [(await ApiKey.issue(sari, name))[0] for name in ("Till", "Shop")]
    await revoke_key(keys[0], "Leaked")
    await ApiKey.filter(id=keys[1].id).update(parent_id=keys[0].id)
    await record_act("account_limits", str(sari.id), "links 5")
    orders = [await transfer(sari), await transfer(sari)]
    page = await shown(operator, f"{PREFIX}/accounts/{sari.id}?lang=en")
    for to, rows in {
        f"{sari.id}/members": (owner.email, member.email),
        f"{sari.id}/keys": tuple(key.masked for key in keys),
        f"/payments?q={sari.id}": tuple(order.reference for order in orders),
        f"/log?thing={sari.id}": ("Leaked", "links 5"),
    }.items():
        with subtests.test(to):
            assert not all(row in page for row in rows)
            list_of_all = await whole(operator, page, to)
            assert all(row in list_of_all for row in rows)
    with subtests.test("people"):
        await people(sari)
        page = await shown(operator, f"{PREFIX}/accounts?q=nowhere.example&lang=en")
        list_of_all = await whole(operator, page, "/people?q=nowhere.example&state=alone")
        assert "first@nowhere.example" in list_of_all and "second@nowhere.example" in list_of_all
    with subtests.test("endpoints"):
        await failing_endpoints(sari)
        list_of_all = await whole(operator, await shown(operator, f"{PREFIX}/queues?lang=en"), "/queues/endpoints")
        assert "first.example" in list_of_all and "second.example" in list_of_all
        assert "secret" not in list_of_all and "secret" not in await shown(operator, f"{PREFIX}/queues")
    with subtests.test("reports"):
        case = await reported(sari, times=2)
        list_of_all = await whole(operator, await shown(operator, f"{PREFIX}/abuse/{case.id}?lang=en"), "/reports")
        assert list_of_all.count("Palsu") == 2


@ON_ONE
async def test_steps_notes_and_events_have_pages(
    operator: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    privacy_request = await request_handling.submit_request("access", "Please", "rani@example.com", "203.0.113.1")
    row = await disclosing.record_disclosure(TypedDisclosure(
        account=None, subject="Sari", authority="Court", basis="KUHAP 38", what="The address.", disclosed=None,
        telling=disclosing.NOW, until=None,
    ))  # fmt: skip
    order = await transfer(sari)
    await PaymentEvent.all().delete()
    for words in ("earlier words", "later words"):
        await request_handling.note_step(privacy_request, words)
        await disclosing.note_disclosure(row, words)
        await PaymentEvent.create(
            order=order, provider="transfer", origin="answer", state="paid", facts={"note": words},
            event_key=uuid4().hex, trusted=True, provider_ref="", currency="IDR", body_sha256="", outcome="noted",
            received_at=clock.now(),
        )  # fmt: skip
    for module, path in (
        (privacy_views, f"privacy/{privacy_request.id}"),
        (disclosure_views, f"disclosures/{row.id}"),
        (order_page, f"payments/{order.reference}"),
    ):
        with subtests.test(path):
            monkeypatch.setattr(module, "PAGE_SIZE", 1)
            page = await shown(operator, f"{PREFIX}/{path}?lang=en")
            assert "later words" in page and "earlier words" not in page and page.count('id="more"') == 1
            following = html.unescape(re.findall(r'id="more"><a class="btn" href="([^"]+)"', page)[0])
            part = await (await operator.get(following, headers=HX)).get_data(as_text=True)
            assert "earlier words" in part and "<html" not in part and 'id="more"' not in part
            assert "earlier words" in await shown(operator, following)


async def test_the_log_of_an_account_has_the_acts_about_its_keys(sari: Account, budi: Account) -> None:
    for account in (sari, budi):
        await revoke_key((await ApiKey.issue(account, "Till"))[0], f"of {account.name}")
    [entry] = (await AuditSearch(thing=str(sari.id)).page(5)).rows
    assert isinstance(entry, OperatorAct) and entry.detail == f"of {sari.name}"


async def test_routes_that_are_skipped_are_counted_where_they_are_not_named(operator: Browser) -> None:
    upstream = await offer_upstream("openai")
    for number in range(5):
        await offer_model(f"model-{number}", upstream)
    await Route.all().update(open_until=clock.now() + timedelta(minutes=1))
    page = await shown(operator, f"{PREFIX}?lang=en")
    assert page.count("is skipped for now") == 3 and "and 2 more" in page
