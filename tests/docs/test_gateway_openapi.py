"""The OpenAPI document of the API of models is valid, and describes every address and no other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from quart import Quart
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from app.docs.gateway_openapi import gateway_document
from tests.client import Browser

DOCUMENT = gateway_document("https://kliqs.test/v1")


def parts_of(value: Any) -> Iterator[dict[str, Any]]:
    """All objects inside a document, and the document."""
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from parts_of(each)


def test_the_document_is_valid_openapi_3_1() -> None:
    OPENAPI_31_VALIDATOR.validate(DOCUMENT)
    with pytest.raises(jsonschema_rs.ValidationError):
        OPENAPI_31_VALIDATOR.validate(DOCUMENT | {"paths": {"/x": {"get": {"responses": {"good": {}}}}}})


def test_its_schemas_are_schemas_and_its_references_lead_somewhere() -> None:
    schemas = [part["schema"] for part in parts_of(DOCUMENT) if "schema" in part]
    for schema in [*schemas, *DOCUMENT["components"]["schemas"].values()]:
        jsonschema_rs.meta.validate(schema | {"$schema": "https://json-schema.org/draft/2020-12/schema"})
    references = [part["$ref"] for part in parts_of(DOCUMENT) if "$ref" in part]
    assert len(references) > 100
    for reference in references:
        _, _, kind, name = reference.split("/")
        assert name in DOCUMENT["components"][kind], reference


def test_each_operation_has_an_id_of_its_own_and_the_parameters_of_its_path() -> None:
    operations = [(path, each) for path, methods in DOCUMENT["paths"].items() for each in methods.values()]
    ids = [operation["operationId"] for _path, operation in operations]
    assert len(set(ids)) == len(ids) >= 20
    for path, operation in operations:
        named = {each["name"] for each in operation["parameters"] if each["in"] == "path"}
        assert named == set(re.findall(r"{(\w+)}", path)), path


async def test_the_openapi_document_has_every_address_of_models_and_no_other(app: Quart, visitor: Browser) -> None:
    response = await visitor.get("/v1/kliqs/openapi.json")
    document = json.loads(await response.get_data())
    described = {(method.upper(), path) for path, methods in document["paths"].items() for method in methods}
    routes = {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule).removeprefix("/v1"))
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/v1/") and not rule.rule.endswith("/openapi.json")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert described == routes and len(routes) >= 20
