"""Requests from and responses to htmx 4."""

from typing import Any

from quart import Response, flash, redirect, request

from app.web.templates import render_template

VARY = ("HX-Request", "HX-Request-Type")


def wants_fragment() -> bool:
    """Whether htmx asks for a fragment of a page; it asks for the whole page when it restores history."""
    headers = request.headers
    return (
        headers.get("HX-Request") == "true"
        and headers.get("HX-Request-Type", "partial") != "full"
        and "HX-History-Restore-Request" not in headers
    )


async def render_response(template: str, *, status: int = 200, event: str | None = None, **context: Any) -> Response:
    """Returns a rendered template as the response; `event` is a client event, sent in HX-Trigger."""
    response = Response(await render_template(template, **context), status)
    response.vary.update(VARY)
    if event:
        response.headers["HX-Trigger"] = event
    return response


async def render_page_or_fragment(page: str, piece: str, **context: Any) -> Response:
    """Renders the template `piece` if htmx asks for a fragment, otherwise the template `page`."""
    return await render_response(piece if wants_fragment() else page, **context)


async def render_part_of_list(cursor: str, rows: str, region: str, /, **context: Any) -> Response | None:
    """Renders the part of a list that htmx requests; returns None for a request of the whole page.

    That is the template `rows` for the rows behind a cursor, and `region` for another search.
    """
    return await render_response(rows if cursor else region, **context) if wants_fragment() else None


async def answer_write(
    template: str, url: str, message: Any = "", *, event: str | None = None, **context: Any
) -> Response:
    """Answers a successful write: a fragment for htmx; otherwise a redirect to `url` with a message."""
    if wants_fragment():
        return await render_response(template, event=event, **context)
    if message:
        await flash(message)
    return redirect_to(url)


def redirect_to(url: str) -> Response:
    """Redirects the browser: by HX-Redirect for htmx, because fetch would follow a 303 itself; otherwise by a 303."""
    if request.headers.get("HX-Request") == "true":
        return Response("", 200, {"HX-Redirect": url})
    return redirect(url, 303)  # type: ignore[return-value]
