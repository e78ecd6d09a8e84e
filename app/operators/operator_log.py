"""The log of operators: who did what, in the dashboard or by a command, for as long as the books are kept.

Whoever changes something for the operator records it in the transaction of the change. `act` is a key of the sentences
that packages add; `thing` is what it was done to, such as the number of an order, and `detail` completes the sentence.
`person` is the operator's name at that time, empty for a command and once that person is deleted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Self
from uuid import UUID, uuid4

from quart import g, has_request_context
from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.user import User
from app.kernel import clock, text
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.web.first_rows import FirstRows, first_rows

LONGEST_TEXT, LONGEST_PERSON = 200, 80  # characters
KEPT_YEARS = 10  # years after the one in which something was done
_sentences: dict[str, str] = {}


class OperatorAct(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    user: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="operator_acts", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    user_id: UUID | None
    person = fields.CharField(LONGEST_PERSON, default="")
    by_command = fields.BooleanField(default=False)
    act = fields.CharField(40)
    thing = fields.CharField(LONGEST_TEXT, default="")
    detail = fields.CharField(LONGEST_TEXT, default="")
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "operator_acts"
        indexes = (("created_at", "id"), ("thing",))

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The acts of years that are over for longer than KEPT_YEARS, to be deleted."""
        return cls.filter(created_at__lt=first_kept())

    @property
    def who(self) -> str:
        """The operator's name in the reader's language, or that it was a command."""
        if self.by_command:
            return _("A command on the server")
        return self.person or _("somebody")

    @property
    def what(self) -> str:
        """The sentence of the act in the reader's language; the name of who did it comes before it."""
        return _(_sentences[self.act]) % {"thing": isolate(self.thing), "detail": isolate(self.detail)}


def first_kept() -> datetime:
    """Returns the moment of which the log is kept at the earliest: the beginning of a year, in UTC."""
    now = clock.now()
    return datetime(now.year - KEPT_YEARS, 1, 1, tzinfo=now.tzinfo)


def add_sentences(sentences: Mapping[str, str]) -> None:
    """Adds the sentences of acts, English, to be translated, with `%(thing)s` and `%(detail)s`."""
    _sentences.update(sentences)


def acts_with_words(words: str) -> list[str]:
    """Returns the acts whose sentences, in the reader's language, contain these words, in any case."""
    folded = text.fold_for_search(words, LONGEST_TEXT)
    return [act for act, sentence in _sentences.items() if folded in text.fold_for_search(_(sentence), LONGEST_TEXT)]


async def acts_about(things: Collection[str]) -> FirstRows[OperatorAct]:
    """Returns what operators did to these things, the latest first; the audit log has all of it."""
    return await first_rows(OperatorAct.filter(thing__in=things).order_by("-created_at", "-id"))


def acting_operator() -> User | None:
    """Returns the signed-in person of the request; None for a command or a job."""
    return g.session.user if has_request_context() and g.get("session") else None


def name_of(user: User | None) -> str:
    """Returns the name of an operator as logs keep it; empty for None."""
    return (user.name or user.email)[:LONGEST_PERSON] if user else ""


async def record_act(act: str, thing: str = "", detail: str = "") -> OperatorAct:
    """Records what an operator does, the signed-in person of the request or whoever runs a command; returns the act."""
    user = acting_operator()
    return await OperatorAct.create(
        id=uuid4(),
        user_id=user.id if user else None,
        person=name_of(user),
        by_command=user is None,
        act=act,
        thing=thing[:LONGEST_TEXT],
        detail=detail[:LONGEST_TEXT],
        created_at=clock.now(),
    )


async def forget_operator(user: User) -> None:
    """Takes the name and address of somebody who is deleted out of the log, in the transaction; what was done remains.

    Their address at that time is the thing of the acts that made them an operator; the detail of those is their id.
    """
    await OperatorAct.filter(user_id=user.id).update(person="", user_id=None)
    await OperatorAct.filter(detail=str(user.id)).update(thing="", detail="")


add_sentences(
    {
        "operator_added": N_("made %(thing)s an operator."),
        "operator_removed": N_("ended that %(thing)s is an operator."),
    }
)
