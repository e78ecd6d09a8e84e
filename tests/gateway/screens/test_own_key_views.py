"""The page of own keys: a workspace sets its key for a provider, and nobody is shown it again."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from app.accounts.models import Account, Membership, Session
from app.gateway.catalogue.credentials import unseal_own_key
from app.gateway.catalogue.upstream import OwnUpstreamKey, Upstream
from app.gateway.credits import own_keys
from app.gateway.routing.own_credentials import own_credential
from app.kernel import clock
from app.team.audit_entry import AuditEntry
from tests.client import Browser
from tests.gateway.offering import offer_model, offer_upstream
from tests.upstreams.openai_api import OpenAIApi

PATH = "/dashboard/ai/own-keys"


@pytest.fixture
async def upstream(database: str, openai_api: OpenAIApi) -> Upstream:
    """A provider that takes own keys, with a model."""
    upstream = await offer_upstream("openai", base_url=openai_api.base_url, own_keys=True, region="US")
    await offer_model("small-1", upstream)
    return upstream


async def words(browser: Browser) -> str:
    response = await browser.get(PATH)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", await response.get_data(as_text=True))


async def test_a_key_is_set_once_the_provider_accepts_it_and_is_encrypted_and_never_shown(
    as_budi: Browser, budi: Account, upstream: Upstream, openai_api: OpenAIApi
) -> None:
    assert "small-1" in await words(as_budi)
    form = {"provider": "openai", "provider_key": f" {openai_api.credential} "}
    assert (await as_budi.post(PATH, form=form)).status_code == 303

    key = await OwnUpstreamKey.get()
    assert openai_api.credential not in key.credential and unseal_own_key(key) == openai_api.credential
    assert await own_credential(budi.id, upstream.id) == openai_api.credential
    page = await words(as_budi)
    assert openai_api.credential not in page and openai_api.credential[-4:] in page
    [entry] = await AuditEntry.all()
    assert (entry.act, entry.thing) == ("ai_own_keys.save_key", "openai")


async def test_another_key_takes_its_place(
    as_budi: Browser, budi: Account, upstream: Upstream, openai_api: OpenAIApi
) -> None:
    await OwnUpstreamKey.create(
        account=budi, upstream=upstream, credential="old", last_four="old!", created_at=clock.EARLIEST
    )
    await as_budi.post(PATH, form={"provider": "openai", "provider_key": openai_api.credential})
    key = await OwnUpstreamKey.get()
    assert key.last_four == openai_api.credential[-4:] and unseal_own_key(key) == openai_api.credential


@pytest.mark.parametrize(
    ("credential", "says"),
    [
        ("", "in one piece"),
        ("sk-two words", "in one piece"),
        ("sk-é1234567", "in one piece"),
        ("sk-" + "x" * 5_000, "in one piece"),
        ("sk-wrong-1234", "does not accept this key"),
    ],
)
async def test_a_key_that_is_none_or_not_accepted_is_refused_and_not_written_back(
    as_budi: Browser, upstream: Upstream, credential: str, says: str
) -> None:
    response = await as_budi.post(PATH, form={"provider": "openai", "provider_key": credential})
    page = await response.get_data(as_text=True)
    assert response.status_code == 422 and says in page
    assert not credential or credential not in page
    assert not await OwnUpstreamKey.all().exists()


async def test_a_key_that_was_typed_before_the_provider_moved_is_sent_to_nobody(
    as_budi: Browser, upstream: Upstream, openai_api: OpenAIApi
) -> None:
    [seen] = re.findall(r'name="seen" value="(\w+)"', await words(as_budi))
    form = {"provider": "openai", "provider_key": openai_api.credential, "seen": seen}
    there = upstream.base_url
    await Upstream.filter(id=upstream.id).update(base_url=there + "/elsewhere")
    response = await as_budi.post(PATH, form=form)
    page = await response.get_data(as_text=True)
    assert response.status_code == 422 and "changed this provider in the meantime" in page
    assert seen not in page and not openai_api.requests and not await OwnUpstreamKey.all().exists()
    await Upstream.filter(id=upstream.id).update(base_url=there)
    assert (await as_budi.post(PATH, form=form)).status_code == 303


async def test_a_provider_that_does_not_answer_says_so(
    as_budi: Browser, upstream: Upstream, openai_api: OpenAIApi
) -> None:
    openai_api.fault("503")
    response = await as_budi.post(PATH, form={"provider": "openai", "provider_key": openai_api.credential})
    assert response.status_code == 422
    assert "does not answer" in await response.get_data(as_text=True)


async def test_keys_are_not_tried_without_end(as_budi: Browser, upstream: Upstream, openai_api: OpenAIApi) -> None:
    form = {"provider": "openai", "provider_key": "sk-wrong-1234"}
    statuses = [(await as_budi.post(PATH, form=form)).status_code for _ in range(21)]
    assert statuses == [422] * 20 + [429]


async def test_a_removed_key_is_used_no_more(as_budi: Browser, budi: Account, upstream: Upstream) -> None:
    await OwnUpstreamKey.create(
        account=budi, upstream=upstream, credential="", last_four="1234", created_at=clock.now()
    )
    assert (await as_budi.post(f"{PATH}/remove", form={"provider": "openai"})).status_code == 303
    assert await own_credential(budi.id, upstream.id) is None
    assert [entry.act for entry in await AuditEntry.all()] == ["ai_own_keys.remove_key"]
    await as_budi.post(f"{PATH}/remove", form={"provider": "openai"})
    assert await AuditEntry.all().count() == 1


async def test_a_provider_that_takes_none_has_no_form_and_refuses_one(
    as_budi: Browser, budi: Account, upstream: Upstream, openai_api: OpenAIApi
) -> None:
    await Upstream.all().update(own_keys=False)
    assert (await as_budi.get(PATH)).status_code == 404
    for provider in ("openai", "nothing", "x" * 300, "open\0ai"):
        form = {"provider": provider, "provider_key": openai_api.credential}
        assert (await as_budi.post(PATH, form=form)).status_code == 404
    await OwnUpstreamKey.create(
        account=budi, upstream=upstream, credential="", last_four="1234", created_at=clock.now()
    )
    page = await words(as_budi)
    assert "takes no own keys any more" in page and 'name="provider_key"' not in page and "Remove it" in page


async def test_a_key_of_another_workspace_is_neither_shown_nor_removed(
    as_budi: Browser, sari: Account, upstream: Upstream
) -> None:
    await OwnUpstreamKey.create(
        account=sari, upstream=upstream, credential="", last_four="9f3k", created_at=clock.now()
    )
    assert "9f3k" not in await words(as_budi)
    await as_budi.post(f"{PATH}/remove", form={"provider": "openai"})
    assert await OwnUpstreamKey.all().count() == 1


async def test_only_owners_who_proved_lately_who_they_are_change_keys(
    as_budi: Browser, upstream: Upstream, openai_api: OpenAIApi
) -> None:
    form = {"provider": "openai", "provider_key": openai_api.credential}
    await Session.all().update(confirmed_at=clock.now() - timedelta(hours=1))
    assert (await as_budi.post(PATH, form=form)).status_code == 401
    await Membership.all().update(role="editor")
    assert (await as_budi.post(PATH, form=form)).status_code in {403, 404}
    assert not await OwnUpstreamKey.all().exists()


async def test_the_page_of_credits_leads_to_them_where_a_provider_takes_one(
    as_budi: Browser, budi: Account, upstream: Upstream
) -> None:
    page = await (await as_budi.get("/dashboard/ai/credits")).get_data(as_text=True)
    assert PATH in page
    await Upstream.all().update(own_keys=False)
    page = await (await as_budi.get("/dashboard/ai/credits")).get_data(as_text=True)
    assert PATH not in page and not await own_keys.list_places(budi)
