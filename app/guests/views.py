"""`/start`: the pages on which a visitor without an account makes, changes and claims a page and short links.

The guest's secret token, which the interface calls the save code, is never part of a URL: the browser keeps it in a
cookie, and `/start/token` shows it.
"""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request

from app.accounts import authentication, claim_cookie
from app.accounts.guest import new_guests, presented
from app.accounts.models import Account
from app.guests import claim, expiry, start
from app.kernel import i18n
from app.kernel.destination import add_scheme
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal, TooManyAttempts
from app.media.models import Media
from app.pages.models import Page
from app.pages.starters import STARTERS
from app.pages.theme.presets import PRESETS
from app.plans import quota
from app.plans.table import GUEST
from app.web import client_info, envelope, hosts, htmx, limits
from app.web.forms import Form

blueprint = Blueprint("start", __name__)
limits.allow_body(limits.PHOTO, "/start", "/start/page", "/start/starter")
hosts.serve_on("dashboard", "start")


@blueprint.after_request
async def keep_to_itself(response: Response) -> Response:
    """Keeps these URLs out of other sites' referrers, and all but `/start` out of search engines."""
    response.headers["Referrer-Policy"] = "same-origin"
    if request.path != "/start":
        response.headers["X-Robots-Tag"] = "noindex"
    return response


@blueprint.get("/start")
async def begin() -> Response:
    """The form for a new page; `?slug=` fills in its slug. A guest who has a page is redirected to it."""
    if (guest := await claim_cookie.guest()) and await Page.owned_by(guest).exists():
        return htmx.go("/start/edit")
    refusal = None if guest else await new_guests.refusal(client_info.address())
    form = Form({"theme": next(iter(PRESETS)), "slug": request.args.get("slug", "").strip()[:64]})
    return await _page_form(form, refusal=refusal)


@blueprint.post("/start")
async def make() -> Response:
    """Creates and publishes the page of the form, and shows its save code."""
    form, guest = await Form.submitted(), await claim_cookie.guest()
    if guest and await Page.owned_by(guest).exists():
        return htmx.go("/start/edit")
    try:
        page, token = await start.begin(guest, form, i18n.language(), client_info.address(), raw=await _picture())
    except Refusal as refusal:
        return await _page_form(form.blame(refusal), refusal=refusal)
    token = token or claim_cookie.token()
    return claim_cookie.hand(await htmx.answer("start/made.html", status=201, page=page, token=token), token)


@blueprint.post("/start/starter")
async def fill() -> Response:
    """The form as it was typed, its empty fields filled in from the starter that the button `fill` names."""
    form, guest = await Form.submitted(), await claim_cookie.guest()
    if guest and await Page.owned_by(guest).exists():
        return htmx.go("/start/edit")
    start.propose(form, form["fill"], i18n.language())
    if await _picture():
        form.blame(start.ChoosePictureAgain())
    return await _page_form(form)


@blueprint.get("/start/edit")
async def edit() -> Response:
    """The form that changes the guest's page; without the cookie, the form that asks for the save code."""
    guest = await claim_cookie.guest()
    if guest is None:
        return await htmx.answer("start/token.html", form=Form())
    page = await Page.owned_by(guest).first()
    return await _page_form(start.form_of(page), page) if page else htmx.go("/start/link")


@blueprint.post("/start/edit")
async def present() -> Response:
    """Takes a typed save code and keeps it in the cookie of this browser."""
    form = await Form.submitted()
    try:
        await presented(form["token"], client_info.address())
    except Refusal as refusal:
        return await _refusal_page("start/token.html", refusal, form=form.blame(refusal))
    return claim_cookie.hand(htmx.go("/start/edit"), form["token"].strip())


@blueprint.post("/start/page")
async def update() -> Response:
    """Changes and publishes the guest's page by the form."""
    form, guest = await Form.submitted(), await claim_cookie.guest()
    page = await Page.owned_by(guest).first() if guest else None
    if guest is None or page is None:
        return htmx.go("/start/edit")
    form.values["slug"] = page.slug
    try:
        await start.change(guest, page, form, client_info.address(), raw=await _picture())
    except Refusal as refusal:
        return await _page_form(form.blame(refusal), page, refusal=refusal)
    await flash(_("Saved. Your page shows it now."))
    return htmx.go("/start/edit")


@blueprint.get("/start/link")
async def links() -> Response:
    """The guest's short links and the form for a new one; `?url=` fills it in."""
    return await _links_page(await claim_cookie.guest(), Form({"url": request.args.get("url", "")[:2048]}))


