"""Whether the counters of accounts for links, keys and seats agree with the rows that they count."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from app.accounts.models import Account, Membership
from app.kernel import db
from app.keys.models import ApiKey
from app.links.models import Link
from app.ops.finding import Finding
from app.team.models import Invitation

MISCOUNTED = """
    SELECT * FROM (
        SELECT id, name, links_used, keys_used, seats_used,
            (SELECT count(*) FROM links WHERE account_id = accounts.id AND page_id IS NULL
                AND post_variant_id IS NULL AND deleted_at IS NULL) AS links,
            (SELECT count(*) FROM api_keys WHERE account_id = accounts.id AND revoked_at IS NULL
                AND replaced_at IS NULL) AS keys,
            (SELECT count(*) FROM memberships WHERE account_id = accounts.id)
                + (SELECT count(*) FROM invitations WHERE account_id = accounts.id AND released_at IS NULL) AS seats
        FROM accounts) AS counted
    WHERE links_used <> links OR keys_used <> keys OR seats_used <> seats ORDER BY name, id"""


async def check_counters(mend: bool) -> AsyncGenerator[Finding]:
    """Yields each account whose counters differ from its rows; with `mend`, the counters are put right."""
    wrong = await db.query_rows(MISCOUNTED, [])
    for row in wrong:
        says = (
            "{name} has {links} links, {keys} keys and {seats} seats taken, its counters say {links_used}, {keys_used} "
            "and {seats_used}".format(**row)
        )
        if mend:
            await _recount(row["id"])
        yield Finding(f"{says}: put right." if mend else f"{says}. kliqs doctor --mend puts that right.", mend)
    if not wrong:
        yield Finding("The counters of links, keys and seats agree with the rows.")


async def _recount(account_id: object) -> None:
    """Recounts under the account's row lock, so that no change of links, keys or seats is half counted."""
    async with db.transaction():
        account = await Account.filter(id=account_id).select_for_update().get()
        account.links_used = await Link.owned_by(account).count()
        account.keys_used = await ApiKey.counted(account).count()
        members = await Membership.filter(account_id=account.id).count()
        account.seats_used = members + await Invitation.owned_by(account).filter(released_at=None).count()
        await account.save(update_fields=["links_used", "keys_used", "seats_used"])
