"""A row of an import: one link, style, page or QR code of the file, with its verdict and what was made of it.

`number` is the line of the row in its table of the file. `wanted` is its name there, `name` the name that it gets: the
same one, or a suggestion. `source` is its id in the file, by which QR codes find their links. `reason` is a sentence in
the language of whoever imports. `made_id` is the object that was made; `undo` holds what undoing needs: the version of
the object, names that the account held before, and the ids of tags and pictures that the import made.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock
from app.kernel.refusal import N_, Refusal
from app.privacy.bring_in.import_run import ImportRun

LINK, STYLE, PAGE, CODE = "link", "style", "page", "code"
MAKE, RENAME, HERE, FULL, CANNOT = "make", "rename", "here", "full", "cannot"
VERDICTS = {
    MAKE: N_("Will be made"),
    RENAME: N_("Another name"),
    HERE: N_("Already here"),
    FULL: N_("Does not fit in the plan"),
    CANNOT: N_("Cannot be made"),
}
NOUNS = {LINK: N_("Link"), STYLE: N_("Style"), PAGE: N_("Bio page"), CODE: N_("QR code")}
LONGEST_REASON = 300


class MadeAlready(Refusal):
    """Another job made the row in the meantime."""

    code, says = "ALREADY_MADE", N_("This row was made already.")


class ImportRow(Model):
    id = fields.BigIntField(primary_key=True)
    run: fields.ForeignKeyRelation[ImportRun] = fields.ForeignKeyField(
        "models.ImportRun", related_name="rows", on_delete=fields.CASCADE
    )
    run_id: UUID
    noun = fields.CharField(8)
    number = fields.IntField()
    source = fields.CharField(40, default="")
    wanted = fields.CharField(80, default="")
    name = fields.CharField(80, default="")
    about = fields.CharField(200, default="")
    verdict = fields.CharField(8)
    reason = fields.CharField(LONGEST_REASON, default="")
    left_out = fields.BooleanField(default=False)
    made_id: UUID | None = fields.UUIDField(null=True)
    made_at: datetime | None = fields.DatetimeField(null=True)
    undo: dict[str, Any] = fields.JSONField(default=dict)
    drop_used = fields.BooleanField(default=False)
    undone_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "import_rows"
        unique_together = (("run", "noun", "number"),)
        indexes = (("run", "verdict", "id"), ("run", "noun", "source"))

    @classmethod
    def to_make(cls, run: ImportRun) -> QuerySet[Self]:
        """The rows of an import that are to be made and are not made yet."""
        return cls.filter(run_id=run.id, verdict__in=(MAKE, RENAME), left_out=False, made_at=None)

    @classmethod
    def made(cls, run: ImportRun) -> QuerySet[Self]:
        """The rows of an import of which something was made that was not undone."""
        return cls.filter(run_id=run.id, made_id__not_isnull=True, undone_at=None)

    async def mark_made(self, made_id: UUID, undo: dict[str, Any], name: str = "") -> None:
        """Records what was made, in the transaction that makes it; `name` is that of a link. Raises: MadeAlready."""
        values = {"made_id": made_id, "made_at": clock.now(), "undo": undo, "name": name or self.name}
        if not await ImportRow.filter(id=self.id, made_at=None).update(**values):
            raise MadeAlready

    async def mark_refused(self, verdict: str, reason: str) -> None:
        """Records why nothing was made of the row after all."""
        unmade = ImportRow.filter(id=self.id, made_at=None)
        await unmade.update(verdict=verdict, reason=reason[:LONGEST_REASON], made_at=clock.now())
