"""The comparison of every answer with the OpenAPI document (contract.py) notices what is not described."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from quart import Response

from app.docs.link_examples import example_link
from tests.contract import check_answer

HEADERS = {
    "X-Request-Id": "a",
    "RateLimit-Policy": '"burst";q=1200;w=60',
    "RateLimit": '"burst";r=1199;t=60',
    "X-RateLimit-Limit": "30",
    "X-RateLimit-Remaining": "29",
    "X-RateLimit-Reset": "1796083200",
}
REFUSAL = {"success": False, "error": "NOT_FOUND", "message": "There is nothing here.", "request_id": "a"}
LINK = "/api/v1/links/7f0c2a4e-9a51-4c8e-b1d6-2f4f3c1f0a77"


def answer(body: Any, status: int = 200, headers: Mapping[str, str] = HEADERS) -> Response:
    return Response(json.dumps(body), status, dict(headers), content_type="application/json")


async def test_what_is_described_passes() -> None:
    await check_answer("GET", LINK, answer({"success": True, "data": example_link(), "ignored": ["x"]}))
    await check_answer("PUT", "/api/v1/links/by-key/a/b", answer({"success": True, "data": example_link()}, 201))
    await check_answer("GET", LINK, answer(REFUSAL, 404))
    await check_answer("GET", "/dashboard/links/", answer("anything", 418))


@pytest.mark.parametrize(
    ("change", "status", "headers"),
    [
        ({"colour": "red"}, 200, HEADERS),
        ({"clicks": "1"}, 200, HEADERS),
        ({"created_at": "yesterday"}, 200, HEADERS),
        ({"state": "odd"}, 200, HEADERS),
        ({}, 202, HEADERS),
        ({}, 200, HEADERS | {"RateLimit": "1199"}),
        ({}, 200, {"X-Request-Id": "a"}),
        ({"error": "QR_LIMIT_REACHED"}, 403, HEADERS),
        ({"why": "x"}, 404, HEADERS),
        ({"error": "INVALID_API_KEY"}, 401, HEADERS),  # without WWW-Authenticate
    ],
)
async def test_what_is_not_described_is_noticed(
    change: dict[str, Any], status: int, headers: Mapping[str, str]
) -> None:
    body = REFUSAL | change if status >= 400 else {"success": True, "data": example_link(**change)}
    with pytest.raises(AssertionError):
        await check_answer("GET", LINK, answer(body, status, headers))
