"""A suggestion: one short request to the operator's model, paid from the workspace's credits like all others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.accounts.models import Account
from app.gateway.assistant.offer import assistant_offer
from app.gateway.assistant.pictures import PictureBytes
from app.gateway.assistant.tasks import COMMON, INDONESIAN, Task
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.metering.ai_request import ASSISTANT, AiRequest
from app.gateway.metering.estimate import BYTES_PER_TOKEN, most_of
from app.gateway.metering.format_rupiah import format_micro
from app.gateway.routing.answer_text import text_of
from app.gateway.routing.model_run import ModelRun
from app.gateway.upstreams.adapter import Json
from app.kernel.refusal import N_, NotFound, Refusal
from app.kernel.text import storable

ENDPOINT = "chat"
MOST_MATERIAL = 20_000  # characters
TO_THINK = 2_000  # tokens that a model may use before it writes
LANGUAGES: Mapping[str, str] = {"id": INDONESIAN, "en": "English"}
FENCE = re.compile(r"<(?=\s*/?\s*material)", re.IGNORECASE)  # what would end the material, or begin another
QUOTES = ('""', "“”", "''", "\u2018\u2019", "«»")


class NothingToWorkOn(Refusal):
    """There are no words yet from which something could be made."""

    code, says = "INVALID_REQUEST", N_("Write a few words first; the suggestion is made from them.")


class MaterialTooLong(Refusal):
    """The words are too many. Facts: most."""

    code, says = "INVALID_REQUEST", N_("That is too long for a suggestion: at most %(most)s characters.")


class NoPicture(Refusal):
    """There is no picture that could be described."""

    code, says = "INVALID_REQUEST", N_("There is no picture here yet that could be described.")


class NoSuggestion(Refusal):
    """The model answered with nothing, which costs what it read. Facts: cost, as text."""

    code = "INVALID_REQUEST"
    says = N_("The model had no suggestion this time; asking it cost %(cost)s. Write it yourself, or ask again.")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The suggested words, what they cost in micro-rupiah, and the request that was made for them."""

    text: str
    cost: int
    request: AiRequest


async def suggest(
    account: Account, task: Task, material: str, *, language: str, picture: PictureBytes | None = None
) -> Suggestion:
    """Returns a suggestion for a task; `language` is the reader's, `id` or `en`. The content is kept nowhere.

    Raises: NotFound where suggestions are not offered, NothingToWorkOn, MaterialTooLong, NoPicture, NoSuggestion, the
    refusals of metering, UpstreamError.
    """
    offer = await assistant_offer()
    if offer is None:
        raise NotFound
    material = material.strip()
    _check(task, material, picture)
    body = _body(offer.model, task, material, language, picture)
    most = most_of(offer.model, body)
    run = await ModelRun.begin(account, offer.model, endpoint=ENDPOINT, most=most, source=ASSISTANT)
    async with run:
        answer = await run.answer(lambda adapter, target: adapter.chat(target, body))
    text = clean(text_of(answer.body), one_line=task.one_line)[: task.most].rstrip()
    request = await AiRequest.get(id=run.reservation.id)
    if not text:
        raise NoSuggestion(cost=format_micro(request.cost))
    return Suggestion(text, request.cost, request)


def _check(task: Task, material: str, picture: PictureBytes | None) -> None:
    """Raises: NoPicture, NothingToWorkOn, MaterialTooLong."""
    if task.picture and picture is None:
        raise NoPicture
    if not task.picture and not material:
        raise NothingToWorkOn
    if len(material) > MOST_MATERIAL:
        raise MaterialTooLong(most=MOST_MATERIAL)


def _body(model: OfferedModel, task: Task, material: str, language: str, picture: PictureBytes | None) -> Json:
    order = task.order % {"language": LANGUAGES[language]} if "%(" in task.order else task.order
    inside = FENCE.sub("\u2039", material)
    parts: list[Json] = [{"type": "text", "text": f"<material>\n{inside}\n</material>"}]
    if picture is not None:
        parts.append({"type": "image_url", "image_url": {"url": picture.data_url, "detail": "low"}})
    content: Any = parts if picture is not None else parts[0]["text"]
    tokens = task.tokens + task.by_length * -(-len(material) // BYTES_PER_TOKEN)
    reasons = "reasoning" in model.abilities
    limit = {"max_completion_tokens": tokens + TO_THINK} if reasons else {"max_tokens": tokens}
    messages = [{"role": "system", "content": f"{COMMON}\n\n{order}"}, {"role": "user", "content": content}]
    return {"model": model.id, "messages": messages, **limit}


def clean(text: str, *, one_line: bool = False) -> str:
    """Returns an answer without what models put around it against their instructions: quotation marks, blanks."""
    text = " ".join(storable(text).split()) if one_line else storable(text).strip()
    for quotes in QUOTES:
        first, last = quotes[0], quotes[1]
        if len(text) > 1 and text[0] == first and text[-1] == last and first not in text[1:-1]:
            return text[1:-1].strip()
    return text
