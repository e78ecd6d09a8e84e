"""The sections about passkeys of four pages: security settings, sign-in, second factor and confirmation.

Each opens the browser feature that it uses for its page; on all others passkeys stay closed (Permissions-Policy).
"""

from __future__ import annotations

from typing import Any

from app.accounts.confirmation import PAGE as CONFIRM
from app.accounts.confirmation import SECOND_FACTORS
from app.accounts.user import User
from app.sign_in.passkeys.models import Passkey
from app.sign_in.passkeys.relying_party import requested_relying_party
from app.web import page_sections
from app.web.security_headers import allow_feature

GET, CREATE = "publickey-credentials-get", "publickey-credentials-create"


async def load_settings(user: User) -> dict[str, Any] | None:
    """The user's passkeys, and whether one can be added here; None where there is neither."""
    passkeys, party = await Passkey.owned_by(user.id), requested_relying_party()
    if party:
        allow_feature(CREATE)
    return {"passkeys": passkeys, "can_add": party is not None} if passkeys or party else None


async def load_sign_in(*_arguments: object) -> dict[str, Any] | None:
    """The button on the sign-in page; None where there are no passkeys."""
    if requested_relying_party() is None:
        return None
    allow_feature(GET)
    return {}


async def load_proof(user: User, *_arguments: object) -> dict[str, Any] | None:
    """The button for a user who is known already; None if they have no passkey for this host."""
    party = requested_relying_party()
    if party is None or not await Passkey.owned_by(user.id).filter(rp_id=party.id).exists():
        return None
    allow_feature(GET)
    return {}


page_sections.add_section("security", 30, "sign_in/passkeys/_settings.html", load_settings)
page_sections.add_section("sign_in", 10, "sign_in/passkeys/_sign_in.html", load_sign_in)
page_sections.add_section("second_factor", 10, "sign_in/passkeys/_second_factor.html", load_proof)
page_sections.add_section(CONFIRM, 10, "sign_in/passkeys/_confirm.html", load_proof)
SECOND_FACTORS.add("sign_in/passkeys/_confirm.html")
