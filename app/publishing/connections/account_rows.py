"""What the accounts page says of each connection and of each network, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, i18n, installation
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import N_
from app.media.models import Media
from app.publishing.connections import connection_hooks
from app.publishing.connections.connection import DONE, FAILED, NEEDS_RECONNECT, SHARED, WAITING, Connection
from app.publishing.connections.emails import network_label
from app.publishing.connections.permission_expiry import SOON, permission_end
from app.publishing.networks.errors import NetworkError
from app.publishing.networks.network import Network
from app.publishing.networks.registry import NETWORKS
from app.publishing.networks.trouble_sentences import trouble_sentence

PICTURE_WIDTH = 160  # pixels
ENDED_SHOWN = timedelta(days=30)
QUIET, PRIMARY = "quiet", "primary"  # how the button to reconnect looks
KINDS = {"person": N_("Personal profile"), "page": N_("Page"), "organisation": N_("Company page")}
NETWORK_DESCRIPTIONS = {
    "instagram": N_("Professional accounts: publish posts and reels"),
    "tiktok": N_("Publish videos and photos, or send them to your drafts"),
    "facebook": N_("Pages you manage: publish posts"),
    "x": N_("Publish posts"),
    "linkedin": N_("Your profile: publish posts"),
    "mastodon": N_("An account on any server: publish posts"),
}
REVOCATION_SENTENCES = {
    WAITING: N_("The permission is being taken back at %(network)s; we try again until it is."),
    DONE: N_("The permission was taken back at %(network)s, and our tokens are wiped."),
    SHARED: N_("Our tokens are wiped. Another account here still uses the permission at %(network)s."),
    FAILED: N_(
        "Our tokens are wiped, but %(network)s did not let us take the permission back. Remove Kliqs in your settings "
        "there."
    ),
    "": N_("There was no permission to take back."),
}


@dataclass(frozen=True, slots=True)
class Badge:
    """A mark beside a name: its tone (a suffix of `.badge--`), its icon and its words."""

    tone: str
    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class ConnectionRow:
    """A connection as the page shows it: lines of words, and how its button to reconnect looks (empty for none)."""

    connection: Connection
    label: str
    icon: str
    badge: Badge
    about: str
    lines: tuple[str, ...]
    reconnect: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class EndedRow:
    """A connection that was disconnected: the name of its network, and in a sentence what became of its tokens."""

    connection: Connection
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """A network to connect: what it is good for, and whether the operator has set it up."""

    network: Network
    about: str
    configured: bool


async def connection_rows(account: Account) -> list[ConnectionRow]:
    """Returns the account's connections, in the order in which they were made."""
    connections = await Connection.owned_by(account).order_by("created_at", "id")
    ids = [str(connection.picture_id) for connection in connections if connection.picture_id]
    pictures = {id: media.src(PICTURE_WIDTH) for id, media in (await Media.by_id(account.id, ids)).items()}
    return [await _row(connection, pictures.get(str(connection.picture_id), "")) for connection in connections]


async def _row(connection: Connection, picture: str) -> ConnectionRow:
    """Returns one connection."""
    end = await permission_end(connection)
    badge, reconnect = _state(connection, end)
    network = NETWORKS.get(connection.network)
    return ConnectionRow(
        connection,
        network_label(connection),
        network.icon if network else "plug-connected",
        badge,
        _about(connection),
        tuple(await _lines(connection, end)),
        reconnect if network and network.configured() else "",
        picture,
    )


def _state(connection: Connection, end: datetime | None) -> tuple[Badge, str]:
    """Returns the mark of a connection, and how its button to reconnect looks."""
    if connection.manual:
        return Badge("", "bell", _("Reminders")), ""
    if connection.state == NEEDS_RECONNECT:
        return Badge("bad", "plug-connected", _("Needs reconnect")), PRIMARY
    if not connection.may_publish:
        return Badge("bad", "lock", _("May not publish")), PRIMARY
    if end is not None and end <= clock.now() + SOON:
        return Badge("warm", "clock", _ends_in(end)), QUIET
    return Badge("good", "check", _("Connected")), QUIET if end is not None else ""


