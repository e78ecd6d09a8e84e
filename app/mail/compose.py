"""What a letter says, once, from which its text and its HTML are made: so they cannot say different things."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from uuid import uuid4

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from app.kernel import bidi, clock, i18n, site, text
from app.kernel.i18n import gettext as _
from app.kernel.resources import resource
from app.mail import delivery
from app.mail.models import Letter

SETTINGS = "/dashboard/settings/notifications"


@dataclass(frozen=True, slots=True)
class Words:
    """In the language of whoever reads it. `facts` are pairs (what, which); `steps` are triples (what, why, address);
    `action` is (label, address), the one thing to do; `after` stands below it; `why` says what it was sent for.
    `choice`: it can be switched off in the settings; `security`: it cannot, and the letter says so.
    """

    subject: str
    opening: tuple[str, ...]
    why: str
    action: tuple[str, str] | None = None
    facts: tuple[tuple[str, str], ...] = ()
    steps: tuple[tuple[str, str, str], ...] = ()
    after: tuple[str, ...] = ()
    choice: bool = False
    security: bool = False

    @property
    def off_url(self) -> str:
        """Where letters of this kind are switched off; empty for those that cannot be."""
        return site.url("dashboard", SETTINGS) if self.choice else ""

    @property
    def footer(self) -> str:
        """Why it was sent, and how to be rid of it."""
        if self.choice:
            return " ".join((self.why, _("You can switch these emails off in your settings.")))
        if self.security:
            return " ".join((self.why, _("That protects your account, so it cannot be switched off.")))
        return self.why


async def write(recipient: str, words: Words, kind: str) -> None:
    """Puts a letter where it will be sent from, in the language of the moment; inside the transaction of what it tells.

    Raises ValueError for a subject of more than one line.
    """
    if not text.single_line(words.subject):
        raise ValueError("a subject is one line: no newline, no other control character")
    said = {"words": words, "language": i18n.language()}
    plain, html = (_environment().get_template(f"mail/letter.{kind}").render(said) for kind in ("txt", "html"))
    letter = await Letter.create(
        id=uuid4(), kind=kind, recipient=recipient, subject=words.subject[:200], text=plain, html=html,
        off_url=words.off_url, created_at=clock.now(),
    )
    await delivery.enqueue(letter)


@cache
def _environment() -> Environment:
    """Apart from the pages': letters are also written where nobody asked for a page."""
    env = Environment(
        loader=FileSystemLoader(resource("templates")), autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )
    env.filters["marks_to_bdi"] = bidi.marks_to_bdi
    return env
