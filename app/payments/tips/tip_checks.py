"""Asks a creator's payment service about tips, and writes down what it answers: the one writer of their states.

A service is asked while somebody looks at the page of a tip, after it reported something, and by the sweep: every
minute until the code ends, and for an hour after that. A tip that is paid stays so.
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from app import jobs
from app.jobs import Job, Schedule
from app.jobs.independent_steps import for_each
from app.kernel import clock, encryption, site
from app.kernel.db import query_rows
from app.payments.money import RUPIAH
from app.payments.providers.provider import Charge, PaymentState, ProviderError, Snapshot
from app.payments.tips.tip import OPEN, PAID, Tip
from app.payments.tips.tip_connection import TipConnection

CHECK, SWEEP = "tips.check", Schedule(timedelta(minutes=1))
AT_ONCE, PATIENCE = 200, 5  # tips in a sweep; seconds that a visitor waits for the service
BETWEEN_LOOKS, BETWEEN_CHECKS, LATE_FOR = timedelta(seconds=10), timedelta(minutes=1), timedelta(hours=1)
EXPIRY_MARGIN, NO_PAUSE = timedelta(minutes=5), timedelta()
ENDED = (PaymentState.EXPIRED.value, PaymentState.FAILED.value, PaymentState.CANCELLED.value)
UNPAID = (*OPEN, *ENDED)  # money can come late
TAKE_TURN = """UPDATE tips SET checked_at = $2 WHERE id = $1 AND paid_at IS NULL
    AND (checked_at IS NULL OR checked_at <= $3) RETURNING id"""
log = structlog.get_logger()


async def look_at(tip: Tip) -> Tip:
    """Asks about a tip that somebody looks at, at most every ten seconds, and returns it as it is then.

    Long after its code has ended nothing is asked any more.
    """
    if tip.paid or clock.now() > tip.expires_at + LATE_FOR:
        return tip
    try:
        async with asyncio.timeout(PATIENCE):
            await check_tip(tip, BETWEEN_LOOKS)
    except TimeoutError:
        log.info("tip_not_checked", tip=tip.reference, problem="TimeoutError")
    return await Tip.get(id=tip.id)


async def check_soon(tip: Tip) -> None:
    """Has the service asked about a tip now."""
    await jobs.enqueue(CHECK, {"tip": str(tip.id)}, unique=f"{CHECK} {tip.id}")


async def check_tip(tip: Tip, pause: timedelta = NO_PAUSE) -> None:
    """Asks the service about a tip, unless it was asked within `pause`, and writes down what it answers."""
    now = clock.now()
    if not await query_rows(TAKE_TURN, [str(tip.id), now, now - pause]):
        return
    if (snapshot := await _ask(tip)) is not None:
        await _apply(tip, snapshot)
    if now > tip.expires_at + EXPIRY_MARGIN:
        await _move(tip, PaymentState.EXPIRED)
    later = now + BETWEEN_CHECKS if now < tip.expires_at + LATE_FOR else None
    await Tip.filter(id=tip.id, paid_at=None).update(check_at=later)


def charge_of(connection_id: UUID, reference: str, amount: int, page_name: str, secret: str = "") -> Charge:
    """Returns the charge that is sent to a service for a tip; it holds nothing about who gives it."""
    page = site.url("public", f"/{page_name}")
    return Charge(reference, amount, RUPIAH, f"Tip {page_name}", webhook_url(connection_id), page, page, secret=secret)


def webhook_url(connection_id: UUID) -> str:
    """Returns where a creator's service reports."""
    return site.url("api", f"/api/hooks/tips/{connection_id}")


@jobs.handler(CHECK, at_once=4)
async def run_check(job: Job) -> None:
    """Asks about a tip after a report of its service; one that is gone needs none."""
    if tip := await Tip.get_or_none(id=job.payload["tip"]):
        await check_tip(tip)


@jobs.handler("tips.sweep", schedule=SWEEP)
async def sweep_tips(_job: Job) -> None:
    """Has the services asked about the tips that are due; one that is slow holds up no other."""
    due = await Tip.filter(check_at__lte=clock.now()).order_by("check_at").limit(AT_ONCE)
    await for_each(due, check_soon)


async def _ask(tip: Tip) -> Snapshot | None:
    """Returns what the service says of a tip; None where it does not say, or is no longer connected."""
    connection = await TipConnection.of_account(tip.account_id)
    if connection is None or connection.provider != tip.provider:
        return None
    try:
        charge = charge_of(connection.id, tip.reference, tip.amount, tip.page_name, tip.read_secret())
        return await connection.adapter().fetch(charge)
    except (ProviderError, encryption.Undecipherable) as error:
        log.warning("tip_not_checked", tip=tip.reference, problem=type(error).__name__)
        return None


async def _apply(tip: Tip, snapshot: Snapshot) -> None:
    """Changes the state of a tip as the service says, if that may follow."""
    if snapshot.state.value not in PAID:
        if snapshot.state.value in (*ENDED, PaymentState.DETECTED.value):
            await _move(tip, snapshot.state)
        return
    if (snapshot.currency or RUPIAH) != RUPIAH:
        log.warning("tip_in_another_currency", tip=tip.reference)
        return
    await Tip.filter(id=tip.id, state__in=UNPAID, paid_at=None).update(
        state=snapshot.state.value, paid_at=_paid_at(tip, snapshot), check_at=None, qr_text="", qr_image="", pay_url="",
        paid_amount=tip.pay_amount if snapshot.paid_amount is None else snapshot.paid_amount,
    )  # fmt: skip


async def _move(tip: Tip, state: PaymentState) -> None:
    """Moves a tip that is waited for into an unpaid state."""
    await Tip.filter(id=tip.id, state__in=OPEN).update(state=state.value)


def _paid_at(tip: Tip, snapshot: Snapshot) -> datetime:
    """Returns when a tip was paid; whatever the clock of the service says, after it was opened and not after now."""
    now = clock.now()
    return min(max(snapshot.paid_at or now, tip.created_at), now)
