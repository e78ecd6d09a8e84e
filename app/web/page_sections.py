"""Sections that several packages add to one page, such as the security settings: each a partial with its values.

A package adds its section when it is imported; the page's view loads them. The partial reads `section`, its values.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

Load = Callable[..., Awaitable[dict[str, Any] | None]]


class Section(NamedTuple):
    """A section that is shown: its partial and its values."""

    template: str
    values: dict[str, Any]


class _Added(NamedTuple):
    position: int
    template: str
    load: Load


_added: dict[str, list[_Added]] = {}


def add_section(page: str, position: int, template: str, load: Load) -> None:
    """Adds a section to a page; those with a lower position come first.

    `load` gets the arguments of `load_sections` and returns the values; None leaves the section out.
    """
    _added.setdefault(page, []).append(_Added(position, template, load))


async def load_sections(page: str, *arguments: Any) -> list[Section]:
    """Returns the sections of a page in their order."""
    sections = []
    for added in sorted(_added.get(page, []), key=lambda each: (each.position, each.template)):
        values = await added.load(*arguments)
        if values is not None:
            sections.append(Section(added.template, values))
    return sections
