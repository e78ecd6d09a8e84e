"""What was made without an account moves into one whole, or not at all; what nobody wants goes."""

import asyncio
from datetime import timedelta

import pytest
from quart import Quart

from app.accounts.guest import ABANDONED_AFTER, InvalidClaimToken, find_guest, open_guest, sign_up_guest
from app.accounts.models import Account
from app.guests import expiry, start_form
from app.guests.claim import claim_into_account, pages_rerendered_on_claim
from app.jobs.worker import Worker
from app.kernel import db
from app.kernel.refusal import Refusal
from app.links.models import Link
from app.names.models import Name
from app.pages.models import Page
from app.plans import quota
from app.visits import account_jobs
from app.visits.visit import key_in_visits
from app.web.forms import Form
from tests import world
from tests.client import FIREFOX, Browser, taken_in
from tests.conftest import Clock

ADDRESS = "203.0.113.7"
FORM = {"name": "Rumah Kawung", "title-0": "Toko", "url-0": "https://example.com/toko", "theme": "nila"}


async def guest_with_everything() -> tuple[Account, str, Page]:
    page, token = await start_form.create_page(None, Form(dict(FORM)), "id", ADDRESS)
    guest = await find_guest(token)
    assert guest
    await Link.shorten(guest, url=world.DESTINATION, slug="promo")
    return guest, token, page


async def test_everything_moves_and_the_guest_is_gone(budi: Account) -> None:
    guest, token, page = await guest_with_everything()
    number = (await Page.get(id=page.id)).number

    await claim_into_account(token, budi)

    assert not await Account.filter(id=guest.id).exists()
    assert await world.links_used(budi) == 1
    moved = await Page.owned_by(budi).get()
    assert moved.id == page.id and moved.number > number and moved.live
    assert await Link.filter(page_id=page.id, account_id=budi.id).count() == 1
    assert await Name.filter(account_id=budi.id).count() == await Name.all().count() == 3


async def test_of_many_claims_one_succeeds(sari: Account, budi: Account) -> None:
    _guest, token, _page = await guest_with_everything()

    async def try_claim(account: Account) -> bool:
        try:
            await claim_into_account(token, account)
        except InvalidClaimToken:
            return False
        return True

    won = await asyncio.gather(*(try_claim(account) for account in (sari, budi) * 4))
    assert sum(won) == 1
    assert await Page.all().count() == 1
    assert sorted([await world.links_used(sari), await world.links_used(budi)]) == [0, 1]


async def test_signing_up_and_claiming_at_once_leave_one_owner(budi: Account) -> None:
    _guest, token, _page = await guest_with_everything()

    results = await asyncio.gather(
        claim_into_account(token, budi),
        sign_up_guest(token, "kinan@example.com", "Kinan", world.PASSWORD, language="id", of_age=True),
        return_exceptions=True,
    )

    assert [type(result) for result in results if isinstance(result, BaseException)] == [InvalidClaimToken]
    [page] = await Page.all()
    assert await Link.filter(account_id=page.account_id).count() == await Link.all().count() == 2


async def test_without_room_nothing_moves(sari: Account) -> None:
    guest, token, page = await guest_with_everything()
    for _ in range(5):
        await world.shorten(sari)

    with pytest.raises(quota.NotEnoughLinks):
        await claim_into_account(token, sari)
    assert await find_guest(token) == guest
    assert (await Page.get(id=page.id)).account_id == guest.id

    await (await Link.owned_by(sari).first()).soft_delete(sari)  # type: ignore[union-attr]
    await Page.make(sari, "sudah-ada", page.content)
    with pytest.raises(quota.PageLimitReached):
        await claim_into_account(token, sari)
    assert await find_guest(token) == guest
    assert await world.links_used(sari) == 4


async def test_a_guest_cannot_claim_another_ones_things(database: str) -> None:
    _guest, token, _page = await guest_with_everything()
    other, _ = await open_guest("id", ADDRESS)

    with pytest.raises(InvalidClaimToken):
        await claim_into_account(token, other)
    with pytest.raises(InvalidClaimToken):
        await claim_into_account("", other)


async def test_visits_go_along(app: Quart, visitor: Browser, budi: Account) -> None:
    _guest, token, _page = await guest_with_everything()
    for _ in range(3):
        await visitor.get("/promo", headers={"User-Agent": FIREFOX})
    await taken_in(app)

    await claim_into_account(token, budi)
    await Worker().run_due(account_jobs.MOVE)

    kept = await db.query_rows("SELECT account FROM visits", [], on=db.visits_connection())
    assert [row["account"] for row in kept] == [key_in_visits(budi.id)] * 3
    assert (await Link.get(short_code="promo")).followed == 3


async def test_a_page_is_shown_anew_as_soon_as_somebody_signs_up_for_it(database: str) -> None:
    _guest, token, page = await guest_with_everything()
    number = (await Page.get(id=page.id)).number

    async with pages_rerendered_on_claim():
        await sign_up_guest(token, "kinan@example.com", "Kinan", world.PASSWORD, language="id", of_age=True)

    assert (await Page.get(id=page.id)).number == number + 1


async def test_only_the_abandoned_are_swept_with_all_they_have(
    app: Quart, visitor: Browser, budi: Account, moved: Clock
) -> None:
    gone, _, _ = await guest_with_everything()
    await visitor.get("/promo", headers={"User-Agent": FIREFOX})
    await taken_in(app)
    await world.shorten(budi, "tetap")
    moved.on(ABANDONED_AFTER - timedelta(minutes=1))
    assert await expiry.erase_abandoned_guests() == 0

    changed, _ = await open_guest("id", "203.0.113.8")
    visited, _ = await open_guest("id", "203.0.113.8")
    await Account.filter(id__in=[changed.id, visited.id]).update(created_at=gone.created_at)
    await Link.shorten(changed, url=world.DESTINATION)
    followed = await Link.shorten(visited, url=world.DESTINATION)
    await Link.filter(id=followed.id).update(updated_at=gone.created_at, last_followed_at=moved.now)
    moved.on(timedelta(minutes=2))

    assert await expiry.erase_abandoned_guests() == 1
    assert not await Account.filter(id=gone.id).exists()
    assert await Page.all().count() == 0
    assert {link.account_id for link in await Link.all()} == {budi.id, changed.id, visited.id}
    assert not await Name.filter(folded__in=["promo", "rumahkawung"]).exists()
    assert not await db.query_rows(
        "SELECT id FROM visits WHERE account = $1", [key_in_visits(gone.id)], on=db.visits_connection()
    )
    assert await expiry.erase_abandoned_guests() == 0


async def test_what_was_claimed_is_never_swept(database: str, moved: Clock) -> None:
    guest, token, _page = await guest_with_everything()
    await sign_up_guest(token, "kinan@example.com", "Kinan", world.PASSWORD, language="id", of_age=True)
    moved.on(ABANDONED_AFTER * 2)

    assert await expiry.erase_abandoned_guests() == 0
    assert not await expiry.erase_guest(guest)


async def test_a_refused_page_leaves_nothing_behind(database: str) -> None:
    await start_form.create_page(None, Form(FORM | {"slug": "kawung"}), "id", ADDRESS)

    for changes in ({"slug": "kawung"}, {"slug": "api"}, {"name": " "}, {"url-0": "javascript:alert(1)"}):
        with pytest.raises(Refusal):
            await start_form.create_page(None, Form(FORM | changes), "id", ADDRESS)
    assert await Account.all().count() == await Page.all().count() == 1
