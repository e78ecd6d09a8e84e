"""What upstreams answer instead of an answer says what went wrong, in the form of each of them, and no secret."""

from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import orjson
import pytest

from app.gateway.upstreams.errors import CredentialRefused, NotSupported, UpstreamError
from app.gateway.upstreams.errors_of_http import error_inside, error_of_status, retry_after, retryable_only_if_not_begun
from tests.conftest import Clock

SECRET = "sk-proj-4fA9bC2dE7fG1hJ8"


def error(status: int, payload: Any = None, **headers: str) -> UpstreamError:
    return error_of_status(status, headers, orjson.dumps(payload), SECRET)


@pytest.mark.parametrize(
    "payload, message",
    [
        ({"error": {"message": "too long", "type": "invalid_request_error", "param": "n", "code": "c"}}, "too long"),
        ({"error": {"message": "too long", "code": 400}}, "too long"),
        ({"error": "too long"}, "too long"),
        ({"type": "error", "error": {"type": "invalid_request_error", "message": "too long"}}, "too long"),
        ([{"error": {"code": 400, "message": "too long", "status": "INVALID_ARGUMENT"}}], "too long"),
        ({"object": "error", "message": "too long", "type": "BadRequestError", "code": 400}, "too long"),
        ({"detail": "too long"}, "too long"),
        ({"detail": [{"loc": ["n"], "msg": "too long"}]}, '[{"loc":["n"],"msg":"too long"}]'),
        ({"error": {"message": {"text": "too long"}}}, '{"text":"too long"}'),
        ("too long", "The provider answered with status 400."),
        (None, "The provider answered with status 400."),
        ({"error": {"code": 7}}, "The provider answered with status 400."),
    ],
)
def test_an_error_is_read_in_the_form_of_every_upstream(payload: Any, message: str) -> None:
    assert error(400, payload).message == message
    assert error(400, payload).retryable is False


def test_what_openai_says_of_an_error_is_kept() -> None:
    told = error(400, {"error": {"message": "m", "type": "invalid_request_error", "param": "n", "code": "c"}})
    assert (told.type, told.param, told.code, told.status) == ("invalid_request_error", "n", "c", 400)
    assert error(429, {"error": {"message": "m", "param": None, "code": 7}}).param is None


DEEP = [b"[" * depth + b"]" * depth for depth in (300, 1_000)]  # more than orjson writes, and Python shows


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"<html>", b'{"error', b"\xff\xfe"),
        *(b'{"error": %s}' % deep for deep in DEEP),
        *(b'{"error": {"message": %s}}' % deep for deep in DEEP),
    ],
)
def test_an_error_without_words_has_its_status(body: bytes) -> None:
    assert error_of_status(502, {}, body).message == "The provider answered with status 502."


@pytest.mark.parametrize(
    "message, shown",
    [
        (f"Incorrect key {SECRET} sent", "Incorrect key … sent"),
        ("Limit for org-aB3dE5fG7hJ9kL1m reached in proj_aB3dE5fG7hJ9kL1m.", "Limit for … reached in …."),
        ("Incorrect key sk-proj-****************fG1h", "Incorrect key …"),
        ("API key AIzaSyD4fA9bC2dE7fG1hJ8x is not valid", "API key … is not valid"),
        ("line\none\x1b[31m", "line one [31m"),
        ("skip the project organisation keyboard", "skip the project organisation keyboard"),
        ("a" * 5000, "a" * 1000),
    ],
)
def test_a_message_holds_no_secret_and_ends(message: str, shown: str) -> None:
    assert error(400, {"error": {"message": message}}).message == shown


@pytest.mark.parametrize("status", [401, 403])
def test_a_credential_that_is_refused_may_be_taken_by_another_route(status: int) -> None:
    refused = error(status, {"error": {"message": f"no {SECRET}", "code": "invalid_api_key"}})
    assert isinstance(refused, CredentialRefused) and refused.retryable and SECRET not in refused.message
    assert refused.code == "invalid_api_key" and refused.status == status


@pytest.mark.parametrize(
    "payload, retryable",
    [
        ({"error": {"message": "The model `a` does not exist", "code": "model_not_found"}}, True),
        ({"error": {"message": 'model "a" not found, try pulling it first'}}, True),
        ({"object": "error", "message": "The model `a` does not exist.", "code": 404}, True),
        (None, True),
        ({"error": {"message": "No such file: file-1"}}, False),
        ({"error": {"message": "Previous response with id 'r' not found."}}, False),
    ],
)
def test_a_model_that_is_not_there_may_be_elsewhere(payload: Any, retryable: bool) -> None:
    assert error(404, payload).retryable is retryable


