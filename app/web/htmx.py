"""The few words this app speaks with htmx 4."""

from typing import Any

from quart import Response, flash, redirect, render_template, request

VARY = ("HX-Request", "HX-Request-Type")


def asks_for_fragment() -> bool:
    """Whether htmx wants a piece of the page; history and whole-page requests want the page."""
    headers = request.headers
    return (
        headers.get("HX-Request") == "true"
        and headers.get("HX-Request-Type", "partial") != "full"
        and "HX-History-Restore-Request" not in headers
    )


async def answer(template: str, *, status: int = 200, event: str | None = None, **context: Any) -> Response:
    """A rendered template; `event` is announced to the page in HX-Trigger."""
    response = Response(await render_template(template, **context), status)
    response.vary.update(VARY)
    if event:
        response.headers["HX-Trigger"] = event
    return response


async def page_or_piece(page: str, piece: str, **context: Any) -> Response:
    """One address, two representations."""
    return await answer(piece if asks_for_fragment() else page, **context)


async def done(template: str, url: str, said: Any = "", *, event: str | None = None, **context: Any) -> Response:
    """After a write: the changed piece for htmx; elsewhere back to a page that says what happened."""
    if asks_for_fragment():
        return await answer(template, event=event, **context)
    if said:
        await flash(said)
    return go(url)


def go(url: str) -> Response:
    """Sends the browser on: a client-side visit for htmx (fetch would swallow a 303), a 303 for everyone else."""
    if request.headers.get("HX-Request") == "true":
        return Response("", 200, {"HX-Redirect": url})
    return redirect(url, 303)  # type: ignore[return-value]
