"""The case of a link or bio page that an operator names, whether or not somebody reported it."""

from __future__ import annotations

from app.abuse import intake
from app.abuse.case import Case
from app.kernel.refusal import N_, InvalidRequest
from app.kernel.text import clean_line
from app.names import slug as slugs
from app.names.models import Name

LONGEST_ADDRESS = 300  # characters


class UnknownTarget(InvalidRequest):
    """There is no link or bio page of this name."""

    field, says = "name", N_("There is no short link or bio page of this name here.")


async def case_of_name(typed: str) -> Case:
    """Returns the case of a link or bio page, by its name or address; it is opened if there is none.

    Raises: UnknownTarget, TooLong.
    """
    address = clean_line(typed, LONGEST_ADDRESS, "name").partition("?")[0].partition("#")[0]
    name = address.rstrip("+/").rpartition("/")[2]
    row = await Name.on_domain().get_or_none(folded=slugs.lookup_key(name)) if name else None
    case = await intake.take_in(row.link_id, row.page_id) if row is not None else None
    if case is None:
        raise UnknownTarget
    return await Case.find(str(case.id))
