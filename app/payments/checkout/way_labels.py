"""The ways to pay in words for buyers, who know QRIS and transfers rather than the names of payment services."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, NotFound
from app.payments.ordering import FREE
from app.payments.providers import registry
from app.payments.providers.practice import PracticeProvider
from app.payments.providers.provider import CheckoutKind, Provider


class WayLabel(NamedTuple):
    """A way to pay: its name, and a line that says what it needs; both are English, to be translated."""

    name: str
    hint: str


WAYS = {
    CheckoutKind.QR: WayLabel(
        N_("QRIS: any bank or wallet app"), N_("GoPay, OVO, DANA, ShopeePay, BCA, Mandiri, BRI and others")
    ),
    CheckoutKind.REDIRECT: WayLabel(N_("Crypto"), N_("USDT, BTC, LTC and others; takes 2 to 60 minutes")),
    CheckoutKind.MANUAL: WayLabel(N_("Bank transfer"), N_("The operator confirms it by hand, on working days")),
}
PRACTICE = WayLabel(N_("Practice payment"), N_("For development only: no money moves"))
SHORT_NAMES = {CheckoutKind.QR: "QRIS", CheckoutKind.REDIRECT: N_("Crypto"), CheckoutKind.MANUAL: N_("Bank transfer")}
OTHERS = {PracticeProvider.code: PRACTICE.name, FREE: N_("Coupon")}


def way_label(provider: Provider) -> WayLabel:
    """Returns the words for a way to pay in the current language."""
    name, hint = PRACTICE if provider.code == PracticeProvider.code else WAYS[provider.kind]
    return WayLabel(_(name), _(hint))


def label_ways(ways: Sequence[Provider]) -> list[tuple[str, WayLabel]]:
    """Returns the codes of ways to pay with their words; two of the same kind also have the names of their services."""
    labels = [(way, way_label(way)) for way in ways]
    names = Counter(label.name for _way, label in labels)
    return [
        (way.code, label._replace(name=f"{label.name} ({_(way.label)})") if names[label.name] > 1 else label)
        for way, label in labels
    ]


def short_name(provider_code: str, kind: str) -> str:
    """Returns the name of the way in which an order is paid, such as QRIS, for a line in a list."""
    if provider_code in OTHERS:
        return _(OTHERS[provider_code])
    return _(SHORT_NAMES[CheckoutKind(kind)])


def find_provider(code: str) -> Provider | None:
    """Returns a provider that the operator has set up; None for one that is no longer there."""
    try:
        return registry.provider(code)
    except (NotFound, KeyError):
        return None
