"""The forms of a key: its name, what it may do, from where, and for how long."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.kernel import clock, i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Faults, Refusal
from app.keys import scopes
from app.keys.key_terms import NEVER, KeyTerms, parse_lifetime
from app.keys.model_terms import model_terms
from app.keys.models import ApiKey, clean_key_name
from app.keys.networks import parse_networks
from app.keys.scopes import AI, EVERYTHING
from app.web.forms import Form

ALL, READ_ONLY, CHOSEN = "all", "read", "some"  # the values of `kind`
FIELD = "scope-"  # before the name of a scope: the name of its checkbox
PRESETS = {ALL: N_("Everything"), READ_ONLY: N_("Read only"), CHOSEN: N_("Only some things")}


class UnknownPreset(Refusal):
    """The choice of rights is none of the form's."""

    code, field, says = "INVALID_RIGHTS", "scopes", N_("Choose everything, read only, or what the key may do.")


def new_form() -> Form:
    """Returns the form of a new key as it is shown first."""
    return Form({"kind": ALL, "expires": "90"})


def form_of_key(key: ApiKey) -> Form:
    """Returns the form with the rights of a key."""
    chosen = {FIELD + scope: "1" for scope in key.scopes.split()}
    return Form({"kind": ALL if key.has_every_scope else CHOSEN, "networks": key.networks.replace(" ", ", "), **chosen})


def read_new_key(form: Form) -> tuple[str, KeyTerms, int | None]:
    """Returns the name, the terms and the monthly budget for models, in micro-rupiah; None for no budget.

    Raises: Faults, or the only refusal of a field.
    """
    faults, name, days, budget = Faults.gather(), "", None, None
    with faults.catching():
        name = clean_key_name(form["name"])
    with faults.catching():
        days = parse_lifetime(form["expires"])
    with faults.catching():
        budget = model_terms().read_budget(form)
    terms = _read_rights(form, faults, days)
    return name, terms, budget


def read_rights(form: Form) -> KeyTerms:
    """Returns what a key may do and from where. Raises: Faults, or the only refusal of a field."""
    return _read_rights(form, Faults.gather(), None)


def _read_rights(form: Form, faults: Faults, days: int | None) -> KeyTerms:
    chosen = networks = ""
    with faults.catching():
        chosen = _read_scopes(form)
    with faults.catching():
        networks = parse_networks(form["networks"])
    faults.raise_if_any()
    return KeyTerms(chosen, networks, days)


def _read_scopes(form: Form) -> str:
    """Returns the chosen scopes as they are stored. Raises: NoScope, UnknownPreset."""
    kind, chosen = form["kind"] or ALL, [AI] if form.has(FIELD + AI) else []
    if kind not in PRESETS:
        raise UnknownPreset
    if kind == ALL:
        return " ".join((EVERYTHING, *chosen))
    offered = scopes.read_only_scopes() if kind == READ_ONLY else scopes.offered_scopes()
    chosen += [scope for scope in offered if kind == READ_ONLY or form.has(FIELD + scope)]
    return scopes.pack_scopes(chosen)


async def rights_context() -> dict[str, Any]:
    """Returns what the fields of a key's rights need: the presets, the areas with their scopes, and the lifetimes.

    Whether the scope for models is offered is among it.
    """
    in_days = {"90": _("in 90 days, %(day)s"), "365": _("in a year, %(day)s")}
    lifetimes = [
        (value, text % {"day": i18n.format_date(clock.now() + timedelta(days=int(value)))})
        for value, text in in_days.items()
    ]
    return {
        "presets": [(value, _(label)) for value, label in PRESETS.items()],
        "areas": scopes.offered_areas(),
        "lifetimes": [*lifetimes, (NEVER, _("never"))],
        **await model_terms().form_context(),
    }
