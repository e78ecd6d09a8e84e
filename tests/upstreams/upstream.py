"""What the stand-ins of upstreams share: a real HTTP server on this machine that can be told to misbehave.

It serves in a thread of its own (tests/networks/stand_in.py), so that official clients, tests with and without an event
loop and several processes can use it. Faults are used up in their order, each by the requests that it is about:

- a status such as "429" or "503": refused so before anything is done, with a Retry-After where it has a `retry_after`;
- "drop": the connection is closed without an answer; "silent": nothing is answered until the client leaves;
- "redirect", "html" (200 and a page), "text" (200 and half a JSON object), "compressed", "long headers";
- "error in 200": an error as the body of a 200;
- "deep": the answer, with ids that are nested 1,000 levels deep; "deep refusal": 503 and a message of that kind;
- "cut body": the connection is closed in the middle of a whole answer.

In a streamed answer, after `after` of its frames:

- "cut": the connection is closed; "end": the answer ends as if it were whole; "hold": nothing more until the client
  leaves; "malformed": a frame that is not JSON; "deep frame": one with ids that are nested 1,000 levels deep;
  "error": an error; "long": a frame that is too long;
- "endless": the frame is sent again and again; "comments": only comments are sent, `count` of them; one each `pause`
  seconds;
- "no end": all frames but the one that says that it is the end.

And of the whole stream: "crlf": lines end with CRLF; "bytewise": each byte comes by itself; "commented": a comment
before each frame; "held open": the connection stays open after the last frame.
"""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.networks.stand_in import KEPT, Arrival, StandIn

ON_THE_WAY = {"cut", "end", "hold", "malformed", "deep frame", "error", "long", "endless", "comments"}
WHOLE_STREAM = {"no end", "crlf", "bytewise", "commented", "held open"}
DEEP = b"[" * 1_000 + b"]" * 1_000
MOST = 200_000  # frames of an endless stream, should nobody leave it


@dataclass
class Fault:
    """A fault of `times` requests whose path begins so, after `skip` of them have passed."""

    kind: str
    path: str = ""
    times: int = 1
    skip: int = 0
    after: int = 2
    pause: float = 0.02
    count: int = MOST
    retry_after: str = ""

    def concerns(self, path: str) -> bool:
        """Whether a request meets it now; counts down."""
        if not (path.startswith(self.path) and self.times):
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times -= 1
        return True


@dataclass
class Streamed:
    """A streamed answer: how many frames were sent, and whether the client left before its end."""

    sent: int = 0
    left: bool = False
    ended: bool = False


@dataclass
class Form:
    """The fields and files of a multipart request."""

    fields: dict[str, str] = field(default_factory=dict)
    files: dict[str, list[tuple[str, str, bytes]]] = field(default_factory=dict)


