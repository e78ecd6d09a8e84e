"""The page that moves what a post has at one time to another day and hour: what the calendar does by dragging."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.kernel import i18n
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import InvalidRequest, Refusal
from app.kernel.time_parser import InvalidTime
from app.kernel.versioned_rows import get_or_refuse
from app.publishing.networks.publishing_switch import hide_when_off
from app.publishing.networks.registry import network_named
from app.publishing.planning import calendar_move
from app.publishing.posts.planning_actions import ChangedSinceSeen
from app.publishing.posts.post import Post
from app.publishing.posts.post_title import title_of
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form

POSTS = "/dashboard/publishing/posts"
blueprint = Blueprint("post_moving", __name__, url_prefix=f"{POSTS}/<uuid:id>")
hide_when_off(blueprint)
authentication.require_sign_in(blueprint, BlueprintActs(EDIT, EDIT))


@blueprint.get("/move")
async def show_form(id: UUID) -> Response:
    """The form for what is planned at the time `before`, by default the first that is. Raises: NotFound."""
    post = await get_or_refuse(Post.owned_by(authentication.current_account()), id)
    text = request.args.get("before", "")
    before = calendar_move.parse_moment(text) if text else await calendar_move.first_movable_due(post)
    return await _page(post, before, Form())


@blueprint.post("/move")
async def move_entry(id: UUID) -> Response:
    """Moves what is planned at the time `before` to the time `at`; one that is refused is shown again.

    Raises: NotFound.
    """
    form, account = await Form.submitted(), authentication.current_account()
    post = await get_or_refuse(Post.owned_by(account), id)
    before = calendar_move.parse_moment(form["before"])
    try:
        at = _parse_time(form["at"])
        await calendar_move.move_entry(post, before, at, authentication.current_user().id)
    except InvalidRequest as refusal:
        return await _page(post, before, form.blame(refusal), status=422)
    except Refusal:
        return await _changed(post)
    set_audit_target(title_of(post.text))
    name, when = isolate(title_of(post.text) or _("Post")), i18n.format_datetime(at)
    await flash(_("“%(post)s” moves to %(time)s") % {"post": name, "time": when})
    return htmx.redirect_to(f"{POSTS}/{id}")


async def _page(post: Post, before: datetime | None, form: Form, *, status: int = 200) -> Response:
    """Renders the form, or redirects to the post where nothing of it is planned at that time any more."""
    variants = await calendar_move.movable_variants(post, before) if before else []
    if not variants:
        return await _changed(post)
    labels = ", ".join(sorted({network_named(variant.network).label for variant in variants}))
    return await htmx.render_response(
        "publishing/move_post.html",
        status=status,
        active="publishing",
        post=post,
        title=title_of(post.text),
        before=before,
        networks=labels,
        form=form,
    )


async def _changed(post: Post) -> Response:
    """Leads to the post, whose state is no longer that which the form was about."""
    await envelope.flash_refusal(ChangedSinceSeen())
    return htmx.redirect_to(f"{POSTS}/{post.id}")


def _parse_time(text: str) -> datetime:
    """Returns the time of the field in UTC; it is local to the account. Raises: InvalidRequest."""
    try:
        return i18n.parse_datetime_input(text[:64])
    except InvalidTime as error:
        raise error.refusal(InvalidRequest, "at") from error
