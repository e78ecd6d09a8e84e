"""The front door: what happens when somebody follows a short link."""

import re
from urllib.parse import quote

from quart import Blueprint, Response, abort, current_app, g, render_template, request
from werkzeug.datastructures import Headers as Answered
from werkzeug.exceptions import MethodNotAllowed

from app.front import page_views
from app.front.decision import CLOSED, UNKNOWN, Answer, answer, destination
from app.front.query_forwarding import encoded
from app.front.redirect_service import Following, Headers
from app.kernel import clock, site
from app.kernel.display_url import readable
from app.kernel.refusal import N_, Refusal
from app.kernel.throttle import Throttle
from app.links.lifecycle import State
from app.links.models import Link, admit
from app.links.resolution import Leaf, Target
from app.names import slug as slugs
from app.pages.models import Page
from app.visits.parse import visitor_kind
from app.visits.visit import Purpose, Who
from app.web import client_info, csrf, envelope, hosts, security_headers
from app.web.forms import Form

blueprint = Blueprint("front", __name__)
LEADS_ON = security_headers.VISITOR.replace("form-action 'self'", "form-action 'self' http: https:")
READ, FORMS = ("GET", "HEAD"), {"front/locked.html", "front/limited.html"}
NAMED = re.compile("/([^/]+)/?")
PREVIEW = re.compile(r"([^+]*)\+[^\w+]*")  # punctuation of a sentence may stand behind it
by_address = Throttle("unlock by link and address", 10, 15)
by_link = Throttle("unlock by link", 300, 15)


class Closing(Refusal):
    code, says = "BUSY", N_("We are restarting. Try again in a second.")


class WrongLinkPassword(Refusal):
    code, field, says = "WRONG_PASSWORD", "password", N_("Wrong password.")


@blueprint.before_request
async def keep_to_the_front() -> None:
    """What stands below another surface's first segment is not a name; `/dashboard/typo` is that surface's 404."""
    if hosts.surface() not in {"public", "marketing"}:
        abort(404)


@blueprint.before_app_request
async def say_what_a_name_takes() -> None:
    """A method that no name takes is refused with those that this one does: the rules of the app know no name."""
    name = NAMED.fullmatch(request.path) if hosts.surface() == "public" else None
    if name and isinstance(request.routing_exception, MethodNotAllowed):
        raise MethodNotAllowed(await _methods_of(name[1]))


async def _methods_of(name: str) -> tuple[str, ...]:
    """What may be sent to a name (RFC 9110 §10.2.1): a form only where a password or a click limit waits for one."""
    link, known, _page = await _standing(name)
    given = answer(link, known, "", clock.now())
    pressed = link is not None and bool(given.location) and link.click_limit is not None
    return (*READ, "POST") if pressed or given.page == "locked" else READ


@blueprint.get("/<name>")
async def follow(name: str) -> Response:
    if name.startswith("@"):
        query = encoded(_query())
        return _redirect("/" + quote(name[1:]) + (query and f"?{query}"), 302)
    if preview := PREVIEW.fullmatch(name):
        return await _preview(preview[1])
    link, known, leaf = await _standing(name)
    if leaf is not None:
        return await page_views.show(leaf) or await _hidden(leaf)
    given = answer(link, known, _query(), clock.now())
    if link and given.location:
        return await _followed(link, given)
    return await _given(given, link)


@blueprint.post("/<name>")
async def unlock(name: str) -> Response:
    """Leads on whoever sends the form of a locked link with its password, or presses the button of a limited one.

    Raises MethodNotAllowed where no form is: of a link that has ended since, the page says so.
    """
    link, known, leaf = await _standing(name)
    if leaf is not None:
        raise MethodNotAllowed(READ)
    given = answer(link, known, _query(), clock.now())
    if given.location and link and link.click_limit is not None:
        return await _followed(link, given._replace(status=303))
    if given.page != "locked" or link is None:
        if given.location or given == UNKNOWN:
            raise MethodNotAllowed(READ)
        return await _given(given, link)
    csrf.require()
    form = await Form.submitted()
    try:
        await _open(link, form["password"])
    except Refusal as refusal:
        return await _locked(link, form.blame(refusal), refusal)
    return await _followed(link, Answer(303, location=destination(link, _query())))


async def _open(link: Link, password: str) -> None:
    """Refusals: WrongLinkPassword, and TooManyAttempts after some of it."""
    await by_address.attempt(f"{link.id} {client_info.address()}")
    await by_link.attempt(str(link.id))
    if not await link.opens_with(password):
        raise WrongLinkPassword
    await by_address.take_back(f"{link.id} {client_info.address()}")
    await by_link.take_back(str(link.id))


