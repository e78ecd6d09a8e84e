"""The pages of a person at Facebook, and the permissions that the person granted."""

from __future__ import annotations

from collections.abc import Callable

from app.publishing.networks import graph_api
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import ReconnectNeeded
from app.publishing.networks.json_calls import required_text
from app.publishing.networks.network import Grant, JsonObject, NetworkAccount

PORTION, MOST_PAGES = 100, 1000
FIELDS = "id,name,username,access_token,tasks,picture{url}"
KIND = "page"


async def granted_scopes(client: NetworkClient, url: str) -> tuple[str, ...]:
    """Returns the scopes that the person granted; the answer with the token does not say them."""
    rows = (await graph_api.call_graph(client, "GET", url)).get("data") or []
    return tuple(str(row.get("permission")) for row in rows if row.get("status") == "granted")


async def read_pages(client: NetworkClient, url: str) -> list[JsonObject]:
    """Returns the pages that the person manages, read in portions."""
    pages: list[JsonObject] = []
    query = {"fields": FIELDS, "limit": str(PORTION)}
    while len(pages) < MOST_PAGES:
        body = await graph_api.call_graph(client, "GET", url, query=query)
        pages += [page for page in body.get("data") or [] if isinstance(page, dict) and page.get("id")]
        paging = body.get("paging") or {}
        if not paging.get("next"):
            break
        query["after"] = required_text(paging.get("cursors") or {}, "after")
    return pages


def page_account(
    page: JsonObject, grant: Grant, scopes: tuple[str, ...], missing: tuple[str, ...], person: str
) -> NetworkAccount:
    """Returns a page as an account; without a grant where it cannot be published to: the person's is none for it."""
    name, picture = str(page.get("name") or ""), (page.get("picture") or {}).get("data") or {}
    token, trouble = str(page.get("access_token") or ""), unpublishable_reason(page)
    return NetworkAccount(
        external_id=str(page["id"]),
        username=str(page.get("username") or name),
        display_name=name,
        picture_url=str(picture.get("url") or ""),
        kind=KIND,
        details={"user_id": person} | ({"trouble": trouble} if trouble else {}),
        grant=None if trouble else Grant(token, user_token=grant.access_token, scopes=scopes, token_type=KIND),
        missing=missing,
        may_publish=not trouble and not missing,
    )


def unpublishable_reason(page: JsonObject) -> str:
    """Returns the key of the reason why a page cannot be published to; empty if it can."""
    tasks = page.get("tasks")
    if not page.get("access_token"):
        return "page_without_token"
    return "page_without_task" if isinstance(tasks, list) and "CREATE_CONTENT" not in tasks else ""


async def revoke_permissions(grant: Grant, url: Callable[[str], str], app: NetworkClient) -> None:
    """Takes all permissions of the app back with the token of the person, which a page's cannot.

    That token ends after about 60 days and the page's does not: then the app itself does it, for the person that
    Facebook names for the page's token. `url` makes the address of a node or an edge. Raises: TemporaryFailure.
    """
    try:
        await graph_api.call_graph(NetworkClient(grant.user_token), "DELETE", url("me/permissions"))
    except ReconnectNeeded:
        query = {"input_token": grant.access_token}
        token = (await graph_api.call_graph(app, "GET", url("debug_token"), query=query)).get("data") or {}
        if token.get("is_valid") and token.get("user_id"):
            await graph_api.call_graph(app, "DELETE", url(f"{token['user_id']}/permissions"))
