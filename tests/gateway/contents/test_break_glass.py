"""The operator reads kept content only with a reason, and the owners see who did and why."""

from __future__ import annotations

import pytest

from app.gateway.contents.break_glass import NoContent, NoReason, UnknownRequest, read_as_operator
from app.gateway.contents.kept_content import KeptContent
from app.kernel import i18n
from app.operators.operator_log import OperatorAct
from app.team.audit_entry import AuditEntry
from app.team.audit_search import Row
from tests.gateway.api.callers import Caller
from tests.gateway.contents.test_content_store import SAID, keep_for, says
from tests.gateway.fake_adapter import FakeAdapter


async def test_the_owners_see_that_and_why_the_operator_read_a_content(caller: Caller, adapter: FakeAdapter) -> None:
    await keep_for(caller, 7)
    await caller.chat(**says())
    request = await caller.request()
    content = await read_as_operator(request.request_id, "a court order, 12/2026")
    assert content["request"]["messages"][0]["content"] == SAID
    entry = await AuditEntry.get(account_id=caller.account.id)
    with i18n.language_context("en"):
        row = Row.of(entry, entry.thing)
    assert row.who == "The operator" and request.request_id in row.what and "a court order, 12/2026" in row.what
    act = await OperatorAct.get()
    assert (act.thing, act.detail, act.by_command) == (request.request_id, "a court order, 12/2026", True)


async def test_without_a_reason_or_a_content_nothing_is_shown_and_nothing_recorded(
    caller: Caller, adapter: FakeAdapter
) -> None:
    await keep_for(caller, 7)
    await caller.chat(**says())
    request = await caller.request()
    with pytest.raises(NoReason):
        await read_as_operator(request.request_id, "  ")
    for id in ("air_none", "x" * 5_000, "\x00"):
        with pytest.raises(UnknownRequest):
            await read_as_operator(id, "curious")
    await KeptContent.all().delete()
    with pytest.raises(NoContent):
        await read_as_operator(request.request_id, "curious")
    assert await AuditEntry.all().count() == await OperatorAct.all().count() == 0
