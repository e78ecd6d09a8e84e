"""The builder as people use it on a phone: adding, what is missing, publishing and sharing."""

import io
import re
from dataclasses import replace
from typing import Any

import pytest
import segno
from PIL import Image
from quart.datastructures import FileStorage

from app.accounts.models import Account
from app.accounts.user import User
from app.blocks.registry import KINDS
from app.colour.readable_lightness import READABLE, VISIBLE, meets_contrast
from app.kernel import i18n
from app.media.models import Media
from app.pages.block import Block
from app.pages.content import MOST_BLOCKS, Content
from app.pages.models import Page, Revision
from app.pages.theme import theme
from app.pages.theme.presets import PRESETS
from tests import world
from tests.client import Browser
from tests.media.pictures import saved
from tests.pages.gallery import qris_payload, rich

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
URL = "/dashboard/pages/"
PHOTO = saved(Image.effect_noise((700, 500), 60).convert("RGB"), "JPEG")


async def opened(account: Account, *kinds: str) -> Page:
    """A page with an empty block of each kind."""
    return await Page.make(
        account, "rumahkawung", Content(name="Rumah Kawung", blocks=tuple(Block.new(kind) for kind in kinds))
    )


async def blocks_of(page: Page) -> list[Block]:
    return list((await Page.get(id=page.id)).content.blocks)


async def html(browser: Browser, path: str, **rest: Any) -> str:
    return await (await browser.get(path, **rest)).get_data(as_text=True)


async def posted(browser: Browser, path: str, form: dict[str, str], headers: Any = HX) -> tuple[int, str]:
    answer = await browser.post(path, form=form, headers=headers)
    return answer.status_code, await answer.get_data(as_text=True)


async def test_a_new_block_is_announced_and_its_form_is_the_one_that_is_open(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "text")
    status, text = await posted(as_sari, f"{URL}{page.id}/blocks", {"kind": "faq"})
    new = (await blocks_of(page))[-1]
    assert status == 200
    assert f'id="block-{new.id}" data-id="{new.id}" data-added' in text
    assert '<hx-partial hx-target="#announce" hx-swap="innerHTML">Tanya jawab sudah ditambahkan' in text
    plain = await as_sari.post(f"{URL}{page.id}/blocks", form={"kind": "map"})
    assert re.search(r"\?open=(\w+)&added=1#block-\1$", plain.headers["Location"])
    assert "sudah ditambahkan" in await html(as_sari, plain.headers["Location"])


@pytest.mark.parametrize(
    ("at", "kinds"),
    [
        ("0", ["map", "link", "text"]),
        ("1", ["link", "map", "text"]),
        ("2", ["link", "text", "map"]),
        ("", ["link", "text", "map"]),
        ("99", ["link", "text", "map"]),
        ("x", ["link", "text", "map"]),
        ("-1", ["link", "text", "map"]),
    ],
)
async def test_a_block_is_added_between_others(as_sari: Browser, sari: Account, at: str, kinds: list[str]) -> None:
    page = await opened(sari, "link", "text")
    shown = await html(as_sari, f"{URL}{page.id}")
    assert "/blocks/new?at=1" in shown, "a + between the rows, for who has no scripts too"
    assert '<input type="hidden" name="at" value="1">' in await html(as_sari, f"{URL}{page.id}/blocks/new?at=1")
    await posted(as_sari, f"{URL}{page.id}/blocks", {"kind": "map", "at": at})
    assert [block.kind for block in await blocks_of(page)] == kinds


async def test_a_full_page_says_so_before_anybody_asks_for_one_block_more(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, *["text"] * MOST_BLOCKS)
    first = page.content.blocks[0].id
    for path in (f"{URL}{page.id}?open={first}", f"{URL}{page.id}/blocks/new"):
        shown = await html(as_sari, path)
        assert "Satu halaman bisa berisi 100 blok" in shown
        assert f'action="{URL}{page.id}/blocks" method="post"' not in shown.partition('id="add-block"')[0], path
    shown = await html(as_sari, f"{URL}{page.id}?open={first}")
    assert 'data-open="add-block"' not in shown
    assert re.search(r'/copy" hx-swap="none"><input[^>]*><button[^>]* disabled>', shown), "no copy either"


