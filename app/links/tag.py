"""A tag: a word by which an account groups its links.

Its colour is the one that was chosen, or follows from the order in which the tags were made.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import text
from app.kernel.db import transaction
from app.kernel.refusal import N_, InvalidRequest, TooLong

MOST_ON_A_LINK, LONGEST, HUES = 10, 32, 6


class TagTooLong(TooLong):
    field, says = "tags", N_("A tag has at most %(most)s characters.")


class TooManyTags(InvalidRequest):
    field, says = "tags", N_("A link can have at most %(most)s tags.")


class TagUnknown(InvalidRequest):
    field, says = "tags", N_("You have no tag “%(name)s”.")


class Tag(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="tags", on_delete=fields.CASCADE
    )
    account_id: UUID
    name = fields.CharField(LONGEST)
    folded = fields.CharField(LONGEST * 2)
    colour: int | None = fields.SmallIntField(null=True)

    class Meta:
        table = "tags"
        unique_together = (("account", "folded"),)
        ordering = ("folded",)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        return cls.filter(account=account)

    @classmethod
    async def named(cls, account: Account, names: Iterable[str]) -> list[Self]:
        """The account's tags of these names, made where they are missing; inside a transaction.

        They are locked, so that nobody deletes or renames them before the transaction ends; in one order for all.
        Refusals: TooManyTags.
        """
        wanted = {text.caseless(name, LONGEST): name for name in names}
        if len(wanted) > MOST_ON_A_LINK:
            raise TooManyTags(most=MOST_ON_A_LINK)
        while wanted:
            found = await cls._locked(account, wanted)
            if not (missing := wanted.keys() - {tag.folded for tag in found}):
                return found
            for folded in sorted(missing):
                with suppress(IntegrityError):  # somebody made it at the same moment
                    async with transaction():
                        await cls.create(account=account, name=wanted[folded], folded=folded)
        return []

    @classmethod
    async def known(cls, account: Account, names: Iterable[str]) -> list[Self]:
        """The account's tags of these names, locked as by `named`. Refusals: TagUnknown for one that is not there."""
        wanted = {text.caseless(name, LONGEST): name for name in names}
        found = await cls._locked(account, wanted)
        for folded in sorted(wanted.keys() - {tag.folded for tag in found}):
            raise TagUnknown(name=wanted[folded])
        return found

    @classmethod
    async def _locked(cls, account: Account, wanted: Iterable[str]) -> list[Self]:
        mine = cls.owned_by(account).filter(folded__in=list(wanted))
        return await mine.order_by("folded").select_for_update(no_key=True)

    @property
    def hue(self) -> int:
        """1 to 6: which of the six tag colours it wears."""
        return self.colour or int(self.id) % HUES + 1


def folded_tag(name: str) -> str:
    """The form in which tags are compared, of what may be no tag at all; a NUL is no text for PostgreSQL."""
    return text.caseless(name, LONGEST)[:2 * LONGEST].replace("\x00", "")


def parse(typed: str) -> list[str]:
    """The names in `sale, November`; each once, in any case. Refusals: TooManyTags, TagTooLong."""
    try:
        names = [text.line(word, LONGEST, "tags") for word in typed.split(",")]
    except TooLong:
        raise TagTooLong(most=LONGEST) from None
    if any(len(text.caseless(name, LONGEST)) > LONGEST * 2 for name in names):  # one ligature folds to three letters
        raise TagTooLong(most=LONGEST)
    unique = list({text.caseless(name, LONGEST): name for name in names if name}.values())
    if len(unique) > MOST_ON_A_LINK:
        raise TooManyTags(most=MOST_ON_A_LINK)
    return unique
