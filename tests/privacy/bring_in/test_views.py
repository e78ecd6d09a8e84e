"""Bringing in on the screen, without scripts: upload, check, choose, make, undo; and who may."""

from __future__ import annotations

import csv
import io
import re

import pytest
from quart import Quart, Response
from werkzeug.datastructures import FileStorage

from app.accounts.models import Account
from app.accounts.roles import VIEWER
from app.jobs.worker import Worker
from app.links.models import Link
from app.privacy.bring_in import import_jobs
from app.privacy.bring_in.import_row import ImportRow
from app.privacy.bring_in.import_run import MOST_IMPORTS, ImportRun
from app.web.limits import MAX_IMPORT, max_body_size
from tests import world
from tests.client import Browser
from tests.privacy.bring_in.archives import forged, link_row
from tests.privacy.export.test_views import member_of
from tests.questions import ask_before

IMPORT = "/dashboard/import/"


async def sent(browser: Browser, content: bytes, name: str = "export.zip") -> Response:
    return await browser.post(IMPORT, files={"file": FileStorage(io.BytesIO(content), name, "file")})


async def worked() -> ImportRun:
    for kind in import_jobs.KINDS.values():
        await Worker().run_due(kind)
    run = await ImportRun.all().order_by("-created_at").first()
    assert run
    return run


async def text_of(browser: Browser, path: str) -> str:
    response = await browser.get(path)
    assert response.status_code == 200, response.status_code
    return await response.get_data(as_text=True)


async def test_the_whole_way_without_scripts(as_budi: Browser, budi: Account, sari: Account) -> None:
    await world.shorten(sari, "kopi")
    response = await sent(as_budi, forged({"links": [link_row("kopi"), link_row("teh"), link_row("susu", "nope:")]}))
    assert response.status_code == 303
    path = response.headers["Location"]
    page = await text_of(as_budi, path)
    assert 'class="progress"' in page and 'http-equiv="refresh"' in page
    run = await worked()
    page = await text_of(as_budi, path)
    assert "kopi-2" in page and "Another name" in page and not await Link.owned_by(budi).exists()
    rows = {row.wanted: row for row in await ImportRow.filter(run_id=run.id)}
    form = {f"row-{row.id}": "1" for row in rows.values()} | {f"take-{row.id}": "1" for row in rows.values()}
    response = await as_budi.post(f"{path}/rows", form=form | {f"name-{rows['kopi'].id}": "kopi"})
    assert response.status_code == 422 and "kopi" in await response.get_data(as_text=True)
    response = await as_budi.post(f"{path}/rows", form=form | {f"name-{rows['kopi'].id}": "kopi-budi"})
    assert response.status_code == 303
    assert (await as_budi.post(f"{path}/start")).status_code == 303
    await worked()
    assert "2 rows brought in" in await text_of(as_budi, path)
    assert {link.short_code for link in await Link.owned_by(budi)} == {"kopi-budi", "teh"}
    assert (await as_budi.post(f"{path}/start")).status_code == 422
    await Link.filter(short_code="teh").update(followed=3)
    page = await text_of(as_budi, path)
    assert re.search(r'name="drop" value="\d+"', page)
    assert (await as_budi.post(f"{path}/undo", form={"drop": str(rows["teh"].id)})).status_code == 303
    assert (await worked()).stage == "undone" and not await Link.owned_by(budi).exists()
    assert "The import is undone" in await text_of(as_budi, path)


async def test_rows_are_shown_by_verdict_and_page(as_budi: Browser, sari: Account) -> None:
    await world.shorten(sari, "taken")
    rows = [link_row(f"link-{at:02}") for at in range(40)] + [link_row("taken")]
    path = (await sent(as_budi, forged({"links": rows}))).headers["Location"]
    await worked()
    assert "link-00" in (first := await text_of(as_budi, path)) and "page=2" in first
    assert "link-35" not in first and "link-35" in await text_of(as_budi, f"{path}?page=2")
    only = await text_of(as_budi, f"{path}?show=rename")
    assert "taken-2" in only and "link-00" not in only
    for odd in ("?page=x", "?page=-1", "?page=99999999999", "?show=nothing", "?page=0"):
        assert "link-00" in await text_of(as_budi, path + odd) or odd == "?page=99999999999"


