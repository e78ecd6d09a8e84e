"""What operators looked at: one row for an operator and a thing in ten minutes, so that a refresh adds none.

Whoever shows the data of somebody to an operator calls `record_look` first. `kind` is a key of the sentences that
packages add, and `thing` is the id or the number of what was looked at, never a name or an address: it stays when the
person is deleted.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self
from uuid import UUID, uuid4

from quart import g
from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.user import User
from app.kernel import clock, text
from app.kernel.bidi import isolate
from app.kernel.db import query_rows
from app.kernel.i18n import gettext as _
from app.operators.operator_log import LONGEST_PERSON, LONGEST_TEXT, first_kept

SLOT = 600  # seconds in which the looks of an operator at one thing are one row
INSERT = """INSERT INTO operator_looks (id, user_id, person, kind, thing, slot, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"""
_sentences: dict[str, str] = {}


class OperatorLook(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    user: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.User", related_name="operator_looks", on_delete=fields.SET_NULL, null=True
    )
    user_id: UUID | None
    person = fields.CharField(LONGEST_PERSON)
    kind = fields.CharField(20)
    thing = fields.CharField(LONGEST_TEXT)
    slot = fields.BigIntField()
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "operator_looks"
        unique_together = (("user_id", "kind", "thing", "slot"),)
        indexes = (("created_at", "id"), ("thing",))

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The looks of years that are over for as long as acts are kept, to be deleted."""
        return cls.filter(created_at__lt=first_kept())

    @property
    def who(self) -> str:
        """The operator's name in the reader's language."""
        return self.person or _("somebody")

    @property
    def what(self) -> str:
        """The sentence of the look in the reader's language; the name of who looked comes before it."""
        return _(_sentences[self.kind]) % {"thing": isolate(self.thing)}


def add_look_sentences(sentences: Mapping[str, str]) -> None:
    """Adds the sentences of looks by kind, English, to be translated, with `%(thing)s`."""
    _sentences.update(sentences)


def looks_with_words(words: str) -> list[str]:
    """Returns the kinds of looks whose sentences, in the reader's language, contain these words, in any case."""
    folded = text.fold_for_search(words, LONGEST_TEXT)
    return [kind for kind, sentence in _sentences.items() if folded in text.fold_for_search(_(sentence), LONGEST_TEXT)]


async def record_look(kind: str, thing: str) -> None:
    """Records that the signed-in operator looks at a thing now. Raises: KeyError for a kind without a sentence."""
    if kind not in _sentences:
        raise KeyError(kind)
    user, now = g.session.user, clock.now()
    slot = int(now.timestamp()) // SLOT
    values = [str(uuid4()), str(user.id), (user.name or user.email)[:LONGEST_PERSON], kind, thing[:LONGEST_TEXT]]
    await query_rows(INSERT, [*values, slot, now])


async def forget_looks_of(user: User) -> None:
    """Takes the name of somebody who is deleted out of what they looked at, in the transaction; the looks remain."""
    await OperatorLook.filter(user_id=user.id).update(person="", user_id=None)
