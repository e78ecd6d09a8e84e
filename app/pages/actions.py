"""Changing what a page holds: its profile, its social icons and its blocks, each as it is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from quart import Blueprint, Response

from app.accounts import gate
from app.blocks.destinations import SOCIAL
from app.kernel import time_parser
from app.kernel.bidi import isolated
from app.kernel.i18n import from_local, local_input
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.pages.block import Block, InvalidSchedule, new_id
from app.pages.building import change, listed, page_of, refused, saved, typed_items
from app.pages.content import Content
from app.web import envelope, hx
from app.web.forms import Form

blueprint = Blueprint("page_blocks", __name__, url_prefix="/dashboard/pages")
gate.protect(blueprint)
PROFILE = ("name", "bio")


@blueprint.post("/<uuid:id>/profile")
async def profile(id: UUID) -> Response:
    """Name, words, avatar and cover."""
    _account, page = await page_of(id)
    form = await Form.submitted()
    told = {name: form[name] for name in (*PROFILE, "avatar", "cover") if form.given(name)}
    slots = [f"e-profile-{name}" for name in PROFILE]
    try:
        await change(page, page.content.told(**told), "profile", form)
    except Refusal as refusal:
        if hx.asks_for_fragment():
            return await refused(page, refusal, slots, f"e-profile-{refusal.field}")
        return await listed(page, status=envelope.status_of(refusal), form=form.blame(refusal))
    return await saved(page, slots) if hx.asks_for_fragment() else await listed(page)


@blueprint.post("/<uuid:id>/socials")
async def socials(id: UUID) -> Response:
    """The icons below the name."""
    _account, page = await page_of(id)
    form = await Form.submitted()
    lines = typed_items(form, SOCIAL)
    slots = [f"e-socials-{field.name}-{at}" for at in range(len(lines)) for field in SOCIAL.item]
    try:
        filled = [line for line in lines if line["account"].strip()]
        await change(page, page.content.reached_at(filled), "socials", form)
    except Refusal as refusal:
        if hx.asks_for_fragment():
            return await refused(page, refusal, slots, f"e-socials-{refusal.field}")
        return await listed(page, status=envelope.status_of(refusal), form=form.blame(refusal))
    if hx.asks_for_fragment() and not form.given("more"):
        return await saved(page, slots)
    return await listed(page, blank_social=1)


@blueprint.post("/<uuid:id>/blocks")
async def add(id: UUID) -> Response:
    """A new block of a kind, at the end, its form open."""
    _account, page = await page_of(id)
    form = await Form.submitted()
    try:
        block = Block.new(form["kind"])
        await change(page, page.content.with_block(block), "add", form)
    except Refusal as refusal:
        return await listed(page, status=envelope.status_of(refusal), form=form.blame(refusal),
                            toast={"text": envelope.said(refusal), "kind": "bad"})
    return await listed(page, open=block.id)


@blueprint.post("/<uuid:id>/blocks/<block>")
async def fill(id: UUID, block: str) -> Response:
    """What was typed into the form of a block."""
    _account, page = await page_of(id)
    form = await Form.submitted()
    old = page.content.block(block)
    items = typed_items(form, old.kin)
    slots = [f"e-{block}-{name}" for name in _names(old, len(items))]
    try:
        new = _dressed(old.filled(form.values, items), form)
        await change(page, page.content.with_changed(new), f"block:{block}", form)
    except Refusal as refusal:
        if hx.asks_for_fragment() and not form.given("more"):
            return await refused(page, refusal, slots, f"e-{block}-{refusal.field}")
        return await listed(page, status=envelope.status_of(refusal), open=block, form=form.blame(refusal))
    if form.given("more") or not hx.asks_for_fragment():
        return await listed(page, open=block, blank=int(form.given("more")))
    return await saved(page, slots, new)


@blueprint.post("/<uuid:id>/blocks/<block>/<action>")
async def act(id: UUID, block: str, action: str) -> Response:
    """Shows, hides, moves, copies or deletes a block."""
    _account, page = await page_of(id)
    form = await Form.submitted()
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
    form = await Form.submitted()
    try:
        await change(page, page.content.ordered(form["order"].split(",")), "order", form)
    except Refusal as refusal:
        return await refused(page, refusal, (), "")
    return await saved(page) if hx.asks_for_fragment() else await listed(page)


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


def _dressed(block: Block, form: Form) -> Block:
    """Highlight, thumbnail and schedule; the times are local ones of the account. Refusals: InvalidSchedule and kin."""
    block = replace(block, highlight=form.given("highlight"), thumbnail=form["thumbnail"])
    starts, ends = _instant(form["starts"], "starts", block.starts_at), _instant(form["ends"], "ends", block.ends_at)
    return block.scheduled(starts, ends)


def _instant(typed: str, name: str, before: datetime | None) -> str:
    """The moment that was typed; the one before to the second where the form shows it still."""
    if before and typed == local_input(before):
        return before.isoformat()
    try:
        return from_local(typed).isoformat() if typed.strip() else ""
    except time_parser.NotATime as problem:
        raise problem.refusal(InvalidSchedule, name) from None


def _names(block: Block, lines: int) -> list[str]:
    """The names of all inputs of a block's form that can be refused."""
    each = [f"{field.name}-{at}" for at in range(lines) for field in block.kin.item]
    return [*(field.name for field in block.kin.fields), *each, "starts", "ends"]

