"""Requests of ours reach nothing but the public Internet and what the operator lists, and no answer can flood us."""

import asyncio
import gzip
import os
import socket
import ssl
import subprocess
import traceback
import zlib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import brotli
import pytest
from multidict import CIMultiDict

from app.kernel import http_client_errors, http_hop, http_message
from app.kernel.http_allow_list import AllowList
from app.kernel.http_client import Client, Limits, StreamedBody, request
from app.kernel.http_client_errors import (
    AddressForbidden,
    BadResponse,
    BadUrl,
    ConnectionFailed,
    HostUnknown,
    NetError,
    PortForbidden,
    RedirectRefused,
    ResponseTooLarge,
    TimedOut,
    TlsFailed,
    TooManyRedirects,
)
from tests.kernel.sockets import GREETING, Conversation, Names, serving


def gzipped(data: bytes) -> bytes:
    """Compresses in little time, and without the time of day, which would differ between the workers."""
    return gzip.compress(data, compresslevel=1, mtime=0)


SHOP, HERE, PATIENT = AllowList.parse("shop.test"), Names(any=[["127.0.0.1"]]), Limits(connect=30, idle=30, total=60)
BOMB = b"\0" * 50_000_000
GZIPPED_BOMB = gzipped(BOMB)  # once for all tests
SECRETS = {"Authorization": "Bearer secret", "Cookie": "a=secret", "X-Api-Key": "secret", "Accept": "text/html"}


def client(allow: str = "shop.test other.test", resolver: Names = HERE, **limits: float) -> Client:
    """One that may reach servers of the test by two names, and waits as long as a slow machine needs."""
    return Client(AllowList.parse(allow), replace(PATIENT, **limits), resolver)  # type: ignore[arg-type]


def redirect(location: str, status: int = 302) -> bytes:
    return f"HTTP/1.1 {status} Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()


def encoded(body: bytes, coding: str) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Encoding: %b\r\nContent-Length: %d\r\n\r\n%b" % (
        coding.encode(),
        len(body),
        body,
    )


async def test_a_response_comes_back_whole() -> None:
    async with serving(GREETING) as server:
        response = await client().request("GET", f"http://shop.test:{server.port}/a?b=c#d")
    assert (response.status, response.body, response.url) == (200, b"hello", f"http://shop.test:{server.port}/a?b=c#d")
    assert response.headers["content-length"] == "5"
    [http_request] = server.requests
    assert http_request.line == "GET /a?b=c" and http_request.header("Host") == f"shop.test:{server.port}"


async def test_a_url_is_sent_as_it_is_written_where_that_matters() -> None:
    path = "/posts/urn%3Ali%3Ashare%3A1?author=urn%3Ali%3Aperson%3Aa&signature=a%2Bb%2D"
    async with serving(GREETING) as server:
        await client().request("GET", f"http://shop.test:{server.port}{path}", as_written=True)
        await client().request(
            "GET", f"http://shop.test:{server.port}/caf\N{LATIN SMALL LETTER E WITH ACUTE}", as_written=True
        )
    assert [each.line for each in server.requests] == [f"GET {path}", "GET /caf%C3%A9"]


async def test_a_large_body_is_read_while_it_is_sent() -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for at in range(10):
            yield bytes([at]) * 1000

    async with serving(GREETING) as server:
        await client().request("PUT", f"http://shop.test:{server.port}/", body=StreamedBody(10_000, pieces))
    [http_request] = server.requests
    assert http_request.header("Content-Length") == "10000" and not http_request.header("Transfer-Encoding")
    assert http_request.body == b"".join(bytes([at]) * 1000 for at in range(10))


async def test_an_error_says_whether_the_server_can_have_seen_the_request() -> None:
    with socket.socket() as unused:  # nobody accepts here
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(ConnectionFailed) as refused:
            await client().request("POST", f"http://shop.test:{unused.getsockname()[1]}/", body=b"{}")
    assert not refused.value.connected
    async with serving(b"") as server:
        with pytest.raises(NetError) as dropped:
            await client().request("POST", f"http://shop.test:{server.port}/", body=b"{}")
    assert dropped.value.connected


