"""The endpoint that applies an action to one or to many links: pause, resume, archive, delete, tag, untag and undo.

A row's menu and the bar below a selection send the same form. Ids of other accounts are not found. With the field
`all`, the action applies to every link that the list's search finds, up to 1,000 at once. Links that it would not
change are skipped, so that repeating the action continues with the rest.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request
from werkzeug.datastructures import MultiDict

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.kernel import clock, time_parser
from app.kernel.db import transaction
from app.kernel.i18n import format_number
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, InvalidRequest, NotFound, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.links import bulk_actions, links_page
from app.links.bulk_actions import ACTIONS, MAX_LINKS, ActionRequest
from app.links.forms import LinkForm
from app.links.link_search import Search
from app.links.models import Link
from app.links.tag import parse_tags
from app.links.views import render_page
from app.web import envelope, htmx
from app.web.audit_target import refusal_toast, set_audit_target
from app.web.forms import Form

MAX_IDS_IN_NOTICE = 50  # beyond that, undo finds links by timestamp: the notice is kept in a cookie
NAMES_IN_LOG = 3
ACTIONS_WITH_TAGS = ("tag", "untag")  # the actions that need tags
blueprint = Blueprint("bulk_links", __name__, url_prefix="/dashboard/links/actions")
authentication.require_sign_in(blueprint, BlueprintActs())


class TagMissing(InvalidRequest):
    """Raised when "tag" or "untag" is requested without a tag."""

    field, says = "tags", N_("Write a tag first.")


class TooManyAtOnce(InvalidRequest):
    """Raised when more than `bulk_actions.MAX_LINKS` ids are sent."""

    field, says = "ids", N_("Choose at most %(most)s links at once.")


class NoLinksSelected(InvalidRequest):
    """Raised when the form holds no id."""

    field, says = "ids", N_("Choose at least one link first.")


class NothingToChange(InvalidRequest):
    """Raised when no link of the search would change."""

    field, says = "ids", N_("There is nothing left to change there.")


@blueprint.post("/<action>")
async def apply_action(action: str) -> Response:
    """Applies an action to all chosen links or, if one of them is refused, to none.

    Raises: NotFound for an unknown action or when none of the links is the account's.
    """
    if action not in ACTIONS:
        raise NotFound
    form = await request.form
    search = (
        links_page.search_from_url(form.get("back", ""))
        if form.get("all")
        else links_page.search_from_current_url(form)
    )
    try:
        order = ActionRequest(authentication.current_account(), clock.now(), _tags(action, form))
        async with transaction():
            ids, more = await _chosen(action, form, order, search)
            links, changed = await bulk_actions.apply_action(action, order, ids)
            if not links:
                raise NothingToChange if form.get("all") else NotFound
    except NotFound:
        raise
    except Refusal as refusal:
        return await _refused_action(action, search, form, refusal)
    return await _answer(action, search, links, _toast(action, order, links, changed, search, more))


async def _chosen(
    action: str, form: MultiDict[str, str], order: ActionRequest, search: Search
) -> tuple[list[UUID], int]:
    """The ids that the form chooses, and how many further links of the search match.

    The form chooses all links of the search, those changed at a time, or those with the sent ids. Raises:
    NothingChosen, TooManyAtOnce.
    """
    if form.get("all"):
        return await bulk_actions.find_affected_ids(action, order, search)
    column = bulk_actions.column_of_undone_action(action)
    if column and (at := _parse_time(form.get("at", ""))):
        changed = bulk_actions.eligible_links(action, order.account).filter(**{column: at})
        return list(await changed.limit(MAX_LINKS).values_list("id", flat=True)), 0  # type: ignore[arg-type]
    if not form.getlist("ids"):
        raise NoLinksSelected
    ids = [id for id in map(parse_uuid, form.getlist("ids")) if id]
    if len(ids) > MAX_LINKS:
        raise TooManyAtOnce(most=MAX_LINKS)
    return ids, 0


def _names(links: list[Link]) -> str:
    """The short URLs of the first links, and how many there are beside them; empty without links."""
    names = ", ".join(link.display_url for link in links[:NAMES_IN_LOG])
    return f"{names}, +{len(links) - NAMES_IN_LOG}" if len(links) > NAMES_IN_LOG else names


def _tags(action: str, form: MultiDict[str, str]) -> list[str]:
    """The tags in the form; empty for actions without tags. Raises: TagMissing, those of `tag.parse_tags`."""
    names = parse_tags(form.get("tags", "")) if action in ACTIONS_WITH_TAGS else []
    if action in ACTIONS_WITH_TAGS and not names:
        raise TagMissing
    return names


def _toast(
    action: str, order: ActionRequest, links: list[Link], changed: list[UUID], search: Search, more: int
) -> dict[str, Any]:
    """The notice about the action, with the form that undoes it for the `changed` links, where there are any."""
    performed = ACTIONS[action]
    message = performed.describe(links)
    if more:
        message += " " + _("%(num)s more match. Do the same again for those.") % {"num": format_number(more)}
    if not performed.undo or not changed:
        return {"text": message}
    fields = [("ids", str(id)) for id in changed]
    if len(changed) > MAX_IDS_IN_NOTICE:
        fields = [("at", order.at.isoformat())]
    fields.append(("back", search.url()))
    return {"text": message, "undo": f"/dashboard/links/actions/{performed.undo}", "fields": fields}


async def _refused_action(action: str, search: Search, form: MultiDict[str, str], refusal: Refusal) -> Response:
    """The refusal's message: a notice for htmx, otherwise the page with the same rows ticked and the tags kept."""
    if htmx.wants_fragment():
        return await _answer(action, search, [], refusal_toast(refusal))
    bulk_form = Form({name: form[name] for name in ("tags", "all") if name in form}).blame(refusal)
    region = await links_page.list_context(authentication.current_account(), search) | {"bulk": bulk_form}
    chosen_ids = set(form.getlist("ids"))
    for link in region["links"]:
        link.chosen = str(link.id) in chosen_ids
    return await render_page(region, LinkForm(), envelope.page_status(refusal))


async def _answer(action: str, search: Search, links: list[Link], toast: dict[str, Any]) -> Response:
    """The response: removed and changed rows, the figures and a notice.

    The whole list is rendered again when rows return to it or when more changed than one page holds.
    """
    set_audit_target(_names(links))
    account, leaves = authentication.current_account(), search.show in ACTIONS[action].leaves
    many_changed = len(links) > links_page.PAGE_SIZE
    reload_list = many_changed or (bool(links) and not leaves and action in {"restore", "unarchive"})
    figures = await links_page.updated_figures(account)  # first, as the list is counted by what the account knows
    region = await links_page.list_context(account, search) | figures
    rows = Link.filter(id__in=[link.id for link in links]).prefetch_related("tags", "checks")
    shown = [] if reload_list else await rows
    region["sparks"] |= await links_page.load_sparklines(account, shown)
    return await htmx.answer_write(
        "links/_action_result.html",
        search.url(),
        toast,
        event="links:changed, links:picked-none" if many_changed else "links:changed",
        toast=toast,
        removed=shown if leaves else [],
        changed=[] if leaves else shown,
        reload_list=reload_list,
        **region,
    )


def _parse_time(text: str) -> datetime | None:
    """The time in a text, or None if the text is no time."""
    try:
        return time_parser.parse_time(text)
    except ValueError:
        return None
