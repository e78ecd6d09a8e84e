"""The page behind the link in an email that ends emails of its kind. It needs no sign-in.

Programs for mail call it with POST when somebody clicks their own button (RFC 8058). Opening it changes nothing, for
they also open links to look at them.
"""

from __future__ import annotations

from quart import Blueprint, Response

from app.accounts.unsubscribing import user_of_token
from app.kernel import i18n
from app.mail.automatic_headers import ONE_CLICK
from app.web import hosts, htmx
from app.web.referrer_policy import hide_urls

blueprint = Blueprint("unsubscribe", __name__)
hosts.serve_on("dashboard", ONE_CLICK.strip("/"))
hide_urls(blueprint)


@blueprint.get(f"{ONE_CLICK}<token>")
async def unsubscribe_page(token: str) -> Response:
    """Asks whether these emails should end. Raises: NotFound."""
    user, _ = await user_of_token(token)
    i18n.set_language(user.language, user.time_zone)
    return await htmx.render_response("settings/unsubscribe.html", token=token, done=False)


@blueprint.post(f"{ONE_CLICK}<token>")
async def unsubscribe(token: str) -> Response:
    """Ends these emails; does nothing where they have ended. Raises: NotFound."""
    user, _ = await user_of_token(token)
    await user.choose_ai_news(agreed=False)
    i18n.set_language(user.language, user.time_zone)
    return await htmx.render_response("settings/unsubscribe.html", token="", done=True)
