"""Requests about somebody's data in the console: listed by due date, recorded, answered, extended once and closed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.accounts.deletion_grace import GRACE
from app.accounts.models import Account
from app.console import privacy_request_search
from app.console.privacy_request_search import PrivacySearch, list_context
from app.mail.models import OutgoingEmail
from app.operators.looks import OperatorLook
from app.operators.operator_log import OperatorAct
from app.privacy import deletion_planning, request_handling, restriction
from app.privacy.export.export import Export
from app.privacy.privacy_request import ANSWERED_SOON, ANSWERED_WITHIN, EXTENSION, PrivacyRequest, PrivacyStep
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.databases import ON_ONE
from tests.operators_at_work import HOME
from tests.payments.checkout.buying import shown, text_of

PRIVACY = f"{HOME}/privacy"
NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
TYPED = {
    "kind": "access", "channel": "letter", "received": "", "name": "Ibu Wati", "email": "", "language": "id",
    "concerns": "kliqs.test/warung", "text": "Tunjukkan data saya.",
}  # fmt: skip


async def asked(kind: str, email: str = "rani@example.com") -> PrivacyRequest:
    """A request by the form of the site."""
    return await request_handling.submit_request(kind, "Please", email, f"203.0.113.{len(kind)}")


async def listed(**search: str) -> list[tuple[str, str]]:
    """The rows that a search shows, page by page: whose they are and their state."""
    rows, cursor = [], ""
    while True:
        context = await list_context(PrivacySearch.of({**search, "cursor": cursor}))
        rows += [(row.who, row.state) for row in context["rows"]]
        if not (cursor := context["next"] or ""):
            return rows


async def test_requests_of_all_kinds_are_one_list_by_due_date_with_what_people_do_themselves(
    sari: Account, budi: Account, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved.to(NOON)
    owner = await world.owner(sari)
    later, soon = await asked("deletion", "later@example.com"), await asked("access", "soon@example.com")
    assert (later.due_at, soon.due_at) == (NOON + ANSWERED_WITHIN, NOON + ANSWERED_SOON)
    export = await Export.begin(owner, sari)
    await deletion_planning.plan_user_deletion(await world.owner(budi))
    await deletion_planning.plan_account_deletion(sari, owner)
    await restriction.freeze(sari, owner)
    expected = [
        ("soon@example.com", "open"),
        ("sari@example.com", "running"),
        ("budi@example.com", "planned"),
        ("Sari", "planned"),
        ("later@example.com", "open"),
    ]
    assert await listed() == expected
    for size in (1, 2):  # the rows of one moment are neither lost nor there twice
        monkeypatch.setattr(privacy_request_search, "PAGE_SIZE", size)
        assert await listed() == expected
    assert await listed(kind="access") == [expected[0], expected[1]]
    assert await listed(way="self") == expected[1:4] and await listed(way="asked", kind="deletion") == [expected[4]]
    assert await listed(q="SOON@") == await listed(q=str(soon.id)) == [expected[0]]
    assert await listed(cursor="nonsense|9|x", state="?", kind="?", way="?") == expected
    await Export.mark_failed(export.id)
    moved.to(NOON + GRACE + timedelta(hours=1))
    assert await listed(state="overdue") == [
        ("soon@example.com", "overdue"), ("budi@example.com", "planned"), ("Sari", "planned"),
    ]  # fmt: skip
    await request_handling.close_request(soon, "refused")
    assert await listed(state="closed") == [("soon@example.com", "closed"), ("Sari", "frozen")]


@ON_ONE
async def test_a_letter_is_recorded_with_all_faults_at_once_and_its_term_counts_from_its_arrival(
    operator: Browser, moved: Clock
) -> None:
    wrong = {**TYPED, "kind": "x", "channel": "form", "received": "soon", "name": " ", "language": "xx", "text": ""}
    refused = await operator.post(PRIVACY, form=wrong)
    page = await text_of(refused)
    assert refused.status_code in {400, 422} and page.count("field__error") == 6 and "kliqs.test/warung" in page
    long = dict.fromkeys(TYPED, "x" * 30_000)
    assert (await operator.post(PRIVACY, form=long)).status_code in {400, 422}
    answer = await operator.post(PRIVACY, form={**TYPED, "received": "2026-11-28T09:00"})
    privacy_request = await PrivacyRequest.get()
    assert answer.headers["Location"].endswith(f"{PRIVACY}/{privacy_request.id}")
    assert (
        privacy_request.due_at == privacy_request.created_at + ANSWERED_SOON
        and privacy_request.created_at == datetime(2026, 11, 28, 2, tzinfo=UTC)
    )
    assert not await OutgoingEmail.filter(kind="request").exists(), "there is no address to write to"
    page = await shown(operator, f"{PRIVACY}/{privacy_request.id}?lang=en")
    assert "Ibu Wati" in page and "accounts?q=kliqs.test" in page
    assert await OperatorLook.filter(kind="privacy_request", thing=str(privacy_request.id)).exists()
    await operator.post(PRIVACY, form={**TYPED, "email": "wati@example.com", "language": "en"})
    assert "Your request about your data" in (await OutgoingEmail.get(kind="request")).subject


@ON_ONE
async def test_a_request_is_answered_noted_extended_once_closed_and_opened_again(
    operator: Browser, moved: Clock
) -> None:
    privacy_request = await asked("objection")
    path = f"{PRIVACY}/{privacy_request.id}"
    for verb, field in (("answer", "answer"), ("steps", "step"), ("extend", "reason"), ("close", "outcome")):
        refused = await operator.post(f"{path}/{verb}", form={field: " "})
        assert refused.status_code in {400, 422} and "field__error" in await text_of(refused), verb
    assert (await operator.post(f"{path}/steps", form={"step": "Asked the host."})).status_code == 303
    assert (await PrivacyStep.get(request_id=privacy_request.id)).person == "Budi"
    assert await shown(operator, f"{path}/extend")
    assert (await operator.post(f"{path}/extend", form={"reason": "The host is slow"})).status_code == 303
    await privacy_request.refresh_from_db()
    assert privacy_request.due_at == privacy_request.created_at + ANSWERED_WITHIN + EXTENSION
    texts: Any = await OutgoingEmail.filter(kind="request").values_list("text", flat=True)  # both of one moment
    assert sum("The host is slow" in each for each in texts) == 1
    assert (await operator.get(f"{path}/extend")).status_code == 303
    assert (await operator.post(f"{path}/extend", form={"reason": "Again"})).status_code in {409, 422}
    assert (await operator.post(f"{path}/answer", form={"answer": "We stop it."})).status_code == 303
    closed = {"outcome": "partly", "note": "Statistics stay."}
    assert (await operator.post(f"{path}/close", form=closed)).status_code == 303
    page = await shown(operator, f"{path}?lang=en")
    for words in ("Asked the host.", "Statistics stay.", "We stop it.", "The host is slow", "Done in part"):
        assert words in page, words
    assert (await operator.post(f"{path}/answer", form={"answer": "Late"})).status_code in {409, 422}
    assert (await operator.post(f"{path}/reopen")).status_code == 303
    assert (await PrivacyRequest.get(id=privacy_request.id)).state == "answered"
    acts = (
        await OperatorAct.filter(thing=str(privacy_request.id))
        .order_by("created_at", "id")
        .values_list("act", flat=True)
    )
    assert sorted(map(str, acts)) == sorted(
        f"privacy_{act}" for act in ("step", "extended", "answered", "closed_partly", "reopened")
    )


@ON_ONE
async def test_the_list_counts_what_waits_marks_what_is_overdue_and_has_empty_states(
    operator: Browser, moved: Clock
) -> None:
    assert "No request is open" in await shown(operator, f"{PRIVACY}?lang=en")
    assert "Nothing matches" in await shown(operator, f"{PRIVACY}?q=nobody&lang=en")
    privacy_request = await asked("access")
    await PrivacyRequest.filter(id=privacy_request.id).update(due_at=privacy_request.created_at - timedelta(days=1))
    page = await shown(operator, f"{PRIVACY}?lang=en")
    assert re.search(r"1 waits for your answer\s+·\s+1 overdue", page) and "badge--bad" in page
    assert f"{PRIVACY}/{privacy_request.id}" in await shown(operator, f"{HOME}/accounts?q={privacy_request.id}")
