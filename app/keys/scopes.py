"""The scopes of API keys: what a key may do.

Each operation of the API declares the scope that it needs (app/web/openapi.py). Only scopes that some operation
declares are offered. A key has EVERYTHING, also what the API learns later, or a list of scopes.

The scope AI is for requests to AI models (app/gateway). It spends credits, so EVERYTHING does not include it: it is
chosen apart, and stored beside EVERYTHING or the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quart import current_app

from app.kernel.refusal import N_, Refusal

EVERYTHING, AI = "*", "ai"
OFFERED = "scopes_of_operations"  # among the app's extensions: the scopes that operations declare
SCOPE_OF_ROUTE = "scope_of_api_route"  # among them too: the scope of each operation, by its method and path
API = "/api/v1"
READ, WRITE, PUBLISH = "read", "write", "publish"
SCOPES: Mapping[str, str] = {  # in the order in which they are shown and stored
    "links:read": N_("Read links and tags."),
    "links:write": N_("Make, change and delete links."),
    "qr:read": N_("Read QR codes and download their pictures."),
    "qr:write": N_("Make, change and delete QR codes."),
    "pages:read": N_("Read and export bio pages."),
    "pages:write": N_("Make, change, publish and delete bio pages, their pictures and their subscribers."),
    "statistics:read": N_("Read statistics and visits."),
    "subscribers:read": N_("Read the addresses that people left on bio pages."),
    "webhooks:write": N_("Read, make, change and delete webhooks."),
    PUBLISH: N_("Read, make, plan, publish and delete posts at social networks, and their files."),
    "account:read": N_("Read the plan and its usage."),
    AI: N_("Use AI models, paid from the workspace's credits."),
}
AREAS: Mapping[str, str] = {
    "links": N_("Links"),
    "qr": N_("QR codes"),
    "pages": N_("Bio pages"),
    "statistics": N_("Statistics"),
    "subscribers": N_("Subscribers"),
    "webhooks": N_("Webhooks"),
    PUBLISH: N_("Publishing"),
    "account": N_("Account"),
}


class NoScope(Refusal):
    """No scope was chosen."""

    code, field, says = "NO_SCOPE", "scopes", N_("Choose at least one thing that the key may do.")


class Area(NamedTuple):
    """A part of the API: its label (English, to be translated), and its scopes to read and to write, "" for none."""

    name: str
    label: str
    read: str
    write: str


def offered_scopes() -> list[str]:
    """Returns the scopes that operations of this app declare, in the order of SCOPES."""
    return [scope for scope in SCOPES if scope in current_app.extensions[OFFERED]]


def offered_areas() -> list[Area]:
    """Returns the parts of the API that have offered scopes."""
    offered = offered_scopes()
    areas = [
        Area(name, label, *(_offered(name, act, offered) for act in (READ, WRITE))) for name, label in AREAS.items()
    ]
    return [area for area in areas if area.read or area.write]


def _offered(area: str, act: str, offered: list[str]) -> str:
    scope = _scope_name(area, act)
    return scope if scope in offered else ""


def _scope_name(area: str, act: str) -> str:
    """Returns the scope of a part of the API; one that has a single scope for everything is called like the part."""
    return area if area in SCOPES and act == WRITE else f"{area}:{act}"


def read_only_scopes() -> list[str]:
    """Returns the offered scopes that change nothing."""
    return [scope for scope in offered_scopes() if scope.endswith(f":{READ}")]


def pack_scopes(chosen: Iterable[str]) -> str:
    """Returns chosen scopes as they are stored; those that do not exist are left out. Raises: NoScope."""
    wanted = set(chosen)
    if packed := " ".join(scope for scope in SCOPES if scope in wanted):
        return packed
    raise NoScope


def includes_scope(stored: str, scope: str) -> bool:
    """Whether stored scopes let a key do what needs a scope; EVERYTHING is all that spends nothing."""
    chosen = stored.split()
    return scope in chosen or (scope != AI and EVERYTHING in chosen)


def missing_scopes(stored: str) -> list[str]:
    """Returns the offered scopes that a key with these stored scopes lacks."""
    return [scope for scope in offered_scopes() if not includes_scope(stored, scope)]


def describe_scopes(stored: str) -> list[tuple[str, bool, bool]]:
    """Returns by part of the API (its label, to be translated) whether stored scopes let a key read and write it.

    It is empty for EVERYTHING, and says nothing of AI.
    """
    chosen = [] if EVERYTHING in stored.split() else stored.split()
    areas = [
        (AREAS[name], bool({name, f"{name}:{READ}"} & set(chosen)), _scope_name(name, WRITE) in chosen)
        for name in AREAS
    ]
    return [area for area in areas if area[1] or area[2]]