def _about(connection: Connection) -> str:
    """Returns the handle of a person, unless that is the name already, or else what kind of account it is."""
    if connection.kind == "person" and connection.username:
        return "" if connection.handle == connection.shown_name else connection.handle
    return _(KINDS[connection.kind]) if connection.kind in KINDS and not connection.manual else ""


def _ends_in(end: datetime) -> str:
    """Returns in how many days a permission ends, in words."""
    days = (i18n.local_day(end) - i18n.local_day(clock.now())).days
    if days <= 0:
        return _("Ends today")
    return ngettext("Ends in %(num)s day", "Ends in %(num)s days", days) % {"num": days}


async def _lines(connection: Connection, end: datetime | None) -> list[str]:
    """Returns what is to be known of a connection, the most important first."""
    label = network_label(connection)
    if connection.manual:
        return [_("Kliqs reminds you at the planned time, and you publish it there yourself.")]
    network = NETWORKS.get(connection.network)
    if network is None or not network.configured():
        return [trouble_sentence("not_set_up", label)]
    if connection.state == NEEDS_RECONNECT:
        waiting = len(await connection_hooks.planned_posts(connection))
        words = ngettext("%(num)s planned post waits.", "%(num)s planned posts wait.", waiting) % {"num": waiting}
        return [trouble_sentence(connection.trouble, label), *([words] if waiting else [])]
    if connection.may_publish:
        lines = [_("It may publish for you."), _lifetime(connection, label, end)]
    else:
        lines = [trouble_sentence("scope_missing", label)]
    if missing := await missing_scopes(connection):
        lines.insert(1, _("Not allowed: %(scopes)s") % {"scopes": ", ".join(missing)})
    return [*lines, *filter(None, [x_post_price() if connection.network == "x" else ""])]


def _lifetime(connection: Connection, label: str, end: datetime | None) -> str:
    """Returns until when a permission lasts, in words."""
    if end is None and connection.access_ends_at is None:
        return _("Lasts until you disconnect.")
    if end is None:
        return _("Renews itself until you disconnect.")
    words = _("%(network)s lets an app in for a limited time. Reconnect before %(day)s and nothing planned is lost.")
    return words % {"network": label, "day": i18n.format_date(end)}


async def missing_scopes(connection: Connection) -> list[str]:
    """Returns the requested scopes that were not granted, as the network calls them."""
    network = NETWORKS.get(connection.network)
    try:
        table = await network.oauth(connection.server) if network else None
    except NetworkError:
        return []
    return [scope for scope in table.scopes if scope not in connection.scopes] if table else []


def x_post_price() -> str:
    """Returns what posts at X cost the operator, in words; empty where no price is shown."""
    config = installation.current().config
    if not config.x_post_cents:
        return ""
    prices = {"link": f"${config.x_link_post_cents / 100:.2f}", "plain": f"${config.x_post_cents / 100:.3f}"}
    return _("X charges for posts: with a link %(link)s each, without one %(plain)s.") % prices


def network_rows() -> list[NetworkRow]:
    """Returns the networks, in their order."""
    uses = {name: _(NETWORK_DESCRIPTIONS.get(name, N_("Publish posts"))) for name in NETWORKS}
    return [NetworkRow(network, uses[name], network.configured()) for name, network in NETWORKS.items()]


def recently_disconnected(account: Account) -> QuerySet[Connection]:
    """Returns the connections that ended in the last 30 days, without those that Kliqs only reminds of."""
    since = clock.now() - ENDED_SHOWN
    return Connection.filter(account_id=account.id, disconnected_at__gte=since, manual=False)


def ended_row(connection: Connection) -> EndedRow:
    """Returns the row of a connection that ended, in the reader's language."""
    network = network_label(connection)
    words = _(REVOCATION_SENTENCES.get(connection.revoke_state, "")) % {"network": network}
    return EndedRow(connection, network, words)
