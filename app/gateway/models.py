"""The tables of the gateway. Each is described in the module that it comes from."""

from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.upstream import OwnUpstreamKey, Route, Upstream
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest, AiUsage
from app.gateway.metering.balance import AiBalance, AiLedgerEntry
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms, AiRate
from app.gateway.notices.notice import AiNotice
from app.gateway.videos.video import AiVideo

__all__ = [
    "AiBalance",
    "AiBudget",
    "AiKeyTerms",
    "AiLedgerEntry",
    "AiModel",
    "AiNotice",
    "AiPrice",
    "AiRate",
    "AiRequest",
    "AiUsage",
    "AiVideo",
    "KeptContent",
    "OwnUpstreamKey",
    "Route",
    "Upstream",
]
