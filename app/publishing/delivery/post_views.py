"""The page of a post: its state at each network, updated live, and the actions of people."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import PUBLISH, READ
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.publishing.delivery import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.publishing.delivery import manual_actions, post_page
from app.publishing.delivery.manual_actions import NoPostAddress, VariantChanged
from app.publishing.networks import publishing_switch
from app.publishing.posts import planning_actions
from app.publishing.posts.phases import UNCONFIRMED, WAITING
from app.publishing.posts.post import Post
from app.publishing.posts.post_title import post_title
from app.publishing.posts.post_variant import PostVariant
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form

HOME = "/dashboard/publishing/posts"
blueprint = Blueprint("post_page", __name__, url_prefix=HOME)
publishing_switch.hide_when_off(blueprint)
authentication.require_sign_in(blueprint, BlueprintActs(READ, PUBLISH, acts={"ask_send_again": PUBLISH}))
Act = Callable[[PostVariant, UUID], Awaitable[None]]


@blueprint.get("/<uuid:id>")
async def show_post(id: UUID) -> Response:
    """The page of a post. Raises: NotFound."""
    return await _page(await _own_post(id))


@blueprint.get("/<uuid:id>/variants/<uuid:variant_id>")
async def show_variant(id: UUID, variant_id: UUID) -> Response:
    """The card of a variant, which asks for news while something happens; without htmx the page. Raises: NotFound."""
    post, variant = await _own_variant(id, variant_id)
    if not htmx.wants_fragment():
        return htmx.redirect_to(f"{HOME}/{id}#v-{variant_id}")
    [card] = await post_page.load_cards(post, [variant])
    return await htmx.render_response("publishing/_variant.html", post=post, card=card, form=Form(), refused=None)


@blueprint.post("/<uuid:id>/variants/<uuid:variant_id>/actions/publish")
async def publish(id: UUID, variant_id: UUID) -> Response:
    """Publishes a variant now, or tries it again. Raises: NotFound."""
    return await _act(id, variant_id, manual_actions.publish_now, _("It goes out now."))


@blueprint.get("/<uuid:id>/variants/<uuid:variant_id>/send-again")
async def ask_send_again(id: UUID, variant_id: UUID) -> Response:
    """Asks whether a variant is to be sent again of which nobody knows whether it is there. Raises: NotFound."""
    post, variant = await _own_variant(id, variant_id)
    if variant.phase != UNCONFIRMED:
        return htmx.redirect_to(f"{HOME}/{id}")
    [card] = await post_page.load_cards(post, [variant])
    template = "publishing/_send_again.html" if htmx.wants_fragment() else "publishing/send_again.html"
    title = post_title(post.text)
    return await htmx.render_response(template, post=post, title=title, card=card, active="publishing")


@blueprint.post("/<uuid:id>/variants/<uuid:variant_id>/actions/send-again")
async def send_again(id: UUID, variant_id: UUID) -> Response:
    """Sends such a variant again. Raises: NotFound."""
    return await _act(id, variant_id, manual_actions.send_unconfirmed_again, _("It is sent again now."))


@blueprint.post("/<uuid:id>/variants/<uuid:variant_id>/actions/mark-published")
async def mark_published(id: UUID, variant_id: UUID) -> Response:
    """Records that a variant is published, with its address; a wrong address is shown again. Raises: NotFound."""
    form = await Form.submitted()
    _post, variant = await _own_variant(id, variant_id)
    try:
        await manual_actions.mark_published(variant, authentication.current_user().id, form["permalink"])
    except NoPostAddress as refusal:
        return await _page(await _own_post(id), form.blame(refusal), variant_id)
    except Refusal as refusal:
        await envelope.flash_refusal(refusal)
        return htmx.redirect_to(f"{HOME}/{id}")
    return await _done(id, variant_id, _("Noted as published."))


@blueprint.post("/<uuid:id>/variants/<uuid:variant_id>/actions/reply-again")
async def send_reply_again(id: UUID, variant_id: UUID) -> Response:
    """Publishes the first reply of a variant again. Raises: NotFound."""
    return await _act(id, variant_id, manual_actions.send_reply_again, _("The reply is sent again now."))


@blueprint.post("/<uuid:id>/variants/<uuid:variant_id>/actions/cancel")
async def cancel(id: UUID, variant_id: UUID) -> Response:
    """Cancels a variant. Raises: NotFound."""
    return await _act(id, variant_id, planning_actions.cancel, _("It will not be published."))


async def _act(id: UUID, variant_id: UUID, act: Act, done: str) -> Response:
    """Carries out an action of a person; the page of the post then shows a notice, or why it was refused.

    A form with the `fence` of the variant acts on the state that the page showed, and on no later one.
    """
    form = await Form.submitted()
    _post, variant = await _own_variant(id, variant_id)
    try:
        if form.has("fence") and form["fence"] != str(variant.fence):
            raise VariantChanged
        await act(variant, authentication.current_user().id)
    except Refusal as refusal:
        await envelope.flash_refusal(refusal)
        return htmx.redirect_to(f"{HOME}/{id}")
    return await _done(id, variant_id, _("Handed to an owner for approval") if variant.phase == WAITING else done)


async def _done(id: UUID, variant_id: UUID, words: str) -> Response:
    post = await _own_post(id)
    set_audit_target(post_title(post.text))
    await flash(words)
    return htmx.redirect_to(f"{HOME}/{id}#v-{variant_id}")


async def _page(post: Post, form: Form | None = None, refused: UUID | None = None) -> Response:
    """Renders the page of a post; `refused` is the variant whose form was refused."""
    page = await post_page.load_page(post)
    context: Mapping[str, Any] = {"page": page, "refused": refused}
    status = 422 if refused else 200
    return await htmx.render_response(
        "publishing/post.html", status=status, active="publishing", form=form or Form(), **context
    )


async def _own_post(id: UUID) -> Post:
    """The account's post with this id. Raises: NotFound."""
    return await get_or_refuse(Post.owned_by(authentication.current_account()), id)


async def _own_variant(id: UUID, variant_id: UUID) -> tuple[Post, PostVariant]:
    """The account's post with this variant of it, read with its connection. Raises: NotFound."""
    post = await _own_post(id)
    return post, await get_or_refuse(PostVariant.filter(post_id=post.id).select_related("connection"), variant_id)
