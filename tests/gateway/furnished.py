"""An account with all that the gateway can store for it: requests, contents, credits, limits, own keys and videos."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.credentials import own_key_purpose, seal_credential
from app.gateway.catalogue.upstream import OwnUpstreamKey, Route
from app.gateway.contents.content_store import content_purpose
from app.gateway.contents.end_user_digest import digest_of_end_user
from app.gateway.contents.kept_content import KeptContent
from app.gateway.key_terms.model_rules import ModelRules, save_budget, save_rules
from app.gateway.key_terms.sub_keys import NewSubKey, make_sub_key
from app.gateway.metering.ai_request import AiRequest
from app.gateway.metering.balance import MICRO
from app.gateway.metering.call import Reservation
from app.gateway.metering.reservation import hold_until, reserve
from app.gateway.metering.settlement import settle
from app.gateway.videos.polling import HELD
from app.gateway.videos.video import IN_PROGRESS, AiVideo
from app.kernel import clock, encryption
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey
from app.keys.scopes import AI
from tests.gateway.metering.calls import buy, call_of, model_of, used
from tests.gateway.offering import offer_model

PROMPT, OWN_CREDENTIAL, CUSTOMER = "zz-marked-prompt", "sk-zz-of-the-workspace", "pelanggan-7"


@dataclass(frozen=True, slots=True)
class Furnished:
    """What was made; `sub_key` is the text of the sub-key."""

    model: AiModel
    key: ApiKey
    sub_key: str
    request: AiRequest
    content: KeptContent
    video: AiVideo


async def build(account: Account, model: AiModel | None = None, **video: Any) -> Furnished:
    """Makes one of each for an account; its video is being made, with `video` as other columns of it."""
    model = model or await offer_model()
    key = (await ApiKey.issue(account, "Server", terms=KeyTerms(AI)))[0]
    await save_rules(account, key.id, ModelRules((model.id,), content_days=7))
    await save_budget(account, key.id, 1_000 * MICRO)
    _sub_key, raw = await make_sub_key(key, NewSubKey("Toko", "Toko Budi"))
    await buy(account)
    route = await Route.get(model_id=model.id)
    await OwnUpstreamKey.create(
        account_id=account.id, upstream_id=route.upstream_id, last_four="pace", created_at=clock.now(),
        credential=seal_credential(OWN_CREDENTIAL, own_key_purpose(account.id, route.upstream_id)),
    )  # fmt: skip
    reservation = await highest_cost_of(account, key, model)
    await settle(reservation, used(10, 5))
    request = await AiRequest.get(id=reservation.id)
    return Furnished(model, key, raw, request, await keep(request), await begin(account, key, route, **video))


async def highest_cost_of(account: Account, key: ApiKey, model: AiModel) -> Reservation:
    """A request of an end user that is under way."""
    end_user = digest_of_end_user(account.id, CUSTOMER)
    return await reserve(call_of(account, key, end_user=end_user, model=model_of(id=model.id)))


async def keep(request: AiRequest) -> KeptContent:
    """The content of a request."""
    content = f'{{"request": {{"messages": "{PROMPT}"}}, "answer": {{}}}}'
    now = clock.now()
    return await KeptContent.create(
        request_id=request.id, account_id=request.account_id, created_at=now, ends_at=now + timedelta(days=7),
        sealed=encryption.encrypt(content, content_purpose(request.id)),
    )  # fmt: skip


async def begin(account: Account, key: ApiKey, route: Route, **columns: Any) -> AiVideo:
    """A video that is being made, whose request is reserved as long as it can take."""
    now = clock.now()
    reservation = await reserve(call_of(account, key, model=model_of(id=route.model_id), endpoint="videos"))
    await hold_until(reservation.id, now + HELD)
    values: dict[str, Any] = {"status": IN_PROGRESS, "upstream_id": "video-there"} | columns
    return await AiVideo.create(
        id=uuid4(), account_id=account.id, key_id=key.id, request_id=reservation.id, model=route.model_id,
        route_id=route.id, seconds=4, size="720x1280", created_at=now, **values,
    )  # fmt: skip
