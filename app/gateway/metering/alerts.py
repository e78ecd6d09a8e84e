"""Emails to the owners: when 80 % of a budget are spent, and when fewer credits are left than they wished to be told.

Each settlement sees what its own writes returned; only the one that crosses a threshold does more. The emails are made
by a job, so that no answer waits for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from app import jobs
from app.accounts.models import Account
from app.gateway.metering.balance import AiBalance
from app.gateway.metering.format_rupiah import format_whole
from app.gateway.metering.ledger import lock_balance
from app.gateway.metering.limits_of_keys import AiBudget
from app.jobs import Job
from app.kernel import bidi, clock, i18n, site
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.keys.models import ApiKey
from app.mail.compose import EmailContent, queue_email

BUDGET = "gateway.budget_alert"
BALANCE = "gateway.balance_alert"
CREDITS = "/dashboard/ai/credits"


async def enqueue_due(
    account_id: UUID, month: date, balances: Sequence[dict[str, Any]], budgets: Sequence[dict[str, Any]]
) -> None:
    """Enqueues the emails of thresholds that a settlement crossed, in its transaction.

    `balances` and `budgets` are the rows that it wrote.
    """
    for row in budgets:
        if row["used"] * 5 >= row["most"] * 4 and row["most"] and str(row["warned_month"]) != month.isoformat():
            await AiBudget.filter(id=row["id"]).update(warned_month=month)
            await jobs.enqueue(BUDGET, {"budget": row["id"]})
    for row in balances:
        if row["left_over"] < row["warn_below"] and row["warned_at"] is None:
            await AiBalance.filter(account_id=account_id).update(warned_at=clock.now())
            await jobs.enqueue(BALANCE, {"account": str(account_id)})


async def set_warning_threshold(account: Account, amount: int) -> None:
    """Sets below how many micro-rupiah the owners are told that their credits end; 0 for never."""
    async with transaction():
        await lock_balance(account.id)
        await AiBalance.filter(account_id=account.id).update(warn_below=amount, warned_at=None)


@jobs.handler(BUDGET)
async def mail_budget(job: Job) -> None:
    """Mails the owners that 80 % of a budget are spent, unless it was removed meanwhile."""
    budget = await AiBudget.get_or_none(id=job.payload["budget"]).select_related("account")
    if budget is not None:
        key = await ApiKey.get_or_none(id=budget.key_id) if budget.key_id else None
        await _mail(budget.account, lambda: _budget_content(budget, key))


@jobs.handler(BALANCE)
async def mail_balance(job: Job) -> None:
    """Mails the owners that few credits are left."""
    balance = await AiBalance.get_or_none(account_id=job.payload["account"]).select_related("account")
    if balance is not None:
        await _mail(balance.account, lambda: _balance_content(balance))


async def _mail(account: Account, content: Callable[[], EmailContent]) -> None:
    """Queues an email to each owner who wants such emails; `content` is made in the owner's language."""
    async with transaction():
        for owner in await account.owners():
            if owner.limits_muted_at is None:
                with i18n.language_context(owner.language, owner.time_zone):
                    await queue_email(owner.email, content(), "ai_limits", account.id)


def _budget_content(budget: AiBudget, key: ApiKey | None) -> EmailContent:
    """Returns the email about a budget; `key` is the one whose budget it is, None for all keys."""
    facts = [(_("Spent"), format_whole(budget.used)), (_("Budget"), format_whole(budget.most))]
    if key is not None:
        facts.insert(0, (_("Key"), f"{bidi.isolate(key.name)} ({key.masked})"))
    if budget.model:
        facts.insert(0, (_("Model"), budget.model))
    day = i18n.format_utc_date(clock.start_of_next_month())
    return EmailContent(
        _("80 % of an AI budget are spent"),
        (
            _(
                "When the budget is reached, requests to AI models that it bounds are refused, until %(day)s at 00:00 "
                "UTC. Everything else goes on."
            )
            % {"day": day},
        ),
        facts=tuple(facts),
        action=(_("See budgets and credits"), site.url("dashboard", CREDITS)),
        choice=True,
        why=_("Kliqs tells you once a month when 80 % of a budget are spent."),
    )


def _balance_content(balance: AiBalance) -> EmailContent:
    """Returns the email about credits that run low."""
    return EmailContent(
        _("Your AI credits are running low"),
        (_("When they are used up, requests to AI models are refused. Everything else goes on."),),
        facts=(
            (_("Credits left"), format_whole(balance.left)),
            (_("You wanted to know below"), format_whole(balance.warn_below)),
        ),
        action=(_("Buy credits"), site.url("dashboard", CREDITS)),
        choice=True,
        why=_("You chose below which amount Kliqs tells you."),
    )
