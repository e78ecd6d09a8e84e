"""A whole page as one file, its pictures in it, and a page out of such a file.

A picture of ours must not lose anything on its way out and in again, and drawing a WebP anew loses some each time. So
an export seals each picture: an HMAC by the server's own secret over its bytes, kind and size. A picture whose seal is
right is one that our own worker wrote, to the byte, so it is kept as it is; without a right seal, from another server
or by another hand, it is a stranger's upload, opened in the process apart and drawn anew. The seal outlives the row of
the picture, which is what makes export, delete and import exact.

Everything that can be refused is, before a picture is kept; pictures of an import that fails after that all the same
(two take the last page at once) are like uploads that were never used.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import orjson

from app.accounts.models import Account
from app.kernel import secrets
from app.kernel.db import transaction
from app.kernel.refusal import N_, InvalidRequest, NotFound
from app.media.models import Media
from app.media.reencode import Picture, reencode
from app.media.upload import MOST_BYTES, InvalidPicture, TooHeavy
from app.names import slug as slugs
from app.names.models import Name
from app.pages.content import PICTURES, Content
from app.pages.json.block_input import within
from app.pages.models import Page
from app.pages.picture_ownership import owning
from app.plans import quota

FORMAT, LONGEST, MOST_PICTURES = 1, 1_600, 200


class TooManyPictures(InvalidRequest):
    field, says = "pictures", N_("At most %(most)s pictures can be imported at once.")


async def exported(account: Account, page: Page) -> dict[str, Any]:
    """The page as plain values for a file. A picture whose file is lost is left out."""
    content, pictures = page.content, {}
    for media in await Media.owned_by(account).filter(id__in=list(content.pictures)).order_by("created_at", "id"):
        try:
            raw = await media.read()
        except NotFound:
            continue
        pictures[str(media.id)] = {
            "media_type": media.media_type, "width": media.width, "height": media.height,
            "data": base64.b64encode(raw).decode(), "seal": _seals(raw, media.media_type, media.width, media.height)[0],
        }
    return {"kliqs_page": FORMAT, "slug": page.slug, "content": content.as_dict(), "pictures": pictures}


async def file_of(account: Account, page: Page) -> bytes:
    """The export as JSON; made beside the loop, which many megabytes would hold up."""
    return await asyncio.to_thread(orjson.dumps, await exported(account, page), option=orjson.OPT_INDENT_2)


def named(page: Page) -> dict[str, str]:
    """The header that says what the file is called."""
    return {"Content-Disposition": f'attachment; filename="kliqs-{page.slug}.json"'}


async def prepared(account: Account, slug: str, content: Content, pictures: Mapping[str, Mapping[str, Any]]) -> Content:
    """The content with its pictures kept for this account; their ids may be others then.

    Refusals: those of Page.open as far as they can be known before, NotYourPicture, TooManyPictures, those of uploads.
    """
    brought = [id for id in content.pictures if id in pictures]
    if len(brought) > MOST_PICTURES:
        raise TooManyPictures(most=MOST_PICTURES)
    with within("content"):
        await owning(account, moved(content, dict.fromkeys(brought, "")))
    await _expect_room(account, slug)
    ids = {}
    for id in brought:
        with within(f"pictures.{id}"):
            ids[id] = str((await Media.keep(account, await _opened(pictures[id]))).id)
    return moved(content, ids)


async def _expect_room(account: Account, slug: str) -> None:
    """Refusals: PageLimitReached, those of `slugs.checked`, SlugTaken. What decides is Page.open."""
    shown = slugs.checked(slug)
    async with transaction():
        await quota.take_pages(account, Page.owned_by(account).count)
    name = await Name.get_or_none(folded=slugs.fold(shown))
    if name and not name.free_for(account):
        raise slugs.SlugTaken(shown)


async def _opened(file: Mapping[str, Any]) -> Picture:
    """Refusals: those of `reencode`."""
    if len(file["data"]) > MOST_BYTES * 4 // 3 + 4:
        raise TooHeavy
    try:
        raw = base64.b64decode(file["data"], validate=True)
    except (binascii.Error, ValueError):
        raise InvalidPicture from None
    facts = file["media_type"], file["width"], file["height"]
    if any(hmac.compare_digest(file["seal"].encode(), seal.encode()) for seal in _seals(raw, *facts)):
        return Picture(raw, *facts)
    return await reencode(raw, longest=LONGEST, keep_alpha=file["media_type"] == "image/png")


def _seals(raw: bytes, media_type: str, width: int, height: int) -> list[str]:
    """What says that we wrote these very bytes, by each secret of the server, newest first."""
    return secrets.peppered("picture", f"{media_type} {width} {height} {hashlib.sha256(raw).hexdigest()}")


def moved(content: Content, ids: Mapping[str, str]) -> Content:
    """The content with other ids of pictures."""
    def line(given: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
        return {name: ids.get(value, value) if name in names else value for name, value in given.items()}

    blocks = tuple(
        replace(block, given=line(block.given, block.kin.pictures), thumbnail=ids.get(block.thumbnail, block.thumbnail),
                items=tuple(line(one, block.kin.pictures) for one in block.items)) for block in content.blocks)
    theme = replace(content.theme, picture=ids.get(content.theme.picture, content.theme.picture))
    seen: dict[str, Any] = {name: ids.get(value := getattr(content, name), value) for name in PICTURES}
    return replace(content, blocks=blocks, theme=theme, **seen)
