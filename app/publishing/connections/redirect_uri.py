"""The address to which networks send the browser back; the operator enters it at each network, and it never varies."""

from app.kernel import site


def redirect_uri(network: str) -> str:
    """Returns the absolute callback address of a network by its name, on the host of the dashboard."""
    return site.url("dashboard", f"/publish/oauth/{network}/callback")
