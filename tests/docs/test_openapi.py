"""The OpenAPI document tells programs what the API is: nothing less, nothing more."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from quart import Quart

from app.docs.reference_pages import OPERATIONS
from app.kernel import i18n
from app.kernel.error_codes import API_CODES
from tests.client import Browser

DOCUMENT = "/api/v1/openapi.json"


async def document(visitor: Browser, language: str = "en") -> dict[str, Any]:
    response = await visitor.get(DOCUMENT, headers={"Accept-Language": language})
    assert response.status_code == 200
    assert response.mimetype == "application/json"
    data: dict[str, Any] = json.loads(await response.get_data())
    return data


async def test_it_holds_every_operation_of_the_api_and_no_other(app: Quart, visitor: Browser) -> None:
    described = {
        (method.upper(), path) for path, methods in (await document(visitor))["paths"].items() for method in methods
    }

    routes = {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule).removeprefix("/api/v1"))
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/v1") and rule.rule != DOCUMENT
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert described == routes


async def test_every_reference_resolves(visitor: Browser) -> None:
    openapi = await document(visitor)

    references = list(_references(openapi))
    assert references
    for reference in references:
        place: Any = openapi
        for part in reference.removeprefix("#/").split("/"):
            place = place[part]


async def test_every_operation_says_which_errors_it_answers(visitor: Browser) -> None:
    paths = (await document(visitor))["paths"]

    for operation in OPERATIONS:
        answers = paths[operation.path][operation.method.lower()]["responses"]
        assert str(operation.status) in answers
        for code in operation.codes:
            assert f"{code}: " in answers[str(API_CODES[code].status)]["description"]


async def test_path_parameters_are_described(visitor: Browser) -> None:
    for path, methods in (await document(visitor))["paths"].items():
        for described in methods.values():
            named = {parameter["name"] for parameter in described["parameters"] if parameter["in"] == "path"}
            assert named == set(re.findall(r"{(\w+)}", path))


async def test_an_absent_field_of_a_body_has_no_default(visitor: Browser) -> None:
    schemas = (await document(visitor))["components"]["schemas"]

    for model in ("NewLink", "LinkChanges", "ErrorAnswer"):
        assert not [name for name, field in schemas[model]["properties"].items() if "default" in field]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_it_speaks_the_language_of_the_reader(visitor: Browser, language: str) -> None:
    openapi = await document(visitor, language)
    i18n.set_language(language)

    create = openapi["paths"]["/links"]["post"]
    assert create["summary"] == i18n.gettext("Create a link")
    assert openapi["components"]["schemas"]["NewLink"]["properties"]["title"]["description"] == i18n.gettext(
        "A title for your own list."
    )
    assert (await visitor.get(DOCUMENT)).vary.find("Accept-Language") >= 0


async def test_it_is_open_and_costs_nothing(visitor: Browser) -> None:
    response = await visitor.get(DOCUMENT)

    assert response.status_code == 200
    assert "X-RateLimit-Remaining" not in response.headers


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from [value] if key == "$ref" else _references(value)
    elif isinstance(part, list):
        for value in part:
            yield from _references(value)
