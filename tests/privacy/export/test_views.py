"""Exports on the screen: who may ask for what, who may download, and when a file is gone."""

from __future__ import annotations

import asyncio
import io
import zipfile
from datetime import timedelta

import pytest
from quart import Quart

from app.accounts.models import Account, Membership, Session
from app.accounts.registration import register
from app.accounts.roles import EDITOR, OWNER, VIEWER
from app.accounts.security_log import SecurityEvent
from app.accounts.user import User
from app.jobs.worker import Worker
from app.kernel import clock, db
from app.mail.models import OutgoingEmail
from app.ops import retention_sweep
from app.privacy.export import export_job
from app.privacy.export.export import KEPT_FOR, Export, ExportUnderWay
from app.privacy.export.file_store import FILES, ZIP
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.stored import folder, stored

DATA = "/dashboard/settings/data"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


async def text_of(browser: Browser, path: str = DATA) -> str:
    response = await browser.get(path)
    assert response.status_code == 200, response.status_code
    return await response.get_data(as_text=True)


async def worked() -> Export:
    await Worker().run_due(export_job.KIND)
    export = await Export.all().order_by("-created_at").first()
    assert export
    return export


def file_path(export: Export) -> str:
    return f"{DATA}/exports/{export.id}/kliqs-export.zip"


async def member_of(sari: Account, role: str, app: Quart) -> tuple[Browser, User]:
    """A browser of somebody who is only a member of Sari's account."""
    user = (await register(f"{role}@example.com", role, world.PASSWORD)).user
    await Membership.filter(user_id=user.id).delete()
    await Membership.create(user=user, account=sari, role=role, created_at=clock.now())
    browser = app.test_client()
    assert isinstance(browser, Browser)
    browser.sign_in(await Session.begin(user, "Firefox · Linux", sari.id))
    return browser, user


async def test_an_owner_exports_everything_sees_it_grow_and_downloads_it(as_sari: Browser, sari: Account) -> None:
    await world.shorten(sari, "promo")
    response = await as_sari.post(f"{DATA}/exports/account")
    assert (response.status_code, response.headers["Location"]) == (303, DATA)
    page = await text_of(as_sari)
    assert 'class="progress"' in page and 'http-equiv="refresh"' in page and "hx-trigger" in page
    export = await worked()
    assert "kliqs-export.zip" in await text_of(as_sari)
    response = await as_sari.get(file_path(export))
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "private, no-store")
    content = await response.get_data(as_text=False)
    assert "account/links.json" in zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert len(content) == export.size
    user = await world.owner(sari)
    kinds = await SecurityEvent.filter(user_id=user.id).values_list("kind", flat=True)
    assert {"export_requested", "export_downloaded"} <= {*kinds}


async def test_it_is_told_by_mail_and_the_mail_leads_to_the_page(as_sari: Browser) -> None:
    await as_sari.post(f"{DATA}/exports/account")
    export = await worked()
    email = await OutgoingEmail.get(kind="export")
    assert email.recipient == "sari@example.com" and "https://kliqs.test/dashboard/settings/data" in email.text
    assert str(export.id) not in email.text


async def test_asking_and_downloading_want_a_fresh_proof(as_sari: Browser, sari: Account) -> None:
    await as_sari.post(f"{DATA}/exports/account")
    export = await worked()
    await Session.all().update(confirmed_at=clock.now() - timedelta(hours=1))
    assert (await as_sari.post(f"{DATA}/exports/account")).status_code == 401
    assert (await as_sari.post(f"{DATA}/exports/person")).status_code == 401
    response = await as_sari.get(file_path(export))
    assert response.status_code == 303 and response.headers["Location"].startswith("/dashboard/confirm/")
    assert await Export.all().count() == 1


@pytest.mark.parametrize("role", [VIEWER, EDITOR])
async def test_members_export_what_is_about_them_and_nothing_of_the_account(
    app: Quart, sari: Account, role: str
) -> None:
    browser, user = await member_of(sari, role, app)
    assert f"{DATA}/exports/account" not in await text_of(browser)
    assert (await browser.post(f"{DATA}/exports/account")).status_code == 403
    assert (await browser.post(f"{DATA}/exports/person")).status_code == 303
    export = await worked()
    content = await (await browser.get(file_path(export))).get_data(as_text=False)
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert "person/profile.json" in names and not [name for name in names if name.startswith("account/")]
    assert export.user_id == user.id and export.account_id is None


