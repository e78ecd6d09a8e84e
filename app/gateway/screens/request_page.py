"""What the page of one request says: how it ended, the way that it took, what it used and what it cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from app.gateway.catalogue.ai_model import CHAT
from app.gateway.catalogue.price import Price
from app.gateway.metering.ai_request import HUNG_UP, RESERVED, AiRequest
from app.gateway.screens.names import SOURCES, Named, Names
from app.gateway.screens.prices import ShownPrice, show_price
from app.gateway.screens.request_words import outcome_sentence, unknown_code, usage_summary, used_words
from app.gateway.upstreams.usage import Usage
from app.kernel.i18n import gettext as _

SHOWN_OF_END_USER = 8  # characters of the digest
PATHS = {
    "chat": "/v1/chat/completions",
    "images.generate": "/v1/images/generations",
    "images.edit": "/v1/images/edits",
    "videos.create": "/v1/videos",
    "videos.remix": "/v1/videos/…/remix",
}


class Badge(NamedTuple):
    """How a request ended, in a word: a tone and a text."""

    tone: str
    text: str


class OutcomeNotice(NamedTuple):
    """A sentence on how a request ended, with a tone and an icon."""

    tone: str
    icon: str
    text: str


class Try(NamedTuple):
    """A route that was tried; `status` is 0 without an answer, `number` begins at 1."""

    number: int
    upstream: str
    status: int
    ms: int


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request as the list shows it."""

    request: AiRequest
    model: Named
    key: str
    badge: Badge
    used: str


@dataclass(frozen=True, slots=True)
class RequestPage:
    """A request as its page shows it, beside what its row has; `outcome` is None where all went well.

    `price` is that of the moment, None where the workspace's own key pays. `path` is that of the API. `writes` is
    whether the model answers with words.
    """

    row: RequestRow
    writes: bool
    outcome: OutcomeNotice | None
    tries: list[Try]
    used: str
    price: ShownPrice | None
    path: str

    @property
    def provider_code(self) -> str:
        """The provider's own code of what it refused; "" where the sentence says all."""
        return unknown_code(self.row.request)

    @property
    def end_user(self) -> str:
        """The beginning of the digest of the end user, by which requests of the same one are found; "" for none."""
        digest = self.row.request.end_user
        return f"u_{digest[:SHOWN_OF_END_USER]}" if digest else ""


def row_of(request: AiRequest, names: Names) -> RequestRow:
    """Returns a request as the list shows it; its key must be loaded."""
    usage = Usage.from_dict(request.usage)
    key = request.key.name if request.key else names.key(request.source).label if request.source in SOURCES else ""
    return RequestRow(
        request, names.model(request.model), key or _("A key that is gone"), badge_of(request), usage_summary(usage)
    )


def page_of(request: AiRequest, names: Names) -> RequestPage:
    """Returns a request as its page shows it; its key must be loaded."""
    row, usage = row_of(request, names), Usage.from_dict(request.usage)
    price = show_price(names.kind_of(request.model).id, Price.from_dict(request.price)) if request.price else None
    return RequestPage(
        row,
        names.kind_of(request.model).id == CHAT,
        _outcome_notice(request, usage),
        [
            Try(number, str(each.get("upstream", "")), int(each.get("status", 0)), int(each.get("ms", 0)))
            for number, each in enumerate(request.tries, 1)
        ],
        used_words(usage),
        None if request.own_key else price,
        PATHS.get(request.endpoint, f"/v1/{request.endpoint}"),
    )


def badge_of(request: AiRequest) -> Badge:
    """Returns the status of a request with its tone: red is ours or the provider's, yellow the program's."""
    if request.state == RESERVED:
        return Badge("", _("Under way"))
    if not request.status:
        return Badge("bad", _("Interrupted"))
    tone = "good" if request.status < 400 else "bad" if request.status >= 500 else "warm"
    return Badge(tone, str(request.status))


def _outcome_notice(request: AiRequest, usage: Usage) -> OutcomeNotice | None:
    if (text := outcome_sentence(request, usage)) is None:
        return None
    if request.state == RESERVED:
        return OutcomeNotice("", "hourglass-empty", text)
    if request.status == HUNG_UP:
        return OutcomeNotice("warm", "plug-connected", text)
    if request.status in range(200, 400):
        return OutcomeNotice("", "info-circle", text)
    return OutcomeNotice("bad" if request.status in {0, 500} else "warm", "alert-circle", text)
