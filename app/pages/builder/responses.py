"""Shared by the builder's endpoints: loading the page, saving the draft, the responses after a save or a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from quart import Response

from app.accounts import authentication
from app.accounts.models import Account
from app.blocks.kind import Refusals
from app.blocks.link_blocks import SOCIAL
from app.kernel.refusal import EditedElsewhere, Refusal
from app.links.known_sites import SITES
from app.links.typed_destination import SITES_TO_CHOOSE, SiteUnknown
from app.pages import listing, statistics
from app.pages.block import Block
from app.pages.builder.block_form import Note, make_notes, submitted_items
from app.pages.content import MOST_BLOCKS, Content
from app.pages.models import Page
from app.pages.picture_ownership import check_picture_ownership
from app.pages.public.latest_posts import offered_block_kinds
from app.pages.public.page_cache import load_pictures
from app.web import envelope, htmx
from app.web.forms import Form

SAVED, DONE = "page:saved", "page:saved, dialog:close"
SITES_ASKED = [(key, SITES[key]) for key in SITES_TO_CHOOSE]
Slot = tuple[str, str, str, bool, Note | None]


async def load_own_page(id: UUID) -> tuple[Account, Page]:
    """The account that is signed in, and its page with this id. Raises: NotFound."""
    account = authentication.current_account()
    return account, await listing.get_owned_page(account, id)


async def save_draft(page: Page, content: Content, what: str, form: Form) -> None:
    """Replaces the draft's content; writes nothing when neither content nor version is another.

    `what` names the change, as Page.change describes. Raises: those of Page.change, NotYourPicture.
    """
    await check_picture_ownership(authentication.current_account(), content, page.content)
    await page.change(content, what, seen=form.version)


async def try_save_draft(page: Page, content: Content, what: str, form: Form, faults: Refusals) -> Refusals:
    """Replaces the draft's content like `save_draft` if there are no faults.

    Returns the faults, or the refusal of the change; an empty list means that the draft was saved.
    """
    if faults:
        return faults
    try:
        await save_draft(page, content, what, form)
    except Refusal as refusal:
        refusal.field = _input_name(refusal.field)
        return [refusal]
    return []


def _input_name(path: str) -> str:
    """The name of the input for a path in the content: `blocks.2.items.0.picture` is the input `picture-0`."""
    *parents, name = path.split(".")
    return f"{name}-{parents[-1]}" if "items" in parents else name


async def submitted_form() -> Form:
    """The form of the request. The button `without`, for browsers without scripts, empties the picture it names."""
    form = await Form.submitted()
    if without := form.values.pop("without", ""):
        form.values[without] = ""
    return form


def with_errors(form: Form, faults: Refusals) -> Form:
    """The form with the messages of all refusals by their fields, and the choice of sites for a name without one."""
    for refusal in faults:
        form.blame(refusal)
        if isinstance(refusal, SiteUnknown):
            form.values[f"{refusal.field}-sites"] = "on"
    return form


async def toolbar_context(page: Page) -> dict[str, Any]:
    """The template context of the builder's head and bar: the page, its draft, and whether a change can be undone."""
    return {"page": page, "content": page.content, "can_undo": await page.can_undo()}


async def saved_response(
    page: Page, slots: Iterable[str] = (), block: Block | None = None, notes: Mapping[str, Note] | None = None
) -> Response:
    """The response after an autosave: the bar says that it is saved, and the messages below the inputs are removed.

    `slots` are the ids of the elements for these messages, `notes` the notes by input, `block` the saved block.
    """
    filled_slots = [_slot(slot, note=(notes or {}).get(slot.removeprefix("e-"))) for slot in slots]
    return await htmx.render_response(
        "pages/_saved.html",
        event=SAVED,
        is_saved=True,
        block=block,
        slots=filled_slots,
        toast=None,
        sites=SITES_ASKED,
        **await toolbar_context(page),
    )


