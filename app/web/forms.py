"""A form as it was typed, and what was refused of it."""

from dataclasses import dataclass, field

from quart import request

from app.kernel.refusal import Faults, Refusal
from app.kernel.text import whole
from app.web import envelope


@dataclass(slots=True)
class Form:
    """What was typed, by field, and the reasons beside the fields they concern (`""`: the form as a whole)."""

    values: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    @classmethod
    async def submitted(cls) -> "Form":
        return cls({name: whole(value) for name, value in (await request.form).items() if isinstance(value, str)})

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def given(self, name: str) -> bool:
        return name in self.values

    def blame(self, refusal: Refusal) -> "Form":
        """Puts a refusal's words beside its field, in the reader's language; of Faults those of each refusal."""
        for one in refusal.refusals if isinstance(refusal, Faults) else [refusal]:
            self.errors.setdefault(one.field, envelope.said(one))
        return self
