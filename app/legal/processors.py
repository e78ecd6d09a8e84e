"""Who may work with data on behalf of the operator: one table, each row with the setting that switches it on."""

from collections.abc import Callable
from typing import NamedTuple

from app.kernel.config import Config
from app.kernel.refusal import N_


class Processor(NamedTuple):
    """`name` is a proper name or a host; what it does and which data it gets are English, to be translated."""

    name: str
    does: str
    gets: str


DELIVERS = N_("Delivers our mails.")
GETS_MAIL = N_("The address a mail goes to, and what is in it.")
TABLE: tuple[tuple[Callable[[Config], str], str, str], ...] = (  # the name where it is switched on, else empty
    (lambda config: config.smtp_host, DELIVERS, GETS_MAIL),
    (lambda config: "Resend" if getattr(config, "resend_key", "") else "", DELIVERS, GETS_MAIL),
    (lambda config: _proxy(config), N_("Stands in front of the server, passes requests on and names their country."),
     N_("Every request with its network address.")),
)


def switched_on(config: Config) -> list[Processor]:
    """The processors of an installation with these settings; none unless something is set."""
    return [Processor(name, does, gets) for named, does, gets in TABLE if (name := named(config))]


def _proxy(config: Config) -> str:
    """A proxy is the operator's own unless it names countries, which those of large networks do."""
    if not config.country_header or not config.trusted_hops:
        return ""
    return "Cloudflare" if config.country_header.lower() == "cf-ipcountry" else config.country_header
