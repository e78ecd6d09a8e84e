"""Whether this process is draining or shutting down.

A process that drains still answers everything, but begins no further jobs and says at `/readyz` that it is to get no
more requests. When it shuts down, open responses such as event streams end.
"""

_draining = _begun = False


def begin_draining() -> None:
    """Records that the process will end soon."""
    global _draining
    _draining = True


def begin_shutdown() -> None:
    """Records that the shutdown has begun, which includes draining."""
    global _draining, _begun
    _draining = _begun = True


def is_draining() -> bool:
    """Whether the process will end soon, or its shutdown has begun."""
    return _draining


def is_shutting_down() -> bool:
    """Whether the shutdown has begun."""
    return _begun
