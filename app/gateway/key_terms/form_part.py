"""What the forms and pages of keys show of models (app/keys/model_terms.py)."""

from __future__ import annotations

from typing import Any

from app.gateway.catalogue.offered import offered_models
from app.gateway.key_terms import model_rules, rules_form
from app.gateway.metering.call import month_of
from app.gateway.metering.format_rupiah import format_whole
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms
from app.kernel import clock
from app.keys import model_terms
from app.keys.models import ApiKey
from app.keys.scopes import AI
from app.web.forms import Form

FIELD = f"scope-{AI}"


class KeyModelTerms:
    """The gateway's part of the forms and pages of keys."""

    async def form_context(self) -> dict[str, Any]:
        """Returns whether keys are offered the scope: once a model is."""
        return {"models_offered": bool(await offered_models())}

    def read_budget(self, form: Form) -> int | None:
        """Returns the budget in the form of a new key that may use models. Raises: InvalidBudget."""
        return rules_form.read_budget(form) if form.has(FIELD) else None

    async def begin(self, key: ApiKey, budget: int | None) -> None:
        """Sets the budget of a new key."""
        if budget is not None:
            await model_rules.save_budget(await key.account, key.id, budget)

    async def take_over(self, old: ApiKey, new: ApiKey) -> None:
        """Gives a new key the rules, budgets and sub-keys of the one that it replaces."""
        if old.may_use_models:
            await model_rules.move_to_key(old.account_id, old.id, new.id)

    async def page_context(self, key: ApiKey) -> dict[str, Any]:
        """Returns the rules of a key, its budgets as texts, and its row."""
        if not key.may_use_models:
            return {}
        row = await AiKeyTerms.get_or_none(key_id=key.id)
        budgets = await model_rules.read_budgets(await key.account, key.id)
        return {
            "model_row": row,
            "model_rules": model_rules.ModelRules.of_row(row),
            "model_budgets": [describe_budget(budget) for budget in budgets],
        }


def describe_budget(budget: AiBudget) -> dict[str, str]:
    """Returns a budget for people: its model ("" for all), its sum, and what is used of it this month."""
    used = budget.used if budget.month == month_of(clock.now()) else 0
    return {"model": budget.model, "most": format_whole(budget.most), "used": format_whole(used)}


model_terms.install(KeyModelTerms())
