"""The page of a link's destinations, the badge and the filter of broken links, and what a program reads of them."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.jobs import Job
from app.kernel import clock
from app.links.checker.queueing import HOST_KIND
from app.links.destination_check import OUTCOMES, DestinationCheck, Finding
from app.links.models import Link
from tests import world
from tests.client import Browser
from tests.subtests import as_subtests

LINKS = "/dashboard/links/"


async def seen(link: Link, outcome: str, status: int | None = None, days: int = 0) -> DestinationCheck:
    """What a look at the destination of a link saw, and saw again after so many days."""
    now = clock.now()
    row = await DestinationCheck.create(
        account_id=link.account_id, link_id=link.id, url=link.destination_url, host="shop.example", created_at=now
    )
    await row.record(Finding(outcome, status))
    if days:
        row.broken_at = now - timedelta(days=days)
        await row.record(Finding(outcome, status))
    return row


async def html(browser: Browser, path: str) -> str:
    response = await browser.get(path)
    assert response.status_code == 200
    return str(await response.get_data(as_text=True))


async def test_a_broken_link_has_a_badge_and_can_be_filtered_by(as_budi: Browser, budi: Account) -> None:
    broken, fine = await world.shorten(budi, "rusak"), await world.shorten(budi, "beres")
    await seen(broken, "gone", 404)
    await seen(fine, "ok", 200)
    page = await html(as_budi, LINKS)
    assert page.count("link__broken") == 1 and f"/dashboard/links/{broken.id}/destinations" in page
    filtered = await html(as_budi, f"{LINKS}?show=broken")
    assert "kliqs.test/rusak" in filtered and "kliqs.test/beres" not in filtered
    assert "1 link found" in filtered


async def test_the_page_of_a_link_says_what_was_seen(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "rusak")
    page = await html(as_budi, f"{LINKS}{link.id}/destinations")
    assert "Not looked at yet" in page and "KliqsLinkCheck/1.0" in page and "/docs/link-check" in page
    await seen(link, "gone", 404, days=3)
    page = await html(as_budi, f"{LINKS}{link.id}/destinations")
    assert "it answered 404" in page and "Broken since" in page and link.destination_url.split("://")[1] in page


@as_subtests("outcome", OUTCOMES)
async def test_everything_that_can_be_seen_has_a_sentence(as_budi: Browser, budi: Account, outcome: str) -> None:
    link = await world.shorten(budi)
    await seen(link, outcome, 418)
    page = await html(as_budi, f"{LINKS}{link.id}/destinations")
    assert OUTCOMES[outcome].partition("%")[0].replace("'", "&#39;") in page


async def test_a_look_can_be_asked_for_now_and_too_often_is_refused(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi)
    path = f"{LINKS}{link.id}/destinations"
    response = await as_budi.post(f"{path}/actions/check", form={})
    assert response.status_code == 303 and response.headers["Location"].endswith(path)
    assert await Job.filter(kind=HOST_KIND).count() == 1
    assert "We are looking." in await html(as_budi, path)
    for _ in range(2):
        await as_budi.post(f"{path}/actions/check", form={})
    response = await as_budi.post(f"{path}/actions/check", form={})
    assert response.status_code == 429 and response.headers["Retry-After"]
    assert "destinations-note" in await response.get_data(as_text=True)


async def test_a_paused_link_is_not_looked_at_by_hand_either(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi)
    await link.pause()
    response = await as_budi.post(f"{LINKS}{link.id}/destinations/actions/check", form={})
    assert "Only links that lead on are checked" in await response.get_data(as_text=True)
    assert not await DestinationCheck.exists()


@pytest.mark.parametrize(("choice", "stored"), [("plan", None), ("yes", True), ("no", False)])
async def test_a_link_has_its_own_choice(as_sari: Browser, sari: Account, choice: str, stored: bool | None) -> None:
    link = await world.shorten(sari)
    path = f"{LINKS}{link.id}/destinations"
    assert (await as_sari.post(path, form={"destination_checked": choice})).status_code == 303
    assert (await Link.get(id=link.id)).destination_checked is stored
    page = await html(as_sari, path)
    assert f'value="{choice}" id="check-{choice}" checked' in page


async def test_a_strangers_link_has_no_such_page(as_sari: Browser, sari: Account, budi: Account) -> None:
    link = await world.shorten(budi)
    path = f"{LINKS}{link.id}/destinations"
    responses = [
        await as_sari.get(path),
        await as_sari.post(path, form={"destination_checked": "no"}),
        await as_sari.post(f"{path}/actions/check", form={}),
    ]
    assert [response.status_code for response in responses] == [404] * 3


async def test_links_that_were_broken_twice_need_somebody_at_home(as_budi: Browser, budi: Account) -> None:
    first, second = await world.shorten(budi), await world.shorten(budi)
    await seen(first, "gone", 404)
    assert "leads nowhere" not in await html(as_budi, "/dashboard/")
    await seen(second, "dns", days=1)
    page = await html(as_budi, "/dashboard/")
    assert "1 link leads nowhere" in page and "/dashboard/links/?show=broken" in page
