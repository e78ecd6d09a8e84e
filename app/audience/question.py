"""The one mail there is: whether an address is right. Nothing that the owner of a page wrote stands in it, so that
nobody can have us send words of theirs to strangers."""

from __future__ import annotations

from app.kernel import i18n, mail, site
from app.kernel.i18n import gettext as _
from app.pages.models import Page

PATH = "/audience/"


def address(token: str) -> str:
    """Where a token is used."""
    return site.url("public", PATH + token)


async def ask(email: str, page: Page, language: str, token: str) -> None:
    """Asks the owner of an address, in the language of the page."""
    before = i18n.language()
    i18n.use(language)
    try:
        subject = _("Confirm your address for %(page)s") % {"page": page.shown}
        text = "\n\n".join((
            _("Somebody, probably you, left this address on %(page)s to hear news.") % {"page": page.url},
            _("If that is right, open this page and confirm it:"), address(token),
            _("If it was not you, do nothing: the address is deleted by itself after 30 days, and on that page you can "
              "delete it at once."),
            _("This is the only mail that Kliqs sends you about it."),
        ))
    finally:
        i18n.use(before)
    await mail.put(email, subject, f"{text}\n")
