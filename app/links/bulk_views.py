"""What can be done to one link or to many at once: pause, resume, archive, delete, tag, untag, and back again.

A row's menu and the bar below a selection post to the same place; a stranger's id is simply not found. With `all` the
action is for every link that the list's search finds, up to 1,000 at once; those that it would not change are passed
over, so that the same again goes on with the rest.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request
from werkzeug.datastructures import MultiDict

from app.accounts import authentication
from app.kernel import clock, time_parser
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.i18n import number
from app.kernel.refusal import N_, InvalidRequest, NotFound, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.links import bulk_actions, listing
from app.links.bulk_actions import ACTIONS, MOST, Order
from app.links.forms import LinkForm
from app.links.link_search import Search
from app.links.models import Link
from app.links.tag import parse as parse_tags
from app.links.views import show_page
from app.web import envelope, htmx
from app.web.forms import Form

MOST_IN_A_NOTICE = 50  # more are undone by when they were changed: the notice after a plain form is kept in a cookie
WORDED = ("tag", "untag")  # the actions that need tags
blueprint = Blueprint("link_actions", __name__, url_prefix="/dashboard/links/actions")
authentication.protect(blueprint)


class TagMissing(InvalidRequest):
    field, says = "tags", N_("Write a tag first.")


class TooManyAtOnce(InvalidRequest):
    field, says = "ids", N_("Choose at most %(most)s links at once.")


class NothingChosen(InvalidRequest):
    field, says = "ids", N_("Choose at least one link first.")


class NothingToChange(InvalidRequest):
    field, says = "ids", N_("There is nothing left to change there.")


@blueprint.post("/<action>")
async def act(action: str) -> Response:
    """All of the links or, where one refuses, none."""
    if action not in ACTIONS:
        raise NotFound
    form = await request.form
    search = listing.search_of(form.get("back", "")) if form.get("all") else listing.search_back(form)
    try:
        order = Order(authentication.account(), clock.now(), _tags(action, form))
        async with transaction():
            ids, more = await _chosen(action, form, order, search)
            links, changed = await bulk_actions.carry_out(action, order, ids)
            if not links:
                raise NothingToChange if form.get("all") else NotFound
    except NotFound:
        raise
    except Refusal as refusal:
        return await _refused(action, search, form, refusal)
    return await _answer(action, search, links, _toast(action, order, links, changed, search, more))


async def _chosen(action: str, form: MultiDict[str, str], order: Order, search: Search) -> tuple[list[UUID], int]:
    """The links that are meant: all of the search, those changed at a moment, or those of the ids; and how many more
    of a search there are. Refusals: NothingChosen, TooManyAtOnce."""
    if form.get("all"):
        return await bulk_actions.found(action, order, search)
    column = bulk_actions.column_of_undoing(action)
    if column and (at := _moment(form.get("at", ""))):
        changed = bulk_actions.links_for(action, order.account).filter(**{column: at})
        return list(await changed.limit(MOST).values_list("id", flat=True)), 0  # type: ignore[arg-type]
    if not form.getlist("ids"):
        raise NothingChosen
    ids = [id for id in map(parse_uuid, form.getlist("ids")) if id]
    if len(ids) > MOST:
        raise TooManyAtOnce(most=MOST)
    return ids, 0


def _tags(action: str, form: MultiDict[str, str]) -> list[str]:
    """Refusals: TagMissing, those of `tag.parse`."""
    names = parse_tags(form.get("tags", "")) if action in WORDED else []
    if action in WORDED and not names:
        raise TagMissing
    return names


def _toast(action: str, order: Order, links: list[Link], changed: list[UUID], search: Search,
           more: int) -> dict[str, Any]:
    """What happened, and how to take back what was `changed`, where anything was."""
    deed = ACTIONS[action]
    said = deed.said(links)
    if more:
        said += " " + _("%(num)s more match. Do the same again for those.") % {"num": number(more)}
    if not deed.undo or not changed:
        return {"text": said}
    fields = [("ids", str(id)) for id in changed]
    if len(changed) > MOST_IN_A_NOTICE:
        fields = [("at", order.at.isoformat())]
    fields.append(("back", search.address()))
    return {"text": said, "undo": f"/dashboard/links/actions/{deed.undo}", "fields": fields}


async def _refused(action: str, search: Search, form: MultiDict[str, str], refusal: Refusal) -> Response:
    """A toast for htmx, which leaves the page as it is; else the page again, the same rows ticked and the tags kept."""
    if htmx.asks_for_fragment():
        return await _answer(action, search, [], {"text": envelope.said(refusal), "kind": "bad"})
    bulk_form = Form({name: form[name] for name in ("tags", "all") if name in form}).blame(refusal)
    region = await listing.region(authentication.account(), search) | {"bulk": bulk_form}
    chosen = set(form.getlist("ids"))
    for link in region["links"]:
        link.chosen = str(link.id) in chosen
    return await show_page(region, LinkForm(), envelope.status_of(refusal))


async def _answer(action: str, search: Search, links: list[Link], toast: dict[str, Any]) -> Response:
    """The rows that left or changed, the numbers, and a toast; the whole list where rows come back or many changed."""
    account, leaves = authentication.account(), search.show in ACTIONS[action].leaves
    many = len(links) > listing.SIZE
    whole = many or (bool(links) and not leaves and action in {"restore", "unarchive"})
    region = await listing.region(account, search) | await listing.fresh(account)
    shown = [] if whole else await Link.filter(id__in=[link.id for link in links]).prefetch_related("tags")
    region["sparks"] |= await listing.sparks(account, shown)
    event = "links:changed, links:picked-none" if many else "links:changed"
    return await htmx.done(
        "links/_acted.html", search.address(), toast, event=event,
        toast=toast, gone=shown if leaves else [], changed=[] if leaves else shown, whole=whole, **region,
    )


def _moment(text: str) -> datetime | None:
    try:
        return time_parser.parse(text)
    except ValueError:
        return None
