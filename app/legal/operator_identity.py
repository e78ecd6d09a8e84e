"""Who answers for this installation, and whom it has work for it: from its settings."""

from typing import NamedTuple

from app.kernel import installation
from app.legal.processors import Processor, switched_on


class Operator(NamedTuple):
    """Empty where the settings are."""

    name: str = ""
    address: str = ""
    email: str = ""


def operator() -> Operator:
    """Who answers for the current installation."""
    config = installation.current().config
    return Operator(config.operator_name, config.operator_address, config.contact_email)


def processors() -> list[Processor]:
    """The processors that the settings of the current installation switch on."""
    return switched_on(installation.current().config)
