"""A workspace's own key at an upstream: its requests go there with it, and cost nothing here."""

from app.gateway.catalogue.credentials import own_key_purpose, seal_credential
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.upstream import OwnUpstreamKey, Upstream
from app.gateway.upstreams.errors import CredentialRefused
from app.kernel import clock
from tests.gateway.api.callers import Caller
from tests.gateway.fake_adapter import USED, FakeAdapter
from tests.gateway.offering import CREDENTIAL


async def bring_own_key(caller: Caller, *, allowed: bool = True) -> None:
    upstream = await Upstream.get()
    await Upstream.filter(id=upstream.id).update(own_keys=allowed)
    sealed = seal_credential("sk-of-dewi", own_key_purpose(caller.account.id, upstream.id))
    await OwnUpstreamKey.create(
        account_id=caller.account.id,
        upstream_id=upstream.id,
        credential=sealed,
        last_four="dewi",
        created_at=clock.now(),
    )
    forget_offered()


async def test_its_requests_are_made_with_it_and_billed_at_zero_and_logged_alike(
    caller: Caller, adapter: FakeAdapter
) -> None:
    await bring_own_key(caller)
    status, _ = await caller.chat()
    request = await caller.request()
    assert status == 200 and adapter.targets[0].credential == "sk-of-dewi"
    assert (request.own_key, request.cost, request.usage) == (True, 0, USED.as_dict())
    assert request.tries[0]["status"] == 200


async def test_an_upstream_that_takes_no_own_keys_gets_the_operators(caller: Caller, adapter: FakeAdapter) -> None:
    await bring_own_key(caller, allowed=False)
    await caller.chat()
    assert adapter.targets[0].credential == CREDENTIAL and (await caller.request()).cost > 0


async def test_one_that_the_upstream_refuses_is_not_replaced_by_the_operators(
    caller: Caller, adapter: FakeAdapter
) -> None:
    await bring_own_key(caller)
    adapter.begins = [CredentialRefused("revoked", status=401, retryable=True)]
    status, answer = await caller.chat()
    assert status == 502 and "credential" in answer["error"]["message"]
    assert len(adapter.bodies) == 1
    await caller.chat()
    assert len(adapter.bodies) == 2, "its refusal closed the upstream to nobody"
