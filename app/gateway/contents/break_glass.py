"""Reading kept content as the operator: only by a command, with a reason that the owners of the account can read.

Both logs have it before anything is shown: that of operators, and the audit log of the account.
"""

from __future__ import annotations

from typing import Any

from app.gateway.contents.content_store import open_content
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest
from app.kernel import clock, text
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal
from app.operators import operator_log
from app.team import audit_sentences
from app.team.audit_log import record_act_of_operator

ACT, MAX_REASON = "ai_content_read", 150  # characters
operator_log.add_sentences({ACT: N_("read the content of the AI request %(thing)s. The reason: %(detail)s.")})
audit_sentences.add_sentences(
    "keys", {ACT: N_("read the content of an AI request; its id and the reason: %(thing)s.")}, by_operator=True
)


class UnknownRequest(Refusal):
    """There is no request of this id."""

    code, field, says = "UNKNOWN_AI_REQUEST", "request", N_("There is no AI request of this id.")


class NoContent(Refusal):
    """Nothing is kept of the request."""

    code, field, says = "NO_AI_CONTENT", "request", N_("Nothing is kept of this request.")


class NoReason(Refusal):
    """A reason is needed."""

    code, field, says = "NO_REASON", "reason", N_("Say why: the owners of the account will read it.")


async def read_as_operator(request_id: str, reason: str) -> dict[str, Any]:
    """Returns what a request sent and got, and records who reads it and why.

    Raises: NoReason, TooLong, UnknownRequest, NoContent; encryption.Undecipherable.
    """
    if not (why := text.clean_line(reason, MAX_REASON, "reason")):
        raise NoReason
    request = await AiRequest.with_ids([request_id.strip()]).first()
    if request is None:
        raise UnknownRequest
    kept = await KeptContent.get_or_none(request_id=request.id, ends_at__gt=clock.now())
    if kept is None:
        raise NoContent
    content = open_content(kept)
    async with transaction():
        await operator_log.record_act(ACT, request.request_id, why)
        await record_act_of_operator(request.account_id, ACT, f"{request.request_id}: {why}")
    return content
