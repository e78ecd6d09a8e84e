"""Deleting a user or an account: what is said first, the days of grace, undoing, and what happens afterwards."""

import asyncio
import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from quart import Quart

from app.accounts.deletion_grace import GRACE, BeingDeleted
from app.accounts.guest import open_guest
from app.accounts.models import Account, Membership, Session
from app.accounts.roles import EDITOR, OWNER, VIEWER
from app.accounts.user import User
from app.guests.claim import claim_into_account
from app.jobs.worker import Worker
from app.kernel import clock, db
from app.links.models import Link
from app.mail.models import OutgoingEmail
from app.media import file_store
from app.media.models import Media
from app.names.models import HOLD_PERIOD, Name
from app.names.slug import SlugTaken
from app.pages.first_content import new_page_content
from app.pages.models import Page
from app.privacy import deletion_planning, erasure
from app.privacy.deletion_planning import DeletedAlready, NothingToUndo
from app.privacy.erasure import NOBODY
from app.privacy.planned_deletion import PlannedDeletion
from app.visits import account_jobs
from tests import world
from tests.client import Browser, taken_in
from tests.conftest import Clock
from tests.settings.test_views import picture
from tests.stored import stored

LEAVE, LEAVING = "/dashboard/settings/leave", "/dashboard/leaving/"
ME, WORKSPACE = f"{LEAVE}/actions/delete-me", f"{LEAVE}/actions/delete-workspace"
RACERS = 50


async def join(account: Account, member: Account, role: str) -> None:
    """Makes the owner of another account a member of this one."""
    user = await world.owner(member)
    await Membership.create(user=user, account=account, role=role, created_at=clock.now())
    await Account.filter(id=account.id).update(seats_used=(await Account.get(id=account.id)).seats_used + 1)


async def token_of(email: str) -> str:
    """The token in the newest email about a deletion to an address."""
    letter = await OutgoingEmail.filter(recipient=email, kind="deletion").order_by("-created_at").first()
    assert letter
    [token] = set(re.findall(r"/undo-deletion/([\w-]+)", letter.text))
    return str(token)


async def text(browser: Browser, path: str) -> str:
    return await (await browser.get(path)).get_data(as_text=True)


async def grace_over(moved: Clock) -> int:
    moved.on(GRACE + timedelta(minutes=1))
    return await erasure.erase_due()


async def test_leaving_asks_who_it_is_and_says_what_goes_who_is_affected_and_what_stays(
    as_sari: Browser, sari: Account, budi: Account, moved: Clock
) -> None:
    await world.shorten(sari)
    await join(sari, budi, VIEWER)
    shown = await text(as_sari, LEAVE)
    assert '<b class="num">1</b> Tautan pendek' in shown
    assert "budi@example.com" in shown
    assert "pembukuan pengelola tanpa nama, email, alamat, dan nomor pajakmu" in shown
    moved.on(timedelta(minutes=16))
    assert (await as_sari.get(LEAVE)).headers["Location"].startswith("/dashboard/confirm/")
    for path in (ME, WORKSPACE):
        assert (await as_sari.post(path, form={})).status_code == 401
    assert not await PlannedDeletion.exists()


async def test_during_the_grace_links_lead_on_pages_show_and_nothing_can_be_changed(
    app: Quart, as_sari: Browser, visitor: Browser, sari: Account
) -> None:
    link, key = await world.shorten(sari, "promo"), await world.key_of(sari)
    page = await Page.make(sari, "warung", new_page_content("Warung", "id"))
    await page.publish(sari)
    assert (await as_sari.post(ME, form={})).status_code == 303
    assert (await as_sari.get("/dashboard/links/")).status_code == 303, "signed out"

    assert (await visitor.get("/promo")).headers["Location"] == world.DESTINATION
    assert (await visitor.get("/warung")).status_code == 200
    form = {"email": "sari@example.com", "password": world.PASSWORD, "next": "/dashboard/qr/"}
    response = await as_sari.post("/login", form=form)
    assert response.headers["Location"] == LEAVING
    end = (await world.owner(sari)).delete_at
    assert end and str(end.astimezone(ZoneInfo(sari.time_zone)).day) in await text(as_sari, LEAVING)
    assert (await as_sari.get("/dashboard/links/")).status_code == 200
    assert "Urungkan" in await text(as_sari, "/dashboard/links/")
    changes = {
        "/dashboard/links/": {"url": "https://example.com/new"},
        f"/dashboard/links/{link.id}/actions/pause": {},
        "/dashboard/settings/": {"name": "Somebody else"},
        "/dashboard/settings/keys/": {"name": "new"},
        ME: {},
    }
    for path, form in changes.items():
        assert (await as_sari.post(path, form=form)).status_code in {404, 405, 409}, path
    assert (await as_sari.post("/dashboard/links/", form={"url": "https://example.com/new"})).status_code == 409
    headers = {"Authorization": f"Bearer {key}"}
    assert (await visitor.get("/api/v1/links", headers=headers)).status_code == 200
    refused = await visitor.post("/api/v1/links", headers=headers, json={"url": "https://example.com/new"})
    assert (refused.status_code, (await refused.get_json())["error"]) == (409, "BEING_DELETED")
    assert await Link.owned_by(sari).count() == 1