@pytest.mark.parametrize(
    "status, payload",
    [
        (404, {"error": {"message": "File Not Found", "type": "not_found_error", "code": 404}}),
        (404, {"error": {"message": "Invalid URL (POST /v1/videos)", "type": "invalid_request_error"}}),
        (404, {"detail": "Not Found"}),
        (405, {"detail": "Method Not Allowed"}),
        (501, {"error": {"message": "This server does not support embeddings.", "code": 501}}),
    ],
)
def test_an_operation_that_an_upstream_does_not_have_is_no_failure_of_it(status: int, payload: Any) -> None:
    missing = error(status, payload)
    assert isinstance(missing, NotSupported) and missing.retryable and missing.status == status
    assert retryable_only_if_not_begun(missing).retryable


def test_a_model_that_is_not_there_is_so_whatever_the_status() -> None:
    assert error(400, {"error": {"message": "m", "code": "model_not_found"}}).retryable


@pytest.mark.parametrize(
    "headers, seconds",
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "1.5"}, 1.5),
        ({"Retry-After": "7", "retry-after-ms": "250"}, 0.25),
        ({"Retry-After": "-3"}, 0),
        ({"Retry-After": "999999999"}, 3600),
        ({"Retry-After": "nan"}, None),
        ({"Retry-After": "inf"}, None),
        ({"Retry-After": "soon"}, None),
        ({}, None),
    ],
)
def test_how_long_to_wait_is_read(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers) == seconds


def test_how_long_to_wait_may_be_a_date(moved: Clock) -> None:
    moved.to(moved.now.replace(microsecond=0))
    assert retry_after({"Retry-After": format_datetime(moved.now + timedelta(seconds=90), usegmt=True)}) == 90
    assert retry_after({"Retry-After": format_datetime(moved.now - timedelta(days=2), usegmt=True)}) == 0


@pytest.mark.parametrize(
    "payload, status, retryable",
    [
        ({"error": {"message": "m", "type": "server_error"}}, 500, True),
        ({"error": {"message": "m", "code": 429}}, 429, True),
        ({"error": {"message": "m", "code": "502"}}, 502, True),
        ({"error": {"message": "m", "type": "invalid_request_error"}}, 400, False),
        ({"type": "error", "error": {"type": "overloaded_error", "message": "m"}}, 529, True),
        ({"error": {"code": 503, "message": "m", "status": "UNAVAILABLE"}}, 503, True),
        ([{"error": {"message": "m", "status": "INVALID_ARGUMENT"}}], 400, False),
        ({"type": "error", "code": "rate_limit_exceeded", "message": "m", "sequence_number": 1}, 429, True),
        ({"object": "error", "message": "m"}, 500, True),
        ({"error": "m"}, 500, True),
    ],
)
def test_an_error_inside_of_an_answer_has_a_status_too(payload: Any, status: int, retryable: bool) -> None:
    inside = error_inside(payload, SECRET)
    assert inside and (inside.status, inside.retryable, inside.message) == (status, retryable, "m")


@pytest.mark.parametrize(
    "payload", [{"error": None, "id": "a"}, {"error": {}}, {"type": "message"}, [], None, 7, "error"]
)
def test_what_is_no_error_is_none(payload: Any) -> None:
    assert error_inside(payload) is None


def test_what_may_have_begun_is_not_tried_again() -> None:
    assert not retryable_only_if_not_begun(error(503)).retryable
    assert retryable_only_if_not_begun(error(429)).retryable
    assert retryable_only_if_not_begun(UpstreamError("m", retryable=True, sent=False)).retryable
    assert not retryable_only_if_not_begun(UpstreamError("m", retryable=True)).retryable
    assert not retryable_only_if_not_begun(error(400)).retryable


@pytest.mark.parametrize("name", ["type", "object", "code", "status"])
@pytest.mark.parametrize("value", [{}, [], *map(orjson.loads, DEEP)], ids=["object", "list", "300 deep", "1000 deep"])
def test_a_word_of_an_answer_that_is_no_word_says_nothing(name: str, value: Any) -> None:
    assert error_inside({name: value}) is None
    told = error_inside({"error": {"message": "no", name: value}})
    assert told and (told.status, told.message) == (500, "no")
