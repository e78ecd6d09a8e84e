"""What an operator sees of an account and of a person: numbers, plan, payments and history, and nothing they made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tortoise.queryset import QuerySet

from app.abuse.case import BLOCKED, OBJECTION, UNDECIDED, Case
from app.abuse.suspension import Suspension
from app.accounts.models import Account, Membership, Session
from app.accounts.user import User
from app.console.account_things import things_of
from app.gateway.contents.kept_content import KeptContent
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.keys.models import ApiKey, MonthlyUsage
from app.operators.operator_log import OperatorAct, acts_about
from app.pages.models import Page
from app.payments.operator.order_labels import OrderRow
from app.payments.order import Order
from app.plans import quota
from app.plans.plan_limits import MAX_KEYS, Plan
from app.plans.quota import QuotaUsage
from app.qr.models import QrCode
from app.sign_in.passkeys.models import Passkey
from app.sign_in.second_factor.authenticator import Authenticator
from app.web.first_rows import FirstRows, first_rows


@dataclass(frozen=True, slots=True)
class AccountPage:
    """An account with everything that its page shows.

    `usage` are pairs of a label and how much is used; `contents` is of how many AI requests keys keep the content.
    """

    account: Account
    members: FirstRows[Membership]
    plan: Plan
    usage: list[tuple[str, QuotaUsage]]
    blocked: int
    reports: int
    orders: FirstRows[OrderRow]
    keys: FirstRows[ApiKey]
    contents: int
    acts: FirstRows[OperatorAct]
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
    acts: FirstRows[OperatorAct]


async def load_account(account: Account) -> AccountPage:
    """Reads what the page of an account shows."""
    orders = await first_rows(Order.filter(account_id=account.id).order_by("-created_at", "-id"))
    cases = Case.filter(account_id=account.id)
    return AccountPage(
        account=account,
        members=await first_rows(members_of(account).order_by("id")),
        plan=quota.plan_of(account),
        usage=await _usage(account),
        blocked=await cases.filter(state__in=[BLOCKED, OBJECTION]).count(),
        reports=await cases.filter(state__in=list(UNDECIDED)).count(),
        orders=orders.mapped(OrderRow.of),
        keys=await _keys(account),
        contents=await KeptContent.filter(account_id=account.id, ends_at__gt=clock.now()).count(),
        acts=await acts_about(await things_of(str(account.id))),
        suspension=await Suspension.of_account(account),
        last_suspension=await Suspension.filter(account_id=account.id).order_by("-begun_at").first(),
    )


def members_of(account: Account) -> QuerySet[Membership]:
    """Returns the members of an account with their users, not ordered yet."""
    return Membership.filter(account_id=account.id).select_related("user")


def keys_of(account: Account) -> QuerySet[ApiKey]:
    """Returns all API keys of an account, sub-keys and revoked ones, too."""
    return ApiKey.filter(account_id=account.id)


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
        acts=await acts_about([str(user.id)]),
    )


async def _keys(account: Account) -> FirstRows[ApiKey]:
    """Returns the first keys without sub-keys. `number` also counts the sub-keys, which only the whole list shows."""
    keys = await first_rows(ApiKey.owned_by(account))
    return FirstRows(keys.rows, keys.number + await keys_of(account).filter(parent_id__isnull=False).count())


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
