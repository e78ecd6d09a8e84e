"""The base of the stand-ins makes the troubles that it promises."""

from collections.abc import Iterator

import aiohttp
import pytest
from aiohttp import web

from tests.networks.authorization import Authorization, Refused
from tests.networks.stand_in import StandIn, parsed, parts_of, served


class Shelf(StandIn):
    """Keeps what is posted."""

    def __init__(self) -> None:
        super().__init__()
        self.posts: list[str] = []

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        if parts := parts_of(request, body):
            return web.json_response([[part.name, part.filename, part.data.decode()] for part in parts])
        self.posts.append(parsed(body)["text"])
        return web.json_response({"id": self.new_id()})


@pytest.fixture
def network() -> Iterator[Shelf]:
    with served(Shelf()) as stand_in:
        yield stand_in


async def post(network: Shelf, path: str = "/posts", **body: object) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{network.origin}{path}", json=body or {"text": "hello"}) as response,
    ):
        return response.status, await response.text()


async def test_a_trouble_concerns_its_requests_alone_and_is_used_up(network: Shelf) -> None:
    network.trouble("429", "/posts", skip=1)
    assert [(await post(network))[0] for _ in range(3)] == [200, 429, 200]
    assert (await post(network, "/others"))[0] == 200
    assert len(network.arrivals("/posts", "POST")) == 3 and len(network.posts) == 3


@pytest.mark.parametrize("kind, done", [("drop", 0), ("commit then drop", 1)])
async def test_a_connection_is_dropped_before_or_after_it_is_done(network: Shelf, kind: str, done: int) -> None:
    network.trouble(kind)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await post(network)
    assert len(network.posts) == done


async def test_a_response_is_cut_in_the_middle_of_its_json(network: Shelf) -> None:
    network.trouble("commit then not json")
    status, text = await post(network)
    assert status == 200 and text.startswith('{"id') and not text.endswith("}") and network.posts == ["hello"]


async def test_a_body_is_cut_while_it_is_sent(network: Shelf) -> None:
    network.trouble("cut", bytes_read=70_000)
    with pytest.raises(aiohttp.ClientError):
        await post(network, text="x" * 900_000)
    assert network.posts == []


async def test_a_slow_drip_keeps_somebody_waiting(network: Shelf) -> None:
    network.trouble("slow drip", pause=0.01)
    async with aiohttp.ClientSession() as session, session.post(network.origin, json={"text": "hello"}) as response:
        assert await response.content.readexactly(5) == b" " * 5
    assert network.posts == ["hello"]


async def test_parts_of_a_form_come_in_their_order(network: Shelf) -> None:
    form = aiohttp.FormData()
    form.add_field("segment_index", "0")
    form.add_field("media", b"abc\r\n", filename="a.bin", content_type="application/octet-stream")
    async with aiohttp.ClientSession() as session, session.post(f"{network.origin}/", data=form) as response:
        assert await response.json() == [["segment_index", "", "0"], ["media", "a.bin", "abc\r\n"]]


async def test_a_code_and_a_refresh_token_work_once(network: Shelf) -> None:
    authorization = Authorization(network.now, "client", "secret", "sari")
    code = authorization.new_code("https://here/back", authorization.challenge("verifier"), ("write",))
    tokens = authorization.redeem(code, "https://here/back", "verifier")
    assert tokens.refresh and authorization.valid(tokens.access.value)
    with pytest.raises(Refused):
        authorization.redeem(code, "https://here/back", "verifier")
    renewed = authorization.renew(tokens.refresh.value)
    with pytest.raises(Refused):
        authorization.renew(tokens.refresh.value)
    assert authorization.valid(renewed.access.value) is None, "all tokens of the family end"
