"""The operator of the current installation, its processors, and whether it takes payments, from its settings."""

from typing import NamedTuple

from app.kernel import installation
from app.legal.processors import Processor, enabled_processors
from app.payments.providers import registry
from app.payments.providers.practice import PracticeProvider


class Operator(NamedTuple):
    """The operator's name, postal address and email; empty where the setting is."""

    name: str = ""
    address: str = ""
    email: str = ""


def operator() -> Operator:
    """Returns the operator of the current installation."""
    config = installation.current().config
    return Operator(config.operator_name, config.operator_address, config.contact_email)


def processors() -> list[Processor]:
    """Returns the processors that the settings of the current installation enable."""
    return enabled_processors(installation.current().config)


def takes_payments() -> bool:
    """Whether something can be paid here with money; practice payments are none."""
    return any(provider.code != PracticeProvider.code for provider in registry.configured())
