"""A tag: a word by which an account groups its links. Its colour follows from the order in which it was made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import text
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal, TooLong

MOST_ON_A_LINK, LONGEST, HUES = 10, 32, 6


class TooManyTags(Refusal):
    code, field, says = "INVALID_REQUEST", "tags", N_("A link can have at most %(most)s tags.")


class Tag(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="tags", on_delete=fields.CASCADE
    )
    account_id: UUID
    name = fields.CharField(LONGEST)
    folded = fields.CharField(LONGEST * 2)

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

        In one order for all, so that two who make the same tags wait for each other. Refusals: TooManyTags.
        """
        wanted = {text.caseless(name, LONGEST): name for name in names}
        if len(wanted) > MOST_ON_A_LINK:
            raise TooManyTags(most=MOST_ON_A_LINK)
        for folded in sorted(wanted.keys() - set(await cls._folded(account, wanted))):
            try:
                async with transaction():
                    await cls.create(account=account, name=wanted[folded], folded=folded)
            except IntegrityError:
                continue  # somebody made it at the same moment
        return await cls.owned_by(account).filter(folded__in=list(wanted)) if wanted else []

    @classmethod
    async def _folded(cls, account: Account, wanted: Iterable[str]) -> list[str]:
        found = await cls.owned_by(account).filter(folded__in=list(wanted)).values_list("folded", flat=True)
        return [str(folded) for folded in found]

    @property
    def hue(self) -> int:
        """1 to 6: which of the six tag colours it wears."""
        return int(self.id) % HUES + 1


def parse(typed: str) -> list[str]:
    """The names in `sale, November`; each once, in any case. Refusals: TooManyTags, TooLong."""
    names = [text.line(word, LONGEST, "tags") for word in typed.split(",")]
    if any(len(text.caseless(name, LONGEST)) > LONGEST * 2 for name in names):  # one ligature folds to three letters
        raise TooLong(field="tags", most=LONGEST)
    unique = list({text.caseless(name, LONGEST): name for name in names if name}.values())
    if len(unique) > MOST_ON_A_LINK:
        raise TooManyTags(most=MOST_ON_A_LINK)
    return unique
