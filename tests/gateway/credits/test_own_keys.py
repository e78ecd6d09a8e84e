"""A workspace's own key for a provider that moves to another server while it is asked about the key."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from unittest.mock import patch

import pytest

from app.accounts.models import Account
from app.gateway.catalogue.credentials import own_key_purpose, seal_credential
from app.gateway.catalogue.offered import offered
from app.gateway.catalogue.upstream import OwnUpstreamKey, Upstream
from app.gateway.catalogue.upstream_setup import change_upstream, switch_upstream
from app.gateway.credits.own_keys import ProviderChanged, save_own_key
from app.gateway.routing.own_credentials import own_credentials
from app.gateway.upstream_move import move_upstream
from app.gateway.upstreams.registry import ADAPTERS
from app.kernel import clock
from app.kernel.db import transaction
from tests.gateway.offering import offer_model, offer_upstream

OLD, NEW, KEY = "https://old.example/v1", "https://new.example/v1", "sk-own-key-of-the-old-server"


async def save_while(account: Account, change: Callable[[Upstream], Awaitable[object]]) -> None:
    """Saves a key at a provider that accepts it, but only after the change."""
    row = await offer_upstream("openai", base_url=OLD, own_keys=True)

    async def accept(*_: Any) -> list[str]:
        await change(await Upstream.get())
        return []

    with patch.object(type(ADAPTERS["openai"]), "list_models", staticmethod(accept)):
        await save_own_key(account, row, KEY)


@pytest.mark.parametrize(
    "change",
    [
        lambda row: move_upstream(row, NEW),
        lambda row: change_upstream(row, own_keys=False),
        lambda row: switch_upstream(row, on=False),
    ],
)
async def test_a_key_is_not_stored_for_a_provider_that_changed_while_it_was_asked(
    sari: Account, change: Callable[[Upstream], Awaitable[object]]
) -> None:
    with pytest.raises(ProviderChanged):
        await save_while(sari, change)
    assert not await OwnUpstreamKey.exists()


async def test_a_key_that_is_stored_while_the_provider_moves_reaches_no_other_server(sari: Account) -> None:
    """The move has written all, and is not committed yet, when the provider accepts the key."""
    row, asked, moved = await offer_upstream("openai", base_url=OLD, own_keys=True), asyncio.Event(), asyncio.Event()

    async def accept(*_: Any) -> list[str]:
        asked.set()
        await moved.wait()
        return []

    with patch.object(type(ADAPTERS["openai"]), "list_models", staticmethod(accept)):
        saving = asyncio.create_task(save_own_key(sari, row, KEY))
        await asked.wait()
        async with transaction():
            await move_upstream(await Upstream.get(), NEW)
            moved.set()
            await asyncio.wait({saving}, timeout=0.1)  # so long only where it waits for the move, as it should
        with pytest.raises(ProviderChanged):
            await saving
    assert not await OwnUpstreamKey.exists()


async def test_a_request_that_began_before_the_move_sends_no_key_of_the_new_server_to_the_old(sari: Account) -> None:
    row = await offer_upstream("openai", base_url=OLD, own_keys=True)
    await offer_model("small-1", row)
    before = await offered("small-1")
    await move_upstream(row, NEW)
    values: dict[str, Any] = {
        "credential": seal_credential("sk-new", own_key_purpose(sari.id, row.id)),
        "last_four": "-new",
    }
    await OwnUpstreamKey.create(account=sari, upstream=row, created_at=clock.now(), **values)
    after = await offered("small-1")
    assert before and after
    assert await own_credentials(sari.id, before) == {}
    assert await own_credentials(sari.id, after) == {row.id: "sk-new"}


async def test_a_key_that_was_stored_before_the_move_is_deleted_by_it(sari: Account) -> None:
    async def nothing(_row: Upstream) -> None:
        return None

    await save_while(sari, nothing)
    assert await OwnUpstreamKey.exists()
    await move_upstream(await Upstream.get(), NEW)
    assert not await OwnUpstreamKey.exists()
