"""Decides whether a link of an account may lead to an address.

Nobody's may lead to a host that the operator blocked. Those of a young account are compared with the block lists, too,
and an account that the operator stopped leads its links nowhere new. Whoever is refused learns no more than that:
which list has an address, and which addresses are on one, is nobody's business who tries them out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from app.accounts.models import Account
from app.blocklists.block_list import LoadedLists, find_listed
from app.blocklists.blocked_host import is_any_blocked, read_blocked_hosts
from app.blocklists.host_names import hosts_to_compare
from app.blocklists.list_formats import keys_of_url
from app.kernel import clock, installation
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.plans.links_stop import LinksStopped

document_code(
    "DESTINATION_REFUSED",
    422,
    N_("The operator lets no link lead to this address."),
    N_("Use another address, or write to the operator if you think that is wrong."),
)


class DestinationRefused(Refusal):
    """A link may not lead to this address."""

    code, field = "DESTINATION_REFUSED", "url"
    says = N_("Links cannot lead to this address. If you think that is wrong, write to the operator.")


def is_young(account: Account) -> bool:
    """Whether the links of an account are compared with the block lists before they lead anywhere."""
    days = installation.current().config.young_account_days
    return account.guest or account.created_at > clock.now() - timedelta(days=days)


async def check_destinations(account: Account, urls: Iterable[str], field: str = "url") -> None:
    """Checks that links of the account may lead to these URLs. Raises: DestinationRefused, LinksStopped."""
    addresses = [url for url in dict.fromkeys(urls) if url]
    if not addresses:
        return
    if account.links_stopped_at is not None:
        raise LinksStopped(field=field)
    if await is_any_blocked(hosts_to_compare(addresses)):
        raise DestinationRefused(field=field)
    if is_young(account) and await find_listed(key for url in addresses for key in keys_of_url(url)):
        raise DestinationRefused(field=field)


@dataclass(frozen=True, slots=True)
class LoadedGuard:
    """The same check for many links of an account: what it compares with is read once, however many they are."""

    stopped: bool
    blocked_hosts: frozenset[str]
    lists: LoadedLists

    @classmethod
    async def load(cls, account: Account) -> Self:
        """Reads the blocked hosts and, for a young account, the block lists."""
        lists = LoadedLists()
        if is_young(account):
            await lists.load()
        return cls(account.links_stopped_at is not None, await read_blocked_hosts(), lists)

    def check(self, urls: Iterable[str], field: str = "url") -> None:
        """Checks that links may lead to these URLs. Raises: DestinationRefused, LinksStopped."""
        addresses = [url for url in urls if url]
        if not addresses:
            return
        if self.stopped:
            raise LinksStopped(field=field)
        if not self.blocked_hosts.isdisjoint(hosts_to_compare(addresses)):
            raise DestinationRefused(field=field)
        if self.lists.find(key for url in addresses for key in keys_of_url(url)):
            raise DestinationRefused(field=field)
