"""Signs that a link or bio page deceives, worked out from what is stored here: nothing is requested from anywhere.

A finding is a kind of signal with its facts, as a dict that a case keeps: `{"kind": "listed", "list": "URLhaus"}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from app.abuse import lookalike
from app.accounts.models import Account
from app.blocklists.block_list import ListedKey, find_listed
from app.blocklists.host_names import host_of
from app.blocklists.list_formats import keys_of_url
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.links.all_destinations import destinations_of
from app.links.models import Link
from app.pages.content import Content
from app.pages.models import Page
from app.reports.models import Report

Finding = dict[str, Any]
YOUNG, MOST_DESTINATIONS = timedelta(days=7), 200
MANY_LINKS, MANY_LINKS_WITHIN = 30, timedelta(hours=1)
MANY_REPORTS, MANY_REPORTS_WITHIN = 3, timedelta(hours=3)
BURST, BURST_AGE = 300, timedelta(days=1)  # visits of a link that is younger
OPENS_A_CASE = 4  # the sum of weights from which findings alone open a case
WEIGHTS: Mapping[str, int] = {"listed": 5, "host": 3, "name": 2, "reports": 3, "links": 2, "burst": 2, "young": 1}
WORDS: Mapping[str, str] = {
    "listed": N_("%(key)s is on the block list %(list)s"),
    "host": N_("the address looks like that of %(brand)s and is not theirs"),
    "name": N_("it uses the name of %(brand)s and leads elsewhere"),
    "reports": N_("%(count)s reports within 3 hours"),
    "links": N_("the account made %(count)s links within an hour"),
    "burst": N_("%(count)s visits on its first day"),
    "young": N_("the account is only a few days old"),
}


def weight_of(findings: Iterable[Finding]) -> int:
    """Returns the sum of the weights of findings."""
    return sum(WEIGHTS.get(finding["kind"], 0) for finding in findings)


def words_of(finding: Finding) -> str:
    """Returns a finding in the reader's language."""
    words = WORDS.get(finding["kind"], "")
    return _(words) % finding if words else ""


async def findings_about(target: Link | Page, account: Account) -> list[Finding]:
    """Returns everything that is striking about a link or page, the heaviest first."""
    addresses = addresses_of(target)
    names = [target.slug, target.title] if isinstance(target, Page) else [target.short_code, target.title]
    findings = [*named_findings(names, addresses), *await _counted_findings(target, account)]
    listed = await find_listed(key for url in addresses for key in keys_of_url(url))
    if listed is not None:
        findings.append(listed_finding(listed))
    return sorted(findings, key=lambda finding: -WEIGHTS[finding["kind"]])


def addresses_of(target: Link | Page) -> list[str]:
    """Returns the addresses that a link, or the published blocks of a page, lead to."""
    if isinstance(target, Link):
        return destinations_of(target)
    content = Content.of(target.published["content"]) if target.published else target.content
    urls = dict.fromkeys(destination.url for _key, destination in content.destinations())
    return [url for url in urls if host_of(url)][:MOST_DESTINATIONS]


def listed_finding(listed: ListedKey) -> Finding:
    """Returns the finding that an address is on a block list."""
    return {"kind": "listed", "list": listed.list_name, "key": listed.key.replace(".", "[.]")[:200]}


def named_findings(names: Sequence[str], addresses: Sequence[str]) -> list[Finding]:
    """Returns the findings about the names of a target and the hosts that it leads to: at most one of each kind."""
    findings, hosts = [], list(dict.fromkeys(host_of(url) for url in addresses))
    for host in hosts:
        if likeness := lookalike.host_looks_like(host):
            findings.append({"kind": "host", "brand": likeness.brand.name})
            break
    for name in names:
        likeness = lookalike.looks_like(name)
        if likeness is not None and not any(lookalike.owns(likeness.brand, host) for host in hosts):
            findings.append({"kind": "name", "brand": likeness.brand.name})
            break
    return findings


async def _counted_findings(target: Link | Page, account: Account) -> list[Finding]:
    """Returns the findings about how old an account is and how much there is of links, reports and visits."""
    now, findings = clock.now(), list[Finding]()
    if account.created_at > now - YOUNG:
        findings.append({"kind": "young"})
    made = await Link.filter(account_id=account.id, page_id=None, created_at__gt=now - MANY_LINKS_WITHIN).count()
    if made >= MANY_LINKS:
        findings.append({"kind": "links", "count": made})
    about = {"page_id": target.id} if isinstance(target, Page) else {"link_id": target.id}
    reports = await Report.filter(created_at__gt=now - MANY_REPORTS_WITHIN, **about).count()
    if reports >= MANY_REPORTS:
        findings.append({"kind": "reports", "count": reports})
    visits = target.views if isinstance(target, Page) else target.followed
    if visits >= BURST and target.created_at > now - BURST_AGE:
        findings.append({"kind": "burst", "count": visits})
    return findings
