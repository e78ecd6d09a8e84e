"""Deletes an account with everything it owns, immediately and permanently; its visits follow by a job.

Its names stay held for a year, as those of deleted links do: an old URL opens nothing, and nobody else can impersonate
the previous owner. Meanwhile the names belong to the account NOBODY, which has no members.
"""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.expressions import Subquery

from app.accounts.models import Account, Session
from app.accounts.user import User
from app.audience.models import Subscriber
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_
from app.keys.models import ApiKey
from app.links.models import Link
from app.mail.models import OutgoingEmail
from app.media.models import Media
from app.media.picture_files import PictureFiles
from app.names.models import Name
from app.pages.models import Page
from app.qr.models import QrCode
from app.team.audit_log import forget_user
from app.visits import account_jobs

NOBODY = UUID(int=0)


async def count_owned_rows(account: Account) -> list[tuple[str, int]]:
    """The things that would be deleted: pairs of a label (English, to be translated) and a number."""
    return [
        (N_("Short links"), await Link.owned_by(account).count()),
        (N_("QR codes"), await QrCode.count_owned(account)),
        (N_("Bio pages"), await Page.owned_by(account).count()),
        (N_("Addresses that people left on your pages"), await Subscriber.count_owned(account)),
        (N_("Pictures"), await Media.owned_by(account).count()),
        (N_("API keys"), await ApiKey.owned_by(account).filter(revoked_at=None).count()),
    ]


async def delete_account_and_user(account: Account, user: User, password: str, session: Session | None = None) -> None:
    """Deletes an account with everything it owns, and its user; its names are held.

    Raises: those of User.verify_password.
    """
    await user.verify_password(password, session)
    now = clock.now()
    pictures = await Media.owned_by(account)
    await _ensure_nobody()
    async with transaction():
        await Name.release(Subquery(Link.filter(account_id=account.id).exclude(page_id=None).values("id")))
        names = Name.filter(account_id=account.id)
        await names.filter(held_at=None).update(held_at=now)
        await names.update(account_id=NOBODY, link_id=None, page_id=None, printed=0)
        await OutgoingEmail.filter(recipient=user.email).delete()
        await account_jobs.enqueue_deletion(account.id)
        await forget_user(user)
        await Account.filter(id=account.id).delete()
        await User.filter(id=user.id).delete()
    for media in pictures:  # the nightly sweep deletes those that are left when the process ends here
        await PictureFiles(media.file, media.variants).delete()


async def _ensure_nobody() -> None:
    """Creates the account NOBODY if it does not exist."""
    now = clock.now()
    with suppress(IntegrityError):  # it exists already
        async with transaction():
            await Account.create(id=NOBODY, name="", language="id", created_at=now)
