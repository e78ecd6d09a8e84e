"""Exports a page with its pictures to one file, and imports such a file.

Exporting and importing a picture must not degrade it, but re-encoding a WebP loses some quality each time. Therefore an
export signs each picture: its seal is an HMAC, with the server's secret, over the bytes, media type and size. A picture
with a valid seal was written by our own worker, so an import stores it unchanged. A picture without one, from another
server or edited, is treated as an upload: it is re-encoded in the separate process for pictures. The seal does not
depend on the row of the picture, so a page can be exported, deleted and imported without loss.

An import checks everything it can before it stores a picture. If it fails later all the same, because another request
takes the last page of the plan in the meantime, its pictures are deleted like uploads that were never used.
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
from app.media.reencode import EncodedPicture, reencode
from app.media.upload_sandbox import MAX_BYTES, FileTooLarge, InvalidPicture
from app.names import slug as slugs
from app.names.models import Name
from app.pages.content import PICTURES, Content
from app.pages.json.block_input import prefix_field
from app.pages.models import Page
from app.pages.picture_ownership import check_picture_ownership
from app.plans import quota

FORMAT, LONGEST, MOST_PICTURES = 1, 1_600, 200


class TooManyPictures(InvalidRequest):
    """An import has more than MOST_PICTURES pictures."""

    field, says = "pictures", N_("At most %(most)s pictures can be imported at once.")


async def export_page(account: Account, page: Page) -> dict[str, Any]:
    """The draft of a page and its pictures as a dict for JSON. A picture whose file is missing is left out."""
    content, pictures = page.content, {}
    for media in await Media.owned_by(account).filter(id__in=list(content.pictures)).order_by("created_at", "id"):
        try:
            raw = await media.read()
        except NotFound:
            continue
        seal = picture_seal(raw, media.media_type, media.width, media.height)
        pictures[str(media.id)] = {
            "media_type": media.media_type,
            "width": media.width,
            "height": media.height,
            "data": base64.b64encode(raw).decode(),
            "seal": seal,
        }
    return {"kliqs_page": FORMAT, "slug": page.slug, "content": content.as_dict(), "pictures": pictures}


async def export_file(account: Account, page: Page) -> bytes:
    """The export as JSON. It is serialised in a thread, because many megabytes would block the event loop."""
    return await asyncio.to_thread(orjson.dumps, await export_page(account, page), option=orjson.OPT_INDENT_2)


def content_disposition(page: Page) -> dict[str, str]:
    """The header with the file name of an export."""
    return {"Content-Disposition": f'attachment; filename="kliqs-{page.slug}.json"'}


async def prepare_import(
    account: Account, slug: str, content: Content, pictures: Mapping[str, Mapping[str, Any]]
) -> Content:
    """Stores the pictures of an import for the account; returns the content with their new ids.

    `pictures` are the pictures of the file by their ids in it: "media_type", "width", "height", "data", "seal". Raises:
    those of Page.make as far as they can be known before, NotYourPicture, TooManyPictures, those of `reencode`.
    """
    included = [id for id in content.pictures if id in pictures]
    if len(included) > MOST_PICTURES:
        raise TooManyPictures(most=MOST_PICTURES)
    with prefix_field("content"):
        await check_picture_ownership(account, replace_picture_ids(content, dict.fromkeys(included, "")))
    await _check_limits(account, slug)
    ids = {}
    for id in included:
        with prefix_field(f"pictures.{id}"):
            ids[id] = str((await Media.store(account, await read_picture_file(pictures[id]))).id)
    return replace_picture_ids(content, ids)


async def _check_limits(account: Account, slug: str) -> None:
    """Checks the limits that Page.make enforces, before pictures are stored.

    Raises: PageLimitReached, those of `slug.check_slug`, SlugTaken.
    """
    shown = slugs.check_slug(slug)
    async with transaction():
        await quota.check_room_for_page(account, Page.owned_by(account).count)
    name = await Name.on_domain().get_or_none(folded=slugs.fold_name(shown))
    if name and not name.is_claimable_by(account):
        raise slugs.SlugTaken(shown)


async def read_picture_file(file: Mapping[str, Any]) -> EncodedPicture:
    """The picture of a file: unchanged with a valid seal, else re-encoded.

    Raises: FileTooLarge, InvalidPicture, those of `reencode`.
    """
    if len(file["data"]) > MAX_BYTES * 4 // 3 + 4:
        raise FileTooLarge
    try:
        raw = base64.b64decode(file["data"], validate=True)
    except (binascii.Error, ValueError):
        raise InvalidPicture from None
    media_type_and_size = file["media_type"], file["width"], file["height"]
    seals = _valid_seals(raw, *media_type_and_size)
    if any(hmac.compare_digest(file["seal"].encode(), seal.encode()) for seal in seals):
        return EncodedPicture(raw, *media_type_and_size)
    return await reencode(raw, longest=LONGEST, keep_alpha=file["media_type"] == "image/png")


def picture_seal(raw: bytes, media_type: str, width: int, height: int) -> str:
    """The seal that an export gives to a picture, by the newest secret of the server."""
    return _valid_seals(raw, media_type, width, height)[0]


def _valid_seals(raw: bytes, media_type: str, width: int, height: int) -> list[str]:
    """The seals of a picture by each secret of the server, that of the newest secret first."""
    return secrets.hmac_digests("picture", f"{media_type} {width} {height} {hashlib.sha256(raw).hexdigest()}")


def replace_picture_ids(content: Content, ids: Mapping[str, str]) -> Content:
    """The content with its picture ids replaced; `ids` maps old to new ones, others stay."""

    def replaced(values: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
        return {name: ids.get(value, value) if name in names else value for name, value in values.items()}

    blocks = tuple(
        replace(
            block,
            values=replaced(block.values, block.block_kind.pictures),
            items=tuple(replaced(item, block.block_kind.pictures) for item in block.items),
            thumbnail=ids.get(block.thumbnail, block.thumbnail),
        )
        for block in content.blocks
    )
    theme = replace(content.theme, picture=ids.get(content.theme.picture, content.theme.picture))
    page_pictures: dict[str, Any] = {name: ids.get(value := getattr(content, name), value) for name in PICTURES}
    return replace(content, blocks=blocks, theme=theme, **page_pictures)
