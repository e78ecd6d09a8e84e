"""`/start`: the pages on which a visitor without an account creates, changes and claims a page and short links.

The guest's secret token, which the interface calls the save code, is never part of a URL: the browser keeps it in a
cookie, and `/start/token` shows it.
"""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request

from app.accounts import authentication, claim_cookie, request_account
from app.accounts.guest import guest_of_typed_token, new_guests
from app.accounts.models import Account
from app.guests import claim, expiry, start_form
from app.kernel import i18n
from app.kernel.destination import add_scheme
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal, TooManyAttempts
from app.media.models import Media
from app.pages.models import Page
from app.pages.starters import STARTERS
from app.pages.theme.presets import PRESETS
from app.plans import quota
from app.plans.plan_limits import GUEST
from app.web import client_info, envelope, hosts, htmx, limits
from app.web.forms import Form

CLAIM_ACTS = request_account.BlueprintActs()  # moving something into an account is an edit of it
blueprint = Blueprint("guests", __name__)
limits.allow_body(limits.MAX_PHOTO_FORM, "/start", "/start/page", "/start/starter")
hosts.serve_on("dashboard", "start")


@blueprint.after_request
async def set_privacy_headers(response: Response) -> Response:
    """Keeps these URLs out of other sites' referrers, and all but `/start` out of search engines."""
    response.headers["Referrer-Policy"] = "same-origin"
    if request.path != "/start":
        response.headers["X-Robots-Tag"] = "noindex"
    return response


@blueprint.get("/start")
async def new_page_form() -> Response:
    """The form for a new page; `?slug=` fills in its slug. A guest who has a page is redirected to it."""
    if (guest := await claim_cookie.guest_of_browser()) and await Page.owned_by(guest).exists():
        return htmx.redirect_to("/start/edit")
    refusal = None if guest else await new_guests.refusal(client_info.rate_limit_address())
    form = Form({"theme": next(iter(PRESETS)), "slug": request.args.get("slug", "").strip()[:64]})
    return await _page_form(form, refusal=refusal)


@blueprint.post("/start")
async def create_page() -> Response:
    """Creates and publishes the page of the form, and shows its save code."""
    form, guest = await Form.submitted(), await claim_cookie.guest_of_browser()
    if guest and await Page.owned_by(guest).exists():
        return htmx.redirect_to("/start/edit")
    try:
        page, token = await start_form.create_page(
            guest, form, i18n.current_language(), client_info.rate_limit_address(), raw=await _picture()
        )
    except Refusal as refusal:
        return await _page_form(form.blame(refusal), refusal=refusal)
    token = token or claim_cookie.COOKIE.read()
    return claim_cookie.COOKIE.set(
        await htmx.render_response("start/links_created.html", status=201, page=page, token=token), token
    )


@blueprint.post("/start/starter")
async def apply_starter() -> Response:
    """The form as it was typed, its empty fields filled in from the starter that the button `fill` names."""
    form, guest = await Form.submitted(), await claim_cookie.guest_of_browser()
    if guest and await Page.owned_by(guest).exists():
        return htmx.redirect_to("/start/edit")
    start_form.apply_starter(form, form["fill"], i18n.current_language())
    if await _picture():
        form.blame(start_form.PictureLost())
    return await _page_form(form)


@blueprint.get("/start/edit")
async def edit_form() -> Response:
    """The form that changes the guest's page; without the cookie, the form that asks for the save code."""
    guest = await claim_cookie.guest_of_browser()
    if guest is None:
        return await htmx.render_response("start/token.html", form=Form())
    page = await Page.owned_by(guest).first()
    return await _page_form(start_form.page_form(page), page) if page else htmx.redirect_to("/start/link")


@blueprint.post("/start/edit")
async def submit_edit_token() -> Response:
    """Takes a typed save code and keeps it in the cookie of this browser."""
    form = await Form.submitted()
    try:
        await guest_of_typed_token(form["token"], client_info.rate_limit_address())
    except Refusal as refusal:
        return await _refusal_page("start/token.html", refusal, form=form.blame(refusal))
    return claim_cookie.COOKIE.set(htmx.redirect_to("/start/edit"), form["token"].strip())


@blueprint.post("/start/page")
async def update_page() -> Response:
    """Changes and publishes the guest's page by the form."""
    form, guest = await Form.submitted(), await claim_cookie.guest_of_browser()
    page = await Page.owned_by(guest).first() if guest else None
    if guest is None or page is None:
        return htmx.redirect_to("/start/edit")
    form.values["slug"] = page.slug
    try:
        await start_form.update_page(guest, page, form, client_info.rate_limit_address(), raw=await _picture())
    except Refusal as refusal:
        return await _page_form(form.blame(refusal), page, refusal=refusal)
    await flash(_("Saved. Your page shows it now."))
    return htmx.redirect_to("/start/edit")


@blueprint.get("/start/link")
async def links_page() -> Response:
    """The guest's short links and the form for a new one; `?url=` fills it in."""
    return await _links_page(await claim_cookie.guest_of_browser(), Form({"url": request.args.get("url", "")[:2048]}))