async def _standing(name: str) -> tuple[Link | None, bool, Leaf | None]:
    """As Link.named, or the page; names that nobody has, which robots try by the thousand, need no Tortoise.

    A name that nobody has is looked for again without the punctuation behind it.
    """
    found = await page_views.standing(name)
    for meant in slugs.without_punctuation(name) if not found.known else ():
        if (again := await page_views.standing(meant)).known:
            name, found = meant, again
            break
    if not found.known or found.page is not None:
        return None, found.known, found.page
    return *await Link.named(name), None


def _query() -> str:
    return request.query_string.decode("latin1")


async def _followed(link: Link, given: Answer) -> Response:
    """Records the visit and leads on. A click limit lets people through, as many as it says; others only look.

    A preview or a bot gets a page with a button, which a person can press; a prefetch is told to come again as a click.
    Refusals: Closing, where nothing is recorded any more: what is not recorded is not answered.
    """
    following: Following = current_app.extensions["following"]
    if following.recording is None:
        raise Closing(retry_after=1)
    headers = Headers(following.wanted, request.scope["headers"])
    visitor = following.visitor(request.method, request.remote_addr or "", _query(), headers)
    if request.method == "POST" and link.click_limit is not None:
        visitor = visitor._replace(purpose=Purpose.PRESS)
    looks = link.click_limit is not None and visitor_kind(visitor) is not Who.HUMAN
    if link.click_limit is not None and not looks and not await admit(link.id):
        return await _given(CLOSED[State.USED_UP], link)
    following.answered["quart"] += not looks
    target = Target.of(link, await page_views.kept_of(link))
    await following.recording.journal.record(following.noted(target, visitor, clock.now()))
    if not looks:
        return _redirect(given.location, given.status)
    return _not_yet() if visitor.purpose is Purpose.PREFETCH else await _shown("front/limited.html", 200, link=link)


def _not_yet() -> Response:
    """For a browser that fetches ahead: nothing to keep, so that the click asks again (RFC 9110 §15.6.4)."""
    return Response("", 503, {"Cache-Control": "no-store", "Retry-After": "1", "X-Robots-Tag": "noindex"})


async def _preview(name: str) -> Response:
    link, known, leaf = await _standing(name)
    if leaf is not None:
        return _redirect("/" + quote(name), 302)
    given = answer(link, known, "", clock.now())
    if link is None or given.page not in {"", "locked"}:
        return await _given(given, link)
    private = link.state is State.LOCKED
    leads = None if private else readable(link.destination_url)
    return await _shown("front/preview.html", 200, link=link, private=private, leads=leads)


async def _given(given: Answer, link: Link | None) -> Response:
    if given.location:
        return _redirect(given.location, given.status)
    if given.page == "locked" and link:
        return await _locked(link, Form())
    return await _shown("front/closed.html", given.status, page=given.page, link=link)


async def _hidden(leaf: Leaf) -> Response:
    """A page that is not live: one that was never published, was taken off, or was blocked by the operator."""
    if not leaf.blocked:
        return await _shown("front/closed.html", 404, page="unknown", link=None)
    return await _shown("front/closed.html", 451, page="blocked", link=await Page.get(id=leaf.id))


async def _locked(link: Link, form: Form, refusal: Refusal | None = None) -> Response:
    status = envelope.status_of(refusal) if refusal else 200
    page = await _shown("front/locked.html", status, link=link, form=form)
    if refusal and refusal.retry_after:
        page.headers["Retry-After"] = str(refusal.retry_after)
    return page


async def _shown(template: str, status: int, **context: object) -> Response:
    page = Response(await render_template(template, home=site.url("marketing"), **context), status)
    page.headers["Cache-Control"] = "private, no-store"
    page.headers["Referrer-Policy"] = "no-referrer" if template == "front/preview.html" else "same-origin"
    page.headers["X-Robots-Tag"] = "noindex"
    if template in FORMS:  # browsers hold the redirect after a form against form-action
        page.headers["Content-Security-Policy"] = LEADS_ON
    return page


def _redirect(location: str, status: int) -> Response:
    """The same headers as the lanes send, and no others (see `bare`)."""
    g.bare = True
    response = Response("", status)
    response.headers = Answered(Answer(status, location=location).headers(secure=site.current().secure))
    return response
