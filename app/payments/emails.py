"""The emails about payments: to the buyer and the owners of the account, and to the operator."""

from __future__ import annotations

from datetime import datetime

from app.accounts.models import Account
from app.kernel import i18n, installation, site
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import N_
from app.mail.compose import EmailContent, queue_email
from app.operators.appointment import has_operators
from app.operators.guard import PREFIX
from app.payments import operator_calendar, receipts
from app.payments.money import format_money
from app.payments.order import NEVER_SETTLED, NO_ACCOUNT, PAID_LATE, PAID_TWICE, REFUND_HEARD, WRONG_AMOUNT, Order
from app.payments.receipt import Receipt
from app.plans.plan_limits import PLANS

KIND = "payments"
PLAN_PATH = "/dashboard/settings/plan"
ORDERS_PATH = f"{PLAN_PATH}/orders"
REASONS = {
    PAID_TWICE: N_("An order seems to have been paid twice. Compare it with the payment service."),
    PAID_LATE: N_("An order was paid after it had ended. It was credited."),
    WRONG_AMOUNT: N_("A payment does not have the amount or the currency of its order. It was not credited."),
    NEVER_SETTLED: N_("A payment was seen on its way and never settled. Look for it at the payment service."),
    REFUND_HEARD: N_("The payment service reports that money of an order was paid back. It was noted."),
    NO_ACCOUNT: N_("An order was paid whose workspace is deleted. Pay it back."),
}


async def send_receipt(order: Order, receipt: Receipt) -> None:
    """Queues the receipt for the buyer, in the transaction that issues it. Without an address nothing is sent."""
    if not order.buyer_email:
        return
    language, zone = await _language_of(order)
    with i18n.language_context(language, zone):
        tax, note = receipts.tax_line(order), receipts.coupon_note(order)
        facts = (
            (_("Receipt"), receipt.shown_number),
            (_("Order"), order.reference),
            (_("Date"), i18n.format_day(operator_calendar.day_of(receipt.issued_at))),
            (_("Name"), order.buyer_name),
            *receipts.money_lines(order),
            *((tax,) if tax else ()),
        )
        content = EmailContent(
            _("Paid: %(item)s") % {"item": receipts.describe_item(order)},
            (_thanks(order), *((note,) if note else ())),
            facts=facts,
            action=(_("See the receipt"), site.url("dashboard", f"{ORDERS_PATH}/{order.reference}/receipt")),
            why=_why(order),
        )
        await queue_email(order.buyer_email, content, KIND, order.account_id)


def _thanks(order: Order) -> str:
    if order.credits:
        return _("Thank you. Your payment has arrived, and the credits are yours.")
    return _("Thank you. Your payment has arrived, and the plan is yours.")


def _why(order: Order) -> str:
    host = {"host": site.current().host("dashboard")}
    if order.credits:
        return _("You get this because you paid for AI credits on %(host)s.") % host
    return _("You get this because you paid for a plan on %(host)s.") % host


async def send_underpaid(order: Order) -> None:
    """Queues the email to the buyer that less came in than was due."""
    if not order.buyer_email:
        return
    language, zone = await _language_of(order)
    with i18n.language_context(language, zone):
        due = order.pay_amount or order.total
        facts = [(_("Order"), order.reference), (_("To pay"), format_money(due, order.currency))]
        if order.paid_amount is not None:
            facts.append((_("Arrived"), format_money(order.paid_amount, order.currency)))
        content = EmailContent(
            _("Your payment is not complete"),
            (_too_little(order),),
            facts=tuple(facts),
            action=(_("See the order"), site.url("dashboard", f"{ORDERS_PATH}/{order.reference}")),
            why=_why(order),
        )
        await queue_email(order.buyer_email, content, KIND, order.account_id)


def _too_little(order: Order) -> str:
    if order.credits:
        return _("Less arrived than the order costs, so no credits were added. The operator helps you with the rest.")
    return _("Less arrived than the order costs, so the plan has not begun. The operator helps you with the rest.")