async def test_a_body_and_headers_are_sent() -> None:
    async with serving(GREETING) as server:
        await client().request("POST", f"http://shop.test:{server.port}/", headers=SECRETS, body=b"{}")
    [http_request] = server.requests
    assert http_request.line == "POST /" and http_request.body == b"{}" and http_request.header("X-Api-Key") == "secret"


async def test_we_say_who_we_are(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(GREETING) as server:
        await client().request("GET", f"http://shop.test:{server.port}/", headers={"user-agent": "Mozilla"})
    assert server.requests[0].header("User-Agent") == "Kliqs (+https://kliqs.test/)"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.7",
        "169.254.169.254",
        "::1",
        "::ffff:127.0.0.1",
        "fd00::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1%lo",
        "0.0.0.0",  # noqa: S104
        "100.64.0.1",
    ],
)
async def test_a_name_that_resolves_inside_reaches_nothing(address: str) -> None:
    async with serving(GREETING, "127.0.0.1") as server:
        with pytest.raises(AddressForbidden):
            await client("", Names(any=[[address]])).request("GET", f"http://evil.test:{server.port}/")
    assert not server.requests


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "127.1",
        "0x7f.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0",
        "2130706433",
        "0x7f000001",
        "017700000001",
        "127.0.0.1.",
        "localhost.",
        "①②⑦.⓪.⓪.①",
    ],
)
async def test_every_spelling_of_this_machine_is_refused(host: str) -> None:
    async with serving(GREETING) as server:
        with pytest.raises((AddressForbidden, BadUrl, HostUnknown)):
            await request("GET", f"http://{host}:{server.port}/", limits=PATIENT)
    assert not server.requests


async def test_a_name_that_resolves_elsewhere_a_moment_later_gains_nothing() -> None:
    """DNS rebinding: the first answer is permitted, the next one is this machine."""
    names = Names(any=[["127.0.0.2"], ["127.0.0.1"]])
    async with serving(redirect("/again"), "127.0.0.2") as outside, serving(GREETING, port=outside.port) as inside:
        with pytest.raises(AddressForbidden):
            await client("127.0.0.2", names).request("GET", f"http://evil.test:{outside.port}/")
    assert len(outside.requests) == 1 and not inside.requests


async def test_the_address_that_is_judged_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []
    judge = AllowList.permits

    def permits(self: AllowList, host: str, address: object, port: int) -> bool:
        judged.append(f"{host} {address} {port}")
        return judge(self, host, address, port)  # type: ignore[arg-type]

    monkeypatch.setattr(AllowList, "permits", permits)
    async with serving(GREETING) as server:
        await client(resolver=Names(any=[["127.0.0.1"], ["127.0.0.9"]])).request(
            "GET", f"http://shop.test:{server.port}/"
        )
    assert judged == [f"shop.test 127.0.0.1 {server.port}"] and len(server.requests) == 1


async def test_a_host_with_a_forbidden_and_a_permitted_address_is_reached_only_at_the_permitted_one() -> None:
    async with serving(GREETING, "127.0.0.2") as outside, serving(GREETING, port=outside.port) as inside:
        await client("127.0.0.2", Names(any=[["127.0.0.1", "127.0.0.2"]])).request(
            "GET", f"http://shop.test:{outside.port}/"
        )
    assert len(outside.requests) == 1 and not inside.requests


async def test_a_listed_name_is_meant_however_it_is_written() -> None:
    async with serving(GREETING) as server:
        for host in ("bücher.test", "BÜCHER.test", "xn--bcher-kva.test", "xn--bcher-kva.test."):
            response = await client("xn--bcher-kva.test").request("GET", f"http://{host}:{server.port}/")
            assert response.body == b"hello"


