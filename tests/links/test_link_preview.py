"""The preview of a link: edited with a card beside it, and its picture is kept as long as a link shows it."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from PIL import Image
from quart.datastructures import FileStorage

from app.accounts.models import Account
from app.links.lifecycle import RESTORABLE_FOR
from app.links.models import Link
from app.media.models import Media, NotYourPicture
from app.media.orphans import delete_orphans
from app.media.picture_shapes import SHAPES
from app.media.reencode import EncodedPicture
from app.ops.retention_sweep import delete_expired
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.links.checker.test_views import html


def picture() -> FileStorage:
    """A file as somebody chooses it, of another shape than a card."""
    buffer = BytesIO()
    Image.new("RGB", (2000, 1500), "teal").save(buffer, "PNG")
    buffer.seek(0)
    return FileStorage(buffer, "card.png", "picture", "image/png")


HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


async def stored(account: Account, content: bytes = b"picture") -> Media:
    """A picture of the account, as if it had been uploaded."""
    return await Media.store(account, EncodedPicture(content, "image/webp", 1200, 630, {"600.webp": content}))


def path(link: Link, tail: str = "") -> str:
    return f"/dashboard/links/{link.id}/preview{tail}"


async def test_a_preview_is_saved_and_shown(as_sari: Browser, sari: Account) -> None:
    link, media = await world.shorten(sari, "promo"), await stored(sari)
    page = await html(as_sari, path(link))
    assert "kliqs.test/promo" in page and "Remove the preview" not in page
    form = {
        "preview_title": " Sepatu <lari> ",
        "preview_description": "Diskon 20%",
        "preview_picture_id": str(media.id),
        "version": str(link.version),
    }
    response = await as_sari.post(path(link), form=form)
    assert response.status_code == 303
    link = await Link.get(id=link.id)
    assert (link.preview_title, link.preview_description, link.preview_picture_id) == (
        "Sepatu <lari>",
        "Diskon 20%",
        media.id,
    )
    page = await html(as_sari, path(link))
    assert "Sepatu &lt;lari&gt;" in page and media.src(960) in page
    response = await as_sari.post(path(link), form=form | {"remove": "1", "version": str(link.version)})
    link = await Link.get(id=link.id)
    assert (link.preview_title, link.preview_description, link.preview_picture_id) == ("", "", None)


async def test_the_card_is_drawn_of_what_is_typed_and_nothing_is_saved(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    typed = {"preview_title": "Baru", "preview_description": "Teks", "version": "1"}
    response = await as_sari.post(path(link, "/card"), form=typed, headers=HX)
    card = await response.get_data(as_text=True)
    assert "Baru" in card and "Teks" in card and "<form" not in card
    response = await as_sari.post(path(link, "/card"), form=typed)  # without scripts
    page = await response.get_data(as_text=True)
    assert page.count("Baru") == 2 and "<form" in page  # in its field and on the card
    assert not (await Link.get(id=link.id)).preview_title


async def test_a_text_that_is_too_long_is_said_by_its_field_and_kept(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    form = {"preview_title": "x" * 201, "preview_description": "y" * 501, "version": "1"}
    response = await as_sari.post(path(link), form=form)
    page = await response.get_data(as_text=True)
    assert response.status_code == 400 and page.count('aria-invalid="true"') == 2 and "x" * 201 in page


async def test_a_preview_that_was_changed_elsewhere_is_not_overwritten(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, title="Lain")
    response = await as_sari.post(path(link), form={"preview_title": "Baru", "version": "1"})
    assert response.status_code == 422 and not (await Link.get(id=link.id)).preview_title


async def test_the_picture_of_somebody_else_is_refused(as_sari: Browser, sari: Account, budi: Account) -> None:
    link, media = await world.shorten(sari, "promo"), await stored(budi)
    response = await as_sari.post(path(link), form={"preview_picture_id": str(media.id), "version": "1"})
    assert response.status_code == 400 and "Kamu tidak punya gambar itu" in await response.get_data(as_text=True)
    response = await as_sari.post(path(link, "/card"), form={"preview_picture_id": str(media.id)}, headers=HX)
    assert "<img" not in await response.get_data(as_text=True)
    for id in (media.id, uuid4()):
        with pytest.raises(NotYourPicture):
            await Link.shorten(sari, url=world.DESTINATION, preview_picture_id=id)


async def test_a_strangers_link_has_no_such_page(as_sari: Browser, budi: Account, sari: Account) -> None:
    link = await world.shorten(budi)
    responses = [await as_sari.get(path(link)), await as_sari.post(path(link), form={"preview_title": "x"})]
    assert [response.status_code for response in [*responses, await as_sari.post(path(link, "/card"), form={})]] == [
        404
    ] * 3


async def test_an_upload_has_the_shape_of_a_card(as_sari: Browser, sari: Account) -> None:
    shape = SHAPES["card"]
    response = await as_sari.post(
        "/dashboard/media/?name=preview_picture_id&purpose=card", form={}, files={"picture": picture()}, headers=HX
    )
    fragment = await response.get_data(as_text=True)
    [media] = await Media.all()
    assert response.status_code == 200 and f'name="preview_picture_id" value="{media.id}"' in fragment
    assert abs(media.width / media.height - shape.aspect) < 0.02


async def test_a_picture_is_kept_while_a_link_shows_it_even_one_in_the_trash(sari: Account, moved: Clock) -> None:
    media = await stored(sari)
    link = await Link.shorten(sari, url=world.DESTINATION, preview_picture_id=media.id)
    moved.on(timedelta(days=2))
    await delete_orphans()
    assert await Media.exists(id=media.id)
    await link.soft_delete(sari)
    await delete_orphans()
    assert await Media.exists(id=media.id)
    moved.on(RESTORABLE_FOR + timedelta(seconds=1))
    await delete_expired()
    await delete_orphans()
    assert not await Media.exists(id=media.id)


async def test_a_picture_that_no_link_shows_any_more_goes(sari: Account, moved: Clock) -> None:
    media = await stored(sari)
    link = await Link.shorten(sari, url=world.DESTINATION, preview_picture_id=media.id)
    await link.edit(sari, preview_picture_id=None)
    moved.on(timedelta(days=2))
    await delete_orphans()
    assert not await Media.exists(id=media.id)
