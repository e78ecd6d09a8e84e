"""The tables of the analytics page show few rows, and only what they show is named."""

from app.accounts.models import Account
from app.analytics import subject
from app.analytics.breakdown_tables import CARDS, MOST_ROWS, ROWS_SHOWN, ValueNames, build_card, shown_target_keys
from app.analytics.report_selection import ReportSelection
from app.kernel import clock
from app.links.models import Link
from app.visits.reports.result import Count, Report, Row
from app.visits.visit import key_in_visits
from tests import world
from tests.counting import statements


def report(links: int) -> Report:
    """A report in which so many links were followed, the first one most often."""
    rows = [Row(str(key), links - key) for key in range(links)]
    return Report(Count(clicks=sum(row.clicks for row in rows)), Count(), [], [], {"link": rows}, [], {})


def test_a_table_shows_a_hundred_rows_at_most_and_tells_how_many_there_are() -> None:
    first = ReportSelection()
    for choice, shown in ((first, ROWS_SHOWN), (first.showing_all("link"), MOST_ROWS)):
        card = build_card(CARDS[0], choice, report(250), ValueNames({}, {}), shared=False)
        assert len(card.rows) == shown
        assert card.size == 250
        assert shown_target_keys(choice, report(250)) == list(range(shown))


async def test_links_and_pages_are_found_by_their_keys_in_one_statement_each(sari: Account) -> None:
    links = [await world.shorten(sari) for _ in range(3)]
    await Link.filter(id=links[2].id).update(deleted_at=clock.now())
    with statements() as sent:
        targets = await subject.load_links_and_pages(sari, [key_in_visits(link.id) for link in links])
    assert {target.name: target.exists for target in targets.values()} == {
        link.short_code: link is not links[2] for link in links
    }
    assert [len(statement.values) for statement in sent] == [4, 4]
    assert await subject.load_links_and_pages(await world.budi(), [key_in_visits(links[0].id)]) == {}
