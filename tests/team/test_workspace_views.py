"""Workspaces: one switches by a POST, tabs go on in theirs, and who is in none can make one."""

import asyncio
import json
import re
from typing import Any
from urllib.parse import urlencode

import pytest
from quart import Quart

from app.accounts import stream_seats
from app.accounts.models import Account, Membership, Session
from app.accounts.registration import register
from app.accounts.request_account import FIELD, HEADER
from app.accounts.roles import EDITOR, OWNER, VIEWER
from app.accounts.stream_seats import StreamSeat
from app.kernel.package_files import ROOT
from app.links.models import Link
from app.team import members
from app.team.workspaces import OwnsWorkspace, create_workspace
from tests import world
from tests.client import Browser
from tests.team.people import TEAM, browser_of, join

LINKS, WORKSPACES, ANALYTICS = "/dashboard/links/", "/dashboard/workspaces/", "/dashboard/analytics/"
HTMX, PLAIN = {"HX-Request": "true"}, {"Content-Type": "application/x-www-form-urlencoded"}


async def text_of(browser: Browser, path: str) -> str:
    response = await browser.get(path)
    assert response.status_code == 200, path
    return await response.get_data(as_text=True)


async def switch(browser: Browser, account: Account) -> int:
    return (await browser.post(f"{WORKSPACES}switch", form={"account": str(account.id)})).status_code


async def owner_of(url: str) -> str:
    return (await Link.get(destination_url=url).select_related("account")).account.name


async def test_the_menu_is_for_people_in_several_workspaces_or_who_invited_somebody(
    as_sari: Browser, sari: Account, budi: Account
) -> None:
    assert 'id="workspaces"' not in await text_of(as_sari, LINKS)
    await join(sari, budi, VIEWER)
    page = await text_of(as_sari, LINKS)
    assert 'id="workspaces"' in page and str(budi.id) in page and page.count('popovertarget="workspaces"') == 2
    await Membership.filter(account_id=budi.id, user_id=(await world.owner(sari)).id).delete()
    assert 'id="workspaces"' not in await text_of(as_sari, LINKS)
    await Account.filter(id=sari.id).update(seats_used=2)
    assert 'id="workspaces"' in await text_of(as_sari, LINKS)


async def test_one_switches_by_a_post_and_the_choice_stays(as_sari: Browser, sari: Account, budi: Account) -> None:
    await join(sari, budi, EDITOR)
    assert await switch(as_sari, budi) == 303
    assert f'name="{FIELD}" value="{budi.id}"' in await text_of(as_sari, LINKS)
    assert (await Session.get()).account_id == budi.id


async def test_nobody_switches_to_the_workspace_of_others(as_sari: Browser, budi: Account) -> None:
    assert await switch(as_sari, budi) == 404
    for odd in ("", "x", "\x00", "x" * 9000):
        assert (await as_sari.post(f"{WORKSPACES}switch", form={"account": odd})).status_code == 404
    assert (await as_sari.get(f"{WORKSPACES}switch")).status_code == 405
    assert (await Session.get()).account_id is None


async def test_the_address_of_an_object_opens_it_in_its_own_workspace_and_does_not_switch(
    as_sari: Browser, sari: Account, budi: Account, dewi: Account
) -> None:
    await join(sari, budi, EDITOR)
    theirs, strange = await world.shorten(budi), await world.shorten(dewi)
    page = await text_of(as_sari, f"{LINKS}{theirs.id}/edit")
    assert f'name="{FIELD}" value="{budi.id}"' in page and f'name="{FIELD}" value="{sari.id}"' not in page
    assert f'name="{FIELD}" value="{budi.id}"' in await text_of(as_sari, f"/dashboard/qr/design?link={theirs.id}")
    assert (await as_sari.get(f"{LINKS}{strange.id}/edit")).status_code == 404
    assert (await Session.get()).account_id is None
    assert f'name="{FIELD}" value="{sari.id}"' in await text_of(as_sari, LINKS)


