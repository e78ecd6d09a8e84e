"""What the end of a bought plan, or a smaller plan, means for an account: what stays, and what changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.accounts.models import Account
from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.payments.money import RUPIAH, format_money
from app.plans import quota
from app.plans.plan_limits import MB, PLANS, Plan, rank_of
from app.settings.usage_summary import LimitUsage


@dataclass(frozen=True, slots=True)
class Consequence:
    """One consequence in the current language: what it is about, and what follows; `stays` if nothing is lost."""

    icon: str
    title: str
    words: str
    stays: bool = True


def next_plan(account: Account) -> Plan:
    """Returns the plan that an account has when its bought plan is over: the one that the operator granted."""
    return PLANS[account.operator_plan or "free"]


def is_smaller(plan: Plan, account: Account) -> bool:
    """Whether a plan is smaller than the one that the account has."""
    return rank_of(plan.name) < rank_of(account.plan_name)


def limits_exceeded(account: Account, lines: Iterable[LimitUsage], plan: Plan) -> list[tuple[str, int, int]]:
    """Returns what an account has more of than a plan that it buys allows: label (English), how many it has, how many
    fit.
    """
    limits = _limits_of(account, plan, bought_plan=plan.name)
    return [
        (line.label, line.share.used, limits[line.name])
        for line in lines
        if line.name in limits and line.share.used > limits[line.name]
    ]


def list_consequences(account: Account, lines: Iterable[LimitUsage], plan: Plan) -> list[Consequence]:
    """Returns what follows when the plan of an account becomes this smaller one; first what stays."""
    used, limits = {line.name: line.share.used for line in lines}, _limits_of(account, plan, bought_plan="")
    links = ngettext("%(count)s short link keeps working", "%(count)s short links keep working", used["links"])
    codes = ngettext("%(count)s QR code keeps working", "%(count)s QR codes keep working", used["codes"])
    pages = ngettext("%(count)s bio page stays online", "%(count)s bio pages stay online", used["pages"])
    accounts = ngettext("%(count)s social account stays", "%(count)s social accounts stay", used.get("connections", 0))
    people = ngettext("%(count)s person stays in the team", "%(count)s people stay in the team", used["seats"])
    titles = (
        ("link", "links", links),
        ("qrcode", "codes", codes),
        ("device-mobile", "pages", pages),
        ("plug-connected", "connections", accounts),
    )
    stays = [
        _staying(icon, title, used[name], limits[name])
        for icon, name, title in (*titles, ("users", "seats", people))
        if used.get(name, 0) > (name == "seats")  # whoever is alone in the team reads nothing of it
    ]
    changes = _changes(quota.plan_of(account), plan)
    now = quota.plan_of(account)
    posts = _fewer_posts(now, plan) if "connections" in used else []
    return [*stays, *changes, *posts, *(_fewer_credits(now, plan) if "credits" in used else [])]


def _changes(now: Plan, plan: Plan) -> list[Consequence]:
    """Returns what becomes less."""
    changes = []
    if plan.requests < now.requests:
        numbers = {"now": i18n.format_number(plan.requests), "before": i18n.format_number(now.requests)}
        changes.append(
            Consequence(
                "key",
                _("%(now)s API requests a month instead of %(before)s") % numbers,
                _("Requests beyond that are refused until the next month begins."),
                stays=False,
            )
        )
    if plan.visits_kept < now.visits_kept:
        days = {"days": i18n.format_number(plan.visits_kept)}
        changes.append(
            Consequence(
                "chart-area-line",
                _("Single visits older than %(days)s days are deleted") % days,
                _("Their totals stay. Export the visits before that day if you need them."),
                stays=False,
            )
        )
    return changes


def _fewer_posts(now: Plan, plan: Plan) -> list[Consequence]:
    """Returns that fewer posts a month can be planned; nothing if they are as many."""
    if plan.posts is None or (now.posts is not None and plan.posts >= now.posts):
        return []
    title = ngettext("%(num)s post a month", "%(num)s posts a month", plan.posts)
    words = _("What is planned already is published. New ones as soon as the month has room.")
    return [Consequence("send", title % {"num": i18n.format_number(plan.posts)}, words, stays=False)]


def _fewer_credits(now: Plan, plan: Plan) -> list[Consequence]:
    """Returns that fewer credits for AI models come each month; nothing if they are as many."""
    if plan.ai_credits >= now.ai_credits:
        return []
    sums = {"now": format_money(plan.ai_credits, RUPIAH), "before": format_money(now.ai_credits, RUPIAH)}
    title = _("%(now)s of AI credits a month instead of %(before)s") % sums
    words = _("Credits that you bought stay. What is left of this month's is yours until it ends.")
    return [Consequence("coins", title, words, stays=False)]


def _staying(icon: str, title: str, used: int, limit: int) -> Consequence:
    """Returns the consequence for what an account has so many of."""
    words = _("New ones once there are fewer than %(limit)s.") if used >= limit else _("There is room for %(limit)s.")
    count = {"count": i18n.format_number(used)}
    return Consequence(icon, title % count, words % {"limit": i18n.format_number(limit)})


def _limits_of(account: Account, plan: Plan, bought_plan: str) -> dict[str, int]:
    """Returns the limits of an account with a plan, by the names of usage_summary.py; those that last over a month."""
    then = Account(plan_name=plan.name, bought_plan=bought_plan, links_limit=account.links_limit)
    return {
        "links": quota.links_limit(then),
        "codes": plan.codes,
        "pages": plan.pages,
        "pictures": plan.pictures,
        "weight": plan.picture_bytes // MB,
        "seats": plan.seats,
        "webhooks": plan.webhooks,
        "connections": plan.connections,
        "files": plan.video_bytes // MB,
    }
