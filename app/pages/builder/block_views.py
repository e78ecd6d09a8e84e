"""The builder's endpoints that change the profile, the social icons and the blocks of a page; forms are autosaved."""

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
PROFILE_TEXTS, PROFILE_PICTURES = ("name", "bio"), ("avatar", "cover")


@blueprint.post("/<uuid:id>/profile")
async def profile(id: UUID) -> Response:
    """Saves the name, bio, avatar and cover of a page."""
    _account, page = await page_of(id)
    form = await submitted()
    names = [name for name in (*PROFILE_TEXTS, *PROFILE_PICTURES) if form.given(name)]
    content, faults = page.content.taken({name: form[name] for name in names})
    slots = [f"e-profile-{name}" for name in PROFILE_TEXTS]
    if faults := await changed(page, content, "profile", form, faults):
        if htmx.asks_for_fragment():
            return await refused(page, faults, slots, "e-profile-")
        return await listed(page, status=envelope.status_of(faults[0]), form=blamed(form, faults))
    return await saved(page, slots) if htmx.asks_for_fragment() else await listed(page)


@blueprint.post("/<uuid:id>/socials")
async def socials(id: UUID) -> Response:
    """Saves the social icons; the button `more` adds an empty line."""
    _account, page = await page_of(id)
    form = await submitted()
    lines, faults = read_accounts(typed_items(form, SOCIAL))
    read_lines, line_faults = SOCIAL.take_items(lines, page.content.socials)
    blank, faults = int(form.given("more")), [*faults, *line_faults]
    slots = [f"e-socials-{field.name}-{at}" for at in range(len(lines)) for field in SOCIAL.item]
    content = replace(page.content, socials=tuple(line for line in read_lines if line["account"]))
    if faults := await changed(page, content, "socials", form, faults):
        if htmx.asks_for_fragment():
            return await refused(page, faults, slots, "e-socials-")
        status = envelope.status_of(faults[0])
        return await listed(page, status=status, social_form=blamed(form, faults), blank_social=blank)
    if htmx.asks_for_fragment() and not blank:
        return await saved(page, slots)
    return await listed(page, blank_social=1)


@blueprint.post("/<uuid:id>/blocks")
async def add(id: UUID) -> Response:
    """Adds an empty block of a kind, at the index `at` or at the end, and opens its form."""
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
    """Saves the form of a block."""
    _account, page = await page_of(id)
    return await _save_block(page, page.content.block(block), await submitted(), [])


@blueprint.post("/<uuid:id>/blocks/<block>/qris-picture")
async def photograph(id: UUID, block: str) -> Response:
    """Saves the form of a block with an uploaded picture of a QRIS code, which is decoded into its input."""
    _account, page = await page_of(id)
    old, form = page.content.block(block), await submitted()
    return await _save_block(page, old, form, await read_qris_picture(old, form))


async def _save_block(page: Page, old: Block, form: Form, faults: Refusals) -> Response:
    """Saves the form of the block `old` unless there are faults, `faults` among them."""
    block_id = old.id
    new, form_faults = read_block(old, form)
    slots = [f"e-{block_id}-{name}" for name in form_names(old, len(typed_items(form, old.kin)))]
    inputs_changed = form.given("more") or form.given(PICTURED) or any(name.startswith(SITE) for name in form.values)
    content, blank = page.content.with_changed(new), int(form.given("more"))
    if faults := await changed(page, content, f"block:{block_id}", form, faults + form_faults):
        if htmx.asks_for_fragment() and not blank:
            return await refused(page, faults, slots, f"e-{block_id}-")
        status = envelope.status_of(faults[0])
        return await listed(page, status=status, open=block_id, form=blamed(form, faults), blank=blank)
    if inputs_changed or not htmx.asks_for_fragment():
        return await listed(page, open=block_id, blank=blank)
    return await saved(page, slots, new, notes_of(new, form))


@blueprint.post("/<uuid:id>/blocks/<block>/<action>")
async def act(id: UUID, block: str, action: str) -> Response:
    """Shows, hides, moves, copies or deletes a block; a deleted one can be restored by the toast."""
    _account, page = await page_of(id)
    form = await submitted()
    content = page.content
    toast = None
    try:
        new = _apply_action(content, content.block(block), action)
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
    """Saves the order of the blocks; the field `order` has their ids, separated by commas."""
    _account, page = await page_of(id)
    form = await submitted()
    try:
        await change(page, page.content.ordered(form["order"].split(",")), "order", form)
    except Refusal as refusal:
        return await refused(page, [refusal], (), "")
    return await saved(page) if htmx.asks_for_fragment() else await listed(page)


def _apply_action(content: Content, block: Block, action: str) -> Content:
    """The content after an action on a block. Raises: NotFound for an unknown action, TooManyBlocks."""
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
