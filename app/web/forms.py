"""A submitted form: the values and the error messages by field."""

from dataclasses import dataclass, field

from quart import request

from app.kernel import secret_fields
from app.kernel.refusal import Faults, Refusal
from app.kernel.text import whole
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
        return cls({name: whole(value) for name, value in (await request.form).items() if isinstance(value, str)})

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def given(self, name: str) -> bool:
        """Whether the field was submitted, even if it is empty."""
        return name in self.values

    def blame(self, refusal: Refusal) -> "Form":
        """Adds the message of a refusal (of Faults, of each) to its field, in the reader's language; withholds secrets.
        """
        for fault in refusal.refusals if isinstance(refusal, Faults) else [refusal]:
            self.errors.setdefault(fault.field, envelope.said(fault))
        self.shown_again()
        return self

    def keeps(self, name: str) -> bool:
        """Whether the value of a field may be shown in the form again: every one except secrets."""
        return not secret_fields.secret(name)

    @property
    def wanted_again(self) -> set[str]:
        """The withheld fields that must be typed again; none for htmx, which keeps the inputs of the page."""
        return set() if htmx.asks_for_fragment() else self.withheld

    def shown_again(self) -> None:
        """Removes the values of secret fields before the form is rendered into a page again."""
        secrets = [name for name, value in self.values.items() if value and not self.keeps(name)]
        self.values |= dict.fromkeys(secrets, "")
        self.withheld.update(secrets)
