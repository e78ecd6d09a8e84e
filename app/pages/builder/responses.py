"""What the ways to change a page in the builder have in common: who may, what is told afterwards, and when two meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from quart import Response

from app.accounts import authentication
from app.accounts.models import Account
from app.blocks.kind import Refusals
from app.blocks.kinds import KINDS
from app.blocks.link_blocks import SOCIAL
from app.kernel.refusal import EditedElsewhere, Refusal
from app.links.known_sites import SITES
from app.links.link_input import ASKED, WhichSite
from app.pages import listing, statistics
from app.pages.block import Block
from app.pages.builder.block_form import Note, notes_of, typed_items
from app.pages.content import MOST_BLOCKS, Content
from app.pages.models import Page
from app.pages.picture_ownership import owning
from app.pages.public.page_cache import pictures
from app.web import envelope, htmx
from app.web.forms import Form

SAVED, DONE = "page:saved", "page:saved, dialog:close"
SITES_ASKED = [(key, SITES[key]) for key in ASKED]
Slot = tuple[str, str, str, bool, Note | None]


async def page_of(id: UUID) -> tuple[Account, Page]:
    """Who is signed in, and their page. Refusals: NotFound."""
    account = authentication.account()
    return account, await listing.own(account, id)


async def change(page: Page, content: Content, what: str, form: Form) -> None:
    """Gives the draft other content. Refusals: those of Page.change, NotYourPicture."""
    await owning(authentication.account(), content, page.content)
    await page.change(content, what, seen=form.version)


async def changed(page: Page, content: Content, what: str, form: Form, faults: Refusals) -> Refusals:
    """Gives the draft other content unless there are faults; returns all faults, with those of the change."""
    if faults:
        return faults
    try:
        await change(page, content, what, form)
    except Refusal as refusal:
        refusal.field = _in_form(refusal.field)
        return [refusal]
    return []


def _in_form(place: str) -> str:
    """The name in a form of a place in a page: of `blocks.2.items.0.picture` it is `picture-0`."""
    *above, name = place.split(".")
    return f"{name}-{above[-1]}" if "items" in above else name


async def submitted() -> Form:
    """The form of the request. The button that takes a picture off, where there are no scripts, empties its field."""
    form = await Form.submitted()
    if without := form.values.pop("without", ""):
        form.values[without] = ""
    return form


def blamed(form: Form, faults: Refusals) -> Form:
    """The form with all its faults, each by its field."""
    for refusal in faults:
        form.blame(refusal)
        if isinstance(refusal, WhichSite):
            form.values[f"{refusal.field}-sites"] = "on"
    return form


async def state_of(page: Page) -> dict[str, Any]:
    """What the head and the bar of the builder show of a page: the draft, and whether a change can be undone."""
    return {"page": page, "content": page.content, "can_undo": await page.can_undo()}


async def saved(page: Page, slots: Iterable[str] = (), block: Block | None = None,
                notes: Mapping[str, Note] | None = None) -> Response:
    """After an autosave (of a block): the bar says so, and what was wrong by the fields is gone."""
    said = [_slot(slot, note=(notes or {}).get(slot.removeprefix("e-"))) for slot in slots]
    return await htmx.answer("pages/_saved.html", event=SAVED, is_saved=True, block=block, slots=said, toast=None,
                           sites=SITES_ASKED, **await state_of(page))


async def refused(page: Page, faults: Refusals, slots: Iterable[str], prefix: str) -> Response:
    """After an autosave that was refused: the bar says that it is not saved, each field why.

    `slots` are the ids of the places beside the fields, `prefix` what they begin with.
    """
    if any(isinstance(refusal, EditedElsewhere) for refusal in faults):
        return await elsewhere(page)
    by_slot = {f"{prefix}{refusal.field}": refusal for refusal in reversed(faults)}
    known = list(slots)
    apart = next((refusal for slot, refusal in by_slot.items() if slot not in known), None)
    toast = {"text": envelope.said(apart), "kind": "bad"} if apart else None
    said = [_slot(slot, by_slot.get(slot), prefix) for slot in known]
    return await htmx.answer("pages/_saved.html", status=envelope.status_of(faults[0]), is_saved=False, slots=said,
                           toast=toast, block=None, sites=SITES_ASKED, **await state_of(page))


def _slot(slot: str, refusal: Refusal | None = None, prefix: str = "", note: Note | None = None) -> Slot:
    """A place beside a field: its id, the name of its input, what is wrong, whether a site is asked, and the note."""
    asks = isinstance(refusal, WhichSite) and not refusal.field.startswith("network-")
    return slot, slot.removeprefix(prefix), envelope.said(refusal) if refusal else "", asks, note


async def elsewhere(page: Page) -> Response:
    """Somebody, or another tab, was quicker: both can be kept."""
    await page.refresh_from_db()
    return await htmx.answer("pages/_elsewhere.html", status=409, page=page)


async def board(page: Page, **more: Any) -> dict[str, Any]:
    """What the list of blocks shows."""
    content = page.content
    opened = next((block for block in content.blocks if block.id == more.get("open")), None)
    return await state_of(page) | {"clicks": await statistics.clicks(page), "kinds": KINDS,
            "media": await pictures(page.account_id, content), "social": SOCIAL, "open": "", "form": Form(), "blank": 0,
            "blank_social": 0, "social_form": Form(), "added": "", "share": False, "sites": SITES_ASKED,
            "notes": notes_of(opened) if opened else {}, "typed_items": typed_items, "most_blocks": MOST_BLOCKS} | more


def _place(shown: Mapping[str, Any]) -> str:
    """Where on the page of the builder a browser without scripts goes on."""
    opened = shown.get("open", "")
    query = {"open": opened} | {name: "1" for name in ("added", "blank", "blank_social") if shown.get(name)}
    if opened:
        return f"?{urlencode(query)}#block-{opened}"
    return f"?{urlencode({'blank_social': '1'})}#socials" if shown.get("blank_social") else "#blocks"


async def listed(page: Page, *, status: int = 200, **more: Any) -> Response:
    """The list of blocks after a change, with the head; without htmx the builder again."""
    if not htmx.asks_for_fragment():
        if status == 200:
            return htmx.go(f"/dashboard/pages/{page.id}{_place(more)}")
        return await htmx.answer("pages/show.html", status=status, active="pages", tab="content", is_saved=False,
                               **await board(page, **more))
    toast = more.pop("toast", None)
    event = (SAVED if more.get("share") else DONE) if status == 200 else None
    return await htmx.answer("pages/_listed.html", status=status, event=event,
                           is_saved=status == 200, toast=toast, **await board(page, **more))
