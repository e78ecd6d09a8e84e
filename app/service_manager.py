"""Tells systemd the state of the service, as sd_notify(3) does; does nothing where systemd does not ask for it."""

import socket
import time
from collections.abc import Mapping
from contextlib import suppress


class ServiceManager:
    """What started the server, if it asks for its state by NOTIFY_SOCKET in the environment `variables`."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        address = variables.get("NOTIFY_SOCKET", "")  # one that begins with @ is abstract
        self.address = "\0" + address[1:] if address.startswith("@") else address

    def notify_ready(self) -> None:
        """Says that the service is ready."""
        self._send("READY=1")

    def notify_reloading(self) -> None:
        """Says that the service is being replaced; afterwards it is said to be ready again."""
        self._send("RELOADING=1", f"MONOTONIC_USEC={time.monotonic_ns() // 1000}")

    def notify_replaced(self, process: int) -> None:
        """Says that the service is ready, and that another process is its main one from now on."""
        self._send(f"MAINPID={process}", "READY=1")

    def notify_stopping(self) -> None:
        """Says that the service ends."""
        self._send("STOPPING=1")

    def _send(self, *lines: str) -> None:
        if not self.address:
            return
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
            sock.sendto("\n".join(lines).encode(), self.address)
