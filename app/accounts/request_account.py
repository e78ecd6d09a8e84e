"""The account that a request of a signed-in user is for, and whether their role in it may do what the request does.

Somebody may be a member of several accounts. The session keeps the one that they chose last. But every form, and every
request of htmx, carries the account of the page that it was on: it goes to that account, whatever another tab chose
meanwhile. The address of an object opens the object in its own account. None of this changes the choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from markupsafe import Markup
from quart import Quart, Response, current_app, g, request
from tortoise.models import Model

from app.accounts.change_gate import refuse_change
from app.accounts.models import Account, Membership
from app.accounts.roles import EDIT, LOWEST_ROLE, OWNER, PUBLISH, READ, SEE_ADDRESSES, may
from app.kernel.refusal import N_, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.web.csrf import SAFE_METHODS

FIELD, HEADER = "workspace", "Kliqs-Workspace"
PERSONAL = "personal"  # the act of requests that concern the user and no account
OBJECTS = "objects_in_addresses"  # among the app's extensions: ObjectAddress by the beginning of a rule
FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")


class WrongWorkspace(Refusal):
    """Raised for a form of an account that the signed-in user is no member of; `name` is the user's present one."""

    code = "WRONG_WORKSPACE"
    says = N_(
        "This page belongs to another workspace than yours, so nothing was changed. You are working in %(name)s; open "
        "the page again."
    )


class NoWorkspace(Refusal):
    """Raised when the signed-in user is a member of no account."""

    code, says = "NO_WORKSPACE", N_("You are in no workspace.")


class RoleTooLow(Refusal):
    """Raised for what only owners may do; `owner` is the name of an owner of the account, `email` their address."""

    code = "ROLE_TOO_LOW"
    says = N_("Only owners can do this in %(workspace)s. Ask %(owner)s, who is one.")


class EditorsOnly(RoleTooLow):
    """Raised when a viewer tries to change something."""

    says = N_("Viewers cannot change anything in %(workspace)s. Ask %(owner)s, who owns it, to make you an editor.")


class AddressesHidden(RoleTooLow):
    """Raised when a viewer opens what shows addresses of subscribers."""

    says = N_(
        "Viewers do not see the addresses that people left in %(workspace)s. Ask %(owner)s, who owns it, to make you "
        "an editor."
    )


REFUSAL_OF_ACT: Mapping[str, type[RoleTooLow]] = {
    EDIT: EditorsOnly,
    PUBLISH: EditorsOnly,
    SEE_ADDRESSES: AddressesHidden,
}
acts_of_blueprints: dict[str, BlueprintActs] = {}  # by the name of the blueprint; require_sign_in fills it


@dataclass(frozen=True, slots=True)
class BlueprintActs:
    """What the routes of a blueprint do, as acts of roles.py: `acts` by endpoint go before `read` and `write`.

    `in_grace` are the endpoints that change nothing of what will be deleted, or undo it (deletion_grace.py). They and
    `in_suspension` are what members may do in an account that the operator suspended (suspension.py).
    """

    read: str = READ
    write: str = EDIT
    acts: Mapping[str, str] = field(default_factory=dict)
    in_grace: frozenset[str] = frozenset()
    in_suspension: frozenset[str] = frozenset()

    def act_of(self, endpoint: str, method: str) -> str:
        """Returns the act of a request to an endpoint, without the name of its blueprint."""
        return self.acts.get(endpoint, self.read if method in SAFE_METHODS else self.write)


class ObjectAddress(NamedTuple):
    """How an address of the dashboard names an object of an account: the model, and the column with that value."""

    model: type[Model]
    column: str = "id"


def install(app: Quart, objects: Mapping[str, ObjectAddress]) -> None:
    """Makes redirects and templates keep the account of a page.

    `objects` are by the beginning of the rules in whose addresses they are: each opens in its own account.
    """
    app.extensions[OBJECTS] = objects
    app.after_request(keep_account_in_redirect)
    app.jinja_env.globals.update(may=may_do, workspace_field=workspace_field, memberships=signed_in_memberships)
    app.jinja_env.filters["in_workspace"] = in_workspace


async def choose_account(acts: BlueprintActs) -> None:
    """Chooses the account that the request is for, among those of the signed-in user.

    Raises: WrongWorkspace, NoWorkspace, RoleTooLow, BeingDeleted, AccountSuspended.
    """
    endpoint = (request.endpoint or "").rpartition(".")[2]
    act = acts.act_of(endpoint, request.method)
    changes = request.method not in SAFE_METHODS and endpoint not in acts.in_grace
    if changes:
        refuse_change(g.session.user)
    if act == PERSONAL:
        return
    g.membership = await _carried_membership() or await _membership_of_object() or signed_in_membership()
    if g.membership is None:
        raise NoWorkspace
    if not may(g.membership.role, act):
        raise await _role_too_low(g.membership, act)
    if changes:
        refuse_change(g.membership.account, although_suspended=endpoint in acts.in_suspension)


