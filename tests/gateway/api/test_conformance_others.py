"""OpenAI's own client asks for vectors, responses and pictures."""

import base64
from collections.abc import AsyncGenerator
from typing import Any

import openai
import pytest
from quart import Quart

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import EMBEDDING, IMAGE, AiModel
from app.gateway.catalogue.offered import forget_offered
from app.gateway.metering.ai_request import HUNG_UP, RELEASED
from tests.gateway.api.conformance import MODEL, PAUSE, Conformance, conforming, offer_at
from tests.upstreams.gemini_api import DRAW, EMBED
from tests.upstreams.openai_api import PNG

VECTORS, PICTURES = "kliqs/vectors", "kliqs/pictures"
NAMES = {"openai": ("embed-1", "image-1"), "gemini": (EMBED, DRAW)}  # of models of vectors and pictures there
INPUT = "one two three"
ANSWER = "You wrote: one two three"


@pytest.fixture
async def gateway(app: Quart, dewi: Account, request: pytest.FixtureRequest) -> AsyncGenerator[Conformance]:
    """With models of vectors and pictures, too."""
    kind = getattr(request, "param", "openai")
    async with conforming(app, dewi, kind) as conformance:
        vectors, pictures = NAMES.get(kind, NAMES["openai"])
        await offer_at(conformance.api, kind, VECTORS, vectors, kind_of_model=EMBEDDING)
        await offer_at(conformance.api, kind, PICTURES, pictures, kind_of_model=IMAGE)
        yield conformance


async def test_vectors_of_a_text_and_of_several(gateway: Conformance) -> None:
    client = gateway.openai()
    one = await client.embeddings.create(model=VECTORS, input="one two")
    assert one.data[0].embedding == [0.25, -0.5, 1.0] and one.model == VECTORS and one.usage.prompt_tokens == 2
    several = await client.embeddings.create(model=VECTORS, input=["one", "two"], encoding_format="float")
    assert [row.index for row in several.data] == [0, 1]
    first, _ = await gateway.settled(2)
    assert first.usage == {"input": 2} and first.cost > 0 and first.endpoint == "embeddings"


@pytest.mark.parametrize("gateway", ["gemini"], indirect=True)
async def test_other_makers_give_vectors_and_pictures_in_the_same_form(gateway: Conformance) -> None:
    client = gateway.openai()
    vectors = await client.embeddings.create(model=VECTORS, input=["one two", "three"])
    assert [row.index for row in vectors.data] == [0, 1] and all(row.embedding for row in vectors.data)
    assert vectors.model == VECTORS and vectors.object == "list"
    pictures = await client.images.generate(model=PICTURES, prompt="a cat")
    assert pictures.data and base64.b64decode(pictures.data[0].b64_json or "") == PNG
    changed = await client.images.edit(model=PICTURES, image=("cat.png", PNG, "image/png"), prompt="with a hat")
    assert changed.data and base64.b64decode(changed.data[0].b64_json or "") == PNG
    assert all(request.cost > 0 for request in await gateway.settled(3))


async def test_vectors_need_an_input_and_a_model_that_makes_them(gateway: Conformance) -> None:
    client = gateway.openai()
    with pytest.raises(openai.BadRequestError, match="input"):
        await client.embeddings.create(model=VECTORS, input="")
    with pytest.raises(openai.BadRequestError) as refused:
        await client.embeddings.create(model=MODEL, input="x")
    assert refused.value.code == "unsupported_model"


async def test_a_response_is_answered(gateway: Conformance) -> None:
    answer = await gateway.openai().responses.create(model=MODEL, input=INPUT)
    assert answer.output_text == ANSWER and answer.status == "completed" and answer.model == MODEL
    [request] = await gateway.settled()
    assert answer.usage and sum(request.usage.values()) == answer.usage.total_tokens
    assert gateway.api.requests[0].json["store"] is False, "nothing is kept at the upstream"


async def test_a_response_is_streamed(gateway: Conformance) -> None:
    text, last = "", None
    async for event in await gateway.openai().responses.create(model=MODEL, input=INPUT, stream=True):
        text += event.delta if event.type == "response.output_text.delta" else ""
        last = event
    assert text == ANSWER and last and last.type == "response.completed" and last.response.model == MODEL
    [request] = await gateway.settled()
    assert request.streamed and not request.estimated


async def test_a_response_that_breaks_ends_with_an_error(gateway: Conformance) -> None:
    gateway.api.fault("cut", after=5)
    gateway.api.pause = PAUSE
    stream = await gateway.openai().responses.create(model=MODEL, input=INPUT, stream=True)
    *events, last = [event async for event in stream]
    assert events[0].type == "response.created" and events[-1].type == "response.output_text.delta"
    assert last.type == "error" and last.code == "provider_unavailable" and last.sequence_number == len(events)
    [request] = await gateway.settled()
    assert request.status == 502 and request.cost > 0


async def test_a_response_whose_reader_leaves_is_settled(gateway: Conformance) -> None:
    gateway.api.fault("hold", after=5)
    async with await gateway.openai().responses.create(model=MODEL, input=INPUT, stream=True) as stream:
        async for event in stream:
            if event.type == "response.output_text.delta":
                break
    [request] = await gateway.settled()
    assert request.status == HUNG_UP and gateway.api.streams[0].left


