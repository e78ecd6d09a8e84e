"""The first links of a long table are those that adding up every link would give."""

from datetime import UTC, datetime, timedelta
from random import Random

from app.visits.reports.query import Interval, Period, Question, Scope
from app.visits.reports.report import build_report
from app.visits.reports.top_links import top_links
from app.visits.sealed import edits, seal
from app.visits.sealed.engine import Rows
from tests.conftest import Clock
from tests.visits import truth
from tests.visits.truth import SARI

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)


def ranked(*links: tuple[int, int, int, int]) -> Rows:
    """The rows that DuckDB returns of links with their clicks, scans and views."""
    return [("ranked", link, "", *counts, 0) for link, *counts in links]


def added_up(
    rows: list[tuple[int, int, int, int]], removed: set[int]
) -> tuple[list[tuple[str, int, int, int]], dict[int, list[int]]]:
    sums: dict[int, list[int]] = {}
    for link, *counts in rows:
        row = sums.setdefault(-1 if link in removed else link, [0, 0, 0])
        for place, count in enumerate(counts):
            row[place] += count
    ordered = sorted(((link, *counts) for link, counts in sums.items()), key=lambda r: (-(r[1] + r[2]), -r[3], r[0]))
    return [(str(link), clicks, scans, views) for link, clicks, scans, views in ordered], sums


def test_the_first_links_are_those_of_the_sum_whatever_is_open_late_or_removed() -> None:
    random = Random(1)  # noqa: S311
    for _ in range(300):
        links = [-1, *range(1, random.randrange(2, 30))]
        sealed = [(link, random.randrange(4), random.randrange(3), random.randrange(3)) for link in links]
        sealed = [row for row in sealed if any(row[1:])]
        sealed.sort(key=lambda row: (-(row[1] + row[2]), -row[3]))
        others = [(random.choice(links), random.randrange(3), 1, 0) for _ in range(random.randrange(6))]
        removed = set(random.sample(links[1:], min(2, len(links) - 1))) if random.random() < 0.5 else set()
        most = random.randrange(1, 8)

        rows, count = top_links(ranked(*sealed), others, removed, most)

        expected, _ = added_up([*sealed, *others], removed)
        assert [(str(link), *counts) for link, *counts in rows] == expected[:most]
        followed = sum(bool(clicks + scans) for _, clicks, scans, _ in expected)
        assert count == (followed or len(expected))


def test_links_are_counted_once_wherever_their_visits_are() -> None:
    assert top_links(ranked((1, 3, 0, 0), (2, 1, 0, 0), (3, 0, 0, 5)), [(2, 1, 0, 0), (4, 1, 0, 0)], (), 9)[1] == 3
    assert top_links([], [(4, 1, 0, 0)], (), 9)[1] == 1
    assert top_links(ranked((3, 0, 0, 5)), [], (), 9)[1] == 1
    assert top_links(ranked((1, 3, 0, 0), (2, 1, 0, 0)), [], {1}, 9)[1] == 2, "a deleted one is one of them"


async def test_a_page_of_many_links_shows_the_first_as_the_whole_table_does(database: str, moved: Clock) -> None:
    moved.to(NOW)
    random = Random(2)  # noqa: S311
    links = [int(40 * random.random() ** 2) + 1 for _ in range(600)]
    visits = [
        truth.at(NOW - timedelta(hours=random.randrange(200)), link, kind=random.choice((0, 0, 1, 2))) for link in links
    ]
    await truth.take_in(visits)
    await seal.seal_days()
    await edits.detach_links(SARI, [3])
    period = Period(datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 11, tzinfo=UTC), "UTC", Interval.DAY)
    question = Question(Scope(SARI), period)

    whole, first = await build_report(question), await build_report(question, ("link",), most_links=7)

    ordered = sorted(whole.tables["link"], key=lambda row: (-row.followed, -row.views, int(row.value)))
    assert sorted(first.tables["link"], key=lambda row: (-row.followed, -row.views, int(row.value))) == ordered[:7]
    assert first.links == sum(bool(row.followed) for row in ordered)
    assert first.totals == whole.totals
