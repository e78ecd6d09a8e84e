"""What every adapter of an upstream can do. Its language is OpenAI's API: adapters of others translate.

Request bodies and answers are dictionaries as OpenAI's API has them (types: `openai` 3.52). What a client sent that we
do not know is passed on where the upstream speaks the same language. The model's name in a body is the upstream's
(`Target.model`); callers put our own name into answers.

An operation that the upstream does not have raises NotSupported before anything is sent. All raise UpstreamError.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeGuard

from app.gateway.upstreams.usage import Usage

Json = dict[str, Any]
MAX_VIDEO_ID = 200  # characters
REMIXED_FROM = "remixed_from"  # the field of create_video that names the upstream's id of a video to be remixed


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: `base_url` has no slash at its end, `model` is the name of the model there.

    Times are in seconds: `connect` until a connection, `first_byte` until the answer begins, `idle` between two pieces.
    `max_output` is how many tokens the model writes at most, 0 where the catalogue does not say: Anthropic's API has to
    be told.
    """

    base_url: str
    credential: str = field(repr=False)
    model: str
    connect: float = 5
    first_byte: float = 120
    idle: float = 60
    max_output: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer in OpenAI's form, and what it used; `usage` is None where the upstream did not say."""

    body: Json
    usage: Usage | None
    upstream_id: str = ""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a streamed answer: a `chat.completion.chunk`, or an event of the Responses API.

    `usage` is set on the piece that tells it; where several do, the last one counts. `so_far` says that it is only what
    was used until now, so that it is none of an answer that came to its end. `delivered` are the bytes of
    text, arguments and reasoning in it, by which tokens are estimated when a client hangs up before the usage comes.
    `event` names an event of the Responses API, and is empty for chat.
    """

    body: Json
    usage: Usage | None = None
    delivered: int = 0
    event: str = ""
    so_far: bool = False


@dataclass(frozen=True, slots=True)
class FilePart:
    """A file of a multipart request, such as a picture to be edited."""

    name: str
    filename: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class VideoState:
    """How far a video is: `status` is queued, in_progress, completed or failed; `progress` from 0 to 100.

    `error` is a code and a message for one that failed. `usage` is set once it is completed, where its length is told.
    """

    upstream_id: str
    status: str
    progress: int = 0
    error: tuple[str, str] | None = None
    usage: Usage | None = None


def is_video_id(id: object) -> TypeGuard[str]:
    """Whether an upstream's id of a video can be kept: a text of 1 to MAX_VIDEO_ID characters."""
    return isinstance(id, str) and 0 < len(id) <= MAX_VIDEO_ID


Stream = AbstractAsyncContextManager[AsyncIterator[Chunk]]


class Adapter(Protocol):
    """An upstream's API. It keeps no state between requests; connections are pooled by upstream_client.py."""

    kind: str

    async def chat(self, target: Target, body: Json) -> Answer:
        """Answers a request of `/chat/completions` that is not streamed."""
        ...

    def stream_chat(self, target: Target, body: Json) -> Stream:
        """Opens a streamed answer: entering it sends the request and waits for the first piece.

        So an error before the first piece is raised on entering, and another route may be tried. Leaving it before the
        end closes the connection before the upstream's next piece. The upstream is always asked for its usage.
        """
        ...

    async def responses(self, target: Target, body: Json) -> Answer:
        """Answers a request of `/responses` that is not streamed."""
        ...

    def stream_responses(self, target: Target, body: Json) -> Stream:
        """Opens a streamed answer of `/responses`."""
        ...

    async def embeddings(self, target: Target, body: Json) -> Answer:
        """Answers a request of `/embeddings`."""
        ...

    async def generate_image(self, target: Target, body: Json) -> Answer:
        """Answers a request of `/images/generations`."""
        ...

    async def edit_image(self, target: Target, fields: Mapping[str, str], files: list[FilePart]) -> Answer:
        """Answers a request of `/images/edits`."""
        ...

    async def create_video(self, target: Target, fields: Mapping[str, str], files: list[FilePart]) -> VideoState:
        """Begins a video; raises UpstreamError with `retryable` only where certainly nothing was begun.

        With `REMIXED_FROM` among the fields, the video of this id at the upstream is remixed by the prompt; `seconds`
        and `size` are its own then, for upstreams that do not keep them.
        """
        ...

    async def video_state(self, target: Target, upstream_id: str) -> VideoState:
        """Asks how far a video is."""
        ...

    def video_content(
        self, target: Target, upstream_id: str, variant: str
    ) -> AbstractAsyncContextManager[tuple[str, AsyncIterator[bytes]]]:
        """Opens the file of a completed video: its media type and its bytes."""
        ...

    async def cancel_video(self, target: Target, upstream_id: str) -> None:
        """Stops a video that is being made; an upstream that does not stop any raises UpstreamError with its status."""
        ...

    async def delete_video(self, target: Target, upstream_id: str) -> None:
        """Deletes a video at the upstream; one that is not there counts as deleted."""
        ...

    async def list_models(self, target: Target) -> list[str]:
        """Returns the names of the models that the credential may use; the test of a connection."""
        ...
