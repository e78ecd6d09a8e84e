"""The links with the most visits, of an account with many: a table of which a page shows the first rows only.

The links of sealed visits come ranked from DuckDB, and are cached so: all of them, or the first ones if there are no
others to be added. Only few of them have open visits too. So the first rows are found without adding up every link.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from itertools import islice
from typing import Any

from app.visits.reports.part_statements import LINK
from app.visits.reports.sealed_parts import LINKS
from app.visits.sealed.engine import Rows
from app.visits.sealed.schema import DELETED_LINK

LinkCounts = tuple[int, int, int, int]  # a link by its key, and its clicks, scans and views


def keep_top_links(rows: Rows, ranked: Rows, removed: Collection[int], most: int) -> tuple[Rows, int]:
    """Returns the rows of a report with the part LINK of at most `most` rows instead of its parts about links, and how
    many links have clicks or scans (or, if none has, views).

    `ranked` are the rows of RANKED: all links in order, unless LINKS says how many there are.
    """
    others = [(int(value), *counts) for part, _, value, *counts, _ in rows if part == LINK]
    number = next((followed or visited for part, _, _, followed, _, visited, _ in rows if part == LINKS), None)
    first, counted = top_links(ranked, others, removed, most)
    table = [(LINK, 0, str(link), *counts, 0) for link, *counts in first]
    rest = [row for row in rows if row[0] not in {LINK, LINKS}]
    return rest + table, counted if number is None else number


def top_links(
    ranked: Rows, others: Iterable[LinkCounts], removed: Collection[int], most: int
) -> tuple[list[LinkCounts], int]:
    """Returns the `most` links with most visits, and how many have clicks or scans (or, if none has, views).

    `ranked` are the rows of RANKED with all links of sealed visits, `others` further visits of links. Links of
    `removed` count as one deleted link.
    """
    sums: dict[int, tuple[int, int, int]] = {}
    _add(sums, others, removed)
    apart = {*sums, *removed, DELETED_LINK}
    of_both = [_counts(row) for row in ranked if row[1] in apart]  # the only look at every link
    _add(sums, of_both, removed)
    summed = [(link, *counts) for link, counts in sums.items()]
    rows = [*map(_counts, islice((row for row in ranked if row[1] not in apart), most)), *summed]
    rows.sort(key=lambda row: (-(row[1] + row[2]), -row[3], row[0]))
    followed = _followed(ranked) - sum(map(_has_clicks, of_both)) + sum(map(_has_clicks, summed))
    return rows[:most], followed or len(ranked) - len(of_both) + len(summed)


def _counts(row: tuple[Any, ...]) -> LinkCounts:
    """Returns a row of RANKED as the link and its counts."""
    _part, link, _value, clicks, scans, views, _visitors = row
    return link, clicks, scans, views


def _followed(ranked: Rows) -> int:
    """Returns how many of the links in order have clicks or scans."""
    return bisect_left(ranked, 0, key=lambda row: -(row[3] + row[4]))


def _has_clicks(row: LinkCounts) -> bool:
    return row[1] + row[2] > 0


def _add(sums: dict[int, tuple[int, int, int]], rows: Iterable[LinkCounts], removed: Collection[int]) -> None:
    """Adds rows of link, clicks, scans and views to the sums of their links."""
    for link, clicks, scans, views in rows:
        key = DELETED_LINK if link in removed else link
        before = sums.get(key, (0, 0, 0))
        sums[key] = (before[0] + clicks, before[1] + scans, before[2] + views)
