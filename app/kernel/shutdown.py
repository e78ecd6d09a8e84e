"""Whether this process is shutting down. Open responses such as event streams check it and end."""

_begun = False


def begin_shutdown() -> None:
    """Records that the shutdown has begun."""
    global _begun
    _begun = True


def is_shutting_down() -> bool:
    """Whether the shutdown has begun."""
    return _begun
