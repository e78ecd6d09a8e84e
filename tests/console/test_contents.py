"""What a key keeps of an AI request is read in the console for a reason only, which its owners are told."""

from __future__ import annotations

import html

from app.accounts.models import Account
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest
from app.kernel import i18n
from app.keys.models import ApiKey
from app.mail.models import OutgoingEmail
from app.operators.looks import OperatorLook
from app.operators.operator_log import OperatorAct
from app.team.audit_entry import AuditEntry
from app.team.audit_search import Row
from tests.client import Browser
from tests.databases import ON_ONE
from tests.gateway.screens.usage_rows import kept_request, request_of
from tests.keys.callers import past_request
from tests.operators_at_work import HOME
from tests.payments.checkout.buying import shown, text_of

pytestmark = ON_ONE
ACCOUNTS, SAID, WHY = f"{HOME}/accounts", "a <secret> recipe", "A court order, 12/2026"


async def test_owners_read_who_looked_at_a_content_and_why_in_their_log_and_by_mail(
    operator: Browser, sari: Account
) -> None:
    request = await kept_request(sari, (await ApiKey.issue(sari, "Till"))[0], SAID)
    path = f"{ACCOUNTS}/{sari.id}/content"
    assert path in await shown(operator, f"{ACCOUNTS}/{sari.id}?lang=en")
    assert request.request_id in await shown(operator, f"{path}?request={request.request_id}")
    answer = await operator.post(path, form={"request": f" {request.request_id} ", "reason": WHY})
    page = html.unescape((await text_of(answer)).replace("<wbr>", ""))
    assert answer.status_code == 200 and SAID in page and answer.headers["Cache-Control"] == "no-store"
    entry = await AuditEntry.get(account_id=sari.id)
    with i18n.language_context("en"):
        row = Row.of(entry, entry.thing)
    assert row.who == "The operator, Budi" and request.request_id in row.what and WHY in row.what
    [letter] = await OutgoingEmail.filter(kind="ai_content_read")
    assert letter.recipient == "sari@example.com" and SAID not in letter.text
    assert all(fact in letter.text for fact in (request.request_id, "Budi", WHY, "/dashboard/settings/audit-log/"))
    assert (await OperatorAct.get(act="ai_content_read")).thing == request.request_id
    assert await OperatorLook.filter(kind="ai_content", thing=request.request_id).exists()


async def test_without_a_reason_or_anything_kept_nothing_is_shown_told_or_recorded(
    operator: Browser, sari: Account, budi: Account
) -> None:
    request = await kept_request(sari, (await ApiKey.issue(sari, "Till"))[0], SAID)
    path = f"{ACCOUNTS}/{sari.id}/content"
    both = await text_of(await operator.post(path, form={"request": "air_none", "reason": " "}))
    assert both.count("field__error") == 2 and "air_none" in both
    elsewhere = f"{ACCOUNTS}/{budi.id}/content"
    assert f"{elsewhere}" not in await shown(operator, f"{ACCOUNTS}/{budi.id}")
    refused = await operator.post(elsewhere, form={"request": request.request_id, "reason": WHY})
    assert refused.status_code in {400, 404, 422} and SAID not in html.unescape(await text_of(refused))
    long = await operator.post(path, form={"request": "\x00" * 9_000, "reason": "x" * 9_000})
    assert (await text_of(long)).count("field__error") == 2
    await KeptContent.all().delete()
    gone = await operator.post(path, form={"request": request.request_id, "reason": WHY})
    assert "field__error" in await text_of(gone)
    assert f"{path}" not in await shown(operator, f"{ACCOUNTS}/{sari.id}")
    assert await OperatorAct.filter(act="ai_content_read").count() == await AuditEntry.all().count() == 0
    assert not await OutgoingEmail.filter(kind="ai_content_read").exists()


async def test_the_id_of_a_request_leads_to_its_account_its_key_and_its_kept_content(
    operator: Browser, sari: Account
) -> None:
    key, _raw = await ApiKey.issue(sari, "Till")
    kept, other, logged = await kept_request(sari, key, SAID), await request_of(sari), await past_request(key)
    tries = [{"upstream": "one", "status": 429, "ms": 3}, {"upstream": "two", "status": 0, "ms": 9}]
    await AiRequest.filter(id=other.id).update(error="provider_timed_out", tries=tries, status=504)
    page = await shown(operator, f"{ACCOUNTS}?q={other.request_id}&lang=en")
    assert "provider_timed_out" in page and "one 429 → two no answer" in page and "cost Rp" in page
    for request in (kept, other, logged):
        page = await shown(operator, f"{ACCOUNTS}?q={request.request_id}&lang=en")
        assert "Requests of this id" in page and f"{ACCOUNTS}/{sari.id}" in page
        assert (f"/content?request={request.request_id}" in page) == (request is kept)
        assert (f"/keys?q={key.id}" in page) == (request is not other)
    assert f'id="key-{key.id}"' in await shown(operator, f"{ACCOUNTS}/{sari.id}/keys?q={key.id}")
    assert "Requests of this id" not in await shown(operator, f"{ACCOUNTS}?q=air_nothing&lang=en")