async def test_nobody_else_downloads_or_deletes_an_export(as_sari: Browser, as_budi: Browser, visitor: Browser) -> None:
    await as_sari.post(f"{DATA}/exports/account")
    export = await worked()
    assert (await as_budi.get(file_path(export))).status_code == 404
    assert (await as_budi.post(f"{DATA}/exports/{export.id}/delete")).status_code == 404
    assert (await visitor.get(file_path(export))).status_code == 303
    assert stored(FILES.key(export.id, ZIP)).exists()


async def test_who_is_no_owner_any_more_cannot_download_the_accounts_part(app: Quart, sari: Account) -> None:
    browser, user = await member_of(sari, OWNER, app)
    await browser.post(f"{DATA}/exports/account")
    export = await worked()
    assert (await browser.get(file_path(export))).status_code == 200
    await Membership.filter(user_id=user.id).update(role=EDITOR)
    assert (await browser.get(file_path(export))).status_code == 404


async def test_an_account_has_one_export_under_way(as_sari: Browser, sari: Account) -> None:
    user = await world.owner(sari)
    results = await asyncio.gather(*(export_job.request_export(user, sari) for _ in range(50)), return_exceptions=True)
    assert sum(isinstance(result, Export) for result in results) == 1
    assert {type(result) for result in results} == {Export, ExportUnderWay}
    response = await as_sari.post(f"{DATA}/exports/account")
    assert response.status_code == 422 and "Tunggu sampai selesai" in await response.get_data(as_text=True)
    await worked()
    assert (await as_sari.post(f"{DATA}/exports/account")).status_code == 303


async def test_a_file_is_private_and_gone_after_a_week(as_sari: Browser, moved: Clock) -> None:
    await as_sari.post(f"{DATA}/exports/account")
    export = await worked()
    path = stored(FILES.key(export.id, ZIP))
    assert path.stat().st_mode & 0o777 == 0o600 and path.parent.stat().st_mode & 0o777 == 0o700
    assert [*path.parent.iterdir()] == [path], "no draft is left"
    moved.on(KEPT_FOR)
    await retention_sweep.delete_expired()
    assert not path.exists() and not await Export.all().exists()


async def test_a_deleted_export_stops_and_leaves_nothing(as_sari: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    await as_sari.post(f"{DATA}/exports/account")
    export = await Export.get()
    assert (await as_sari.post(f"{DATA}/exports/{export.id}/delete")).status_code == 303
    await Worker().run_due(export_job.KIND)
    assert not [*folder("exports").glob("*")]


async def test_an_export_that_fails_for_good_lets_another_begin(as_sari: Browser, sari: Account) -> None:
    export = await export_job.request_export(await world.owner(sari), sari)
    async with db.transaction():
        await Export.mark_failed(export.id)
    assert 'class="progress"' not in await text_of(as_sari)
    assert (await as_sari.post(f"{DATA}/exports/account")).status_code == 303


async def test_files_of_a_deleted_account_go_with_the_next_sweep(as_sari: Browser, sari: Account) -> None:
    await as_sari.post(f"{DATA}/exports/account")
    export = await worked()
    draft = FILES.create_draft(export.id, 7, ZIP)
    await Account.filter(id=sari.id).delete()
    await export_job.tidy_exports()
    assert not stored(FILES.key(export.id, ZIP)).exists() and not draft.exists()


async def test_an_account_that_is_deleted_meanwhile_leaves_no_file(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    await export_job.request_export(await world.owner(sari), sari)

    async def gone(*_: object) -> None:
        await Account.filter(id=sari.id).delete()

    monkeypatch.setattr(export_job, "write_contents", gone)
    await Worker().run_due(export_job.KIND)
    assert not [*folder("exports").iterdir()]


async def test_a_lost_file_is_said_and_not_a_fault(as_sari: Browser) -> None:
    await as_sari.post(f"{DATA}/exports/account")
    export = await worked()
    stored(FILES.key(export.id, ZIP)).unlink()
    assert (await as_sari.get(file_path(export))).status_code == 303
    assert "sudah tidak ada di sini" in await text_of(as_sari)
