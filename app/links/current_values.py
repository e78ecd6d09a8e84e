"""The values that can be set on a link, as they are: what a form, an export and the API show is read here.

The keys are those of `validation.Changes`, by which the same values are written. A password is never shown.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import Any

from app.links.models import Link
from app.links.rules.column import read_rules
from app.links.validation import COLUMNS, STATES, Changes
from app.names.slug import fold_name

_columns = attrgetter(*(column for column, _ in COLUMNS.values()))  # of a link, in the order of COLUMNS


def link_values(link: Link) -> dict[str, Any]:
    """The value of every key of `Changes` but the password; the link's tags and names must be fetched."""
    values = dict(zip(COLUMNS, _columns(link), strict=True))
    values |= {key: values[key] is not None for key in STATES}
    values["rules"] = [rule.as_json() for rule in read_rules(link.rules)]
    values |= {"slug": link.short_code, "aliases": alias_names(link), "tags": tag_names(link)}
    return values


@cache
def cleared_value(key: str) -> Any:
    """The value of a key of `COLUMNS` that a link without a value has: the default of its column."""
    return Link._meta.fields_map[COLUMNS[key][0]].default


def tag_names(link: Link) -> list[str]:
    """The names of a link's tags, in the order of their folded names."""
    return [tag.name for tag in sorted(link.tags, key=lambda tag: tag.folded)]


def alias_names(link: Link) -> list[str]:
    """The names of a link besides its main one, oldest first."""
    main = fold_name(link.short_code)
    names = sorted(link.names, key=lambda name: name.id)
    return [name.shown for name in names if name.folded != main]


async def load_names_and_tags(link: Link, changes: Changes, *, new: bool) -> None:
    """Fetches the names and tags of a link that these changes were written to.

    A new link without aliases and tags has none to be read, and unchanged ones of another link are fetched already.
    """
    if new and not (changes.get("aliases") or changes.get("tags")):
        link.tags._set_result_for_query([])
        link.names._set_result_for_query([])
    elif new or {"slug", "aliases", "tags"} & changes.keys():
        await link.fetch_related("tags", "names")