async def test_undo_brings_everything_back_and_it_can_be_deleted_again(
    as_sari: Browser, sari: Account, moved: Clock
) -> None:
    await world.shorten(sari, "promo")
    await as_sari.post(ME, form={})
    as_sari.sign_in(await world.begin_session(sari))
    assert (await as_sari.post(f"{LEAVING}actions/undo", form={})).status_code == 303
    assert await PlannedDeletion.all().count() == 0
    assert (await as_sari.post("/dashboard/links/", form={"url": "https://example.com/new"})).status_code == 303
    assert await grace_over(moved) == 0
    assert await Link.owned_by(sari).count() == 2

    as_sari.sign_in(await world.begin_session(sari))
    assert (await as_sari.post(ME, form={})).status_code == 303
    assert await grace_over(moved) == 1
    assert not await User.exists(email="sari@example.com")


async def test_the_link_in_the_mail_undoes_once_by_a_button_and_signed_out(
    visitor: Browser, sari: Account, moved: Clock
) -> None:
    await deletion_planning.plan_user_deletion(await world.owner(sari))
    path = f"/undo-deletion/{await token_of('sari@example.com')}"
    assert path.rpartition("/")[2] not in str(await PlannedDeletion.all().values()), "only its hash"
    page = await visitor.get(path)
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert (await world.owner(sari)).delete_at, "opening it changes nothing"
    assert (await visitor.post(path, form={})).status_code == 200
    assert (await world.owner(sari)).delete_at is None
    assert (await Account.get(id=sari.id)).delete_at is None
    assert (await visitor.post(path, form={})).status_code == 410
    unknown = await visitor.get("/undo-deletion/another")
    used = await visitor.get(path)
    assert await unknown.get_data(as_text=True) == await used.get_data(as_text=True)


async def test_of_fifty_who_undo_by_one_link_one_succeeds(sari: Account) -> None:
    await deletion_planning.plan_user_deletion(await world.owner(sari))
    planned = await deletion_planning.find_planned(await token_of("sari@example.com"))
    outcomes = await asyncio.gather(*(deletion_planning.undo(planned) for _ in range(RACERS)), return_exceptions=True)
    assert sum(isinstance(outcome, NothingToUndo) for outcome in outcomes) == RACERS - 1
    assert [outcome for outcome in outcomes if not isinstance(outcome, NothingToUndo)] == [None]


async def test_of_fifty_who_delete_at_once_one_succeeds_and_one_mail_leaves(sari: Account) -> None:
    user = await world.owner(sari)
    outcomes = await asyncio.gather(
        *(deletion_planning.plan_user_deletion(user) for _ in range(RACERS)), return_exceptions=True
    )
    assert sum(isinstance(outcome, DeletedAlready) for outcome in outcomes) == RACERS - 1
    assert await OutgoingEmail.filter(kind="deletion").count() == 1
    assert await PlannedDeletion.all().count() == 2


@pytest.mark.parametrize("times", range(5))
async def test_undo_and_the_job_at_the_same_moment_do_either_and_nothing_between(
    sari: Account, moved: Clock, times: int
) -> None:
    user = await world.owner(sari)
    await world.shorten(sari, "promo")
    await deletion_planning.plan_user_deletion(user)
    planned = await deletion_planning.find_planned(await token_of("sari@example.com"))
    moved.on(GRACE + timedelta(seconds=times))
    undone, erased = await asyncio.gather(deletion_planning.undo(planned), erasure.erase_due(), return_exceptions=True)
    assert (undone is None) != bool(erased), (undone, erased)
    assert await User.exists(id=user.id) is await Account.exists(id=sari.id) is await Link.exists() is (undone is None)
    assert (await Account.filter(id=sari.id).exclude(delete_at=None).count()) == 0


async def test_only_the_workspace_goes_and_its_people_keep_the_rest(
    as_sari: Browser, sari: Account, budi: Account, moved: Clock
) -> None:
    await world.shorten(sari, "promo")
    await join(sari, budi, EDITOR)
    await OutgoingEmail.all().delete()
    assert (await as_sari.post(WORKSPACE, form={"workspace": str(sari.id)})).status_code == 303
    letters = {letter.recipient: letter for letter in await OutgoingEmail.all()}
    assert letters.keys() == {"sari@example.com", "budi@example.com"}
    assert "undo-deletion" not in letters["budi@example.com"].text
    assert (await as_sari.post("/dashboard/links/", form={"url": "https://example.com"})).status_code == 409
    assert await grace_over(moved) == 1
    assert not await Account.exists(id=sari.id)
    [own] = await Membership.of_user((await User.get(email="sari@example.com")).id)
    assert (own.role, own.account.links_used, own.account.seats_used, own.account.plan_name) == (OWNER, 0, 1, "free")
    assert [each.account_id for each in await Membership.filter(user__email="budi@example.com")] == [budi.id]


