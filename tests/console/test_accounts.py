"""The operator's pages of accounts and people: found by what people name, changed for a reason that is kept."""

from __future__ import annotations

import pytest

from app.abuse.suspension import Suspension
from app.accounts import guest as guests
from app.accounts.models import Account, SecurityEvent, Session
from app.accounts.registration import create_user
from app.accounts.sign_up_checks import new_user_columns
from app.accounts.user import User
from app.console import account_search
from app.console.account_search import AccountSearch, list_context
from app.keys.models import ApiKey
from app.mail.models import OutgoingEmail
from app.operators.looks import OperatorLook
from app.operators.operator_log import OperatorAct
from app.pages.content import Content
from app.pages.models import Page
from app.sign_in.second_factor.authenticator import Authenticator
from tests import world
from tests.client import Browser
from tests.gateway.screens.usage_rows import request_of
from tests.keys.callers import past_request
from tests.operators_at_work import HOME
from tests.payments.checkout.buying import shown
from tests.payments.operator.test_order_views import transfer

ACCOUNTS = f"{HOME}/accounts"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


async def found(words: str, **search: str) -> set[str]:
    """The names of the accounts that a search finds."""
    context = await list_context(AccountSearch.of({"q": words, **search}))
    return {row.account.name for row in context["rows"]}


async def test_an_account_is_found_by_everything_that_somebody_may_name(sari: Account, budi: Account) -> None:
    await world.shorten(sari, "promo")
    await Page.make(sari, "kawung", Content(name="Kawung"))
    key, raw = await ApiKey.issue(sari, "Till")
    order, logged, asked = await transfer(sari), await past_request(key), await request_of(sari)
    email = (await world.owner(sari)).email
    for words in (
        *(email, email.upper(), "Sar", str(sari.id), "promo", "https://kliqs.test/promo", "kliqs.test/kawung/"),
        *(key.masked, key.masked.removeprefix("kliqs_sk_live_"), raw, order.reference, order.reference.lower()),
        *(logged.request_id, asked.request_id),
    ):
        assert await found(words) == {sari.name}, words
    assert await found("nothing of that kind") == set()


