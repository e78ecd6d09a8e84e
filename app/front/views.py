"""The front door: what happens when somebody follows a short link."""

import re
from urllib.parse import quote

from quart import Blueprint, Response, abort, current_app, g, render_template, request
from werkzeug.datastructures import Headers as Answered
from werkzeug.exceptions import MethodNotAllowed

from app.front import leaves
from app.front.answer import CLOSED, Answer, answer, destination
from app.front.following import Following, Headers
from app.front.query import encoded
from app.front.readable import readable
from app.kernel import clock, site
from app.kernel.refusal import N_, Refusal
from app.kernel.throttle import Throttle
from app.links.lifecycle import State
from app.links.models import Link, admit
from app.links.target import Leaf, Target
from app.names import slug as slugs
from app.pages.models import Page
from app.web import client, envelope, headers, hosts
from app.web.forms import Form

blueprint = Blueprint("front", __name__)
LEADS_ON = headers.VISITOR.replace("form-action 'self'", "form-action 'self' http: https:")
READ = ("GET", "HEAD")
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


@blueprint.get("/<name>")
async def follow(name: str) -> Response:
    if name.startswith("@"):
        query = encoded(_query())
        return _redirect("/" + quote(name[1:]) + (query and f"?{query}"), 302)
    if preview := PREVIEW.fullmatch(name):
        return await _preview(preview[1])
    link, known, leaf = await _standing(name)
    if leaf is not None:
        return await leaves.show(leaf) or await _hidden(leaf)
    given = answer(link, known, _query(), clock.now())
    if given.location and link and not await _passed(link):
        given = CLOSED[State.USED_UP]
    return await _given(given, link)


@blueprint.post("/<name>")
async def unlock(name: str) -> Response:
    link, known, leaf = await _standing(name)
    if leaf is not None:
        raise MethodNotAllowed(READ)
    given = answer(link, known, "", clock.now())
    if given.page != "locked" or link is None:
        if given.location:
            raise MethodNotAllowed(READ)
        return await _given(given, link)
    form = await Form.submitted()
    try:
        await by_address.attempt(f"{link.id} {client.address()}")
        await by_link.attempt(str(link.id))
        if not await link.opens_with(form["password"]):
            raise WrongLinkPassword
        await by_address.take_back(f"{link.id} {client.address()}")
        await by_link.take_back(str(link.id))
    except Refusal as refusal:
        return await _locked(link, form.blame(refusal), refusal)
    if not await _passed(link):
        return await _given(CLOSED[State.USED_UP], link)
    return _redirect(destination(link, _query()), 303)


async def _standing(name: str) -> tuple[Link | None, bool, Leaf | None]:
    """As Link.named, or the page; names that nobody has, which robots try by the thousand, need no Tortoise.

    A name that nobody has is looked for again without the punctuation behind it.
    """
    found = await leaves.standing(name)
    for meant in slugs.without_punctuation(name) if not found.known else ():
        if (again := await leaves.standing(meant)).known:
            name, found = meant, again
            break
    if not found.known or found.page is not None:
        return None, found.known, found.page
    return *await Link.named(name), None


def _query() -> str:
    return request.query_string.decode("latin1")


async def _passed(link: Link) -> bool:
    """Records the visit; False when a click limit keeps it out. HEAD looks, and uses nothing up.

    Refusals: Closing, where nothing is recorded any more: what is not recorded is not answered.
    """
    if link.click_limit is not None and request.method != "HEAD" and not await admit(link.id):
        return False
    following: Following = current_app.extensions["following"]
    if following.recording is None:
        raise Closing(retry_after=1)
    headers = Headers(following.wanted, request.scope["headers"])
    visitor = following.visitor(request.method, request.remote_addr or "", _query(), headers)
    following.answered["quart"] += 1
    target = Target.of(link, await leaves.kept_of(link))
    await following.recording.journal.record(following.noted(target, visitor, clock.now()))
    return True


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
    page.headers["Content-Security-Policy"] = LEADS_ON  # browsers hold the redirect after a form against form-action
    if refusal and refusal.retry_after:
        page.headers["Retry-After"] = str(refusal.retry_after)
    return page


async def _shown(template: str, status: int, **context: object) -> Response:
    page = Response(await render_template(template, home=site.url("marketing"), **context), status)
    page.headers["Cache-Control"] = "private, no-store"
    page.headers["Referrer-Policy"] = "no-referrer" if template == "front/preview.html" else "same-origin"
    page.headers["X-Robots-Tag"] = "noindex"
    return page


def _redirect(location: str, status: int) -> Response:
    """The same headers as the lanes send, and no others (see `bare`)."""
    g.bare = True
    response = Response("", status)
    response.headers = Answered(Answer(status, location=location).headers(secure=site.current().secure))
    return response
