"""What the owners of an account are told: that something of theirs is blocked, and what became of their objection."""

from __future__ import annotations

from app.abuse import objection_link
from app.abuse.case import Case
from app.abuse.reasons import reason_words
from app.accounts.models import Account
from app.accounts.user import User
from app.blocklists.blocked_host import BlockedHost
from app.blocklists.host_names import defanged
from app.kernel import bidi, i18n, site
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.mail.compose import EmailContent, queue_email

KIND, OWN_PAGE = "abuse", "/dashboard/blocked"


async def tell_blocked(case: Case) -> None:
    """Queues the notice of a block for each owner, with a link by which they object without signing in."""
    for owner in await case.account.owners():
        with i18n.language_context(owner.language, owner.time_zone):
            facts = [(_("Reason"), reason_words(case.reason))]
            if case.note:
                facts.append((_("Note"), bidi.isolate(case.note)))
            if case.stopped_account:
                facts.append((_("New links"), _("stopped until your account has been looked at")))
            await _queue(
                owner,
                case.account,
                EmailContent(
                    _("%(name)s is blocked") % {"name": case.shown},
                    (
                        _("The operator of this site has blocked %(name)s. Whoever opens it reads the reason.")
                        % {"name": case.shown},
                        _("If that is a mistake, object: somebody looks at it again and answers you."),
                    ),
                    facts=tuple(facts),
                    action=(_("Object to the block"), objection_link.url_of(case)),
                    why=_why(case.account),
                ),
            )


async def tell_restored(case: Case, answer: str) -> None:
    """Queues the notice that a target is free again for each owner."""
    await _tell_outcome(case, answer, freed=True)


async def tell_upheld(case: Case, answer: str) -> None:
    """Queues the answer to an objection for each owner: the target stays blocked."""
    await _tell_outcome(case, answer, freed=False)


async def _tell_outcome(case: Case, answer: str, *, freed: bool) -> None:
    for owner in await case.account.owners():
        with i18n.language_context(owner.language, owner.time_zone):
            name = {"name": case.shown}
            subject = _("%(name)s works again") if freed else _("%(name)s stays blocked")
            opening = (
                _("The operator has looked at %(name)s again and freed it.")
                if freed
                else _("The operator has read your objection and leaves %(name)s blocked.")
            )
            facts = ((_("Answer"), bidi.isolate(answer)),) if answer else ()
            action = (_("See what is blocked"), site.url("dashboard", OWN_PAGE))
            content = EmailContent(
                subject % name, (opening % name,), facts=facts, action=action, why=_why(case.account)
            )
            await _queue(owner, case.account, content)


async def tell_host_blocked(account: Account, row: BlockedHost, count: int) -> None:
    """Queues the notice that links of an account are blocked because of the host that they lead to."""
    for owner in await account.owners():
        with i18n.language_context(owner.language, owner.time_zone):
            sentence = ngettext(
                "The operator has blocked the address to which %(num)s of your links leads. It answers no more.",
                "The operator has blocked the address to which %(num)s of your links lead. They answer no more.",
                count,
            )
            facts = [(_("Address"), defanged(row.host)), (_("Reason"), reason_words(row.reason))]
            await _queue(
                owner,
                account,
                EmailContent(
                    _("An address that your links lead to is blocked"),
                    (sentence % {"num": count}, _("You see which on the page below, and can object there.")),
                    facts=tuple(facts),
                    action=(_("See what is blocked"), site.url("dashboard", OWN_PAGE)),
                    why=_why(account),
                ),
            )


def _why(account: Account) -> str:
    return _("You get this because you own %(workspace)s.") % {"workspace": bidi.isolate(account.name)}


async def _queue(owner: User, account: Account, content: EmailContent) -> None:
    await queue_email(owner.email, content, KIND, account.id)
