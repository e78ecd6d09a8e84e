"""A refusal is a rule of the domain saying no.

It carries the code the JSON API documents, the field it concerns and what it says in English. It knows
nothing of HTTP: the dashboard says it beside the field in the reader's language, the API turns it into a
status and an envelope.
"""

from functools import partial
from typing import Any, ClassVar


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Marks a message for extraction and returns it unchanged."""
    return message


class Refusal(Exception):
    """Base of every "no". `facts` fill the placeholders of `says`; `retry_after` is in seconds.

    `says` is the sentence of the class, unless a rule that several kinds share gives its own.
    """

    code: ClassVar[str]
    says: str
    field: str = ""
    retry_after: int | None = None

    def __init__(self, *, field: str | None = None, retry_after: int | None = None, says: str = "",
                 **facts: Any) -> None:
        super().__init__(self.code)
        self.facts = facts
        if says:
            self.says = says
        if field is not None:
            self.field = field
        if retry_after is not None:
            self.retry_after = retry_after

    def __reduce__(self) -> tuple[Any, ...]:
        """So that one can come back from another process."""
        return partial(type(self), field=self.field, retry_after=self.retry_after, says=self.says, **self.facts), ()

    def __str__(self) -> str:
        return self.says % self.facts if self.facts else self.says.replace("%%", "%")


class NotFound(Refusal):
    code, says = "NOT_FOUND", N_("There is nothing here.")


class InvalidRequest(Refusal):
    code, says = "INVALID_REQUEST", N_("The request is not well formed.")


class BadJson(InvalidRequest):
    says = N_("The body is not valid JSON.")


class NotAnObject(InvalidRequest):
    says = N_("The body must be a JSON object.")


class MissingField(InvalidRequest):
    says = N_("%(name)s is required.")


class WrongType(InvalidRequest):
    says = N_("%(name)s has the wrong type.")


class TooLong(Refusal):
    code, says = "INVALID_REQUEST", N_("At most %(most)s characters, please.")


class TooManyAttempts(Refusal):
    code, says = "TOO_MANY_ATTEMPTS", N_("Too many attempts. Try again in %(minutes)s minutes.")


class Busy(Refusal):
    code, says, retry_after = "BUSY", N_("We are busy at the moment. Try again in a few seconds."), 5
