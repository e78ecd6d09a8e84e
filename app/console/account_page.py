"""What an operator sees of an account and of a person: numbers, plan, payments and history, and nothing they made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.abuse.case import BLOCKED, OBJECTION, UNDECIDED, Case
from app.abuse.suspension import Suspension
from app.accounts.models import Account, Membership, Session
from app.accounts.user import User
from app.gateway.contents.kept_content import KeptContent
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.keys.models import ApiKey, MonthlyUsage
from app.operators.operator_log import OperatorAct
from app.pages.models import Page
from app.payments.operator.order_labels import OrderRow
from app.payments.order import Order
from app.plans import quota
from app.plans.plan_limits import MAX_KEYS, Plan
from app.plans.quota import QuotaUsage
from app.qr.models import QrCode
from app.sign_in.passkeys.models import Passkey
from app.sign_in.second_factor.authenticator import Authenticator

MOST_ORDERS, MOST_ACTS, MOST_KEYS, MOST_MEMBERS = 5, 30, 50, 100


@dataclass(frozen=True, slots=True)
class AccountPage:
    """An account with everything that its page shows.

    `usage` are pairs of a label and how much is used; `contents` is of how many AI requests keys keep the content.
    """

    account: Account
    members: list[Membership]
    plan: Plan
    usage: list[tuple[str, QuotaUsage]]
    blocked: int
    reports: int
    orders: list[OrderRow]
    keys: list[ApiKey]
    contents: int
    acts: list[OperatorAct]
    suspension: Suspension | None
    last_suspension: Suspension | None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person with their accounts, and how they sign in. `has_app` is whether an authenticator app is on."""

    user: User
    memberships: list[Membership]
    sessions: int
    last_seen_at: datetime | None
    passkeys: int
    has_app: bool
    acts: list[OperatorAct]


async def load_account(account: Account) -> AccountPage:
    """Reads what the page of an account shows."""
    members = Membership.filter(account_id=account.id).order_by("id").limit(MOST_MEMBERS)
    orders = await Order.filter(account_id=account.id).order_by("-created_at", "-id").limit(MOST_ORDERS)
    keys = await ApiKey.owned_by(account).limit(MOST_KEYS)
    cases = Case.filter(account_id=account.id)
    return AccountPage(
        account=account,
        members=await members.select_related("user"),
        plan=quota.plan_of(account),
        usage=await _usage(account),
        blocked=await cases.filter(state__in=[BLOCKED, OBJECTION]).count(),
        reports=await cases.filter(state__in=list(UNDECIDED)).count(),
        orders=[OrderRow.of(order) for order in orders],
        keys=keys,
        contents=await KeptContent.filter(account_id=account.id, ends_at__gt=clock.now()).count(),
        acts=await load_acts([str(account.id), *(str(key.id) for key in keys)]),
        suspension=await Suspension.of_account(account),
        last_suspension=await Suspension.filter(account_id=account.id).order_by("-begun_at").first(),
    )


async def load_person(user: User) -> PersonPage:
    """Reads what the page of a person shows."""
    sessions = Session.live().filter(user_id=user.id)
    latest = await sessions.order_by("-last_seen_at").first()
    return PersonPage(
        user=user,
        memberships=await Membership.of_user(user.id),
        sessions=await sessions.count(),
        last_seen_at=latest.last_seen_at if latest else None,
        passkeys=len(await Passkey.owned_by(user.id)),
        has_app=bool(await Authenticator.of(user.id)),
        acts=await load_acts([str(user.id)]),
    )


async def _usage(account: Account) -> list[tuple[str, QuotaUsage]]:
    plan = quota.plan_of(account)
    return [
        (_("Links"), quota.links_usage(account)),
        (_("QR codes"), QuotaUsage(await QrCode.filter(account_id=account.id).count(), plan.codes)),
        (_("Bio pages"), QuotaUsage(await Page.owned_by(account).count(), plan.pages)),
        (_("Seats"), quota.seats_usage(account)),
        (_("API requests this month"), await MonthlyUsage.usage_of(account)),
        (_("API keys"), QuotaUsage(await ApiKey.counted(account).count(), MAX_KEYS)),
    ]


async def load_acts(things: list[str]) -> list[OperatorAct]:
    """Returns what operators did to these things, the latest first."""
    return await OperatorAct.filter(thing__in=things).order_by("-created_at", "-id").limit(MOST_ACTS)
