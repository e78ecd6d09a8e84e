"""The emails about passkeys: added, removed, and refused because it seems to be a copy. They cannot be switched off."""

from __future__ import annotations

from app.accounts.security_notice import Recipient, SecurityNotice
from app.kernel import bidi, i18n
from app.kernel.i18n import gettext as _


async def send_passkey_added(user: Recipient, name: str, device: str) -> None:
    """Queues the notice of a new passkey; `device` is such as `Chrome · Windows`, or empty."""
    with i18n.language_context(user.language, user.time_zone):
        opening = _("It opens your account from now on. If it was you, there is nothing to do.")
        await _send(user, _("A passkey was added"), opening, name, device)


async def send_passkey_removed(user: Recipient, name: str, device: str) -> None:
    """Queues the notice of a removed passkey."""
    with i18n.language_context(user.language, user.time_zone):
        opening = _("It does not open your account any more. If it was you, there is nothing to do.")
        await _send(user, _("A passkey was removed"), opening, name, device)


async def send_passkey_refused(user: Recipient, name: str, device: str) -> None:
    """Queues the warning that a passkey was refused because its counter of signatures went back."""
    with i18n.language_context(user.language, user.time_zone):
        opening = _(
            "Its counter went back, which happens when a passkey was copied. Remove it, and add a new one. Until then "
            "it opens your account only from the device that used it last."
        )
        await _send(user, _("A passkey was refused"), opening, name, device)


async def _send(user: Recipient, subject: str, opening: str, name: str, device: str) -> None:
    explained = _(
        "It was not you? The button signs out every device, removes the passkeys of the last 7 days and makes the "
        "password worthless; you choose a new one. It works for 7 days."
    )
    why = _("Kliqs tells you whenever a passkey is added, removed or refused.")
    facts = ((_("Passkey"), bidi.isolate(name)),)
    await SecurityNotice("passkey", subject, (opening,), why=why, device=device, facts=facts, after=(explained,)).queue(
        user
    )
