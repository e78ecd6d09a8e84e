"""How a request ended is told in words that quote nothing of what was said to the model."""

import asyncio

import pytest

from app.gateway.routing.outcome import name_of
from app.gateway.upstreams.errors import UpstreamError


@pytest.mark.parametrize(
    "code, name",
    [
        ("context_length_exceeded", "context_length_exceeded"),
        ("", "UpstreamError"),
        ("your prompt was: A cat", "UpstreamError"),
        ("x" * 61, "UpstreamError"),
        ("a\0b", "UpstreamError"),
    ],
)
def test_a_code_of_an_upstream_is_kept_where_it_is_a_word(code: str, name: str) -> None:
    assert name_of(UpstreamError("no", retryable=False, code=code)) == name


def test_other_ends_have_names_of_our_own() -> None:
    assert name_of(None) == "" and name_of(asyncio.CancelledError()) == "hung_up"
    assert name_of(ValueError("A cat")) == "ValueError"
