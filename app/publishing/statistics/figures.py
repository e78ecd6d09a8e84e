"""The tables of the statistics of posts: by post, by network and by campaign, on the screen and as CSV."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from app.publishing.networks.registry import network_named
from app.publishing.posts.post_title import title_of
from app.publishing.statistics.published_posts import PublishedVariant
from app.web import csv_writer

CSV_COLUMNS = ("table", "value", "networks", "published_at", "posts", "clicks", "clicks_per_post")


class Row(NamedTuple):
    """A row of a table. `posts` counts a post once, in the table of networks once for each network.

    Only rows of the table of posts have a `post_id` and `published_at`. `networks` are their names.
    """

    label: str
    posts: int
    clicks: int
    networks: tuple[str, ...] = ()
    post_id: UUID | None = None
    published_at: datetime | None = None

    @property
    def per_post(self) -> float:
        """Clicks per post."""
        return self.clicks / self.posts if self.posts else 0


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a period, each table with the most clicks first. The campaign "" is that of posts without one."""

    total: Row
    by_post: list[Row]
    by_network: list[Row]
    by_campaign: list[Row]


def figures_of(variants: Sequence[PublishedVariant]) -> Figures:
    """Adds up what was published."""
    by_network = _grouped(variants, lambda variant: variant.network)
    by_campaign = _grouped(variants, lambda variant: variant.campaign)
    return Figures(
        _row("", variants),
        _sorted(_post_row(group) for group in _grouped(variants, lambda variant: variant.post_id).values()),
        _sorted(_row(str(network), group) for network, group in by_network.items()),
        _sorted(_row(str(campaign), group) for campaign, group in by_campaign.items()),
    )


def figures_csv(figures: Figures) -> str:
    """Returns all tables as CSV, a row on each line; a blank campaign is that of posts without one."""
    tables = {
        "total": [figures.total],
        "post": figures.by_post,
        "network": [row._replace(label=network_named(row.label).label) for row in figures.by_network],
        "campaign": figures.by_campaign,
    }
    lines: list[Iterable[object]] = [
        CSV_COLUMNS,
        *(_cells(table, row) for table, rows in tables.items() for row in rows),
    ]
    return csv_writer.BOM + "".join(map(csv_writer.format_csv_line, lines))


def _cells(table: str, row: Row) -> tuple[object, ...]:
    labels = ", ".join(network_named(network).label for network in row.networks) if row.post_id else ""
    at = row.published_at.isoformat(timespec="seconds") if row.published_at else ""
    return table, row.label, labels, at, row.posts, row.clicks, round(row.per_post, 2)


def _grouped(
    variants: Sequence[PublishedVariant], key: Callable[[PublishedVariant], Hashable]
) -> dict[Hashable, list[PublishedVariant]]:
    """Returns the variants by a key."""
    groups: defaultdict[Hashable, list[PublishedVariant]] = defaultdict(list)
    for variant in variants:
        groups[key(variant)].append(variant)
    return dict(groups)


def _row(label: str, variants: Sequence[PublishedVariant]) -> Row:
    """Adds up variants."""
    networks = tuple(sorted({variant.network for variant in variants}))
    posts = len({variant.post_id for variant in variants})
    return Row(label, posts, sum(variant.clicks for variant in variants), networks)


def _post_row(variants: Sequence[PublishedVariant]) -> Row:
    """The row of a post with these variants."""
    row, first = _row(title_of(variants[0].text), variants), min(variant.published_at for variant in variants)
    return row._replace(post_id=variants[0].post_id, published_at=first)


def _sorted(rows: Iterable[Row]) -> list[Row]:
    """Sorts rows: the most clicks first, then the most posts."""
    return sorted(rows, key=lambda row: (-row.clicks, -row.posts, row.label))
