"""The emails that tell a user about their second factor. They are security notices, which nobody can switch off."""

from __future__ import annotations

from typing import NamedTuple

from quart import has_request_context

from app.accounts.security_notice import SecurityNotice
from app.accounts.user import User
from app.kernel import i18n, site
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.mail.compose import EmailContent, queue_email
from app.web import client_info


class Notice(NamedTuple):
    """The words of a notice, in English, to be translated."""

    subject: str
    opening: str


NOTICES = {  # by the kind of the event in the security log
    "authenticator_on": Notice(
        N_("The authenticator app is on"),
        N_("From now on, signing in asks for six digits from your app. Keep the ten recovery codes in a safe place."),
    ),
    "authenticator_moved": Notice(
        N_("Your authenticator app moved"),
        N_("Another phone shows the codes for signing in now; those of the earlier one no longer work."),
    ),
    "authenticator_off": Notice(
        N_("The authenticator app is off"),
        N_("Signing in no longer asks for a code. The recovery codes and trusted browsers have ended too."),
    ),
    "new_recovery_codes": Notice(
        N_("You have new recovery codes"), N_("Ten new recovery codes were made, and your earlier ones have ended.")
    ),
    "recovery_code_used": Notice(
        N_("A recovery code was used"), N_("One of your recovery codes was used just now and does not work again.")
    ),
    "wrong_codes": Notice(
        N_("Somebody may know your password"),
        N_("Your password was typed just now, and then five wrong codes of your app. Nobody was let in."),
    ),
    "browser_trusted": Notice(
        N_("A browser you trust"), N_("One browser is not asked for the code of your app for 30 days.")
    ),
}


async def send_notice(user: User, kind: str) -> None:
    """Queues the notice of an event, one of NOTICES, in the user's language; call it in the event's transaction."""
    notice = NOTICES[kind]
    device = client_info.device_name() if has_request_context() else ""
    with i18n.language_context(user.language, user.time_zone):
        await SecurityNotice(
            "second_factor",
            _(notice.subject),
            (_(notice.opening), _("If it was you, there is nothing to do.")),
            why=_("Kliqs tells you whenever something about your second factor changes."),
            device=device,
        ).queue(user)


async def send_confirmation_code(user: User, code: str) -> None:
    """Queues the email with the six digits by which somebody without a password confirms who they are."""
    with i18n.language_context(user.language, user.time_zone):
        await queue_email(
            user.email,
            EmailContent(
                _("Your code for Kliqs"),
                (_("Type this code on the page that asks for it:"),),
                facts=((_("Code"), code),),
                after=(_("It works once, for 10 minutes. Nobody from Kliqs ever asks you for it."),),
                security=True,
                why=_("You get this because you asked for it, signed in, at %(host)s.")
                % {"host": site.current().host("dashboard")},
            ),
            kind="confirmation",
        )
