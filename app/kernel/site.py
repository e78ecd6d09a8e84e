"""The surfaces of the current installation: where links, answers and pages get their origins from."""

from app.kernel import installation
from app.kernel.surfaces import Site


def current() -> Site:
    """The origins and hosts of the current installation."""
    return installation.current().site


def is_public(host: bytes) -> bool:
    """Whether short links live on this `Host` header, in any case; for where every microsecond counts."""
    return host.lower() in installation.current().public_hosts


def url(surface: str, path: str = "/") -> str:
    """An absolute URL on a surface."""
    return f"{current().origins[surface]}{path}"
