"""The one mail there is: whether an address is right. Nothing that the owner of a page wrote stands in it, so that
nobody can have us send words of theirs to strangers."""

from __future__ import annotations

from app.kernel import i18n, site
from app.kernel.i18n import gettext as _
from app.mail.compose import Words, write
from app.pages.models import Page

PATH = "/audience/"


def address(token: str) -> str:
    """Where a token is used."""
    return site.url("public", PATH + token)


async def ask(email: str, page: Page, language: str, token: str, *, waiting: bool = True) -> None:
    """Asks the owner of an address, in the language of the page.

    One that is not `waiting` for an answer yet was on the list before, and stays as it is without one.
    """
    with i18n.speaking(language):
        await write(email, Words(
            _("Confirm your address for %(page)s") % {"page": page.shown},
            (_("Somebody, probably you, left this address on %(page)s to hear news.") % {"page": page.url},
             _("If that is right, open this page and confirm it:")),
            action=(_("Confirm the address"), address(token)),
            after=(_("If it was not you, do nothing: the address is deleted by itself after 30 days, and on that page "
                     "you can delete it at once.") if waiting else
                   _("If it was not you, do nothing: everything stays as it is, and on that page you can delete your "
                     "address at once."),),
            why=_("This is the only mail that Kliqs sends you about it."),
        ), kind="subscribing")
