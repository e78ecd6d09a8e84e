"""What a model costs, in the one number by which people compare: rupiah per million tokens, picture or second."""

from __future__ import annotations

from dataclasses import dataclass

from app.gateway.catalogue.ai_model import EMBEDDING, IMAGE, VIDEO
from app.gateway.catalogue.price import Price
from app.gateway.metering.cost import cost_of
from app.gateway.metering.format_rupiah import format_micro
from app.gateway.upstreams.usage import Usage
from app.kernel import i18n
from app.kernel.i18n import gettext as _

MILLION, SECOND = 10**6, 1_000  # tokens, milliseconds


@dataclass(frozen=True, slots=True)
class ShownPrice:
    """A price: `amount` is what orders models of a kind, in micro-rupiah; `text` and `unit` are for people.

    `note` tells from how many input tokens on a request costs more, "" where it does not.
    """

    amount: int
    text: str
    unit: str
    note: str


def show_price(kind: str, price: Price) -> ShownPrice:
    """Returns the price of a model of a kind, with the operator's margin, at the rate that it has."""
    tiers = sorted(int(name.partition(">")[2]) for name in price.prices if ">" in name)
    plain = Price({name: value for name, value in price.prices.items() if ">" not in name}, price.rate, price.margin)
    amount, text, unit = _numbers(kind, plain)
    note = _("more from %(num)s tokens in") % {"num": i18n.format_number(tiers[0])} if tiers else ""
    return ShownPrice(amount, text if amount else _("Free"), unit if amount else "", note)


def _numbers(kind: str, price: Price) -> tuple[int, str, str]:
    if kind == VIDEO:
        each = cost_of(Usage(milliseconds=SECOND), price)
        return each, format_micro(each), _("per second of video")
    if kind == IMAGE and price.of("images"):
        each = cost_of(Usage(images=1), price)
        return each, format_micro(each), _("per picture")
    sent = cost_of(Usage(input=MILLION), price)
    if kind == EMBEDDING:
        return sent, format_micro(sent), _("per million tokens")
    got = cost_of(Usage(output_image=MILLION) if kind == IMAGE else Usage(output=MILLION), price)
    return sent + got, f"{format_micro(sent)} / {format_micro(got)}", _("per million tokens in / out")
