"""The email to the owners of an account when an endpoint was turned off by itself."""

from __future__ import annotations

from app.kernel import bidi, i18n, site
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email
from app.webhooks.endpoint import GONE, WebhookEndpoint


async def send_turned_off(endpoint: WebhookEndpoint) -> None:
    """Queues the email for each owner, in the transaction that turns the endpoint off."""
    account = await endpoint.account
    for owner in await account.owners_to_remind():
        with i18n.language_context(owner.language, owner.time_zone):
            await queue_email(owner.email, _content(endpoint), kind="webhooks")


def _content(endpoint: WebhookEndpoint) -> EmailContent:
    """Returns the content of the email in the current language."""
    host = {"host": bidi.isolate(endpoint.host)}
    if endpoint.off_reason == GONE:
        opening = _("%(host)s answered with status 410: the address is gone. So we no longer send events there.") % host
    else:
        opening = _("%(host)s has taken no event for five days. So we no longer send events there.") % host
    return EmailContent(
        _("Webhooks to %(host)s are off") % host,
        (
            opening,
            _(
                "Nothing else is affected. What happens while it is off is not kept; what was sent before can be sent "
                "again."
            ),
        ),
        facts=((_("Address"), endpoint.url),),
        action=(_("See the answers"), site.url("dashboard", f"/dashboard/webhooks/{endpoint.id}")),
        why=_("Kliqs tells you when an endpoint of your workspace is turned off."),
    )
