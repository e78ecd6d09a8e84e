"""What the ways to change a page in the builder have in common: who may, what is told afterwards, and when two meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from quart import Response

from app.accounts import gate
from app.accounts.models import Account
from app.blocks.destinations import SOCIAL
from app.blocks.kind import Kind
from app.blocks.kinds import KINDS
from app.kernel.refusal import Refusal
from app.pages import listing
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import EditedElsewhere, Page
from app.pages.owned import owning
from app.pages.shelf import pictures
from app.web import envelope, hx
from app.web.forms import Form

SAVED, DONE = "page:saved", "page:saved, dialog:close"
Errors = Mapping[str, str]


async def page_of(id: UUID) -> tuple[Account, Page]:
    """Who is signed in, and their page. Refusals: NotFound."""
    account = gate.account()
    return account, await listing.own(account, id)


def seen(form: Form) -> int | None:
    """The version of the page that the form was made from; None where it does not say."""
    typed = form["version"]
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None


async def change(page: Page, content: Content, what: str, form: Form) -> None:
    """Gives the draft other content; nothing is written when that is what it has.

    Refusals: those of Page.change, NotYourPicture.
    """
    if content.as_dict() != page.draft or seen(form) not in {None, page.version}:
        await owning(gate.account(), content, page.content)
        await page.change(content, what, seen=seen(form))


async def saved(page: Page, slots: Iterable[str] = (), block: Block | None = None) -> Response:
    """After an autosave (of a block): the head says so, and what was wrong by the fields is gone."""
    return await hx.answer("pages/_saved.html", event=SAVED, page=page, is_saved=True, block=block,
                           slots=[(slot, "") for slot in slots], toast=None)


async def refused(page: Page, refusal: Refusal, slots: Iterable[str], slot: str) -> Response:
    """After an autosave that was refused: the head says that it is not saved, the field why."""
    if isinstance(refusal, EditedElsewhere):
        return await elsewhere(page)
    wrong = [(each, envelope.said(refusal) if each == slot else "") for each in slots]
    toast = None if slot in dict(wrong) else {"text": envelope.said(refusal), "kind": "bad"}
    return await hx.answer("pages/_saved.html", status=envelope.status_of(refusal), page=page, is_saved=False,
                           slots=wrong, toast=toast, block=None)


async def elsewhere(page: Page) -> Response:
    """Somebody, or another tab, was quicker: both can be kept."""
    await page.refresh_from_db()
    return await hx.answer("pages/_elsewhere.html", status=409, page=page)


async def board(page: Page, **more: Any) -> dict[str, Any]:
    """What the list of blocks shows."""
    content = page.content
    return {"page": page, "content": content, "clicks": await listing.clicks(page), "kinds": KINDS,
            "media": await pictures(page.account_id, content), "social": SOCIAL, "open": "", "form": Form(), "blank": 0,
            "blank_social": 0} | more


async def listed(page: Page, *, status: int = 200, **more: Any) -> Response:
    """The list of blocks after a change, with the head; without htmx the builder again."""
    if not hx.asks_for_fragment():
        if status == 200:
            opened = more.get("open", "")
            return hx.go(f"/dashboard/pages/{page.id}{f'?open={opened}#block-{opened}' if opened else '#blocks'}")
        return await hx.answer("pages/show.html", status=status, active="pages", tab="content", is_saved=False,
                               **await board(page, **more))
    toast = more.pop("toast", None)
    return await hx.answer("pages/_listed.html", status=status, event=DONE if status == 200 else None,
                           is_saved=status == 200, toast=toast, **await board(page, **more))


def typed_items(form: Form, kind: Kind) -> list[dict[str, str]]:
    """The lines of a list as a form sends them: `question-0`, `answer-0`, `question-1`, …"""
    names = [field.name for field in kind.item]
    lines = range(kind.most_items)
    return [{name: form[f"{name}-{at}"] for name in names} for at in lines if f"{names[0]}-{at}" in form.values]