async def test_two_tabs_in_two_workspaces_never_cross(as_sari: Browser, sari: Account, budi: Account) -> None:
    """Forms, htmx, bulk verbs and undo: each goes to the workspace of its page, or nowhere."""
    await join(sari, budi, EDITOR)
    mine, theirs = await world.shorten(sari, url="https://example.com/1"), await world.shorten(budi)
    first = await text_of(as_sari, LINKS)
    assert f'name="{FIELD}" value="{sari.id}"' in first
    await switch(as_sari, budi)  # in another tab
    carried = {FIELD: str(sari.id)}
    await as_sari.post(LINKS, form={"url": "https://example.com/form", **carried})
    await as_sari.post(LINKS, form={"url": "https://example.com/htmx"}, headers={**HTMX, HEADER: str(sari.id)})
    assert await owner_of("https://example.com/form") == await owner_of("https://example.com/htmx") == "Sari"
    chosen = [("ids", str(mine.id)), ("ids", str(theirs.id)), (FIELD, str(sari.id))]
    await as_sari.post(f"{LINKS}actions/archive", data=urlencode(chosen), headers=PLAIN)
    await mine.refresh_from_db()
    await theirs.refresh_from_db()
    assert mine.archived_at is not None and theirs.archived_at is None
    answer = await as_sari.post(f"{LINKS}{theirs.id}", form={"url": "https://evil.example", **carried})
    assert answer.status_code == 404, "the object of another workspace than that of the page"


async def test_an_upload_goes_to_the_workspace_of_its_page(as_sari: Browser, sari: Account, budi: Account) -> None:
    """A script sends it, with the headers that htmx sends from the page (static/js/send.js)."""
    await join(sari, budi, VIEWER)
    await switch(as_sari, budi)
    page = await text_of(as_sari, f"{LINKS}?{FIELD}={sari.id}")
    sent = re.search(r"hx-headers:inherited='([^']+)'", page)
    assert sent and 'getAttribute("hx-headers:inherited")' in (ROOT / "static/js/send.js").read_text()
    picture: dict[str, Any] = {"form": {"purpose": "avatar", "name": "avatar"}}
    assert (await as_sari.post("/dashboard/media/", headers=HTMX, **picture)).status_code == 403
    answer = await as_sari.post("/dashboard/media/", headers=HTMX | json.loads(sent[1]), **picture)
    assert answer.status_code == 422, "one's own workspace, but no picture"


async def test_downloads_and_streams_carry_the_workspace_of_their_page(
    as_sari: Browser, sari: Account, budi: Account
) -> None:
    await world.shorten(budi)
    alone = await text_of(as_sari, LINKS)
    assert f"{FIELD}=" not in alone
    await join(sari, budi, VIEWER)
    carried = f"{FIELD}={budi.id}"
    for path, file in ((LINKS, "export.csv"), (ANALYTICS, "export.csv"), (ANALYTICS, "feed")):
        page = await text_of(as_sari, f"{path}?{carried}")
        addresses = re.findall(rf'(?:href|connect)="([^"]*{re.escape(file)}[^"]*)"', page)
        assert addresses and all(carried in address for address in addresses), file
    [address] = re.findall(r'href="([^"]*export\.csv[^"]*)"', await text_of(as_sari, f"{LINKS}?{carried}"))
    rows = await (await as_sari.get(address.replace("&amp;", "&"))).get_data(as_text=True)
    assert len(rows.splitlines()) == 2