@pytest.mark.parametrize(("kind", "most"), [("faq", 20), ("gallery", 12), ("social", 12)])
async def test_a_full_list_offers_no_line_more(as_sari: Browser, sari: Account, kind: str, most: int) -> None:
    lines = tuple(
        {"question": "Q", "answer": "A", "picture": "", "alt": "x", "network": "x", "account": "https://x.com/a"}
        for _ in range(most)
    )
    block = Block.new(kind, {}, items=lines)
    page = await Page.make(sari, "rumahkawung", Content(name="Kawung", blocks=(block,)))
    shown = await html(as_sari, f"{URL}{page.id}?open={block.id}")
    form = shown.partition(f'id="form-{block.id}"')[2].partition("</form>")[0]
    assert 'name="more"' not in form
    assert f"paling banyak {most}" in form


async def test_at_the_plans_limit_no_new_page_is_offered(as_sari: Browser, sari: Account) -> None:
    await opened(sari)
    for path in (URL, f"{URL}new", f"{URL}import"):
        shown = await html(as_sari, path)
        assert "Paketmu punya tempat untuk 1 halaman bio" in shown, path
        assert f'href="{URL}new"' not in shown
        assert 'method="post" enctype' not in shown and f'action="{URL}" method="post"' not in shown


async def test_kinds_are_found_by_what_people_call_them_in_both_languages(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari)
    shown = await html(as_sari, f"{URL}{page.id}/blocks/new")
    offered = dict(re.findall(r'<li data-words="([^"]*)"><form.*?name="kind" value="(\w+)"', shown))
    kinds_by_words = {kind: set(words.split()) for words, kind in offered.items()}
    assert kinds_by_words.keys() == KINDS.keys()
    assert all(kinds_by_words.values())
    for kind, words in {
        "whatsapp": "wa chat nomor",
        "social": "ig yt tt fb sosmed",
        "video": "yt tiktok film",
        "music": "lagu song spotify",
        "map": "lokasi address gmaps",
        "tip": "donasi saweria qris",
        "form": "newsletter langganan",
        "faq": "tanya question",
        "image": "foto photo",
        "qr": "barcode",
        "event": "acara calendar",
        "contact": "kontak vcard",
        "link": "tautan shopee",
        "divider": "garis line",
        "posts": "terbaru posting tiktok",
    }.items():
        assert set(words.split()) <= kinds_by_words[kind], kind


