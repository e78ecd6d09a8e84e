"""What the operator does with models: add, price, switch on and off, announce the end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from tortoise.exceptions import IntegrityError

from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.margin import check_margin
from app.gateway.catalogue.model_facts import ID, ModelFacts
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.price_list import format_prices
from app.gateway.catalogue.upstream import Route
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, Refusal
from app.operators.operator_log import add_sentences, record_act
from app.payments import operator_calendar

NOTICE_DAYS, MAX_SOURCE = 90, 60
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


class ModelExists(Refusal):
    """There is a model of this id."""

    code, field, says = "AI_MODEL_EXISTS", "model", N_("There is a model of this name already.")


class UnknownModel(Refusal):
    """There is no model of this id."""

    code, field = "UNKNOWN_AI_MODEL", "model"
    says = N_("There is no model %(model)s. The list of models has all names.")


class ModelIncomplete(Refusal):
    """A model without price or without route cannot be switched on."""

    code, field = "AI_MODEL_INCOMPLETE", "model"
    says = N_("%(model)s has no price or no route yet: give it both first.")


class SunsetTooSoon(Refusal):
    """The day is less than 90 days ahead."""

    code, field = "AI_SUNSET_TOO_SOON", "day"
    says = N_(
        "The last day is 90 days after the announcement or later: %(day)s at the earliest. If its provider ends it "
        "sooner, say that as well."
    )


class InvalidSuccessor(Refusal):
    """The successor is the model itself."""

    code, field, says = "INVALID_AI_SUCCESSOR", "successor", N_("A model cannot follow itself.")


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

    Raises: SunsetTooSoon for a day less than 90 days ahead, unless `anyway`; those of `check_successor`; all at once.
    """
    faults, earliest = Faults.gather(), operator_calendar.today() + timedelta(days=NOTICE_DAYS)
    with faults.catching():
        if last_day < (operator_calendar.today() if anyway else earliest):
            raise SunsetTooSoon(day=earliest)
    with faults.catching():
        await check_successor(model, successor)
    faults.raise_if_any()
    await _set_end(model, operator_calendar.end_of_day(last_day), successor, last_day.isoformat())


async def check_successor(model: AiModel, successor: str) -> None:
    """Checks the id of the model to take instead; "" is none. Raises: UnknownModel, InvalidSuccessor."""
    if successor == model.id:
        raise InvalidSuccessor
    if successor and not (ID.fullmatch(successor) and await AiModel.exists(id=successor)):
        raise UnknownModel(field="successor", model=successor)


async def cancel_deprecation(model: AiModel) -> None:
    """Takes back that a model ends."""
    async with transaction():
        await AiModel.filter(id=model.id).update(deprecated_at=None, sunset_at=None, successor="")
        await record_act("ai_model_kept", model.id)
    forget_offered()


async def _set_end(model: AiModel, sunset_at: datetime, successor: str, day: str) -> None:
    """Stores when a model ends; the moment of the first announcement is kept."""
    async with transaction():
        await AiModel.filter(id=model.id).update(sunset_at=sunset_at, successor=successor)
        await AiModel.filter(id=model.id, deprecated_at=None).update(deprecated_at=clock.now())
        await record_act("ai_model_deprecated", model.id, day)
    forget_offered()
