"""Headers of the pages whose address has a token in it, and of those that such pages lead to."""

from quart import Blueprint, Response

from app.kernel import site


def keep_addresses_private(blueprint: Blueprint) -> None:
    """Makes browsers tell no other page the addresses of a blueprint's pages.

    Without https, browsers say only by `Origin` where a form comes from, and leave that out under `no-referrer`; there
    other sites alone are told nothing.
    """

    @blueprint.after_request
    async def set_policy(response: Response) -> Response:
        """Sets the header."""
        response.headers["Referrer-Policy"] = "no-referrer" if site.current().secure else "same-origin"
        response.headers["Cache-Control"] = "no-store"
        return response
