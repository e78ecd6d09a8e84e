"""What can be done to one link or to many at once: pause, resume, archive, delete, tag, and back again.

A row's menu and the bar below a selection post to the same place; a stranger's id is simply not found.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import gate
from app.accounts.models import Account
from app.kernel.i18n import ngettext
from app.kernel.refusal import NotFound, Refusal
from app.links import listing
from app.links.models import Link
from app.links.search import Search
from app.links.tag import parse as parse_tags
from app.web import envelope, hx

MOST = 100
blueprint = Blueprint("link_actions", __name__, url_prefix="/dashboard/links/actions")
gate.protect(blueprint)


@dataclass(frozen=True, slots=True)
class Action:
    """`undo` is the action that takes it back; `leaves` the lists it takes a link out of."""

    do: Callable[[Link, Account, str], Awaitable[None]]
    said: Callable[[int], str]
    undo: str = ""
    leaves: frozenset[str] = frozenset()


LISTED = frozenset({"all", "active", "expired"})
ACTIONS = {
    "pause": Action(
        lambda link, *_: link.pause(),
        lambda n: ngettext("%(name)s is paused. Visitors are told so.", "%(num)s links are paused.", n), "resume"),
    "resume": Action(
        lambda link, *_: link.resume(), lambda n: ngettext("%(name)s works again.", "%(num)s links work again.", n)),
    "archive": Action(
        lambda link, *_: link.archive(),
        lambda n: ngettext("Archived %(name)s. It goes on working.", "Archived %(num)s links. They go on working.", n),
        "unarchive", LISTED),
    "unarchive": Action(
        lambda link, *_: link.unarchive(),
        lambda n: ngettext("%(name)s is back among your links.", "%(num)s links are back.", n), "",
        frozenset({"archived"})),
    "delete": Action(
        lambda link, account, _: link.delete_for_now(account),
        lambda n: ngettext("Deleted %(name)s", "Deleted %(num)s links", n), "restore", LISTED | {"archived"}),
    "restore": Action(
        lambda link, account, _: link.restore(account),
        lambda n: ngettext("%(name)s is back among your links.", "%(num)s links are back.", n), "",
        frozenset({"deleted"})),
    "tag": Action(
        lambda link, account, tags: link.tag_with(account, parse_tags(tags)),
        lambda n: ngettext("%(name)s is tagged.", "%(num)s links are tagged.", n)),
}


@blueprint.post("/<action>")
async def act(action: str) -> Response:
    account, form = gate.account(), await request.form
    deed, search = ACTIONS.get(action), listing.search_back(form)
    ids = [UUID(id) for id in form.getlist("ids")[:MOST] if _is_uuid(id)]
    links = await (Link.deleted_by if action == "restore" else Link.owned_by)(account).filter(id__in=ids)
    if deed is None or not links:
        raise NotFound
    try:
        for link in links:
            await deed.do(link, account, form.get("tags", ""))
    except Refusal as refusal:
        return await _answer(search, [], {"text": envelope.said(refusal), "kind": "bad"})
    said = deed.said(len(links)) % {"name": links[0].shown, "num": len(links)}
    return await _answer(search, links, _toast(said, deed.undo, links, search), deed)


def _toast(said: str, undo: str, links: list[Link], search: Search) -> dict[str, Any]:
    if not undo:
        return {"text": said}
    fields = [("ids", str(link.id)) for link in links] + [("back", search.address())]
    return {"text": said, "undo": f"/dashboard/links/actions/{undo}", "fields": fields}


async def _answer(search: Search, links: list[Link], toast: dict[str, Any], deed: Action | None = None) -> Response:
    """The rows that left or changed, the numbers, and a toast; the whole list where rows come back into it."""
    account, leaves = gate.account(), bool(deed and search.show in deed.leaves)
    comes_back = bool(links) and not leaves and deed in (ACTIONS["restore"], ACTIONS["unarchive"])
    for link in links:
        await link.fetch_related("tags")
    region = await listing.region(account, search) | await listing.fresh(account)
    return await hx.done(
        "links/_acted.html", search.address(), toast, event="links:changed", toast=toast,
        gone=links if leaves else [], changed=[] if leaves or comes_back else links, whole=comes_back, **region,
    )


def _is_uuid(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False
