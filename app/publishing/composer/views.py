"""The composer: a post is written, saved by itself while somebody types, previewed, planned, copied and deleted."""

from __future__ import annotations

from uuid import UUID, uuid4

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.publishing.composer import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.publishing.composer import responses
from app.publishing.composer.form import ComposerForm
from app.publishing.composer.plan_from_form import plan_post
from app.publishing.composer.save_from_form import is_planned, save_form, submitted_form
from app.publishing.composer.screen import default_time
from app.publishing.networks import publishing_switch
from app.publishing.planning.plan_by_time_choice import NOW, SLOT
from app.publishing.posts import drafts, planning_actions
from app.publishing.posts.drafts import Draft, PostEditedElsewhere
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from app.team.audit_log import record_act
from app.web import htmx
from app.web.audit_target import mark_unchanged, set_audit_target

HOME = "/dashboard/publishing/posts"
PLANNED, QUEUE = "composer.save_post.plan", "queue"
NOT_PLANNING = ("go", "do", "files-do", "use-do", "overwrite")  # buttons that save
blueprint = Blueprint("composer", __name__, url_prefix=HOME)
publishing_switch.hide_when_off(blueprint)
authentication.require_sign_in(blueprint, BlueprintActs(acts=dict.fromkeys(("new_post", "edit_post", "ask"), EDIT)))


@blueprint.get("/new")
async def new_post() -> Response:
    """An empty composer; `day` is the day for which the post is to be planned."""
    account = authentication.current_account()
    at = default_time(account, request.args.get("day", ""))
    return await responses.composer_page(None, uuid4(), ComposerForm(Draft(planned_at=at, zone=account.time_zone)))


@blueprint.get("/<uuid:id>/edit")
async def edit_post(id: UUID) -> Response:
    """The composer of a post; `for` is the connection whose variant is shown."""
    post = await _own_post(id)
    form = await responses.form_of_stored_post(post, request.args.get("for", ""))
    return await responses.composer_page(post, id, form, strict="check" in request.args)


@blueprint.post("/<uuid:id>/save")
async def save_post(id: UUID) -> Response:
    """Saves a post as a draft, or plans it: with `as=plan` when the form says, with `as=queue` in the next free slots.

    Ctrl+Enter submits the form without a button, and plans.
    """
    post, form = await submitted_form(id)
    plans = _plans(form)
    try:
        form.faults.raise_if_any()
        post = await save_form(post, id, form)
        if plans:
            form.check_time()
            await plan_post(post, form)
    except PostEditedElsewhere:
        return await responses.conflict_response(id, form)
    except Refusal as refusal:
        return await responses.refused_response(id, form, refusal)
    title = responses.short_title(post)
    if not plans:
        set_audit_target(title)
        return await responses.saved_response(post, form)
    await record_act(post.account_id, authentication.current_user(), PLANNED, title)
    return await responses.planned_response(post, now=form.when == NOW)


@blueprint.post("/<uuid:id>/preview")
async def save_and_preview(id: UUID) -> Response:
    """Saves a draft while somebody types, and answers with what changes in the page around the fields.

    A planned post is saved by a button only: it could become due in the middle of a word.
    """
    mark_unchanged()  # for the audit log: somebody who types has not done anything yet
    post, form = await submitted_form(id)
    try:
        form.faults.raise_if_any()
        planned = post is not None and await is_planned(post)
        if not planned:
            post = await save_form(post, id, form)
    except PostEditedElsewhere:
        return await responses.conflict_response(id, form)
    except Refusal as refusal:
        return await responses.autosave_response(post, id, form, refusal)
    return await responses.autosave_response(post, id, form, unsaved=planned)


@blueprint.post("/<uuid:id>/actions/copy")
async def copy_post(id: UUID) -> Response:
    """Makes a draft with the same words, files and connections."""
    post = await _own_post(id)
    copied = await drafts.copy(post, authentication.current_account(), authentication.current_user().id)
    set_audit_target(responses.short_title(copied))
    return htmx.redirect_to(f"{HOME}/{copied.id}/edit")


@blueprint.post("/<uuid:id>/actions/unplan")
async def unplan_post(id: UUID) -> Response:
    """Makes a planned post a draft again."""
    post = await _own_post(id)
    await planning_actions.unplan(post, authentication.current_user().id)
    set_audit_target(responses.short_title(post))
    return htmx.redirect_to(f"{HOME}/{id}/edit")


@blueprint.get("/<uuid:id>/delete")
async def ask(id: UUID) -> Response:
    """Asks whether a post is to be deleted, and says what stays."""
    return await responses.delete_confirmation(await _own_post(id))


@blueprint.post("/<uuid:id>/actions/delete")
async def delete_post(id: UUID) -> Response:
    """Deletes a post."""
    post = await _own_post(id)
    set_audit_target(responses.short_title(post))
    try:
        await drafts.delete(post)
    except planning_actions.BeingPublished as refusal:
        return await responses.delete_confirmation(await _own_post(id), refusal)
    return await responses.redirect_with_message(_("Deleted the post"))


@blueprint.get("/variants/<uuid:id>")
async def redirect_to_post(id: UUID) -> Response:
    """Leads to the post of a variant; statistics know variants by their links."""
    variant = await get_or_refuse(PostVariant.owned_by(authentication.current_account()), id)
    return htmx.redirect_to(f"{HOME}/{variant.post_id}")


def _plans(form: ComposerForm) -> bool:
    """Whether a submitted form plans the post; the button of the queue chooses the next free slots, too."""
    act = form.typed.get("as") or request.args.get("as", "")
    if act == QUEUE:
        form.when = SLOT
    return act in {"plan", QUEUE} or not (act or any(name in form.typed for name in NOT_PLANNING))


async def _own_post(id: UUID) -> Post:
    """The account's post with this id. Raises: NotFound."""
    return await get_or_refuse(Post.owned_by(authentication.current_account()), id)
