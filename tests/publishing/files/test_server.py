"""On a real server: 300 MB in ranges with a connection that breaks in the middle, and memory that stays flat."""

import hashlib
import http.client
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from quart import Quart
from quart_auth import QuartAuth

from app.kernel import db
from app.publishing.files import signed_urls
from app.publishing.files.post_file import READY, PostFile
from tests import world
from tests.databases import Template
from tests.publishing.files.samples import video
from tests.serving import Server, environment, serving
from tests.waiting import DEADLINE, eventually
from tests.world import SECRET

pytestmark = pytest.mark.slow
MB = 2**20
PIECE = 4 * MB
SIZE, MOST_GROWTH = 300 * MB, 48 * MB
HOME = "/dashboard/publishing/files"
HEAD = video(seconds=2)
FILLED = SIZE - len(HEAD)
WHOLE_HEAD = HEAD + FILLED.to_bytes(4, "big") + b"free"  # a box of ISO/IEC 14496-12 that players skip
PATTERN = bytes(range(251)) * 4177  # a megabyte whose pieces differ


def content(at: int, length: int) -> bytes:
    """A range of the video: 300 MB, most of which say nothing."""
    start = WHOLE_HEAD[at : at + length]
    offset, missing = max(at - len(WHOLE_HEAD), 0) % len(PATTERN), min(length, SIZE - at) - len(start)
    return start + (PATTERN * (missing // len(PATTERN) + 2))[offset : offset + missing]


def memory(server: Server) -> int:
    """The bytes that the server and the processes that it started have for themselves."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    pages = 0
    for pid in (server.process.pid, *children):
        resident, shared = map(int, Path(f"/proc/{pid}/statm").read_text().split()[1:3])
        pages += resident - shared
    return pages * 4096


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Client:
    """A browser with a cookie, which can break its connection in the middle of a piece."""

    def __init__(self, server: Server, cookie: str) -> None:
        self.server = server
        self.headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin", "HX-Request": "true"}

    def send(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=DEADLINE)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body or None, {**self.headers, **sent})
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer

    def put(self, path: str, offset: int, piece: bytes) -> Answer:
        return self.send("PUT", path, piece, Upload_Offset=str(offset), Content_Type="application/octet-stream")

    def break_off(self, path: str, offset: int, piece: bytes) -> None:
        """Announces a piece, sends half of it, and closes the connection."""
        head = [f"PUT {path} HTTP/1.1", f"Host: 127.0.0.1:{self.server.port}", f"Content-Length: {len(piece)}"]
        head += [f"{name}: {value}" for name, value in self.headers.items()] + [f"Upload-Offset: {offset}"]
        with socket.create_connection(("127.0.0.1", self.server.port)) as broken:
            broken.sendall("\r\n".join([*head, "", ""]).encode() + piece[: len(piece) // 2])


@pytest.fixture
async def url(template: Template, tmp_path: Path) -> str:
    return await template.fresh(tmp_path)


@pytest.fixture
async def cookie(url: str, made_once: Quart) -> str:
    """The cookie of Dewi, whose plan has room for 10 GB."""
    auth: QuartAuth = next(iter(made_once.extensions["QUART_AUTH"]))
    async with db.database_open(url):
        secret = await world.begin_session(await world.dewi())
    return f"kliqs_session={auth.dump_token(secret, app=made_once)}"


@pytest.fixture
def server(url: str, cookie: str, tmp_path: Path) -> Iterator[Server]:
    with serving(environment(tmp_path / "data", url, KLIQS_SECRET_KEY=SECRET)) as running:
        yield running


def begin(client: Client, size: int) -> str:
    """The path of the pieces of an upload that begins."""
    form = f"size={size}&filename=kopi.mp4&media_type=video/mp4".encode()
    answer = client.send("POST", f"{HOME}/uploads", form, Content_Type="application/x-www-form-urlencoded")
    assert answer.status == 201
    return answer.headers["Location"]


def send_pieces(client: Client, path: str, first: int, end: int) -> int:
    """Sends the pieces of a range; returns how much memory the server had at most."""
    highest = 0
    for at in range(first, end, PIECE):
        answer = client.put(path, at, content(at, min(PIECE, end - at)))
        assert (answer.status, answer.headers["Upload-Offset"]) in {(204, str(at + PIECE)), (200, str(SIZE))}
        highest = max(highest, memory(client.server))
    return highest


async def test_300_mb_with_a_broken_connection_in_the_middle_are_resumed_and_memory_stays_flat(
    server: Server, cookie: str, url: str
) -> None:
    client = Client(server, cookie)
    path = begin(client, SIZE)
    send_pieces(client, path, 0, 3 * PIECE)
    before, middle = memory(server), SIZE // PIECE // 2 * PIECE
    highest = send_pieces(client, path, 3 * PIECE, middle)
    client.break_off(path, middle, content(middle, PIECE))
    assert client.send("HEAD", path).headers["Upload-Offset"] == str(middle)
    assert client.put(path, 0, content(0, 10)).status == 409
    highest = max(highest, send_pieces(client, path, middle, SIZE))
    assert highest - before < MOST_GROWTH, (before, highest)

    async with db.database_open(url):

        async def ready() -> PostFile | None:
            return await PostFile.get_or_none(state=READY)

        file = await eventually(ready, interval=0.5)
    digest = hashlib.sha256()
    for at in range(0, SIZE, PIECE):
        digest.update(content(at, min(PIECE, SIZE - at)))
    assert (file.sha256, file.received, file.width) == (digest.hexdigest(), SIZE, 96)
    await _fetch(client, file, before)


async def _fetch(client: Client, file: PostFile, before: int) -> None:
    """A network fetches the file: its headers, a range, and all of it."""
    path = f"{signed_urls.PATH}{signed_urls.signed_token(file.stored_name)}/{file.stored_name}"
    head = client.send("HEAD", path)
    assert (head.status, head.headers["content-length"], head.headers["accept-ranges"]) == (200, str(SIZE), "bytes")
    part = client.send("GET", path, Range=f"bytes={200 * MB}-{200 * MB + 99}")
    assert (part.status, part.body) == (206, content(200 * MB, 100))
    connection = http.client.HTTPConnection("127.0.0.1", client.server.port, timeout=DEADLINE)
    connection.request("GET", path)
    response, digest, highest = connection.getresponse(), hashlib.sha256(), 0
    while piece := response.read(PIECE):
        digest.update(piece)
        highest = max(highest, memory(client.server))
    connection.close()
    assert digest.hexdigest() == file.sha256 and highest - before < MOST_GROWTH, (before, highest)


async def test_a_browser_without_scripts_sees_the_sentence_also_when_it_sends_far_too_much(
    server: Server, cookie: str
) -> None:
    client = Client(server, cookie)
    del client.headers["HX-Request"]
    beginning = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.mp4"\r\n\r\n'
    body = beginning + bytes(70 * MB) + b"\r\n--x--\r\n"
    before = memory(server)
    answer = client.send("POST", f"{HOME}/", body, Content_Type="multipart/form-data; boundary=x")
    assert answer.status == 413 and b"512 MB are sent in pieces" in answer.body
    assert memory(server) - before < MOST_GROWTH


async def test_a_form_just_below_the_limit_is_taken_and_memory_stays_flat(server: Server, cookie: str) -> None:
    client = Client(server, cookie)
    del client.headers["HX-Request"]
    beginning = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.mp4"\r\n\r\n'
    body = beginning + HEAD + (60 * MB).to_bytes(4, "big") + b"free" + bytes(60 * MB - 8) + b"\r\n--x--\r\n"
    before = memory(server)
    answer = client.send("POST", f"{HOME}/", body, Content_Type="multipart/form-data; boundary=x")
    assert answer.status == 303 and memory(server) - before < MOST_GROWTH
