"""Several query sets are counted by one statement, on both databases, whatever values their conditions have."""

from datetime import timedelta

from tortoise.expressions import Q

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.row_counts import count_rows
from app.links.models import Link
from tests import world
from tests.counting import queries


async def test_many_counts_are_one_statement_and_each_as_if_it_were_alone(sari: Account, budi: Account) -> None:
    for slug in ("promo", "promo-2", "menu"):
        await world.shorten(sari, slug)
    await Link.filter(short_code="menu").update(title="who?")
    sets = (
        Link.owned_by(sari),
        Link.filter(title="who?", created_at__lt=clock.now() + timedelta(days=1)),
        Link.filter(Q(short_code="promo") | Q(short_code="promo-2")),
        Account.filter(id__in=[sari.id, budi.id]),
        Link.owned_by(budi),
    )
    with queries() as sent:
        numbers = await count_rows(*sets)
    assert len(sent) == 1 and numbers == [3, 1, 2, 2, 0] == [await each.count() for each in sets]
    assert await count_rows() == []
