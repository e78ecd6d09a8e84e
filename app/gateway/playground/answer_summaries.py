"""The summary below an answer: how many tokens it took, what it cost, and why it ended early."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import NamedTuple

from app.accounts.models import Account
from app.gateway.metering.ai_request import PLAYGROUND, RESERVED, AiRequest
from app.gateway.metering.balance import AiBalance
from app.gateway.screens.request_words import outcome_sentence, usage_summary
from app.gateway.upstreams.usage import Usage

LOOKS, BETWEEN = 25, 0.2  # how often a request that has just ended is looked at until it is settled; seconds
MOST_TURNS = 500


class AnswerSummary(NamedTuple):
    """The summary below an answer. `outcome` is "" where all went well."""

    request: AiRequest
    used: str
    tokens: int
    outcome: str


class TotalCost(NamedTuple):
    """What a conversation cost, in micro-rupiah, and the credits that are left."""

    cost: int
    balance: AiBalance


async def load_summaries(account: Account, ids: Iterable[str]) -> dict[str, AnswerSummary]:
    """Returns the summaries of answers by the ids of their requests; one that is not the account's has none."""
    known = list(ids)[-MOST_TURNS:]
    rows = await AiRequest.with_ids(known).filter(account_id=account.id, source=PLAYGROUND) if known else []
    return {row.request_id: _summary_of(row) for row in rows}


async def wait_for_summary(account: Account, id: str) -> AnswerSummary | None:
    """Returns the summary of an answer that ends now, once its request is settled; None without such a request."""
    for _look in range(LOOKS):
        summary = (await load_summaries(account, [id])).get(id)
        if summary is None or summary.request.state != RESERVED:
            return summary
        await asyncio.sleep(BETWEEN)
    return summary


async def load_total_cost(account: Account, summaries: Iterable[AnswerSummary]) -> TotalCost:
    """Returns what these answers cost."""
    return TotalCost(sum(summary.request.cost for summary in summaries), await AiBalance.of(account))


def _summary_of(request: AiRequest) -> AnswerSummary:
    usage = Usage.from_dict(request.usage)
    return AnswerSummary(request, usage_summary(usage), usage.output_tokens, outcome_sentence(request, usage) or "")
