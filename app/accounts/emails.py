"""The emails that an account gets: the welcome and the security notices, in its language and time zone.

Security notices cannot be switched off. They name the family of the browser and of the system, which is not stored with
the account.
"""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from app.accounts.disown import PATH as DISOWN_PATH
from app.accounts.disown import DisownLink
from app.kernel import bidi, clock, i18n, site
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email


class Recipient(Protocol):
    """The attributes of a user that are needed to send them an email."""

    id: UUID
    name: str
    email: str
    language: str
    time_zone: str


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
        await queue_email(
            account.email,
            EmailContent(
                _("Your password was changed"),
                (
                    _(
                        "The password of your account was changed just now, and every other device is signed "
                        "out. If it was "
                        "you, there is nothing to do."
                    ),
                ),
                facts=_facts(device),
                action=(_("This was not me"), await disown_url(account)),
                after=(not_you(),),
                security=True,
                why=_("Kliqs tells you whenever your password changes."),
            ),
            kind="password",
        )


async def send_email_changed(account: Recipient, device: str, restore_url: str = "") -> None:
    """Queues the notice of a changed email address, to the old address.

    `restore_url` puts that back; without it the notice has no button, because an even older address was put back.
    """
    with i18n.language_context(account.language, account.time_zone):
        action = (_("This was not me: put it back"), restore_url)
        lasts = _("The button works for a week. It signs out every device and asks you for a new password.")
        warning = _("Somebody has changed your address? Then they may know your password, too.")
        content = EmailContent(
            _("You sign in with another address now"),
            (
                _(
                    "This address no longer opens your account: another one was set just now. If it was you, there is "
                    "nothing to do."
                ),
            ),
            facts=_facts(device),
            action=action if restore_url else None,
            after=(lasts, warning) if restore_url else (warning,),
            security=True,
            why=_("Kliqs tells you whenever your address changes."),
        )
        await queue_email(account.email, content, kind="moved")


async def send_new_sign_in(account: Recipient, device: str) -> None:
    """Queues the notice of a sign-in from a browser that never signed in to the account before."""
    with i18n.language_context(account.language, account.time_zone):
        await queue_email(
            account.email,
            EmailContent(
                _("New sign-in to your account"),
                (_("A browser that has not signed in before did so just now. If it was you, there is nothing to do."),),
                facts=_facts(device),
                action=(_("This was not me"), await disown_url(account)),
                after=(not_you(),),
                security=True,
                why=_("Kliqs tells you whenever a browser signs in that it does not know."),
            ),
            kind="sign_in",
        )


async def send_key_made(account: Recipient, key: str, device: str) -> None:
    """Queues the notice of a new API key with the name `key`."""
    with i18n.language_context(account.language, account.time_zone):
        await queue_email(
            account.email,
            EmailContent(
                _("A new API key"),
                (
                    _("The API key “%(name)s” was made just now. Whoever has it can do what you can, by a program.")
                    % {"name": bidi.isolate(key)},
                ),
                facts=_facts(device),
                action=(_("This was not me"), await disown_url(account)),
                after=(not_you(), _("Then revoke the key in the settings.")),
                security=True,
                why=_("Kliqs tells you whenever an API key is made."),
            ),
            kind="key",
        )


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


def _facts(device: str) -> tuple[tuple[str, str], ...]:
    return (_("When"), i18n.format_datetime(clock.now())), (_("Device"), device or _("Unknown device"))


async def disown_url(account: Recipient) -> str:
    """Makes a link by which a user says that it was not them; call it in the transaction that queues the email."""
    return site.url("dashboard", DISOWN_PATH + await DisownLink.make(account.id))


def not_you() -> str:
    """The paragraph that explains the button of that link."""
    return _(
        "It was not you? Then somebody else got in. The button signs out every device and makes the password "
        "worthless; you choose a new one. It works for 7 days."
    )


def _host() -> dict[str, str]:
    return {"host": site.current().host("dashboard")}