async def refused_response(page: Page, faults: Refusals, slots: Iterable[str], prefix: str) -> Response:
    """The response after a refused autosave: the bar says that it is not saved, and each input shows its message.

    `slots` are the ids of the elements for these messages, `prefix` what they begin with. A refusal whose field has no
    such element is shown as a toast.
    """
    if any(isinstance(refusal, EditedElsewhere) for refusal in faults):
        return await conflict_response(page)
    by_slot = {f"{prefix}{refusal.field}": refusal for refusal in reversed(faults)}
    known = list(slots)
    without_slot = next((refusal for slot, refusal in by_slot.items() if slot not in known), None)
    toast = {"text": envelope.refusal_message(without_slot), "kind": "bad"} if without_slot else None
    filled_slots = [_slot(slot, by_slot.get(slot), prefix) for slot in known]
    return await htmx.render_response(
        "pages/_saved.html",
        status=envelope.page_status(faults[0]),
        is_saved=False,
        slots=filled_slots,
        toast=toast,
        block=None,
        sites=SITES_ASKED,
        **await toolbar_context(page),
    )


def _slot(slot: str, refusal: Refusal | None = None, prefix: str = "", note: Note | None = None) -> Slot:
    """An element for messages: its id, its input's name, the message, whether to offer the sites, and the note."""
    offers_sites = isinstance(refusal, SiteUnknown) and not refusal.field.startswith("network-")
    return slot, slot.removeprefix(prefix), envelope.refusal_message(refusal) if refusal else "", offers_sites, note


async def conflict_response(page: Page) -> Response:
    """The response 409 after an edit conflict, which offers to keep either version."""
    await page.refresh_from_db()
    return await htmx.render_response("pages/_edited_elsewhere.html", status=409, page=page)


async def builder_context(page: Page, **more: Any) -> dict[str, Any]:
    """The template context of the list of blocks; `more` replaces its defaults."""
    content = page.content
    opened = next((block for block in content.blocks if block.id == more.get("open")), None)
    return (
        await toolbar_context(page)
        | {
            "clicks": await statistics.clicks_by_block(page),
            "kinds": offered_block_kinds(),
            "media": await load_pictures(page.account_id, content),
            "social": SOCIAL,
            "open": "",
            "form": Form(),
            "blank": 0,
            "blank_social": 0,
            "social_form": Form(),
            "added": "",
            "share": False,
            "sites": SITES_ASKED,
            "notes": make_notes(opened) if opened else {},
            "typed_items": submitted_items,
            "most_blocks": MOST_BLOCKS,
        }
        | more
    )


def _query_and_anchor(context: Mapping[str, Any]) -> str:
    """The query string and fragment of the builder's URL with which a browser without scripts returns to its place."""
    opened = context.get("open", "")
    query = {"open": opened} | {name: "1" for name in ("added", "blank", "blank_social") if context.get(name)}
    if opened:
        return f"?{urlencode(query)}#block-{opened}"
    return f"?{urlencode({'blank_social': '1'})}#socials" if context.get("blank_social") else "#blocks"


async def _response_without_htmx(page: Page, status: int, more: Mapping[str, Any]) -> Response:
    """The whole builder: as a redirect to it after a change, or rendered with the refusal."""
    if status == 200:
        return htmx.redirect_to(f"/dashboard/pages/{page.id}{_query_and_anchor(more)}")
    return await htmx.render_response(
        "pages/builder.html",
        status=status,
        active="pages",
        tab="content",
        is_saved=False,
        **await builder_context(page, **more),
    )


async def blocks_response(page: Page, *, status: int = 200, **more: Any) -> Response:
    """The response with the list of blocks after a change or a refusal; without htmx, the whole builder.

    `more` is added to the context of `builder_context`; `toast` in it is a message to show.
    """
    if not htmx.wants_fragment():
        return await _response_without_htmx(page, status, more)
    toast = more.pop("toast", None)
    event = (SAVED if more.get("share") else DONE) if status == 200 else None
    return await htmx.render_response(
        "pages/_builder_saved.html",
        status=status,
        event=event,
        is_saved=status == 200,
        toast=toast,
        **await builder_context(page, **more),
    )


async def refused_action_response(page: Page, refusal: Refusal) -> Response:
    """The response with the list of blocks after a refused action such as publishing; the refusal is also a toast."""
    form, toast = await Form.submitted(), {"text": envelope.refusal_message(refusal), "kind": "bad"}
    return await blocks_response(page, status=envelope.page_status(refusal), form=form.blame(refusal), toast=toast)
