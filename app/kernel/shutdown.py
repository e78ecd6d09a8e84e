"""Whether this process is on its way out: what stays open by itself, such as an event stream, ends then."""

_begun = False


def begin() -> None:
    """Nothing that lasts may go on from here."""
    global _begun
    _begun = True


def begun() -> bool:
    return _begun
