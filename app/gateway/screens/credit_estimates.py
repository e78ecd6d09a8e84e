"""What credits are good for, in numbers that people can picture: answers, and seconds of video."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import CHAT, VIDEO
from app.gateway.catalogue.offered import OfferedModel, offered_models
from app.gateway.metering.ai_request import AiUsage
from app.gateway.metering.balance import MICRO
from app.gateway.metering.cost import cost_of
from app.gateway.upstreams.usage import Usage
from app.kernel import clock, i18n
from app.kernel.i18n import ngettext

ANSWER, SECOND = Usage(input=1_000, output=500), Usage(milliseconds=1_000)  # an ordinary answer
MOST_USED_WITHIN, VIDEO_FROM = timedelta(days=28), 250_000  # VIDEO_FROM: rupiah


async def describe_sums(account: Account, sums: Iterable[int]) -> list[tuple[int, str]]:
    """Returns sums in rupiah, each with what it is good for; "" where no model has a price that says it.

    The models are those that the account used most, and else those of a middle price.
    """
    models = list((await offered_models()).values())
    used = await AiUsage.filter(account_id=account.id, day__gte=(clock.now() - MOST_USED_WITHIN).date())
    counts = Counter[str]()
    for row in used:
        counts[row.model] += row.requests
    chat = _usual([each for each in models if each.kind == CHAT], ANSWER, counts)
    video = _usual([each for each in models if each.kind == VIDEO], SECOND, counts)
    return [(each, _gives(each, chat, video)) for each in sums]


def _usual(models: list[OfferedModel], usage: Usage, counts: Mapping[str, int]) -> OfferedModel | None:
    """Returns the model that was used most, else the one of a middle price; None where none has a price."""
    priced = sorted(
        (each for each in models if cost_of(usage, each.price)), key=lambda each: cost_of(usage, each.price)
    )
    if not priced:
        return None
    most = max(priced, key=lambda each: counts.get(each.id, 0))
    return most if counts.get(most.id) else priced[(len(priced) - 1) // 2]


def _gives(rupiah: int, chat: OfferedModel | None, video: OfferedModel | None) -> str:
    answers = _rounded(rupiah * MICRO // cost_of(ANSWER, chat.price)) if chat else 0
    seconds = _rounded(rupiah * MICRO // cost_of(SECOND, video.price)) if video and rupiah >= VIDEO_FROM else 0
    words = []
    if chat and answers:
        text = ngettext("about %(count)s answer of %(model)s", "about %(count)s answers of %(model)s", answers)
        words.append(text % {"count": i18n.format_number(answers), "model": chat.label})
    if video and seconds:
        text = ngettext("or %(count)s second of video", "or %(count)s seconds of video", seconds)
        words.append(text % {"count": i18n.format_number(seconds)})
    return " ".join(words) if answers else ""


def _rounded(number: int) -> int:
    """Returns a number rounded down to two figures that count."""
    unit = 10 ** max(0, len(str(number)) - 2)
    return int(number // unit * unit)
