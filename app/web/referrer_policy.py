"""Referrer-Policy of pages whose URL holds a secret, such as the token of an emailed link, and of what they lead to."""

from quart import Blueprint, Response

from app.kernel import site


def hide_urls(blueprint: Blueprint) -> None:
    """Keeps the URLs of a blueprint's pages out of the requests to other sites, and its pages out of caches.

    Under `no-referrer`, browsers send forms with `Origin: null`. With https that does no harm, because they state in
    Sec-Fetch-Site where a form comes from. Without https they do not, and the check of forms needs `Origin` (csrf.py):
    there the URL is kept from other sites only.
    """

    @blueprint.after_request
    async def set_headers(response: Response) -> Response:
        """Sets the headers of a response."""
        response.headers["Referrer-Policy"] = "no-referrer" if site.current().secure else "same-origin"
        response.headers["Cache-Control"] = "no-store"
        return response
