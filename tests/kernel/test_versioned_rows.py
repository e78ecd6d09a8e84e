"""A row that has to be there is read, or refused, in one way."""

from typing import Any
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.kernel.refusal import NotFound
from app.kernel.versioned_rows import get_or_refuse
from app.links.models import Link
from app.links.tag import Tag
from tests.subtests import as_subtests


async def test_a_row_of_ones_own_is_found_and_a_strangers_is_not(sari: Account, budi: Account) -> None:
    link = await Link.shorten(sari, url="https://example.com", tags=["kawung"])
    tag = await Tag.owned_by(sari).get(name="kawung")
    assert await get_or_refuse(Link.owned_by(sari), link.id) == link
    assert await get_or_refuse(Tag.owned_by(sari), tag.id) == tag
    strangers: list[tuple[Any, Any]] = [
        (Link.owned_by(budi), link.id),
        (Tag.owned_by(budi), tag.id),
        (Link.owned_by(sari), uuid4()),
    ]
    for rows, id in strangers:
        with pytest.raises(NotFound):
            await get_or_refuse(rows, id)


@as_subtests("id", [0, 2**63 - 1, 2**63, 10**500])
async def test_a_number_that_no_row_can_have_is_refused_too(sari: Account, id: int) -> None:
    with pytest.raises(NotFound):
        await get_or_refuse(Tag.owned_by(sari), id)
