"""What the operator does with models: add, price, switch on and off, announce the end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from tortoise.exceptions import IntegrityError

from app.gateway.catalogue.ai_model import ABILITIES, CHAT, EMBEDDING, MAX_ID, AiModel, AiPrice
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.price_list import format_prices
from app.gateway.catalogue.upstream import Route
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.destination import clean_url
from app.kernel.number_parser import parse_number
from app.kernel.refusal import N_, Refusal
from app.kernel.text import clean_line
from app.operators.operator_log import add_sentences, record_act
from app.payments import operator_calendar

ID = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._:/-]{{0,{MAX_ID - 1}}}", re.ASCII)
HUNDREDTHS = 100  # of a percent
NOTICE_DAYS, MOST_MARGIN, MOST_TOKENS = 90, 100_000, 2**31 - 1
MAX_LABEL, MAX_MAKER, MAX_POLICY_URL, MAX_SOURCE = 80, 60, 300, 60
BY_HAND = "by hand"  # the source of a price that the operator typed
add_sentences(
    {
        "ai_model_added": N_("added the AI model %(thing)s."),
        "ai_model_on": N_("switched the AI model %(thing)s on, with %(detail)s on top of its price."),
        "ai_model_margin": N_("changed what is on top of the price of the AI model %(thing)s: %(detail)s."),
        "ai_model_off": N_("switched the AI model %(thing)s off."),
        "ai_model_priced": N_("set the price of the AI model %(thing)s: %(detail)s."),
        "ai_model_deprecated": N_("announced that the AI model %(thing)s ends on %(detail)s."),
        "ai_model_kept": N_("took back that the AI model %(thing)s ends."),
    }
)


class InvalidModelId(Refusal):
    """The id is too long, or has characters that no URL should have."""

    code, field = "INVALID_AI_MODEL", "model"
    says = N_("Name a model in letters, digits and . _ : / -, up to 80 of them, such as gpt-5-mini.")


class ModelExists(Refusal):
    """There is a model of this id."""

    code, field, says = "AI_MODEL_EXISTS", "model", N_("There is a model of this name already.")


class UnknownModel(Refusal):
    """There is no model of this id."""

    code, field = "UNKNOWN_AI_MODEL", "model"
    says = N_("There is no model %(model)s: kliqs gateway model list shows them.")


class UnknownAbility(Refusal):
    """The ability is none of ABILITIES."""

    code, field = "UNKNOWN_AI_ABILITY", "abilities"
    says = N_("%(ability)s is no ability. There are %(known)s.")


class TokensMissing(Refusal):
    """A model of text has no context, or a model of chat no longest answer: nothing could be reserved for a request."""

    code, field = "AI_TOKENS_MISSING", "max_output"
    says = N_("Say how many tokens the model takes, and for chat how many it writes at most (--context, --max-output).")


class ModelIncomplete(Refusal):
    """A model without price or without route cannot be switched on."""

    code, field = "AI_MODEL_INCOMPLETE", "model"
    says = N_("%(model)s has no price or no route yet: kliqs gateway model price, kliqs gateway route add.")


class InvalidMargin(Refusal):
    """The margin is below zero or above 1000 %."""

    code, field, says = "INVALID_AI_MARGIN", "margin", N_("A margin is a percentage from 0 to 1000, such as 12.5.")


class SunsetTooSoon(Refusal):
    """The day is less than 90 days ahead."""

    code, field = "AI_SUNSET_TOO_SOON", "day"
    says = N_(
        "Models end 90 days after that was announced, on %(day)s at the earliest. If its provider ends it sooner, add "
        "--anyway."
    )


class InvalidSuccessor(Refusal):
    """The successor is the model itself."""

    code, field, says = "INVALID_AI_SUCCESSOR", "successor", N_("A model cannot follow itself.")


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What the operator says of a new model; the fields are those of AiModel."""

    id: str
    kind: str
    label: str
    maker: str
    policy_url: str = ""
    abilities: Sequence[str] = ()
    context: int = 0
    max_output: int = 0
    options: Mapping[str, Any] = field(default_factory=dict)
    margin: int = 0

    def columns(self) -> dict[str, Any]:
        """Returns the checked columns of AiModel. Raises: the refusals of this module; TooLong; InvalidUrl."""
        if not ID.fullmatch(self.id):
            raise InvalidModelId
        for ability in self.abilities:
            if ability not in ABILITIES:
                raise UnknownAbility(ability=ability, known=", ".join(ABILITIES))
        if self.kind in {CHAT, EMBEDDING} and not (0 < self.context <= MOST_TOKENS):
            raise TokensMissing
        if self.kind == CHAT and not (0 < self.max_output <= MOST_TOKENS):
            raise TokensMissing
        check_margin(self.margin)
        return {
            "kind": self.kind,
            "label": clean_line(self.label, MAX_LABEL, "label") or self.id,
            "maker": clean_line(self.maker, MAX_MAKER, "maker"),
            "policy_url": clean_url(self.policy_url) if self.policy_url else "",
            "abilities": list(self.abilities),
            "context": self.context,
            "max_output": self.max_output,
            "options": dict(self.options),
            "margin": self.margin,
        }


