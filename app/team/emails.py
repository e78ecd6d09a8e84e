"""The emails of a team: invitations, and notices to people who are removed and to owners whose keys will end."""

from __future__ import annotations

from app.accounts.models import Account
from app.accounts.roles import OWNER, VIEWER
from app.accounts.user import User
from app.kernel import bidi, i18n, site
from app.kernel.i18n import gettext as _
from app.keys.models import ENDS_AFTER, ApiKey
from app.mail.compose import EmailContent, queue_email
from app.team.models import Invitation

KEYS = "/dashboard/settings/api-keys/"


async def send_invitation(invitation: Invitation, token: str, account: Account, inviter: User) -> None:
    """Queues an invitation with its link, in the language of the invited user, or of the account if there is none."""
    invited = await User.get_or_none(email=invitation.email)
    language, zone = (invited.language, invited.time_zone) if invited else (account.language, account.time_zone)
    with i18n.language_context(language, zone):
        names = {"name": bidi.isolate(inviter.name or inviter.email), "workspace": bidi.isolate(account.name)}
        await queue_email(
            invitation.email,
            EmailContent(
                _("%(name)s invites you to %(workspace)s") % names,
                (_role_sentence(invitation.role) % names,),
                facts=((_("For"), invitation.email), (_("Works until"), i18n.format_datetime(invitation.expires_at))),
                action=(_("See the invitation"), site.url("dashboard", f"/invitation/{token}")),
                after=(_("You do not know them? Then there is nothing to do: nothing happens unless you join."),),
                why=_("You get this because %(name)s typed your address to work with you on Kliqs.") % names,
            ),
            kind="invitation",
        )


def _role_sentence(role: str) -> str:
    if role == OWNER:
        return _(
            "%(name)s invites you as an owner of %(workspace)s: you make and change everything, invite others, and "
            "decide on plan and deletion."
        )
    if role == VIEWER:
        return _("%(name)s invites you as a viewer of %(workspace)s: you read links, codes, pages and statistics.")
    return _("%(name)s invites you as an editor of %(workspace)s: you make and change links, codes and pages.")


async def send_removed(user: User, account: Account) -> None:
    """Queues the notice to somebody who was removed from an account."""
    with i18n.language_context(user.language, user.time_zone):
        names = {"workspace": bidi.isolate(account.name)}
        await queue_email(
            user.email,
            EmailContent(
                _("You are no longer in %(workspace)s") % names,
                (
                    _("An owner of %(workspace)s removed you from it. What you made there stays there.") % names,
                    _("Your own workspace, if you have one, is as it was."),
                ),
                why=_("Kliqs tells you whenever you are removed from a workspace."),
            ),
            kind="removed",
        )


async def send_keys_end(account: Account, maker: User, keys: list[ApiKey]) -> None:
    """Queues the notice to the owners that the keys of somebody who left, or became a viewer, will end in a week."""
    for owner in await account.owners():
        with i18n.language_context(owner.language, owner.time_zone):
            names = {"name": bidi.isolate(maker.name or maker.email), "workspace": bidi.isolate(account.name)}
            await queue_email(
                owner.email,
                EmailContent(
                    _("API keys of %(workspace)s end in %(days)s days") % (names | {"days": ENDS_AFTER.days}),
                    (
                        _("%(name)s may no longer change anything in %(workspace)s, but made API keys that still can.")
                        % names,
                        _("They end in %(days)s days unless you keep them.") % {"days": ENDS_AFTER.days},
                    ),
                    facts=tuple((bidi.isolate(key.name), key.masked) for key in keys),
                    action=(_("Keep or revoke them"), site.url("dashboard", KEYS)),
                    security=True,
                    why=_("Kliqs tells owners whenever somebody who made API keys leaves or becomes a viewer."),
                ),
                kind="keys_end",
            )
