"""A refusal is a rule of the domain saying no.

It carries the code the JSON API documents, the field it concerns and what it says in English. It knows
nothing of HTTP: the dashboard says it beside the field in the reader's language, the API turns it into a
status and an envelope.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, ClassVar, Self

from app.kernel.error_codes import document_code


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


class Faults(Refusal):
    """Everything that is wrong with one form, gathered so that all of it is said at once.

    `faults = Faults.gather()`, then `with faults.catching(): …` round each check, then `faults.raise_if_any()`.
    """

    code, says = "INVALID_REQUEST", N_("The request is not well formed.")

    def __init__(self) -> None:
        super().__init__()
        self.refusals: list[Refusal] = []

    @classmethod
    def gather(cls) -> Self:
        """Begins with nothing wrong."""
        return cls()

    @contextmanager
    def catching(self) -> Iterator[None]:
        """Keeps a refusal raised in the block, and goes on behind it.

        One that says to wait (a limit, or Busy) is no fault of a field and passes through.
        """
        try:
            yield
        except Faults as several:
            self.refusals += several.refusals
        except Refusal as one:
            if one.retry_after is not None:
                raise
            self.refusals.append(one)

    def raise_if_any(self) -> None:
        """Refusals: the only one that was gathered, or for several itself, in the words of the first."""
        if len(self.refusals) == 1:
            raise self.refusals[0]
        if self.refusals:
            first = self.refusals[0]
            vars(self).update(code=first.code, says=first.says, field=first.field, facts=first.facts,
                              retry_after=first.retry_after)
            raise self


document_code(
    "INVALID_REQUEST", 400, N_("The request is not well formed; “field” names the part to blame."),
    N_("Compare the request with the table of fields."))
document_code(
    "EDITED_ELSEWHERE", 409, N_("The page is no longer at the version you sent: somebody changed it meanwhile."),
    N_("Read it again, put your change into what it is now, and send that version."), form_status=422)
document_code(
    "NOT_FOUND", 404, N_("There is nothing at that address, or it belongs to another account."),
    N_("Check the id."))
document_code(
    "BUSY", 503, N_("We are busy, or the database does not answer."),
    N_("Try again after as many seconds as Retry-After says."))


class NotFound(Refusal):
    code, says = "NOT_FOUND", N_("There is nothing here.")


class EditedElsewhere(Refusal):
    """A row has another version than the one that a change was made from. Each noun says it in words of its own."""

    code, field = "EDITED_ELSEWHERE", "version"


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
