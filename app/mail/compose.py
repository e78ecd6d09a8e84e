"""Composes emails. The plain text and the HTML are rendered from the same content, so that they never differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from uuid import UUID, uuid4

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from app.kernel import bidi, clock, i18n, site, text
from app.kernel.i18n import gettext as _
from app.kernel.package_files import resource
from app.mail import delivery
from app.mail.models import OutgoingEmail

SETTINGS = "/dashboard/settings/notifications"


@dataclass(frozen=True, slots=True)
class EmailContent:
    """The content of an email, in the language of its reader.

    `facts` are pairs (label, value); `steps` are triples (title, reason, URL); `action` is the main button as (label,
    URL); `after` are paragraphs below it; `why` explains for what reason the email was sent.

    With `choice`, emails of this kind can be switched off in the settings, or at `off_path` of the dashboard where
    there is a page for them alone. With `security` they cannot, and the footer says so.
    """

    subject: str
    opening: tuple[str, ...]
    why: str
    action: tuple[str, str] | None = None
    facts: tuple[tuple[str, str], ...] = ()
    steps: tuple[tuple[str, str, str], ...] = ()
    after: tuple[str, ...] = ()
    choice: bool = False
    off_path: str = SETTINGS
    security: bool = False

    @property
    def off_url(self) -> str:
        """The URL at which emails of this kind are switched off; empty for those that cannot be."""
        return site.url("dashboard", self.off_path) if self.choice else ""

    @property
    def footer(self) -> str:
        """Why the email was sent, and how to switch such emails off."""
        if self.choice:
            return " ".join((self.why, _("You can switch these emails off in your settings.")))
        if self.security:
            return " ".join((self.why, _("That protects your account, so it cannot be switched off.")))
        return self.why


async def queue_email(recipient: str, words: EmailContent, kind: str, account_id: UUID | None = None) -> None:
    """Queues an email in the current language. Call it inside the transaction of the event that it reports.

    `kind` names the email in logs and lists. `account_id` is the account that it is about, if it is to go with that
    account: a recipient can have several. Raises ValueError for a subject of more than one line.
    """
    if not text.is_single_line(words.subject):
        raise ValueError("a subject is one line: no newline, no other control character")
    context = {"words": words, "language": i18n.current_language()}
    plain, html = (_environment().get_template(f"mail/email.{ending}").render(context) for ending in ("txt", "html"))
    email = await OutgoingEmail.create(
        id=uuid4(),
        kind=kind,
        recipient=recipient,
        account_id=account_id,
        subject=words.subject[:200],
        text=plain,
        html=html,
        off_url=words.off_url,
        created_at=clock.now(),
    )
    await delivery.enqueue(email)


@cache
def _environment() -> Environment:
    """A Jinja environment of its own, because emails are also rendered outside of requests."""
    env = Environment(
        loader=FileSystemLoader(resource("templates")),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["marks_to_bdi"] = bidi.marks_to_bdi
    return env
