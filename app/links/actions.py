"""What can be done to one link or to many at once: pause, resume, archive, delete, tag, and back again.

A row's menu and the bar below a selection post to the same place; a stranger's id is simply not found.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from quart import Blueprint, Response, request

from app.accounts import gate
from app.accounts.models import Account
from app.kernel.db import transaction
from app.kernel.i18n import gettext, number
from app.kernel.ids import parse_uuid
from app.kernel.refusal import N_, NotFound, Refusal
from app.links import listing
from app.links.models import Link
from app.links.search import Search
from app.links.tag import parse as parse_tags
from app.web import envelope, hx

MOST = 500  # as many as the largest plan has
MOST_IN_A_NOTICE = 50  # the notice after a plain form is kept in a cookie
blueprint = Blueprint("link_actions", __name__, url_prefix="/dashboard/links/actions")
gate.protect(blueprint)


class TagMissing(Refusal):
    code, field, says = "INVALID_REQUEST", "tags", N_("Write a tag first.")


class TooManyAtOnce(Refusal):
    code, field, says = "INVALID_REQUEST", "ids", N_("Choose at most %(most)s links at once.")


@dataclass(frozen=True, slots=True)
class Action:
    """`undo` is the action that takes it back; `leaves` the lists it takes a link out of."""

    do: Callable[[Link, Account, str], Awaitable[None]]
    one: str
    many: str
    undo: str = ""
    leaves: frozenset[str] = frozenset()

    def said(self, links: list[Link]) -> str:
        """What happened, by name for one link and by number for more."""
        words = gettext(self.one if len(links) == 1 else self.many)
        return words % {"name": links[0].shown, "num": number(len(links))}


async def _tag(link: Link, account: Account, typed: str) -> None:
    names = parse_tags(typed)
    if not names:
        raise TagMissing
    await link.tag_with(account, names)


LISTED = frozenset({"all", "active", "expired"})
BACK = (N_("%(name)s is back among your links."), N_("%(num)s links are back."))
ACTIONS = {
    "pause": Action(lambda link, *_: link.pause(), N_("%(name)s is paused. Visitors are told so."),
                    N_("%(num)s links are paused."), "resume"),
    "resume": Action(lambda link, *_: link.resume(), N_("%(name)s works again."), N_("%(num)s links work again.")),
    "archive": Action(lambda link, *_: link.archive(), N_("Archived %(name)s. It keeps working."),
                      N_("Archived %(num)s links. They keep working."), "unarchive", LISTED),
    "unarchive": Action(lambda link, *_: link.unarchive(), *BACK, "", frozenset({"archived"})),
    "delete": Action(lambda link, account, _: link.delete_for_now(account), N_("Deleted %(name)s"),
                     N_("Deleted %(num)s links"), "restore", LISTED | {"archived"}),
    "restore": Action(lambda link, account, _: link.restore(account), *BACK, "", frozenset({"deleted"})),
    "tag": Action(_tag, N_("%(name)s is tagged."), N_("%(num)s links are tagged.")),
}


@blueprint.post("/<action>")
async def act(action: str) -> Response:
    """All of the links or, where one refuses, none."""
    account, form = gate.account(), await request.form
    deed, search = ACTIONS.get(action), listing.search_back(form)
    ids = [id for id in map(parse_uuid, form.getlist("ids")) if id]
    links = await (Link.deleted_by if action == "restore" else Link.owned_by)(account).filter(id__in=ids[:MOST])
    if deed is None or not links:
        raise NotFound
    try:
        if len(ids) > MOST:
            raise TooManyAtOnce(most=MOST)
        async with transaction():
            for link in links:
                await deed.do(link, account, form.get("tags", ""))
    except Refusal as refusal:
        return await _answer(search, [], {"text": envelope.said(refusal), "kind": "bad"})
    return await _answer(search, links, _toast(deed, links, search), deed)


def _toast(deed: Action, links: list[Link], search: Search) -> dict[str, Any]:
    said = deed.said(links)
    if not deed.undo or (len(links) > MOST_IN_A_NOTICE and not hx.asks_for_fragment()):
        return {"text": said}
    fields = [("ids", str(link.id)) for link in links] + [("back", search.address())]
    return {"text": said, "undo": f"/dashboard/links/actions/{deed.undo}", "fields": fields}


async def _answer(search: Search, links: list[Link], toast: dict[str, Any], deed: Action | None = None) -> Response:
    """The rows that left or changed, the numbers, and a toast; the whole list where rows come back into it."""
    account, leaves = gate.account(), bool(deed and search.show in deed.leaves)
    comes_back = bool(links) and not leaves and deed in (ACTIONS["restore"], ACTIONS["unarchive"])
    links = await Link.filter(id__in=[link.id for link in links]).prefetch_related("tags") if links else []
    region = await listing.region(account, search) | await listing.fresh(account)
    region["sparks"] |= await listing.sparks(account, links)
    return await hx.done(
        "links/_acted.html", search.address(), toast, event="links:changed", toast=toast,
        gone=links if leaves else [], changed=[] if leaves or comes_back else links, whole=comes_back, **region,
    )
