"""The socket to listen on is our own, a running server's, or systemd's, as sd_listen_fds(3) has it."""

import os
import socket
from collections.abc import Iterator

import pytest

from app import listening_socket
from app.kernel.server_failure import ServerFailure
from app.listening_socket import open_socket


@pytest.fixture
def inherited(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """A socket that listens, as the first that systemd hands over."""
    with socket.create_server(("127.0.0.1", 0)) as sock:
        monkeypatch.setattr(listening_socket, "FIRST_DESCRIPTOR", sock.fileno())
        yield sock


def variables(number: str = "1", recipient: int | None = None) -> dict[str, str]:
    return {"LISTEN_FDS": number, "LISTEN_PID": str(recipient or os.getpid()), "LISTEN_FDNAMES": "kliqs.socket"}


def test_the_socket_of_systemd_is_used_and_no_child_takes_it_for_its_own(inherited: socket.socket) -> None:
    environment = variables()
    sock = open_socket("127.0.0.1:1", None, environment)
    assert sock.getsockname() == inherited.getsockname()
    assert not sock.get_inheritable() and environment == {}
    sock.detach()


def test_what_systemd_opened_for_another_process_is_left_alone(inherited: socket.socket) -> None:
    with open_socket("127.0.0.1:0", None, variables(recipient=1)) as sock:
        assert sock.getsockname() != inherited.getsockname()


def test_several_sockets_are_refused(inherited: socket.socket) -> None:
    with pytest.raises(ServerFailure, match="several sockets"):
        open_socket("127.0.0.1:0", None, variables("2"))


def test_what_does_not_listen_is_refused() -> None:
    sock, (reading, writing) = socket.socket(), os.pipe()
    with pytest.raises(ServerFailure, match="does not listen"):
        open_socket("127.0.0.1:0", sock.detach(), {})
    with pytest.raises(ServerFailure, match="is no socket"):
        open_socket("127.0.0.1:0", reading, {})
    os.close(reading)
    os.close(writing)


def test_the_socket_of_a_running_server_goes_before_the_address(inherited: socket.socket) -> None:
    sock = open_socket("127.0.0.1:1", inherited.fileno(), {})
    assert sock.getsockname() == inherited.getsockname()
    sock.detach()


def test_a_port_that_is_taken_is_named(inherited: socket.socket) -> None:
    port = inherited.getsockname()[1]
    with pytest.raises(ServerFailure, match=f"cannot listen on 127.0.0.1:{port}: Address already in use"):
        open_socket(f"127.0.0.1:{port}", None, {})


def test_all_addresses_of_both_internets_are_one_socket() -> None:
    with open_socket("[::]:0", None, {}) as sock:
        sock.listen()
        socket.create_connection(("127.0.0.1", sock.getsockname()[1])).close()
