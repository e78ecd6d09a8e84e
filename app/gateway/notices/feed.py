"""Notices as people read them, newest first, in the current language.

A notice of the product is shown while it is true: not that a model is new which is off again, nor that one ends on a
day that was taken back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.gateway.catalogue.ai_model import CHAT, EMBEDDING, IMAGE, VIDEO, AiModel
from app.gateway.notices.announcement import deprecation_cause
from app.gateway.notices.notice import NEW_MODEL, AiNotice
from app.kernel import i18n
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.payments import operator_calendar
from app.web.pagination import page_after

MOST = 50
MADE_FOR = {
    CHAT: N_("It answers chats."),
    EMBEDDING: N_("It turns texts into vectors."),
    IMAGE: N_("It makes pictures."),
    VIDEO: N_("It makes videos."),
}


@dataclass(frozen=True, slots=True)
class ShownNotice:
    """A notice in one language; `kind` is one of notice.KINDS, `model` the id of the model it is about, or ""."""

    id: int
    kind: str
    model: str
    title: str
    text: str
    at: datetime


async def recent_notices(most: int = MOST) -> list[ShownNotice]:
    """Returns the newest notices that are true now."""
    return await show_notices(await AiNotice.all().order_by("-created_at", "-id").limit(most))


async def notices_page(after: str, size: int) -> tuple[list[ShownNotice], str | None]:
    """Returns what is true now of the `size` notices that follow a cursor, the newest first, and the next cursor."""
    page = await page_after(AiNotice.all(), by="id", after=after, size=size, descending=True)
    return await show_notices(page.rows), page.next


async def show_notices(notices: list[AiNotice]) -> list[ShownNotice]:
    """Returns those of the notices that are true now, in their order, in the current language."""
    models = {model.id: model for model in await AiModel.filter(id__in={notice.model for notice in notices})}
    shown = [_shown(notice, models.get(notice.model)) for notice in notices]
    return [notice for notice in shown if notice is not None]


def _shown(notice: AiNotice, model: AiModel | None) -> ShownNotice | None:
    """Returns a notice with its words; None for one of the product that is not true any more."""
    words = _written_words(notice) if notice.title_en else model and _words_of_product(notice, model)
    return ShownNotice(notice.id, notice.kind, notice.model, *words, notice.created_at) if words else None


def _written_words(notice: AiNotice) -> tuple[str, str]:
    """Returns the title and the text that the operator wrote."""
    english = i18n.current_language() == "en"
    return (notice.title_en, notice.text_en) if english else (notice.title_id, notice.text_id)


def _words_of_product(notice: AiNotice, model: AiModel) -> tuple[str, str] | None:
    """Returns the title and the text of a notice of the product; None for one that is not true any more."""
    if notice.kind == NEW_MODEL:
        return _new_model(model) if model.enabled_at else None
    return _deprecation(model) if deprecation_cause(model) == notice.cause else None


def _new_model(model: AiModel) -> tuple[str, str]:
    """Returns the title and the text of the notice that a model is new."""
    names = {"label": isolate(model.label), "maker": isolate(model.maker), "id": isolate(model.id)}
    title = _("New: %(label)s by %(maker)s") if model.maker else _("New: %(label)s")
    call = _("Programs call it %(id)s.")
    return title % names, f"{_(MADE_FOR[model.kind])} {call % names}"


def _deprecation(model: AiModel) -> tuple[str, str]:
    """Returns the title and the text of the notice that a model ends."""
    day = i18n.format_day(operator_calendar.day_of(model.sunset_at)) if model.sunset_at else ""
    names = {"label": isolate(model.label), "day": day, "id": isolate(model.id), "successor": isolate(model.successor)}
    until = _("Until then it answers as before, and its answers say so in their headers Deprecation and Sunset.")
    instead = _("Take %(successor)s instead of %(id)s.") if model.successor else _("Take another model by then.")
    return _("%(label)s ends on %(day)s") % names, f"{until} {instead % names}"
