"""A form as it was typed, and what was refused of it."""

from dataclasses import dataclass, field
from typing import Self

from quart import request
from tortoise.models import Model

from app.kernel import secret_fields
from app.kernel.refusal import EditedElsewhere, Faults, Refusal
from app.kernel.text import whole
from app.web import envelope, htmx


@dataclass(slots=True)
class Form:
    """What was typed, by field, and the reasons beside the fields they concern (`""`: the form as a whole).

    `withheld` names the secrets that were typed and are not in the page that shows the form again.
    """

    values: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    withheld: set[str] = field(default_factory=set)

    @classmethod
    async def submitted(cls) -> "Form":
        return cls({name: whole(value) for name, value in (await request.form).items() if isinstance(value, str)})

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def given(self, name: str) -> bool:
        return name in self.values

    @property
    def version(self) -> int | None:
        """The version of what was shown when the form was opened; None where the form does not say."""
        typed = self["version"]
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None

    def blame(self, refusal: Refusal) -> "Form":
        """Puts a refusal's words beside its field, in the reader's language; of Faults those of each refusal.

        As `shown_again`.
        """
        for one in refusal.refusals if isinstance(refusal, Faults) else [refusal]:
            self.errors.setdefault(one.field, envelope.said(one))
        self.shown_again()
        return self

    async def blame_for(self, row: Model, refusal: Refusal) -> Self:
        """As `blame`, for a change of a row: of an edit elsewhere people are warned once, then saving is a choice."""
        if isinstance(refusal, EditedElsewhere):
            await row.refresh_from_db(fields=["version"])
            self.values["version"] = str(vars(row)["version"])
        self.blame(refusal)
        return self

    def keeps(self, name: str) -> bool:
        """Whether a value may stand in the page that shows the form again: any but a secret."""
        return not secret_fields.secret(name)

    @property
    def wanted_again(self) -> set[str]:
        """The withheld ones that have to be typed again. A fragment is merged into the page, where they still are."""
        return set() if htmx.asks_for_fragment() else self.withheld

    def shown_again(self) -> None:
        """The form goes back into a page: from here on it holds no secret any more."""
        secrets = [name for name, value in self.values.items() if value and not self.keeps(name)]
        self.values |= dict.fromkeys(secrets, "")
        self.withheld.update(secrets)
