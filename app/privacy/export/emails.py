"""The email that says that an export is ready."""

from __future__ import annotations

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import bidi, i18n, site
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email
from app.privacy.export.export import KEPT_FOR

PAGE = "/dashboard/settings/data"


async def send_export_ready(user: User, account: Account | None) -> None:
    """Queues the notice that an export can be downloaded; the link leads to the page, not to the file."""
    with i18n.language_context(user.language, user.time_zone):
        about = account.name if account else user.name
        await queue_email(
            user.email,
            EmailContent(
                _("Your export is ready"),
                (
                    _("The file with the data of %(name)s is ready. It is kept for %(days)s days, then it is deleted.")
                    % {"name": bidi.isolate(about), "days": KEPT_FOR.days},
                ),
                action=(_("Download the export"), site.url("dashboard", PAGE)),
                after=(_("Before you download it, you are asked who you are. Nobody else can open it."),),
                security=True,
                why=_("Somebody who is signed in as you asked for this export."),
            ),
            kind="export",
        )
