"""Which payment providers there are: those of the operator's settings, and adapters with credentials of a creator."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from zoneinfo import ZoneInfo

from app.kernel import installation
from app.kernel.config import Config
from app.kernel.refusal import NotFound
from app.payments.providers.coinpayments import CoinpaymentsProvider
from app.payments.providers.klikqris import KlikqrisProvider
from app.payments.providers.midtrans import MidtransProvider
from app.payments.providers.practice import PracticeProvider
from app.payments.providers.provider import Provider
from app.payments.providers.transfer import TransferProvider

CREDENTIALS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {KlikqrisProvider.code: ("key", "merchant"), MidtransProvider.code: ("server_key",)}
)


def configured(config: Config | None = None) -> list[Provider]:
    """Returns the providers that the operator has set up, in the order in which they are offered.

    Practice payments are among them in development only. Without `config`, the settings are those of the installation.
    """
    config = config or installation.current().config
    providers: list[Provider] = []
    if config.klikqris_key:
        key, merchant, sandbox = config.klikqris_key, config.klikqris_merchant, config.klikqris_sandbox
        providers.append(_klikqris(config, key, merchant, sandbox, my_pg=config.klikqris_my_pg))
    if config.midtrans_server_key:
        providers.append(_midtrans(config, config.midtrans_server_key, config.midtrans_sandbox))
    if config.coinpayments_client:
        providers.append(_coinpayments(config))
    if config.transfer_instructions:
        providers.append(TransferProvider(config.transfer_instructions, config.transfer_days))
    if not config.production:
        providers.append(PracticeProvider())
    return providers


def provider(code: str) -> Provider:
    """Returns a provider that the operator has set up. Raises: NotFound for any other code."""
    for candidate in configured():
        if candidate.code == code:
            return candidate
    raise NotFound


def connected(code: str, credentials: Mapping[str, str], *, sandbox: bool = False) -> Provider:
    """Returns an adapter with the credentials of somebody else, such as a creator who takes tips.

    `credentials` has the fields that CREDENTIALS names. Addresses are those of the operator's settings. Raises:
    NotFound for a provider that cannot be connected so.
    """
    config = installation.current().config
    if code == KlikqrisProvider.code:
        return _klikqris(config, credentials["key"], credentials["merchant"], sandbox)
    if code == MidtransProvider.code:
        return _midtrans(config, credentials["server_key"], sandbox)
    raise NotFound


def _klikqris(config: Config, key: str, merchant: str, sandbox: bool, *, my_pg: bool = False) -> Provider:
    return KlikqrisProvider(
        key,
        merchant,
        config.klikqris_sandbox_url if sandbox else config.klikqris_url,
        policy_url=config.klikqris_policy_url,
        zone=ZoneInfo(config.payment_zone),
        sandbox=sandbox,
        my_pg=my_pg,
    )


def _midtrans(config: Config, server_key: str, sandbox: bool) -> Provider:
    return MidtransProvider(
        server_key,
        config.midtrans_sandbox_url if sandbox else config.midtrans_url,
        policy_url=config.midtrans_policy_url,
        acquirer=config.midtrans_acquirer,
        zone=ZoneInfo(config.payment_zone),
        sandbox=sandbox,
    )


def _coinpayments(config: Config) -> Provider:
    return CoinpaymentsProvider(
        config.coinpayments_client,
        config.coinpayments_secret,
        config.coinpayments_url,
        policy_url=config.coinpayments_policy_url,
        currency=config.coinpayments_currency,
        currency_id=config.coinpayments_currency_id,
        skew=config.coinpayments_clock_skew,
        refund_email=config.contact_email,
    )
