"""The emails to the owners of an account about a connection: it is broken, or its permission ends in some days."""

from __future__ import annotations

from datetime import datetime

from app.accounts.models import Account
from app.kernel import bidi, i18n, site
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email
from app.publishing.connections.connection import Connection
from app.publishing.networks.registry import network_named
from app.publishing.networks.trouble_sentences import trouble_sentence

ACCOUNTS = "/dashboard/publishing/accounts"
KIND = "connections"


async def mail_connection_broken(connection: Connection) -> None:
    """Queues the email for each owner, in the transaction that marks the connection as broken."""
    await _send(connection, None)


async def mail_permission_ends(connection: Connection, ends_at: datetime) -> None:
    """Queues the reminder for each owner, in the transaction that writes down that it was sent."""
    await _send(connection, ends_at)


async def _send(connection: Connection, ends_at: datetime | None) -> None:
    account = await Account.get(id=connection.account_id)
    for owner in await account.owners():
        with i18n.language_context(owner.language, owner.time_zone):
            content = _broken(connection, account) if ends_at is None else _ending(connection, account, ends_at)
            await queue_email(owner.email, content, kind=KIND)


def network_label(connection: Connection) -> str:
    """Returns the network's own name."""
    return network_named(connection.network).label


def _broken(connection: Connection, account: Account) -> EmailContent:
    label = network_label(connection)
    names = {"name": bidi.isolate(connection.shown_name), "network": label}
    return EmailContent(
        _("%(name)s on %(network)s needs a reconnect") % names,
        (
            trouble_sentence(connection.trouble, label),
            _("Until then nothing is published there. What is planned waits and is not lost."),
        ),
        facts=_facts(connection, account),
        action=(_("Reconnect"), site.url("dashboard", ACCOUNTS)),
        why=_("Kliqs tells owners once when the permission of a connected account is gone."),
    )


def _ending(connection: Connection, account: Account, ends_at: datetime) -> EmailContent:
    label = network_label(connection)
    day = i18n.format_date(ends_at)
    names = {"name": bidi.isolate(connection.shown_name), "network": label, "day": day}
    return EmailContent(
        _("Reconnect %(name)s on %(network)s before %(day)s") % names,
        (
            _("%(network)s lets an app in for a limited time, and it ends on %(day)s. Nobody but you can renew it.")
            % names,
            _("It takes a minute, and everything that is planned stays as it is."),
        ),
        facts=(*_facts(connection, account), (_("Ends"), i18n.format_datetime(ends_at))),
        action=(_("Reconnect"), site.url("dashboard", ACCOUNTS)),
        why=_("Kliqs tells owners 7 days before the permission of a connected account ends, once."),
    )


def _facts(connection: Connection, account: Account) -> tuple[tuple[str, str], ...]:
    shown = bidi.isolate(connection.handle or connection.shown_name)
    return (_("Account"), f"{network_label(connection)} · {shown}"), (_("Workspace"), bidi.isolate(account.name))
