"""All faults of a request about a post at once, each by the field of the request: `variants[0].text`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from app.kernel.refusal import N_, EditedElsewhere, Faults, NotFound, Refusal
from app.publishing.posts.drafts import PostEditedElsewhere
from app.publishing.posts.planning_actions import PostNotReady
from app.publishing.posts.post_problem import PostProblem
from app.web import envelope
from app.web.envelope import FieldLocation

MOST_NAMED = 100
FIELDS = {"at": "planned_at", "when": "plan", "connections": "variants", "connection": "connection_id"}


class PostFaults(Refusal):
    """What is wrong with a request about a post: the first fault as its own, and all of them in `faults`."""

    code, answer_facts = "INVALID_REQUEST", ("faults",)

    def __init__(self, code: str, says: str, faults: Sequence[dict[str, Any]], **facts: Any) -> None:
        super().__init__(field=faults[0]["field"], says=says, **facts)
        vars(self).update(code=code)
        self.facts["faults"] = list(faults)


class ChangedMeanwhile(EditedElsewhere):
    """Somebody else changed the post after it was read."""

    says = N_("Somebody changed this post meanwhile. Read it again, and send the version that it has now.")


@contextmanager
def refusals_with_request_fields(connections: Sequence[UUID | None] = ()) -> Iterator[None]:
    """Makes the refusals of verbs those of the API: all faults at once, and fields as the API calls them.

    `connections` are those of the post's variants, in the order in which the request or the answer lists them.
    Raises: PostFaults, ChangedMeanwhile, and other refusals as they are.
    """
    try:
        yield
    except PostNotReady as refusal:
        raise _not_ready(refusal, connections) from None
    except PostEditedElsewhere:
        raise ChangedMeanwhile from None
    except Faults as several:
        raise combined_refusal(several.refusals) from None
    except NotFound:
        raise
    except Refusal as refusal:
        refusal.field = FIELDS.get(refusal.field, refusal.field)
        raise


def combined_refusal(refusals: Sequence[Refusal]) -> PostFaults:
    """Returns one refusal of several."""
    faults = [_fault(refusal.field, refusal.code, envelope.refusal_message(refusal)) for refusal in refusals]
    first = refusals[0]
    return PostFaults(first.code, first.says, faults[:MOST_NAMED], **first.facts)


def refusal_of_invalid_body(invalid: ValidationError) -> Refusal:
    """Returns the refusal of a body that is not as its model says, with all that is wrong."""
    refusals = envelope.refusals_of_validation(invalid, field_path)
    return combined_refusal(refusals) if refusals[0].field else refusals[0]


def field_path(location: FieldLocation) -> str:
    """Returns the path of a field as `variants[0].text`."""
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path


def _not_ready(refusal: PostNotReady, connections: Sequence[UUID | None]) -> Refusal:
    """Returns the refusal of a post that cannot be planned, with the faults of all of its variants."""
    if not refusal.problems:
        refusal.field = FIELDS.get(refusal.field, refusal.field)
        return refusal
    places = {id: at for at, id in enumerate(connections)}
    faults = [_problem_as_fault(problem, places) for problem in refusal.problems[:MOST_NAMED]]
    return PostFaults(refusal.code, refusal.says, faults, **refusal.facts)


def _problem_as_fault(problem: PostProblem, places: dict[UUID | None, int]) -> dict[str, Any]:
    """Returns a fault of one variant by the field that has to change."""
    name = FIELDS.get(problem.field_name, problem.field_name)
    place = places.get(problem.variant.connection_id)
    field = name if name == "planned_at" or place is None else f"variants[{place}].{name}"
    return _fault(field, PostNotReady.code, problem.sentence)


def _fault(field: str, code: str, message: str) -> dict[str, Any]:
    return {"field": field, "error": code, "message": message}
