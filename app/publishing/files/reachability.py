"""Whether networks can fetch files from this installation: it fetches an address of its own, as they would.

Instagram, and TikTok for pictures, do not take files: they fetch them. An installation on a laptop or behind a sign-in
is not reachable, and its posts to these networks would fail. The answer is kept for some minutes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.kernel import clock, installation
from app.kernel.http_client import Client, Limits
from app.kernel.http_client_errors import (
    AddressForbidden,
    ConnectionFailed,
    HostUnknown,
    NetError,
    PortForbidden,
    TimedOut,
    TlsFailed,
)
from app.kernel.refusal import N_
from app.publishing.files import signed_urls

PROBE = "reachable.txt"  # a name that no file has; its content is the token of the address
KEPT_FOR = timedelta(minutes=5)
LIMITS = Limits(connect=5, idle=5, total=10, body=1024, redirects=0)
NOT_PUBLIC = N_("The address of this Kliqs is not on the public Internet, so networks cannot fetch files from it.")
REASONS: Mapping[type[NetError], str] = {
    AddressForbidden: NOT_PUBLIC,
    PortForbidden: N_("This Kliqs answers at an unusual port, from which networks do not fetch files."),
    HostUnknown: N_("The host name of this Kliqs is unknown on the Internet."),
    TlsFailed: N_("The https certificate of this Kliqs is not valid for others."),
    TimedOut: N_("This Kliqs did not answer itself at its public address in time."),
    ConnectionFailed: N_("Nothing answers at the public address of this Kliqs."),
}
OTHER = N_("Something else than this Kliqs answers at its public address, such as a sign-in in front of it.")


@dataclass(frozen=True, slots=True)
class Reachability:
    """Whether files can be fetched; `reason` says in English, to be translated, why not."""

    reachable: bool
    reason: str = ""


@dataclass(slots=True)
class LastCheck:
    """The last answer of this process, and when it was found."""

    result: Reachability | None = None
    checked_at: datetime | None = None


async def check_reachability(*, anew: bool = False) -> Reachability:
    """Returns whether networks can fetch files from here; asks at most every KEPT_FOR, unless `anew`."""
    last = installation.current().resource(LastCheck)
    fresh = last.checked_at is not None and clock.now() - last.checked_at < KEPT_FOR
    if last.result is None or not fresh or anew:
        last.result, last.checked_at = await _fetch_own_address(), clock.now()
    return last.result


async def _fetch_own_address() -> Reachability:
    """Fetches a signed address and compares what comes back with what only this installation can know."""
    url = signed_urls.signed_url(PROBE)
    client = Client(installation.current().config.allow_list, LIMITS)
    try:
        response = await client.request("GET", url)
    except NetError as error:
        reason = next((says for kind, says in REASONS.items() if isinstance(error, kind)), OTHER)
        return Reachability(reachable=False, reason=reason)
    if response.status != 200 or response.body.decode("utf-8", "replace") != probe_answer(url.split("/")[-2]):
        return Reachability(reachable=False, reason=OTHER)
    return Reachability(reachable=True)


def probe_answer(token: str) -> str:
    """The content of the address PROBE with this token: what the installation signs once more."""
    return f"Kliqs {signed_urls.probe_response(token)}"
