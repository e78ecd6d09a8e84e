"""The page of an account's tags: rename, recolour, merge, delete."""

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
    """The page of tags."""
    return await _page()


@blueprint.post("/<int:id>")
async def update(id: int) -> Response:
    """Changes name and colour of a tag; a refused form is shown again."""
    account, form = authentication.account(), await Form.submitted()
    tag = await tag_changes.own(account, id)
    try:
        await tag_changes.change(account, tag, form["name"], _colour(form["colour"]))
    except Refusal as refusal:
        return await _page(tag, form.blame(refusal), envelope.status_of(refusal))
    return await _redirect_with_message(_("Saved %(name)s") % {"name": isolated(tag.name)})


@blueprint.post("/<int:id>/merge")
async def merge(id: int) -> Response:
    """Merges a tag into another one; a refused form is shown again."""
    account, form = authentication.account(), await Form.submitted()
    tag = await tag_changes.own(account, id)
    try:
        remaining = await tag_changes.merge(account, tag, form["into"])
    except Refusal as refusal:
        return await _page(tag, form.blame(refusal), envelope.status_of(refusal))
    names = {"name": isolated(tag.name), "other": isolated(remaining.name)}
    return await _redirect_with_message(_("%(name)s was merged into %(other)s.") % names)


@blueprint.get("/<int:id>/delete")
async def ask(id: int) -> Response:
    """The page that asks for confirmation, because the deletion cannot be undone."""
    tag = await tag_changes.own(authentication.account(), id)
    count = (await tag_changes.counts([tag])).get(tag.id, 0)
    consequence = ngettext("It is removed from %(num)s link, which otherwise stays as it is.",
                           "It is removed from %(num)s links, which otherwise stay as they are.", count)
    consequence %= {"num": number(count)}
    return await htmx.answer("tags/delete.html", tag=tag, consequence=consequence, active="links")


@blueprint.post("/<int:id>/delete")
async def delete(id: int) -> Response:
    """Deletes a tag."""
    tag = await tag_changes.own(authentication.account(), id)
    await tag_changes.delete(tag)
    return await _redirect_with_message(_("Deleted %(name)s") % {"name": isolated(tag.name)})


async def _redirect_with_message(message: str) -> Response:
    await flash(message)
    return htmx.go(HOME)


async def _page(refused_tag: Tag | None = None, form: Form | None = None, status: int = 200) -> Response:
    """The page of tags; with a refused form, the form of that tag as it was submitted."""
    context = await _list(refused_tag) | {"form": form or Form()}
    return await htmx.answer("tags/index.html", status=status, active="links", **context)


async def _list(refused_tag: Tag | None = None) -> dict[str, Any]:
    """The context of one page of tags by name, starting after the parameter `after`; includes the refused tag."""
    account = authentication.account()
    q = text.line(request.args.get("q", "")[:LONGEST_SEARCH], LONGEST_SEARCH, "q")
    after, own_tags = folded_tag(request.args.get("after", "")), Tag.owned_by(account)
    matches = own_tags.filter(folded__contains=folded_tag(q)) if q else own_tags
    tags = await matches.filter(folded__gt=after).order_by("folded").limit(SIZE + 1)
    next_after = tags[SIZE - 1].folded if len(tags) > SIZE else ""
    page_tags = tags[:SIZE]
    if refused_tag and refused_tag.id not in {tag.id for tag in page_tags}:
        page_tags.insert(0, refused_tag)
    choices = await own_tags.order_by("folded").limit(MOST_CHOICES)
    return {"tags": page_tags, "more": next_after, "q": q, "counts": await tag_changes.counts(page_tags),
            "choices": choices, "colours": COLOURS, "opened": refused_tag}


def _colour(raw: str) -> int:
    """The number in the field, or 0 if it is no number."""
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 3 else 0
