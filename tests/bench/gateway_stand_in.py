"""`python -m tests.bench.gateway_stand_in`: an upstream that streams chats and does as little else as it can.

It prints its port. A chat of which the last message is `<n> tokens each <ms>` is answered by n pieces, one each ms
milliseconds, in OpenAI's form, with the usage at the end. Nothing is checked: what a gateway adds is to be measured,
and not this.
"""

from __future__ import annotations

import asyncio
import re
from functools import lru_cache

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
WANTED = re.compile(rb"(\d+) tokens each (\d+)")
CHUNK = (
    b'data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1764000000,"model":"chat-1",'
    b'"choices":[{"index":0,"delta":{%s},"logprobs":null,"finish_reason":%s}],"usage":null}\n\n'
)
USAGE = (
    b'data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1764000000,"model":"chat-1","choices":[],'
    b'"usage":{"prompt_tokens":9,"completion_tokens":%d,"total_tokens":%d}}\n\ndata: [DONE]\n\n'
)


def in_chunk(data: bytes) -> bytes:
    """Returns data as a chunk of a body whose length is not known."""
    return b"%x\r\n%b\r\n" % (len(data), data)


FIRST = in_chunk(CHUNK % (b'"role":"assistant","content":"word"', b"null"))
TOKEN = in_chunk(CHUNK % (b'"content":" word"', b"null"))


@lru_cache(100)
def last_frames(tokens: int) -> bytes:
    """Returns how an answer of so many tokens ends."""
    return in_chunk(CHUNK % (b"", b'"stop"')) + in_chunk(USAGE % (tokens, tokens + 9)) + b"0\r\n\r\n"


class Upstream(asyncio.Protocol):
    """A connection, on which a request is answered after the other."""

    def __init__(self) -> None:
        self.received, self.streams = b"", set[asyncio.Task[None]]()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keeps where to write."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Answers a request once it has come whole."""
        self.received += data
        head, end, body = self.received.partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        if not end or not length or len(body) < int(length[1]):
            return
        self.received = b""
        wanted = WANTED.search(body)
        tokens, pause = map(int, wanted.groups()) if wanted else (1, 0)
        if pause:
            task = asyncio.create_task(self.stream(tokens, pause / 1000))
            self.streams.add(task)
            task.add_done_callback(self.streams.discard)
        else:
            self.transport.write(HEAD + FIRST + TOKEN * (tokens - 1) + last_frames(tokens))

    async def stream(self, tokens: int, pause: float) -> None:
        """Writes the pieces at their pace."""
        self.transport.write(HEAD + FIRST)
        for _ in range(tokens - 1):
            await asyncio.sleep(pause)
            self.transport.write(TOKEN)
        self.transport.write(last_frames(tokens))

    def connection_lost(self, _: Exception | None) -> None:
        """Ends what nobody reads."""
        for task in self.streams:
            task.cancel()


async def serve() -> None:
    """Serves until the process is ended."""
    server = await asyncio.get_running_loop().create_server(Upstream, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve())
