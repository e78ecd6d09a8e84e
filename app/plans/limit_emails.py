"""Emails about limits: at 80 % and at 100 %, each at most once a month for a limit of that size.

Usage is counted by one UPDATE (quota.py, keys/models.py), which returns the new count. Only the request that crosses a
threshold gets here, inside the same transaction: so counting costs no extra query, and a rollback also removes the
email. Because the number of links can fall and rise again, a unique row prevents a second email.
"""

from collections.abc import Awaitable, Callable

from app.accounts.models import Account
from app.kernel import clock, i18n, site
from app.kernel.db import query_rows
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email

LINKS, REQUESTS = "links", "requests"
Listener = Callable[[Account, str, int, int, int], Awaitable[None]]
_listeners: list[Listener] = []  # of packages above this one
INSERT_ONCE = """
    INSERT INTO limit_letters (account_id, what, share, most, month) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (account_id, month, what, share, most) DO NOTHING RETURNING id"""


def when_crossed(listener: Listener) -> Listener:
    """Decorates a function that is called, in the same transaction, whenever an email about a limit is due.

    It gets the account, LINKS or REQUESTS, the threshold in per cent, how much is used and the limit.
    """
    _listeners.append(listener)
    return listener


def crossed_threshold(before: int, used: int, limit: int) -> int:
    """Returns the threshold that was crossed between two counts: 80 or 100 per cent of the limit, or 0 for none."""
    if before < limit <= used:
        return 100
    return 80 if before * 5 < limit * 4 <= used * 5 else 0


async def warn_about_limit(account: Account, what: str, before: int, used: int, limit: int) -> None:
    """Emails the owners of an account that 80 or 100 % of a limit are used, once for each threshold that is crossed.

    `what` is LINKS or REQUESTS; `before` and `used` are the counts. Guests, and users who switched these emails off,
    get none.
    """
    share = crossed_threshold(before, used, limit)
    if not share or account.guest:
        return
    if not await query_rows(INSERT_ONCE, [str(account.id), what, share, limit, clock.month_key()]):
        return
    for listener in _listeners:
        await listener(account, what, share, used, limit)
    for owner in await account.owners():
        if owner.limits_muted_at is None:
            with i18n.language_context(owner.language, owner.time_zone):
                await queue_email(owner.email, _email_content(what, share, used, limit), kind="limits")


def _email_content(what: str, share: int, used: int, limit: int) -> EmailContent:
    """Returns the content of the email."""
    subject, opening = (_links_text if what == LINKS else _requests_text)(share == 100)
    count = {"used": i18n.format_number(used), "limit": i18n.format_number(limit)}
    return EmailContent(
        subject,
        (opening,),
        facts=((_("Used"), _("%(used)s of %(limit)s") % count),),
        action=(_("See your plan and usage"), site.url("dashboard", "/dashboard/settings/plan")),
        choice=True,
        why=_("Kliqs tells you at 80 % of a limit and when it is reached, each once a month."),
    )


def _links_text(full: bool) -> tuple[str, str]:
    """Returns subject and first paragraph for short links."""
    if full:
        return _("All short links of your plan are used"), _(
            "Every link you have keeps working. For a new one, delete one that you no longer need, or move to a larger "
            "plan."
        )
    return _("80 % of your short links are used"), _(
        "All your links keep working. When there is no room left, only new ones have to wait."
    )


def _requests_text(full: bool) -> tuple[str, str]:
    """Returns subject and first paragraph for API requests."""
    reset = {"day": i18n.format_utc_date(clock.start_of_next_month())}
    if full:
        return _("All API requests of this month are used"), _(
            "From now on the API answers API_LIMIT_REACHED, until %(day)s at 00:00 UTC. Your links, codes and pages "
            "keep working."
        ) % reset
    return _("80 % of this month's API requests are used"), _(
        "The count starts again at zero on %(day)s at 00:00 UTC."
    ) % reset