async def test_the_bar_says_what_is_missing_and_leads_to_it(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link", "divider", "map")
    link, _divider, place = page.content.blocks
    bar = (await html(as_sari, f"{URL}{page.id}")).partition('id="publish-bar"')[2]
    assert "2 blok belum diisi" in bar
    assert [f'href="{URL}{page.id}?open={block.id}#block-{block.id}"' in bar for block in (link, place)] == [True, True]
    assert "Belum tayang" in bar and "Draf tersimpan" in bar
    status, text = await posted(as_sari, f"{URL}{page.id}/blocks/{link.id}", {"title": "A", "url": "example.com"})
    assert status == 200
    assert '<hx-partial hx-target="#publish-bar"' in text and "1 blok belum diisi" in text
    await posted(as_sari, f"{URL}{page.id}/blocks/{place.id}/hide", {})
    assert "belum diisi" not in (await html(as_sari, f"{URL}{page.id}")).partition('id="publish-bar"')[2], "hidden ones"


@pytest.mark.parametrize("screen", ["", "/appearance", "/settings"])
async def test_saved_never_reads_as_live(as_sari: Browser, sari: Account, screen: str) -> None:
    page = await opened(sari)
    assert "Belum tayang" in await html(as_sari, f"{URL}{page.id}{screen}")
    await page.publish(sari)
    live = (await html(as_sari, f"{URL}{page.id}{screen}")).partition('id="publish-bar"')[2]
    assert "<span>Sudah tayang</span>" in live and "/publication" not in live.partition("</section>")[0][:3000]
    await posted(as_sari, f"{URL}{page.id}/profile", {"bio": "Baru"})
    changed = (await html(as_sari, f"{URL}{page.id}{screen}")).partition('id="publish-bar"')[2]
    assert "Perubahan belum tayang" in changed and "Draf tersimpan" in changed
    assert "Terbitkan perubahan" in changed


async def test_after_the_first_publishing_the_ways_to_share_are_offered_once(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari)
    _, text = await posted(as_sari, f"{URL}{page.id}/publication", {})
    assert '<dialog class="dialog" data-modal id="share"' in text
    ways = text.partition('id="share"')[2]
    assert f'data-copy="{page.url}"' in ways and f'data-share="{page.url}"' in ways
    assert "https://wa.me/?text=" in ways and "/dashboard/qr/for/rumahkawung" in ways
    _, text = await posted(as_sari, f"{URL}{page.id}/publication", {})
    assert 'id="share"' not in text


async def test_without_scripts_the_first_publishing_leads_to_the_ways_to_share(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari)
    first = await as_sari.post(f"{URL}{page.id}/publication", form={})
    assert first.headers["Location"] == f"{URL}{page.id}/share?first=1"
    shown = await html(as_sari, first.headers["Location"])
    assert "Halamanmu sudah tayang" in shown and "https://wa.me/?text=" in shown
    assert (await as_sari.post(f"{URL}{page.id}/publication", form={})).headers["Location"] == f"{URL}{page.id}"
    assert "Bagikan halamanmu" in await html(as_sari, f"{URL}{page.id}/share")


async def test_a_tip_is_set_up_by_a_photo_of_the_qris(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "tip")
    [block] = page.content.blocks
    for headers, status in ((HX, 200), ({}, 303)):
        answer = await as_sari.post(
            f"{URL}{page.id}/blocks/{block.id}/qris-picture",
            form={"title": "Traktir kopi", "payload": ""},
            headers=headers,
            files={"payload-file": photo(qris_payload())},
        )
        assert answer.status_code == status
        [saved_block] = await blocks_of(page)
        assert (saved_block.values["payload"], saved_block.values["title"]) == (qris_payload(), "Traktir kopi")
        assert saved_block.complete
    shown = await html(as_sari, f"{URL}{page.id}?open={block.id}")
    assert "Untuk Rumah Kawung, Yogyakarta." in shown


@pytest.mark.parametrize(
    ("content", "words"), [("https://example.com", "QRIS"), ("", "kode QR"), ("dynamic", "satu pembayaran")]
)
async def test_a_photo_of_something_else_is_refused_as_on_the_qris_page_and_nothing_typed_is_lost(
    as_sari: Browser, sari: Account, content: str, words: str
) -> None:
    from app.payloads import qris

    page = await opened(sari, "tip")
    [block] = page.content.blocks
    derived = qris.add_amount(qris_payload(), 5_000) if content == "dynamic" else content
    for headers in (HX, {}):
        answer = await as_sari.post(
            f"{URL}{page.id}/blocks/{block.id}/qris-picture",
            form={"title": "Traktir kopi", "amounts": "5000"},
            headers=headers,
            files={"payload-file": photo(derived)},
        )
        text = await answer.get_data(as_text=True)
        assert answer.status_code == 422, text[:300]
        assert words in text.partition(f"e-{block.id}-payload" if headers else 'id="publish-bar"')[2 if headers else 0]
    assert 'value="Traktir kopi"' in text and 'value="5000"' in text
    assert (await blocks_of(page))[0].values == {}


def photo(content: str) -> FileStorage:
    sheet = Image.new("RGB", (600, 600), "white")
    if content:
        out = io.BytesIO()
        segno.make(content, micro=False).save(out, kind="png", scale=5)
        sheet.paste(Image.open(out).convert("RGB"), (40, 40))
    return FileStorage(io.BytesIO(saved(sheet, "PNG")), "photo.png")


async def test_without_scripts_each_picture_of_a_form_goes_to_its_own_field(
    as_sari: Browser, sari: Account, directory: Any
) -> None:
    page = await opened(sari)
    shown = await html(as_sari, f"{URL}{page.id}")
    assert 'name="cover-file"' in shown and 'name="avatar-file"' in shown
    action = re.search(r'formaction="([^"]*name=avatar[^"]*)"', shown)
    assert action
    answer = await as_sari.post(
        action[1].replace("&amp;", "&"),
        form={"name": "Rumah Kawung"},
        files={"cover-file": FileStorage(io.BytesIO(b""), ""), "avatar-file": FileStorage(io.BytesIO(PHOTO), "me.jpg")},
    )
    media = await Media.owned_by(sari).get()
    assert f'name="avatar" value="{media.id}"' in await answer.get_data(as_text=True)
    assert media.width == media.height, "cut as an avatar is"


async def test_without_scripts_a_picture_is_taken_off(as_sari: Browser, sari: Account) -> None:
    page = await Page.make(sari, "rumahkawung", Content(name="Kawung", cover="00000000-0000-0000-0000-000000000001"))
    await posted(
        as_sari, f"{URL}{page.id}/profile", {"name": "Kawung", "cover": page.content.cover, "without": "cover"}, {}
    )
    assert (await Page.get(id=page.id)).content.cover == ""


async def test_every_field_of_the_builder_tells_the_phone_which_keyboard_it_wants(
    as_sari: Browser, sari: Account
) -> None:
    page = await Page.make(sari, "rumahkawung", rich())
    screens = [f"{URL}{page.id}?open={block.id}&blank=1" for block in page.content.blocks]
    screens += [f"{URL}{page.id}/appearance", f"{URL}{page.id}/settings"]
    await Account.filter(id=sari.id).update(plan_name="pro")
    for path in (*screens, f"{URL}new", f"{URL}import", URL):
        main = (await html(as_sari, path)).partition("<main")[2].partition("</main>")[0]
        for field in re.findall(r"<(?:input|textarea|select)\b[^>]*>", main):
            kind = re.search(r'type="(\w[\w-]*)"', field)
            if kind and kind[1] in {"hidden", "file", "checkbox", "radio", "color", "range"}:
                continue
            assert "autocomplete=" in field, (path, field)
            assert "inputmode=" in field or field.startswith("<select"), (path, field)
    shown = await html(as_sari, f"{URL}{page.id}?open=contact")
    for name, filled, keyboard in (("mobile", "tel", "tel"), ("email", "email", "email"), ("website", "url", "url")):
        [field] = re.findall(rf'<input[^>]* name="{name}"[^>]*>', shown)
        assert f'autocomplete="{filled}"' in field and f'inputmode="{keyboard}"' in field, field


async def test_the_title_of_a_row_opens_it(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "text")
    [block] = page.content.blocks
    shown = await html(as_sari, f"{URL}{page.id}")
    row = shown.partition(f'id="edit-{block.id}"')[2].partition("</a>")[0]
    assert f'href="{URL}{page.id}?open={block.id}#block-{block.id}"' in row
    assert f'id="summary-{block.id}"' in row


async def test_history_is_one_short_list(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari)
    for at in range(9):
        await page.change(Content(name=f"Kawung {at}"), f"step {at}")
    assert await Revision.filter(page_id=page.id).count() == 9
    shown, _, rest = (
        (await html(as_sari, f"{URL}{page.id}/settings")).partition('class="revisions"')[2].partition("<details")
    )
    assert (shown.count("<li"), rest.partition("</details>")[0].count("<li")) == (5, 4)


@pytest.mark.parametrize("preset", PRESETS)
def test_the_letter_of_an_avatar_is_seen_on_every_theme(preset: str) -> None:
    for side in ("light", "dark"):
        look = theme.Theme(preset=preset, mode=side)
        shades = look.shades(side)
        assert meets_contrast(shades.mark, (shades.background, *filter(None, (shades.second,))), VISIBLE), side
        assert meets_contrast(shades.mark_ink, (shades.mark,), READABLE), side
    assert "background:var(--mark);color:var(--mark-ink)" in _avatar_rule()


def _avatar_rule() -> str:
    from app.pages.theme import stylesheet

    return stylesheet.load_stylesheets(("page",)).partition(".avatar{")[2].partition("}")[0]


async def test_the_words_of_the_builder_are_everyday_ones(as_sari: Browser, sari: Account) -> None:
    page = await Page.make(sari, "rumahkawung", rich())
    await page.change(replace(page.content, bio="Kopi"), "history")
    await User.filter(id=(await world.owner(sari)).id).update(language="id")
    i18n.set_language("id")
    paths = [f"{URL}{page.id}{part}" for part in ("", "/appearance", "/settings", "/blocks/new", "/share")]
    for path in [*paths, *(f"{URL}{page.id}?open={block.id}" for block in page.content.blocks), URL]:
        text = (await html(as_sari, path)).lower()
        for word in (
            "penonjolan",
            "baris lain",
            "yang disetujui orang",
            "isi gambarnya",
            "baris kedua",
            "muat 1",
            "turunkan",
            "megabita",
            "14 kb",
        ):
            assert not re.search(rf"\b{word}\b", text), (path, word)
