"""No two controls of a form share a name or an id: a walk over every page, and over every kind of block's editor."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from quart import Quart

from app.accounts.models import Account
from app.batch.columns import LINK
from app.blocks.registry import KINDS
from app.links.models import Link
from app.pages.block import Block
from app.pages.builder.block_form import FRAME, SITE
from app.pages.models import Page
from app.payloads.registry import KINDS as CODES
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from tests import world
from tests.client import Browser
from tests.controls import doubled
from tests.databases import ON_ONE
from tests.pages.gallery import rich

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
FILES = (".csv", ".json", ".zip", ".pdf", ".txt", ".xml", "/feed", "/export", "/image.<form>", "/preview")
PAGES = "/dashboard/pages"


async def furnished(account: Account) -> dict[str, str]:
    """Something of everything that pages show; the values of the parts of their addresses."""
    link = await world.shorten(account, "promo")
    await Link.filter(id=link.id).update(click_limit=3)
    page = await Page.make(account, "rumahkawung", rich())
    await page.publish(account)
    code = await QrCode.create_for_link(account, link, "Poster", Look(Design()))
    return {"links": str(link.id), "pages": str(page.id), "qr": str(code.id), "for": str(link.id)}


def addresses(app: Quart, ids: dict[str, str]) -> list[str]:
    """Every address that answers GET with a page, as far as the world has one."""
    faults = []
    for rule in app.url_map.iter_rules():
        path = str(rule)
        if "GET" not in (rule.methods or ()) or path.startswith(("/api", "/static", "/media", "/<name>")):
            continue
        for thing, id in ids.items():
            path = path.replace(f"/{thing}/<uuid:id>", f"/{thing}/{id}")
        if "<" not in path and not path.endswith(FILES):
            faults.append(path)
    return sorted(faults)


def with_queries(paths: list[str]) -> list[str]:
    """The same address shows other forms by its query."""
    more = [f"/dashboard/qr/design?{urlencode({'kind': kind})}" for kind in CODES]
    more += [f"/dashboard/batch/?{urlencode({'kind': kind})}" for kind in (LINK, *CODES)]
    more += [
        "/dashboard/links/?show=deleted",
        "/dashboard/qr/design?kind=page&name=rumahkawung",
        "/report?page=rumahkawung",
        "/report?link=promo",
        "/promo+",
        "/rumahkawung",
    ]
    return paths + more


async def shared_on(browser: Browser, paths: list[str]) -> dict[str, list[str]]:
    faults = {}
    for path in paths:
        response = await browser.get(path)
        if response.status_code < 500 and response.mimetype == "text/html":
            faults[path] = doubled(await response.get_data(as_text=True))
    assert len(faults) > 5
    return {path: wrong for path, wrong in faults.items() if wrong}


@pytest.mark.slow
@ON_ONE
async def test_on_no_page_do_two_controls_share_a_name_or_an_id(app: Quart, as_sari: Browser, sari: Account) -> None:
    paths = with_queries(addresses(app, await furnished(sari)))
    assert len(paths) > 60
    assert await shared_on(as_sari, paths) == {}


@ON_ONE
async def test_for_a_stranger_neither(visitor: Browser, sari: Account) -> None:
    await furnished(sari)
    assert (
        await shared_on(
            visitor,
            [
                "/",
                "/login",
                "/signup",
                "/start",
                "/start/link",
                "/start/token",
                "/report",
                "/promo+",
                "/rumahkawung",
                "/docs/",
                "/contact",
            ],
        )
        == {}
    )


@ON_ONE
@pytest.mark.parametrize("kind", KINDS)
async def test_in_the_editor_of_no_kind_of_block_do_two_controls_share_a_name_or_an_id(
    as_sari: Browser, sari: Account, kind: str
) -> None:
    whole = [block for block in rich().blocks if block.kind == kind]
    page = await Page.make(sari, "rumahkawung", replace(rich(), blocks=(*whole, Block.new(kind))))
    for block in page.content.blocks:
        shown = await as_sari.get(f"{PAGES}/{page.id}?open={block.id}&blank=1")
        assert doubled(await shown.get_data(as_text=True)) == [], block.id
        typed = {field.name: "x" * 3_000 for field in block.block_kind.fields}
        typed |= {f"{field.name}-{at}": "x" * 3_000 for field in block.block_kind.item for at in range(2)}
        refused = await as_sari.post(f"{PAGES}/{page.id}/blocks/{block.id}", form=typed | {"show_from": "soon"})
        assert refused.status_code >= 400
        assert doubled(await refused.get_data(as_text=True)) == [], "where all of it is refused"


def test_what_all_blocks_have_is_called_as_no_field_of_a_kind() -> None:
    fields = {
        f"{kind.key}.{field.name}"
        for kind in KINDS.values()
        for field in (*kind.fields, *kind.item)
        if field.name in FRAME or field.name.endswith(("-file", "-sites")) or field.name.startswith(SITE)
    }
    assert not fields
