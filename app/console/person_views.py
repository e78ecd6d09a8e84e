"""The operator's list of people, and the page of a person with what can be done about how they sign in.

Each act needs a reason, which is kept.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts.user import User
from app.console import person_search
from app.console.account_page import load_person
from app.console.person_search import HOME, STATES
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, NotFound, Refusal
from app.operators.guard import register_operator_pages
from app.operators.looks import add_look_sentences, record_look
from app.ops import account_acts
from app.web import envelope, htmx
from app.web.forms import Form

LOOK, LOOK_AT_LIST = "person", "people"
blueprint = Blueprint("operator_people", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
add_look_sentences(
    {LOOK: N_("looked at the person %(thing)s."), LOOK_AT_LIST: N_("looked through the list of people.")}
)


class PersonAct(NamedTuple):
    """An act about a person: what does it, the question and what it means, the button, and what is told afterwards."""

    run: Callable[[User, str], Awaitable[Any]]
    question: str
    meaning: str
    button: str
    done: str


ACTS: Mapping[str, PersonAct] = {
    "sign-out": PersonAct(
        account_acts.sign_out,
        N_("Sign out everywhere?"),
        N_("Every session of this person ends. Passwords and API keys stay. They read of it in their security log."),
        N_("Sign out everywhere"),
        N_("Every session is ended."),
    ),
    "second-factor-off": PersonAct(
        account_acts.turn_off_second_factor,
        N_("Turn the authenticator app off?"),
        N_("First make sure that it is this person who asks. They are told by mail, and sign in without a code."),
        N_("Turn it off"),
        N_("The authenticator app is off."),
    ),
    "password-link": PersonAct(
        account_acts.send_password_link,
        N_("Send a link for a new password?"),
        N_("It goes to the address of this person and works once, for a day. The password stays until it is used."),
        N_("Send the link"),
        N_("The link is sent."),
    ),
}
VERBS = f"any({', '.join(map(repr, ACTS))})"


@blueprint.get("")
async def list_people() -> Response:
    """The list of people, or the part of it that htmx requests for a search or for its next rows."""
    search = person_search.search_of(request.args)
    await record_look(LOOK_AT_LIST, "")
    region = await person_search.list_context(search)
    templates = "console/_person_rows.html", "console/_people.html"
    if (part := await htmx.render_part_of_list(search.after, *templates, **region)) is not None:
        return part
    choices = [(key, _(words)) for key, words in STATES.items()]
    return await htmx.render_response("console/people.html", active="accounts", choices=choices, **region)


@blueprint.get("/<uuid:id>")
async def person_page(id: UUID) -> Response:
    """The page of a person. Raises: NotFound."""
    user = await _find(id)
    await record_look(LOOK, str(user.id))
    return await htmx.render_response("console/person.html", active="accounts", page=await load_person(user))


@blueprint.get(f"/<uuid:id>/<{VERBS}:verb>")
async def act_form(id: UUID, verb: str) -> Response:
    """Asks for the reason of an act. Raises: NotFound."""
    user = await _find(id)
    await record_look(LOOK, str(user.id))
    return await _act_form(user, verb, Form())


@blueprint.post(f"/<uuid:id>/<{VERBS}:verb>")
async def act(id: UUID, verb: str) -> Response:
    """Does an act about a person; without a reason, the form is shown again. Raises: NotFound."""
    user, form = await _find(id), await Form.submitted()
    try:
        await ACTS[verb].run(user, account_acts.read_why(form["why"]))
    except Refusal as refusal:
        return await _act_form(user, verb, form.blame(refusal), envelope.page_status(refusal))
    await flash(_(ACTS[verb].done))
    return htmx.redirect_to(f"{HOME}/{user.id}")


async def _find(id: UUID) -> User:
    """Returns a person. Raises: NotFound."""
    if user := await User.get_or_none(id=id):
        return user
    raise NotFound


async def _act_form(user: User, verb: str, form: Form, status: int = 200) -> Response:
    context: dict[str, Any] = {"person": user, "verb": verb, "act": ACTS[verb], "form": form}
    return await htmx.render_response("console/person_act.html", status=status, active="accounts", **context)
