"""The form of all monthly budgets of an account: of the whole, of single keys, and of single models."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.accounts.models import Account
from app.gateway.metering import budgets
from app.gateway.metering.balance import MICRO
from app.gateway.metering.budgets import parse_budget
from app.gateway.metering.limits_of_keys import AiBudget
from app.kernel import i18n
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, Refusal
from app.keys.models import ApiKey

WHOLE, KEY, MODEL = "budget", "budget-key-", "budget-model-"  # the names of fields; the last two before an id
NEW_MODEL, NEW_SUM = "new_model", "new_budget"


class NoModelForBudget(Refusal):
    """A budget for a model was typed, and no model chosen that has none yet."""

    code, field, says = "NO_MODEL_FOR_BUDGET", NEW_MODEL, N_("Choose a model for this budget.")


@dataclass(frozen=True, slots=True)
class BudgetField:
    """A field of the form: the budget of the whole account, of a key or of a model; `most` is in micro-rupiah."""

    name: str
    key_id: str
    model: str
    label: str
    most: int | None

    @property
    def rupiah(self) -> str:
        """The budget as it is typed; empty without one."""
        return "" if self.most is None else i18n.format_number(self.most // MICRO)


async def list_fields(account: Account) -> list[BudgetField]:
    """Returns the fields with the budgets as they are: the whole account, its keys that may use models, models."""
    rows = await AiBudget.filter(account_id=account.id).order_by("model")
    most = {(row.key_id, row.model): row.most for row in rows}
    keys = await ApiKey.owned_by(account).filter(revoked_at=None, parent_id=None).order_by("created_at", "id")
    return [
        BudgetField(WHOLE, "", "", "", most.get(("", ""))),
        *(
            BudgetField(KEY + str(key.id), str(key.id), "", key.name, most.get((str(key.id), "")))
            for key in keys
            if key.may_use_models and not key.ended
        ),
        *(BudgetField(MODEL + model, "", model, model, sum) for (key, model), sum in most.items() if model and not key),
    ]


async def save_budgets(account: Account, values: Mapping[str, str], models: list[str]) -> bool:
    """Sets the budgets in a form, all of them or none, and returns whether any changed.

    An empty field removes its budget, and one that was not sent stays. `models` are those that may get a new budget.
    Raises: InvalidBudget, NoModelForBudget (several as Faults).
    """
    faults, changes = Faults.gather(), list[tuple[BudgetField, int | None]]()
    fields = [each for each in await list_fields(account) if each.name in values]
    new = values.get(NEW_MODEL, "")
    if values.get(NEW_SUM, "").strip():
        with faults.catching():
            if new not in models:
                raise NoModelForBudget
        fields.append(BudgetField(NEW_SUM, "", new, new, None))
    for each in fields:
        with faults.catching():
            if (most := parse_budget(values[each.name], each.name)) != each.most:
                changes.append((each, most))
    faults.raise_if_any()
    async with transaction():
        for each, most in changes:
            await budgets.save_budget(account, most, each.key_id, each.model)
    return bool(changes)
