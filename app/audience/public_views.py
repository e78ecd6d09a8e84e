"""The pages that subscribers see: the form of a bio page, the thanks, and the page to confirm, unsubscribe or delete.

They use no scripts and no cookies. Only the owner of an address learns whether it is on a list: an unknown token gets
the same pages as a known one.
"""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, request

from app.audience.models import Subscriber
from app.audience.subscribe_form import AGREED, EMAIL, HONEYPOT, SubscribeForm
from app.kernel import i18n
from app.kernel.refusal import NotFound, Refusal
from app.kernel.throttle import Throttle
from app.names.models import Name
from app.pages.models import Page
from app.pages.public.page_cache import published_content
from app.pages.public.themed_subpages import render_visitor_page, requested_language
from app.web import client_info, envelope
from app.web.forms import Form

blueprint = Blueprint("subscribe", __name__)
by_address = Throttle("tokens of subscribers by address", 60, 15)
ACTIONS = ("confirm", "unsubscribe", "delete")


@blueprint.get("/<name>/subscribe-<block>")
async def subscribe_form(name: str, block: str) -> Response:
    """The form on a page of its own, for a refused form or a direct link. Raises: NotFound."""
    offer = await _load_offer(name, block)
    return await _render("audience/form.html", offer.page, offer=offer, form=Form())


@blueprint.post("/<name>/subscribe-<block>")
async def subscribe(name: str, block: str) -> Response:
    """Subscribes the address in the form and shows the thanks; a refused form is shown again. Raises: NotFound."""
    offer, form = await _load_offer(name, block), await Form.submitted()
    try:
        token = await offer.subscribe(
            form[EMAIL], agreed=form.has(AGREED), trap=form[HONEYPOT], address=client_info.rate_limit_address()
        )
    except Refusal as refusal:
        page = await _render(
            "audience/form.html", offer.page, envelope.page_status(refusal), offer=offer, form=form.blame(refusal)
        )
        if refusal.retry_after is not None:
            page.headers["Retry-After"] = str(refusal.retry_after)
        return page
    return await _render("audience/thanks.html", offer.page, offer=offer, token=token)


@blueprint.get("/audience/<token>")
async def token_page(token: str) -> Response:
    """The page with the actions of a token.

    Opening it changes nothing, because mail programs also open the links in emails.
    """
    await by_address.attempt(client_info.rate_limit_address())
    subscriber, by_mail = await Subscriber.by_token(token)
    if subscriber and by_mail:
        i18n.set_language(requested_language() or subscriber.language)
    page = await _page_of(subscriber if by_mail else None)
    return await _render("audience/subscription.html", page, subscriber=subscriber if by_mail else None)


@blueprint.post("/audience/<token>")
async def apply_action(token: str) -> Response:
    """Confirms, unsubscribes or deletes.

    Raises: NotFound for any other action, and for confirming with a token that did not come by email.
    """
    await by_address.attempt(client_info.rate_limit_address())
    action = (await Form.submitted())["do"]
    subscriber, by_mail = await Subscriber.by_token(token)
    if action not in ACTIONS or (action == "confirm" and not by_mail):
        raise NotFound
    page = await _page_of(subscriber if by_mail else None)
    if subscriber:
        if by_mail:
            i18n.set_language(requested_language() or subscriber.language)
        methods = {"confirm": subscriber.confirm, "unsubscribe": subscriber.unsubscribe, "delete": subscriber.erase}
        await methods[action]()
    elif action != "confirm":
        await Subscriber.unsubscribe_deleted(token, erase=action == "delete")
    return await _render("audience/confirmed.html", page, deed=action, page=page if page and page.live else None)


async def _load_offer(name: str, block: str) -> SubscribeForm:
    """The form at a URL; sets the language to that of the page unless the URL requests another. Raises: NotFound."""
    offer = await SubscribeForm.at(name, block)
    i18n.set_language(requested_language() or offer.content.language)
    return offer


async def _page_of(subscriber: Subscriber | None) -> Page | None:
    """The page whose look and language a response has.

    It is that of the subscriber whose token came by email, otherwise the page named in `?page=`, which tells nothing
    about the token.
    """
    if subscriber is not None:
        return await Page.get_or_none(id=subscriber.page_id).select_related("account")
    name_row = await Name.find(request.args.get("page", ""), held_at=None)
    id = name_row.page_id if name_row else None
    page = await Page.get_or_none(id=id).select_related("account") if id else None
    if page and page.live:
        i18n.set_language(requested_language() or published_content(page)[0].language)
    return page


async def _render(template: str, themed_page: Page | None, status: int = 200, **context: Any) -> Response:
    """The response, with a referrer policy that hides the URL with its token from other sites."""
    field_names = {"EMAIL": EMAIL, "AGREED": AGREED, "TRAP": HONEYPOT}
    response = await render_visitor_page(template, themed_page, status=status, fields=field_names, **context)
    response.headers["Referrer-Policy"] = "no-referrer" if request.path.startswith("/audience/") else "same-origin"
    return response
