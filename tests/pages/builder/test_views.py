"""The builder: what is typed is saved, refused by its field, and nothing of a stranger's is reached."""

import re
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.blocks.registry import KINDS
from app.media.models import Media
from app.names.models import Name
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from app.pages.starters import STARTERS
from app.qr.models import QrCode
from tests.client import Browser

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
URL = "/dashboard/pages/"
GOOD = {"title": "Belanja", "url": "https://shopee.co.id/rumahkawung"}


async def html(browser: Browser, path: str, **rest: Any) -> str:
    return await (await browser.get(path, **rest)).get_data(as_text=True)


async def opened(account: Account, *kinds: str) -> Page:
    """A page with an empty block of each kind."""
    return await Page.make(
        account, "rumahkawung", Content(name="Rumah Kawung", blocks=tuple(Block.new(kind) for kind in kinds))
    )


async def again(page: Page) -> Page:
    return await Page.get(id=page.id)


async def test_the_first_page_is_filled_from_the_account(as_sari: Browser, sari: Account) -> None:
    answer = await as_sari.get(URL)
    assert answer.headers["Location"].endswith("/pages/new")
    page = await html(as_sari, f"{URL}new")
    assert f'value="{sari.name}"' in page
    response = await as_sari.post(URL, form={"name": sari.name, "slug": "sari-w"})
    page = await html(as_sari, response.headers["Location"])
    assert page.count('class="block card') == 3
    assert sari.name in await html(as_sari, URL)


async def test_a_taken_address_is_refused_and_nothing_typed_is_lost(
    as_sari: Browser, sari: Account, budi: Account
) -> None:
    await Page.make(budi, "kawung", Content(name="Budi"))
    answer = await as_sari.post(URL, form={"name": "Rumah Kawung", "slug": "kawung"})
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert 'value="Rumah Kawung"' in page
    assert 'aria-invalid="true"' in page
    assert await Page.owned_by(sari).count() == 0


@pytest.mark.parametrize("kind", KINDS)
async def test_the_form_of_every_kind_opens(as_sari: Browser, sari: Account, kind: str) -> None:
    page = await opened(sari)
    answer = await as_sari.post(f"{URL}{page.id}/blocks", form={"kind": kind}, headers=HX)
    text = await answer.get_data(as_text=True)
    assert answer.status_code == 200, text[-500:]
    [block] = (await again(page)).content.blocks
    assert f'id="form-{block.id}"' in text
    assert all(f'name="{field.name}"' in text for field in KINDS[kind].fields)


