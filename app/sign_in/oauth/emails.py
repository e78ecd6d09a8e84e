"""The security notices about connected sign-ins, in the language and time zone of the user."""

from __future__ import annotations

from app.accounts import disown
from app.accounts.user import User
from app.kernel import clock, i18n, site
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email


async def send_connected(user: User, label: str, device: str) -> None:
    """Queues the notice that a provider was connected; `label` is the provider's."""
    with i18n.language_context(user.language, user.time_zone):
        words = _(
            "From now on, %(provider)s can be used to sign in to your account. If it was you, there is nothing to do."
        )
        await _queue(
            user, _("%(provider)s is connected now") % {"provider": label}, words % {"provider": label}, device
        )


async def send_disconnected(user: User, label: str, device: str) -> None:
    """Queues the notice that a provider was disconnected."""
    with i18n.language_context(user.language, user.time_zone):
        words = _(
            "%(provider)s can no longer be used to sign in to your account. If it was you, there is nothing to do."
        )
        await _queue(
            user, _("%(provider)s is disconnected now") % {"provider": label}, words % {"provider": label}, device
        )


async def _queue(user: User, title: str, words: str, device: str) -> None:
    facts = (_("When"), i18n.format_datetime(clock.now())), (_("Device"), device or _("Unknown device"))
    await queue_email(
        user.email,
        EmailContent(
            title,
            (words,),
            facts=facts,
            action=(_("This was not me"), site.url("dashboard", disown.PATH + await disown.DisownLink.make(user.id))),
            after=(
                _(
                    "The button signs out every device, makes the password worthless and disconnects what was "
                    "connected in the last 7 days. It works for 7 days."
                ),
            ),
            security=True,
            why=_("Kliqs tells you whenever a way to sign in is added or removed."),
        ),
        kind="identity",
    )
