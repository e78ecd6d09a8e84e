"""The page of an account's tags: rename, recolour, describe, merge, delete."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.kernel import text
from app.kernel.bidi import isolate
from app.kernel.i18n import format_number, ngettext
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Refusal
from app.kernel.search_text import MAX_QUERY_LENGTH as LONGEST_SEARCH
from app.links import tag_changes
from app.links.tag import Tag, fold_tag
from app.links.tag_changes import TagValues
from app.web import envelope, htmx
from app.web.first_rows import first_rows
from app.web.forms import Form

SIZE, MOST_CHOICES = 50, 200  # MOST_CHOICES: of tags to merge one into; where there are more, its name is typed
HOME = "/dashboard/links/tags/"
COLOURS = (
    (1, N_("Indigo")),
    (2, N_("Orange")),
    (3, N_("Green")),
    (4, N_("Magenta")),
    (5, N_("Blue")),
    (6, N_("Brown")),
)
blueprint = Blueprint("tags", __name__, url_prefix="/dashboard/links/tags")
authentication.require_sign_in(blueprint, BlueprintActs(acts={"delete_confirmation": EDIT}))


@blueprint.get("/")
async def list_tags() -> Response:
    """The page of tags."""
    return await _page()


@blueprint.post("/<int:id>")
async def update_tag(id: int) -> Response:
    """Changes name, colour and description of a tag; a refused form is shown again."""
    account, form = authentication.current_account(), await Form.submitted()
    tag = await tag_changes.get_owned_tag(account, id)
    try:
        await tag_changes.update_tag(account, tag, **_values(form))
    except Refusal as refusal:
        return await _page(tag, form.blame(refusal), envelope.page_status(refusal))
    return await _redirect_with_message(_("Saved %(name)s") % {"name": isolate(tag.name)})


@blueprint.post("/<int:id>/merge")
async def merge_tags(id: int) -> Response:
    """Merges a tag into another one; a refused form is shown again."""
    account, form = authentication.current_account(), await Form.submitted()
    tag = await tag_changes.get_owned_tag(account, id)
    try:
        remaining = await tag_changes.merge_tags(account, tag, form["into"])
    except Refusal as refusal:
        return await _page(tag, form.blame(refusal), envelope.page_status(refusal))
    names = {"name": isolate(tag.name), "other": isolate(remaining.name)}
    return await _redirect_with_message(_("%(name)s was merged into %(other)s.") % names)


@blueprint.get("/<int:id>/delete")
async def delete_confirmation(id: int) -> Response:
    """The page that asks for confirmation, because the deletion cannot be undone."""
    tag = await tag_changes.get_owned_tag(authentication.current_account(), id)
    count = (await tag_changes.count_links(authentication.current_account(), [tag])).get(tag.id, 0)
    consequence = ngettext(
        "It is removed from %(num)s link, which otherwise stays as it is.",
        "It is removed from %(num)s links, which otherwise stay as they are.",
        count,
    )
    consequence %= {"num": format_number(count)}
    return await htmx.render_response("tags/delete.html", tag=tag, consequence=consequence, active="links")


@blueprint.post("/<int:id>/delete")
async def delete_tag(id: int) -> Response:
    """Deletes a tag."""
    tag = await tag_changes.get_owned_tag(authentication.current_account(), id)
    await tag_changes.delete_tag(tag)
    return await _redirect_with_message(_("Deleted %(name)s") % {"name": isolate(tag.name)})


async def _redirect_with_message(message: str) -> Response:
    await flash(message)
    return htmx.redirect_to(HOME)


async def _page(refused_tag: Tag | None = None, form: Form | None = None, status: int = 200) -> Response:
    """The page of tags; with a refused form, the form of that tag as it was submitted."""
    context = await _list(refused_tag) | {"form": form or Form()}
    return await htmx.render_response("tags/index.html", status=status, active="links", **context)


async def _list(refused_tag: Tag | None = None) -> dict[str, Any]:
    """The context of one page of tags by name, starting after the parameter `after`; includes the refused tag."""
    account = authentication.current_account()
    q = text.cut_line(request.args.get("q", ""), LONGEST_SEARCH)
    after, own_tags = fold_tag(request.args.get("after", "")), Tag.owned_by(account)
    matches = own_tags.filter(folded__contains=fold_tag(q)) if q else own_tags
    tags = await matches.filter(folded__gt=after).order_by("folded").limit(SIZE + 1)
    next_after = tags[SIZE - 1].folded if len(tags) > SIZE else ""
    page_tags = tags[:SIZE]
    if refused_tag and refused_tag.id not in {tag.id for tag in page_tags}:
        page_tags.insert(0, refused_tag)
    choices = await first_rows(own_tags.order_by("folded"), MOST_CHOICES)
    return {
        "tags": page_tags,
        "more": next_after,
        "q": q,
        "counts": await tag_changes.count_links(account, page_tags),
        "choices": choices,
        "colours": COLOURS,
        "opened": refused_tag or next((tag for tag in page_tags if str(tag.id) == request.args.get("open")), None),
    }


def _values(form: Form) -> TagValues:
    """The values of a form; a missing description keeps the present one."""
    values = TagValues(name=form["name"], colour=_colour(form["colour"]))
    return values | {"description": form["description"]} if form.has("description") else values


def _colour(raw: str) -> int:
    """The number in the field, or 0 if it is no number."""
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 3 else 0