async def find_model(id: str) -> AiModel:
    """Returns the model of an id, on or off. Raises: UnknownModel."""
    model = await AiModel.get_or_none(id=id) if ID.fullmatch(id) else None
    if model is None:
        raise UnknownModel(model=id)
    return model


async def add_model(facts: ModelFacts) -> AiModel:
    """Adds a model, switched off. Raises: those of ModelFacts.columns; ModelExists."""
    columns = facts.columns()
    try:
        async with transaction():
            model = await AiModel.create(id=facts.id, created_at=clock.now(), **columns)
            await record_act("ai_model_added", facts.id)
    except IntegrityError:
        raise ModelExists from None
    return model


async def set_prices(model: AiModel, prices: Mapping[str, int], source: str = BY_HAND) -> AiPrice:
    """Sets what a model costs from now on; what was used before keeps the price of its moment."""
    async with transaction():
        row = await AiPrice.create(
            model_id=model.id, prices=dict(prices), source=source[:MAX_SOURCE], created_at=clock.now()
        )
        await record_act("ai_model_priced", model.id, format_prices(prices))
    forget_offered()
    return row


async def newest_price(model: AiModel) -> AiPrice | None:
    """Returns the price row that counts; None for a model that was never priced."""
    return await AiPrice.filter(model_id=model.id).order_by("-id").first()


async def switch_on(model: AiModel, margin: int | None = None) -> None:
    """Offers a model, with a margin in hundredths of a percent; None leaves it. Raises: InvalidMargin, ModelIncomplete.

    One that is on already keeps the moment since when.
    """
    check_margin(margin or 0)
    if await newest_price(model) is None or not await Route.exists(model_id=model.id, enabled_at__isnull=False):
        raise ModelIncomplete(model=model.id)
    model.margin = model.margin if margin is None else margin
    async with transaction():
        await AiModel.filter(id=model.id).update(margin=model.margin)
        await AiModel.filter(id=model.id, enabled_at=None).update(enabled_at=clock.now())
        await record_act("ai_model_on", model.id, f"{model.margin / 100:g} %")
    forget_offered()


async def set_margin(model: AiModel, margin: int) -> None:
    """Sets the margin of a model, on or off, in hundredths of a percent. Raises: InvalidMargin.

    What was used before keeps the price of its moment.
    """
    check_margin(margin)
    if margin == model.margin:
        return
    async with transaction():
        await AiModel.filter(id=model.id).update(margin=margin)
        await record_act("ai_model_margin", model.id, f"{model.margin / 100:g} % → {margin / 100:g} %")
    model.margin = margin
    forget_offered()


async def switch_off(model: AiModel) -> None:
    """Offers a model no longer; requests under way are finished. Does nothing for one that is off."""
    async with transaction():
        if await AiModel.filter(id=model.id, enabled_at__isnull=False).update(enabled_at=None):
            await record_act("ai_model_off", model.id)
    forget_offered()


async def deprecate(model: AiModel, last_day: date, successor: str = "", *, anyway: bool = False) -> None:
    """Announces that a model ends when `last_day` of the operator is over.

    Raises: SunsetTooSoon for a day less than 90 days ahead, unless `anyway`; UnknownModel, InvalidSuccessor.
    """
    earliest = operator_calendar.today() + timedelta(days=NOTICE_DAYS)
    if last_day < (operator_calendar.today() if anyway else earliest):
        raise SunsetTooSoon(day=earliest)
    if successor == model.id:
        raise InvalidSuccessor
    if successor:
        await find_model(successor)
    await _set_end(model, operator_calendar.end_of_day(last_day), successor, last_day.isoformat())


async def cancel_deprecation(model: AiModel) -> None:
    """Takes back that a model ends."""
    async with transaction():
        await AiModel.filter(id=model.id).update(deprecated_at=None, sunset_at=None, successor="")
        await record_act("ai_model_kept", model.id)
    forget_offered()


def parse_percent(typed: str) -> int:
    """Returns the hundredths of a percentage such as 12.5, also one with a comma. Raises: InvalidMargin."""
    percent = parse_number(typed.replace(",", "."))
    if percent is None or percent * HUNDREDTHS % 1:
        raise InvalidMargin
    check_margin(margin := int(percent * HUNDREDTHS))
    return margin


def check_margin(margin: int) -> None:
    """Checks a margin in hundredths of a percent. Raises: InvalidMargin."""
    if not 0 <= margin <= MOST_MARGIN:
        raise InvalidMargin


async def _set_end(model: AiModel, sunset_at: datetime, successor: str, day: str) -> None:
    """Stores when a model ends; the moment of the first announcement is kept."""
    async with transaction():
        await AiModel.filter(id=model.id).update(sunset_at=sunset_at, successor=successor)
        await AiModel.filter(id=model.id, deprecated_at=None).update(deprecated_at=clock.now())
        await record_act("ai_model_deprecated", model.id, day)
    forget_offered()
