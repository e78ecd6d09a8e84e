"""Security notices: emails about what happened to an account, with a button for "this was not me".

They cannot be switched off. They name the family of the browser and of the system, which is not stored with the
account.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.accounts.disown import PATH as DISOWN_PATH
from app.accounts.disown import DisownLink
from app.kernel import clock, i18n, site
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email

Facts = tuple[tuple[str, str], ...]


class Recipient(Protocol):
    """The attributes of a user that are needed to send them an email."""

    id: UUID
    name: str
    email: str
    language: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class SecurityNotice:
    """A notice in the language of its user.

    `why` says why the user gets it. `device` is such as `Chrome · Windows`, or empty. `facts` come before the time and
    the device. `action` is the title and the URL of the button, `after` the paragraphs below it; without them the
    button says that it was not the user.
    """

    kind: str
    subject: str
    paragraphs: tuple[str, ...]
    why: str
    device: str
    facts: Facts = ()
    action: tuple[str, str] | None = None
    has_button: bool = True
    after: tuple[str, ...] = ()

    async def queue(self, user: Recipient) -> None:
        """Queues the notice in the transaction of what it is about, with the user's language as the current one."""
        content = EmailContent(
            self.subject,
            self.paragraphs,
            facts=(*self.facts, *_time_and_device(self.device)),
            action=await self._action(user) if self.has_button else None,
            after=self.after or (not_you_paragraph(),),
            security=True,
            why=self.why,
        )
        await queue_email(user.email, content, kind=self.kind)

    async def _action(self, user: Recipient) -> tuple[str, str]:
        """The title and the URL of the button."""
        return self.action or (_("This was not me"), await _disown_url(user))


def _time_and_device(device: str) -> Facts:
    return (_("When"), i18n.format_datetime(clock.now())), (_("Device"), device or _("Unknown device"))


async def _disown_url(user: Recipient) -> str:
    """Makes a link by which a user says that it was not them."""
    return site.url("dashboard", DISOWN_PATH + await DisownLink.make(user.id))


def not_you_paragraph() -> str:
    """The paragraph that explains the button of that link."""
    return _(
        "It was not you? Then somebody else got in. The button signs out every device and makes the password "
        "worthless; you choose a new one. It works for 7 days."
    )
