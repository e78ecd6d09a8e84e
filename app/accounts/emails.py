"""The emails that a user gets: the welcome and security notices, in their language and time zone."""

from __future__ import annotations

from app.accounts.security_notice import Recipient, SecurityNotice, not_you_paragraph
from app.kernel import bidi, i18n, site
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email


async def send_welcome(account: Recipient) -> None:
    """Queues the welcome email, once, in the transaction that opens the account."""
    with i18n.language_context(account.language, account.time_zone):
        await queue_email(
            account.email,
            EmailContent(
                _("Welcome to Kliqs, %(name)s") % {"name": bidi.isolate(account.name)},
                (
                    _("Your account is open, and you sign in with %(email)s. Three good first steps:")
                    % {"email": account.email},
                ),
                steps=_first_steps(),
                after=(
                    _("It was not you? Somebody typed your address by mistake. Tell whoever runs %(host)s.") % _host(),
                ),
                why=_("You get this once, because an account was opened with this address at %(host)s.") % _host(),
            ),
            kind="welcome",
        )


async def send_password_changed(account: Recipient, device: str) -> None:
    """Queues the notice of a changed password; `device` is such as `Chrome · Windows`, or empty."""
    with i18n.language_context(account.language, account.time_zone):
        opening = _(
            "The password of your account was changed just now, and every other device is signed out. If it was "
            "you, there is nothing to do."
        )
        why = _("Kliqs tells you whenever your password changes.")
        await SecurityNotice("password", _("Your password was changed"), (opening,), why=why, device=device).queue(
            account
        )


async def send_email_changed(account: Recipient, device: str, restore_url: str = "") -> None:
    """Queues the notice of a changed email address, to the old address.

    `restore_url` puts that back; without it the notice has no button, because an even older address was put back.
    """
    with i18n.language_context(account.language, account.time_zone):
        opening = _(
            "This address no longer opens your account: another one was set just now. If it was you, there is "
            "nothing to do."
        )
        lasts = _("The button works for a week. It signs out every device and asks you for a new password.")
        warning = _("Somebody has changed your address? Then they may know your password, too.")
        await SecurityNotice(
            "moved",
            _("You sign in with another address now"),
            (opening,),
            why=_("Kliqs tells you whenever your address changes."),
            device=device,
            action=(_("This was not me: put it back"), restore_url),
            has_button=bool(restore_url),
            after=(lasts, warning) if restore_url else (warning,),
        ).queue(account)


async def send_new_sign_in(account: Recipient, device: str) -> None:
    """Queues the notice of a sign-in from a browser that never signed in to the account before."""
    with i18n.language_context(account.language, account.time_zone):
        opening = _("A browser that has not signed in before did so just now. If it was you, there is nothing to do.")
        why = _("Kliqs tells you whenever a browser signs in that it does not know.")
        await SecurityNotice("sign_in", _("New sign-in to your account"), (opening,), why=why, device=device).queue(
            account
        )


async def send_key_made(account: Recipient, key: str, device: str) -> None:
    """Queues the notice of a new API key with the name `key`."""
    with i18n.language_context(account.language, account.time_zone):
        opening = _("The API key “%(name)s” was made just now. Whoever has it can do what you can, by a program.")
        await SecurityNotice(
            "key",
            _("A new API key"),
            (opening % {"name": bidi.isolate(key)},),
            why=_("Kliqs tells you whenever an API key is made."),
            device=device,
            after=(not_you_paragraph(), _("Then revoke the key in the settings.")),
        ).queue(account)


def _first_steps() -> tuple[tuple[str, str, str], ...]:
    """The steps that the welcome suggests: title, reason and URL of each."""
    return (
        (
            _("Shorten your first link"),
            _("Paste a long address; you can change where it leads later."),
            site.url("dashboard", "/dashboard/links/"),
        ),
        (
            _("Make a QR code"),
            _("For a table, a poster or a package; every scan is counted."),
            site.url("dashboard", "/dashboard/qr/"),
        ),
        (
            _("Build your bio page"),
            _("All your links on one page, for the one link in your profile."),
            site.url("dashboard", "/dashboard/pages/"),
        ),
    )


def _host() -> dict[str, str]:
    return {"host": site.current().host("dashboard")}
