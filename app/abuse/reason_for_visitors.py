"""What visitors read on the page of a blocked link or bio page: the reason, in their language."""

from __future__ import annotations

from app.abuse.case import BLOCKED, OBJECTION
from app.abuse.intake import of_target
from app.abuse.reasons import reason_words
from app.abuse.suspension import Suspension
from app.accounts.suspension import EVERYTHING
from app.blocklists.blocked_host import BlockedHost
from app.blocklists.host_names import hosts_to_compare
from app.links.all_destinations import destinations_of
from app.links.models import Link
from app.pages.models import Page


async def reason_for_visitors(target: Link | Page) -> str:
    """Returns why a target is blocked: the reason of the suspension of its account, of its case or of its blocked host,
    or what a command said.
    """
    suspension = await Suspension.in_force().filter(account_id=target.account_id, level=EVERYTHING).first()
    if suspension is not None:
        return reason_words(suspension.reason)
    case = await of_target(target).filter(state__in=[BLOCKED, OBJECTION]).first()
    if case is not None and case.reason:
        return reason_words(case.reason)
    if target.blocked_why or isinstance(target, Page):
        return target.blocked_why
    hosts = hosts_to_compare(destinations_of(target))
    row = await BlockedHost.in_force().filter(host__in=list(hosts)).first()
    return reason_words(row.reason) if row is not None else ""
