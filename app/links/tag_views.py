"""The page of an account's tags: rename, colour, merge, delete."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.kernel import text
from app.kernel.bidi import isolated
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext, number
from app.kernel.refusal import N_, Refusal
from app.kernel.search_text import LONGEST as LONGEST_SEARCH
from app.links import tag_changes
from app.links.tag import Tag, folded_tag
from app.web import envelope, htmx
from app.web.forms import Form

SIZE, MOST_CHOICES = 50, 500
HOME = "/dashboard/links/tags/"
COLOURS = ((1, N_("Indigo")), (2, N_("Orange")), (3, N_("Green")), (4, N_("Magenta")), (5, N_("Blue")),
           (6, N_("Brown")))
blueprint = Blueprint("tags", __name__, url_prefix="/dashboard/links/tags")
authentication.protect(blueprint)


@blueprint.get("/")
async def index() -> Response:
    return await _page()


@blueprint.post("/<int:id>")
async def update(id: int) -> Response:
    account, form = authentication.account(), await Form.submitted()
    tag = await tag_changes.own(account, id)
    try:
        await tag_changes.change(account, tag, form["name"], _colour(form["colour"]))
    except Refusal as refusal:
        return await _page(tag, form.blame(refusal), envelope.status_of(refusal))
    return await _done(_("Saved %(name)s") % {"name": isolated(tag.name)})


@blueprint.post("/<int:id>/merge")
async def merge(id: int) -> Response:
    account, form = authentication.account(), await Form.submitted()
    tag = await tag_changes.own(account, id)
    try:
        into = await tag_changes.merge(account, tag, form["into"])
    except Refusal as refusal:
        return await _page(tag, form.blame(refusal), envelope.status_of(refusal))
    return await _done(_("%(name)s is now %(other)s.") % {"name": isolated(tag.name), "other": isolated(into.name)})


@blueprint.get("/<int:id>/delete")
async def ask(id: int) -> Response:
    """Asks first: which links wore a tag cannot be brought back."""
    tag = await tag_changes.own(authentication.account(), id)
    worn = (await tag_changes.counts([tag])).get(tag.id, 0)
    said = ngettext("%(num)s link loses it and stays as it is otherwise.",
                    "%(num)s links lose it and stay as they are otherwise.", worn) % {"num": number(worn)}
    return await htmx.answer("tags/delete.html", tag=tag, said=said, active="links")


@blueprint.post("/<int:id>/delete")
async def delete(id: int) -> Response:
    tag = await tag_changes.own(authentication.account(), id)
    await tag_changes.delete(tag)
    return await _done(_("Deleted %(name)s") % {"name": isolated(tag.name)})


async def _done(said: str) -> Response:
    await flash(said)
    return htmx.go(HOME)


async def _page(opened: Tag | None = None, form: Form | None = None, status: int = 200) -> Response:
    """The list; with the form of one tag as it was typed and refused."""
    shown = await _list(opened) | {"form": form or Form()}
    return await htmx.answer("tags/index.html", status=status, active="links", **shown)


async def _list(opened: Tag | None = None) -> dict[str, Any]:
    """A page of tags by name, from the one after `after` on; the refused one is always among them."""
    account = authentication.account()
    q = text.line(request.args.get("q", "")[:LONGEST_SEARCH], LONGEST_SEARCH, "q")
    after, mine = folded_tag(request.args.get("after", "")), Tag.owned_by(account)
    matches = mine.filter(folded__contains=folded_tag(q)) if q else mine
    tags = await matches.filter(folded__gt=after).order_by("folded").limit(SIZE + 1)
    more = tags[SIZE - 1].folded if len(tags) > SIZE else ""
    shown = tags[:SIZE]
    if opened and opened.id not in {tag.id for tag in shown}:
        shown.insert(0, opened)
    choices = await mine.order_by("folded").limit(MOST_CHOICES)
    return {"tags": shown, "more": more, "q": q, "counts": await tag_changes.counts(shown), "choices": choices,
            "colours": COLOURS, "opened": opened}


def _colour(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 3 else 0
