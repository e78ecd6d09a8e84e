"""What an upstream refuses that has only chats: each operation that it does not have, before anything is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager
from typing import NoReturn

from app.gateway.upstreams.adapter import Answer, FilePart, Json, Stream, Target, VideoState
from app.gateway.upstreams.errors import NotSupported


def refuse(what: str) -> NoReturn:
    """Refuses an operation; another route of the model may have it."""
    raise NotSupported(
        f"The provider of this model does not offer {what}.",
        status=400,
        retryable=True,
        code="unsupported_operation",
        type="invalid_request_error",
        sent=False,
    )


class ChatOnly:
    """The operations beside chats, all refused; adapters replace those that their upstream has."""

    async def responses(self, target: Target, body: Json) -> Answer:
        """Refuses the Responses API."""
        refuse("the Responses API")

    def stream_responses(self, target: Target, body: Json) -> Stream:
        """Refuses the Responses API."""
        refuse("the Responses API")

    async def embeddings(self, target: Target, body: Json) -> Answer:
        """Refuses embeddings."""
        refuse("embeddings")

    async def generate_image(self, target: Target, body: Json) -> Answer:
        """Refuses pictures."""
        refuse("pictures")

    async def edit_image(self, target: Target, fields: Mapping[str, str], files: list[FilePart]) -> Answer:
        """Refuses to edit pictures."""
        refuse("to edit pictures")

    async def create_video(self, target: Target, fields: Mapping[str, str], files: list[FilePart]) -> VideoState:
        """Refuses videos."""
        refuse("videos")

    async def video_state(self, target: Target, upstream_id: str) -> VideoState:
        """Refuses videos."""
        refuse("videos")

    def video_content(
        self, target: Target, upstream_id: str, variant: str
    ) -> AbstractAsyncContextManager[tuple[str, AsyncIterator[bytes]]]:
        """Refuses videos."""
        refuse("videos")

    async def cancel_video(self, target: Target, upstream_id: str) -> None:
        """Refuses videos."""
        refuse("videos")

    async def delete_video(self, target: Target, upstream_id: str) -> None:
        """Refuses videos."""
        refuse("videos")