def signed_in_membership() -> Membership | None:
    """The membership in the account that the request is for, or that the user chose last; None without any."""
    if membership := g.get("membership"):
        return membership  # type: ignore[no-any-return]
    memberships = signed_in_memberships()
    chosen = g.session.account_id if memberships else None
    return next((each for each in memberships if each.account_id == chosen), memberships[0] if memberships else None)


def signed_in_memberships() -> list[Membership]:
    """All memberships of the signed-in user, the oldest first."""
    return g.get("memberships", [])  # type: ignore[no-any-return]


def signed_in_account() -> Account | None:
    """The account that the request is for, or None."""
    membership = signed_in_membership()
    return membership.account if membership else None


def owned_accounts() -> list[Account]:
    """The accounts of which the signed-in user is an owner, those they joined first at the beginning."""
    return [membership.account for membership in signed_in_memberships() if membership.role == OWNER]


def may_do(act: str) -> bool:
    """Whether the signed-in user may do an act in the account that the request is for; templates ask it."""
    membership = signed_in_membership()
    return membership is not None and act in LOWEST_ROLE and may(membership.role, act)


def workspace_field() -> Markup:
    """The hidden field that makes a form carry the account of its page; empty where nobody is signed in."""
    account = signed_in_account() if "memberships" in g else None
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, account.id) if account else Markup()


def in_workspace(path: str) -> str:
    """Returns a path that shows the account of the page; templates use it for downloads, which no form carries."""
    membership = signed_in_membership()
    return with_workspace(path, membership.account_id) if membership and len(signed_in_memberships()) > 1 else path


async def _carried_membership() -> Membership | None:
    """The membership in the account that the request carries; None if it carries none. Raises: WrongWorkspace."""
    carried = request.headers.get(HEADER) or request.args.get(FIELD)
    if not carried and request.method == "POST" and request.mimetype in FORM_TYPES:
        carried = (await request.form).get(FIELD)
    if not carried:
        return None
    id = parse_uuid(carried)
    if membership := next((each for each in signed_in_memberships() if each.account_id == id), None):
        return membership
    own = signed_in_account()
    raise WrongWorkspace(name=own.name if own else "Kliqs")


async def _membership_of_object() -> Membership | None:
    """The membership in the account of the object that the request's address names, if the user has several."""
    memberships = signed_in_memberships()
    named = _object_in_address() if len(memberships) > 1 else None
    if named is None:
        return None
    (model, column), value = named
    accounts = [each.account_id for each in memberships]
    rows = model.filter(**{column: value, "account_id__in": accounts})
    owners: list[Any] = await rows.values_list("account_id", flat=True)
    return next((each for each in memberships if each.account_id in owners), None)


def _object_in_address() -> tuple[ObjectAddress, Any] | None:
    """The object that the request's path names, or its query where the path names none; with the value of its column.

    A rule such as `/dashboard/links/<uuid:id>/edit` begins with the address of its object.
    """
    objects: Mapping[str, ObjectAddress] = current_app.extensions[OBJECTS]
    rule = request.url_rule.rule if request.url_rule else ""
    path, end, _ = rule.partition(">")
    if address := objects.get(path + end):
        value = (request.view_args or {}).get(path.rpartition("<")[2].rpartition(":")[2])
        return (address, value) if str(value).isprintable() else None
    for name in request.args:
        value = parse_uuid(request.args[name])
        if value and (address := objects.get(f"{rule}?{name}")):
            return address, value
    return None


async def _role_too_low(membership: Membership, act: str) -> RoleTooLow:
    owners = await membership.account.owners()
    owner = owners[0] if owners else None
    return REFUSAL_OF_ACT.get(act, RoleTooLow)(
        workspace=membership.account.name,
        owner=(owner.name or owner.email) if owner else "",
        email=owner.email if owner else "",
    )


async def keep_account_in_redirect(response: Response) -> Response:
    """Makes a redirect after a form show the account that the form was for, if the user chose another one meanwhile."""
    membership: Membership | None = g.get("membership")
    session = g.get("session")
    if membership is None or session is None or len(signed_in_memberships()) < 2:
        return response
    for header in ("Location", "HX-Redirect"):
        target = response.headers.get(header, "")
        if target.startswith("/dashboard/") and membership.account_id != _chosen(session.account_id):
            response.headers[header] = with_workspace(target, membership.account_id)
    return response


def _chosen(account_id: UUID | None) -> UUID | None:
    memberships = signed_in_memberships()
    return account_id if account_id in {each.account_id for each in memberships} else memberships[0].account_id


def with_workspace(target: str, account_id: UUID) -> str:
    """Returns a path of the dashboard that shows an account, whatever the session's choice is."""
    parts = urlsplit(target)
    query = "&".join(filter(None, (parts.query, urlencode({FIELD: str(account_id)}))))
    return parts._replace(query=query).geturl()
