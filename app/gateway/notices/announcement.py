"""Notices are written by the operator, and by the product for new models and for models that end; each once.

What a notice is about is its `cause`: `new_model gpt-5-mini`, `deprecation gpt-4 2027-03-01`, or `written` with a
random id for those of the operator.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from app.gateway.catalogue.ai_model import AiModel
from app.gateway.notices.notice import API_CHANGE, DEPRECATION, NEW_MODEL, SERVICE, AiNotice
from app.kernel import clock
from app.kernel.db import query_rows, transaction
from app.kernel.refusal import N_, Faults, Refusal
from app.kernel.text import clean_line, clean_multiline
from app.operators.operator_log import add_sentences, record_act
from app.payments import operator_calendar

WRITTEN_KINDS = (SERVICE, API_CHANGE)
MAX_TITLE, MAX_TEXT = 120, 4_000
INSERT = """INSERT INTO ai_notices (kind, model, title_id, title_en, text_id, text_en, cause, created_at)
    VALUES ($1, $2, '', '', '', '', $3, $4) ON CONFLICT (cause) DO NOTHING RETURNING id"""
add_sentences(
    {
        "ai_notice_added": N_("wrote to everybody who uses AI models: %(thing)s."),
        "ai_notice_removed": N_("removed what everybody who uses AI models was written: %(thing)s."),
    }
)


class UnknownNotice(Refusal):
    """The operator wrote no notice of this number."""

    code, says = "UNKNOWN_AI_NOTICE", N_("You wrote no notice %(number)s. The list of notices has all numbers.")


class IncompleteNotice(Refusal):
    """A title or a text is missing in one of the two languages."""

    code = "AI_NOTICE_INCOMPLETE"
    says = N_("Write a title and a text in Indonesian and in English: everybody reads their own language.")


def check_notice(**texts: str) -> dict[str, Any]:
    """Returns the titles and texts of a notice, cleaned. Raises: IncompleteNotice, TooLong; all at once."""
    faults, values = Faults.gather(), dict[str, Any]()
    for name, typed in texts.items():
        with faults.catching():
            clean = (
                clean_line(typed, MAX_TITLE, name) if name[:5] == "title" else clean_multiline(typed, MAX_TEXT, name)
            )
            if not clean:
                raise IncompleteNotice(field=name)
            values[name] = clean
    faults.raise_if_any()
    return values


async def write_notice(
    kind: str, *, title_id: str, title_en: str, text_id: str, text_en: str, model: str = ""
) -> AiNotice:
    """Writes to everybody who uses models. Raises: those of `check_notice`; UnknownModel is the caller's to raise."""
    values = check_notice(title_id=title_id, title_en=title_en, text_id=text_id, text_en=text_en)
    async with transaction():
        notice = await AiNotice.create(
            kind=kind, model=model, cause=f"written {uuid4()}", created_at=clock.now(), **values
        )
        await record_act("ai_notice_added", notice.title_en)
    return notice


async def remove_notice(id: int) -> None:
    """Removes a notice that the operator wrote; emails that left cannot be taken back. Raises: UnknownNotice."""
    row = await AiNotice.get_or_none(id=id, kind__in=WRITTEN_KINDS)
    if row is None:
        raise UnknownNotice(number=id)
    async with transaction():
        await row.delete()
        await record_act("ai_notice_removed", row.title_en)


async def write_model_notices() -> int:
    """Writes the notices of new models and of models that end that are not written yet; returns their number."""
    now, due = clock.now(), list[tuple[str, str, str]]()
    for model in await AiModel.filter(enabled_at__isnull=False).order_by("enabled_at", "id"):
        if model.sunset_at is not None and model.sunset_at > now:
            due.append((DEPRECATION, model.id, deprecation_cause(model)))
        elif model.sunset_at is None:
            due.append((NEW_MODEL, model.id, new_model_cause(model)))
    known = {notice.cause for notice in await AiNotice.filter(cause__in=[cause for *_, cause in due])}
    rows = [await query_rows(INSERT, [*values, now]) for values in due if values[2] not in known]
    return sum(map(len, rows))


def new_model_cause(model: AiModel) -> str:
    """Returns the cause of the notice that a model is new."""
    return f"{NEW_MODEL} {model.id}"


def deprecation_cause(model: AiModel) -> str:
    """Returns the cause of the notice that a model ends on the day that is announced now."""
    day = operator_calendar.day_of(model.sunset_at) if model.sunset_at else ""
    return f"{DEPRECATION} {model.id} {day}"
