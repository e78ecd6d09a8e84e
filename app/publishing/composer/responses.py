"""The responses of the composer: its page, the parts that htmx exchanges, conflicts and refusals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from quart import Response, flash

from app.accounts import authentication
from app.kernel import installation
from app.kernel.i18n import format_datetime
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Faults, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.publishing.composer.form import ComposerForm
from app.publishing.composer.network_post_price import price_sentence
from app.publishing.composer.screen import Screen, load_screen, may_be_chosen
from app.publishing.delivery.network_limits import limit_usages_by_connection
from app.publishing.files import screen as files_screen
from app.publishing.networks.network import Option
from app.publishing.networks.registry import NETWORKS
from app.publishing.planning.plan_by_time_choice import AT, SLOT
from app.publishing.posts.drafts import PostEditedElsewhere, stored_draft
from app.publishing.posts.monthly_post_count import monthly_usage
from app.publishing.posts.phases import EDITABLE, WAITING
from app.publishing.posts.planning_actions import PostNotReady
from app.publishing.posts.post import Post
from app.publishing.posts.post_title import SHORT_TITLE, title_of
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.validation import option_choices
from app.web import envelope, htmx

HOME = "/dashboard/publishing/posts"


async def form_of_stored_post(post: Post, tab: str) -> ComposerForm:
    """The form of a stored post, as it is opened."""
    queued = await PostVariant.filter(post_id=post.id, queued=True, phase__in=list(EDITABLE)).exists()
    return ComposerForm(await stored_draft(post), parse_uuid(tab), post.version, SLOT if queued else AT)


async def composer_page(
    post: Post | None,
    id: UUID,
    form: ComposerForm,
    *,
    status: int = 200,
    strict: bool = False,
    errors: Mapping[str, str] | None = None,
    conflict: Mapping[str, Any] | None = None,
) -> Response:
    """The whole composer, or its form where htmx asks for that; `errors` are messages by field."""
    screen = await load_screen(authentication.current_account(), post, id, form, strict=strict, errors=errors)
    template = "publishing/_composer.html" if htmx.wants_fragment() else "publishing/composer.html"
    left = await limit_usages_by_connection([view.connection for view in screen.views])
    rooms = [(view, room) for view in screen.views for room in left[view.connection.id] if not room.whole_app]
    context = await _context(screen)
    return await htmx.render_response(template, status=status, conflict=conflict, rooms=rooms, **context)


async def saved_response(post: Post, form: ComposerForm) -> Response:
    """After a save: the composer, on the tab that a button chose."""
    tab = form.typed.get("go", "all" if form.tab is None else str(form.tab))
    url = f"{HOME}/{post.id}/edit" + (f"?for={tab}" if parse_uuid(tab) else "")
    if not htmx.wants_fragment():
        return htmx.redirect_to(url)
    response = await composer_page(post, post.id, await form_of_stored_post(post, tab))
    response.headers["HX-Replace-Url"] = url
    return response


async def autosave_response(
    post: Post | None, id: UUID, form: ComposerForm, refusal: Refusal | None = None, *, unsaved: bool = False
) -> Response:
    """After an automatic save: what changes around the fields, or the message of what could not be saved.

    `unsaved`: the form was only looked at, because the post is planned. After a refusal the form carries the field
    `strict`, so that the faults by the fields stay until they are mended.
    """
    errors = _messages(refusal) if refusal else {}
    strict = "strict" in form.typed
    screen = await load_screen(authentication.current_account(), post, id, form, strict=strict, errors=errors)
    response = await htmx.render_response("publishing/_composer_live.html", unsaved=unsaved, **await _context(screen))
    if post is not None:
        response.headers["HX-Replace-Url"] = f"{HOME}/{id}/edit" + (f"?for={form.tab}" if form.tab else "")
    return response


async def conflict_response(id: UUID, form: ComposerForm) -> Response:
    """After somebody else saved the post: 409, with their text and that of the form."""
    account = authentication.current_account()
    theirs = await Post.owned_by(account).get_or_none(id=id)
    if theirs is None:
        return await composer_page(None, id, form, status=409, errors=_messages(PostEditedElsewhere()))
    stored = await stored_draft(theirs)
    variant = stored.variants.get(form.tab) if form.tab else None
    text = stored.text if variant is None or variant.text is None else variant.text
    shown = {"version": theirs.version, "text": text, "url": f"{HOME}/{id}/edit"}
    if htmx.wants_fragment():
        return await htmx.render_response("publishing/_composer_conflict.html", status=409, conflict=shown)
    return await composer_page(theirs, id, form, status=409, conflict=shown)


async def refused_response(id: UUID, form: ComposerForm, refusal: Refusal) -> Response:
    """After a refusal: the composer with everything that was typed, and all that is wrong by its fields."""
    post = await Post.owned_by(authentication.current_account()).get_or_none(id=id)
    messages = {} if isinstance(refusal, PostNotReady) and refusal.problems else _messages(refusal)
    return await composer_page(post, id, form, status=envelope.page_status(refusal), strict=True, errors=messages)


async def planned_response(post: Post, *, now: bool) -> Response:
    """After a post was planned: its page, with what will happen."""
    waits = await PostVariant.filter(post_id=post.id, phase=WAITING).exists()
    if waits:
        message = _("Handed to an owner for approval")
    elif now or post.planned_at is None:
        message = _("The post is on its way")
    else:
        message = _("Planned for %(when)s") % {"when": format_datetime(post.planned_at)}
    return await redirect_with_message(message, f"{HOME}/{post.id}")


async def redirect_with_message(message: str, url: str = HOME) -> Response:
    """Leads to another page, by default the list of posts, with a message."""
    await flash(message)
    return htmx.redirect_to(url)


async def delete_confirmation(post: Post, refusal: Refusal | None = None) -> Response:
    """The page that asks whether a post is to be deleted."""
    sent = await PostVariant.filter(post_id=post.id, sent_at__not_isnull=True).exists()
    return await htmx.render_response(
        "publishing/delete_post.html",
        status=409 if refusal else 200,
        active="publishing",
        post=post,
        title=short_title(post),
        sent=sent,
        error=envelope.refusal_message(refusal) if refusal else "",
    )


def short_title(post: Post) -> str:
    """The first words of a post, for messages and the audit log."""
    return title_of(post.text, SHORT_TITLE)


def _messages(refusal: Refusal) -> dict[str, str]:
    """The messages of a refusal by field, those of Faults all of them."""
    refusals = refusal.refusals if isinstance(refusal, Faults) else [refusal]
    return {each.field or "version": envelope.refusal_message(each) for each in reversed(refusals)}


async def _context(screen: Screen) -> dict[str, Any]:
    """What all templates of the composer use."""
    account, user = authentication.current_account(), authentication.current_user()
    return {
        "active": "publishing",
        "screen": screen,
        "networks": NETWORKS,
        "may_be_chosen": may_be_chosen,
        "choices_of": _choices,
        "is_off": _is_off,
        "price_of": lambda view: price_sentence(view.network.name, installation.current().config),
        "zones": screen.zones(account.time_zone, user.time_zone),
        "posts_usage": await monthly_usage(account),
        **files_screen.helpers(),
    }


def _choices(option: Option, details: dict[str, Any]) -> list[tuple[str, str]]:
    """The choices of a question at a connection, for a select: nothing is chosen by default."""
    labels = {choice.value: _(choice.label) for choice in option.choices}
    return [("", _("Choose …")), *((value, labels.get(value, value)) for value in option_choices(option, details))]


def _is_off(option: Option, details: dict[str, Any]) -> bool:
    """Whether a switch is turned off in the account at the network."""
    return bool(option.disabled_key and details.get(option.disabled_key))
