"""The operator changes the address of a provider; no credential that is stored for one server is sent to another."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.gateway.catalogue import own_key_emails
from app.gateway.catalogue.credentials import credential_purpose, unseal_credential
from app.gateway.catalogue.offered import offered
from app.gateway.catalogue.own_key_emails import DELETED
from app.gateway.catalogue.upstream import OwnUpstreamKey, Route, Upstream
from app.gateway.catalogue.upstream_setup import AddressChanged, CredentialOfOldServer, rotate_credential
from app.gateway.move_losses import MoveLosses
from app.gateway.upstream_move import Move, is_other_server, move_upstream
from app.gateway.videos.video import COMPLETED, QUEUED, AiVideo
from app.jobs import Job
from app.jobs.registry import KINDS
from app.jobs.worker import Worker
from app.kernel import clock
from app.mail.models import OutgoingEmail
from app.operators.operator_log import OperatorAct
from tests.client import Browser
from tests.gateway.offering import CREDENTIAL, offer_model, offer_upstream
from tests.gateway.screens.usage_rows import request_of
from tests.operators_at_work import HOME, operator_browser
from tests.payments.checkout.buying import shown

PATH = f"{HOME}/providers/openai"
OLD, SAME, OTHER = "https://old.example/v1", "https://old.example:443/v2", "https://new.example/v1"


@pytest.fixture
async def operator(app: Quart, budi: Account) -> Browser:
    return await operator_browser(app, budi)


@pytest.fixture
async def upstream(operator: Browser, sari: Account) -> Upstream:
    """A provider with a credential, one of a workspace's own, a route that is skipped, and two videos, one ready."""
    row = await offer_upstream("openai", base_url=OLD, own_keys=True)
    await offer_model("small-1", row)
    now = clock.now()
    await OwnUpstreamKey.create(account=sari, upstream=row, credential="sealed", last_four="last", created_at=now)
    await Route.all().update(failures=3, open_until=now + timedelta(minutes=1))
    route = await Route.get()
    for status in (QUEUED, COMPLETED):
        terms: dict[str, Any] = {"model": "small-1", "route_id": route.id, "upstream_id": "there", "status": status}
        await AiVideo.create(account=sari, request=await request_of(sari), created_at=now, **terms)
    return row


def credential_of(row: Upstream) -> str:
    return unseal_credential(row.credential, credential_purpose(row.id))


async def test_on_the_same_server_the_address_changes_at_once_and_all_credentials_stay(
    operator: Browser, upstream: Upstream
) -> None:
    assert OLD in await shown(operator, PATH)
    answer = await operator.post(f"{PATH}/actions/move", form={"url": f" {SAME}/ "})
    assert answer.status_code == 303 and answer.headers["Location"].endswith("/providers/openai")
    now = await Upstream.get()
    assert (now.base_url, credential_of(now)) == (SAME, CREDENTIAL)
    assert await OwnUpstreamKey.exists()
    [act] = await OperatorAct.filter(act="ai_upstream_moved")
    assert (act.thing, act.detail) == ("openai", f"{OLD} → {SAME}")
    await operator.post(f"{PATH}/actions/move", form={"url": SAME})
    assert await OperatorAct.filter(act="ai_upstream_moved").count() == 1


async def test_another_server_is_asked_about_first_and_gets_no_credential_of_the_old_one(
    operator: Browser, upstream: Upstream
) -> None:
    asked = await operator.post(f"{PATH}/actions/move", form={"url": OTHER, "provider_credential": "sk-early"})
    assert asked.status_code == 303 and (await Upstream.get()).base_url == OLD
    page = await shown(operator, f"{asked.headers['Location']}&lang=en")
    assert OLD in page and OTHER in page and "is deleted here" in page
    assert "1 is deleted. Requests of its workspace cost credits" in page
    assert "1 ends, and costs nothing" in page and "1 can no longer be fetched" in page
    assert await OwnUpstreamKey.exists()
    form = {"url": OTHER, "confirmed": "1", "provider_credential": "two words"}
    refused = await operator.post(f"{PATH}/actions/move?lang=en", form=form)
    assert refused.status_code == 422 and "field__error" in await refused.get_data(as_text=True)
    answer = await operator.post(f"{PATH}/actions/move", form=form | {"provider_credential": "sk-new"})
    assert answer.status_code == 303
    now = await Upstream.get()
    assert (now.base_url, credential_of(now)) == (OTHER, "sk-new")
    assert not await OwnUpstreamKey.exists()
    assert await Route.filter(failures=0, open_until=None).count() == 1
    model = await offered("small-1")
    assert model is not None and model.routes[0].target().credential == "sk-new"
    form |= {"url": OLD, "provider_credential": ""}
    await operator.post(f"{PATH}/actions/move", form=form)
    assert (await Upstream.get()).credential == ""


