"""The picture of a user: an upload of an account that they own, and the small file of it that the dashboard shows.

It never takes the room of an account of others: an editor or viewer who owns none has no picture.
"""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from app.accounts import owned_files
from app.accounts.models import Account
from app.accounts.owned_files import OwnedFile
from app.accounts.request_account import owned_accounts
from app.accounts.user import User
from app.kernel import clock
from app.kernel.refusal import N_, Refusal
from app.media import orphans
from app.media.models import Media
from app.media.picture_files import webp_at_least
from app.media.references import register_usage

AVATAR_WIDTH = 160  # pixels: twice the width of the largest avatar on a page

register_usage("SELECT 1 FROM users WHERE avatar_id = media.id")


async def _find_avatar(user_id: UUID) -> list[OwnedFile]:
    """Returns the avatar of a user, to be deleted if nothing else shows it; one of today goes with the next sweep."""
    ids: list[Any] = await User.filter(id=user_id).exclude(avatar_id=None).values_list("avatar_id", flat=True)
    before = clock.now() - orphans.MIN_AGE
    return [OwnedFile(User, user_id, partial(orphans.delete_if_unused, id, before)) for id in ids]


owned_files.OF_USERS.append(_find_avatar)


class NoRoomOfOwn(Refusal):
    """Raised when somebody who owns no account uploads a picture of themselves."""

    code, field = "NO_ROOM_OF_OWN", "avatar"
    says = N_("Your picture is kept in a workspace that you own, and you own none.")


def account_for_avatar() -> Account:
    """Returns the account that keeps the signed-in user's picture: the first that they own. Raises: NoRoomOfOwn."""
    accounts = owned_accounts()
    if not accounts:
        raise NoRoomOfOwn
    return accounts[0]


async def set_avatar(user: User, id: str) -> None:
    """Sets the picture with this id as the user's avatar; any other than of the account that keeps it, or an empty id,
    removes the avatar.
    """
    media = (await Media.protect_many(account_for_avatar().id, [id])).get(id) if id and owned_accounts() else None
    user.avatar_id = media.id if media else None
    user.avatar_file = (webp_at_least(media.variants, AVATAR_WIDTH) or media.file) if media else ""
    await user.save(update_fields=["avatar_id", "avatar_file"])


async def get_avatar(user: User) -> Media | None:
    """The picture that is the user's avatar, or None."""
    return await Media.get_or_none(id=user.avatar_id) if user.avatar_id else None
