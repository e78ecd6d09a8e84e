"""The page that asks before something is done that nobody can undo."""

from __future__ import annotations

from typing import Any

from quart import Response

from app.web import htmx


async def ask(
    heading: str, words: str, *, action: str, button: str, back: str, active: str, facts: str = ""
) -> Response:
    """Renders a question with the heading, a line of `facts` about the thing, and `words` about what becomes of it.

    Its form posts to the URL `action` by a button with this label; its link leads `back`, where nothing is done.
    `active` is the entry of the navigation that the page belongs to.
    """
    context: dict[str, Any] = {
        "heading": heading,
        "words": words,
        "facts": facts,
        "action": action,
        "button": button,
        "back": back,
    }
    return await htmx.render_response("shared/question.html", active=active, **context)
