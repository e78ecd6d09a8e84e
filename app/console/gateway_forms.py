"""Reads what operators type about AI models: new ones, percentages, prices, days and numbers of routes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.gateway.catalogue.ai_model import ABILITIES
from app.gateway.catalogue.margin import parse_percent
from app.gateway.catalogue.model_facts import ModelFacts, media_options
from app.gateway.catalogue.price_list import parse_prices
from app.gateway.catalogue.route_setup import BOUNDS
from app.gateway.catalogue.upstream import Upstream
from app.gateway.catalogue.upstream_setup import UnknownUpstream, find_upstream
from app.kernel.refusal import N_, Faults, Refusal
from app.kernel.text import clean_line
from app.web.forms import Form

LONGEST_PRICES, LONGEST_OPTIONS, MOST_DIGITS, LONGEST_DAY = 500, 500, 9, 10
ABILITY = "ability_"  # before the name of each, in the name of its box


class PriceMissing(Refusal):
    """Nothing was typed as a price."""

    code, field, says = "AI_PRICE_MISSING", "price", N_("Write at least one price, such as input=0.25.")


class InvalidDay(Refusal):
    """The text is no day."""

    code, field, says = "INVALID_DAY", "day", N_("Choose a day.")


def read_margin(form: Form) -> int:
    """Returns the margin of a form in hundredths of a percent. Raises: InvalidMargin."""
    return parse_percent(form["margin"])


def read_prices(form: Form) -> dict[str, int]:
    """Returns the prices of a form by class. Raises: TooLong, PriceMissing, InvalidPrice."""
    pairs = clean_line(form["price"], LONGEST_PRICES, "price").split()
    if not pairs:
        raise PriceMissing
    return parse_prices(pairs)


def read_new_model(form: Form, faults: Faults) -> tuple[ModelFacts, dict[str, int]]:
    """Returns what a form says of a new model, and its prices by class.

    What cannot be read is missing there, and its refusal is added to `faults`.
    """
    margin, options, prices = 0, dict[str, Any](), dict[str, int]()
    with faults.catching():
        margin = read_margin(form) if form["margin"].strip() else 0
    with faults.catching():
        sizes, seconds = (clean_line(form[name], LONGEST_OPTIONS, name).split() for name in ("sizes", "seconds"))
        options = media_options(sizes, map(read_number, seconds))
    with faults.catching():
        prices = parse_prices(clean_line(form["price"], LONGEST_PRICES, "price").split())
    return replace(_read_facts(form), options=options, margin=margin), prices


def _read_facts(form: Form) -> ModelFacts:
    """Returns what is checked only with what the list of prices knows of the model."""
    return ModelFacts(
        form["model"].strip(),
        form["kind"],
        form["label"],
        form["maker"],
        form["policy_url"].strip(),
        abilities=[name for name in ABILITIES if form.has(ABILITY + name)],
        context=_tokens(form["context"]),
        max_output=_tokens(form["max_output"]),
    )


def _tokens(typed: str) -> int:
    """Returns a number of tokens; 0 for an empty text, and -1 for what is no number."""
    return read_number(typed) if typed.strip() else 0


def read_day(form: Form) -> date:
    """Returns the day of a form. Raises: InvalidDay."""
    try:
        return date.fromisoformat(form["day"].strip()[: LONGEST_DAY + 1])
    except ValueError:
        raise InvalidDay from None


def read_terms(form: Form) -> dict[str, int]:
    """Returns the numbers of a route; what is no number is out of the bounds, which `check_terms` refuses."""
    return {name: read_number(form[name]) for name in BOUNDS if form.has(name)}


async def find_provider(form: Form) -> Upstream:
    """Returns the provider that was chosen in a form. Raises: UnknownUpstream, at its field."""
    try:
        return await find_upstream(form["upstream"][:100])
    except UnknownUpstream as refusal:
        raise UnknownUpstream(field="upstream", **refusal.facts) from None


async def provider_choices() -> list[tuple[str, str]]:
    """Returns the providers for a form to choose from, as pairs of a value and words."""
    return [(each.name, each.name) for each in await Upstream.all().order_by("name")]


def read_number(typed: str) -> int:
    """Returns a whole number; -1 for what is none."""
    digits = typed.strip()[: MOST_DIGITS + 1]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS else -1
