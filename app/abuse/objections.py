"""An owner's objection to a block: once for each decision, with their words; the case returns to the list."""

from __future__ import annotations

from app.abuse.case import BLOCKED, LONGEST_OBJECTION, OBJECTION, Case
from app.kernel import clock, text
from app.kernel.refusal import N_, InvalidRequest, Refusal


class ObjectionMissing(InvalidRequest):
    """There is nothing in the objection."""

    field, says = "words", N_("Say why you think it is a mistake.")


class ObjectedAlready(Refusal):
    """There is no block any more to which nobody has objected yet."""

    code, field = "EDITED_ELSEWHERE", "words"
    says = N_("You have objected already, or it is blocked no more. There is nothing left to do.")


async def object_to(case: Case, words: str) -> None:
    """Stores the owner's objection, if the target is still blocked and nobody objected yet.

    Raises: ObjectionMissing, TooLong, ObjectedAlready.
    """
    cleaned = text.clean_multiline(words, LONGEST_OBJECTION, "words")
    if not cleaned:
        raise ObjectionMissing
    now = clock.now()
    unanswered = Case.filter(id=case.id, state=BLOCKED, objected_at=None)
    if not await unanswered.update(
        state=OBJECTION,
        objection=cleaned,
        objected_at=now,
        changed_at=now,
        before_state="",
        answer="",
        answered_at=None,
    ):
        raise ObjectedAlready
    await case.refresh_from_db()
