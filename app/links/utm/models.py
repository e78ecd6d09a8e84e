"""A saved set of UTM parameters, which the link editor puts into destinations.

An empty parameter is left as it is in the destination.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, text
from app.kernel.db import transaction
from app.kernel.refusal import N_, InvalidRequest, NotFound, TooLong
from app.plans import quota

MAX_TEMPLATES, MAX_NAME_LENGTH, MAX_VALUE_LENGTH = 50, 60, 200
NAME_FIELD = "utm_name"


class TemplateNameMissing(InvalidRequest):
    """A template was saved without a name."""

    field, says = NAME_FIELD, N_("Give the template a name, such as Newsletter.")


class TemplateNameTaken(InvalidRequest):
    """The account has another template of that name."""

    field, says = NAME_FIELD, N_("You have a template “%(name)s” already. Choose another name.")


class TooManyTemplates(InvalidRequest):
    """The account has as many templates as are allowed."""

    field, says = NAME_FIELD, N_("You have %(most)s templates. Delete one first.")


class NoParameters(InvalidRequest):
    """A template was saved without any parameter."""

    field, says = "utm_source", N_("Fill in at least one of the parameters.")


class UtmTemplate(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="utm_templates", on_delete=fields.CASCADE
    )
    account_id: UUID
    name = fields.CharField(MAX_NAME_LENGTH)
    folded = fields.CharField(2 * MAX_NAME_LENGTH)
    source = fields.CharField(MAX_VALUE_LENGTH, default="")
    medium = fields.CharField(MAX_VALUE_LENGTH, default="")
    campaign = fields.CharField(MAX_VALUE_LENGTH, default="")
    term = fields.CharField(MAX_VALUE_LENGTH, default="")
    content = fields.CharField(MAX_VALUE_LENGTH, default="")
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "utm_templates"
        unique_together = (("account", "folded"),)
        ordering = ("folded",)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's templates, by name."""
        return cls.filter(account=account)

    @classmethod
    async def save_new(cls, account: Account, name: str, parameters: Mapping[str, Any]) -> Self:
        """Saves checked parameters under a name.

        Raises: TemplateNameMissing, TemplateNameTaken, TooLong, NoParameters, TooManyTemplates.
        """
        shown, folded = _check_name(name)
        if not any(parameters.values()):
            raise NoParameters
        try:
            async with transaction():
                await quota.lock_for_more(account)
                if await cls.owned_by(account).count() >= MAX_TEMPLATES:
                    raise TooManyTemplates(most=MAX_TEMPLATES)
                return await cls.create(
                    account_id=account.id, name=shown, folded=folded, created_at=clock.now(), **parameters
                )
        except IntegrityError:
            raise TemplateNameTaken(name=shown) from None

    async def rename(self, name: str) -> None:
        """Gives the template another name. Raises: TemplateNameMissing, TemplateNameTaken, TooLong, NotFound."""
        shown, folded = _check_name(name)
        try:
            async with transaction():
                if not await UtmTemplate.filter(id=self.id).update(name=shown, folded=folded):
                    raise NotFound
        except IntegrityError:
            raise TemplateNameTaken(name=shown) from None
        self.name = shown

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters that the template sets, by field."""
        values = {field: getattr(self, field) for field in ("source", "medium", "campaign", "term", "content")}
        return {field: value for field, value in values.items() if value}


def _check_name(raw: str) -> tuple[str, str]:
    """The name as it is shown and as it is compared. Raises: TemplateNameMissing, TooLong."""
    shown = text.clean_line(raw, MAX_NAME_LENGTH, NAME_FIELD)
    folded = text.fold_identifier(shown, MAX_NAME_LENGTH)
    if not shown:
        raise TemplateNameMissing
    if len(folded) > 2 * MAX_NAME_LENGTH:  # one ligature folds to three letters
        raise TooLong(field=NAME_FIELD, most=MAX_NAME_LENGTH)
    return shown, folded
