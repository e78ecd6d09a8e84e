"""A search of a list: words, a state, and the place at which a page of the list begins."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Any, Self
from urllib.parse import urlencode

from tortoise.expressions import Q

from app.kernel import text

LONGEST_SEARCH, LONGEST_PLACE = 200, 500  # characters
FIELDS = ("q", "state", "after")


@dataclass(frozen=True, slots=True)
class ListSearch:
    """A search of the list at `home`. `after` is where the page before it ended, or any other text."""

    home: str
    q: str = ""
    state: str = ""
    after: str = ""

    @classmethod
    def of(cls, home: str, args: Mapping[str, str], states: Container[str] = ()) -> Self:
        """Returns the search of these query parameters; a state that is not in `states` becomes none."""
        state = args.get("state", "")
        return cls(
            home,
            text.cut_line(args.get("q", ""), LONGEST_SEARCH),
            state if state in states else "",
            text.cut_line(args.get("after", ""), LONGEST_PLACE),
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides anything."""
        return bool(self.q or self.state)

    def url(self, **changes: str) -> str:
        """Returns the URL of the list for this search with some fields changed."""
        search = replace(self, **({"after": ""} | changes))
        values = {name: getattr(search, name) for name in FIELDS if getattr(search, name)}
        return self.home + ("?" + urlencode(values) if values else "")


def url_after_act(form: Mapping[str, str], home: str, page: str) -> str:
    """Returns where to go after an act on a row, whose form is in the list at `home` or in a part of another page.

    That is the list with the same search and place if the form has the fields of `shared/_back_to_list.html`, else
    `page`.
    """
    if "listed" not in form:
        return page
    search = ListSearch.of(home, form)
    return search.url(after=search.after)


def has_words(words: str, columns: Iterable[str]) -> Q:
    """Returns the condition for rows that have these words in one of the columns, in any case."""
    conditions: list[dict[str, Any]] = [{f"{column}__icontains": words} for column in columns]
    return reduce(or_, [Q(**condition) for condition in conditions])