async def test_verdicts_are_a_table_for_spreadsheets(as_budi: Browser) -> None:
    path = (await sent(as_budi, forged({"links": [link_row("=1+1"), link_row("promo")]}))).headers["Location"]
    await worked()
    text = await text_of(as_budi, f"{path}/verdicts.csv")
    lines = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [line["verdict"] for line in lines] == ["rename", "make"] and lines[0]["name"].startswith("'=")


async def test_a_table_of_another_product_is_taken_too(as_budi: Browser, budi: Account) -> None:
    table = "long_url,bitlink,title,tags\nhttps://example.com/a,bit.ly/promo-a,First,sale;new\nexample.com/b,,Second,\n"
    path = (await sent(as_budi, table.encode(), "bitly.csv")).headers["Location"]
    recognised = {"column-0": "url", "column-1": "slug", "column-2": "title", "column-3": "tags", "header": "1"}
    assert (await as_budi.post(f"{path}/columns", form=recognised)).status_code == 303
    await worked()
    await as_budi.post(f"{path}/start")
    await worked()
    links = {link.title: link for link in await Link.owned_by(budi).prefetch_related("tags")}
    assert links["First"].short_code == "promo-a" and {tag.name for tag in links["First"].tags} == {"sale", "new"}
    assert links["Second"].destination_url == "https://example.com/b" and links["Second"].short_code


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x00\x01\x02"])
async def test_what_is_neither_is_refused_by_its_field(as_budi: Browser, content: bytes) -> None:
    response = await sent(as_budi, content, "x.bin")
    assert response.status_code in {400, 422} and not await ImportRun.all().exists()
    assert 'role="alert"' in await response.get_data(as_text=True)


async def test_a_form_without_a_file_says_so(as_budi: Browser) -> None:
    response = await as_budi.post(IMPORT, form={})
    assert response.status_code in {400, 422}
    assert "Choose the ZIP file" in await response.get_data(as_text=True)


async def test_uploads_are_bounded_in_size_and_number(as_budi: Browser) -> None:
    assert max_body_size(IMPORT) == MAX_IMPORT and max_body_size(f"{IMPORT}x/start") < MAX_IMPORT
    for _ in range(MOST_IMPORTS):
        assert (await sent(as_budi, forged({}))).status_code == 303
    assert (await sent(as_budi, forged({}))).status_code == 422


async def test_strangers_and_viewers_reach_no_import(
    app: Quart, as_budi: Browser, as_sari: Browser, sari: Account
) -> None:
    path = (await sent(as_sari, forged({"links": [link_row("promo")]}))).headers["Location"]
    await worked()
    for tail in ("", "/verdicts.csv"):
        assert (await as_budi.get(path + tail)).status_code == 404
    for act in ("start", "check", "undo", "delete", "rows"):
        assert (await as_budi.post(f"{path}/{act}")).status_code == 404
    viewer, _user = await member_of(sari, VIEWER, app)
    for act in ("start", "check", "undo", "delete", "rows"):
        assert (await viewer.post(f"{path}/{act}")).status_code == 403
    assert (await sent(viewer, forged({}))).status_code == 403
    assert not await Link.all().exists()


async def test_a_failed_file_says_why_and_offers_another(as_budi: Browser) -> None:
    path = (await sent(as_budi, b"PK nothing")).headers["Location"]
    await worked()
    page = await text_of(as_budi, path)
    assert "not an export of Kliqs" in page and f'href="{IMPORT}"' in page
    assert (await as_budi.post(f"{path}/start")).status_code == 422
    await ask_before(as_budi, IMPORT, f"{path}/delete")
    assert (await as_budi.post(f"{path}/delete")).status_code == 303
    assert not await ImportRun.all().exists()


async def test_after_room_was_made_a_check_finds_it(as_sari: Browser, sari: Account) -> None:
    made = [await world.shorten(sari) for _ in range(5)]
    path = (await sent(as_sari, forged({"links": [link_row("promo")]}))).headers["Location"]
    assert (await worked()).counts == {"full": 1}
    await made[0].soft_delete(sari)
    assert (await as_sari.post(f"{path}/check")).status_code == 303
    assert (await worked()).counts == {"make": 1}
