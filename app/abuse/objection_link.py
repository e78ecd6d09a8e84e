"""The link in the email about a block, by which an owner objects without signing in.

It carries the id of the case and a signature of it and of the number of the decision, made with the secret of the
installation. It works for the block that the email tells of, and for nothing else.
"""

from __future__ import annotations

import hmac
from uuid import UUID

from app.abuse.case import Case
from app.kernel import site
from app.kernel.refusal import NotFound
from app.kernel.secrets import hmac_digests

PATH, PURPOSE, DIGITS = "/objection/", "objection to a block", 40  # hex digits: 160 bits


def url_of(case: Case) -> str:
    """Returns the address at which an owner objects to the last decision of a case."""
    return site.url("dashboard", f"{PATH}{token_of(case)}")


def token_of(case: Case) -> str:
    """Returns the token for the last decision of a case."""
    return f"{case.id.hex}{_signatures(case)[0]}"


async def find_case(token: str) -> Case:
    """Returns the case of a token. Raises: NotFound for one that is not ours, or of an earlier decision."""
    if len(token) != 32 + DIGITS or not token.isascii():
        raise NotFound
    try:
        case = await Case.find(str(UUID(hex=token[:32])))
    except ValueError:
        raise NotFound from None
    if not any(hmac.compare_digest(token[32:], signature) for signature in _signatures(case)):
        raise NotFound
    return case


def _signatures(case: Case) -> list[str]:
    return [digest[:DIGITS] for digest in hmac_digests(PURPOSE, f"{case.id} {case.version}")]
