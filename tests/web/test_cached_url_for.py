"""URLs in templates are those that Quart builds, though most are not built again."""

from typing import Any
from uuid import UUID, uuid4

import pytest
import quart
from quart import Quart
from werkzeug.routing import AnyConverter, BaseConverter, IntegerConverter, Rule, UUIDConverter

from app.web.cached_url_for import SAMPLE, cached_url_for

VALUES: tuple[tuple[type[BaseConverter], Any], ...] = ((UUIDConverter, UUID(int=7)), (IntegerConverter, 12))


def values_of(rule: Rule) -> dict[str, Any]:
    """A value for each part of a rule."""
    return {name: value_for(part) for name, part in rule._converters.items()} | dict(rule.defaults or {})


def value_for(part: BaseConverter) -> Any:
    """A value that a variable part of a rule takes."""
    if isinstance(part, AnyConverter):
        return min(part.items)
    return next((value for kind, value in VALUES if isinstance(part, kind)), "part")


async def test_every_route_has_the_url_that_quart_builds(made_once: Quart) -> None:
    url_for = cached_url_for()
    async with made_once.test_request_context("/"):
        for rule in made_once.url_map.iter_rules():
            values = values_of(rule)
            for more in ({}, {"q": "kopi & teh/50%"}, {"after": uuid4()}):
                expected = quart.url_for(rule.endpoint, **values, **more)
                assert [url_for(rule.endpoint, **values, **more) for _ in "12"] == [expected] * 2


@pytest.mark.parametrize("values", [[1, "1", True, 1.0], ["", None, 0, False], [SAMPLE, str(SAMPLE)]])
async def test_values_that_are_equal_but_written_differently_keep_their_own_urls(
    made_once: Quart, values: list[Any]
) -> None:
    url_for = cached_url_for()
    async with made_once.test_request_context("/"):
        for value in [*values, *values]:
            assert url_for("links.list_links", q=value) == quart.url_for("links.list_links", q=value)


async def test_rows_differ_in_their_ids_only_and_none_gets_that_of_another(made_once: Quart) -> None:
    url_for = cached_url_for(limit=1)
    async with made_once.test_request_context("/"):
        for id in (uuid4() for _ in range(20)):
            assert url_for("links.link_row", id=id) == f"/dashboard/links/{id}"


async def test_a_list_of_values_becomes_a_repeated_parameter_as_in_quart(made_once: Quart) -> None:
    async with made_once.test_request_context("/"):
        assert cached_url_for()("links.list_links", tag=["a", "b"]) == "/dashboard/links/?tag=a&tag=b"
