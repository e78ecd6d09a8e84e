"""A key may do what its scopes say: every route with every scope."""

from __future__ import annotations

import pytest
from quart import Blueprint, Quart

from app.accounts.models import Account
from app.docs.reference_pages import OPERATIONS
from app.keys import api_authentication
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey, MonthlyUsage
from app.keys.refusals import InsufficientScope
from app.keys.scopes import (
    OFFERED,
    SCOPES,
    NoScope,
    describe_scopes,
    missing_scopes,
    offered_areas,
    pack_scopes,
    read_only_scopes,
)
from app.web.openapi import Operation
from tests import world
from tests.client import Browser
from tests.keys.callers import key_with, request, request_operation

DECLARED = {operation.scope for operation in OPERATIONS}


def test_every_scope_that_an_operation_declares_exists_and_no_other_is_offered(app: Quart) -> None:
    assert set(SCOPES) >= DECLARED == app.extensions[OFFERED]
    assert "ai" not in DECLARED


def test_an_operation_without_a_scope_is_refused() -> None:
    with pytest.raises(TypeError):
        Operation("x", "GET", "/x", "X", "X", None)  # type: ignore[call-arg]


def test_an_operation_that_changes_something_needs_more_than_to_read() -> None:
    assert [op.id for op in OPERATIONS if op.method != "GET" and op.scope.endswith(":read")] == []
    one_scope_for_all = ("webhooks:write", "publish")
    reading = [op for op in OPERATIONS if op.method == "GET" and op.scope not in one_scope_for_all]
    assert [op.id for op in reading if not op.scope.endswith(":read")] == []


def test_an_endpoint_that_no_operation_describes_keeps_the_app_from_starting() -> None:
    app, blueprint = Quart("undescribed"), Blueprint("undescribed_api", __name__, url_prefix="/api/v1")
    api_authentication.require_api_key(blueprint)
    blueprint.add_url_rule("/undescribed", "x", lambda: "")
    app.register_blueprint(blueprint)
    with pytest.raises(ValueError, match="GET /api/v1/undescribed has no operation"):
        api_authentication.install(app, OPERATIONS)


def test_an_unknown_scope_keeps_the_app_from_starting() -> None:
    strange = Operation("x", "GET", "/x", "X", "X", None, scope="links:dance")
    with pytest.raises(ValueError, match="links:dance: no such scope"):
        api_authentication.install(Quart("strange"), [strange])


@pytest.mark.parametrize("scope", sorted(DECLARED))
async def test_a_key_of_one_scope_is_refused_everywhere_else_and_told_which_is_missing(
    visitor: Browser, dewi: Account, scope: str
) -> None:
    key = await key_with(dewi, scope)
    for operation in OPERATIONS:
        status, answer, headers = await request_operation(visitor, key, operation)
        if operation.scope == scope:
            assert answer.get("error") != "INSUFFICIENT_SCOPE", operation.id
            continue
        assert (status, answer["error"], answer["scope"]) == (403, "INSUFFICIENT_SCOPE", operation.scope), operation.id
        assert operation.scope in answer["message"]
        assert headers["WWW-Authenticate"] == f'Bearer error="insufficient_scope", scope="{operation.scope}"'


async def test_a_key_with_every_scope_is_refused_nowhere(visitor: Browser, dewi: Account) -> None:
    for key in (await world.key_of(dewi), await key_with(dewi, " ".join(sorted(DECLARED)))):
        for operation in OPERATIONS:
            _, answer, _ = await request_operation(visitor, key, operation)
            assert answer.get("error") != "INSUFFICIENT_SCOPE", operation.id


async def test_a_request_beyond_the_scopes_costs_nothing_and_changes_nothing(visitor: Browser, dewi: Account) -> None:
    key = await key_with(dewi, "links:read")
    status, _, _ = await request(visitor, key, "POST", "/links", json={"url": world.DESTINATION})
    assert status == 403
    assert (await MonthlyUsage.usage_of(dewi)).used == await world.links_used(dewi) == 0
    assert (await ApiKey.get()).last_used_at is None


async def test_head_needs_what_get_needs(visitor: Browser, dewi: Account) -> None:
    key = await key_with(dewi, "links:read")
    assert (await request(visitor, key, "HEAD", "/links"))[0] == 200
    assert (await request(visitor, key, "HEAD", "/me"))[0] == 403


async def test_a_key_made_before_there_were_scopes_may_do_everything(sari: Account) -> None:
    key, _ = await ApiKey.issue(sari, "old")
    assert key.scopes == "*" and all(key.has_scope(scope) for scope in (*DECLARED, "of a later version"))


async def test_the_missing_scope_is_told_in_the_readers_language(visitor: Browser, dewi: Account) -> None:
    key = await key_with(dewi, "links:read")
    _, answer, _ = await request(visitor, key, "GET", "/me", headers={"Accept-Language": "id"})
    assert answer["message"] == "Kunci ini tidak punya akses account:read."
    assert str(InsufficientScope(scope="account:read")) == "This key lacks the scope account:read."


def test_scopes_are_stored_in_one_order_and_unknown_ones_left_out() -> None:
    assert pack_scopes(["qr:write", "links:read", "links:dance", "qr:write"]) == "links:read qr:write"
    with pytest.raises(NoScope):
        pack_scopes(["links:dance"])


async def test_what_a_key_lacks_is_known(app: Quart) -> None:
    async with app.app_context():
        assert missing_scopes("*") == []
        assert missing_scopes("links:read") == [scope for scope in SCOPES if scope in DECLARED - {"links:read"}]


async def test_a_part_with_one_scope_for_everything_is_offered_as_writing_and_described_as_both(app: Quart) -> None:
    async with app.app_context():
        [publishing] = [area for area in offered_areas() if area.name == "publish"]
        assert (publishing.read, publishing.write) == ("", "publish")
        assert "publish" not in read_only_scopes()
    assert describe_scopes("links:read publish") == [("Links", True, False), ("Publishing", True, True)]


async def test_everything_does_not_include_models_because_they_spend_credits(app: Quart, dewi: Account) -> None:
    keys = {scopes: (await ApiKey.issue(dewi, "x", terms=KeyTerms(scopes)))[0] for scopes in ("*", "* ai", "ai")}
    assert [key.may_use_models for key in keys.values()] == [False, True, True]
    assert [key.has_every_scope for key in keys.values()] == [True, True, False]
    assert [key.has_scope("links:read") for key in keys.values()] == [True, True, False]
    async with app.app_context():
        assert missing_scopes("* ai") == [] and describe_scopes("* ai") == describe_scopes("ai") == []
        assert missing_scopes("ai") == [scope for scope in SCOPES if scope in DECLARED]
        assert "ai" not in read_only_scopes()
