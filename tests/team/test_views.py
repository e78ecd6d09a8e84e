"""The team page: who sees and does what on it, with and without htmx, and that nothing typed is lost."""

from datetime import timedelta

import pytest
from quart import Quart

from app.accounts.models import Account, Membership, Session
from app.accounts.registration import register
from app.accounts.request_account import FIELD
from app.accounts.roles import EDITOR, OWNER, VIEWER
from app.keys.models import ApiKey
from app.team import members
from app.team.listing import PAGE_SIZE
from app.team.models import Invitation
from tests import world
from tests.client import Browser
from tests.team.people import MAYA, TEAM, browser_of, invite, join, seats

HTMX = {"HX-Request": "true"}


@pytest.fixture
async def as_dewi(app: Quart, dewi: Account) -> Browser:
    return await browser_of(app, await world.owner(dewi))


async def text_of(browser: Browser, path: str = TEAM) -> str:
    response = await browser.get(path)
    assert response.status_code == 200
    return await response.get_data(as_text=True)


async def test_people_alone_on_the_free_plan_see_themselves_and_where_there_is_more_room(as_sari: Browser) -> None:
    page = await text_of(as_sari)
    assert "sari@example.com" in page and "/dashboard/settings/plan" in page
    assert 'name="emails"' not in page and "workspaces" not in page.partition("<main")[0]


async def test_several_are_invited_by_one_form(as_dewi: Browser, dewi: Account) -> None:
    answer = await as_dewi.post(f"{TEAM}/invite", form={"emails": f"{MAYA}, rudi@example.com", "role": VIEWER})
    assert answer.status_code == 303
    page = await text_of(as_dewi)
    assert MAYA in page and "rudi@example.com" in page and "2 invitations are on their way." in page
    assert await seats(dewi) == 3


async def test_a_refused_form_keeps_what_was_typed_and_names_every_fault(as_dewi: Browser, dewi: Account) -> None:
    typed = f"nobody, dewi@example.com, {MAYA}"
    answer = await as_dewi.post(f"{TEAM}/invite", form={"emails": typed, "role": "king"})
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 422 and f'value="{typed}"' in page
    assert "These are not email addresses: nobody." in page and "In the team already: dewi@example.com." in page
    assert "Choose one of the roles." in page
    assert await Invitation.all().count() == 0 and await seats(dewi) == 1


@pytest.mark.parametrize("headers", [{}, HTMX])
async def test_roles_members_and_invitations_are_changed(
    as_dewi: Browser, dewi: Account, budi: Account, headers: dict[str, str]
) -> None:
    member = await join(budi, dewi, EDITOR)
    await invite(dewi)
    invitation = await Invitation.get()
    done = 200 if headers else 303
    for path, form in (
        (f"members/{member.id}/role", {"role": VIEWER}),
        (f"invitations/{invitation.id}/again", {}),
        (f"invitations/{invitation.id}/take-back", {}),
        (f"members/{member.id}/remove", {}),
    ):
        answer = await as_dewi.post(f"{TEAM}/{path}", form=form, headers=headers)
        assert answer.status_code == done, path
    assert await Membership.filter(account_id=dewi.id).count() == 1 and await seats(dewi) == 1


async def test_the_only_owner_is_asked_to_hand_over_or_to_delete(
    as_dewi: Browser, dewi: Account, budi: Account
) -> None:
    await join(budi, dewi, EDITOR)
    await as_dewi.post(f"{TEAM}/leave")
    page = await text_of(as_dewi)
    assert "Hand it over first, or delete it." in page
    assert f'action="{TEAM}/hand-over"' in page and "/dashboard/settings/leave" in page


async def test_the_workspace_is_handed_over(as_dewi: Browser, dewi: Account, budi: Account) -> None:
    member = await join(budi, dewi, EDITOR)
    assert (await as_dewi.post(f"{TEAM}/hand-over", form={"member": str(member.id)})).status_code == 303
    assert [each.role for each in await Membership.filter(account_id=dewi.id).order_by("id")] == [EDITOR, OWNER]
    for number in ("", "x", "9" * 30, "0"):
        answer = await as_dewi.post(f"{TEAM}/hand-over", form={"member": number})
        assert answer.status_code == 403


