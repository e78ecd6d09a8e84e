"""The summary below an answer: how many tokens it took, what it cost, and why it ended early."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import NamedTuple

from app.accounts.models import Account
from app.gateway.metering.ai_request import PLAYGROUND, RESERVED, AiRequest
from app.gateway.metering.balance import AiBalance
from app.gateway.screens.request_words import usage_summary, verdict_words
from app.gateway.upstreams.usage import Usage

LOOKS, BETWEEN = 25, 0.2  # how often a request that has just ended is looked at until it is settled; seconds
MOST_TURNS = 500


class AnswerSummary(NamedTuple):
    """The summary below an answer. `verdict` is "" where all went well."""

    request: AiRequest
    used: str
    tokens: int
    verdict: str


class Sums(NamedTuple):
    """What a conversation cost, in micro-rupiah, and the credits that are left."""

    cost: int
    balance: AiBalance


async def load_summaries(account: Account, ids: Iterable[str]) -> dict[str, AnswerSummary]:
    """Returns the summaries of answers by the ids of their requests; one that is not the account's has none."""
    known = list(ids)[-MOST_TURNS:]
    rows = await AiRequest.with_ids(known).filter(account_id=account.id, source=PLAYGROUND) if known else []
    return {row.request_id: _foot(row) for row in rows}


async def settled_foot(account: Account, id: str) -> AnswerSummary | None:
    """Returns the foot of an answer that ends now, once it is settled; None where the account has no such request."""
    for _look in range(LOOKS):
        foot = (await load_summaries(account, [id])).get(id)
        if foot is None or foot.request.state != RESERVED:
            return foot
        await asyncio.sleep(BETWEEN)
    return foot


async def sum_up(account: Account, summaries: Iterable[AnswerSummary]) -> Sums:
    """Returns what these answers cost."""
    return Sums(sum(foot.request.cost for foot in summaries), await AiBalance.of(account))


def _foot(request: AiRequest) -> AnswerSummary:
    usage = Usage.from_dict(request.usage)
    return AnswerSummary(request, usage_summary(usage), usage.output_tokens, verdict_words(request, usage) or "")
