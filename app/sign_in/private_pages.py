"""Headers of the pages whose address has a token in it, and of those that such pages lead to."""

from quart import Blueprint, Response


def keep_addresses_private(blueprint: Blueprint) -> None:
    """Makes browsers tell no other page the addresses of a blueprint's pages, and keep none of them."""

    @blueprint.after_request
    async def set_policy(response: Response) -> Response:
        """Sets the header."""
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
        return response
