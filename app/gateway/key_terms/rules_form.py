"""The forms of what a key may do with AI models."""

from __future__ import annotations

from app.gateway.catalogue.offered import offered_models
from app.gateway.key_terms.model_rules import (
    CONTENT_DAYS,
    LIMITS,
    USUAL,
    ContentDaysNotAllowed,
    InvalidLimit,
    Limits,
    ModelRules,
    check_limit,
    most_content_days,
    most_of_limit,
)
from app.gateway.metering.balance import MICRO
from app.gateway.metering.budgets import parse_budget
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import N_, Faults, Refusal
from app.web.forms import Form

BUDGET, MODEL, DAYS = "budget", "model-", "content_days"  # MODEL: before the id of a model, the name of its checkbox
ALL, CHOSEN = "all", "some"  # the values of `which`


class NoModelChosen(Refusal):
    """Only some models were to be allowed, and none was chosen."""

    code, field, says = "NO_MODEL", "which", N_("Choose at least one model, or all of them.")


def read_budget(form: Form) -> int | None:
    """Returns the budget in a form in micro-rupiah; None where it is empty. Raises: InvalidBudget."""
    return parse_budget(form[BUDGET], BUDGET)


def read_limits(form: Form, faults: Faults) -> Limits:
    """Returns the limits in a form; what is wrong is added to the faults."""
    requests = tokens = streams = None
    with faults.catching():
        requests = _read_limit(form, LIMITS[0])
    with faults.catching():
        tokens = _read_limit(form, LIMITS[1])
    with faults.catching():
        streams = _read_limit(form, LIMITS[2])
    return requests, tokens, streams


def _read_limit(form: Form, name: str) -> int | None:
    """Returns a limit; None where it is empty. Raises: InvalidLimit."""
    text = form[name].strip().replace(".", "").replace(",", "").replace(" ", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise InvalidLimit(field=name, most=most_of_limit(name))
    check_limit(name, int(text))
    return int(text)


async def read_rules(form: Form, before: ModelRules) -> tuple[ModelRules, int | None]:
    """Returns the rules and the budget in a form, which knows no limits of single models.

    A model may be chosen that is offered, or was allowed before. Raises: Faults, or the only refusal of a field.
    """
    faults, budget, days, models = Faults.gather(), None, 0, tuple[str, ...]()
    offered = [*await offered_models(), *before.models]
    with faults.catching():
        models = _read_models(form, offered)
    with faults.catching():
        budget = read_budget(form)
    limits = read_limits(form, faults)
    with faults.catching():
        days = _read_days(form)
    faults.raise_if_any()
    return ModelRules(models, limits, days), budget


def _read_models(form: Form, offered: list[str]) -> tuple[str, ...]:
    """Returns the chosen models, () for all. Raises: NoModelChosen."""
    if form["which"] != CHOSEN:
        return ()
    chosen = tuple(dict.fromkeys(model for model in offered if form.has(MODEL + model)))
    if not chosen:
        raise NoModelChosen
    return chosen


def _read_days(form: Form) -> int:
    """Returns for how many days content is kept. Raises: ContentDaysNotAllowed."""
    text = form[DAYS].strip() or "0"
    if not (text.isascii() and text.isdigit() and len(text) < 4 and int(text) <= most_content_days()):
        raise ContentDaysNotAllowed(most=most_content_days())
    return int(text)


def form_of_rules(rules: ModelRules, budget: int | None) -> Form:
    """Returns the form with what is set; `budget` is in micro-rupiah."""
    values = {MODEL + model: "1" for model in rules.models}
    values |= {"which": CHOSEN if rules.models else ALL, DAYS: str(rules.content_days)}
    return Form(values | _texts(rules.limits, budget))


def form_of_limits(model: str, rules: ModelRules, budget: int | None) -> Form:
    """Returns the form of the limits of one model with what is set; `budget` is in micro-rupiah."""
    return Form({"model": model} | _texts(rules.of_models.get(model, USUAL), budget))


def _texts(limits: Limits, budget: int | None) -> dict[str, str]:
    """Returns limits, and a budget in micro-rupiah, as the fields in which they are typed."""
    values = {name: "" if value is None else str(value) for name, value in zip(LIMITS, limits, strict=True)}
    return values | {BUDGET: "" if budget is None else str(budget // MICRO)}


def content_choices(current: int) -> list[tuple[str, str]]:
    """Returns for how many days content may be kept, as the operator allows, and as it is set now, with labels."""
    most = most_content_days()
    days = sorted({days for days in (*CONTENT_DAYS, current) if days <= most} | {0})
    return [(str(each), _days_label(each)) for each in days]


def _days_label(days: int) -> str:
    """Returns a number of days as the label of an option."""
    return ngettext("for %(num)s day", "for %(num)s days", days) % {"num": days} if days else _("not at all")
