"""The picture of a reported bio page: the page itself, drawn from what it showed when it was reported.

It stands in a frame that is a sandbox: no script runs, no form is sent, nothing is loaded but our own fonts, styles and
the page's stored pictures, and no address of it is a link.
"""

from __future__ import annotations

import asyncio
import re
from typing import Any

from app.abuse.case import Case
from app.kernel import clock
from app.kernel.refusal import NotFound
from app.pages.content import Content
from app.pages.public.page_cache import load_pictures
from app.pages.public.rendering import RenderedPage, render

POLICY = (
    "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
LEADS_AWAY = re.compile(rb"<(a|form|area|iframe|meta)\b[^>]*>", re.IGNORECASE)
ADDRESS = re.compile(rb'\s(?:href|action|src|srcdoc|http-equiv|target|ping)="[^"]*"', re.IGNORECASE)


async def draw_picture(case: Case) -> bytes:
    """Returns the HTML of the page of a case, without addresses. Raises: NotFound for a link, or an empty page."""
    if case.page is None:
        raise NotFound
    stored: dict[str, Any] = case.content or (case.page.published or {}).get("content") or case.page.draft
    content = Content.of(stored)
    media = await load_pictures(case.account_id, content)
    page: RenderedPage = await asyncio.to_thread(
        render, content, {}, slug=case.name, now=clock.now(), media=media, preview=True
    )
    return without_addresses(page.html)


def without_addresses(html: bytes) -> bytes:
    """Returns a page of ours in which no element leads anywhere; its attributes are all in double quotes."""
    return LEADS_AWAY.sub(lambda tag: ADDRESS.sub(b"", tag[0]), html)