async def test_the_list_is_filtered_sorted_and_paged_without_guests(
    sari: Account, budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(account_search, "PAGE_SIZE", 1)
    guest, _token = await guests.open_guest("id", "203.0.113.9")
    await Account.filter(id=sari.id).update(links_used=26, links_limit=25, suspended_at=sari.created_at)
    await Account.filter(id=budi.id).update(links_used=3, links_limit=25, bought_plan="pro", plan_name="pro")
    first = await list_context(AccountSearch(order="links"))
    second = await list_context(AccountSearch(order="links", cursor=first["next"]))
    assert [row.account.name for row in first["rows"] + second["rows"]] == [sari.name, budi.name]
    assert second["next"] is None
    monkeypatch.setattr(account_search, "PAGE_SIZE", 30)
    assert await found("", state="suspended") == await found("", state="over") == {sari.name}
    assert await found("", state="paying") == await found("", plan="pro") == {budi.name}
    assert await found("", state="new") == await found("", state="x", plan="y", order="z") == {sari.name, budi.name}
    assert await found("", state="guests") == {guest.name}
    assert await account_search.count_accounts() == (2, 1)


async def test_limits_of_a_bought_plan_count_before_smaller_ones_of_the_operator(sari: Account) -> None:
    await Account.filter(id=sari.id).update(links_used=26, links_limit=25, bought_plan="pro", plan_name="pro")
    assert await found("", state="over") == set()


async def test_the_pages_record_looks_and_show_an_empty_state(operator: Browser, sari: Account) -> None:
    page = await shown(operator, f"{ACCOUNTS}?lang=en")
    assert str(sari.id) in page and "2, of which 0 pay" in page
    part = await (await operator.get(f"{ACCOUNTS}?q=nobody-at-all&lang=en", headers=HX)).get_data(as_text=True)
    assert "<html" not in part and "Nothing matches" in part
    await shown(operator, f"{ACCOUNTS}/{sari.id}")
    assert await OperatorLook.filter(kind="account", thing=str(sari.id)).exists()
    assert await OperatorLook.filter(kind="accounts").exists()


async def test_an_account_shows_numbers_members_payments_and_masked_keys(operator: Browser, sari: Account) -> None:
    key, raw = await ApiKey.issue(sari, "Till")
    order = await transfer(sari)
    page = await shown(operator, f"{ACCOUNTS}/{sari.id}?lang=en")
    owner = await world.owner(sari)
    assert order.reference in page and key.masked in page and raw not in page and f"/people/{owner.id}" in page
    guest, _token = await guests.open_guest("id", "203.0.113.9")
    assert "Plan and limits" not in await shown(operator, f"{ACCOUNTS}/{guest.id}?lang=en")


async def test_limits_are_set_for_a_reason_and_refused_with_all_faults_at_once(
    operator: Browser, sari: Account
) -> None:
    wrong = {"plan": "x", "links": "-1", "requests": "many", "why": " "}
    refused = await operator.post(f"{ACCOUNTS}/{sari.id}/limits", form=wrong)
    page = await refused.get_data(as_text=True)
    assert refused.status_code in {400, 422} and page.count("field__error") == 4 and "many" in page
    form = {"plan": "pro", "links": "250", "requests": "", "why": "Mitra acara kopi"}
    assert (await operator.post(f"{ACCOUNTS}/{sari.id}/limits", form=form)).status_code == 303
    now = await Account.get(id=sari.id)
    assert (now.plan_name, now.links_limit, now.requests_limit) == ("pro", 250, None)
    act = await OperatorAct.get(act="account_limits", thing=str(sari.id))
    assert "Mitra acara kopi" in act.detail and "links 250" in act.detail
    assert "Mitra acara kopi" in await shown(operator, f"{ACCOUNTS}/{sari.id}?lang=en")


async def test_suspend_objection_and_lift_on_the_page_with_a_way_back(operator: Browser, sari: Account) -> None:
    refused = await operator.post(f"{ACCOUNTS}/{sari.id}/suspend", form={"level": "x", "reason": "", "until": "soon"})
    page = await refused.get_data(as_text=True)
    assert refused.status_code in {400, 422} and page.count("field__error") == 3
    form = {"level": "changes", "reason": "scam", "note": "Two shops.", "until": ""}
    assert (await operator.post(f"{ACCOUNTS}/{sari.id}/suspend", form=form)).status_code == 303
    page = await shown(operator, f"{ACCOUNTS}/{sari.id}?lang=en")
    assert f"{ACCOUNTS}/{sari.id}/lift" in page and "Two shops." in page
    twice = await operator.post(f"{ACCOUNTS}/{sari.id}/suspend", form=form)
    assert twice.status_code in {409, 422}
    [suspension] = await Suspension.all()
    await Suspension.all().update(objected_at=suspension.begun_at, objection="They exist.")
    unanswered = await operator.post(f"{ACCOUNTS}/{sari.id}/uphold", form={"version": "1", "answer": " "})
    assert unanswered.status_code in {400, 422} and "field__error" in await unanswered.get_data(as_text=True)
    answer = await operator.post(f"{ACCOUNTS}/{sari.id}/uphold", form={"version": "1", "answer": "We looked."})
    assert answer.status_code == 303
    stale = await operator.post(f"{ACCOUNTS}/{sari.id}/lift", form={"version": "1", "answer": ""})
    assert stale.status_code in {409, 422} and (await Account.get(id=sari.id)).suspended_at
    assert (await operator.post(f"{ACCOUNTS}/{sari.id}/lift", form={"version": "2"})).status_code == 303
    assert (await Account.get(id=sari.id)).suspended_at is None
    assert f"{ACCOUNTS}/{sari.id}/restore" in await shown(operator, f"{ACCOUNTS}/{sari.id}?lang=en")
    assert (await operator.post(f"{ACCOUNTS}/{sari.id}/restore", form={"version": "3"})).status_code == 303
    assert (await Account.get(id=sari.id)).suspended_at is not None


async def test_a_key_is_revoked_for_a_reason_and_its_maker_reads_of_it(operator: Browser, sari: Account) -> None:
    user = await world.owner(sari)
    key, _raw = await ApiKey.issue(sari, "Till")
    await ApiKey.filter(id=key.id).update(made_by_id=user.id)
    path = f"{ACCOUNTS}/{sari.id}/keys/{key.id}/revoke"
    assert key.masked in await shown(operator, path)
    assert (await operator.post(path, form={"why": ""})).status_code in {400, 422}
    assert (await operator.post(path, form={"why": "Leaked"})).status_code == 303
    assert (await ApiKey.get(id=key.id)).revoked_at and await SecurityEvent.filter(kind="operator_key_revoked").exists()
    assert (await operator.get(path)).status_code == 303


async def test_a_person_is_signed_out_and_sent_a_link_and_their_app_is_turned_off(
    operator: Browser, sari: Account
) -> None:
    user = await world.owner(sari)
    await world.begin_session(sari)
    await Authenticator.create(user_id=user.id, secret="x", last_step=0, created_at=sari.created_at)
    for verb, act in (
        ("sign-out", "person_signed_out"),
        ("second-factor-off", "person_second_factor_off"),
        ("password-link", "person_password_link"),
    ):
        path = f"{HOME}/people/{user.id}"
        assert f"{path}/{verb}" in await shown(operator, f"{path}?lang=en")
        assert await shown(operator, f"{path}/{verb}")
        assert (await operator.post(f"{path}/{verb}", form={"why": " "})).status_code in {400, 422}
        assert not await OperatorAct.filter(act=act).exists()
        assert (await operator.post(f"{path}/{verb}", form={"why": "They wrote"})).status_code == 303
        assert (await OperatorAct.get(act=act, thing=str(user.id))).detail == "They wrote"
    assert (
        not await Session.filter(user_id=user.id).exists() and not await Authenticator.filter(user_id=user.id).exists()
    )
    kinds = set(await SecurityEvent.filter(user_id=user.id).values_list("kind", flat=True))
    assert kinds >= {"operator_signed_out", "operator_authenticator_off", "operator_password_link"}
    assert "/login/reset/" in (await OutgoingEmail.get(kind="reset")).text


async def test_somebody_in_no_workspace_is_found_too(operator: Browser) -> None:
    columns = await new_user_columns("rani@example.com", "Rani", "a long enough passphrase", of_age=True)
    user: User = await create_user("id", columns)
    page = await shown(operator, f"{ACCOUNTS}?q=rani@example.com&lang=en")
    assert f"/people/{user.id}" in page and "Nothing matches" not in page
