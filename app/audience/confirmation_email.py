"""The only email that subscribers get: it asks whether the address is right.

It contains nothing that the owner of a page wrote, so that nobody can use Kliqs to send words of their own to
strangers.
"""

from __future__ import annotations

from app.kernel import i18n, site
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email
from app.pages.models import Page

PATH = "/audience/"


def confirmation_url(token: str) -> str:
    """The URL that confirms or unsubscribes with a token."""
    return site.url("public", PATH + token)


async def send_confirmation(email: str, page: Page, language: str, token: str, *, waiting: bool = True) -> None:
    """Queues the email to an address, in the language of the page.

    `waiting` is true for an address that is not on the list until it confirms. Otherwise it was on the list before and
    keeps its status without an answer.
    """
    with i18n.language_context(language):
        await queue_email(
            email,
            EmailContent(
                _("Confirm your address for %(page)s") % {"page": page.display_url},
                (
                    _("Somebody, probably you, left this address on %(page)s to hear news.") % {"page": page.url},
                    _("If that is right, open this page and confirm it:"),
                ),
                action=(_("Confirm the address"), confirmation_url(token)),
                after=(_if_not_you(waiting=waiting),),
                why=_("This is the only mail that Kliqs sends you about it."),
            ),
            kind="subscribing",
        )


def _if_not_you(*, waiting: bool) -> str:
    """The paragraph that says what happens to the address of somebody who did not enter it; `waiting` as in
    `send_confirmation`.
    """
    if waiting:
        return _(
            "If it was not you, do nothing: the address is deleted by itself after 30 days, and on that page you can "
            "delete it at once."
        )
    return _(
        "If it was not you, do nothing: everything stays as it is, and on that page you can delete your address at "
        "once."
    )
