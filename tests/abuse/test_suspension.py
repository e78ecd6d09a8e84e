"""A suspended account: nothing in it is changed, made or sent by any door, until the suspension is over."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from quart import Quart

from app import jobs
from app.abuse import suspending
from app.abuse.decisions import DecidedElsewhere
from app.abuse.objections import ObjectedAlready
from app.abuse.suspending import AlreadySuspended, NewSuspension
from app.abuse.suspension import LIFTED, OVER, Suspension
from app.accounts import guest as guests
from app.accounts.models import Account
from app.accounts.request_account import PERSONAL, acts_of_blueprints
from app.accounts.suspension import EVERYTHING, AccountSuspended, wait_while_suspended
from app.docs.reference_pages import OPERATIONS
from app.guests.claim import claim_into_account
from app.jobs.registry import KINDS, RetryLater
from app.kernel import clock
from app.kernel.refusal import Refusal
from app.keys.models import ApiKey
from app.links.models import Link
from app.mail.models import OutgoingEmail
from app.operators.guard import is_operator_path
from app.operators.operator_log import OperatorAct
from app.pages.content import Content
from app.pages.models import Page
from app.web.openapi import path_template
from app.webhooks.endpoint import WebhookEndpoint
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.databases import ON_ONE
from tests.gateway.api.callers import ai_key_of
from tests.route_paths import fill_rule
from tests.team.test_roles_of_routes import contents, dashboard_rules

SCAM = NewSuspension("scam", note="Two shops that do not exist.")
HIDDEN = NewSuspension("scam", EVERYTHING)


async def ended(suspension: Suspension) -> Suspension:
    await suspending.lift(suspension, seen=suspension.version)
    return suspension


@ON_ONE
async def test_every_change_of_the_dashboard_is_refused_and_what_needs_no_account_is_not(
    app: Quart, as_sari: Browser, sari: Account
) -> None:
    await world.shorten(sari, "promo")
    await suspending.suspend(sari, SCAM)
    before, refused, left = await contents(), 0, set[str]()
    for rule, method in dashboard_rules(app):
        blueprint, _, endpoint = rule.endpoint.rpartition(".")
        acts = acts_of_blueprints[blueprint]
        if method in ("GET", "HEAD") or is_operator_path(rule.rule) or acts.act_of(endpoint, method) == PERSONAL:
            continue
        if endpoint in acts.in_grace | acts.in_suspension:
            left.add(endpoint)
            continue
        answer = await as_sari.open(fill_rule(rule.rule), method=method, form={})
        assert answer.status_code == 403, f"{method} {rule.rule}: {answer.status_code}"
        refused += 1
    assert refused > 120 and await contents() == before
    assert left == {
        *("cancel_order", "check_order", "choose_coin", "practise"),  # an order that was made before
        *("delete_export", "export_account", "export_person", "freeze"),  # the rights of people
        *("delete_workspace", "undo_workspace"),
        *("object_to_suspension", "send_objection"),
    }


@ON_ONE
async def test_every_operation_of_the_api_that_changes_is_refused_and_those_that_read_are_not(
    app: Quart, visitor: Browser, sari: Account
) -> None:
    await world.shorten(sari, "promo")
    headers = {"Authorization": f"Bearer {await world.key_of(sari)}"}
    await suspending.suspend(sari, SCAM)
    changing = {(operation.method, operation.path) for operation in OPERATIONS if operation.method != "GET"}
    for rule in app.url_map.iter_rules():
        for method in rule.methods or ():
            if (method, path_template(rule.rule.removeprefix("/api/v1"))) in changing:
                changing.discard((method, path_template(rule.rule.removeprefix("/api/v1"))))
                path = fill_rule(rule.rule.replace("<path:external_id>", "key"))
                answer = await visitor.open(path, method=method, headers=headers, json={})
                body = await answer.get_json()
                assert (answer.status_code, body["error"]) == (403, "ACCOUNT_SUSPENDED"), f"{method} {rule.rule}"
    assert not changing
    answer = await visitor.get("/api/v1/links", headers=headers)
    assert answer.status_code == 200


@ON_ONE
async def test_no_request_to_a_model_is_made(app: Quart, visitor: Browser, sari: Account) -> None:
    headers = {"Authorization": f"Bearer {await ai_key_of(sari)}"}
    await suspending.suspend(sari, SCAM)
    paths = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/v1/")}
    posts = [path for path in sorted(paths) if "<" not in path and "POST" in methods_of(app, path)]
    for path in posts:
        answer = await visitor.post(path, headers=headers, json={"model": "x"})
        assert answer.status_code == 403 and "suspended" in await answer.get_data(as_text=True), path
    assert len(posts) >= 5


def methods_of(app: Quart, path: str) -> set[str]:
    return {method for rule in app.url_map.iter_rules() if rule.rule == path for method in rule.methods or ()}


async def test_a_link_that_is_made_at_the_same_moment_is_made_before_or_not_at_all(sari: Account) -> None:
    account = await Account.get(id=sari.id)  # what a request read that began before
    results = await asyncio.gather(
        suspending.suspend(sari, SCAM),
        *(world.shorten(account, f"link-{number}") for number in range(8)),
        return_exceptions=True,
    )
    made = [result for result in results if isinstance(result, Link)]
    assert all(isinstance(result, (Link, AccountSuspended, Suspension)) for result in results)
    now = await Account.get(id=sari.id)
    assert now.suspended_at is not None and now.links_used == len(made) == await Link.owned_by(sari).count()
    for late in (world.shorten(account, "late"), ApiKey.issue(account, "Late"), Page.make(account, "late", Content())):
        with pytest.raises(AccountSuspended):
            await late


async def test_of_two_suspensions_and_of_two_liftings_at_once_one_is_done(sari: Account) -> None:
    results = await asyncio.gather(*(suspending.suspend(sari, SCAM) for _ in range(2)), return_exceptions=True)
    assert [type(result) for result in results if not isinstance(result, Suspension)] == [AlreadySuspended]
    suspension = await Suspension.in_force().get()
    again = await Suspension.get(id=suspension.id)
    liftings = [suspending.lift(each, seen=suspension.version) for each in (suspension, again)]
    endings = await asyncio.gather(*liftings, return_exceptions=True)
    assert [type(ending) for ending in endings if ending is not None] == [DecidedElsewhere]
    assert (await Account.get(id=sari.id)).suspended_at is None


async def test_what_a_guest_made_is_neither_changed_nor_claimed(app: Quart, sari: Account) -> None:
    guest, token = await guests.open_guest("id", "203.0.113.9")
    await world.shorten(guest, "tamu")
    await suspending.suspend(guest, SCAM)
    with pytest.raises(AccountSuspended):
        await world.shorten(await Account.get(id=guest.id), "more")
    with pytest.raises(AccountSuspended):
        await claim_into_account(token, sari)
    await ended(await Suspension.in_force().get())
    await suspending.suspend(sari, SCAM)
    with pytest.raises(AccountSuspended):
        await claim_into_account(token, await Account.get(id=sari.id))
    assert await Link.owned_by(guest).count() == 1


async def test_links_and_pages_lead_on_at_the_first_level_and_answer_451_with_the_reason_at_the_second(
    visitor: Browser, sari: Account
) -> None:
    await world.shorten(sari, "promo", "https://shop.example/")
    page = await Page.make(sari, "kawung", Content(name="Kawung"))
    await page.publish(sari)
    suspension = await suspending.suspend(sari, SCAM)
    assert (await visitor.get("/promo")).status_code == 302 and (await visitor.get("/kawung")).status_code == 200
    await ended(suspension)
    suspension = await suspending.suspend(sari, HIDDEN)
    for name in ("promo", "kawung"):
        answer = await visitor.get(f"/{name}?lang=en", headers={"Accept-Language": "en"})
        assert answer.status_code == 451, name
    assert "scam" in (await (await visitor.get("/promo", headers={"Accept-Language": "en"})).get_data(True)).lower()
    await ended(suspension)
    assert (await visitor.get("/promo")).status_code == 302 and (await visitor.get("/kawung")).status_code == 200


async def test_what_would_be_sent_waits(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await suspending.suspend(sari, SCAM)
    assert not await WebhookEndpoint.listening().filter(account_id=sari.id).exists()
    assert await (await Account.get(id=sari.id)).owners_to_remind() == []
    with pytest.raises(RetryLater) as waits:
        await wait_while_suspended(link.account_id)
    assert not waits.value.counted


async def test_the_owner_reads_why_and_until_when_objects_once_and_is_answered(
    as_sari: Browser, sari: Account, moved: Clock
) -> None:
    until = clock.now() + timedelta(days=3)
    suspension = await suspending.suspend(sari, NewSuspension("scam", note="Two shops.", until=until))
    [email] = await OutgoingEmail.filter(kind="abuse")
    assert "Two shops." in email.text and "/dashboard/blocked/" in email.text
    page = await (await as_sari.get("/dashboard/links/?lang=en")).get_data(as_text=True)
    assert 'id="suspended"' in page and "/dashboard/blocked/" in page
    page = await (await as_sari.get("/dashboard/blocked/?lang=en")).get_data(as_text=True)
    assert "Two shops." in page and "/dashboard/blocked/suspension" in page
    refused = await as_sari.post("/dashboard/blocked/suspension", form={"words": " "})
    assert refused.status_code in {400, 422} and "field__error" in await refused.get_data(as_text=True)
    answer = await as_sari.post("/dashboard/blocked/suspension", form={"words": "They exist."})
    assert answer.status_code == 303
    await suspension.refresh_from_db()
    assert suspension.objection == "They exist." and await Suspension.unanswered().count() == 1
    with pytest.raises(ObjectedAlready):
        await suspending.object_to(suspension, "Again.")
    await suspending.uphold(suspension, "We looked.", seen=suspension.version)
    assert await Suspension.unanswered().count() == 0
    page = await (await as_sari.get("/dashboard/blocked/?lang=en")).get_data(as_text=True)
    assert "We looked." in page and "They exist." in page
    assert await OutgoingEmail.filter(kind="abuse").count() == 2


async def test_a_suspension_ends_in_time_and_can_be_lifted_and_put_back(sari: Account, moved: Clock) -> None:
    suspension = await suspending.suspend(sari, NewSuspension("spam", until=clock.now() + timedelta(hours=1)))
    await suspending.lift(suspension, "Sorry.", seen=suspension.version)
    assert suspension.ending == LIFTED and await world.shorten(sari, "works")
    await suspending.restore(suspension, seen=suspension.version)
    assert (await Account.get(id=sari.id)).suspended_until is not None
    run = KINDS["abuse.suspensions"].run
    await run(jobs.Job())
    assert await Suspension.in_force().exists(), "its time has not come"
    moved.to(clock.now() + timedelta(hours=2))
    await run(jobs.Job())
    await suspension.refresh_from_db()
    now = await Account.get(id=sari.id)
    assert (suspension.ending, now.suspended_at, now.suspended_until, now.hidden_at) == (OVER, None, None, None)
    acts = {act.act for act in await OperatorAct.filter(thing=str(sari.id))}
    assert acts == {"account_suspended_changes", "account_lifted", "account_suspension_over"}


@pytest.mark.parametrize(
    "wrong", [NewSuspension("x"), NewSuspension("scam", "x"), NewSuspension("scam", note="x" * 501)]
)
async def test_a_suspension_for_no_reason_of_the_list_or_with_too_long_a_note_is_refused(
    sari: Account, wrong: NewSuspension
) -> None:
    with pytest.raises(Refusal):
        await suspending.suspend(sari, wrong)
    assert (await Account.get(id=sari.id)).suspended_at is None
