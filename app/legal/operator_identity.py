"""Who answers for this installation, and whom it has work for it: from the settings, said once at the start."""

from typing import NamedTuple

from app.kernel.config import Config
from app.legal.processors import Processor, switched_on


class Operator(NamedTuple):
    """Empty where the settings are."""

    name: str = ""
    address: str = ""
    email: str = ""


_operator = Operator()
_processors: list[Processor] = []


def use(config: Config) -> None:
    """Takes both from the settings."""
    global _operator, _processors
    _operator = Operator(config.operator_name, config.operator_address, config.contact_email)
    _processors = switched_on(config)


def operator() -> Operator:
    return _operator


def processors() -> list[Processor]:
    """Those that the settings switch on."""
    return _processors
