"""Why a request to a model is refused before anything is sent.

Each has the HTTP status, and the code and type that OpenAI's API gives in such a case.
"""

from __future__ import annotations

from typing import ClassVar

from app.kernel.refusal import N_, Refusal

QUOTA, RATE = "insufficient_quota", "rate_limit_exceeded"


class MeteringRefusal(Refusal):
    """Base class: `status` is the HTTP status, `type` the type of the error in OpenAI's API, `code` its code there."""

    status: ClassVar[int]
    type: ClassVar[str]
    code = QUOTA


class InsufficientCredit(MeteringRefusal):
    """What is left of the credits is less than the request may cost."""

    status, code, type = 402, QUOTA, QUOTA
    says = N_("There are not enough credits left for this request. Buy credits, or ask for fewer tokens.")


class BudgetReached(MeteringRefusal):
    """What is left of a monthly budget is less than the request may cost.

    Each class names whose budget it is. Facts: model, for a budget of a model.
    """

    status, code, type = 402, QUOTA, QUOTA
    says = N_("The workspace's AI budget for this month does not allow this request.")


class KeyBudgetReached(BudgetReached):
    """The budget of the key, or of the key whose sub-key it is."""

    says = N_("The budget of this key for this month does not allow this request.")


class ModelBudgetReached(BudgetReached):
    """The workspace's budget of a model."""

    says = N_("The workspace's budget of %(model)s for this month does not allow this request.")


class KeyModelBudgetReached(BudgetReached):
    """The key's budget of a model."""

    says = N_("This key's budget of %(model)s for this month does not allow this request.")


class RateLimited(MeteringRefusal):
    """The requests of the minute are used. `retry_after` says when the next minute begins. Facts: limit."""

    status, code, type = 429, RATE, "requests"
    says = N_("This key may make %(limit)s requests a minute. Try again in the next minute.")


class TokensLimited(RateLimited):
    """The tokens of the minute are used. Facts: limit, tokens."""

    type = "tokens"
    says = N_(
        "This key may use %(limit)s tokens a minute, and this request may use %(tokens)s. "
        "Try again in the next minute, or ask for fewer tokens."
    )


class TooManyStreams(MeteringRefusal):
    """As many requests are open as may be open at once. Facts: limit."""

    status, code, type = 429, RATE, "requests"
    retry_after = 1
    says = N_("This key may have %(limit)s requests open at once. Wait until one of them has ended.")


class KeyPaused(MeteringRefusal):
    """The key, or the one whose sub-key it is, makes no requests to models for now."""

    status, code, type = 403, "key_paused", "permission_error"
    says = N_("This key is paused for AI models. An owner of the workspace can resume it in the dashboard.")


class AccountPaused(MeteringRefusal):
    """The workspace makes no requests to models: it is paused, frozen, suspended, or will be deleted."""

    status, code, type = 403, "account_paused", "permission_error"
    says = N_("The AI gateway is paused for this workspace.")


class ModelNotAllowed(MeteringRefusal):
    """The key may not use the model; it answers as if there were none, as OpenAI does. Facts: model."""

    status, code, type = 404, "model_not_found", "invalid_request_error"
    says = N_("The model %(model)s does not exist, or this key may not use it.")
