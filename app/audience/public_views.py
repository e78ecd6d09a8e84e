"""What subscribers meet: the form of a page, the thanks, and the page where they confirm, leave or are deleted.

No script, no cookie. Whether an address is on a list is told to nobody but its owner: a token that opens nothing gets
the same pages as one that does.
"""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, request

from app.audience.models import Subscriber
from app.audience.subscribe_form import AGREED, EMAIL, TRAP, Offer
from app.kernel import i18n
from app.kernel.refusal import NotFound, Refusal
from app.kernel.throttle import Throttle
from app.names.models import Name
from app.pages.models import Page
from app.pages.public.page_cache import published
from app.pages.public.visitor_page import visitor_page
from app.web import client_info, envelope
from app.web.forms import Form

blueprint = Blueprint("subscribing", __name__)
by_address = Throttle("tokens of subscribers by address", 60, 15)
DEEDS = ("confirm", "unsubscribe", "delete")


@blueprint.get("/<name>/subscribe-<block>")
async def ask(name: str, block: str) -> Response:
    """The form alone, for who was sent back to it or has its address."""
    offer = await _offer(name, block)
    return await _shown("audience/form.html", offer.page, offer=offer, form=Form())


@blueprint.post("/<name>/subscribe-<block>")
async def subscribe(name: str, block: str) -> Response:
    offer, form = await _offer(name, block), await Form.submitted()
    try:
        token = await offer.subscribe(form[EMAIL], agreed=form.given(AGREED), trap=form[TRAP],
                                      address=client_info.address())
    except Refusal as refusal:
        page = await _shown("audience/form.html", offer.page, envelope.status_of(refusal), offer=offer,
                            form=form.blame(refusal))
        if refusal.retry_after is not None:
            page.headers["Retry-After"] = str(refusal.retry_after)
        return page
    return await _shown("audience/thanks.html", offer.page, offer=offer, token=token)


@blueprint.get("/audience/<token>")
async def choose(token: str) -> Response:
    """What can be done with a token; opening it does nothing, because programs open the links of mails too."""
    await by_address.attempt(client_info.address())
    subscriber, by_mail = await Subscriber.holding(token)
    if subscriber and by_mail:
        i18n.use(_asked() or subscriber.language)
    page = await _page(subscriber if by_mail else None)
    return await _shown("audience/token.html", page, subscriber=subscriber if by_mail else None)


@blueprint.post("/audience/<token>")
async def act(token: str) -> Response:
    """Confirms, unsubscribes or deletes. Refusals: NotFound for any other deed, and for confirming without the mail."""
    await by_address.attempt(client_info.address())
    deed = (await Form.submitted())["do"]
    subscriber, by_mail = await Subscriber.holding(token)
    if deed not in DEEDS or (deed == "confirm" and not by_mail):
        raise NotFound
    page = await _page(subscriber if by_mail else None)
    if subscriber:
        if by_mail:
            i18n.use(_asked() or subscriber.language)
        deeds = {"confirm": subscriber.confirm, "unsubscribe": subscriber.unsubscribe, "delete": subscriber.erase}
        await deeds[deed]()
    elif deed != "confirm":
        await Subscriber.leave_after_deletion(token, erase=deed == "delete")
    return await _shown("audience/done.html", page, deed=deed, page=page if page and page.live else None)


async def _offer(name: str, block: str) -> Offer:
    """Speaks the language of the page from here on, unless asked otherwise."""
    offer = await Offer.at(name, block)
    i18n.use(_asked() or offer.content.language)
    return offer


def _asked() -> str:
    asked = request.args.get("lang", "")
    return asked if asked in i18n.LANGUAGES else ""


async def _page(subscriber: Subscriber | None) -> Page | None:
    """The page in whose look, and language, a token is shown: that of the subscriber who came by the mail, else the one
    that `?page=` names, which says nothing of the token."""
    if subscriber is not None:
        return await Page.get_or_none(id=subscriber.page_id).select_related("account")
    found = await Name.find(request.args.get("page", ""), held_at=None)
    page = await Page.get_or_none(id=found.page_id).select_related("account") if found and found.page_id else None
    if page and page.live:
        i18n.use(_asked() or published(page)[0].language)
    return page


async def _shown(template: str, look: Page | None, status: int = 200, **context: Any) -> Response:
    """These are for one person: no other site learns their address."""
    words = {"EMAIL": EMAIL, "AGREED": AGREED, "TRAP": TRAP}
    response = await visitor_page(template, look, status=status, fields=words, **context)
    response.headers["Referrer-Policy"] = "no-referrer" if request.path.startswith("/audience/") else "same-origin"
    return response
