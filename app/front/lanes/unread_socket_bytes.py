"""Whether a client has sent something that was not read yet."""

import fcntl
import termios
from typing import Any


def has_unread_bytes(transport: Any) -> bool:
    """Whether the receive buffer of the socket holds unread bytes (ioctl FIONREAD)."""
    try:
        waiting = fcntl.ioctl(transport.get_extra_info("socket").fileno(), termios.FIONREAD, bytes(4))
    except (OSError, ValueError, AttributeError):  # already closed
        return False
    return any(waiting)
