"""How a request ended is told in words that quote nothing of what was said to the model."""

import asyncio

import pytest

from app.gateway.routing.outcome import error_name
from app.gateway.upstreams.errors import UpstreamError


@pytest.mark.parametrize(
    "code, name",
    [
        ("context_length_exceeded", "context_length_exceeded"),
        ("", "provider_failed"),
        ("your prompt was: A cat", "provider_failed"),
        ("x" * 61, "provider_failed"),
        ("a\0b", "provider_failed"),
    ],
)
def test_a_code_of_an_upstream_is_kept_where_it_is_a_word(code: str, name: str) -> None:
    assert error_name(UpstreamError("no", retryable=False, code=code)) == name


def test_other_ends_have_names_of_our_own() -> None:
    assert error_name(None) == "" and error_name(asyncio.CancelledError()) == "hung_up"
    assert error_name(ValueError("A cat")) == "internal_error"