@pytest.mark.parametrize("role", [VIEWER, EDITOR])
async def test_only_owners_change_the_team_and_nobody_else_sees_how(
    as_sari: Browser, sari: Account, dewi: Account, budi: Account, role: str
) -> None:
    await join(sari, dewi, role)
    other = await join(budi, dewi, EDITOR)
    await invite(dewi)
    invitation = await Invitation.get()
    page = await text_of(as_sari, f"{TEAM}?{FIELD}={dewi.id}")
    assert "budi@example.com" in page and MAYA not in page
    main = page.partition("<main")[2]
    assert all(f"{TEAM}/{act}" not in main for act in ("invite", "members/", "workspace", "hand-over"))
    assert f'action="{TEAM}/leave"' in main
    for path, form in (
        ("invite", {"emails": "x@example.com", "role": OWNER}),
        (f"members/{other.id}/role", {"role": OWNER}),
        (f"members/{other.id}/remove", {}),
        (f"invitations/{invitation.id}/again", {}),
        (f"invitations/{invitation.id}/take-back", {}),
        ("hand-over", {"member": str(other.id)}),
        ("workspace", {"name": "Mine"}),
    ):
        answer = await as_sari.post(f"{TEAM}/{path}", form={**form, FIELD: str(dewi.id)})
        assert answer.status_code == 403, path
    assert await seats(dewi) == 4


@pytest.mark.parametrize("role", [VIEWER, EDITOR])
async def test_only_owners_see_make_keep_and_revoke_keys(
    as_sari: Browser, sari: Account, dewi: Account, role: str
) -> None:
    await join(sari, dewi, role)
    key, _ = await ApiKey.issue(dewi, "shop")
    keys, carried = "/dashboard/settings/api-keys", {FIELD: str(dewi.id)}
    for path in (f"{keys}/?{FIELD}={dewi.id}", f"{keys}/new?{FIELD}={dewi.id}", f"{keys}/{key.id}/revoke"):
        assert (await as_sari.get(path)).status_code == 403, path
    for path in (f"{keys}/", f"{keys}/{key.id}/revoke", f"{keys}/{key.id}/keep", f"{keys}/self-test"):
        assert (await as_sari.post(path, form={**carried, "name": "x"})).status_code == 403, path
    assert [each.revoked_at for each in await ApiKey.owned_by(dewi)] == [None]


async def test_a_key_of_somebody_who_left_is_marked_and_can_be_kept(
    as_dewi: Browser, dewi: Account, budi: Account
) -> None:
    await join(budi, dewi, OWNER)
    key, _ = await ApiKey.issue(dewi, "shop", made_by=(await world.owner(budi)).id)
    await members.leave(dewi, await world.owner(budi))
    keep = f"/dashboard/settings/api-keys/{key.id}/keep"
    page = await text_of(as_dewi, "/dashboard/settings/api-keys/")
    assert "made it and may no longer change anything here." in page and f'action="{keep}"' in page
    assert (await as_dewi.post(keep)).status_code == 303
    assert keep not in await text_of(as_dewi, "/dashboard/settings/api-keys/")


async def test_a_key_remembers_who_made_it_on_the_page(as_dewi: Browser, dewi: Account) -> None:
    await as_dewi.post("/dashboard/settings/api-keys/", form={"name": "shop", "once": "x"})
    assert (await ApiKey.get()).made_by_id == (await world.owner(dewi)).id


