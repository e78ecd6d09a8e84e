"""A request to an upstream shows nothing secret, and holds what the client sent."""

from app.gateway.upstreams.adapter import Target
from app.gateway.upstreams.upstream_request import Request, to_json


def test_requests_show_neither_credential_nor_content() -> None:
    request = Request("POST", "https://llm.test/v1", {"Authorization": "Bearer secret"}, {"prompt": "secret"})
    assert "secret" not in repr(request) and "secret" not in repr(Target("https://a", "secret", "m"))


def test_numbers_of_any_size_are_passed_on() -> None:
    assert to_json({"seed": 2**80, "x": "é"}) == b'{"seed": 1208925819614629174706176, "x": "\\u00e9"}'
    assert to_json({"seed": 7, "x": "é"}) == '{"seed":7,"x":"é"}'.encode()
