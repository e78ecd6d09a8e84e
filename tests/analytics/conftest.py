"""Visits whose truth a test knows, taken in as the writer takes them in."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from itertools import count

import pytest

from app.kernel import clock, db
from app.links.models import Link
from app.visits.recording import insert_visits
from app.visits.visit import DIMENSIONS, Kind, Visit, Who, first_id, key_in_visits

Visited = Callable[..., Awaitable[Visit]]


@pytest.fixture
def visited(database: str) -> Visited:
    """`await visited(link, ago=timedelta(hours=1), country="ID")`: one visit of a link, by a new visitor each time."""
    numbers = count(1)

    async def visit(
        link: Link,
        *,
        ago: timedelta = timedelta(),
        at: datetime | None = None,
        kind: Kind = Kind.CLICK,
        who: Who = Who.HUMAN,
        visitor: int = 0,
        **values: str,
    ) -> Visit:
        when, number = at or clock.now() - ago, next(numbers)
        row = Visit(
            first_id(int(when.timestamp() * 1000)) + number,
            key_in_visits(link.id),
            key_in_visits(link.account_id),
            kind,
            who,
            visitor or number,
            **dict.fromkeys(DIMENSIONS, "") | values,
        )
        async with db.transaction(db.visits_connection()):
            await insert_visits.insert_visit_rows([row])
        return row

    return visit
