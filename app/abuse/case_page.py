"""What an operator sees of a case: the target, what we found, what people wrote, the account, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass

from app.abuse.case import BLOCKED, OBJECTION, UNDECIDED, Case
from app.abuse.decisions import blockable_host
from app.abuse.intake import reports_about
from app.abuse.reasons import OF_REPORTS, REASONS
from app.abuse.signals import Finding, addresses_of, words_of
from app.accounts.models import Account
from app.blocklists.host_names import defanged
from app.kernel.i18n import gettext as _
from app.links.models import Link
from app.operators.operator_log import OperatorAct, acts_about
from app.pages.models import Page
from app.reports.models import Report
from app.web.first_rows import FirstRows, first_rows

MOST_ADDRESSES, TELLING = 20, {"listed", "host"}


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """The account of a case: the address of its first owner, and how many links and how many blocked ones it has."""

    account: Account
    email: str
    links: int
    blocked: int


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case with everything that its page shows. `addresses` are defanged, `likely` says that it is surely harmful."""

    case: Case
    addresses: list[str]
    more_addresses: int
    reports: FirstRows[Report]
    findings: list[str]
    owner: AccountFacts
    acts: FirstRows[OperatorAct]
    visits: int
    host: str
    likely: bool

    @property
    def decidable(self) -> bool:
        """Whether the operator chooses to block or to allow."""
        return self.case.state in UNDECIDED or self.case.state == "allowed"

    @property
    def suggested_reason(self) -> str:
        """The reason that probably applies."""
        if self.case.reason:
            return self.case.reason
        if not self.case.kind and self.likely:
            return "phishing"
        return OF_REPORTS.get(self.case.kind, "other")

    @property
    def reason_choices(self) -> list[tuple[str, str]]:
        """All reasons, in the reader's language."""
        return [(key, _(words)) for key, words in REASONS.items()]


async def load_page(case: Case) -> CasePage:
    """Reads what the page of a case shows."""
    addresses = addresses_of(case.target)
    target: Link | Page = case.target
    findings: list[Finding] = case.signals
    return CasePage(
        case=case,
        addresses=[defanged(url) for url in addresses[:MOST_ADDRESSES]],
        more_addresses=max(len(addresses) - MOST_ADDRESSES, 0),
        reports=await first_rows(reports_about(case).order_by("-created_at", "-id")),
        findings=[words for finding in findings if (words := words_of(finding))],
        owner=await _account_facts(case.account),
        acts=await acts_about([str(case.id)]),
        visits=target.views if isinstance(target, Page) else target.followed,
        host=blockable_host(case),
        likely=bool(TELLING & {finding["kind"] for finding in findings}),
    )


async def _account_facts(account: Account) -> AccountFacts:
    owners = await account.owners()
    blocked = await Case.filter(account_id=account.id, state__in=[BLOCKED, OBJECTION]).count()
    return AccountFacts(account, owners[0].email if owners else "", account.links_used, blocked)
