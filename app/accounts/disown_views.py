"""The page behind "this was not me" in security emails (disown.py). It needs no sign-in."""

from quart import Blueprint, Response

from app.accounts import disown
from app.accounts.disown import DisownLink
from app.web import hosts, htmx
from app.web.referrer_policy import hide_urls

blueprint = Blueprint("disown", __name__)
hosts.serve_on("dashboard", "not-me")
hide_urls(blueprint)


@blueprint.get("/not-me/<token>")
async def disown_page(token: str) -> Response:
    """Shows what the button does; nothing is changed yet. Raises: NotFound.

    It names no address: the present one may be new, and the reader of the old mailbox a stranger by now.
    """
    await DisownLink.find(token)
    return await htmx.render_response("accounts/not_me.html", token=token, done=False)


@blueprint.post("/not-me/<token>")
async def disown_sign_in(token: str) -> Response:
    """Shuts everybody out. Raises: NotFound."""
    await disown.shut_everybody_out(token)
    return await htmx.render_response("accounts/not_me.html", token="", done=True)
