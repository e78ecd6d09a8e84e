"""The pictures of posts as a model sees them that describes them (gateway/assistant): their small posters."""

from __future__ import annotations

from uuid import UUID

from app.accounts.models import Account
from app.gateway.assistant.pictures import PictureBytes, register_pictures
from app.publishing.files import file_store
from app.publishing.files.post_file import PostFile


async def load_poster(account: Account, id: UUID) -> PictureBytes | None:
    """Returns the poster of a file of the account; None where it has none yet."""
    file = await PostFile.owned_by(account).get_or_none(id=id)
    if file is None or not file.poster:
        return None
    return PictureBytes(await file_store.read(file.poster), "image/webp")


register_pictures("post_file", load_poster)