async def test_the_owners_of_a_workspace_learn_that_its_own_credential_was_deleted(
    operator: Browser, upstream: Upstream, sari: Account
) -> None:
    await operator.post(f"{PATH}/actions/move", form={"url": SAME})
    await Worker().run_due(DELETED)
    assert not await OutgoingEmail.filter(kind="ai_own_key").exists()
    await operator.post(f"{PATH}/actions/move", form={"url": OTHER, "confirmed": "1"})
    await Worker().run_due(DELETED)
    [email] = await OutgoingEmail.filter(kind="ai_own_key")
    assert (email.recipient, email.account_id) == ("sari@example.com", sari.id)
    assert "openai" in email.subject and "/dashboard/ai/own-keys" in email.text
    assert "memakai kredit, sampai kamu memasang kunci lagi" in email.text


async def test_every_owner_gets_one_email_even_if_the_process_dies_between_them(
    upstream: Upstream, sari: Account, budi: Account, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    for account in (budi, dewi):
        key: dict[str, Any] = {"credential": "sealed", "last_four": "last", "created_at": clock.now()}
        await OwnUpstreamKey.create(account=account, upstream=upstream, **key)
    await move_upstream(await Upstream.get(), OTHER)
    monkeypatch.setattr(own_key_emails, "BATCH", 1)
    mail, mailed = own_key_emails._mail_owners, list[Account]()

    async def die_at_the_second(account: Account, provider: str, *, used: bool) -> None:
        mailed.append(account)
        await mail(account, provider, used=used)
        if len(mailed) == 2:
            raise RuntimeError("killed")

    monkeypatch.setattr(own_key_emails, "_mail_owners", die_at_the_second)
    with pytest.raises(RuntimeError):
        await KINDS[DELETED].run(await Job.get(kind=DELETED))
    await KINDS[DELETED].run(await Job.get(kind=DELETED))  # as it is begun again, from the database
    addresses = sorted(email.recipient for email in await OutgoingEmail.filter(kind="ai_own_key"))
    assert addresses == ["budi@example.com", "dewi@example.com", "sari@example.com"]


@pytest.mark.parametrize("unused", [{"own_keys": False}, {"enabled_at": None}])
async def test_where_own_keys_were_not_used_nobody_reads_that_requests_cost_more(
    operator: Browser, upstream: Upstream, unused: dict[str, Any]
) -> None:
    await Upstream.all().update(**unused)
    page = await shown(operator, f"{PATH}/move?lang=en&url={OTHER}")
    assert "1 is deleted. It is not used at the moment" in page
    await operator.post(f"{PATH}/actions/move", form={"url": OTHER, "confirmed": "1"})
    await Worker().run_due(DELETED)
    [email] = await OutgoingEmail.filter(kind="ai_own_key")
    assert "biaya permintaanmu tidak berubah" in email.text and "memakai kredit" not in email.text


async def test_nobody_is_asked_about_another_server_where_it_is_the_same_and_what_was_typed_is_kept(
    operator: Browser, upstream: Upstream
) -> None:
    for url in (OLD, SAME):
        page = await shown(operator, f"{PATH}/move?lang=en&url={url}")
        assert "Another server?" not in page and f'value="{url}"' in page


async def test_a_credential_for_a_server_where_the_provider_is_no_longer_is_not_stored(
    operator: Browser, upstream: Upstream
) -> None:
    page = await shown(operator, PATH)
    assert page.count(f'name="seen" value="{OLD}"') == 2
    row = await Upstream.get()
    await move_upstream(row, OTHER, "sk-new")
    form = {"provider_credential": "sk-for-the-old", "seen": OLD}
    answer = await operator.post(f"{PATH}/actions/credential?lang=en", form=form)
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 422 and "the credential was not stored" in page
    assert "sk-for-the-old" not in page and f'name="seen" value="{OTHER}"' in page
    with pytest.raises(CredentialOfOldServer):
        await rotate_credential(row, "sk-for-the-old")
    assert credential_of(await Upstream.get()) == "sk-new"
    assert (await operator.post(f"{PATH}/actions/credential", form=form | {"seen": OTHER})).status_code == 303


async def test_the_log_has_the_beginnings_of_both_addresses_however_long_they_are(
    operator: Browser, upstream: Upstream
) -> None:
    await Upstream.all().update(base_url=f"https://old.example/{'a' * 270}")
    await operator.post(f"{PATH}/actions/move", form={"url": f"https://new.example/{'b' * 270}", "confirmed": "1"})
    [act] = await OperatorAct.filter(act="ai_upstream_moved")
    old, new = act.detail.split(" → ")
    assert old.startswith("https://old.example/a") and new.startswith("https://new.example/b")
    assert old.endswith("a…") and new.endswith("b…")


async def test_a_form_that_shows_an_address_of_before_changes_nothing(operator: Browser, upstream: Upstream) -> None:
    form = {"url": "https://third.example/v1", "confirmed": "1", "seen": OLD, "provider_credential": "sk-third"}
    await move_upstream(await Upstream.get(), OTHER, "sk-new")
    answer = await operator.post(f"{PATH}/actions/move?lang=en", form=form)
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 422 and "changed in the meantime" in page and form["url"] in page
    assert credential_of(await Upstream.get()) == "sk-new"


async def test_an_address_is_refused_as_when_a_provider_is_added(operator: Browser, upstream: Upstream) -> None:
    for url in ("http://127.0.0.1:11434/v1", "ftp://a", "https://user@new.example/", "https://new.example/?a=b"):
        for answer in (
            await operator.post(f"{PATH}/actions/move", form={"url": url, "confirmed": "1"}),
            await operator.get(f"{PATH}/move", query_string={"url": url}),
        ):
            page = await answer.get_data(as_text=True)
            assert answer.status_code == 422 and page.count('class="field__error"') == 1, url
            assert f'value="{url}"' in page
    assert (await Upstream.get()).base_url == OLD
    assert (await operator.post(f"{HOME}/providers/nobody/actions/move", form={"url": OTHER})).status_code == 404


async def test_a_move_returns_what_it_deleted_and_ended(upstream: Upstream) -> None:
    row = await Upstream.get()
    assert await move_upstream(row, SAME) == Move(SAME)
    moved = await move_upstream(await Upstream.get(), OTHER)
    assert moved == Move(OTHER, MoveLosses(credential=True, own_keys=1, videos=1, files=1))
    assert await move_upstream(await Upstream.get(), OLD) == Move(OLD, MoveLosses(False, 0, 0, 0))


async def test_of_two_changes_at_once_the_second_is_refused(database: str) -> None:
    row = await offer_upstream("openai", base_url=OLD)
    await move_upstream(await Upstream.get(), OTHER, "sk-new")
    with pytest.raises(AddressChanged):
        await move_upstream(row, "https://third.example", "sk-third")
    assert credential_of(await Upstream.get()) == "sk-new"


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("https://OLD.example/elsewhere", False),
        ("https://old.example:443", False),
        ("https://old.example:8443/v1", True),
        ("http://old.example/v1", True),
        ("https://old.example.evil.example/v1", True),
    ],
)
def test_a_server_is_a_scheme_a_host_and_a_port(url: str, other: bool) -> None:
    assert is_other_server(Upstream(base_url=OLD), url) == other
