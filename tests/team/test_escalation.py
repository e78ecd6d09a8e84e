"""What a viewer, an editor or a removed member tries to get more than their role includes: all of it fails."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account, Membership
from app.accounts.request_account import FIELD, HEADER
from app.accounts.roles import EDITOR, OWNER, VIEWER
from app.batch.models import Batch
from app.batch.options import Options
from app.batch.packing_jobs import KIND
from app.jobs.worker import Worker
from app.keys.models import ApiKey
from app.links.bulk_actions import ACTIONS
from app.links.models import Link
from app.media.models import Media
from app.pages.models import Page
from app.team.audit_entry import AuditEntry
from tests import world
from tests.client import Browser
from tests.databases import ON_ONE
from tests.members import as_member, browser_of, join
from tests.odd_values import furnished
from tests.team.test_roles_of_routes import dashboard_rules, expected_role, is_allowed

LINKS = "/dashboard/links/"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
# What nobody may set by a form or a body: the names of columns that say whose something is and what one may do.
TRAPS = {
    "role": "owner",
    "seats": "99",
    "seats_used": "0",
    "plan": "business",
    "plan_name": "business",
    "links_limit": "1000000",
    "is_owner": "1",
}


async def everything_of_others(account: Account) -> tuple[Any, ...]:
    """Who belongs to what, and what the accounts are allowed."""
    return (
        await Membership.all().order_by("id").values("user_id", "account_id", "role"),
        await Account.all().order_by("id").values("id", "plan_name", "links_limit", "requests_limit", "seats_used"),
        await Link.filter(account=account).order_by("id").values("id", "account_id"),
        await Page.filter(account=account).order_by("id").values("id", "account_id"),
    )


@ON_ONE
@pytest.mark.slow
async def test_no_form_sets_a_role_a_plan_seats_or_whose_something_is(app: Quart, sari: Account, budi: Account) -> None:
    addresses, editor = await furnished(sari), await as_member(app, sari, EDITOR)
    await world.shorten(budi, "budis")
    before, sent = await everything_of_others(budi), 0
    roles = await Membership.all().order_by("id").values("user_id", "account_id", "role")
    for rule, method in dashboard_rules(app):
        if method != "POST" or not is_allowed(EDITOR, expected_role(rule, "POST")) or "session" in rule.rule:
            continue
        traps = TRAPS | {"account_id": str(budi.id), "account": str(budi.id), "user_id": str(budi.id), "id": "x"}
        answer = await editor.post(addresses.of(rule), form={"name": "x", "title": "x", "text": "x"} | traps)
        assert answer.status_code < 500, rule.rule
        sent += 1
    assert sent > 30
    assert await everything_of_others(budi) == before
    assert await Membership.all().order_by("id").values("user_id", "account_id", "role") == roles
    assert (await Account.get(id=sari.id)).plan_name == "pro" and not await Link.filter(account=budi).count() > 1


@ON_ONE
async def test_no_body_of_the_api_does(visitor: Browser, sari: Account, budi: Account) -> None:
    addresses = await furnished(sari)
    headers = {"Authorization": f"Bearer {addresses.key}"}
    traps = {**TRAPS, "account_id": str(budi.id), "account": str(budi.id), "user_id": str(budi.id), "via_api": False}
    before, members = await everything_of_others(budi), await Membership.all().count()
    for method, path, body in (
        ("POST", "links", {"url": world.DESTINATION}),
        ("PATCH", f"links/{addresses.parts['id /api/v1/links']}", {"title": "x"}),
        ("POST", "pages", {"slug": "one-more", "name": "x"}),
        ("PATCH", f"pages/{addresses.parts['id /api/v1/pages']}", {"name": "x"}),
        ("PATCH", f"qr-codes/{addresses.parts['id /api/v1/qr-codes']}", {"name": "x"}),
    ):
        answer = await visitor.open(f"/api/v1/{path}", method=method, json=body | traps, headers=headers)
        assert answer.status_code < 500
        assert answer.status_code >= 400 or str(budi.id) not in await answer.get_data(as_text=True)
    assert await everything_of_others(budi) == before and (await Account.get(id=sari.id)).plan_name == "pro"
    assert await Membership.all().count() == members


@ON_ONE
@pytest.mark.parametrize("action", ACTIONS)
async def test_a_viewer_changes_nothing_by_the_actions_on_many_links(app: Quart, sari: Account, action: str) -> None:
    viewer, link = await as_member(app, sari, VIEWER), await world.shorten(sari, "promo")
    before = await Link.all().values()
    for form in ({"ids": str(link.id), "tags": "x"}, {"all": "1", "back": LINKS, "tags": "x"}):
        for headers in ({}, HX):
            answer = await viewer.post(f"{LINKS}actions/{action}", form=form, headers=headers)
            assert answer.status_code == 403
    assert await Link.all().values() == before


async def test_a_viewer_has_no_key_of_the_workspace_and_makes_none(app: Quart, sari: Account) -> None:
    viewer = await as_member(app, sari, VIEWER)
    key, _raw = await ApiKey.issue(sari, "shop")
    for path in ("", "new", f"{key.id}/revoke"):
        answer = await viewer.get(f"/dashboard/settings/api-keys/{path}")
        assert answer.status_code == 403 and key.masked not in await answer.get_data(as_text=True)
    await viewer.post("/dashboard/settings/api-keys/", form={"name": "mine", "once": "x"})
    await viewer.post(f"/dashboard/settings/api-keys/{key.id}/revoke")
    await viewer.post("/dashboard/settings/api-keys/self-test", form={"key": _raw}, headers=HX)
    [only] = await ApiKey.all()
    assert only.revoked_at is None and only.last_used_at is None


async def test_the_session_of_a_viewer_opens_nothing_of_the_api(app: Quart, sari: Account) -> None:
    viewer = await as_member(app, sari, VIEWER)
    for method in ("GET", "POST"):
        answer = await viewer.open("/api/v1/links", method=method, json={"url": world.DESTINATION})
        assert answer.status_code == 401
    assert await Link.all().count() == 0


async def test_a_viewer_who_owns_another_workspace_does_not_act_here_by_carrying_it(
    app: Quart, as_budi: Browser, sari: Account, budi: Account
) -> None:
    await Membership.create(
        user=await world.owner(budi), account=sari, role=VIEWER, created_at=(await world.owner(budi)).created_at
    )
    link = await world.shorten(sari, "promo")
    own, other = str(budi.id), str(sari.id)
    for headers, form, query in (
        ({HEADER: own}, {FIELD: other}, ""),
        ({HEADER: own}, {}, f"?{FIELD}={other}"),
        ({}, {FIELD: own}, ""),
        ({}, {}, f"?{FIELD}={own}"),
        ({HEADER: other}, {FIELD: own}, ""),
        ({}, {FIELD: other}, ""),
    ):
        answer = await as_budi.post(f"{LINKS}{link.id}{query}", form={"url": "https://x.test", **form}, headers=headers)
        assert answer.status_code in (403, 404)
        bulk = await as_budi.post(f"{LINKS}actions/delete{query}", form={"ids": str(link.id), **form}, headers=headers)
        assert bulk.status_code in (403, 404)
    await link.refresh_from_db()
    assert link.destination_url == world.DESTINATION and link.deleted_at is None


async def test_an_editor_who_changes_their_password_revokes_no_key_of_the_workspace(app: Quart, sari: Account) -> None:
    editor = await as_member(app, sari, EDITOR)
    await ApiKey.issue(sari, "shop")
    page = await (await editor.get("/dashboard/settings/security")).get_data(as_text=True)
    assert "revoke_keys" not in page
    form = {"current": world.PASSWORD, "password": "another long sentence", "revoke_keys": "on"}
    assert (await editor.post("/dashboard/settings/security/password", form=form)).status_code == 303
    assert (await ApiKey.get()).revoked_at is None


async def test_a_password_revokes_the_keys_of_every_workspace_that_one_owns(
    as_sari: Browser, sari: Account, budi: Account
) -> None:
    user = await world.owner(sari)
    await Membership.create(user=user, account=budi, role=OWNER, created_at=user.created_at)
    for account in (sari, budi):
        await ApiKey.issue(account, "shop")
    form = {"current": world.PASSWORD, "password": "another long sentence", "revoke_keys": "on"}
    await as_sari.post("/dashboard/settings/security/password", form=form)
    assert not await ApiKey.filter(revoked_at=None).exists()
    assert {entry.account_id for entry in await AuditEntry.filter(act="keys_revoked")} == {sari.id, budi.id}


async def test_a_members_picture_takes_no_room_of_a_workspace_of_others(app: Quart, sari: Account) -> None:
    editor = await as_member(app, sari, EDITOR)
    page = await (await editor.get("/dashboard/settings/")).get_data(as_text=True)
    assert "avatar-form" not in page
    for headers in ({}, HX):
        answer = await editor.post("/dashboard/media/avatar", form={"x": "y"}, headers=headers)
        assert answer.status_code == 422
        assert "you own none" in await answer.get_data(as_text=True)
    assert not await Media.all().exists()


async def test_files_that_a_removed_editor_ordered_are_finished_and_the_log_says_who_ordered_them(
    app: Quart, sari: Account, tmp_path: Path
) -> None:
    await Account.filter(id=sari.id).update(plan_name="business")
    user = await join(sari, EDITOR)
    editor = await browser_of(app, user)
    batch = await Batch.create_draft(sari, "text", "text\nOne", Options())
    assert (await editor.post(f"/dashboard/batch/{batch.id}/make", form={"sure": "1"})).status_code == 303
    await Membership.filter(user_id=user.id).delete()
    assert await Worker().run_due(KIND) == 1
    await batch.refresh_from_db()
    assert batch.packed_at is not None
    assert (await AuditEntry.get(act="batch.create_batch")).person == "Editor"
