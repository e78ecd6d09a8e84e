"""The links with the most visits, of an account with many: a table of which a page shows the first rows only.

The links of sealed visits come ranked from DuckDB, and are cached so: all of them, or the first ones if there are no
others to be added. Only few of them have open visits too. So the first rows are found without adding up every link.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from app.visits.reports.part_statements import LINK
from app.visits.sealed.engine import Rows
from app.visits.sealed.schema import DELETED_LINK


def top_links(
    ranked: Rows, others: Iterable[tuple[int, int, int, int]], removed: Collection[int], most: int
) -> tuple[Rows, int]:
    """Returns the part of links with the first `most` rows, and how many links have clicks or scans (or, if none has,
    views).

    `ranked` are the rows of sealed_parts.ranked_links, `others` further visits of links, each with link, clicks,
    scans and views. Links of `removed` count as one deleted link. With `others` or `removed` all links must be in
    `ranked`.
    """
    sums: dict[int, tuple[int, int, int]] = {}
    _add(sums, others, removed)
    apart = {*sums, *removed, DELETED_LINK}
    of_both = [row for row in ranked if row[0] in apart]  # the only look at every link, of which there may be 10⁵
    _add(sums, of_both, removed)
    rows = [*islice((row[:4] for row in ranked if row[0] not in apart), most), *((link, *sums[link]) for link in sums)]
    rows.sort(key=lambda row: (-(row[1] + row[2]), -row[3], row[0]))
    number = _count_links(ranked) + len(sums) - len(of_both)
    return [(LINK, 0, str(link), *counts, 0) for link, *counts in rows[:most]], number


def _count_links(ranked: Rows) -> int:
    if ranked and len(ranked[0]) > len(("link", "clicks", "scans", "views")):
        *_, followed, visited = ranked[0]
        return int(followed or visited)
    return bisect_left(ranked, 0, key=lambda row: -(row[1] + row[2])) or len(ranked)


def _add(sums: dict[int, tuple[int, int, int]], rows: Iterable[Sequence[int]], removed: Collection[int]) -> None:
    """Adds rows of link, clicks, scans and views to the sums of their links."""
    for link, clicks, scans, views in rows:
        key = DELETED_LINK if link in removed else link
        before = sums.get(key, (0, 0, 0))
        sums[key] = (before[0] + clicks, before[1] + scans, before[2] + views)
