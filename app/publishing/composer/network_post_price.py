"""What a post costs the operator at a network that takes money for its API, as the composer says it."""

from __future__ import annotations

from babel.numbers import format_currency

from app.kernel.config import Config
from app.kernel.i18n import current_language, gettext

X = "x"


def price_sentence(network: str, config: Config) -> str:
    """Returns what a post costs at a network, with an address and without one; empty where it costs nothing."""
    if network != X or not (config.x_post_cents or config.x_link_post_cents):
        return ""
    return gettext("With a link this post costs %(link)s, without one %(plain)s.") % {
        "link": _dollars(config.x_link_post_cents),
        "plain": _dollars(config.x_post_cents),
    }


def _dollars(cents: float) -> str:
    """Formats US cents as dollars in the reader's language, with as many decimals as they need."""
    return format_currency(cents / 100, "USD", "US$#,##0.00##", locale=current_language(), currency_digits=False)
