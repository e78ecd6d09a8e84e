"""The self-test shows what a key may do and what it may not, with real requests, and leaves nothing behind."""

from __future__ import annotations

import pytest
from quart import Quart

from app.accounts.models import Account
from app.docs.reference_pages import OPERATIONS
from app.keys import api_authentication, self_test
from app.keys.models import MonthlyUsage
from app.keys.scopes import SCOPE_OF_ROUTE
from app.keys.self_test import NOTHING, STEP_NAMES, Step, probe_of_scope
from tests import world
from tests.client import Browser
from tests.keys.callers import key_with

ADDRESS = "203.0.113.7"
DECLARED = {operation.scope for operation in OPERATIONS}


async def run(app: Quart, key: str, address: str = ADDRESS) -> list[Step]:
    async with app.test_request_context("/"):
        return [step async for step in self_test.run_self_test(app, key, address)]


async def used(account: Account) -> int:
    return (await MonthlyUsage.usage_of(account)).used


def test_each_scope_is_tried_with_a_request_that_would_change_nothing(app: Quart) -> None:
    routes = app.extensions[SCOPE_OF_ROUTE]
    for scope in DECLARED:
        method, path = probe_of_scope(routes, scope)
        assert routes[method, path.replace(NOTHING, "{id}")] == scope
        assert method == "GET" or NOTHING in path


async def test_a_key_for_everything_makes_follows_and_deletes_a_link(app: Quart, dewi: Account) -> None:
    steps = await run(app, await world.key_of(dewi))
    assert [(step.name, step.passed) for step in steps] == [(name, True) for name in STEP_NAMES]
    assert await used(dewi) == self_test.REQUEST_COUNT
    assert await world.links_used(dewi) == 0


async def test_what_a_key_may_not_do_is_tried_and_refused(app: Quart, dewi: Account) -> None:
    steps = await run(app, await key_with(dewi, "links:read links:write"))
    assert [step.passed for step in steps] == [True] * 5
    assert (steps[0].status, steps[0].error) == (403, "INSUFFICIENT_SCOPE")
    assert steps[1].refused == len(DECLARED) - 2
    assert steps[1].answer.count("→ 403 INSUFFICIENT_SCOPE") == len(DECLARED) - 2
    assert await used(dewi) == 2


async def test_a_key_that_may_not_make_links_makes_none(app: Quart, dewi: Account) -> None:
    steps = await run(app, await key_with(dewi, "account:read links:read"))
    assert [(step.name, step.passed) for step in steps] == [(STEP_NAMES[0], True), (STEP_NAMES[1], True)]
    assert await used(dewi) == 1


async def test_a_scope_that_is_not_enforced_fails_the_test(
    app: Quart, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = await key_with(dewi, "account:read links:read")
    monkeypatch.setattr(api_authentication, "_check_scope", lambda _key: None)
    steps = await run(app, key)
    assert [step.passed for step in steps] == [True, False]
    assert await world.links_used(dewi) == 0


@pytest.mark.parametrize("key", ["", "x", "kliqs_sk_live_" + "x" * 38])
async def test_an_unknown_key_fails_at_once(app: Quart, dewi: Account, key: str) -> None:
    [step] = await run(app, key)
    assert not step.passed and step.status == 401


async def test_a_key_without_enough_requests_left_makes_no_link(app: Quart, dewi: Account) -> None:
    for scopes in ("*", "links:read links:write"):
        key = await key_with(dewi, scopes)
        await Account.filter(id=dewi.id).update(requests_limit=await used(dewi) + 1)
        steps = await run(app, key)
        assert (steps[-1].error, steps[-1].status) == ("API_LIMIT_REACHED", 0)
    assert await world.links_used(dewi) == 0


async def test_the_networks_of_a_key_hold_for_the_test_too(app: Quart, dewi: Account) -> None:
    key = await key_with(dewi, networks="203.0.113.0/24")
    assert all(step.passed for step in await run(app, key))
    [refused] = await run(app, key, "198.51.100.1")
    assert refused.error == "NETWORK_NOT_ALLOWED"


async def test_the_page_shows_each_step(as_sari: Browser, sari: Account) -> None:
    key = await key_with(sari, "links:read")
    answer = await as_sari.post("/dashboard/settings/api-keys/self-test", form={"key": key})
    page = await answer.get_data(as_text=True)
    assert page.count("step--ok") == 2 and "step--wait" not in page


async def test_a_key_that_may_use_models_asks_for_their_list(app: Quart, dewi: Account) -> None:
    steps = await run(app, await key_with(dewi, "* ai"))
    assert [step.passed for step in steps] == [True] * len(STEP_NAMES)
    assert steps[1].answer == "GET /v1/models → 200" and steps[1].refused == 0
    only = await run(app, await key_with(dewi, "ai"))
    assert [step.passed for step in only] == [True, True] and "GET /v1/models → 200" in only[1].answer
    assert "/v1/models" not in (await run(app, await key_with(dewi, "links:read")))[1].answer
