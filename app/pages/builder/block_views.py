"""The builder's endpoints that change the profile, the social icons and the blocks of a page; forms are autosaved."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.blocks.kind import Refusals
from app.blocks.link_blocks import SOCIAL
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.pages.block import Block, new_block_id
from app.pages.builder.block_form import (
    SITE,
    input_names,
    make_notes,
    read_block,
    read_social_accounts,
    submitted_items,
)
from app.pages.builder.qris_picture import PICTURED, read_qris_picture
from app.pages.builder.responses import (
    blocks_response,
    load_own_page,
    refused_response,
    save_draft,
    saved_response,
    submitted_form,
    try_save_draft,
    with_errors,
)
from app.pages.content import MOST_BLOCKS, Content
from app.pages.models import Page
from app.pages.public.latest_posts import offered_block_kinds
from app.web import envelope, htmx, limits
from app.web.forms import Form

blueprint = Blueprint("page_blocks", __name__, url_prefix="/dashboard/pages")
limits.allow_body(limits.MAX_UPLOAD, "/dashboard/pages/[^/]+/blocks/[^/]+/qris-picture")
authentication.require_sign_in(blueprint, BlueprintActs(acts={"choose_kind": EDIT}))
PROFILE_TEXTS, PROFILE_PICTURES = ("name", "bio"), ("avatar", "cover")


@blueprint.post("/<uuid:id>/profile")
async def save_profile(id: UUID) -> Response:
    """Saves the name, bio, avatar and cover of a page."""
    _account, page = await load_own_page(id)
    form = await submitted_form()
    names = [name for name in (*PROFILE_TEXTS, *PROFILE_PICTURES) if form.has(name)]
    content, faults = page.content.try_changes({name: form[name] for name in names})
    slots = [f"e-profile-{name}" for name in PROFILE_TEXTS]
    if faults := await try_save_draft(page, content, "profile", form, faults):
        if htmx.wants_fragment():
            return await refused_response(page, faults, slots, "e-profile-")
        return await blocks_response(page, status=envelope.page_status(faults[0]), form=with_errors(form, faults))
    return await saved_response(page, slots) if htmx.wants_fragment() else await blocks_response(page)


@blueprint.post("/<uuid:id>/socials")
async def save_socials(id: UUID) -> Response:
    """Saves the social icons; the button `more` adds an empty line."""
    _account, page = await load_own_page(id)
    form = await submitted_form()
    lines, faults = read_social_accounts(submitted_items(form, SOCIAL))
    read_lines, line_faults = SOCIAL.read_unfinished_items(lines, page.content.socials)
    blank, faults = int(form.has("more")), [*faults, *line_faults]
    slots = [f"e-socials-{field.name}-{at}" for at in range(len(lines)) for field in SOCIAL.item]
    content = replace(page.content, socials=tuple(line for line in read_lines if line["account"]))
    if faults := await try_save_draft(page, content, "socials", form, faults):
        if htmx.wants_fragment():
            return await refused_response(page, faults, slots, "e-socials-")
        status = envelope.page_status(faults[0])
        return await blocks_response(page, status=status, social_form=with_errors(form, faults), blank_social=blank)
    if htmx.wants_fragment() and not blank:
        return await saved_response(page, slots)
    return await blocks_response(page, blank_social=1)


@blueprint.get("/<uuid:id>/blocks/new")
async def choose_kind(id: UUID) -> Response:
    """The page on which a browser without scripts chooses the kind of a new block; `?at=` is the index of the block."""
    _account, page = await load_own_page(id)
    at = request.args.get("at", "")[:3]
    return await htmx.render_response(
        "pages/kinds.html",
        active="pages",
        page=page,
        content=page.content,
        kinds=offered_block_kinds(),
        most_blocks=MOST_BLOCKS,
        at=at if at.isascii() and at.isdigit() else "",
    )


@blueprint.post("/<uuid:id>/blocks")
async def add_block(id: UUID) -> Response:
    """Adds an empty block of a kind, at the index `at` or at the end, and opens its form."""
    _account, page = await load_own_page(id)
    form = await submitted_form()
    try:
        block = Block.new(form["kind"])
        at = int(form["at"]) if form["at"].isascii() and form["at"].isdigit() and len(form["at"]) < 4 else None
        await save_draft(page, page.content.with_block(block, at), "add", form)
    except Refusal as refusal:
        return await blocks_response(
            page,
            status=envelope.page_status(refusal),
            form=form.blame(refusal),
            toast={"text": envelope.refusal_message(refusal), "kind": "bad"},
        )
    return await blocks_response(page, open=block.id, added=block.id)


@blueprint.post("/<uuid:id>/blocks/<block>")
async def save_block(id: UUID, block: str) -> Response:
    """Saves the form of a block."""
    _account, page = await load_own_page(id)
    return await _save_block(page, page.content.block(block), await submitted_form(), [])


@blueprint.post("/<uuid:id>/blocks/<block>/qris-picture")
async def upload_qris_picture(id: UUID, block: str) -> Response:
    """Saves the form of a block with an uploaded picture of a QRIS code, which is decoded into its input."""
    _account, page = await load_own_page(id)
    old, form = page.content.block(block), await submitted_form()
    return await _save_block(page, old, form, await read_qris_picture(old, form))


async def _save_block(page: Page, old: Block, form: Form, faults: Refusals) -> Response:
    """Saves the form of the block `old` unless there are faults, `faults` among them."""
    block_id = old.id
    new, form_faults = read_block(old, form)
    slots = [f"e-{block_id}-{name}" for name in input_names(old, len(submitted_items(form, old.block_kind)))]
    inputs_changed = form.has("more") or form.has(PICTURED) or any(name.startswith(SITE) for name in form.values)
    content, blank = page.content.with_replaced(new), int(form.has("more"))
    if faults := await try_save_draft(page, content, f"block:{block_id}", form, faults + form_faults):
        if htmx.wants_fragment() and not blank:
            return await refused_response(page, faults, slots, f"e-{block_id}-")
        status = envelope.page_status(faults[0])
        return await blocks_response(page, status=status, open=block_id, form=with_errors(form, faults), blank=blank)
    if inputs_changed or not htmx.wants_fragment():
        return await blocks_response(page, open=block_id, blank=blank)
    return await saved_response(page, slots, new, make_notes(new, form))


@blueprint.post("/<uuid:id>/blocks/<block>/<action>")
async def act_on_block(id: UUID, block: str, action: str) -> Response:
    """Shows, hides, moves, copies or deletes a block; a deleted one can be restored by the toast."""
    _account, page = await load_own_page(id)
    form = await submitted_form()
    content = page.content
    toast = None
    try:
        new = _apply_action(content, content.block(block), action)
        await save_draft(page, new, f"{action}:{block}", form)
    except Refusal as refusal:
        return await blocks_response(
            page,
            status=envelope.page_status(refusal),
            form=form.blame(refusal),
            toast={"text": envelope.refusal_message(refusal), "kind": "bad"},
        )
    if action == "delete":
        name = content.block(block).display_name or _(content.block(block).block_kind.label)
        toast = {
            "text": _("Deleted %(name)s") % {"name": isolate(name)},
            "fields": [],
            "undo": f"/dashboard/pages/{id}/undo",
        }
    return await blocks_response(page, toast=toast)


@blueprint.post("/<uuid:id>/order")
async def order_blocks(id: UUID) -> Response:
    """Saves the order of the blocks; the field `order` has their ids, separated by commas."""
    _account, page = await load_own_page(id)
    form = await submitted_form()
    try:
        await save_draft(page, page.content.with_order(form["order"].split(",")), "order", form)
    except Refusal as refusal:
        return await refused_response(page, [refusal], (), "")
    return await saved_response(page) if htmx.wants_fragment() else await blocks_response(page)


def _apply_action(content: Content, block: Block, action: str) -> Content:
    """The content after an action on a block. Raises: NotFound for an unknown action, TooManyBlocks."""
    at = content.blocks.index(block)
    if action in {"show", "hide"}:
        return content.with_replaced(replace(block, shown=action == "show"))
    if action in {"up", "down"}:
        return content.moved(block.id, at + (1 if action == "down" else -1))
    if action == "copy":
        return content.with_block(replace(block, id=new_block_id()), at + 1)
    if action == "delete":
        return content.without(block.id)
    raise NotFound
