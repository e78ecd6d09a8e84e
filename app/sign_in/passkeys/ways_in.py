"""How many ways a user has to sign in, so that the last one is never removed."""

from __future__ import annotations

from app.accounts.user import User
from app.kernel import site
from app.kernel.refusal import N_, Refusal
from app.sign_in.passkeys.models import Passkey
from app.sign_in.passkeys.relying_party import relying_party_ids


class LastWayIn(Refusal):
    """Raised when the last way to sign in would be removed."""

    code, field = "LAST_WAY_IN", "passkey"
    says = N_("This is your only way to sign in. Add another one first.")


async def count_ways_in(user: User) -> int:
    """Returns the number of ways: the password, and each passkey of a host that the installation has."""
    usable = Passkey.filter(user_id=user.id, rp_id__in=relying_party_ids(site.current()))
    return bool(user.password_hash) + await usable.count()
