"""Referrer-Policy of pages whose URL holds a secret, such as the token of an emailed link, and of what they lead to."""

from quart import Blueprint, Response


def hide_urls(blueprint: Blueprint) -> None:
    """Keeps the URLs of a blueprint's pages out of the requests that follow, and its pages out of caches.

    Without https, security_headers.py weakens the policy as far as the check of forms needs.
    """

    @blueprint.after_request
    async def set_headers(response: Response) -> Response:
        """Sets the headers of a response."""
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
        return response