async def test_an_owner_undoes_only_the_workspace(as_sari: Browser, sari: Account) -> None:
    await as_sari.post(WORKSPACE, form={"workspace": str(sari.id)})
    assert (await as_sari.post(f"{LEAVING}actions/undo-workspace", form={})).status_code == 303
    assert (await Account.get(id=sari.id)).delete_at is None
    assert not await PlannedDeletion.exists()
    with pytest.raises(NothingToUndo):
        await deletion_planning.undo_account_deletion(sari)


async def test_the_only_owner_of_a_workspace_with_others_hands_over_or_deletes_it_first(
    as_sari: Browser, sari: Account, budi: Account, moved: Clock
) -> None:
    await join(sari, budi, EDITOR)
    refused = await as_sari.post(ME, form={})
    assert refused.status_code == 422
    assert (await world.owner(sari)).delete_at is None
    assert not await PlannedDeletion.exists()
    await deletion_planning.plan_account_deletion(sari, await world.owner(sari))
    assert (await as_sari.post(ME, form={})).status_code == 303
    assert await grace_over(moved) == 2
    assert not await User.exists(email="sari@example.com")
    assert await Account.exists(id=budi.id)


async def test_who_is_a_member_elsewhere_only_leaves_there(sari: Account, budi: Account, moved: Clock) -> None:
    await join(sari, budi, EDITOR)
    link = await world.shorten(sari, "promo")
    await deletion_planning.plan_user_deletion(await world.owner(budi))
    await grace_over(moved)
    account = await Account.get(id=sari.id)
    assert (account.seats_used, account.delete_at) == (1, None)
    assert await Link.exists(id=link.id)
    assert not await Account.exists(id=budi.id)


async def test_a_workspace_that_would_be_without_an_owner_passes_to_another_member(
    sari: Account, budi: Account, dewi: Account, moved: Clock
) -> None:
    await join(sari, dewi, VIEWER)
    await join(sari, budi, OWNER)
    await deletion_planning.plan_user_deletion(await world.owner(sari))
    await Membership.filter(account_id=sari.id, user_id=(await world.owner(budi)).id).delete()
    await grace_over(moved)
    [heir] = await Membership.filter(account_id=sari.id)
    assert (heir.role, heir.user_id) == (OWNER, (await world.owner(dewi)).id)


async def test_a_guest_cannot_be_claimed_into_what_will_be_deleted(sari: Account) -> None:
    _, token = await open_guest("id", "203.0.113.7")
    await deletion_planning.plan_account_deletion(sari, await world.owner(sari))
    with pytest.raises(BeingDeleted):
        await claim_into_account(token, await Account.get(id=sari.id))


async def test_who_leaves_leaves_nothing_but_held_names(
    app: Quart, as_sari: Browser, sari: Account, budi: Account, moved: Clock
) -> None:
    await world.shorten(sari, "promo")
    await as_sari.post("/dashboard/media/avatar", form={}, files={"picture": picture()})
    file = stored(file_store.key_of((await Media.get()).file))
    visitor = app.test_client()
    assert (await visitor.get("/promo")).status_code == 302
    await taken_in(app)
    await as_sari.post(ME, form={})
    assert file.exists()

    assert await grace_over(moved) == 1

    assert (await visitor.get("/promo")).status_code == 410
    assert not file.exists()
    for table in ("accounts", "users", "memberships", "links", "sessions", "letters", "media", "known_browsers"):
        assert "sari" not in str(await db.query_rows(f"SELECT * FROM {table}", [])).lower()  # noqa: S608
    await Worker().run_due(account_jobs.DELETE)
    assert await db.query_rows("SELECT 1 FROM visits", [], on=db.visits_connection()) == []
    assert (await Name.get(folded="promo")).account_id == NOBODY
    with pytest.raises(SlugTaken):
        await world.shorten(budi, "promo")
    moved.on(HOLD_PERIOD * 1.01)
    assert (await world.shorten(budi, "promo")).short_code == "promo"


async def test_two_can_leave_and_their_addresses_sign_up_again(
    as_sari: Browser, as_budi: Browser, moved: Clock
) -> None:
    await asyncio.gather(*(browser.post(ME, form={}) for browser in (as_sari, as_budi)))
    assert await grace_over(moved) == 2
    assert [account.id for account in await Account.all()] == [NOBODY]
    assert await Session.all().count() == await User.all().count() == 0
    assert (await world.owner(await world.sari())).email == "sari@example.com"


async def test_somebody_in_no_workspace_can_be_deleted_too(as_sari: Browser, sari: Account) -> None:
    user = await world.owner(sari)
    await Membership.filter(user=user).delete()
    page = await as_sari.get(LEAVE)
    assert page.status_code == 200 and ME in await page.get_data(as_text=True)
    assert (await as_sari.post(ME)).headers["Location"] == "/login"
    assert (await User.get(id=user.id)).delete_at