async def alert_operator(order: Order, why: str, *, paid_back: int = 0) -> None:
    """Queues an email to the operator about an order that they should look at, if they have an address.

    `paid_back` is what was noted as paid back just now.
    """
    operator = installation.current().config.contact_email
    if not operator:
        return
    page = site.url("dashboard", f"{PREFIX}/payments/{order.reference}")
    with i18n.language_context("en"):
        content = EmailContent(
            _("Look at order %(reference)s") % {"reference": order.reference},
            (_(REASONS[why]),),
            facts=(
                (_("Order"), order.reference),
                (_("Total"), format_money(order.total, order.currency)),
                *(((_("Paid back"), format_money(paid_back, order.currency)),) if paid_back else ()),
            ),
            action=(_("See the order"), page) if await has_operators() else None,
            why=_("You get this as the operator of %(host)s.") % {"host": site.current().host("dashboard")},
        )
        await queue_email(operator, content, KIND)


async def alert_of_unknown_order(provider: str, reference: str) -> None:
    """Queues an email to the operator about a payment whose order is not in the database, if they have an address."""
    operator = installation.current().config.contact_email
    if not operator:
        return
    with i18n.language_context("en"):
        content = EmailContent(
            _("A payment has no order: %(reference)s") % {"reference": reference},
            (
                _("%(service)s reports a payment of an order that is not here, as after a restored backup.")
                % {"service": provider},
                _("Look for it at the service, and pay it back or give the workspace its plan by hand."),
            ),
            facts=((_("Order"), reference),),
            why=_("You get this as the operator of %(host)s.") % {"host": site.current().host("dashboard")},
        )
        await queue_email(operator, content, KIND)


async def send_reminder(account: Account, plan: str, ends_at: datetime, days: int) -> None:
    """Queues the email to the owners that a bought plan ends in so many days, or, for 0, that it has ended."""
    for owner in await account.owners_to_remind():
        with i18n.language_context(owner.language, owner.time_zone):
            await queue_email(owner.email, _reminder(plan, ends_at, days), KIND, account.id)


async def send_plan_over(account: Account, plan: str) -> None:
    """Queues the email to the owners that the grace of a bought plan is over."""
    for owner in await account.owners_to_remind():
        with i18n.language_context(owner.language, owner.time_zone):
            label, now = _(PLANS[plan].label), _(PLANS[account.plan_name].label)
            content = EmailContent(
                _("Your plan is now %(plan)s") % {"plan": now},
                (
                    _("%(plan)s has ended. Every link leads on, every code scans and every page shows.")
                    % {"plan": label},
                    _("Only what is new has to fit into %(plan)s. What is over stays, and you can export it.")
                    % {"plan": now},
                ),
                action=(_("See your plan and usage"), site.url("dashboard", PLAN_PATH)),
                why=_("Kliqs tells you when a plan that you paid for ends."),
            )
            await queue_email(owner.email, content, KIND, account.id)


def _reminder(plan: str, ends_at: datetime, days: int) -> EmailContent:
    """Returns the content of a reminder in the current language."""
    label = {"plan": _(PLANS[plan].label), "day": i18n.format_date(ends_at), "count": i18n.format_number(days)}
    if days:
        subject = ngettext("%(plan)s ends in %(count)s day", "%(plan)s ends in %(count)s days", days) % label
        opening = _("%(plan)s is paid until %(day)s. Nothing is taken by itself: pay ahead if you want to keep it.")
    else:
        subject = _("%(plan)s has ended") % label
        opening = _("%(plan)s was paid until %(day)s. For 7 more days everything stays as it is.")
    return EmailContent(
        subject,
        (opening % label, _("Your links, codes and pages work in any case.")),
        action=(_("Extend it"), site.url("dashboard", PLAN_PATH)),
        why=_("Kliqs tells you when a plan that you paid for ends."),
    )


async def _language_of(order: Order) -> tuple[str, str]:
    """Returns the language and time zone of the account of an order."""
    account = await Account.get_or_none(id=order.account_id) if order.account_id else None
    return (account.language, account.time_zone) if account else ("id", "Asia/Jakarta")
