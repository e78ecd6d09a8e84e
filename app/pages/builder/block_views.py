"""Changing what a page holds: its profile, its social icons and its blocks, each as it is typed."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from quart import Blueprint, Response

from app.accounts import authentication
from app.blocks.kind import Refusals
from app.blocks.link_blocks import SOCIAL
from app.kernel.bidi import isolated
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.pages.block import Block, new_id
from app.pages.builder.block_form import SITE, form_names, notes_of, read_accounts, read_block, typed_items
from app.pages.builder.qris_picture import PICTURED, read_qris_picture
from app.pages.builder.responses import blamed, change, changed, listed, page_of, refused, saved, submitted
from app.pages.content import Content
from app.pages.models import Page
from app.web import envelope, htmx, limits
from app.web.forms import Form

blueprint = Blueprint("page_blocks", __name__, url_prefix="/dashboard/pages")
limits.allow_body(limits.UPLOAD, ".*/qris-picture")
authentication.protect(blueprint)
PROFILE, HEAD = ("name", "bio"), ("avatar", "cover")


@blueprint.post("/<uuid:id>/profile")
async def profile(id: UUID) -> Response:
    """Name, words, avatar and cover."""
    _account, page = await page_of(id)
    form = await submitted()
    content, faults = page.content.taken({name: form[name] for name in (*PROFILE, *HEAD) if form.given(name)})
    slots = [f"e-profile-{name}" for name in PROFILE]
    if faults := await changed(page, content, "profile", form, faults):
        if htmx.asks_for_fragment():
            return await refused(page, faults, slots, "e-profile-")
        return await listed(page, status=envelope.status_of(faults[0]), form=blamed(form, faults))
    return await saved(page, slots) if htmx.asks_for_fragment() else await listed(page)


@blueprint.post("/<uuid:id>/socials")
async def socials(id: UUID) -> Response:
    """The icons below the name."""
    _account, page = await page_of(id)
    form = await submitted()
    lines, faults = read_accounts(typed_items(form, SOCIAL))
    taken, wrong = SOCIAL.take_items(lines, page.content.socials)
    blank, faults = int(form.given("more")), [*faults, *wrong]
    slots = [f"e-socials-{field.name}-{at}" for at in range(len(lines)) for field in SOCIAL.item]
    content = replace(page.content, socials=tuple(line for line in taken if line["account"]))
    if faults := await changed(page, content, "socials", form, faults):
        if htmx.asks_for_fragment():
            return await refused(page, faults, slots, "e-socials-")
        return await listed(page, status=envelope.status_of(faults[0]), social_form=blamed(form, faults),
                            blank_social=blank)
    if htmx.asks_for_fragment() and not blank:
        return await saved(page, slots)
    return await listed(page, blank_social=1)


@blueprint.post("/<uuid:id>/blocks")
async def add(id: UUID) -> Response:
    """A new block of a kind, its form open; at the end, or before the one that is `at` that place now."""
    _account, page = await page_of(id)
    form = await submitted()
    try:
        block = Block.new(form["kind"])
        at = int(form["at"]) if form["at"].isascii() and form["at"].isdigit() and len(form["at"]) < 4 else None
        await change(page, page.content.with_block(block, at), "add", form)
    except Refusal as refusal:
        return await listed(page, status=envelope.status_of(refusal), form=form.blame(refusal),
                            toast={"text": envelope.said(refusal), "kind": "bad"})
    return await listed(page, open=block.id, added=block.id)


@blueprint.post("/<uuid:id>/blocks/<block>")
async def fill(id: UUID, block: str) -> Response:
    """What was typed into the form of a block."""
    _account, page = await page_of(id)
    return await _filled(page, page.content.block(block), await submitted(), [])


@blueprint.post("/<uuid:id>/blocks/<block>/qris-picture")
async def photograph(id: UUID, block: str) -> Response:
    """The same form with a picture of a QRIS, whose text is read into its field."""
    _account, page = await page_of(id)
    old, form = page.content.block(block), await submitted()
    return await _filled(page, old, form, await read_qris_picture(old, form))


async def _filled(page: Page, old: Block, form: Form, faults: Refusals) -> Response:
    block = old.id
    new, wrong = read_block(old, form)
    slots = [f"e-{block}-{name}" for name in form_names(old, len(typed_items(form, old.kin)))]
    again = form.given("more") or form.given(PICTURED) or any(name.startswith(SITE) for name in form.values)
    if faults := await changed(page, page.content.with_changed(new), f"block:{block}", form, faults + wrong):
        if htmx.asks_for_fragment() and not form.given("more"):
            return await refused(page, faults, slots, f"e-{block}-")
        return await listed(page, status=envelope.status_of(faults[0]), open=block, form=blamed(form, faults),
                            blank=int(form.given("more")))
    if again or not htmx.asks_for_fragment():
        return await listed(page, open=block, blank=int(form.given("more")))
    return await saved(page, slots, new, notes_of(new, form))


@blueprint.post("/<uuid:id>/blocks/<block>/<action>")
async def act(id: UUID, block: str, action: str) -> Response:
    """Shows, hides, moves, copies or deletes a block."""
    _account, page = await page_of(id)
    form = await submitted()
    content = page.content
    toast = None
    try:
        new = _acted(content, content.block(block), action)
        await change(page, new, f"{action}:{block}", form)
    except Refusal as refusal:
        return await listed(page, status=envelope.status_of(refusal), form=form.blame(refusal),
                            toast={"text": envelope.said(refusal), "kind": "bad"})
    if action == "delete":
        name = content.block(block).named or _(content.block(block).kin.label)
        toast = {"text": _("Deleted %(name)s") % {"name": isolated(name)}, "fields": [],
                 "undo": f"/dashboard/pages/{id}/undo"}
    return await listed(page, toast=toast)


@blueprint.post("/<uuid:id>/order")
async def order(id: UUID) -> Response:
    """The blocks in the order of the ids that are sent, with commas between them."""
    _account, page = await page_of(id)
    form = await submitted()
    try:
        await change(page, page.content.ordered(form["order"].split(",")), "order", form)
    except Refusal as refusal:
        return await refused(page, [refusal], (), "")
    return await saved(page) if htmx.asks_for_fragment() else await listed(page)


def _acted(content: Content, block: Block, action: str) -> Content:
    """Refusals: NotFound for an action there is not, TooManyBlocks."""
    at = content.blocks.index(block)
    if action in {"show", "hide"}:
        return content.with_changed(replace(block, shown=action == "show"))
    if action in {"up", "down"}:
        return content.moved(block.id, at + (1 if action == "down" else -1))
    if action == "copy":
        return content.with_block(replace(block, id=new_id()), at + 1)
    if action == "delete":
        return content.without(block.id)
    raise NotFound