async def test_what_is_typed_into_a_block_is_saved(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link")
    [block] = page.content.blocks
    answer = await as_sari.post(f"{URL}{page.id}/blocks/{block.id}", form=GOOD | {"version": "1"}, headers=HX)
    text = await answer.get_data(as_text=True)
    assert answer.headers["HX-Trigger"] == "page:saved"
    assert 'value="2"' in text
    [saved] = (await again(page)).content.blocks
    assert (saved.values["title"], saved.values["url"], saved.complete) == (*GOOD.values(), True)


async def test_what_is_refused_is_said_by_its_field_and_not_saved(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link")
    [block] = page.content.blocks
    wrong = GOOD | {"url": "https://exa mple"}
    answer = await as_sari.post(f"{URL}{page.id}/blocks/{block.id}", form=wrong, headers=HX)
    text = await answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert f'hx-target="#e-{block.id}-url" hx-swap="innerHTML"><p class="field__error">' in text
    assert (await again(page)).version == 1
    plain = await as_sari.post(f"{URL}{page.id}/blocks/{block.id}", form=wrong)
    text = await plain.get_data(as_text=True)
    assert plain.status_code == 400
    assert 'value="https://exa mple"' in text
    assert 'value="Belanja"' in text


async def test_the_later_of_two_tabs_is_told(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link")
    await page.change(Content(name="Elsewhere", blocks=page.content.blocks), "profile")
    answer = await as_sari.post(f"{URL}{page.id}/profile", form={"name": "Here", "version": "1"}, headers=HX)
    assert answer.status_code == 409
    assert "data-keep-mine" in await answer.get_data(as_text=True)
    assert (await again(page)).content.name == "Elsewhere"
    await as_sari.post(f"{URL}{page.id}/profile", form={"name": "Here", "version": "2"}, headers=HX)
    assert (await again(page)).content.name == "Here"


@pytest.mark.parametrize(
    ("action", "order"), [("down", [1, 0, 2]), ("up", [0, 1, 2]), ("delete", [1, 2]), ("hide", [0, 1, 2])]
)
async def test_blocks_are_moved_hidden_and_deleted(
    as_sari: Browser, sari: Account, action: str, order: list[int]
) -> None:
    page = await opened(sari, "link", "text", "faq")
    ids = [block.id for block in page.content.blocks]
    await as_sari.post(f"{URL}{page.id}/blocks/{ids[0]}/{action}", form={})
    after = (await again(page)).content.blocks
    assert [ids.index(block.id) for block in after] == order
    assert [block.shown for block in after].count(False) == (action == "hide")


async def test_a_copy_stands_behind_its_block_with_an_id_of_its_own(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link", "text")
    first = page.content.blocks[0].id
    await as_sari.post(f"{URL}{page.id}/blocks/{first}/copy", form={})
    kinds = [block.kind for block in (await again(page)).content.blocks]
    assert kinds == ["link", "link", "text"]
    assert len({block.id for block in (await again(page)).content.blocks}) == 3


async def test_a_deleted_block_comes_back_by_undo(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link", "text")
    gone = page.content.blocks[0].id
    answer = await as_sari.post(f"{URL}{page.id}/blocks/{gone}/delete", form={}, headers=HX)
    assert f"{URL}{page.id}/undo" in await answer.get_data(as_text=True)
    await as_sari.post(f"{URL}{page.id}/undo", form={}, headers=HX)
    assert (await again(page)).content.blocks[0].id == gone


async def test_blocks_are_put_in_order_by_ids(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link", "text", "faq")
    ids = [block.id for block in page.content.blocks]
    wished = [ids[2], ids[0], ids[1]]
    await as_sari.post(f"{URL}{page.id}/order", form={"order": ",".join(wished), "version": "1"}, headers=HX)
    assert [block.id for block in (await again(page)).content.blocks] == wished
    await as_sari.post(f"{URL}{page.id}/order", form={"order": f"nonsense,{ids[1]}"}, headers=HX)
    assert len((await again(page)).content.blocks) == 3, "an order loses no block"


@pytest.mark.parametrize("q", ["eclair", "ÉCLAIR rumah", "https://kliqs.test/rumah-1?x", "@rumah-1", "kopi", "rumah-1"])
async def test_a_page_is_found_by_its_name_its_words_and_its_address(as_budi: Browser, budi: Account, q: str) -> None:
    page = await Page.make(budi, "Rumah-1", Content(name="Toko", bio="x"))
    await page.change(Content(name="Rumah Éclair", bio="Kopi"), "")
    await Account.filter(id=budi.id).update(plan_name="business")
    budi.plan_name = "business"
    await Page.make(budi, "lain", Content(name="Lain"))
    page_text = await html(as_budi, f"{URL}?{urlencode({'q': q})}")
    assert "kliqs.test/Rumah-1" in page_text and "kliqs.test/lain" not in page_text
    assert "kliqs.test/Rumah-1" not in await html(as_budi, f"{URL}?q=toko")


async def test_a_schedule_is_in_the_accounts_time_zone(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link")
    [block] = page.content.blocks
    when = {"starts": "2026-12-01T08:00", "ends": "2026-12-31T23:59"}
    await as_sari.post(f"{URL}{page.id}/blocks/{block.id}", form=GOOD | when, headers=HX)
    [saved] = (await again(page)).content.blocks
    assert (saved.starts, saved.ends) == ("2026-12-01T01:00:00Z", "2026-12-31T16:59:00Z")
    wrong = await as_sari.post(
        f"{URL}{page.id}/blocks/{block.id}", form=GOOD | {"starts": when["ends"], "ends": when["starts"]}, headers=HX
    )
    assert "Waktu selesai harus setelah waktu mulai." in await wrong.get_data(as_text=True)


async def test_a_schedule_that_is_shown_again_stays_the_same_to_the_second(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link")
    [block] = page.content.blocks
    exact = block.with_schedule("2026-12-01T01:00:30z", "2026-12-31T23:59:59+07:00")
    await page.change(page.content.with_replaced(exact), "")
    shown = {"starts": "2026-12-01T08:00", "ends": "2026-12-31T23:59"}
    await as_sari.post(f"{URL}{page.id}/blocks/{block.id}", form=GOOD | shown, headers=HX)
    [saved] = (await again(page)).content.blocks
    assert (saved.starts, saved.ends) == ("2026-12-01T01:00:30Z", "2026-12-31T16:59:59Z")
    for typed, message in (("9999-12-31T23:59", "sebelum 2200"), ("2026-02-30T10:00", "seperti itu tidak ada")):
        wrong = await as_sari.post(f"{URL}{page.id}/blocks/{block.id}", form=GOOD | {"starts": typed}, headers=HX)
        assert message in await wrong.get_data(as_text=True)


async def test_every_part_of_the_builder_is_shown(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, *KINDS)
    for part in ("", "/appearance", "/settings", "/preview", "/blocks/new"):
        answer = await as_sari.get(f"{URL}{page.id}{part}")
        assert answer.status_code == 200, part


async def test_nothing_of_a_strangers_page_is_reached(as_budi: Browser, sari: Account) -> None:
    page = await opened(sari, "link")
    block = page.content.blocks[0].id
    for part in ("", "/appearance", "/settings", "/preview", "/blocks/new", f"?open={block}"):
        assert (await as_budi.get(f"{URL}{page.id}{part}")).status_code == 404, part
    for part in (
        "profile",
        "socials",
        "blocks",
        f"blocks/{block}",
        f"blocks/{block}/delete",
        "order",
        "appearance",
        "settings",
        "address",
        "publication",
        "publication/end",
        "undo",
        "revisions/1",
        "delete",
        "restore",
    ):
        answer = await as_budi.post(f"{URL}{page.id}/{part}", form={"name": "Mine", "kind": "link", "slug": "mine"})
        assert answer.status_code == 404, part
    assert (await again(page)).draft == page.draft
    assert (await as_budi.get(f"{URL}{uuid4()}")).status_code == 404


async def test_publishing_shows_the_page_and_its_link_leads_on(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link")
    [block] = page.content.blocks
    await as_sari.post(f"{URL}{page.id}/blocks/{block.id}", form=GOOD, headers=HX)
    answer = await as_sari.post(f"{URL}{page.id}/publication", form={}, headers=HX)
    assert answer.status_code == 200
    live = await again(page)
    assert live.published is not None
    code = live.published["codes"][block.id]
    shown = await as_sari.get("/rumahkawung")
    assert f'href="/{code}"' in await shown.get_data(as_text=True)
    assert (await as_sari.get(f"/{code}")).headers["Location"] == GOOD["url"]


async def test_a_strangers_picture_is_refused(as_sari: Browser, sari: Account, budi: Account) -> None:
    page = await opened(sari)
    media = await Media.create(
        id=uuid4(),
        account_id=budi.id,
        media_type="image/webp",
        width=1,
        height=1,
        size=1,
        file="x.webp",
        sha256="",
        created_at=page.created_at,
    )

    answer = await as_sari.post(f"{URL}{page.id}/profile", form={"name": "S", "avatar": str(media.id)}, headers=HX)

    assert answer.status_code == 400
    assert "Kamu tidak punya gambar itu" in await answer.get_data(as_text=True)
    assert (await again(page)).content.avatar == ""


@pytest.mark.parametrize("starter", STARTERS)
async def test_a_page_begins_with_a_starter(as_sari: Browser, sari: Account, starter: str) -> None:
    assert f'value="{starter}"' in await html(as_sari, f"{URL}new")

    await as_sari.post(URL, form={"name": "Rumah Kawung", "slug": "kawung", "starter": starter})

    content = (await Page.owned_by(sari).get()).content
    assert (content.name, content.theme.preset) == ("Rumah Kawung", STARTERS[starter].preset)
    assert len(content.blocks) == len(STARTERS[starter].lines)


async def test_a_page_has_qr_codes_of_its_own(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari)
    first = await as_sari.get(f"/dashboard/qr/for/{page.slug}")
    assert first.headers["Location"] == "/dashboard/qr/design?kind=page&name=rumahkawung"
    assert "/rumahkawung" in await html(as_sari, first.headers["Location"])

    response = await as_sari.post("/dashboard/qr/", form={"kind": "page", "name": page.slug, "title": "Kartu meja"})
    code = await QrCode.owned_by(sari).prefetch_related("name").get()

    assert response.headers["Location"] == f"/dashboard/qr/{code.id}"
    assert (code.page_id, code.link_id, code.address.partition("?")[0]) == (page.id, None, page.url)
    shown = await html(as_sari, response.headers["Location"])
    assert "Kartu meja" in shown and f"/dashboard/pages/{page.id}" in shown
    assert (await as_sari.get(f"/dashboard/qr/for/{page.slug}")).headers["Location"] == f"/dashboard/qr/{code.id}"
    await page.rename(sari, "kawung")
    assert (await Name.get(shown="rumahkawung")).page_id == page.id, "what is printed goes on leading to the page"


async def test_a_strangers_page_gets_no_code(as_sari: Browser, budi: Account) -> None:
    page = await opened(budi)
    for path in (f"/dashboard/qr/for/{page.slug}", f"/dashboard/qr/design?kind=page&name={page.slug}"):
        assert (await as_sari.get(path)).status_code == 404
    form = {"kind": "page", "name": page.slug, "title": "x"}
    assert (await as_sari.post("/dashboard/qr/", form=form)).status_code == 404
    assert await QrCode.all().count() == 0


async def test_the_figures_of_a_page_are_a_file(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari)
    answer = await as_sari.get(f"{URL}{page.id}/statistics.csv?days=7")
    lines = (await answer.get_data(as_text=True)).splitlines()

    assert answer.headers["Content-Disposition"] == 'attachment; filename="kliqs-rumahkawung-7.csv"'
    assert lines[1] == "total,,0,0"
    assert sum(line.startswith("day,") for line in lines) == 7


@pytest.mark.parametrize("screen", ["", "/appearance", "/settings"])
async def test_every_screen_of_the_builder_lets_refusals_speak(as_sari: Browser, sari: Account, screen: str) -> None:
    """htmx shows nothing of an answer of 4xx unless it is told to; these are what the builder refuses with."""
    text = await html(as_sari, f"{URL}{(await opened(sari)).id}{screen}")
    for status in (400, 409, 422):
        assert f'hx-status:{status}:inherited="swap:none"' in text


async def test_undo_is_shown_disabled_while_there_is_nothing_to_undo(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link")
    button = re.compile(rf'action="{URL}{page.id}/undo"[^>]*><input[^>]*><button[^>]*type="submit"( disabled)?>')
    for part in ("", "/appearance", "/settings"):
        assert button.search(await html(as_sari, f"{URL}{page.id}{part}"))[1], part  # type: ignore[index]

    answer = await as_sari.post(f"{URL}{page.id}/profile", form={"name": "Warung", "version": "1"}, headers=HX)
    assert button.search(await answer.get_data(as_text=True))[1] is None  # type: ignore[index]
    assert button.search(await html(as_sari, f"{URL}{page.id}"))[1] is None  # type: ignore[index]

    answer = await as_sari.post(f"{URL}{page.id}/undo", form={}, headers=HX)
    assert button.search(await answer.get_data(as_text=True))[1]  # type: ignore[index]


async def test_a_block_is_hidden_by_one_control_with_scripts_and_by_one_without(
    as_sari: Browser, sari: Account
) -> None:
    page = await opened(sari, "link")
    form = (await html(as_sari, f"{URL}{page.id}?lang=en")).partition("/hide")[2].partition("</form>")[0]
    assert '<input class="switch needs-script"' in form
    assert "<noscript><button" in form
