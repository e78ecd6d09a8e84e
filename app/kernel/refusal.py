"""A refusal is the exception with which a rule of the domain rejects a request.

It carries the code that the JSON API documents, the field it concerns, and a sentence in English. It knows nothing of
HTTP: the dashboard shows the sentence next to the field in the reader's language, the API answers with a status and an
error envelope.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, ClassVar, Self

from app.kernel.error_codes import document_code


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Marks a message for extraction by gettext and returns it unchanged."""
    return message


class Refusal(Exception):
    """Base class of all refusals.

    `says` is the sentence of the class, unless a rule that is shared by several classes passes its own. `facts` fill
    the placeholders in `says`; those in `answer_facts` are also members of the API's answer. `retry_after` is in
    seconds, None if trying again later does not help.
    """

    code: ClassVar[str]
    answer_facts: ClassVar[tuple[str, ...]] = ()
    says: str
    field: str = ""
    retry_after: int | None = None

    def __init__(
        self, *, field: str | None = None, retry_after: int | None = None, says: str = "", **facts: Any
    ) -> None:
        super().__init__(self.code)
        self.facts = facts
        if says:
            self.says = says
        if field is not None:
            self.field = field
        if retry_after is not None:
            self.retry_after = retry_after

    def __reduce__(self) -> tuple[Any, ...]:
        """Makes refusals picklable, so that one can be raised in another process."""
        return partial(type(self), field=self.field, retry_after=self.retry_after, says=self.says, **self.facts), ()

    def __str__(self) -> str:
        return self.says % self.facts if self.facts else self.says.replace("%%", "%")


class Faults(Refusal):
    """All refusals of one form, collected so that they are reported at once.

    `faults = Faults.gather()`, then `with faults.catching(): …` around each check, then `faults.raise_if_any()`.
    """

    code, says = "INVALID_REQUEST", N_("The request is not well formed.")

    def __init__(self) -> None:
        super().__init__()
        self.refusals: list[Refusal] = []

    @classmethod
    def gather(cls) -> Self:
        """Returns an empty collection."""
        return cls()

    @contextmanager
    def catching(self) -> Iterator[None]:
        """Collects a refusal that the block raises, and continues after the block.

        A refusal with `retry_after` (a limit, or Busy) is no fault of a field and is raised.
        """
        try:
            yield
        except Faults as faults:
            self.refusals += faults.refusals
        except Refusal as refusal:
            if refusal.retry_after is not None:
                raise
            self.refusals.append(refusal)

    def raise_if_any(self) -> None:
        """Raises the only refusal, or for several this object, with the code, field and sentence of the first."""
        if len(self.refusals) == 1:
            raise self.refusals[0]
        if self.refusals:
            first = self.refusals[0]
            vars(self).update(
                code=first.code, says=first.says, field=first.field, facts=first.facts, retry_after=first.retry_after
            )
            raise self


document_code(
    "INVALID_REQUEST",
    400,
    N_("The request is invalid; “field” names the part that is wrong."),
    N_("Compare the request with the table of fields."),
)
document_code(
    "EDITED_ELSEWHERE",
    409,
    N_("The page or post is no longer at the version you sent, or its state has changed: somebody was faster."),
    N_("Read it again, decide by what it is now, and send that version."),
    form_status=422,
)
document_code(
    "NOT_FOUND", 404, N_("There is nothing at that address, or it belongs to another account."), N_("Check the id.")
)
document_code(
    "BUSY",
    503,
    N_("We are busy, or the database does not answer."),
    N_("Try again after as many seconds as Retry-After says."),
)


class NotFound(Refusal):
    """The object does not exist, or belongs to another account."""

    code, says = "NOT_FOUND", N_("There is nothing here.")


class EditedElsewhere(Refusal):
    """A row was changed by somebody else after it was read. Each kind of row has a subclass with its message."""

    code, field = "EDITED_ELSEWHERE", "version"


class InvalidRequest(Refusal):
    """The request has the wrong form."""

    code, says = "INVALID_REQUEST", N_("The request is not well formed.")


class BadJson(InvalidRequest):
    """The body of the request is not valid JSON."""

    says = N_("The body is not valid JSON.")


class NotAnObject(InvalidRequest):
    """The body of the request is JSON, but not an object."""

    says = N_("The body must be a JSON object.")


class MissingField(InvalidRequest):
    """A required field is missing. Facts: name."""

    says = N_("%(name)s is required.")


class WrongType(InvalidRequest):
    """A field has the wrong JSON type. Facts: name."""

    says = N_("%(name)s has the wrong type.")


class TooLong(Refusal):
    """A text has too many characters. Facts: most."""

    code, says = "INVALID_REQUEST", N_("At most %(most)s characters, please.")


class TooManyAttempts(Refusal):
    """The limit on attempts is reached. Facts: minutes."""

    code, says = "TOO_MANY_ATTEMPTS", N_("Too many attempts. Try again in %(minutes)s minutes.")


class Busy(Refusal):
    """A queue is full, or the database does not answer."""

    code, says, retry_after = "BUSY", N_("We are busy at the moment. Try again in a few seconds."), 5
