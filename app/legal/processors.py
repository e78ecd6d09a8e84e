"""Companies that process data on behalf of the operator: one table, each row enabled by a setting."""

from collections.abc import Callable
from typing import NamedTuple

from app.kernel.config import Config
from app.kernel.refusal import N_


class Processor(NamedTuple):
    """A processor: a proper name or a host, what it does and which data it gets, as English to be translated."""

    name: str
    does: str
    gets: str


DELIVERS = N_("Delivers our mails.")
GETS_MAIL = N_("The address a mail goes to, and what is in it.")
TAKES_PAYMENTS = N_("Takes payments for plans.")
GETS_ORDER = N_("The number, the amount and the content of an order, and what you enter there yourself.")
TABLE: tuple[tuple[Callable[[Config], str], str, str], ...] = (
    # the function returns the processor's name where these settings enable it, else an empty string
    (lambda config: config.smtp_host, DELIVERS, GETS_MAIL),
    (lambda config: "Resend" if getattr(config, "resend_key", "") else "", DELIVERS, GETS_MAIL),
    (lambda config: "KlikQRIS" if config.klikqris_key else "", TAKES_PAYMENTS, GETS_ORDER),
    (lambda config: "Midtrans" if config.midtrans_server_key else "", TAKES_PAYMENTS, GETS_ORDER),
    (lambda config: "CoinPayments" if config.coinpayments_client else "", TAKES_PAYMENTS, GETS_ORDER),
    (
        lambda config: ", ".join(provider.label for provider in config.oauth_providers),
        N_("Lets those sign in who choose it."),
        N_("That you sign in here; nothing of what you make."),
    ),
    (
        lambda config: _proxy_name(config),
        N_("Stands in front of the server, passes requests on and names their country."),
        N_("Every request with its network address."),
    ),
)


def enabled_processors(config: Config) -> list[Processor]:
    """Returns the processors that these settings enable."""
    return [Processor(name, does, gets) for name_of, does, gets in TABLE if (name := name_of(config))]


def _proxy_name(config: Config) -> str:
    """The proxy's name, empty unless it adds a country header, as those of large networks do: others are the operator's
    own.
    """
    if not config.country_header or not config.trusted_hops:
        return ""
    return "Cloudflare" if config.country_header.lower() == "cf-ipcountry" else config.country_header
