"""Mail servers to send through: one that remembers or refuses, one that never answers, and a resend.com of our own."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from app.kernel import i18n, installation
from app.kernel.mail_settings import ResendAccount, SmtpServer
from app.mail.compose import EmailContent, queue_email
from app.mail.models import OutgoingEmail
from tests.threads import served_in_a_thread

ACCOUNT = ResendAccount("re_1", "hello@kliqs.test")
SERVER = SmtpServer("mail.example", 587, "kliqs", "secret", "starttls", "hello@kliqs.test")


class Post:
    """A mail server that remembers, or refuses."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.said: list[str] = []
        self.trouble: Exception | None = None

    def __call__(self, host: str, port: int, **_: Any) -> "Post":
        assert (host, port) == (SERVER.host, SERVER.port)
        if isinstance(self.trouble, ConnectionError):
            raise self.trouble
        return self

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, *_: object) -> None: ...

    def starttls(self, **_: Any) -> None:
        self.said.append("starttls")

    def login(self, user: str, password: str) -> None:
        self.said.append(f"login {user} {password}")

    def send_message(self, letter: Any) -> None:
        if self.trouble:
            raise self.trouble
        self.taken.append(letter)


@dataclass
class Api:
    """What resend.com was sent, and what it answers."""

    account: ResendAccount = ACCOUNT
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    taken: list[tuple[dict[str, str], dict[str, Any]]] = field(default_factory=list)


@contextmanager
def resend() -> Iterator[Api]:
    """A resend.com of our own."""
    api = Api()

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            api.taken.append((dict(self.headers), body))
            self.send_response(api.status)
            for name, value in api.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(api.body)

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    api.account = api.account._replace(url=f"http://127.0.0.1:{server.server_port}/emails")
    with served_in_a_thread(server):
        yield api


def allow_this_machine() -> None:
    """Lets requests of the server reach this machine, as an operator does by KLIQS_NET_ALLOW."""
    current = installation.current()
    current.config = current.config.model_copy(update={"net_allow": "127.0.0.1"})


@contextmanager
def hanging() -> Iterator[int]:
    """The port of a server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as sock:
        yield int(sock.getsockname()[1])


async def letter(to: str = "rani@example.com", subject: str = "Halo – ya", **content: Any) -> OutgoingEmail:
    """A letter that waits."""
    with i18n.language_context("id"):
        await queue_email(to, EmailContent(subject, ("Apa kabar?",), "Karena kamu ada.", **content), kind="test")
    return (await OutgoingEmail.filter(recipient=to).order_by("-created_at"))[0]
