"""The pictures of a page are the account's own: the one place where that is looked after."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from app.accounts.models import Account
from app.kernel.refusal import N_, InvalidRequest
from app.kernel.uuid_parser import parse_uuid
from app.media.models import Media
from app.pages.content import PICTURES, Content


class NotYourPicture(InvalidRequest):
    says = N_("There is no such picture of yours. Upload it first.")


def places(content: Content) -> Iterator[tuple[str, str]]:
    """Every picture of a page: where it stands, such as `blocks.2.items.0.picture`, and its id."""
    yield from ((name, getattr(content, name)) for name in PICTURES if getattr(content, name))
    if content.theme.picture:
        yield "theme.picture", content.theme.picture
    for at, block in enumerate(content.blocks):
        lines = [("", block.given), *((f"items.{line}.", given) for line, given in enumerate(block.items))]
        for inside, given in lines:
            yield from ((f"blocks.{at}.{inside}{name}", given[name]) for name in block.kin.pictures if given.get(name))
        if block.thumbnail:
            yield f"blocks.{at}.thumbnail", block.thumbnail


async def owning(account: Account, content: Content, before: Content | None = None) -> None:
    """Refuses content with pictures that are not the account's, and that it had not `before`.

    Refusals: NotYourPicture, by its place.
    """
    asked: dict[str, str] = {}
    for place, id in places(content):
        if before is None or id not in before.pictures:
            asked.setdefault(id, place)
    ids = {id: found for id in asked if (found := _uuid(id))}
    mine = Media.owned_by(account).filter(id__in=list(ids.values())).only("id")
    there = {one.id for one in await mine} if ids else set()
    for id, place in asked.items():
        if ids.get(id) not in there:
            raise NotYourPicture(field=place)


def _uuid(text: str) -> UUID | None:
    """Only as we write them: pages are compared and exported as text."""
    return parse_uuid(text) if text == text.lower() else None
