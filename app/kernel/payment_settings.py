"""How buyers pay: the settings of KlikQRIS, Midtrans, CoinPayments and bank transfers.

A way to pay is offered when its credentials are set. Every address is a setting, so that a provider that moves needs
no new version of Kliqs.
"""

from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator

from app.kernel.price_settings import PriceSettings
from app.kernel.refusal import N_
from app.kernel.setting_checks import is_plain, is_service_url

LONGEST_INSTRUCTIONS = 1000


class PaymentSettings(PriceSettings):
    """The prices, and how they are paid.

    Without credentials nothing can be bought here, except with practice payments in development.
    """

    klikqris_key: str = Field(
        "", repr=False, description=N_("The API key of your KlikQRIS account; empty: no KlikQRIS.")
    )
    klikqris_merchant: str = Field("", description=N_("The merchant id (id_merchant) of that account."))
    klikqris_sandbox: bool = Field(
        False, description=N_("on: KlikQRIS' sandbox, in which no money moves; it needs a key of the sandbox.")
    )
    klikqris_my_pg: bool = Field(
        False,
        description=N_(
            "on: the variant “MY PG” of KlikQRIS, in which your own QRIS takes the payments; your account must have it."
        ),
    )
    klikqris_url: str = Field("https://klikqris.com/api", description=N_("The address of KlikQRIS' API."))
    klikqris_sandbox_url: str = Field(
        "https://klikqris.com/api/sandbox", description=N_("The address of KlikQRIS' sandbox.")
    )
    klikqris_policy_url: str = Field(
        "https://klikqris.com", description=N_("Where buyers read KlikQRIS' own terms and privacy policy.")
    )
    midtrans_server_key: str = Field(
        "", repr=False, description=N_("The server key of your Midtrans account; empty: no Midtrans.")
    )
    midtrans_sandbox: bool = Field(
        False, description=N_("on: Midtrans' sandbox, in which no money moves; it needs a server key of the sandbox.")
    )
    midtrans_url: str = Field("https://api.midtrans.com", description=N_("The address of Midtrans' API."))
    midtrans_sandbox_url: str = Field(
        "https://api.sandbox.midtrans.com", description=N_("The address of Midtrans' sandbox.")
    )
    midtrans_policy_url: str = Field(
        "https://midtrans.com/privacy-notice", description=N_("Where buyers read Midtrans' own privacy policy.")
    )
    midtrans_acquirer: str = Field(
        "gopay", description=N_("Who issues the QRIS codes at Midtrans, such as gopay; your account says who may.")
    )
    coinpayments_client: str = Field(
        "", description=N_("The client id of your integration at CoinPayments; empty: no CoinPayments.")
    )
    coinpayments_secret: str = Field("", repr=False, description=N_("The client secret of that integration."))
    coinpayments_url: str = Field(
        "https://a-api.coinpayments.net",
        description=N_("The address of CoinPayments' API, as your integration shows it, without /api."),
    )
    coinpayments_policy_url: str = Field(
        "https://www.coinpayments.net", description=N_("Where buyers read CoinPayments' own terms and privacy policy.")
    )
    coinpayments_currency: Literal["USD", "IDR"] = Field(
        "USD", description=N_("The currency in which CoinPayments writes its invoices.")
    )
    coinpayments_currency_id: str = Field(
        "5057", description=N_("The number of that currency at CoinPayments; US dollars have 5057.")
    )
    coinpayments_clock_skew: int = Field(
        300,
        ge=10,
        le=86_400,
        description=N_("How many seconds the time in a notification of CoinPayments may differ from this clock."),
    )
    transfer_instructions: str = Field(
        "",
        description=N_(
            "What a buyer reads who pays by transfer: bank, account number, name; a | begins a new line. "
            "Empty: no transfers."
        ),
    )
    transfer_days: int = Field(7, ge=1, le=60, description=N_("How many days a payment by transfer may take."))
    payment_zone: str = Field(
        "Asia/Jakarta",
        description=N_("The time zone of times that KlikQRIS and Midtrans write without one; both write WIB."),
    )

    @field_validator("klikqris_key", "klikqris_merchant", "midtrans_server_key")
    @classmethod
    def _plain(cls, value: str) -> str:
        if not is_plain(value):
            raise ValueError("give it as the provider shows it, without blanks around it")
        return value

    @field_validator("coinpayments_client", "coinpayments_secret", "midtrans_acquirer")
    @classmethod
    def _plain_too(cls, value: str) -> str:
        return cls._plain(value)

    @field_validator("coinpayments_currency_id")
    @classmethod
    def _currency_id(cls, value: str) -> str:
        if not (value.isascii() and value.isdecimal() and len(value) <= 10):
            raise ValueError("give a number, for example 5057")
        return value

    @field_validator("transfer_instructions")
    @classmethod
    def _instructions(cls, value: str) -> str:
        if len(value) > LONGEST_INSTRUCTIONS or not value.replace("\n", "").isprintable():
            raise ValueError(f"give at most {LONGEST_INSTRUCTIONS} characters")
        return "\n".join(line.strip() for line in value.replace("|", "\n").strip().splitlines())

    @field_validator("payment_zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ValueError, OSError, LookupError):
            raise ValueError("give the name of a time zone, for example Asia/Jakarta") from None
        return value

    def payment_problems(self, *, production: bool) -> list[str]:
        """Returns a sentence for each setting of a provider that is missing or wrong."""
        pairs = {
            "KLIQS_KLIKQRIS_KEY and KLIQS_KLIKQRIS_MERCHANT": (self.klikqris_key, self.klikqris_merchant),
            "KLIQS_COINPAYMENTS_CLIENT and KLIQS_COINPAYMENTS_SECRET": (
                self.coinpayments_client,
                self.coinpayments_secret,
            ),
        }
        problems = [f"{names}: set both, or neither" for names, pair in pairs.items() if any(pair) and not all(pair)]
        urls = [name for name in PaymentSettings.model_fields if name.endswith("_url")]
        return problems + [
            f"KLIQS_{name.upper()}: give an https address without ? and #"
            for name in urls
            if not is_service_url(getattr(self, name), production=production)
        ]
