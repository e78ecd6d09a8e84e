"""What a request only refers to is refused: it may hold a million tokens, or be another workspace's."""

from typing import Any

import pytest

from app.gateway.api.error_answers import ApiError
from app.gateway.api.references import refuse_references
from app.gateway.metering.ai_request import AiRequest
from tests.gateway.api.callers import Caller
from tests.gateway.fake_adapter import FakeAdapter

FILM = "https://example.com/film.mp4"
BOOK = "https://example.com/book.pdf"
REFERRING: list[dict[str, Any]] = [
    {"type": "file", "file": {"file_id": "file-of-another"}},
    {"type": "file", "file": {"filename": "a.pdf", "file_data": BOOK}},
    {"type": "input_file", "file_url": BOOK},
    {"type": "input_file", "file_id": "file-of-another"},
    {"type": "input_image", "file_id": "file-of-another"},
    {"type": "document", "source": {"type": "url", "url": BOOK}},
    {"type": "document", "source": {"type": "file", "file_id": "file_of_another"}},
    {"type": "image", "source": {"type": "file", "file_id": "file_of_another"}},
    {"type": "tool_result", "content": [{"type": "document", "source": {"type": "url", "url": BOOK}}]},
    {"type": "video_url", "video_url": {"url": f" {FILM.upper()}"}},
    {"type": "video", "video": [FILM]},
    {"type": "input_audio", "input_audio": {"data": "https://example.com/talk.mp3"}},
    {"type": "image_url", "image_url": {"url": BOOK}},
    {"type": "image_url", "image_url": FILM},
    {"type": "image_url", "image_url": {"url": "https://www.youtube.com/watch?v=1"}},
    {"type": "image_url", "image_url": {"url": "https://generativelanguage.googleapis.com/v1beta/files/abc"}},
    {"type": "image_url", "image_url": {"url": "https://["}},
]
PLAIN: list[dict[str, Any]] = [
    {"type": "text", "text": FILM},
    {"type": "output_text", "text": "x", "annotations": [{"type": "url_citation", "url": BOOK}]},
    {"type": "tool_use", "id": "1", "name": "look", "input": {"url": BOOK}},
    {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": BOOK}},
    {"type": "document", "title": BOOK, "source": {"type": "base64", "data": "aGFsbG8="}},
    {"type": "image_url", "image_url": {"url": "https://example.com/a.png?b=c.pdf"}},
    {"type": "image_url", "image_url": {"url": "https://example.com/picture"}},
    {"type": "input_image", "image_url": "https://example.com/a.jpg"},
    {"type": "image", "source": {"type": "url", "url": "https://example.com/a.webp"}},
    {"type": "file", "file": {"filename": "a.pdf", "file_data": "data:application/pdf;base64,aGFsbG8="}},
]


@pytest.mark.parametrize("part", REFERRING)
@pytest.mark.parametrize("field", ["messages", "input"])
def test_a_file_that_is_not_in_the_request_is_refused(part: dict[str, Any], field: str) -> None:
    with pytest.raises(ApiError) as raised:
        refuse_references({field: [{"role": "user", "content": [{"type": "text", "text": "x"}, part]}]})
    assert raised.value.facts.status == 400 and raised.value.facts.param == field


@pytest.mark.parametrize("part", PLAIN)
def test_words_pictures_and_files_in_the_request_are_taken(part: dict[str, Any]) -> None:
    refuse_references({"messages": [{"role": "user", "content": [part]}]})


def test_an_item_that_the_upstream_keeps_is_refused() -> None:
    with pytest.raises(ApiError):
        refuse_references({"input": [{"type": "item_reference", "id": "msg_of_another"}]})


@pytest.mark.parametrize("odd", ["text", 5, None, {"a": 1}, [1, None, "x", {"content": [5, None, {"type": []}]}]])
def test_odd_messages_are_left_to_others(odd: Any) -> None:
    refuse_references({"messages": odd, "input": odd})


async def test_a_book_at_an_address_costs_nobody_anything(caller: Caller, adapter: FakeAdapter) -> None:
    part = {"type": "file", "file": {"filename": "a.pdf", "file_data": BOOK}}
    status, answer = await caller.chat(messages=[{"role": "user", "content": [part]}])
    assert status == 400 and answer["error"]["code"] == "unsupported_value"
    document = {"type": "document", "source": {"type": "url", "url": BOOK}}
    body = {"model": "small-1", "max_tokens": 9, "messages": [{"role": "user", "content": [document]}]}
    async with caller.post("/messages", body) as response:
        assert response.status == 400
    item = {"role": "user", "content": [{"type": "input_file", "file_url": BOOK}]}
    async with caller.post("/responses", {"model": "small-1", "input": [item]}) as response:
        assert response.status == 400
    assert adapter.bodies == [] and not await AiRequest.all().exists()
