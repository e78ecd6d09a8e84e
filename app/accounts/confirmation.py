"""Asks signed-in users to prove again who they are, before they change how they sign in, or delete or export things.

A proof counts for 15 minutes in its session (models.py, Session.recently_confirmed); signing in is one. What was typed
into a form is kept and can be sent again after the proof.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlencode

from quart import Response, request

from app.accounts import authentication
from app.web import htmx, page_sections
from app.web.forms import Form
from app.web.resubmit import SubmittedForm, resubmittable_form

V = TypeVar("V", bound=Callable[..., Awaitable[Response]])
PAGE = "confirm"  # its sections (app/web/page_sections.py) are further ways to prove who one is
SECOND_FACTORS: set[str] = set()  # the templates of those that count as a second factor


def needs_confirmation(view: V) -> V:
    """Decorates a view that only users may call who proved within 15 minutes who they are."""

    @wraps(view)
    async def guarded(*args: Any, **kwargs: Any) -> Response:
        return await ask_for_proof() or await view(*args, **kwargs)

    guarded.needs_confirmation = True  # type: ignore[attr-defined]
    return guarded  # type: ignore[return-value]


async def ask_for_second_factor() -> Response | None:
    """Returns the answer that asks for a passkey or a code of the app, None if one was used within 15 minutes.

    The user must have one of them. A form that was sent is kept.
    """
    if authentication.current_session().recent_second_factor:
        return None
    path = request.full_path.rstrip("?") if request.method == "GET" else ""
    if htmx.wants_fragment():
        return await _ask_htmx(authentication.local_path(request.headers.get("HX-Current-URL", "") or request.path))
    pending_form = await resubmittable_form()
    return await confirm_page(Form({"next": path, "second_factor": "1"}), pending_form=pending_form, status=401)


async def ask_for_proof() -> Response | None:
    """Returns the answer that asks for a proof, or None if the user proved within 15 minutes who they are.

    Views call it that need one only sometimes.
    """
    if authentication.current_session().recently_confirmed:
        return None
    if htmx.wants_fragment():
        return await _ask_htmx()
    if request.method == "GET":
        return htmx.redirect_to(_address(request.full_path.rstrip("?")))
    return await confirm_page(Form(), pending_form=await resubmittable_form(), status=401)


async def _ask_htmx(asking_page: str = "") -> Response:
    """Answers a request of htmx: a form stays on its page, and a toast links to the confirmation in a new tab.

    `asking_page` is a page that asks by itself, in the place of the general one.
    """
    if request.method == "POST":
        confirmation_url = asking_page or _address("/dashboard/confirm/done")
        return await htmx.render_response("accounts/_confirm_first.html", status=401, address=confirmation_url)
    page = authentication.local_path(request.headers.get("HX-Current-URL", ""))
    return Response("", 401, {"HX-Redirect": asking_page or _address(page)})


async def record_proof_and_continue(form: Form, *, second_factor: bool = False) -> Response:
    """Records the proof, and returns the page that comes next: the pending form, or a redirect to `next`.

    `second_factor` says that the proof was a passkey or a code of the app.
    """
    await authentication.confirm_session(second_factor=second_factor)
    if pending := SubmittedForm.read(form["typed"], below="/dashboard/"):
        return await htmx.render_response("accounts/resubmit.html", pending_form=pending)
    return htmx.redirect_to(authentication.local_path(form["next"]))


async def confirm_page(form: Form, *, pending_form: SubmittedForm | None = None, status: int = 200) -> Response:
    """The page that asks for a proof; `pending_form` is the form that can be sent after it.

    A form with the field `second_factor` is asked for a passkey or a code of the app, and for nothing less.
    """
    user, second_factor = authentication.current_user(), form.has("second_factor")
    sections = await page_sections.load_sections(PAGE, user)
    return await htmx.render_response(
        "accounts/confirm.html",
        status=status,
        form=form,
        pending_form=pending_form,
        typed=pending_form.text if pending_form else "",
        next=authentication.local_path(form["next"]),
        second_factor=second_factor,
        sections=[each for each in sections if not second_factor or each.template in SECOND_FACTORS],
    )


def _address(path: str) -> str:
    return f"/dashboard/confirm/?{urlencode({'next': path})}"