async def test_tabs_downloads_and_exports_of_a_removed_member_stop_at_once(
    as_sari: Browser, sari: Account, budi: Account
) -> None:
    member = await join(sari, budi, EDITOR)
    link = await world.shorten(budi)
    await switch(as_sari, budi)
    carried = f"{FIELD}={budi.id}"
    assert (await as_sari.get(f"{LINKS}export.csv?{carried}")).status_code == 200
    await members.remove(budi, member.id)
    assert (await as_sari.get(f"{LINKS}export.csv?{carried}")).status_code == 409
    assert (await as_sari.get(f"/dashboard/analytics/feed?{carried}")).status_code == 409
    assert (await as_sari.get(f"{LINKS}{link.id}/edit")).status_code == 404
    answer = await as_sari.post(f"{LINKS}{link.id}", form={"url": "https://evil.example", FIELD: str(budi.id)})
    assert answer.status_code == 409
    answer = await as_sari.post(f"{LINKS}actions/archive", form={"ids": str(link.id)}, headers={HEADER: str(budi.id)})
    assert answer.status_code == 409
    await link.refresh_from_db()
    assert link.archived_at is None and link.destination_url == world.DESTINATION
    assert f'name="{FIELD}" value="{sari.id}"' in await text_of(as_sari, LINKS)


async def test_the_stream_of_a_removed_member_ends(
    sari: Account, budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = await join(sari, budi, VIEWER)
    user, owner = await world.owner(sari), await world.owner(budi)
    await Session.begin(user, "Firefox")
    await Session.begin(owner, "Firefox")
    sessions = {session.user_id: session.id for session in await Session.all()}
    theirs, own, others = (
        StreamSeat(budi.id, sessions[user.id]),
        StreamSeat(sari.id, sessions[user.id]),
        StreamSeat(budi.id, sessions[owner.id]),
    )
    monkeypatch.setattr(stream_seats, "_seats", {theirs, own, others})
    await stream_seats.close_seats_of_ended_sessions()
    assert theirs.open and own.open and others.open
    await members.remove(budi, member.id)
    await stream_seats.close_seats_of_ended_sessions()
    assert not theirs.open and own.open and others.open


async def test_who_is_in_no_workspace_sees_so_and_makes_one(as_sari: Browser, sari: Account) -> None:
    await Membership.all().delete()
    for path in (LINKS, "/dashboard/qr/", TEAM, "/dashboard/settings/plan"):
        answer = await as_sari.get(path)
        assert (answer.status_code, answer.headers["Location"]) == (303, WORKSPACES), path
    answer = await as_sari.post(LINKS, form={"url": world.DESTINATION})
    assert answer.status_code == 303 and await Link.all().count() == 0
    page = await text_of(as_sari, WORKSPACES)
    assert f'action="{WORKSPACES}"' in page and 'value="Sari"' in page
    answer = await as_sari.post(WORKSPACES, form={"name": "Kopi"})
    assert answer.status_code == 303
    assert [(each.account.name, each.role) for each in await Membership.all().select_related("account")] == [
        ("Kopi", OWNER)
    ]
    await text_of(as_sari, LINKS)


async def test_who_owns_one_gets_no_further_one_without_a_paid_plan(as_sari: Browser, sari: Account) -> None:
    assert f'action="{WORKSPACES}"' not in await text_of(as_sari, WORKSPACES)
    answer = await as_sari.post(WORKSPACES, form={"name": "Second"})
    assert answer.status_code == 422 and await Membership.all().count() == 1


async def test_of_50_first_workspaces_at_once_one_is_made(sari: Account) -> None:
    user = await world.owner(sari)
    await Membership.all().delete()
    answers = await asyncio.gather(*(create_workspace(user, "Kopi") for _ in range(50)), return_exceptions=True)
    assert sum(isinstance(answer, Membership) for answer in answers) == 1
    assert {type(answer) for answer in answers} == {Membership, OwnsWorkspace}


async def test_somebody_who_left_the_last_workspace_is_led_to_the_page(app: Quart, dewi: Account) -> None:
    person = (await register("maya@example.com", "Maya", world.PASSWORD)).account
    await join(person, dewi, EDITOR)
    user = await world.owner(person)
    await Membership.filter(account_id=person.id).delete()
    browser = await browser_of(app, user)
    answer = await browser.post(f"{TEAM}/leave")
    assert (answer.status_code, answer.headers["Location"]) == (303, WORKSPACES)
    await text_of(browser, WORKSPACES)