def test_sockets_for_the_internet_are_made_at_its_two_ports_only() -> None:
    hop = http_hop.Hop(AllowList(), PATIENT, "GET", http_message.parse_url("http://x.test/"), CIMultiDict(), b"")
    for address, family in (("8.8.8.8", socket.AF_INET), ("2606:4700:4700::1111", socket.AF_INET6)):
        for port in (80, 443):
            hop.open_socket((family, socket.SOCK_STREAM, 0, "", (address, port))).close()
        for port in (0, 22, 25, 6379, 8080):
            with pytest.raises(PermissionError):
                hop.open_socket((family, socket.SOCK_STREAM, 0, "", (address, port)))
            assert isinstance(hop.forbidden, PortForbidden)


async def test_a_port_of_another_service_is_refused() -> None:
    with pytest.raises(PortForbidden):
        await client("", Names(any=[["8.8.8.8"]])).request("GET", "http://shop.test:25/")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://shop.test/",
        "file:///etc/passwd",
        "//shop.test/",
        "shop.test",
        "http:///x",
        "http://",
        "http://me@shop.test/",
        "http://me:pw@shop.test/",
        "http://:pw@shop.test/",
        "http://shop.test:99999/",
        "http://[::1%25lo]/",
        "http://shop.test\\@x/",
        "http://a b/",
        "http://shop.test/a\r\nHost: x",
        "http://sh%6fp.test/",
        "http://-.test/",
        "http://\udc80.test/",
        "http://shop.test/" + "a" * 2048,
        "http://[::1",
        "http://256.1.1.1/",
        "javascript:alert(1)",
        "gopher://shop.test/",
    ],
)
async def test_what_is_no_plain_url_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(BadUrl):
        await client().request("GET", url)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_to_this_machine_is_refused_like_a_request_to_it(status: int) -> None:
    async with serving(GREETING) as inside, serving(redirect(f"http://127.0.0.1:{inside.port}/", status)) as server:
        with pytest.raises(AddressForbidden):
            await client().request("GET", f"http://shop.test:{server.port}/")
    assert not inside.requests and len(server.requests) == 1


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://shop.test/",
        "http://me:pw@shop.test/",
        "javascript:1",
        "http://a b/",
        "http://[::1/",
        "x" * 3000,
    ],
)
async def test_a_redirect_to_no_url_of_the_web_is_refused(location: str) -> None:
    async with serving(redirect(location)) as server:
        with pytest.raises(RedirectRefused):
            await client().request("GET", f"http://shop.test:{server.port}/")


async def test_redirects_are_followed_as_far_as_the_limit_and_no_further() -> None:
    async def count_down(conversation: Conversation) -> None:
        left = int(conversation.line.rpartition("/")[2])
        await conversation.send(redirect(str(left - 1)) if left else GREETING)

    async with serving(count_down) as server:
        reached = await client(redirects=3).request("GET", f"http://shop.test:{server.port}/x/3")
        assert reached.body == b"hello" and reached.url.endswith("/x/0")
        with pytest.raises(TooManyRedirects):
            await client(redirects=3).request("GET", f"http://shop.test:{server.port}/x/4")


async def test_who_wants_no_redirects_gets_the_redirect_itself() -> None:
    async with serving(redirect("http://127.0.0.1/")) as server:
        response = await client(redirects=0).request("GET", f"http://shop.test:{server.port}/")
    assert response.status == 302 and response.headers["Location"] == "http://127.0.0.1/"


@pytest.mark.parametrize(("host", "kept"), [("shop.test", True), ("other.test", False)])
async def test_credentials_do_not_go_along_to_another_origin(host: str, kept: bool) -> None:
    async with serving(GREETING) as target:
        origin = f"http://{host}:{target.port}"

        async def answer(conversation: Conversation) -> None:
            await conversation.send(
                GREETING if conversation.line == "GET /end" else redirect("/end" if kept else f"{origin}/end")
            )

        async with serving(answer) as server:
            await client().request("GET", f"http://shop.test:{server.port}/", headers=SECRETS)
    last = [*server.requests, *target.requests][-1]
    assert last.line == "GET /end" and ("secret" in last.head) is kept
    assert last.header("Accept") == "text/html" and (last.header("User-Agent") or "").startswith("Kliqs")


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("http://a.test/", "https://a.test/x", True),
        ("http://a.test/", "http://A.test:80/x", True),
        ("http://a.test/", "http://a.test:81/", False),
        ("http://a.test/", "https://a.test:8443/", False),
        ("https://a.test/", "http://a.test/", False),
        ("https://a.test/", "https://b.test/", False),
        ("https://a.test/", "https://x.a.test/", False),
    ],
)
def test_only_an_upgrade_to_https_counts_as_the_same_party(before: str, after: str, same: bool) -> None:
    assert http_hop._same_party(http_message.parse_url(before), http_message.parse_url(after)) is same


