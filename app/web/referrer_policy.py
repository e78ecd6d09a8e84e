"""Pages whose URL holds a secret, such as the token of an emailed link: it is not passed on to what they lead to."""

from collections.abc import Awaitable, Callable

from quart import Blueprint, Response, current_app, request

ViewFunction = Callable[..., Awaitable[Response]]


def works_once(home: str) -> Callable[[ViewFunction], ViewFunction]:
    """Marks a view whose URL holds a code that works once: a passing error redirects to the path `home` (errors.py).

    So the code is neither in the link that tries again nor in the history of the browser.
    """

    def mark(view: ViewFunction) -> ViewFunction:
        """Returns the view with its mark."""
        view.home_of_code = home  # type: ignore[attr-defined]
        return view

    return mark


def home_of_code() -> str:
    """Returns the path to which an error of the current request redirects; "" for all but views that `works_once`."""
    return str(getattr(current_app.view_functions.get(request.endpoint or ""), "home_of_code", ""))


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