@blueprint.post("/start/link")
async def shorten() -> Response:
    """Creates a short link of the form's URL."""
    form, guest = await Form.submitted(), await claim_cookie.guest()
    try:
        _link, token = await start.shorten(guest, form["url"], i18n.language(), client_info.address())
    except Refusal as refusal:
        return await _links_page(guest, form.blame(refusal), refusal)
    if add_scheme(form["url"]) != form["url"]:
        await flash(_("https:// was added to the address."))
    response = htmx.go("/start/link")
    return claim_cookie.hand(response, token) if token else response


@blueprint.get("/start/token")
async def enter() -> Response:
    """The form that asks for a save code."""
    return await htmx.answer("start/token.html", form=Form())


@blueprint.post("/start/token")
async def show_token() -> Response:
    """Shows the guest's save code, which another device needs."""
    if await claim_cookie.guest() is None:
        return htmx.go("/start/edit")
    return await htmx.answer("start/token_shown.html", token=claim_cookie.token())


@blueprint.get("/start/claim")
async def ask() -> Response:
    """The page on which the guest decides to move everything into an account."""
    return await _claim_page()


@blueprint.post("/start/claim")
async def claim_to_account() -> Response:
    """Moves everything of the guest into the account that is signed in."""
    account = authentication.visitor()
    if account is None:
        return htmx.go("/start/claim")
    try:
        await claim.claim(claim_cookie.token(), account)
    except Refusal as refusal:
        return await _claim_page(refusal)
    await flash(_("Everything is in your account now."))
    return claim_cookie.take_away(htmx.go("/dashboard/pages/"))


@blueprint.post("/start/forget")
async def forget() -> Response:
    """Deletes the cookie of this browser; the guest and its page remain."""
    return claim_cookie.take_away(htmx.go("/start/edit"))


@blueprint.post("/start/erase")
async def erase() -> Response:
    """Deletes the guest and everything it owns, if the form confirms that it is sure."""
    guest, form = await claim_cookie.guest(), await Form.submitted()
    if guest is None or not form.given("sure"):
        return htmx.go("/start/edit")
    await expiry.erase(guest)
    return claim_cookie.take_away(await htmx.answer("start/erased.html"))


async def _picture() -> bytes:
    """The uploaded picture of the form, or empty when none was chosen."""
    file = (await request.files).get(start.PICTURE)
    return file.read() if file and file.filename else b""


async def _page_form(form: Form, page: Page | None = None, refusal: Refusal | None = None) -> Response:
    """The form for a new page, or for changing `page`; with the status of the refusal, if there is one."""
    filled_lines = [at for at in range(start.MOST_LINKS) if form[f"title-{at}"] or form[f"url-{at}"]]
    shown = max(start.FIRST_LINKS, len(filled_lines) and filled_lines[-1] + 1)
    avatars = await Media.shown(page.account_id, [form["avatar"]]) if page else {}
    context: dict[str, Any] = {"form": form, "page": page, "shown": shown, "most": start.MOST_LINKS,
                               "themes": PRESETS.items(), "starters": STARTERS.items(),
                               "avatar": avatars.get(form["avatar"]),
                               "closed": isinstance(refusal, TooManyAttempts) and not page and refusal}
    template = "start/edit.html" if page else "start/new.html"
    return await _refusal_page(template, refusal, **context) if refusal else await htmx.answer(template, **context)


async def _links_page(guest: Account | None, form: Form, refusal: Refusal | None = None) -> Response:
    """The list of the guest's short links with the form for a new one."""
    links = await start.links_of(guest) if guest else []
    context: dict[str, Any] = {"form": form, "links": links, "most": GUEST.links,
                               "full": guest is not None and quota.links_share(guest).full}
    if refusal:
        return await _refusal_page("start/links.html", refusal, **context)
    return await htmx.answer("start/links.html", **context)


async def _claim_page(refusal: Refusal | None = None) -> Response:
    """The page for claiming, with what the claim would be refused for; without a guest, the form for the save code."""
    guest, account = await claim_cookie.guest(), authentication.visitor()
    if guest is None:
        return htmx.go("/start/edit")
    obstacle = refusal or (await claim.lacking(guest, account) if account else None)
    context: dict[str, Any] = {"page": await Page.owned_by(guest).first(), "links": await start.links_of(guest),
                               "error": envelope.said(obstacle) if obstacle else ""}
    if refusal:
        return await _refusal_page("start/claim.html", refusal, **context)
    return await htmx.answer("start/claim.html", **context)


async def _refusal_page(template: str, refusal: Refusal, **context: Any) -> Response:
    """A template with the status of a refusal, and `Retry-After` when the refusal has one."""
    response = await htmx.answer(template, status=envelope.status_of(refusal), **context)
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response
