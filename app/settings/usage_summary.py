"""How much of each limit of its plan an account uses."""

from __future__ import annotations

from dataclasses import dataclass

from app.accounts.models import Account
from app.gateway.metering.balance import MICRO, AiBalance
from app.gateway.metering.call import month_of
from app.gateway.navigation import is_gateway_shown
from app.kernel import clock
from app.kernel.refusal import N_
from app.keys.models import ApiKey, MonthlyUsage
from app.media.models import Media
from app.pages.models import Page
from app.plans import quota
from app.plans.plan_limits import MAX_KEYS, MB
from app.plans.quota import QuotaUsage
from app.publishing.connections.connection import Connection
from app.publishing.files.post_file import PostFile
from app.publishing.networks import publishing_switch
from app.publishing.posts import monthly_post_count
from app.qr.models import QrCode
from app.webhooks.endpoint import WebhookEndpoint


@dataclass(frozen=True, slots=True)
class LimitUsage:
    """The usage of one limit: `label` is English, to be translated; `name` identifies the limit in code and
    templates.
    """

    name: str
    label: str
    share: QuotaUsage


async def plan_usage(account: Account) -> list[LimitUsage]:
    """The account's usage of each limit of its plan."""
    plan, (pictures, picture_bytes) = quota.plan_of(account), await Media.used_by(account)
    return [
        LimitUsage("links", N_("Short links"), quota.links_usage(account)),
        LimitUsage("requests", N_("API requests this month"), await MonthlyUsage.usage_of(account)),
        LimitUsage("codes", N_("QR codes"), QuotaUsage(await QrCode.count_owned(account), plan.codes)),
        LimitUsage("pages", N_("Bio pages"), QuotaUsage(await Page.owned_by(account).count(), plan.pages)),
        LimitUsage("pictures", N_("Pictures"), QuotaUsage(pictures, plan.pictures)),
        LimitUsage(
            "weight", N_("Space for pictures (MB)"), QuotaUsage(-(-picture_bytes // MB), plan.picture_bytes // MB)
        ),
        LimitUsage("seats", N_("People in the team, invitations too"), quota.seats_usage(account)),
        LimitUsage(
            "webhooks",
            N_("Webhook endpoints"),
            QuotaUsage(await WebhookEndpoint.owned_by(account).count(), plan.webhooks),
        ),
        LimitUsage("keys", N_("API keys"), QuotaUsage(await ApiKey.counted(account).count(), MAX_KEYS)),
        *(await _publishing_usage(account) if publishing_switch.is_on() else []),
        *(await _gateway_usage(account) if plan.ai_credits and await is_gateway_shown() else []),
    ]


async def _gateway_usage(account: Account) -> list[LimitUsage]:
    """How much of the plan's credits of this month the account used; those of an earlier month are over."""
    given, balance = quota.plan_of(account).ai_credits, await AiBalance.of(account)
    left = -(-balance.of_plan // MICRO) if balance.plan_month == month_of(clock.now()) else given
    return [LimitUsage("credits", N_("AI credits of the plan this month"), QuotaUsage(max(given - left, 0), given))]


async def _publishing_usage(account: Account) -> list[LimitUsage]:
    """The account's usage of the limits of publishing; a plan without a limit on posts has none of those."""
    plan, posts = quota.plan_of(account), await monthly_post_count.monthly_usage(account)
    connections = QuotaUsage(await Connection.owned_by(account).count(), plan.connections)
    space = QuotaUsage(-(-await PostFile.bytes_used(account) // MB), plan.video_bytes // MB)
    return [
        *([LimitUsage("posts", N_("Posts this month"), posts)] if posts else []),
        LimitUsage("connections", N_("Accounts at social networks"), connections),
        LimitUsage("files", N_("Space for pictures and videos of posts (MB)"), space),
    ]