class Upstream(StandIn):
    """An upstream that takes one credential.

    `pause` are the seconds between two frames of a stream; `connections` the addresses that requests came from.
    """

    def __init__(self, credential: str = "sk-upstream-2f9c41d7a85e") -> None:
        super().__init__()
        self.credential, self.pause = credential, 0.0
        self.faults: list[Fault] = []
        self.streams: list[Streamed] = []
        self.connections: set[object] = set()

    def fault(self, kind: str, path: str = "", **options: Any) -> None:
        """Adds a fault."""
        self.faults.append(Fault(kind, path, **options))

    @property
    def base_url(self) -> str:
        """Where the API is."""
        raise NotImplementedError

    async def respond(self, request: web.Request, body: bytes, fault: Fault | None) -> web.StreamResponse:
        """Does what a request wants."""
        raise NotImplementedError

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answers a request, or makes the next fault that it meets."""
        body = await request.read()
        self.connections.add(request.transport and request.transport.get_extra_info("peername"))
        self.requests.append(Arrival(request.method, request.path, dict(request.query), request.headers, body[:KEPT]))
        fault = next((each for each in self.faults if each.concerns(request.path)), None)
        if fault is None or fault.kind in ON_THE_WAY | WHOLE_STREAM:
            return await self.respond(request, body, fault)
        return await self._refuse(request, body, fault)

    async def _refuse(self, request: web.Request, body: bytes, fault: Fault) -> web.StreamResponse:
        if fault.kind.isdecimal():
            refusal = self.refuse(int(fault.kind))
            if fault.retry_after:
                refusal.headers["Retry-After"] = fault.retry_after
            return refusal
        if fault.kind == "silent":
            await self._until_left(request)
        if fault.kind in {"drop", "silent"}:
            return _abort(request)
        if fault.kind == "redirect":
            return web.Response(status=307, headers={"Location": f"{self.origin}/elsewhere"})
        if fault.kind == "html":
            return web.Response(text="<html>Maintenance</html>", content_type="text/html")
        if fault.kind == "text":
            return web.Response(body=b'{"choices": [', content_type="application/json")
        if fault.kind == "long headers":
            return web.json_response({}, headers={"X-Long": "a" * 100_000})
        if fault.kind == "error in 200":
            return web.Response(body=self.refuse(500).body, content_type="application/json")
        if fault.kind == "deep refusal":
            return web.Response(status=503, body=b'{"error": {"message": %s}}' % DEEP, content_type="application/json")
        response = await self.respond(request, body, None)
        assert isinstance(response, web.Response) and isinstance(response.body, bytes), fault.kind
        if fault.kind == "compressed":
            headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
            return web.Response(body=gzip.compress(response.body), headers=headers)
        if fault.kind == "deep":
            return web.Response(body=_with_deep_ids(response.body), content_type="application/json")
        assert fault.kind == "cut body", fault.kind
        return await self._cut_body(request, response.body)

    async def _cut_body(self, request: web.Request, body: bytes) -> web.StreamResponse:
        cut = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
        await cut.prepare(request)
        await cut.write(body[: len(body) // 2])
        return _abort(request, cut)

    async def stream(
        self, request: web.Request, frames: Sequence[bytes], last: bytes = b"", fault: Fault | None = None
    ) -> web.StreamResponse:
        """Streams frames, such as `data: {…}` without the empty line, and `last` at the end."""
        record = Streamed()
        self.streams.append(record)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
        await response.prepare(request)
        kind = fault.kind if fault else ""
        try:
            for number, frame in enumerate(frames):
                here = fault is not None and kind in ON_THE_WAY and number == fault.after
                if here and fault and (ended := await self._misbehave(request, response, frame, fault, record)):
                    return ended
                await self._frame(response, frame, kind)
                record.sent += 1
                if self.pause:
                    await asyncio.sleep(self.pause)
                if _gone(request):
                    raise ConnectionResetError
            if last and kind != "no end":
                await self._frame(response, last, kind)
            if kind == "held open":
                await self._until_left(request)
        except ConnectionError:
            record.left = True
            return response
        record.ended = True
        await response.write_eof()
        return response

    async def _frame(self, response: web.StreamResponse, frame: bytes, kind: str) -> None:
        text = frame + b"\n\n"
        if kind == "commented":
            text = b": still working\n\n" + text
        if kind == "crlf":
            text = text.replace(b"\n", b"\r\n")
        for piece in [bytes([byte]) for byte in text] if kind == "bytewise" else [text]:
            await response.write(piece)

    async def _misbehave(
        self, request: web.Request, response: web.StreamResponse, frame: bytes, fault: Fault, record: Streamed
    ) -> web.StreamResponse | None:
        """Makes a fault on the way; returns the response where it ends with it."""
        if fault.kind == "hold":
            await self._until_left(request)
            raise ConnectionResetError
        if fault.kind in {"endless", "comments"}:
            for _ in range(fault.count):
                await response.write(frame + b"\n\n" if fault.kind == "endless" else b": still working\n\n")
                record.sent += fault.kind == "endless"
                await asyncio.sleep(fault.pause)
                if _gone(request):
                    raise ConnectionResetError
            return None
        if fault.kind == "cut":
            return _abort(request, response)
        if fault.kind == "end":
            await response.write_eof()
            return response
        sent = {
            "malformed": frame[: len(frame) // 2],
            "deep frame": _with_deep_ids(frame),
            "error": self.error_frame(),
            "long": b"data: " + b"a" * (20 * 1024 * 1024),
        }[fault.kind]
        await response.write(sent + b"\n\n")
        return None

    def error_frame(self) -> bytes:
        """The frame of an error in the middle of a stream."""
        body = self.refuse(500).body
        assert isinstance(body, bytes)
        return b"data: " + body

    async def _until_left(self, request: web.Request) -> None:
        while not _gone(request) and not self._ended.is_set():
            await asyncio.sleep(0.01)


def frame_of(payload: object, event: str = "") -> bytes:
    """A frame of a stream with a JSON body."""
    return (f"event: {event}\n" if event else "").encode() + b"data: " + json.dumps(payload).encode()


def _with_deep_ids(body: bytes) -> bytes:
    """A JSON object, or a frame with one, whose ids are others: of two fields with one name, parsers take the last."""
    return body.rstrip()[:-1] + b"".join(b', "%s": %s' % (name, DEEP) for name in (b"id", b"responseId")) + b"}"


def _gone(request: web.Request) -> bool:
    return request.transport is None or request.transport.is_closing()


def _abort(request: web.Request, response: web.StreamResponse | None = None) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return response or web.Response()
