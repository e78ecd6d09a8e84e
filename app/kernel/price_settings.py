"""What the plans cost: the settings KLIQS_PRICES, KLIQS_PRICE_RATE, KLIQS_PRICE_RATE_DAY and KLIQS_TAX."""

import re
from datetime import date
from typing import NamedTuple

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_

PRICE = re.compile(r"(starter|pro|business)(/3|/12)?=\d{1,9}", re.ASCII)
TAX = re.compile(r"(\S.{0,18}\S) (\d{1,2})(?:[.,](\d{1,2}))?", re.ASCII)


class Tax(NamedTuple):
    """A tax that the prices include; `rate` is in hundredths of a percent, 1100 for 11 %."""

    name: str
    rate: int


class PriceSettings(BaseSettings):
    """The operator sets the prices in rupiah. A provider that needs US dollars is offered with a rate of this week."""

    prices: str = Field(
        "starter=29000 pro=79000 business=249000",
        description=N_(
            "What the plans cost in whole rupiah a month; pro/3=210000 and pro/12=790000 set the prices of 3 and 12 "
            "months, which otherwise cost 3 and 12 times as much."
        ),
    )
    price_rate: int = Field(
        0,
        ge=0,
        le=10**9,
        description=N_("How many whole rupiah a US dollar costs, for payment services that take dollars."),
    )
    price_rate_day: date | None = Field(
        None,
        description=N_(
            "The day of that rate, for example 2026-11-29; a rate older than 7 days is not used, and what needs it is "
            "not offered."
        ),
    )
    tax: str = Field(
        "", description=N_("A tax that the prices include and receipts name, for example PPN 11; empty for none.")
    )

    @field_validator("prices")
    @classmethod
    def _each(cls, value: str) -> str:
        if not all(PRICE.fullmatch(pair) for pair in value.split()):
            raise ValueError(
                "give a number of rupiah for a plan, for example starter=29000 pro=79000 pro/12=790000 business=249000"
            )
        return value

    @field_validator("price_rate_day", mode="before")
    @classmethod
    def _no_day(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("tax")
    @classmethod
    def _tax(cls, value: str) -> str:
        if value and not TAX.fullmatch(value):
            raise ValueError("give a name and a percentage, for example PPN 11")
        return value

    @property
    def price_list(self) -> dict[str, int]:
        """Whole rupiah by `pro` for a month and `pro/12` for 12 months; a plan that is not in it is free."""
        return {name: int(price) for name, _, price in (pair.partition("=") for pair in self.prices.split())}

    @property
    def included_tax(self) -> Tax | None:
        """The tax that the prices include; None without one."""
        match = TAX.fullmatch(self.tax)
        return Tax(match[1], int(match[2]) * 100 + int((match[3] or "0").ljust(2, "0"))) if match else None
