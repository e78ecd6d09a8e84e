"""What `kliqs doctor` says of the AI gateway: the rate, credentials, routes and prices of models, and open circuits."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.credentials import credential_purpose, own_key_purpose
from app.gateway.catalogue.offered import forget_offered, offered_models, usable_rate
from app.gateway.catalogue.price_difference import list_differences
from app.gateway.catalogue.upstream import OwnUpstreamKey, Route, Upstream
from app.kernel import clock, encryption
from app.kernel.config import Config
from app.ops.counts import count_of
from app.ops.finding import Finding
from app.payments.exchange_rate import DOLLAR, latest_rate, read_rates

NEEDS_NO_CREDENTIAL = ("openai",)  # kinds of which there are servers without one, such as Ollama


async def check_gateway(config: Config) -> AsyncGenerator[Finding]:
    """Yields the findings; one only, where the gateway is switched off or nothing is set up."""
    if not config.gateway:
        yield Finding("The AI gateway is off (KLIQS_GATEWAY).")
        return
    if not await Upstream.exists():
        yield Finding("The AI gateway has no provider: kliqs gateway upstream add.")
        return
    await read_rates()
    forget_offered()
    offered = await offered_models()
    yield Finding(f"{count_of(len(offered), 'AI model is', 'AI models are')} offered.")
    for finding in (*_rate(config), *await _credentials(), *await _models(set(offered)), *await _circuits()):
        yield finding
    if changed := [each.model.id for each in await list_differences() if not each.by_hand]:
        yield Finding(f"genai-prices has other prices or sizes of {', '.join(changed)}: kliqs gateway prices diff.")
    if config.gateway_assistant_model and config.gateway_assistant_model not in offered:
        says = f"KLIQS_GATEWAY_ASSISTANT_MODEL is {config.gateway_assistant_model}, which is not offered"
        yield Finding(f"{says}: nothing is suggested in the composer.", False)


def _rate(config: Config) -> list[Finding]:
    """Whether the rate of the dollar is young enough."""
    if usable_rate() is not None:
        return []
    known = latest_rate(DOLLAR)
    since = (
        f"of {known.day} is older than {count_of(config.gateway_rate_days, 'day', 'days')}" if known else "is not set"
    )
    says = f"AI models that cost something are not offered, for the rate of the dollar {since}"
    return [Finding(f"{says}: kliqs payments rate set.", False)]


async def _credentials() -> list[Finding]:
    """Which upstreams lack a credential, and whether KLIQS_SECRET_KEY still has what they are encrypted under."""
    upstreams = await Upstream.filter(enabled_at__isnull=False).order_by("name")
    lacking = [row.name for row in upstreams if not row.credential and row.kind not in NEEDS_NO_CREDENTIAL]
    findings = [Finding(f"{name} has no credential: kliqs gateway upstream rotate {name}.", False) for name in lacking]
    sealed = [(row.credential, credential_purpose(row.id)) for row in upstreams if row.credential]
    for key in await OwnUpstreamKey.all():
        sealed.append((key.credential, own_key_purpose(key.account_id, key.upstream_id)))
    if unreadable := sum(not _readable(*pair) for pair in sealed):
        says = count_of(unreadable, "credential of an AI provider needs", "credentials of AI providers need")
        says += " a secret that is not in KLIQS_SECRET_KEY any more"
        return [*findings, Finding(f"{says}: put it back, last, or give new ones.", False)]
    if outdated := sum(encryption.is_outdated(*pair) for pair in sealed):
        says = count_of(outdated, "credential of an AI provider still needs", "credentials of AI providers still need")
        says += " an older secret of KLIQS_SECRET_KEY"
        return [*findings, Finding(f"{says}: keep it, or run kliqs reencrypt.")]
    return findings


async def _models(offered: set[str]) -> list[Finding]:
    """Which models are on and have nothing that runs them."""
    routed = Route.filter(enabled_at__isnull=False, upstream__enabled_at__isnull=False)
    with_route = {route.model_id for route in await routed}
    on = await AiModel.filter(enabled_at__isnull=False).order_by("id")
    lasting = [row for row in on if row.sunset_at is None or row.sunset_at > clock.now()]
    stranded = [row.id for row in lasting if row.id not in with_route]
    return [Finding(f"{id} is on and has no route that is on: kliqs gateway route add.", False) for id in stranded]


async def _circuits() -> list[Finding]:
    """Which routes are not used now because they kept failing."""
    return [
        Finding(
            f"Route {route.id} of {route.model_id} to {route.upstream.name} is not used: it failed "
            f"{count_of(route.failures, 'time', 'times')} in a row. "
            f"It is tried again at {clock.format_rfc3339(route.open_until)}.",
            False,
        )
        for route in await broken_routes()
        if route.open_until
    ]


async def broken_routes() -> list[Route]:
    """Returns the routes that are on and not used now because they kept failing, with their upstreams."""
    broken = Route.filter(enabled_at__isnull=False, open_until__gt=clock.now()).order_by("id")
    return await broken.select_related("upstream")


def _readable(sealed: str, purpose: str) -> bool:
    """Whether a credential can be decrypted."""
    try:
        encryption.decrypt(sealed, purpose)
    except encryption.Undecipherable:
        return False
    return True
