"""The one route of all suggestions: the form that a button is in is sent here, and the words come back.

htmx gets the part that goes below the field; without scripts it is a page with the whole form, which can be sent on
with the suggestion or without it.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Self

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import FIELD as WORKSPACE
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.gateway.assistant import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.gateway.assistant.offer import assistant_offer
from app.gateway.assistant.pictures import PictureBytes, load_picture
from app.gateway.assistant.suggestion import NoSuggestion, Suggestion, suggest
from app.gateway.assistant.tasks import TASKS, Task
from app.gateway.navigation import HOME, hide_until_set_up
from app.gateway.routing.error_sentences import error_sentence
from app.gateway.upstreams.errors import UpstreamError
from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.kernel.sensitive_form_fields import is_secret_field, secret_field_label
from app.kernel.text import replace_surrogates
from app.kernel.uuid_parser import parse_uuid
from app.web import htmx
from app.web.audit_target import mark_unchanged
from app.web.forms import Form

PATH = f"{HOME}/assistant"
DASHBOARD = "/dashboard/"
NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")
blueprint = Blueprint("ai_assistant", __name__, url_prefix=PATH)
authentication.require_sign_in(blueprint, BlueprintActs(EDIT, EDIT))
hide_until_set_up(blueprint)


class SuggestionRequest(NamedTuple):
    """What a button asks for: the task, the name and the id of its field, and where its form is sent.

    `about` are the names of the fields from which the suggestion is made, `picture` is a kind of pictures and an id, or
    the name of the field that has it.
    """

    task: Task
    field: str
    slot: str
    about: tuple[str, ...]
    picture: str
    then: str

    @classmethod
    def requested(cls) -> Self:
        """Returns what the query of the current request asks for. Raises: NotFound for what no button asks for."""
        args = request.args
        field = args.get("field", "")
        about = tuple(filter(None, args.get("about", field).split(",")))
        slot, then = args.get("slot", field), authentication.local_path(args.get("then", ""))
        if args.get("task") not in TASKS or not all(map(NAME.fullmatch, (field, slot, *about))):
            raise NotFound
        if not then.startswith(DASHBOARD):
            raise NotFound
        return cls(TASKS[args["task"]], field, slot, about, args.get("picture", ""), then)

    def material(self, form: Form) -> str:
        """Returns the words of the form from which the suggestion is made."""
        return "\n".join(filter(None, (form[name].strip() for name in self.about)))

    async def load_picture(self, form: Form) -> PictureBytes | None:
        """Returns the picture that is to be described; None without any."""
        kind, _, name = self.picture.partition(":")
        id = parse_uuid(form[name] if form.has(name) else name)
        return await load_picture(authentication.current_account(), kind, id) if id else None


@blueprint.post("")
async def ask() -> Response:
    """Makes a suggestion. Raises: NotFound where none is offered."""
    if await assistant_offer() is None:
        raise NotFound
    wanted, form = SuggestionRequest.requested(), await Form.submitted()
    try:
        suggestion = await suggest(
            authentication.current_account(),
            wanted.task,
            "" if wanted.task.picture else wanted.material(form),
            language=i18n.current_language(),
            picture=await wanted.load_picture(form) if wanted.task.picture else None,
        )
    except NotFound:
        raise
    except (Refusal, UpstreamError) as error:
        mark_unchanged()
        free = "" if isinstance(error, NoSuggestion) else _("Nothing was charged.")
        return await _answer(wanted, form, None, f"{error_sentence(error)} {free}".strip())
    return await _answer(wanted, form, suggestion)


async def _answer(wanted: SuggestionRequest, form: Form, suggestion: Suggestion | None, fault: str = "") -> Response:
    """Returns the part below the field, or the page with the form; both also say why there is no suggestion."""
    if htmx.wants_fragment():
        return await htmx.render_response(
            "gateway/assistant/_suggestion.html", wanted=wanted, suggestion=suggestion, fault=fault
        )
    fields = await _typed_fields()
    secrets = [name for name, value in fields if value and is_secret_field(name)]
    return await htmx.render_response(
        "gateway/assistant/page.html",
        status=422 if fault else 200,
        active="",
        wanted=wanted,
        suggestion=suggestion,
        fault=fault,
        typed=form[wanted.field],
        others=[pair for pair in fields if pair[0] != wanted.field and not is_secret_field(pair[0])],
        secrets=[(name, secret_field_label(name)) for name in dict.fromkeys(secrets)],
    )


async def _typed_fields() -> list[tuple[str, str]]:
    """Returns all fields of the form, those with several values each time; the workspace is carried by itself."""
    pairs = (await request.form).items(multi=True)
    return [(name, replace_surrogates(value)) for name, value in pairs if name != WORKSPACE]
