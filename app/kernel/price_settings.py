"""The monthly prices of the plans: the setting KLIQS_PRICES."""

import re

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_


class PriceSettings(BaseSettings):
    """The operator sets the prices. Kliqs shows them and takes no payment."""

    prices: str = Field(
        "starter=29000 pro=79000 business=249000",
        description=N_(
            "What the plans cost in whole rupiah a month, as pages show it; the operator changes plans with "
            "kliqs account "
            "limits."
        ),
    )

    @field_validator("prices")
    @classmethod
    def _each(cls, value: str) -> str:
        if not all(re.fullmatch(r"(starter|pro|business)=\d{1,9}", pair, re.ASCII) for pair in value.split()):
            raise ValueError("give a number of rupiah for a plan, for example starter=29000 pro=79000 business=249000")
        return value

    @property
    def price_list(self) -> dict[str, int]:
        """Rupiah a month by plan name; a plan that is not in it is free."""
        return {name: int(price) for name, _, price in (pair.partition("=") for pair in self.prices.split())}
