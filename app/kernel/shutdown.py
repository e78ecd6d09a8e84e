"""Whether this process is shutting down. Open responses such as event streams check it and end."""

_begun = False


def begin() -> None:
    """Records that the shutdown has begun."""
    global _begun
    _begun = True


def begun() -> bool:
    """Whether the shutdown has begun."""
    return _begun
