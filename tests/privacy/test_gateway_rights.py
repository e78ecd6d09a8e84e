"""What people's rights do to requests to AI models: deletion, restriction, and what a dump of the database shows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.gateway.catalogue.upstream import OwnUpstreamKey, Route
from app.gateway.contents.content_store import keep_content, open_content
from app.gateway.contents.kept_content import KeptContent
from app.gateway.contents.transcript import Transcript
from app.gateway.metering.ai_request import AiRequest
from app.gateway.metering.refusals import AccountPaused
from app.gateway.metering.reservation import load_reservation, reserve
from app.gateway.metering.settlement import settle
from app.gateway.upstreams.adapter import Target
from app.gateway.upstreams.errors import UpstreamUnreachable
from app.gateway.upstreams.registry import ADAPTERS
from app.gateway.videos.account_deletion import KIND
from app.gateway.videos.video import FAILED
from app.jobs.models import Job
from app.jobs.worker import Worker
from app.kernel import clock, db
from app.kernel.encryption import Undecipherable
from app.keys.models import ApiKey
from app.privacy import restriction
from app.privacy.erasure import count_owned_rows
from tests import world
from tests.conftest import Clock
from tests.gateway import furnished
from tests.gateway.metering.calls import assert_books_agree, call_of, model_of, used
from tests.gateway.offering import offer_model
from tests.privacy.test_publishing_rights import models

OF_THE_OPERATOR = {"ai_models", "ai_prices", "ai_upstreams", "ai_routes", "ai_notices"}


class Videos:
    """An adapter that deletes videos and remembers which; while it is `away` it does not answer."""

    def __init__(self) -> None:
        self.deleted: list[str] = []
        self.away = False

    async def delete_video(self, target: Target, upstream_id: str) -> None:
        if self.away:
            raise UpstreamUnreachable("It is away.", retryable=True)
        self.deleted.append(upstream_id)


@pytest.fixture
def videos(monkeypatch: pytest.MonkeyPatch) -> Videos:
    adapter = Videos()
    monkeypatch.setattr("app.gateway.videos.account_deletion.ADAPTERS", {**ADAPTERS, "openai": adapter})
    return adapter


async def filled_tables() -> set[str]:
    """The tables of the gateway in which a row is."""
    tables = {model._meta.db_table for model in models() if model.__module__.startswith("app.gateway.")}
    assert len(tables) >= 15
    return {table for table in tables if await db.query_rows(f"SELECT 1 FROM {table} LIMIT 1", [])}  # noqa: S608


async def test_a_deleted_account_leaves_no_row_and_its_videos_are_deleted_at_the_provider(
    sari: Account, budi: Account, videos: Videos
) -> None:
    model = await offer_model()
    made = await furnished.build(sari, model)
    route = await Route.get(model_id=model.id)
    await furnished.begin(sari, made.key, route, upstream_id="of-its-own-credential", own_key=True)
    await furnished.begin(sari, made.key, route, upstream_id="that-failed", status=FAILED)
    everything = await filled_tables()
    assert everything >= {
        "ai_requests",
        "ai_contents",
        "ai_videos",
        "ai_usage",
        "ai_own_keys",
        "ai_rates",
        "ai_budgets",
    }

    await world.erase(sari)

    assert await filled_tables() <= OF_THE_OPERATOR
    await Worker().run_due(KIND)
    assert videos.deleted == ["video-there"]
    await furnished.build(budi, model)
    assert await filled_tables() == everything, "the gateway goes on for others"


async def test_a_provider_that_is_away_is_asked_again_to_delete_a_video(
    sari: Account, videos: Videos, moved: Clock
) -> None:
    await furnished.build(sari)
    videos.away = True
    await world.erase(sari)
    await Worker().run_due(KIND)
    waiting = await Job.not_ended().get(kind=KIND)
    assert str(sari.id) not in str(waiting.payload) and videos.deleted == []
    videos.away = False
    moved.to(max(waiting.due_at, clock.now()) + timedelta(seconds=1))
    await Worker().run_due(KIND)
    assert videos.deleted == ["video-there"]


async def test_a_request_that_ends_after_its_account_was_deleted_leaves_nothing(sari: Account) -> None:
    made = await furnished.build(sari)
    reservation = await furnished.highest_cost_of(sari, made.key, made.model)
    await world.erase(sari)
    settlement = await settle(reservation, used(10, 5))
    await keep_content(reservation, Transcript({"messages": [furnished.PROMPT]}))
    assert settlement.cost == 0
    assert await filled_tables() <= OF_THE_OPERATOR


async def test_whoever_deletes_a_workspace_sees_that_requests_and_credits_go_with_it(sari: Account) -> None:
    await furnished.build(sari)
    numbers = dict(await count_owned_rows(sari))
    assert numbers["Requests to AI models"] == 2 and numbers["Rupiah of AI credits"] == 0, "whole rupiah"


@pytest.mark.parametrize("source", ["a key", "the dashboard"])
async def test_nothing_is_sent_to_models_while_an_account_is_frozen(sari: Account, source: str) -> None:
    made = await furnished.build(sari)
    await restriction.freeze(sari, await world.owner(sari))
    requests = await AiRequest.all().count()
    key = await ApiKey.get(id=made.key.id) if source == "a key" else None
    call = call_of(await Account.get(id=sari.id), key, model=model_of(id=made.model.id))
    with pytest.raises(AccountPaused):
        await reserve(call)
    assert await AiRequest.all().count() == requests, "nor is it listed"

    await restriction.unfreeze(sari, await world.owner(sari))
    call = call_of(await Account.get(id=sari.id), key, model=model_of(id=made.model.id))
    assert await reserve(call)


async def test_what_is_under_way_when_an_account_is_frozen_is_paid_and_its_content_not_kept(sari: Account) -> None:
    made = await furnished.build(sari)
    reservation = await furnished.highest_cost_of(sari, made.key, made.model)
    await restriction.freeze(sari, await world.owner(sari))
    await settle(reservation, used(10, 5))
    await keep_content(reservation, Transcript({"messages": [furnished.PROMPT]}))
    assert not await KeptContent.exists(request_id=reservation.id)
    assert await KeptContent.exists(request_id=made.request.id), "what is kept already stays as it is"
    await assert_books_agree(sari)


async def test_a_database_dump_holds_no_credential_and_no_content_and_a_copied_row_opens_nothing(
    sari: Account, budi: Account
) -> None:
    made = await furnished.build(sari)
    theirs = await furnished.build(budi, made.model)
    dump: list[Any] = []
    for model in models():
        if model.__module__.startswith("app.gateway."):
            dump += await db.query_rows(f"SELECT * FROM {model._meta.db_table}", [])  # noqa: S608
    text = str([dict(row) for row in dump])
    hidden = (furnished.PROMPT, furnished.OWN_CREDENTIAL, furnished.CUSTOMER, made.sub_key)
    assert made.request.request_id in text and not [each for each in hidden if each in text]
    await KeptContent.filter(request_id=theirs.request.id).update(sealed=made.content.sealed)
    with pytest.raises(Undecipherable):
        open_content(await KeptContent.get(request_id=theirs.request.id))
    own = await OwnUpstreamKey.filter(account_id=sari.id).get()
    assert own.credential and own.last_four == "pace"
    assert await load_reservation(made.request.id) is None, "it is settled"
