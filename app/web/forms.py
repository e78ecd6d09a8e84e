"""A submitted form: the values and the error messages by field."""

from dataclasses import dataclass, field
from typing import Self

from quart import request
from tortoise.models import Model

from app.kernel import sensitive_form_fields
from app.kernel.refusal import EditedElsewhere, Faults, Refusal
from app.kernel.text import replace_surrogates
from app.web import envelope, htmx


@dataclass(slots=True)
class Form:
    """The values that were submitted, by field, and the error messages by field (`""` for the form as a whole).

    `withheld` names the secret fields whose values were submitted but are left out when the form is shown again.
    """

    values: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    withheld: set[str] = field(default_factory=set)

    @classmethod
    async def submitted(cls) -> "Form":
        """Returns the form of the current request; file fields are ignored."""
        return cls(
            {name: replace_surrogates(value) for name, value in (await request.form).items() if isinstance(value, str)}
        )

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def has(self, name: str) -> bool:
        """Whether the field was submitted, even if it is empty."""
        return name in self.values

    @property
    def version(self) -> int | None:
        """The version of the row that the form was rendered from; None if the field is missing or not a number."""
        value = self["version"]
        return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None

    def blame(self, refusal: Refusal) -> "Form":
        """Adds the message of a refusal (of Faults, of each) to its field, in the reader's language; withholds
        secrets.
        """
        for fault in refusal.refusals if isinstance(refusal, Faults) else [refusal]:
            self.errors.setdefault(fault.field, envelope.refusal_message(fault))
        self.withhold_secrets()
        return self

    async def blame_for(self, row: Model, refusal: Refusal) -> Self:
        """As `blame`, for a change of `row`.

        After EditedElsewhere the form holds the row's current version, so that submitting it again saves the change.
        """
        if isinstance(refusal, EditedElsewhere):
            await row.refresh_from_db(fields=["version"])
            self.values["version"] = str(vars(row)["version"])
        self.blame(refusal)
        return self

    def may_show_again(self, name: str) -> bool:
        """Whether the value of a field may be shown in the form again: every one except secrets."""
        return not sensitive_form_fields.is_secret_field(name)

    @property
    def fields_to_retype(self) -> set[str]:
        """The withheld fields that must be typed again; none for htmx, which keeps the inputs of the page."""
        return set() if htmx.wants_fragment() else self.withheld

    def withhold_secrets(self) -> None:
        """Removes the values of secret fields before the form is rendered into a page again."""
        secrets = [name for name, value in self.values.items() if value and not self.may_show_again(name)]
        self.values |= dict.fromkeys(secrets, "")
        self.withheld.update(secrets)
