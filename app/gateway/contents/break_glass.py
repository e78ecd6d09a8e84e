"""Reading kept content as the operator, in the console or by a command, with a reason that the owners can read.

Before anything is shown, both logs have it, that of operators and the audit log of the account, and each owner is
written an email.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.accounts.models import Account
from app.gateway.contents.content_store import open_content
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest
from app.kernel import bidi, clock, i18n, site, text
from app.kernel.db import transaction
from app.kernel.encryption import Undecipherable
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Faults, Refusal
from app.mail.compose import EmailContent, queue_email
from app.operators import operator_log
from app.operators.operator_log import OperatorAct
from app.team import audit_sentences
from app.team.audit_log import record_act_of_operator
from app.team.audit_search import HOME as AUDIT_LOG

ACT, MAX_REASON, LONGEST_ID = "ai_content_read", 150, 40  # characters
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


class UnreadableContent(Refusal):
    """What is kept cannot be decrypted."""

    code, field = "UNREADABLE_AI_CONTENT", "request"
    says = N_("It cannot be decrypted any more: the installation's secret was replaced.")


class NoReason(Refusal):
    """A reason is needed."""

    code, field, says = "NO_REASON", "reason", N_("Say why: the owners of the account will read it.")


async def read_as_operator(request_id: str, reason: str, account_id: UUID | None = None) -> dict[str, Any]:
    """Returns what a request sent and got, and records who reads it and why; with `account_id`, of that account only.

    Raises: NoReason or TooLong, and UnknownRequest, NoContent or UnreadableContent, all that apply at once.
    """
    faults, why = Faults.gather(), ""
    with faults.catching():
        why = _clean_reason(reason)
    with faults.catching():
        request, content = await _open(request_id.strip(), account_id)
    faults.raise_if_any()
    async with transaction():
        act = await operator_log.record_act(ACT, request.request_id, why)
        await record_act_of_operator(request.account_id, ACT, f"{request.request_id}: {why}")
        await _tell_owners(request, act)
    return content


def _clean_reason(reason: str) -> str:
    if why := text.clean_line(reason, MAX_REASON, "reason"):
        return why
    raise NoReason


async def _open(request_id: str, account_id: UUID | None) -> tuple[AiRequest, dict[str, Any]]:
    """Returns a request with its kept content. Raises: UnknownRequest, NoContent, UnreadableContent."""
    request = await AiRequest.with_ids([request_id]).first()
    if request is None or account_id not in (None, request.account_id):
        raise UnknownRequest
    kept = await KeptContent.get_or_none(request_id=request.id, ends_at__gt=clock.now())
    if kept is None:
        raise NoContent
    try:
        return request, open_content(kept)
    except Undecipherable as error:
        raise UnreadableContent from error


async def _tell_owners(request: AiRequest, act: OperatorAct) -> None:
    """Queues the email about a look at a content for each owner of its account."""
    account = await Account.get(id=request.account_id)
    for owner in await account.owners():
        with i18n.language_context(owner.language, owner.time_zone):
            facts = (
                (_("Request"), request.request_id),
                (_("Who"), bidi.isolate(act.who)),
                (_("When"), i18n.format_datetime(act.created_at)),
                (_("Reason"), bidi.isolate(act.detail)),
            )
            opening = _("The operator of this site has read what one of your keys keeps of an AI request.")
            nobody_else = _("Nobody can do that without a reason that you are told. It is in your audit log, too.")
            content = EmailContent(
                _("The operator has read a kept AI request"),
                (opening, nobody_else),
                facts=facts,
                action=(_("Open the audit log"), site.url("dashboard", f"{AUDIT_LOG}?workspace={account.id}")),
                why=_("You get this because you own %(workspace)s.") % {"workspace": bidi.isolate(account.name)},
                security=True,
            )
            await queue_email(owner.email, content, ACT, account.id)
