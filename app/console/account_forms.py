"""Reads the operator's forms about an account: its plan and limits, and a new suspension."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from app.abuse.suspending import NewSuspension
from app.accounts.models import Account
from app.console.form_times import read_time
from app.kernel.refusal import N_, Faults, InvalidRequest
from app.ops import account_acts
from app.ops.operator_actions import Limit
from app.plans.plan_limits import PLANS
from app.web.forms import Form

MOST = 1_000_000_000


class UnknownPlan(InvalidRequest):
    """There is no such plan for an account."""

    field, says = "plan", N_("Choose a plan.")


class InvalidLimit(InvalidRequest):
    """A limit is no whole number from 0 to a billion."""

    says = N_("Type a whole number, or leave it empty for that of the plan.")


@dataclass(frozen=True, slots=True)
class LimitsForm:
    """The plan that the operator grants, the account's own limits or "plan" for the plan's, and why."""

    plan: str
    links: Limit
    requests: Limit
    why: str

    @classmethod
    def read(cls, form: Form) -> Self:
        """Reads the form. Raises: UnknownPlan, InvalidLimit, WhyMissing, TooLong; all at once."""
        faults, numbers, why = Faults.gather(), dict[str, Limit](links=None, requests=None), ""
        with faults.catching():
            if form["plan"] not in PLANS:
                raise UnknownPlan
        for name in numbers:
            with faults.catching():
                numbers[name] = _read_limit(form[name], name)
        with faults.catching():
            why = account_acts.read_why(form["why"])
        faults.raise_if_any()
        return cls(form["plan"], numbers["links"], numbers["requests"], why)


def filled_limits(account: Account) -> Form:
    """Returns the form of plan and limits as they are now."""
    limits = {"links": account.links_limit, "requests": account.requests_limit}
    values = {name: "" if limit is None else str(limit) for name, limit in limits.items()}
    return Form({"plan": account.operator_plan or account.plan_name, "why": ""} | values)


def read_suspension(form: Form) -> NewSuspension:
    """Reads the form of a suspension. Raises: those of `NewSuspension.checked_note`, InvalidRequest; all at once."""
    faults, until = Faults.gather(), None
    with faults.catching():
        until = read_time(form["until"], "until")
    new = NewSuspension(form["reason"], form["level"], form["note"], until)
    with faults.catching():
        new.checked_note()
    faults.raise_if_any()
    return new


def _read_limit(typed: str, field: str) -> Limit:
    typed = typed.strip()
    if not typed:
        return "plan"
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 10 and int(typed) <= MOST):
        raise InvalidLimit(field=field)
    return int(typed)