@blueprint.post("/start/link")
async def shorten_url() -> Response:
    """Creates a short link of the form's URL."""
    form, guest = await Form.submitted(), await claim_cookie.guest_of_browser()
    try:
        _link, token = await start_form.shorten_url(
            guest, form["url"], i18n.current_language(), client_info.rate_limit_address()
        )
    except Refusal as refusal:
        return await _links_page(guest, form.blame(refusal), refusal)
    if add_scheme(form["url"]) != form["url"]:
        await flash(_("https:// was added to the address."))
    response = htmx.redirect_to("/start/link")
    return claim_cookie.COOKIE.set(response, token) if token else response


@blueprint.get("/start/token")
async def token_form() -> Response:
    """The form that asks for a save code."""
    return await htmx.render_response("start/token.html", form=Form())


@blueprint.post("/start/token")
async def show_token() -> Response:
    """Shows the guest's save code, which another device needs."""
    if await claim_cookie.guest_of_browser() is None:
        return htmx.redirect_to("/start/edit")
    return await htmx.render_response("start/token_shown.html", token=claim_cookie.COOKIE.read())


@blueprint.get("/start/claim")
async def claim_form() -> Response:
    """The page on which the guest decides to move everything into an account."""
    return await _claim_page()


@blueprint.post("/start/claim")
async def claim_to_account() -> Response:
    """Moves everything of the guest into the account that is signed in."""
    if request_account.signed_in_account() is None:
        return htmx.redirect_to("/start/claim")
    await request_account.choose_account(CLAIM_ACTS)
    account = authentication.current_account()
    try:
        await claim.claim_into_account(claim_cookie.COOKIE.read(), account)
    except Refusal as refusal:
        return await _claim_page(refusal)
    await flash(_("Everything is in your account now."))
    return claim_cookie.COOKIE.delete(htmx.redirect_to("/dashboard/pages/"))


@blueprint.post("/start/forget")
async def forget_token() -> Response:
    """Deletes the cookie of this browser; the guest and its page remain."""
    return claim_cookie.COOKIE.delete(htmx.redirect_to("/start/edit"))


@blueprint.post("/start/erase")
async def erase_guest_data() -> Response:
    """Deletes the guest and everything it owns, if the form confirms that it is sure."""
    guest, form = await claim_cookie.guest_of_browser(), await Form.submitted()
    if guest is None or not form.has("sure"):
        return htmx.redirect_to("/start/edit")
    await expiry.erase_guest(guest)
    return claim_cookie.COOKIE.delete(await htmx.render_response("start/erased.html"))


async def _picture() -> bytes:
    """The uploaded picture of the form, or empty when none was chosen."""
    file = (await request.files).get(start_form.PICTURE)
    return file.read() if file and file.filename else b""


async def _page_form(form: Form, page: Page | None = None, refusal: Refusal | None = None) -> Response:
    """The form for a new page, or for changing `page`; with the status of the refusal, if there is one."""
    filled_lines = [at for at in range(start_form.MOST_LINKS) if form[f"title-{at}"] or form[f"url-{at}"]]
    shown = max(start_form.FIRST_LINKS, len(filled_lines) and filled_lines[-1] + 1)
    avatars = await Media.by_id(page.account_id, [form["avatar"]]) if page else {}
    context: dict[str, Any] = {
        "form": form,
        "page": page,
        "shown": shown,
        "most": start_form.MOST_LINKS,
        "themes": PRESETS.items(),
        "starters": STARTERS.items(),
        "avatar": avatars.get(form["avatar"]),
        "closed": isinstance(refusal, TooManyAttempts) and not page and refusal,
    }
    template = "start/edit.html" if page else "start/new.html"
    return (
        await _refusal_page(template, refusal, **context)
        if refusal
        else await htmx.render_response(template, **context)
    )


async def _links_page(guest: Account | None, form: Form, refusal: Refusal | None = None) -> Response:
    """The list of the guest's short links with the form for a new one."""
    links = await start_form.guest_links(guest) if guest else []
    context: dict[str, Any] = {
        "form": form,
        "links": links,
        "most": GUEST.links,
        "limit_reached": guest is not None and quota.links_usage(guest).full,
    }
    if refusal:
        return await _refusal_page("start/links.html", refusal, **context)
    return await htmx.render_response("start/links.html", **context)


async def _claim_page(refusal: Refusal | None = None) -> Response:
    """The page for claiming, with the refusal a claim would get now; without a guest, the form for the save code."""
    guest, account = await claim_cookie.guest_of_browser(), request_account.signed_in_account()
    if guest is None:
        return htmx.redirect_to("/start/edit")
    obstacle = refusal or (await claim.find_claim_obstacle(guest, account) if account else None)
    context: dict[str, Any] = {
        "page": await Page.owned_by(guest).first(),
        "links": await start_form.guest_links(guest),
        "error": envelope.refusal_message(obstacle) if obstacle else "",
    }
    if refusal:
        return await _refusal_page("start/claim.html", refusal, **context)
    return await htmx.render_response("start/claim.html", **context)


async def _refusal_page(template: str, refusal: Refusal, **context: Any) -> Response:
    """A template with the status of a refusal, and `Retry-After` when the refusal has one."""
    response = await htmx.render_response(template, status=envelope.page_status(refusal), **context)
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response