async def test_a_workspace_of_several_people_has_a_name_and_clock_of_its_own(
    as_dewi: Browser, dewi: Account, budi: Account
) -> None:
    assert f"{TEAM}/workspace" not in await text_of(as_dewi), "who works alone has one name"
    await join(budi, dewi)
    form = {"name": "Nusantara Kopi", "language": "id", "time_zone": "Asia/Makassar"}
    assert (await as_dewi.post(f"{TEAM}/workspace", form=form)).status_code == 303
    await as_dewi.post("/dashboard/settings/", form={"name": "Dewi L", "language": "en", "time_zone": "Asia/Jakarta"})
    await dewi.refresh_from_db()
    assert (dewi.name, dewi.language, dewi.time_zone) == ("Nusantara Kopi", "id", "Asia/Makassar")
    answer = await as_dewi.post(f"{TEAM}/workspace", form={"name": " ", "language": "xx", "time_zone": "Mars"})
    assert answer.status_code == 422
    assert "Nusantara Kopi" in await text_of(as_dewi)


async def test_members_are_searched_and_paged(as_dewi: Browser, dewi: Account, budi: Account) -> None:
    await join(budi, dewi)
    page = await text_of(as_dewi, f"{TEAM}?q=BUDI")
    assert "budi@example.com" in page and "dewi@example.com" not in page.partition("<main")[2]
    assert "Nobody matches" in await text_of(as_dewi, f"{TEAM}?q=100%25_")
    for odd in ("q=%00", "after=x", "after=99999999999999999999", "cursor=x", "q=" + "a" * 3000):
        await text_of(as_dewi, f"{TEAM}?{odd}")
    fragment = await (await as_dewi.get(f"{TEAM}?q=budi", headers=HTMX)).get_data(as_text=True)
    assert "<html" not in fragment and "budi@example.com" in fragment


async def test_a_large_team_is_shown_page_by_page(as_dewi: Browser, dewi: Account) -> None:
    for number in range(PAGE_SIZE):
        person = (await register(f"p{number}@example.com", f"Person {number}", world.PASSWORD)).account
        await Account.filter(id=dewi.id).update(seats_used=1)
        await join(person, dewi)
    first = await text_of(as_dewi)
    last = await Membership.filter(account_id=dewi.id).order_by("-id").select_related("user").first()
    assert last and last.user.email not in first
    boundary = (await Membership.filter(account_id=dewi.id).order_by("id").limit(PAGE_SIZE))[-1]
    assert f"after={boundary.id}" in first
    assert last.user.email in await text_of(as_dewi, f"{TEAM}?after={boundary.id}")


@pytest.mark.parametrize("headers", [{}, HTMX | {"HX-Request-Type": "partial"}])
async def test_an_open_session_alone_makes_nobody_an_owner_and_takes_it_from_nobody(
    as_dewi: Browser, dewi: Account, sari: Account, budi: Account, headers: dict[str, str]
) -> None:
    editor, owner = await join(budi, dewi, EDITOR), await join(sari, dewi, OWNER)
    confirmed = await Session.all().first()
    assert confirmed
    await Session.all().update(confirmed_at=confirmed.confirmed_at - timedelta(minutes=16))
    acts = {
        "invite": {"emails": MAYA, "role": OWNER},
        f"members/{editor.id}/role": {"role": OWNER},
        f"members/{owner.id}/role": {"role": VIEWER},
        f"members/{owner.id}/remove": {},
    }
    before = await Membership.all().order_by("id").values("id", "role")
    for path, form in acts.items():
        answer = await as_dewi.post(f"{TEAM}/{path}", form=form, headers=headers)
        assert answer.status_code == 401 and "/dashboard/confirm/" in await answer.get_data(as_text=True), path
    assert await Membership.all().order_by("id").values("id", "role") == before and not await Invitation.exists()
    assert (await as_dewi.post(f"{TEAM}/members/{editor.id}/role", form={"role": VIEWER})).status_code == 303
    await as_dewi.post("/dashboard/confirm/", form={"current": world.PASSWORD})
    for path, form in acts.items():
        assert (await as_dewi.post(f"{TEAM}/{path}", form=form)).status_code == 303, path
    assert await Membership.filter(account=dewi, role=OWNER).count() == 2
