"""The operator of this installation and its processors, taken from the settings when the app is created."""

from typing import NamedTuple

from app.kernel.config import Config
from app.legal.processors import Processor, switched_on


class Operator(NamedTuple):
    """The operator's name, postal address and email; empty where the setting is."""

    name: str = ""
    address: str = ""
    email: str = ""


_operator = Operator()
_processors: list[Processor] = []


def use(config: Config) -> None:
    """Stores the operator and the processors of these settings for this process."""
    global _operator, _processors
    _operator = Operator(config.operator_name, config.operator_address, config.contact_email)
    _processors = switched_on(config)


def operator() -> Operator:
    """Returns the operator of this installation."""
    return _operator


def processors() -> list[Processor]:
    """Returns the processors that the settings enable."""
    return _processors
