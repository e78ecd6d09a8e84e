"""What a key may do with AI models: the gateway knows it, and the forms and pages of keys reach it here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from app.keys.models import ApiKey
    from app.web.forms import Form


class ModelTerms(Protocol):
    """What the gateway does for the forms and pages of keys. Whole sums are micro-rupiah."""

    async def form_context(self) -> dict[str, Any]:
        """Returns what the form of a key needs: `models_offered`, whether keys are offered the scope at all."""
        ...

    def read_budget(self, form: Form) -> int | None:
        """Returns the monthly budget in the form of a new key; None without one. Raises a Refusal."""
        ...

    async def begin(self, key: ApiKey, budget: int | None) -> None:
        """Stores the budget of a new key, in the transaction that makes it."""
        ...

    async def take_over(self, old: ApiKey, new: ApiKey) -> None:
        """Gives a new key the terms of the one that it replaces, in the transaction that makes it."""
        ...

    async def page_context(self, key: ApiKey) -> dict[str, Any]:
        """Returns what the part of the key's page needs that says what it may do with models."""
        ...


class NoModels:
    """There is no gateway."""

    async def form_context(self) -> dict[str, Any]:
        """Returns that the scope is not offered."""
        return {"models_offered": False}

    def read_budget(self, form: Form) -> int | None:
        """Returns None."""
        return None

    async def begin(self, key: ApiKey, budget: int | None) -> None:
        """Stores nothing."""

    async def take_over(self, old: ApiKey, new: ApiKey) -> None:
        """Stores nothing."""

    async def page_context(self, key: ApiKey) -> dict[str, Any]:
        """Returns nothing."""
        return {}


_terms: ModelTerms = NoModels()


def install(terms: ModelTerms) -> None:
    """Makes forms and pages of keys use these terms from now on."""
    global _terms
    _terms = terms


def model_terms() -> ModelTerms:
    """Returns the terms that were installed."""
    return _terms
