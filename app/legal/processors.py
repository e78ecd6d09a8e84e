"""Companies that process data on behalf of the operator, each listed only where a setting enables it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from app.kernel.config import Config
from app.kernel.refusal import N_
from app.legal.network_processors import GETS_POST, PUBLISHES, enabled_networks
from app.payments.providers import registry
from app.payments.providers.coinpayments import CoinpaymentsProvider
from app.payments.providers.klikqris import KlikqrisProvider
from app.payments.providers.midtrans import MidtransProvider


class Processor(NamedTuple):
    """A processor: a proper name or a host, what it does and which data it gets, as English to be translated.

    `policy_url` is the address of its own privacy policy, or empty.
    """

    name: str
    does: str
    gets: str
    policy_url: str = ""


DELIVERS = N_("Delivers our mails.")
GETS_MAIL = N_("The address a mail goes to, and what is in it.")
TABLE: tuple[tuple[Callable[[Config], str], str, str], ...] = (
    # the function returns the processor's name where these settings enable it, else an empty string
    (lambda config: config.smtp_host, DELIVERS, GETS_MAIL),
    (lambda config: "Resend" if getattr(config, "resend_key", "") else "", DELIVERS, GETS_MAIL),
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
BY_QRIS = N_("Takes payments by QRIS.")
GETS_ORDER = N_(
    "Of each order its number, the amount, and which plan it is for how many months. Not your name, your email, your "
    "address or your tax number."
)
PAYMENT_SERVICES: Mapping[str, tuple[str, str]] = {  # what it does and what it gets, by the code of its adapter
    KlikqrisProvider.code: (BY_QRIS, GETS_ORDER),
    MidtransProvider.code: (BY_QRIS, GETS_ORDER),
    CoinpaymentsProvider.code: (
        N_("Takes payments in cryptocurrencies."),
        N_(
            "Of each order its number, the amount, and which plan it is for how many months. Not your name, your "
            "email, your address or your tax number. It sees the payment on the network of the coin, and which coin "
            "you choose. Where you pay on its own page, it also sees your network address and what you enter there."
        ),
    ),
}


def enabled_processors(config: Config) -> list[Processor]:
    """Returns the processors that these settings enable: payment services, then social networks last."""
    processors = [Processor(name, does, gets) for name_of, does, gets in TABLE if (name := name_of(config))]
    for provider in registry.configured(config):
        if provider.code in PAYMENT_SERVICES:
            does, gets = PAYMENT_SERVICES[provider.code]
            processors.append(Processor(provider.label, does, gets, provider.policy_url))
    networks = enabled_networks(config)
    return processors + [Processor(network.label, PUBLISHES, GETS_POST, network.policy_url) for network in networks]


def _proxy_name(config: Config) -> str:
    """The proxy's name, empty unless it adds a country header, as those of large networks do: others are the operator's
    own.
    """
    if not config.country_header or not config.trusted_hops:
        return ""
    return "Cloudflare" if config.country_header.lower() == "cf-ipcountry" else config.country_header
