"""The guard of the operator's pages: everything below PREFIX is a 404 for everybody who is no operator.

That holds for addresses, methods and origins alike, so that nobody can find out what there is. An operator needs a
passkey or an authenticator app, and proves with one of them, at most 15 minutes before each page, who they are.
"""

from __future__ import annotations

from quart import Blueprint, Quart, Response, abort, request

from app.accounts import authentication
from app.accounts.confirmation import ask_for_second_factor
from app.accounts.request_account import PERSONAL, BlueprintActs, acts_of_blueprints
from app.accounts.user import User
from app.sign_in.passkeys.models import Passkey
from app.sign_in.second_factor.authenticator import Authenticator
from app.web import csrf, htmx

PREFIX = "/dashboard/operator"
SECURITY = "/dashboard/settings/security"


def install(app: Quart) -> None:
    """Guards everything below PREFIX, also what no route answers; call it after the session is recognised."""
    csrf.check_later(PREFIX)

    @app.before_request
    async def admit() -> Response | None:
        return await _admit() if is_operator_path(request.path) else None


def is_operator_path(path: str) -> bool:
    """Whether a path is one of the operator's."""
    return path == PREFIX or path.startswith(f"{PREFIX}/")


def register_operator_pages(blueprint: Blueprint) -> None:
    """Says that the routes of a blueprint concern no account: its prefix alone makes them the operator's.

    Raises: ValueError for a blueprint with another prefix.
    """
    if not is_operator_path(blueprint.url_prefix or ""):
        raise ValueError(f"{blueprint.name} is not below {PREFIX}.")
    acts_of_blueprints[blueprint.name] = BlueprintActs(PERSONAL, PERSONAL)


async def _admit() -> Response | None:
    """Lets an operator pass; asks one without a fresh second factor for it. Raises: NotFound, ForeignOrigin."""
    user = authentication.signed_in_user()
    if user is None or not user.is_operator:
        abort(404)
    csrf.require_same_origin()
    if not await has_second_factor(user):
        if htmx.wants_fragment():
            return Response("", 403, {"HX-Redirect": f"{PREFIX}/"})
        return await htmx.render_response("operators/second_factor_first.html", status=403, security=SECURITY)
    return await ask_for_second_factor()


async def has_second_factor(user: User) -> bool:
    """Whether the user has an authenticator app or a passkey that works here."""
    if await Authenticator.of(user.id):
        return True
    return any(passkey.usable for passkey in await Passkey.owned_by(user.id))