@pytest.mark.parametrize(
    "more",
    [
        {"previous_response_id": "resp_1"},
        {"background": True},
        {"conversation": "conv_1"},
        {"prompt": {"id": "pmpt_1"}},
        {"tools": [{"type": "web_search"}]},
        {"service_tier": "priority"},
    ],
)
async def test_what_is_kept_at_the_upstream_or_costs_more_is_refused(gateway: Conformance, more: Any) -> None:
    with pytest.raises(openai.BadRequestError) as refused:
        await gateway.openai().responses.create(model=MODEL, input=INPUT, **more)
    assert refused.value.code == "unsupported_parameter" and refused.value.param == next(iter(more))
    assert gateway.api.requests == []


async def test_a_picture_is_drawn(gateway: Conformance) -> None:
    answer = await gateway.openai().images.generate(model=PICTURES, prompt="a cat", n=2)
    assert answer.data and [base64.b64decode(row.b64_json or "") for row in answer.data] == [PNG, PNG]
    [request] = await gateway.settled()
    assert request.cost > 0 and request.endpoint == "images.generate"


@pytest.mark.parametrize("more", [{"quality": "hd"}, {"quality": "high"}, {"size": "1792x1024"}])
async def test_a_dearer_picture_is_not_had_for_the_price_of_another(gateway: Conformance, more: dict[str, str]) -> None:
    await AiModel.filter(id=PICTURES).update(options={"sizes": ["1024x1024"]})
    forget_offered()
    client, options = gateway.openai(), {"extra_body": more}
    for drawing in (
        client.images.generate(model=PICTURES, prompt="a cat", **options),  # type: ignore[call-overload]
        client.images.edit(model=PICTURES, image=("a.png", PNG, "image/png"), prompt="a hat", **options),  # type: ignore[call-overload]
    ):
        with pytest.raises(openai.BadRequestError) as refused:
            await drawing
        assert refused.value.param in more
    assert gateway.api.requests == []
    await client.images.generate(model=PICTURES, prompt="a cat", size="1024x1024", quality="auto")


async def test_a_picture_is_changed(gateway: Conformance) -> None:
    client = gateway.openai()
    one: Any = ("cat.png", PNG, "image/png")
    answer = await client.images.edit(model=PICTURES, image=one, prompt="with a hat", user="budi@example.com")
    assert answer.data and answer.data[0].b64_json
    several = await client.images.edit(model=PICTURES, image=[one, one], mask=one, prompt="with a hat", n=2)
    assert several.data and len(several.data) == 2
    first, second = gateway.api.forms
    assert first.fields["model"] == "image-1" and first.files["image"] == [("cat.png", "image/png", PNG)]
    assert first.fields["user"] != "budi@example.com" and len(second.files["image[]"]) == 2 and "mask" in second.files
    changed, _ = await gateway.settled(2)
    assert changed.endpoint == "images.edit" and changed.cost > 0 and len(changed.end_user) == 64


async def test_pictures_need_a_text_a_file_and_a_number_up_to_ten(gateway: Conformance) -> None:
    client, file = gateway.openai(), ("cat.png", PNG, "image/png")
    for wrong in ({"prompt": ""}, {"prompt": "a", "n": 11}, {"prompt": "a", "stream": True}):
        with pytest.raises(openai.BadRequestError):
            await client.images.generate(model=PICTURES, **wrong)
    with pytest.raises(openai.BadRequestError):
        await client.images.edit(model=PICTURES, image=file, prompt="a", n=11)
    form: Any = {"headers": {"Content-Type": "multipart/form-data"}}
    named: Any = {"body": {"model": PICTURES, "prompt": "a"}, "files": [("x", file)], "options": form}
    with pytest.raises(openai.BadRequestError, match="image"):
        await client.post("/images/edits", cast_to=dict, **named)
    assert gateway.api.requests == []


async def test_a_file_that_the_upstream_does_not_take_is_told_in_its_words(gateway: Conformance) -> None:
    with pytest.raises(openai.BadRequestError) as refused:
        await gateway.openai().images.edit(model=PICTURES, image=("a.txt", b"text", "text/plain"), prompt="a")
    assert refused.value.code == "unsupported_file_mimetype" and refused.value.param == "image"
    assert (await gateway.settled())[0].state == RELEASED


@pytest.mark.parametrize("gateway", ["anthropic"], indirect=True)
async def test_what_an_upstream_cannot_do_is_a_bad_request(gateway: Conformance) -> None:
    client = gateway.openai()
    with pytest.raises(openai.BadRequestError):
        await client.embeddings.create(model=VECTORS, input="x")
    with pytest.raises(openai.BadRequestError):
        await client.images.generate(model=PICTURES, prompt="x")
    with pytest.raises(openai.BadRequestError):
        await client.responses.create(model=MODEL, input="x")
    assert gateway.api.requests == [] and {each.cost for each in await gateway.settled(3)} == {0}
