"""The emails with links and codes: short, in the language of their reader, with the two words that the page shows.

None has a secret in its subject, which is kept longer than its text.
"""

from __future__ import annotations

from datetime import timedelta

from app.accounts.security_notice import Recipient
from app.kernel import clock, i18n, site
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email
from app.sign_in.mailed_code import CODE_LIFETIME
from app.sign_in.mailed_link import RESET, SIGN_IN, MailedLink

LOGIN, FORGOTTEN = "/login", "/login/forgotten"


def link_url(purpose: str, token: str) -> str:
    """The address of a link: `https://…/login/link/<token>`, `/login/reset/…` or `/login/restore/…`."""
    return site.url("dashboard", f"{LOGIN}/{'link' if purpose == SIGN_IN else purpose}/{token}")


async def send_sign_in_link(user: Recipient, link: MailedLink, token: str) -> None:
    """Queues the email with a sign-in link."""
    with i18n.language_context(user.language, user.time_zone):
        content = EmailContent(
            _("Your sign-in link"),
            (_("The button signs you in, once, until %(time)s.") % {"time": i18n.format_datetime(link.expires_at)},),
            facts=_facts(link.words, link.device),
            action=(_("Sign in to Kliqs"), link_url(SIGN_IN, token)),
            after=(_ignore(),),
            security=True,
            why=_("You get this because somebody asked for a sign-in link for this address."),
        )
        await queue_email(user.email, content, kind="sign_in_link")


async def send_reset_link(user: Recipient, link: MailedLink, token: str) -> None:
    """Queues the email with a link to choose a new password."""
    with i18n.language_context(user.language, user.time_zone):
        content = EmailContent(
            _("Choose a new password"),
            (
                _("The button lets you choose a new password, once, until %(time)s. It signs out every device.")
                % {"time": i18n.format_datetime(link.expires_at)},
            ),
            facts=_facts(link.words, link.device),
            action=(_("Choose a new password"), link_url(RESET, token)),
            after=(_ignore(),),
            security=True,
            why=_("You get this because somebody said that the password of this address is forgotten."),
        )
        await queue_email(user.email, content, kind="reset")


async def send_operator_reset_link(user: Recipient, token: str, lifetime: timedelta) -> None:
    """Queues the email with a link to choose a new password that the operator was asked for."""
    with i18n.language_context(user.language, user.time_zone):
        content = EmailContent(
            _("Choose a new password"),
            (
                _("The button lets you choose a new password, once, until %(time)s. It signs out every device.")
                % {"time": i18n.format_datetime(clock.now() + lifetime)},
            ),
            action=(_("Choose a new password"), link_url(RESET, token)),
            after=(_("You did not ask for it? Do not use it; there is nothing else to do."),),
            security=True,
            why=_("You get this because the operator of this site was asked for it."),
        )
        await queue_email(user.email, content, kind="reset")


async def send_code(email: str, language: str, time_zone: str, *, code: str, words: str, device: str) -> None:
    """Queues the email with a code that proves that its reader has the address."""
    with i18n.language_context(language, time_zone):
        content = EmailContent(
            _("Your code for Kliqs"),
            (_("Type it on the page where you asked for it. It works for %(minutes)s minutes.") % _minutes(),),
            facts=((_("Code"), code), *_facts(words, device)),
            after=(_("Somebody else asks you for it? It is a trick: we never do. Otherwise there is nothing to do."),),
            security=True,
            why=_("You get this because this address was typed at %(host)s.") % _host(),
        )
        await queue_email(email, content, kind="code")


async def send_account_exists(user: Recipient, *, words: str, device: str) -> None:
    """Queues the email to somebody whose address was typed to sign up with, although they have an account."""
    with i18n.language_context(user.language, user.time_zone):
        content = EmailContent(
            _("You have an account already"),
            (_("Somebody just typed this address for an account, but there is one with it already. Sign in instead."),),
            facts=_facts(words, device),
            action=(_("Sign in to Kliqs"), site.url("dashboard", LOGIN)),
            after=(
                _("Forgotten the password? Choose a new one at %(url)s") % {"url": site.url("dashboard", FORGOTTEN)},
                _ignore(),
            ),
            security=True,
            why=_("You get this because this address was typed at %(host)s.") % _host(),
        )
        await queue_email(user.email, content, kind="account_exists")


def _facts(words: str, device: str) -> tuple[tuple[str, str], ...]:
    return (
        (_("Words on the page"), words),
        (_("When"), i18n.format_datetime(clock.now())),
        (_("Device"), device or _("Unknown device")),
    )


def _ignore() -> str:
    return _("It was not you, or the page shows other words? Do not use it; there is nothing else to do.")


def _minutes() -> dict[str, int]:
    return {"minutes": int(CODE_LIFETIME.total_seconds()) // 60}


def _host() -> dict[str, str]:
    return {"host": site.current().host("dashboard")}
