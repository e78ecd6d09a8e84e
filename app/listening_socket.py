"""The listening socket: bound by this process, inherited from the server that it replaces, or handed over by systemd.

systemd's protocol is that of sd_listen_fds(3): LISTEN_PID is the id of the process that the sockets are for, LISTEN_FDS
is how many there are, and the first one has the descriptor 3.
"""

import os
import socket
from collections.abc import MutableMapping

from app.kernel.server_failure import ServerFailure

FIRST_DESCRIPTOR = 3  # SD_LISTEN_FDS_START
INTERNET = (socket.AF_INET, socket.AF_INET6)


def open_socket(bind: str, inherited: int | None, variables: MutableMapping[str, str]) -> socket.socket:
    """Returns the socket to serve on.

    `inherited` is the descriptor of the socket of the server that this one replaces, `variables` is the environment,
    from which systemd's variables are removed. Without either, a socket is bound to `bind`, a `host:port`; it refuses
    connections until somebody listens on it. Raises: ServerFailure.
    """
    numbers = range(inherited, inherited + 1) if inherited is not None else _descriptors_of_systemd(variables)
    if not numbers:
        return _bound_socket(bind)
    if len(numbers) > 1:
        raise ServerFailure("systemd hands over several sockets, and Kliqs listens on one: name one in kliqs.socket.")
    try:
        sock = socket.socket(fileno=numbers[0])
        accepts = sock.family in INTERNET and sock.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
    except OSError as error:
        raise ServerFailure(f"The descriptor {numbers[0]} is no socket: {error.strerror}.") from None
    if not accepts:
        sock.close()
        raise ServerFailure("The inherited socket does not listen on a TCP port: use ListenStream=host:port.")
    sock.set_inheritable(False)
    return sock


def _descriptors_of_systemd(variables: MutableMapping[str, str]) -> range:
    """Returns the descriptors that systemd opened for this process, none in a child of the process they are for."""
    number, recipient = variables.pop("LISTEN_FDS", ""), variables.pop("LISTEN_PID", "")
    variables.pop("LISTEN_FDNAMES", "")
    if recipient != str(os.getpid()) or not number.isdecimal():
        return range(0)
    return range(FIRST_DESCRIPTOR, FIRST_DESCRIPTOR + int(number))


def _bound_socket(bind: str) -> socket.socket:
    host, _, port = bind.rpartition(":")
    sock = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host.strip("[]"), int(port)))
    except OSError as error:
        sock.close()
        raise ServerFailure(f"Kliqs cannot listen on {bind}: {error.strerror}. Choose another with --bind.") from None
    return sock
