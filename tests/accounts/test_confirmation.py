"""What is about the safety of an account asks again who one is, everywhere."""

import re
from datetime import timedelta
from typing import Any, cast
from uuid import uuid4

import pytest
from quart import Quart

from app.accounts.models import Account, Session
from app.accounts.request_account import acts_of_blueprints
from app.keys.models import ApiKey
from tests import world
from tests.client import Browser
from tests.world import PASSWORD

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
GUARDED_PREFIX = "/dashboard/settings/security"
GUARDED = {  # outside of the prefix
    "keys.create_form",
    "keys.create",
    "audience.export_csv",
}
UNGUARDED = {  # below the prefix, and why
    "security.security_page": "only shows",
    "security.list_sessions": "only shows",
    "authenticator.list_browsers": "only shows",
    "authenticator.end_trust": "makes the account safer",
    "email_codes.verify_form": "only shows",
    "email_codes.send_code": "sends a code to the user's own address",
    "email_codes.code_form": "only shows",
    "email_codes.submit_code": "asks for a code that is sent after a confirmation, or to the user's own address",
    "email_codes.send_code_again": "sends what was asked for after a confirmation",
    "security_log.log_page": "only shows",
    "security_log.log_csv": "what the page shows, as a file",
}


def guarded_rules(app: Quart) -> list[Any]:
    """The rules that have to ask: each below the prefix, unless it is excepted with a reason, and those listed."""
    return [
        rule
        for rule in app.url_map.iter_rules()
        if rule.endpoint in GUARDED or (rule.rule.startswith(GUARDED_PREFIX) and rule.endpoint not in UNGUARDED)
    ]


def test_every_route_about_the_safety_of_an_account_has_the_guard(made_once: Quart) -> None:
    rules, views = guarded_rules(made_once), made_once.view_functions
    assert {rule.endpoint for rule in rules} >= GUARDED
    assert UNGUARDED.keys() <= views.keys()
    assert [rule.endpoint for rule in rules if not getattr(views[rule.endpoint], "needs_confirmation", False)] == []


async def test_without_a_recent_proof_each_of_them_asks_and_changes_nothing(
    app: Quart, as_sari: Browser, sari: Account
) -> None:
    user = await world.owner(sari)
    await Session.filter(user=user).update(confirmed_at=(await Session.first()).confirmed_at - timedelta(minutes=16))  # type: ignore[union-attr]
    for rule in guarded_rules(app):
        path = re.sub(r"<uuid:\w+>", str(uuid4()), re.sub(r"<int:\w+>", "1", re.sub(r"<\w+>", "x", rule.rule)))
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            form = {"email": "rani@example.com", "name": "shop", "current": PASSWORD, "password": "another long one"}
            response = await (as_sari.post(path, form=form) if method == "POST" else as_sari.get(path))
            if method == "GET":
                assert response.headers["Location"].startswith("/dashboard/confirm/?next=%2Fdashboard"), path
            else:
                assert response.status_code == 401, path
                assert PASSWORD not in await response.get_data(as_text=True)
    after = await world.owner(sari)
    assert (after.email, after.password_hash) == (user.email, user.password_hash)
    assert not await ApiKey.exists() and await Account.exists(id=sari.id)


@pytest.mark.parametrize("path", ["/dashboard/settings/security/password", "/dashboard/settings/api-keys/"])
async def test_a_form_of_htmx_stays_on_its_page_and_a_toast_leads_to_the_confirmation(
    as_sari: Browser, path: str
) -> None:
    await Session.all().update(confirmed_at=(await Session.first()).confirmed_at - timedelta(minutes=16))  # type: ignore[union-attr]
    response = await as_sari.post(path, form={"name": "shop"}, headers=HX)
    text = await response.get_data(as_text=True)
    assert response.status_code == 401 and 'target="_blank"' in text and "/dashboard/confirm/?next=" in text
    assert "HX-Redirect" not in response.headers
    response = await as_sari.post("/dashboard/confirm/", form={"current": PASSWORD, "next": "/dashboard/confirm/done"})
    assert (await as_sari.get(response.headers["Location"])).status_code == 200
    assert (await as_sari.post(path, form={"name": "shop"}, headers=HX)).status_code != 401


async def test_a_fragment_that_htmx_gets_leads_the_page_to_the_confirmation(as_sari: Browser) -> None:
    await Session.all().update(confirmed_at=(await Session.first()).confirmed_at - timedelta(minutes=16))  # type: ignore[union-attr]
    here = {"HX-Current-URL": "https://kliqs.test/dashboard/settings/api-keys/"}
    response = await as_sari.get("/dashboard/settings/api-keys/new", headers=HX | here)
    assert response.status_code == 401
    assert response.headers["HX-Redirect"] == "/dashboard/confirm/?next=%2Fdashboard%2Fsettings%2Fapi-keys%2F"


def test_who_will_be_deleted_can_still_prove_who_they_are_in_every_way(made_once: Quart) -> None:
    proofs = [
        rule.endpoint
        for rule in made_once.url_map.iter_rules()
        if rule.rule.startswith("/dashboard/confirm/") and "POST" in (rule.methods or set())
    ]
    endings = [endpoint.rpartition(".") for endpoint in proofs]
    assert len(proofs) > 5
    assert [name for blueprint, _, name in endings if name not in acts_of_blueprints[blueprint].in_grace] == []


async def test_a_proof_gives_the_session_a_new_secret_and_the_old_one_opens_nothing(
    visitor: Browser, app: Quart, sari: Account
) -> None:
    """Whoever copied the cookie before does not profit from the proof."""
    token, thief = await world.begin_session(sari), cast(Browser, app.test_client())
    visitor.sign_in(token)
    thief.sign_in(token)
    await Session.all().update(confirmed_at=(await Session.first()).confirmed_at - timedelta(minutes=16))  # type: ignore[union-attr]
    before = await Session.get()
    assert (await thief.get("/dashboard/settings/security")).status_code == 200
    response = await visitor.post("/dashboard/confirm/", form={"current": "wrong", "next": "/dashboard/links/"})
    assert response.status_code == 422 and (await Session.get()).digest == before.digest
    response = await visitor.post("/dashboard/confirm/", form={"current": PASSWORD, "next": "/dashboard/links/"})
    assert response.headers["Location"] == "/dashboard/links/"
    after = await Session.get()
    assert after.id == before.id and after.digest != before.digest and after.recently_confirmed
    assert after.expires_at == before.expires_at, "a proof makes no session longer"
    assert (await visitor.get("/dashboard/settings/security")).status_code == 200
    assert (await thief.get("/dashboard/settings/security")).headers["Location"].startswith("/login?")


async def test_a_session_that_ended_while_its_user_proved_who_they_are_stays_ended(sari: Account) -> None:
    session = await Session.by_token(await world.begin_session(sari))
    assert session is not None
    await session.delete()
    token = await session.confirm()
    assert await Session.by_token(token) is None
