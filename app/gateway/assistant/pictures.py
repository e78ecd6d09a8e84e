"""The pictures that can be described: each kind is registered by the package that keeps it."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable
from typing import NamedTuple
from uuid import UUID

from app.accounts.models import Account
from app.media import file_store
from app.media.models import Media
from app.media.picture_files import webp_at_least

WIDTH = 640  # pixels, of which models see enough
MOST_BYTES = 4 * 1024 * 1024


class PictureBytes(NamedTuple):
    """A picture as a model gets it."""

    content: bytes
    media_type: str

    @property
    def data_url(self) -> str:
        """The picture as a data: URL."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.content).decode()}"


Load = Callable[[Account, UUID], Awaitable[PictureBytes | None]]
_loaders: dict[str, Load] = {}


def register_pictures(kind: str, load: Load) -> None:
    """Registers how pictures of a kind are loaded; `load` returns None for one that is not the account's."""
    _loaders[kind] = load


async def load_picture(account: Account, kind: str, id: UUID) -> PictureBytes | None:
    """Returns a picture of the account; None where there is none that a model could look at."""
    load = _loaders.get(kind)
    picture = await load(account, id) if load else None
    return picture if picture and len(picture.content) <= MOST_BYTES else None


async def _load_media(account: Account, id: UUID) -> PictureBytes | None:
    picture = await Media.owned_by(account).get_or_none(id=id)
    if picture is None:
        return None
    file = webp_at_least(picture.variants, WIDTH) or picture.file
    return PictureBytes(await file_store.read_file(file), file_store.media_type_of(file))


register_pictures("media", _load_media)