@pytest.mark.parametrize(
    ("status", "method", "line", "body"),
    [
        (301, "POST", "GET /end", b""),
        (302, "POST", "GET /end", b""),
        (303, "POST", "GET /end", b""),
        (303, "PUT", "GET /end", b""),
        (307, "POST", "POST /end", b"{}"),
        (308, "POST", "POST /end", b"{}"),
        (302, "PUT", "PUT /end", b"{}"),
    ],
)
async def test_a_redirect_changes_the_method_as_the_standard_says(
    status: int, method: str, line: str, body: bytes
) -> None:
    async def answer(conversation: Conversation) -> None:
        await conversation.send(GREETING if conversation.line.endswith("/end") else redirect("/end", status))

    async with serving(answer) as server:
        await client().request(
            method, f"http://shop.test:{server.port}/", body=b"{}", headers={"Content-Type": "application/json"}
        )
    last = server.requests[-1]
    assert (last.line, last.body) == (line, body)
    assert (last.header("Content-Type") == "application/json") is bool(body)


async def test_a_body_is_not_sent_on_to_somebody_else() -> None:
    async with serving(GREETING) as other, serving(redirect(f"http://other.test:{other.port}/", 307)) as server:
        with pytest.raises(RedirectRefused):
            await client().request("POST", f"http://shop.test:{server.port}/", body=b"client_secret=1")
    assert not other.requests


@pytest.fixture
def certificate(tmp_path: Path) -> ssl.SSLContext:
    """That of a server whose certificate nobody vouches for."""
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-subj",
        "/CN=shop.test",
        "-addext",
        "subjectAltName=DNS:shop.test",
        "-keyout",
        "key",
        "-out",
        "cert",
    ]
    try:
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("this machine has no openssl to make a certificate with")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(tmp_path / "cert", tmp_path / "key")
    return context


async def test_a_certificate_that_nobody_vouches_for_is_refused(certificate: ssl.SSLContext) -> None:
    async with serving(GREETING, tls=certificate) as server:
        with pytest.raises(TlsFailed):
            await client().request("GET", f"https://shop.test:{server.port}/")
    assert not server.requests


async def test_https_to_a_server_without_tls_is_refused() -> None:
    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(GREETING)
        writer.close()

    async with await asyncio.start_server(greet, "127.0.0.1") as server:
        with pytest.raises(TlsFailed):
            await client().request("GET", f"https://shop.test:{server.sockets[0].getsockname()[1]}/")


