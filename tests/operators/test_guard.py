"""The operator's pages are there for operators only, who prove with a second factor who they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import cast

import pytest
from quart import Quart

from app.accounts.models import Account, Membership, Session
from app.accounts.user import User
from app.kernel import clock
from app.operators.appointment import remove_operator
from app.operators.guard import PREFIX, is_operator_path
from app.sign_in.passkeys.models import Passkey
from tests import world
from tests.client import Browser
from tests.documents import Document
from tests.operators_at_work import PAYMENTS, browser_of, make_operator, operator_browser
from tests.route_paths import fill_rule
from tests.sign_in.second_factor import phone

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "DELETE")
FOREIGN: tuple[dict[str, str], ...] = ({}, {"Sec-Fetch-Site": "cross-site"}, {"HX-Request": "true"})
NOTHING = f"{PREFIX}/nothing-is-here"


def operator_rules(app: Quart) -> Iterator[tuple[str, set[str]]]:
    for rule in app.url_map.iter_rules():
        if is_operator_path(rule.rule):
            yield fill_rule(rule.rule), rule.methods or set()


def test_every_route_of_the_operator_is_below_the_one_address_that_is_guarded(made_once: Quart) -> None:
    rules = [rule for rule in made_once.url_map.iter_rules() if "operator" in rule.endpoint or "operator" in rule.rule]
    assert len(rules) > 20
    assert [rule.rule for rule in rules if not is_operator_path(rule.rule)] == []


@pytest.mark.parametrize("signed_in", [False, True])
async def test_for_everybody_else_every_address_and_method_is_the_same_404_as_one_that_does_not_exist(
    app: Quart, sari: Account, budi: Account, signed_in: bool
) -> None:
    await make_operator(budi)
    browser = await browser_of(app, await world.owner(sari)) if signed_in else cast(Browser, app.test_client())
    paths = sorted({path for path, _methods in operator_rules(app)})  # some have a rule for GET and one for POST
    for headers in FOREIGN:
        for method in METHODS:
            absent = await browser.open(NOTHING, method=method, headers=headers)
            for path in paths:
                answer = await browser.open(path, method=method, headers=headers)
                assert answer.status_code == absent.status_code == 404, f"{method} {path} {headers}"
                assert await answer.get_data() == await absent.get_data(), f"{method} {path} {headers}"
                assert answer.headers.get("Allow") is None and answer.headers.get("Location") is None


async def test_the_menu_has_the_line_for_operators_only(app: Quart, as_sari: Browser, sari: Account) -> None:
    text = await (await as_sari.get("/dashboard/links/")).get_data(as_text=True)
    assert PREFIX not in text
    user = await make_operator(sari)
    text = await (await as_sari.get("/dashboard/links/")).get_data(as_text=True)
    assert f'href="{PREFIX}/"' in text
    await remove_operator(user.email)
    text = await (await as_sari.get("/dashboard/links/")).get_data(as_text=True)
    assert PREFIX not in text


async def test_an_operator_sees_the_pages_and_no_longer_than_they_are_one(app: Quart, sari: Account) -> None:
    browser = await operator_browser(app, sari)
    assert (await browser.get(PAYMENTS)).status_code == 200
    await User.all().update(email_verified_at=None)
    assert (await browser.get(PAYMENTS)).status_code == 404, "with an address that is not verified"
    await User.all().update(email_verified_at=clock.now(), delete_at=clock.now() + timedelta(days=9))
    assert (await browser.get(PAYMENTS)).status_code == 404, "in the days before a deletion"
    await User.all().update(delete_at=None)
    assert (await browser.get(PAYMENTS)).status_code == 200
    await remove_operator("sari@example.com")
    assert (await browser.get(PAYMENTS)).status_code == 404


async def test_without_a_passkey_and_an_app_an_operator_is_sent_to_set_one_up(app: Quart, sari: Account) -> None:
    browser = await operator_browser(app, sari)
    await Passkey.all().delete()
    for path, methods in operator_rules(app):
        for method in methods & {"GET", "POST"}:
            answer = await browser.open(path, method=method)
            assert answer.status_code == 403, path
            assert "/dashboard/settings/security" in await answer.get_data(as_text=True)
    assert (await browser.get(PAYMENTS, headers={"HX-Request": "true"})).headers["HX-Redirect"] == f"{PREFIX}/"


async def test_a_password_is_no_proof_for_the_operators_pages(app: Quart, sari: Account) -> None:
    browser = await browser_of(app, await make_operator(sari), second_factor=False)
    for path, methods in operator_rules(app):
        for method in methods & {"GET", "POST"}:
            answer = await browser.open(path, method=method)
            text = await answer.get_data(as_text=True)
            assert answer.status_code == 401, f"{method} {path}"
            assert "/dashboard/confirm/passkey" in text and 'name="current"' not in text
    form = {"current": world.PASSWORD, "next": PAYMENTS}
    assert (await browser.post("/dashboard/confirm/", form=form)).headers["Location"] == PAYMENTS
    assert (await browser.get(PAYMENTS)).status_code == 401


async def test_a_proof_counts_for_fifteen_minutes(app: Quart, sari: Account) -> None:
    browser = await operator_browser(app, sari)
    await Session.all().update(second_factor_at=clock.now() - timedelta(minutes=16))
    assert (await browser.get(PAYMENTS)).status_code == 401
    await Session.all().update(second_factor_at=clock.now() - timedelta(minutes=14))
    assert (await browser.get(PAYMENTS)).status_code == 200


async def test_htmx_is_led_to_a_page_that_asks(app: Quart, sari: Account) -> None:
    browser = await browser_of(app, await make_operator(sari), second_factor=False)
    here = {"HX-Request": "true", "HX-Current-URL": f"https://kliqs.test{PAYMENTS}?q=sari"}
    answer = await browser.get(f"{PAYMENTS}?q=sa", headers=here)
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, f"{PAYMENTS}?q=sari")
    answer = await browser.post(f"{PREFIX}/services/transfer/test", headers=here)
    text = await answer.get_data(as_text=True)
    assert answer.status_code == 401 and 'target="_blank"' in text and PAYMENTS in text


async def test_a_page_of_another_site_writes_nothing_for_an_operator(app: Quart, sari: Account) -> None:
    browser = await operator_browser(app, sari)
    for path, methods in operator_rules(app):
        if "POST" in methods:
            answer = await browser.post(path, headers={"Sec-Fetch-Site": "cross-site"})
            assert answer.status_code == 403, path


async def test_an_operators_page_that_does_not_exist_is_a_404_for_them_too(app: Quart, sari: Account) -> None:
    browser = await operator_browser(app, sari)
    assert (await browser.get(NOTHING)).status_code == 404
    assert (await browser.get(f"{PREFIX}-of-nothing")).status_code == 404


async def test_what_an_operator_typed_is_kept_while_they_prove_who_they_are(app: Quart, sari: Account) -> None:
    browser = await browser_of(app, await make_operator(sari), second_factor=False)
    own = await phone.turn_on(sari)
    path, form = f"{PREFIX}/prices/coupons", {"code": "HEMAT", "percent": "5", "uses": "1"}
    text = await (await browser.post(path, form=form)).get_data(as_text=True)
    typed = next(
        each.attributes["value"] for each in Document(text).all("input") if each.attributes.get("name") == "typed"
    )
    answer = await browser.post("/dashboard/confirm/code", form={"factor_code": own.code(), "typed": typed})
    again = await answer.get_data(as_text=True)
    assert answer.status_code == 200 and f'action="{path}"' in again and "HEMAT" in again
    assert (await browser.post(path, form=form)).status_code == 303


async def test_an_operator_who_is_in_no_workspace_can_work(app: Quart, sari: Account) -> None:
    browser = await operator_browser(app, sari)
    await Membership.all().delete()
    for path in ("payments", "sums", "prices", "services", "log"):
        assert (await browser.get(f"{PREFIX}/{path}")).status_code == 200, path
