"""The times of a link must fit each other: checked where a link is written, because a change may set only some."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from tortoise.exceptions import IntegrityError

from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Faults, InvalidRequest, Refusal

document_code(
    "EXTERNAL_ID_ALREADY_EXISTS",
    409,
    N_("Another link of the account has that external_id."),
    N_("Change that link instead, or choose another id."),
)


class OpensAfterEnd(InvalidRequest):
    """Raised for a link that would end before it opens."""

    field, says = "opens_at", N_("The link would end before it opens. Choose an earlier time.")


class IncompleteChange(InvalidRequest):
    """Raised for a next destination without its time, or a time without a destination."""

    says = N_("Give both: where the link leads next, and from when on.")


class ExternalIdTaken(Refusal):
    """Raised when another link of the account has the external id."""

    code, field = "EXTERNAL_ID_ALREADY_EXISTS", "external_id"
    says = N_("Another link has this external id.")


def check_schedule(
    opens_at: datetime | None, expires_at: datetime | None, next_url: str, next_url_at: datetime | None
) -> None:
    """Checks that times of a link fit each other. Raises: OpensAfterEnd, IncompleteChange; both at once."""
    faults = Faults.gather()
    if opens_at is not None and expires_at is not None and opens_at >= expires_at:
        faults.refusals.append(OpensAfterEnd())
    if bool(next_url) != (next_url_at is not None):
        faults.refusals.append(IncompleteChange(field="next_url_at" if next_url else "next_url"))
    faults.raise_if_any()


@contextmanager
def refusing_taken_external_id() -> Iterator[None]:
    """Turns the conflict of two links with one external id into ExternalIdTaken; it ends the transaction."""
    try:
        yield
    except IntegrityError as conflict:
        if "external_id" in str(conflict) or "uid_links_account_" in str(conflict):
            raise ExternalIdTaken from None
        raise
