"""The security notices about connected sign-ins, in the language and time zone of the user."""

from __future__ import annotations

from app.accounts.security_notice import SecurityNotice
from app.accounts.user import User
from app.kernel import i18n
from app.kernel.i18n import gettext as _


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
    explained = _(
        "The button signs out every device, makes the password worthless and disconnects what was connected in the "
        "last 7 days. It works for 7 days."
    )
    why = _("Kliqs tells you whenever a way to sign in is added or removed.")
    await SecurityNotice("identity", title, (words,), why=why, device=device, after=(explained,)).queue(user)
