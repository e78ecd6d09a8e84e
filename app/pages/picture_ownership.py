"""Checks that the pictures of a page belong to its account. Every way to change a page uses this check."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from app.accounts.models import Account
from app.kernel.uuid_parser import parse_uuid
from app.media.models import Media, NotYourPicture
from app.pages.content import PICTURES, Content


def picture_paths(content: Content) -> Iterator[tuple[str, str]]:
    """Every picture of a page as its path in the content, such as `blocks.2.items.0.picture`, and its id."""
    yield from ((name, getattr(content, name)) for name in PICTURES if getattr(content, name))
    if content.theme.picture:
        yield "theme.picture", content.theme.picture
    for at, block in enumerate(content.blocks):
        lines = [("", block.values), *((f"items.{index}.", item) for index, item in enumerate(block.items))]
        names = block.block_kind.pictures
        for prefix, line in lines:
            yield from ((f"blocks.{at}.{prefix}{name}", line[name]) for name in names if line.get(name))
        if block.thumbnail:
            yield f"blocks.{at}.thumbnail", block.thumbnail


async def check_picture_ownership(account: Account, content: Content, before: Content | None = None) -> None:
    """Checks that all pictures of the content belong to the account; pictures of `before` are not checked again.

    Raises: NotYourPicture, with the picture's path in the content as its field.
    """
    path_by_id: dict[str, str] = {}
    for path, id in picture_paths(content):
        if before is None or id not in before.pictures:
            path_by_id.setdefault(id, path)
    uuids = {id: uuid for id in path_by_id if (uuid := _parse_lower_case(id))}
    owned_media = Media.owned_by(account).filter(id__in=list(uuids.values())).only("id")
    owned = {media.id for media in await owned_media} if uuids else set()
    for id, path in path_by_id.items():
        if uuids.get(id) not in owned:
            raise NotYourPicture(field=path)


def _parse_lower_case(text: str) -> UUID | None:
    """The UUID, or None unless it is written in lower case: pages are compared and exported as text."""
    return parse_uuid(text) if text == text.lower() else None
