"""An owner looks up, downloads and erases what is known of a customer of their own product."""

from __future__ import annotations

import json
from uuid import uuid4

from app.accounts.models import Account
from app.gateway.contents.end_user_digest import digest_of_end_user
from app.gateway.metering.ai_request import SETTLED, AiRequest
from app.kernel import clock
from app.team.audit_entry import AuditEntry
from tests.client import Browser
from tests.gateway.offering import offer_model

PATH = "/dashboard/ai/end-users"
ANI = "ani@example.com"


async def request_for(account: Account, name: str, cost: int = 16_000_000) -> AiRequest:
    """A settled request for an end user."""
    now, id = clock.now(), uuid4()
    return await AiRequest.create(
        id=id,
        request_id=f"air_{id.hex[:20]}",
        account=account,
        model="small-1",
        endpoint="chat",
        state=SETTLED,
        cost=cost,
        end_user=digest_of_end_user(account.id, name),
        created_at=now,
        alive_at=now,
    )


async def page_of(browser: Browser, query: str = "") -> str:
    response = await browser.get(PATH + query)
    assert response.status_code == 200
    return await response.get_data(as_text=True)


async def test_the_latest_end_users_are_listed_by_digest(as_budi: Browser, budi: Account) -> None:
    assert (await as_budi.get(PATH)).status_code == 404, "nothing of the gateway is shown before it is set up"
    await offer_model()
    assert "No end users yet" in await page_of(as_budi)
    for name in (ANI, ANI, "joko"):
        await request_for(budi, name)
    page = await page_of(as_budi)
    assert digest_of_end_user(budi.id, ANI)[:12] in page and "Rp32" in page and ANI not in page
    assert "<table" not in page, "it is read on a phone without scrolling sideways"


async def test_one_is_looked_up_by_name_downloaded_and_erased(as_budi: Browser, budi: Account) -> None:
    await offer_model()
    await request_for(budi, ANI)
    query = "?user=ani%40example.com"
    page = await page_of(as_budi, query)
    assert "1 request since" in page and "no content is kept" in page and "This cannot be undone" not in page
    response = await as_budi.get(f"{PATH}/export.json{query}")
    exported = json.loads(await response.get_data(as_text=True))
    assert [row["model"] for row in exported["requests"]] == ["small-1"]
    assert "attachment" in response.headers["Content-Disposition"]
    assert "This cannot be undone" in await page_of(as_budi, f"{query}&erase=1")
    assert (await as_budi.post(f"{PATH}/erase", form={"user": ANI})).status_code == 303
    assert "Nothing is known" in await page_of(as_budi, query)
    assert (await AiRequest.get()).end_user == ""
    [entry] = await AuditEntry.all()
    assert entry.act == "ai_end_user_pages.erase_end_user" and ANI not in entry.thing
    await as_budi.post(f"{PATH}/erase", form={"user": ANI})
    assert await AuditEntry.all().count() == 1, "what changed nothing is not logged"


async def test_a_name_is_needed_and_another_workspace_knows_nothing(
    as_sari: Browser, budi: Account, sari: Account
) -> None:
    await offer_model()
    request = await request_for(budi, ANI)
    assert (await as_sari.get(f"{PATH}/export.json")).status_code == 404
    for name in ("", "x" * 600):
        assert (await as_sari.post(f"{PATH}/erase", form={"user": name})).status_code == 404
    await as_sari.post(f"{PATH}/erase", form={"user": ANI})
    assert (await AiRequest.get(id=request.id)).end_user
