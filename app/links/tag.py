"""A tag: a word by which an account groups its links.

Its colour is chosen, or follows from the order in which the tags were created. `description` says what it is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

MAX_PER_LINK, MAX_LENGTH, COLOUR_COUNT = 10, 32, 6
MAX_DESCRIPTION = 300


class TagTooLong(TooLong):
    """Raised for a tag of more than LONGEST characters."""

    field, says = "tags", N_("A tag has at most %(most)s characters.")


class TooManyTags(InvalidRequest):
    """Raised for more than MAX_PER_LINK tags on a link."""

    field, says = "tags", N_("A link can have at most %(most)s tags.")


class UnknownTag(InvalidRequest):
    """Raised for a tag that the account does not have."""

    field, says = "tags", N_("You have no tag “%(name)s”.")


class Tag(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="tags", on_delete=fields.CASCADE
    )
    account_id: UUID
    name = fields.CharField(MAX_LENGTH)
    folded = fields.CharField(MAX_LENGTH * 2)
    colour: int | None = fields.SmallIntField(null=True)
    description = fields.CharField(MAX_DESCRIPTION, default="")

    class Meta:
        table = "tags"
        unique_together = (("account", "folded"),)
        ordering = ("folded",)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's tags."""
        return cls.filter(account=account)

    @classmethod
    async def get_or_create_all(cls, account: Account, names: Iterable[str]) -> list[Self]:
        """The account's tags of these names, created where they are missing; inside a transaction.

        Raises: TooManyTags.
        """
        names_by_folded = {text.fold_identifier(name, MAX_LENGTH): name for name in names}
        if len(names_by_folded) > MAX_PER_LINK:
            raise TooManyTags(most=MAX_PER_LINK)
        return await cls.get_or_create_folded(account, names_by_folded)

    @classmethod
    async def get_or_create_folded(cls, account: Account, names_by_folded: Mapping[str, str]) -> list[Self]:
        """The account's tags of any number of names, by folded name, as `get_or_create_all`.

        The tags are locked in one order, so that nobody deletes or renames them before the transaction ends.
        """
        while names_by_folded:
            tags = await cls._locked(account, names_by_folded)
            if not (missing := names_by_folded.keys() - {tag.folded for tag in tags}):
                return tags
            for folded in sorted(missing):
                with suppress(IntegrityError):  # another transaction created it
                    async with transaction():
                        await cls.create(account=account, name=names_by_folded[folded], folded=folded)
        return []

    @classmethod
    async def get_existing(cls, account: Account, names: Iterable[str]) -> list[Self]:
        """The account's existing tags of these names, locked as by `get_or_create_all`. Raises: UnknownTag."""
        names_by_folded = {text.fold_identifier(name, MAX_LENGTH): name for name in names}
        tags = await cls._locked(account, names_by_folded)
        for folded in sorted(names_by_folded.keys() - {tag.folded for tag in tags}):
            raise UnknownTag(name=names_by_folded[folded])
        return tags

    @classmethod
    async def _locked(cls, account: Account, folded_names: Iterable[str]) -> list[Self]:
        """The account's tags of these folded names, locked until the transaction ends."""
        matches = cls.owned_by(account).filter(folded__in=list(folded_names))
        return await matches.order_by("folded").select_for_update(no_key=True)

    @property
    def hue(self) -> int:
        """The number of the tag's colour, 1 to 6."""
        return self.colour or int(self.id) % COLOUR_COUNT + 1


def fold_tag(name: str) -> str:
    """The form in which tag names are compared, for any text: cut to length, without the NUL that PostgreSQL
    rejects.
    """
    return text.fold_identifier(name, MAX_LENGTH)[: 2 * MAX_LENGTH].replace("\x00", "")


def parse_tags(typed: str) -> list[str]:
    """The names in a text such as `sale, November`, as `clean_tags` returns them."""
    return clean_tags(typed.split(","))


def clean_tags(words: Iterable[str]) -> list[str]:
    """The names of tags in these words, without empty ones and duplicates in another case.

    Raises: TooManyTags, TagTooLong.
    """
    try:
        names = [text.clean_line(word, MAX_LENGTH, "tags") for word in words]
    except TooLong:
        raise TagTooLong(most=MAX_LENGTH) from None
    if any(
        len(text.fold_identifier(name, MAX_LENGTH)) > MAX_LENGTH * 2 for name in names
    ):  # one ligature folds to three letters
        raise TagTooLong(most=MAX_LENGTH)
    unique = list({text.fold_identifier(name, MAX_LENGTH): name for name in names if name}.values())
    if len(unique) > MAX_PER_LINK:
        raise TooManyTags(most=MAX_PER_LINK)
    return unique
