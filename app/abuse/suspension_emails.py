"""What the owners of an account are told about its suspension: why and until when, and what became of an objection."""

from __future__ import annotations

from collections.abc import Callable

from app.abuse.emails import KIND, OWN_PAGE
from app.abuse.reasons import reason_words
from app.abuse.suspension import Suspension
from app.accounts.models import Account
from app.accounts.suspension import LEVELS
from app.kernel import bidi, i18n, site
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email

Facts = list[tuple[str, str]]


async def tell_suspended(account: Account, suspension: Suspension) -> None:
    """Queues the notice that an account is suspended for each owner."""

    def content(name: str) -> EmailContent:
        facts: Facts = [
            (_("Reason"), reason_words(suspension.reason)),
            (_("Level"), _(LEVELS[suspension.level])),
            (_("Until"), i18n.format_datetime(suspension.until) if suspension.until else _("until it is lifted")),
        ]
        if suspension.note:
            facts.append((_("Note"), bidi.isolate(suspension.note)))
        paragraphs = (
            _("The operator of this site has suspended your workspace %(workspace)s.") % {"workspace": name},
            _("You can sign in, read and export everything. If it is a mistake, object: somebody looks at it again."),
        )
        subject = _("%(workspace)s is suspended") % {"workspace": name}
        return _content(account, subject, paragraphs, facts, _("Object to the suspension"))

    await _tell(account, content)


async def tell_lifted(account: Account, answer: str) -> None:
    """Queues the notice that the suspension is over for each owner."""

    def content(name: str) -> EmailContent:
        subject = _("%(workspace)s works again") % {"workspace": name}
        paragraphs = (_("The suspension of your workspace is over. What waited meanwhile goes on."),)
        return _content(account, subject, paragraphs, _answer(answer), _("Open the workspace"))

    await _tell(account, content)


async def tell_upheld(account: Account, answer: str) -> None:
    """Queues the answer to an objection for each owner: the account stays suspended."""

    def content(name: str) -> EmailContent:
        subject = _("%(workspace)s stays suspended") % {"workspace": name}
        paragraphs = (_("The operator has read your objection and leaves your workspace suspended."),)
        return _content(account, subject, paragraphs, _answer(answer), _("See what is blocked"))

    await _tell(account, content)


def _answer(answer: str) -> Facts:
    return [(_("Answer"), bidi.isolate(answer))] if answer else []


def _content(account: Account, subject: str, paragraphs: tuple[str, ...], facts: Facts, button: str) -> EmailContent:
    why = _("You get this because you own %(workspace)s.") % {"workspace": bidi.isolate(account.name)}
    action = (button, site.url("dashboard", f"{OWN_PAGE}/?workspace={account.id}"))
    return EmailContent(subject, paragraphs, facts=tuple(facts), action=action, why=why)


async def _tell(account: Account, content: Callable[[str], EmailContent]) -> None:
    """Queues an email for each owner, in their language."""
    for owner in await account.owners():
        with i18n.language_context(owner.language, owner.time_zone):
            await queue_email(owner.email, content(account.name), KIND, account.id)
