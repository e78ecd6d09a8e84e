"""The models that a page of the playground offers, with their prices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.accounts.models import Account
from app.gateway.catalogue.offered import OfferedModel, offered, offered_models
from app.gateway.metering.balance import AiBalance
from app.gateway.screens.prices import ShownPrice, show_price
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Refusal


class ModelNotOffered(Refusal):
    """The model of a form is not offered, or does not do what the page is for."""

    code, field, says = "INVALID_REQUEST", "model", N_("This model is not offered now. Choose another one.")


class Offer(NamedTuple):
    """What a page of the playground shows beside its form: the models, the price of the chosen one, and the credits."""

    models: list[OfferedModel]
    chosen: OfferedModel | None
    price: ShownPrice | None
    balance: AiBalance

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The models as the options of a select."""
        return [(model.id, model.id) for model in self.models]

    @property
    def seeing(self) -> list[str]:
        """The ids of the models that see pictures."""
        return [model.id for model in self.models if "vision" in model.abilities]

    @property
    def sizes(self) -> list[tuple[str, str]]:
        """The sizes that the chosen model makes, as the options of a select."""
        return self._options("sizes")

    @property
    def seconds(self) -> list[tuple[str, str]]:
        """The lengths that the chosen model makes, as the options of a select."""
        return [(each, _("%(num)s s") % {"num": label}) for each, label in self._options("seconds")]

    def _options(self, name: str) -> list[tuple[str, str]]:
        return [(str(each), str(each)) for each in self.chosen.options.get(name, ())] if self.chosen else []


async def models_of(kind: str) -> Mapping[str, OfferedModel]:
    """Returns the models of a kind that are offered now, by id."""
    return {id: model for id, model in (await offered_models()).items() if model.kind == kind}


async def choose_model(kind: str, id: str) -> OfferedModel:
    """Returns the model that a form names. Raises: ModelNotOffered."""
    model = await offered(id)
    if model is None or model.kind != kind:
        raise ModelNotOffered
    return model


async def load_offer(account: Account, kind: str, id: str) -> Offer:
    """Returns what a page offers; the first model is chosen where `id` names none."""
    models = await models_of(kind)
    chosen = models.get(id) or next(iter(models.values()), None)
    price = show_price(kind, chosen.price) if chosen else None
    return Offer(list(models.values()), chosen, price, await AiBalance.of(account))