async def test_from_https_to_http_leads_no_redirect_where_the_caller_refuses_it(
    certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trusting = ssl.create_default_context(cafile=str(tmp_path / "cert"))
    monkeypatch.setattr("aiohttp.connector._SSL_CONTEXT_VERIFIED", trusting)
    async with (
        serving(GREETING) as plain,
        serving(redirect(f"http://shop.test:{plain.port}/"), tls=certificate) as server,
    ):
        url = f"https://shop.test:{server.port}/"
        with pytest.raises(RedirectRefused):
            await client().request("GET", url, refuse_downgrade=True)
        assert not plain.requests
        assert (await client().request("GET", url)).body == b"hello"


async def test_a_name_without_an_address_says_so() -> None:
    with pytest.raises(HostUnknown):
        await client(resolver=Names()).request("GET", "http://shop.test/")
    with pytest.raises((HostUnknown, BadUrl)):
        await request("GET", f"http://{'a' * 63}.{'b' * 63}.invalid/", limits=PATIENT)


async def test_a_port_where_nobody_listens_says_so() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        with pytest.raises(ConnectionFailed):
            await client().request("GET", f"http://shop.test:{closed.getsockname()[1]}/")


async def test_a_server_that_hangs_up_without_a_word_says_so() -> None:
    async with serving(b"") as server:
        with pytest.raises(ConnectionFailed):
            await client().request("GET", f"http://shop.test:{server.port}/")


async def silent(conversation: Conversation) -> None:
    await asyncio.Event().wait()


async def trickling(conversation: Conversation) -> None:
    await conversation.send(b"HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n")
    while True:
        await conversation.send(b"x")
        await asyncio.sleep(0.01)


async def stopping(conversation: Conversation) -> None:
    await conversation.send(b"HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\nx")
    await asyncio.Event().wait()


async def continuing(conversation: Conversation) -> None:
    while True:
        await conversation.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        await asyncio.sleep(0.01)


async def circling(conversation: Conversation) -> None:
    await asyncio.sleep(0.05)
    await conversation.send(redirect("/again"))


@pytest.mark.parametrize(
    ("answer", "limits"),
    [
        (silent, {"idle": 0.1}),
        (silent, {"total": 0.1}),
        (stopping, {"idle": 0.1}),
        (trickling, {"total": 0.2}),
        (continuing, {"total": 0.2}),
        (circling, {"total": 0.2, "redirects": 10_000}),
    ],
)
async def test_a_server_that_takes_too_long_is_left(answer: object, limits: dict[str, Any]) -> None:
    async with serving(answer) as server:  # type: ignore[arg-type]
        with pytest.raises(TimedOut):
            await Client(SHOP, replace(PATIENT, **limits), HERE).request("GET", f"http://shop.test:{server.port}/")


async def test_a_name_server_that_takes_too_long_is_left() -> None:
    class Slow(Names):
        async def resolve(self, *_: object, **__: object) -> list[object]:  # type: ignore[override]
            await asyncio.Event().wait()
            return []

    with pytest.raises(TimedOut):
        await client(resolver=Slow(), connect=0.1).request("GET", "http://shop.test/")


async def test_a_server_that_takes_no_handshake_is_left(certificate: ssl.SSLContext) -> None:
    async with serving(silent) as server:
        with pytest.raises(TimedOut):
            await client(connect=0.1).request("GET", f"https://shop.test:{server.port}/")


async def endless_headers(conversation: Conversation) -> None:
    await conversation.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        await conversation.send(b"X-Header: %b\r\n" % (b"x" * 1000))


async def endless_header(conversation: Conversation) -> None:
    await conversation.send(b"HTTP/1.1 200 OK\r\nX-Header: ")
    while True:
        await conversation.send(b"x" * 1000)


async def endless_reason(conversation: Conversation) -> None:
    await conversation.send(b"HTTP/1.1 200 ")
    while True:
        await conversation.send(b"x" * 1000)


async def endless_informing(conversation: Conversation) -> None:
    while True:
        await conversation.send(b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" * 100)


async def endless_body(conversation: Conversation) -> None:
    await conversation.send(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        await conversation.send(b"x" * 1000)


async def endless_chunks(conversation: Conversation) -> None:
    await conversation.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        await conversation.send(b"1\r\nx\r\n" * 1000)


async def endless_chunk_extension(conversation: Conversation) -> None:
    await conversation.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=")
    while True:
        await conversation.send(b"x" * 1000)


async def endless_trailers(conversation: Conversation) -> None:
    await conversation.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n")
    while True:
        await conversation.send(b"X-Trailer: x\r\n" * 10)


async def endless_nothing(conversation: Conversation) -> None:
    """Gzip whose blocks are empty: bytes come in and none ever come out."""
    await conversation.send(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzipped(b"")[:10])
    while True:
        await conversation.send(b"\0\0\0\xff\xff" * 1000)


@pytest.mark.parametrize(
    "answer",
    [
        endless_headers,
        endless_header,
        endless_reason,
        endless_informing,
        endless_body,
        endless_chunks,
        endless_chunk_extension,
        endless_trailers,
        endless_nothing,
    ],
)
async def test_a_server_that_never_ends_is_hung_up_on(answer: object) -> None:
    async with serving(answer) as server:  # type: ignore[arg-type]
        with pytest.raises((ResponseTooLarge, BadResponse)) as refused:
            await client().request("GET", f"http://shop.test:{server.port}/")
    assert answer is endless_trailers or refused.type is ResponseTooLarge


@pytest.mark.parametrize(
    "answer",
    [
        encoded(GZIPPED_BOMB, "gzip"),
        encoded(zlib.compress(BOMB, level=1), "deflate"),
        encoded(zlib.compress(BOMB, level=1, wbits=-15), "deflate"),
        encoded(brotli.compress(BOMB, quality=5), "br"),
        encoded(gzipped(b"\0" * 1000) * 90, "gzip"),
        encoded(GZIPPED_BOMB, "X-GZIP"),
    ],
    ids=["gzip", "zlib", "deflate", "brotli", "many gzips", "x-gzip"],
)
async def test_a_compressed_bomb_does_not_go_off(answer: bytes) -> None:
    async with serving(answer) as server:
        with pytest.raises(ResponseTooLarge):
            await client().request("GET", f"http://shop.test:{server.port}/")


@pytest.mark.parametrize("body", [b"", b"x", b"x" * 65_536, os.urandom(60_000)], ids=["none", "one", "most", "random"])
@pytest.mark.parametrize("coding", ["gzip", "deflate", "bare deflate", "br", "identity", "two gzips"])
async def test_a_compressed_body_is_read_as_it_was(coding: str, body: bytes) -> None:
    half = len(body) // 2
    packed = {
        "gzip": gzipped(body),
        "deflate": zlib.compress(body),
        "bare deflate": zlib.compress(body, wbits=-15),
        "br": brotli.compress(body),
        "identity": body,
        "two gzips": gzipped(body[:half]) + gzipped(body[half:]),
    }[coding]
    async with serving(encoded(packed, coding.removeprefix("bare ").removeprefix("two ").removesuffix("s"))) as server:
        response = await client().request("GET", f"http://shop.test:{server.port}/")
    assert response.body == body
    assert server.requests[0].header("Accept-Encoding") == "gzip, deflate, br"


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
        b"220 mail.example ESMTP\r\n",
        b"SSH-2.0-OpenSSH_9\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        b"HTTP/1.1 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
        encoded(b"no gzip", "gzip"),
        encoded(gzipped(b"hello")[:-9], "gzip"),
        encoded(b"\xff\xff", "br"),
        encoded(brotli.compress(b"hello")[:-2], "br"),
        encoded(b"hello", "zstd"),
        encoded(b"hello", "gzip, br"),
        encoded(gzipped(b"") * 101, "gzip"),
        encoded(zlib.compress(b"hello")[:-3], "deflate"),
    ],
)
async def test_a_server_that_lies_or_talks_nonsense_is_no_response(answer: bytes) -> None:
    async with serving(answer) as server:
        with pytest.raises(BadResponse):
            await client().request("GET", f"http://shop.test:{server.port}/")


async def test_more_than_was_announced_is_not_read() -> None:
    async with serving(GREETING + b"HTTP/1.1 200 OK\r\n\r\nevil") as server:
        response = await client().request("GET", f"http://shop.test:{server.port}/")
    assert response.body == b"hello"


async def test_what_announces_too_much_is_not_read_at_all() -> None:
    async def announce(conversation: Conversation) -> None:
        await conversation.send(b"HTTP/1.1 200 OK\r\nContent-Length: 65537\r\n\r\n")
        await asyncio.Event().wait()

    async with serving(announce) as server:
        with pytest.raises(ResponseTooLarge):
            await client().request("GET", f"http://shop.test:{server.port}/")


@pytest.mark.parametrize(("method", "status"), [("HEAD", 200), ("GET", 304)])
async def test_a_size_that_is_only_named_is_no_size(method: str, status: int) -> None:
    answer = b"HTTP/1.1 %d OK\r\nContent-Length: 99999999\r\nContent-Encoding: gzip\r\n\r\n" % status
    async with serving(answer) as server:
        response = await client().request(method, f"http://shop.test:{server.port}/")
    assert (response.status, response.body) == (status, b"")


async def test_headers_of_more_than_the_limit_are_refused_though_they_end() -> None:
    answer = b"HTTP/1.1 200 OK\r\n" + b"X: %b\r\n" % (b"x" * 500) * 10 + b"Content-Length: 0\r\n\r\n"
    async with serving(answer) as server:
        assert (await client().request("GET", f"http://shop.test:{server.port}/")).status == 200
        with pytest.raises(ResponseTooLarge):
            await client(headers=4000).request("GET", f"http://shop.test:{server.port}/")


async def test_a_redirect_is_followed_whatever_its_body_is() -> None:
    async def answer(conversation: Conversation) -> None:
        if conversation.line.endswith("/end"):
            await conversation.send(GREETING)
        await conversation.send(b"HTTP/1.1 302 Found\r\nLocation: /end\r\n\r\n" + b"x" * 1_000_000)

    async with serving(answer) as server:
        assert (await client().request("GET", f"http://shop.test:{server.port}/")).body == b"hello"


async def test_cookies_and_proxies_and_password_files_take_no_part(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "netrc").write_text("machine shop.test login sari password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    async def answer(conversation: Conversation) -> None:
        await conversation.send(
            redirect("/end").replace(b"\r\n\r\n", b"\r\nSet-Cookie: a=b\r\n\r\n")
            if conversation.line == "GET /"
            else GREETING
        )

    async with serving(answer) as server:
        ours = client()
        await ours.request("GET", f"http://shop.test:{server.port}/")
        await ours.request("GET", f"http://shop.test:{server.port}/end")
    assert len(server.requests) == 3
    assert not any(
        http_request.header("Cookie") or http_request.header("Authorization") for http_request in server.requests
    )


def test_every_kind_of_failure_is_a_net_error_of_its_own() -> None:
    kinds = {kind for kind in vars(http_client_errors).values() if isinstance(kind, type)} - {NetError}
    assert len(kinds) == 11 and all(kind.__bases__ == (NetError,) and kind.__doc__ for kind in kinds)


async def test_a_failure_names_the_host_and_nothing_else_of_the_url() -> None:
    async with serving(b"") as server, serving(b"220 ESMTP\r\n") as nonsense, serving(silent) as slow:
        for name, url in (
            ("hangs up", f"http://shop.test:{server.port}/token?key=2"),
            ("closed", "http://shop.test:1/token?key=2"),
            ("no HTTP", f"http://shop.test:{nonsense.port}/token?key=2"),
            ("inside", "http://evil.test/token?key=2"),
            ("slow", f"http://shop.test:{slow.port}/token?key=2"),
        ):
            with pytest.raises(NetError) as failed:
                await client(idle=0.1).request("GET", url)
            assert ".test: " in str(failed.value), name
            assert "token" not in "".join(traceback.format_exception(failed.value)), name


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 500_000,
        b"HTTP/1.1 200 OK\r\nContent-Length: 500000\r\n\r\n" + b"x" * 500_000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"5\r\nxxxxx\r\n" * 500,
    ],
)
async def test_who_wants_only_the_beginning_of_a_body_gets_that(answer: bytes) -> None:
    async with serving(answer) as server:
        response = await client(body=1000, cut=True).request("GET", f"http://shop.test:{server.port}/")
    assert (response.status, response.body) == (200, b"x" * 1000)


@pytest.mark.parametrize("body", [GZIPPED_BOMB, b"no gzip at all"], ids=["bomb", "no gzip"])
async def test_of_a_beginning_that_cannot_be_unpacked_the_status_is_left(body: bytes) -> None:
    async with serving(encoded(body, "gzip")) as server:
        response = await client(body=1000, cut=True).request("GET", f"http://shop.test:{server.port}/")
    assert (response.status, response.body) == (200, b"")


async def test_a_short_body_is_whole_also_for_who_wants_only_the_beginning() -> None:
    async with serving(encoded(gzipped(b"hello"), "gzip")) as server:
        response = await client(body=1000, cut=True).request("GET", f"http://shop.test:{server.port}/")
    assert response.body == b"hello"
