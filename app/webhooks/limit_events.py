"""The events of limits: told whenever an email about one is due, also when nobody wants that email."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.accounts.models import Account
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.plans import limit_emails
from app.webhooks import outbox
from app.webhooks.event_types import LIMIT_NEAR, LIMIT_REACHED


class LimitData(ApiModel):
    """A limit in an event."""

    limit: Literal["links", "requests"] = Field(description=N_("What is limited: links, or requests of the API."))
    used: int = Field(description=N_("How much of it is used."))
    most: int = Field(description=N_("How much the plan allows."))
    percent: Literal[80, 100] = Field(description=N_("Which share was reached: 80 or 100."))


@limit_emails.when_crossed
async def announce_limit(account: Account, what: str, share: int, used: int, limit: int) -> None:
    """Writes `limit.near` or `limit.reached`; `what` is links or requests, `share` 80 or 100."""
    event_type = LIMIT_REACHED if share == 100 else LIMIT_NEAR
    await outbox.emit(account.id, event_type, {"limit": what, "used": used, "most": limit, "percent": share})
