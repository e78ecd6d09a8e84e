"""The origins and hosts of the current installation, from which absolute URLs are built."""

from app.kernel import installation
from app.kernel.surfaces import Site


def current() -> Site:
    """Returns the origins and hosts of the current installation."""
    return installation.current().site


def is_public(host: bytes) -> bool:
    """Whether short links are served on this `Host`, in any case. Precomputed, because every redirect calls it."""
    return host.lower() in installation.current().public_hosts


def url(surface: str, path: str = "/") -> str:
    """Returns the absolute URL of a path on a surface."""
    return f"{current().origins[surface]}{path}"
