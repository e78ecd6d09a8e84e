"""What the user should act on in publishing: posts that need a person, and accounts to connect again."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from app.accounts.models import Account
from app.accounts.request_account import may_do
from app.accounts.roles import MANAGE_CONNECTIONS, PUBLISH
from app.home.action_item import ActionItem, ActionItems
from app.kernel import i18n
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.publishing.connections.connection import NEEDS_RECONNECT, Connection
from app.publishing.networks.publishing_switch import is_on
from app.publishing.networks.registry import network_named
from app.publishing.networks.trouble_sentences import trouble_sentence
from app.publishing.posts import phases
from app.publishing.posts.post_title import title_of
from app.publishing.posts.post_variant import PostVariant

MOST, MOST_READ = 3, 50  # of posts and accounts, so that other things have room; the number in the sidebar counts all
URGENCY = (phases.UNCONFIRMED, phases.REMINDER, phases.FAILED)  # what waits for a reconnect is listed with its account


async def load_post_items(account: Account) -> ActionItems:
    """Returns what needs a person, the most urgent first, MOST at most."""
    if not is_on():
        return ActionItems([])
    posts = await _posts(account)
    items = ActionItems.first([*await _broken_accounts(account), *posts.rows], MOST)
    return items._replace(cut=items.cut or posts.cut)


async def _broken_accounts(account: Account) -> list[ActionItem]:
    """The accounts at networks that have to be connected again, one more than is shown at most."""
    if not may_do(MANAGE_CONNECTIONS):
        return []
    broken = Connection.owned_by(account).filter(state=NEEDS_RECONNECT)
    return [_broken_account(connection) for connection in await broken.order_by("created_at", "id").limit(MOST + 1)]


def _broken_account(connection: Connection) -> ActionItem:
    network = network_named(connection.network)
    words = {"name": isolate(connection.shown_name), "network": network.label}
    return ActionItem(
        "plug-connected",
        _("%(name)s at %(network)s has to be connected again") % words,
        trouble_sentence(connection.trouble, network.label),
        _("Reconnect"),
        "/dashboard/publishing/accounts",
    )


async def _posts(account: Account) -> ActionItems:
    """The posts that need a person, one more than is shown; first those of which nobody knows whether they are there.

    Those of MOST_READ variants are read, so there may be further posts behind them.
    """
    if not may_do(PUBLISH):
        return ActionItems([])
    variants = PostVariant.filter(account_id=account.id, phase__in=list(URGENCY), post__deleted_at=None)
    rows = await variants.order_by("due_at", "network", "id").limit(MOST_READ + 1).select_related("post")
    by_post: dict[tuple[int, UUID], list[PostVariant]] = {}
    for variant in rows[:MOST_READ]:
        by_post.setdefault((URGENCY.index(variant.phase), variant.post_id), []).append(variant)
    groups = sorted(by_post.items(), key=lambda group: group[0][0])  # within a phase, the one due first stays first
    return ActionItems([_post(same) for _key, same in groups[: MOST + 1]], len(rows) > MOST_READ)


def _post(variants: Sequence[PostVariant]) -> ActionItem:
    """The item of the variants of a post that need the same."""
    variant = variants[0]
    network = ", ".join(dict.fromkeys(network_named(each.network).label for each in variants))
    title = title_of(variant.post.text if variant.text is None else variant.text) or _("Post")
    words, path = {"post": isolate(title), "network": network}, f"/dashboard/publishing/posts/{variant.post_id}"
    reason = trouble_sentence(variant.trouble, network) if variant.trouble else ""
    if variant.phase == phases.UNCONFIRMED:
        reason = reason or _("%(network)s gave no clear answer. We did not send it twice.") % words
        return ActionItem("help", _("Is “%(post)s” on %(network)s?") % words, reason, _("Have a look"), path)
    if variant.phase == phases.REMINDER:
        when = {"when": i18n.format_datetime(variant.due_at) if variant.due_at else ""}
        title = _("Post “%(post)s” on %(network)s") % words
        return ActionItem("bell", title, _("It was planned for %(when)s.") % when, _("Post it"), path)
    title = _("“%(post)s” was not published on %(network)s") % words
    return ActionItem("alert-circle", title, reason or _("Look at the post for the reason."), _("Have a look"), path)
