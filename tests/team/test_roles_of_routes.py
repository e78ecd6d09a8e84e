"""What each role may do, at every route: a walk over `url_map` as each of them, with the forms of the pages.

The roles that the walk expects are written here by path, apart from the acts in the code that answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import pytest
from quart import Quart, Response
from werkzeug.routing import Rule

from app.accounts import progress_stream, stream_seats
from app.accounts.models import Account
from app.accounts.request_account import PERSONAL, acts_of_blueprints
from app.accounts.roles import EDITOR, LOWEST_ROLE, OWNER, ROLES, VIEWER
from app.kernel import db
from app.web import event_stream
from tests import world
from tests.client import Browser
from tests.databases import ON_ONE
from tests.members import as_member, browser_of
from tests.odd_values import Addresses, furnished, post_forms
from tests.test_odd_values import TYPED, pages

ANYBODY = "anybody"  # signed in: what concerns the user alone
READS = ("GET", "HEAD")
EXPECTED = (  # method (empty: any), path, lowest role; the first line that fits decides
    ("", r"/dashboard/settings/data/exports/account", OWNER),
    ("", r"/dashboard/settings/data(/.*)?", VIEWER),
    ("", r"/dashboard/settings/privacy/actions/(un)?freeze", OWNER),
    ("", r"/dashboard/settings/leave/actions/delete-workspace", OWNER),
    ("", r"/dashboard/settings/leave(/.*)?", ANYBODY),
    ("", r"/dashboard/leaving/actions/undo-workspace", OWNER),
    ("", r"/dashboard/(leaving|workspaces)/.*", ANYBODY),
    ("GET", r"/dashboard/settings/team", VIEWER),
    ("", r"/dashboard/settings/team/leave", VIEWER),
    ("", r"/dashboard/settings/team/.*", OWNER),
    ("", r"/dashboard/operator/.*", ANYBODY),  # by no role: tests/operators has who sees them
    ("", r"/dashboard/new", EDITOR),
    ("", r"/dashboard/blocked/(<uuid:id>|suspension)", EDITOR),
    ("", r"/dashboard/settings/(plan|tips|api-keys|audit-log)(/.*)?", OWNER),
    ("", r"/dashboard/webhooks/.*", OWNER),
    ("GET", r"/dashboard/publishing/accounts", VIEWER),
    ("", r"/dashboard/publishing/accounts/(connect|by-hand|choose)/.*", OWNER),
    ("", r"/dashboard/publishing/accounts/<uuid:id>/(disconnect|reconnect)", OWNER),
    ("", r"/dashboard/publishing/(approval|posts/<uuid:id>/approve)", OWNER),
    (
        "",
        r"/dashboard/publishing/(import/.*|posts/new|posts/<uuid:id>/(edit|delete|move)|posts/<uuid:id>/variants/.*/send-again)",
        EDITOR,
    ),
    ("", r"/dashboard/(announcements|settings|confirm|outbox|terms)/.*", ANYBODY),
    ("", r"/dashboard/(media/avatar|analytics/counting)", ANYBODY),
    ("", r"/dashboard/audience/.*", EDITOR),
    ("", r"/dashboard/(batch|first-steps|import|patterns)/.*", EDITOR),
    ("", r"/dashboard/qr/qris/", VIEWER),
    ("GET", r"/dashboard/analytics/.*share", EDITOR),
    ("GET", r"/dashboard/pages/(new|check|import|<uuid:id>|<uuid:id>/(settings|appearance|blocks/new))", EDITOR),
    ("GET", r"/dashboard/qr/(new|design|for/.*|<uuid:id>/edit)", EDITOR),
    ("GET", r"/dashboard/links/(check|<uuid:id>/(edit|history|rules)|utm/|tags/<int:id>/delete)", EDITOR),
    ("GET", r"/dashboard/ai/requests/<uuid:id>/content", OWNER),
    ("", r"/dashboard/ai/(end-users|own-keys).*", OWNER),
    ("POST", r"/dashboard/ai/credits.*", OWNER),
    ("GET", r"/dashboard/ai/playground.*", EDITOR),  # it is for nothing but to spend credits
    ("GET", r".*", VIEWER),
    ("", r".*", EDITOR),
)
ENDS_THE_WORLD = re.compile(
    r"settings/(leave|security|team)|tips/disconnect|leaving/|workspaces/|/undo|/delete|/revoke|/merge|actions/|sessions|/make"
)
# Pages of operators; letters, exports and passkeys of the owner; an app and connected services that nobody here has.
OF_OTHERS = re.compile(r"/operator/|/outbox/|/security/email/|/exports/|/passkeys/|/authenticator/|/connections/")
OF_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
APART = {"sessions", "jobs", "letters", "security_events", "api_usage", "visits"}  # what reads write too


def expected_role(rule: Rule, method: str) -> str:
    """The lowest role that may send a request of this method to a rule."""
    method = "GET" if method == "HEAD" else method
    return next(role for verb, path, role in EXPECTED if verb in ("", method) and re.fullmatch(path, rule.rule))


def is_allowed(role: str, needed: str) -> bool:
    return needed == ANYBODY or ROLES.index(role) >= ROLES.index(needed)


def dashboard_rules(app: Quart) -> Iterator[tuple[Rule, str]]:
    """Every rule of the dashboard that needs a sign-in, with each of its methods."""
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/dashboard/"):
            for method in sorted((rule.methods or set()) - {"OPTIONS"}):
                yield rule, method


@pytest.fixture
async def addresses(app: Quart, sari: Account, monkeypatch: pytest.MonkeyPatch) -> Addresses:
    monkeypatch.setattr(event_stream, "MAX_STREAM_SECONDS", 0.01)
    monkeypatch.setattr(stream_seats, "POLL_INTERVAL", 0.005)
    monkeypatch.setattr(progress_stream, "LOOK_INTERVAL", 0.005)
    found = await furnished(sari)
    return Addresses(found.key, found.session, found.parts | {"action /dashboard/links/actions": "archive"})


def test_every_blueprint_of_the_dashboard_has_acts_that_the_table_of_roles_knows(made_once: Quart) -> None:
    for rule, method in dashboard_rules(made_once):
        blueprint, _, endpoint = rule.endpoint.rpartition(".")
        assert blueprint in acts_of_blueprints, f"{rule.rule} has no act"
        act = acts_of_blueprints[blueprint].act_of(endpoint, method)
        assert act == PERSONAL or act in LOWEST_ROLE, rule.rule
        lowest = ANYBODY if act == PERSONAL else LOWEST_ROLE[act]
        assert lowest == expected_role(rule, method), f"{method} {rule.rule}: {act}"


def test_acts_name_endpoints_that_exist(made_once: Quart) -> None:
    endpoints = {rule.endpoint for rule in made_once.url_map.iter_rules()}
    for blueprint, acts in acts_of_blueprints.items():
        if blueprint in made_once.blueprints:
            assert {f"{blueprint}.{endpoint}" for endpoint in acts.acts} <= endpoints


async def forms_of_pages(app: Quart, browser: Browser, addresses: Addresses) -> dict[str, dict[str, str]]:
    """The forms that an owner's pages send, by their addresses, with what they send."""
    forms: dict[str, dict[str, str]] = {}
    for rule, method in dashboard_rules(app):
        for address in pages(addresses.of(rule), rule.rule) if method == "GET" else ():
            answer = await browser.get(address)
            text = await answer.get_data(as_text=True) if answer.mimetype == "text/html" else ""
            for action, fields in post_forms(text):
                values = {name: value or TYPED.get(name, "") for name, value in fields.items() if value is not None}
                forms.setdefault(urljoin(address, action).split("?")[0].split("#")[0], values)
    assert len(forms) > 30
    return forms


async def send(browser: Browser, method: str, path: str, form: dict[str, str], **headers: str) -> Response:
    if method in READS:
        return await browser.open(path, method=method, headers=headers)
    return await browser.open(path, method=method, form=form, headers=headers)


async def contents() -> dict[str, list[Any]]:
    """All rows of all tables that only writes change."""
    tables = [row["name"] for row in await db.query_rows(OF_TABLES, []) if row["name"] not in APART]
    return {
        table: sorted(map(repr, await db.query_rows(f'SELECT * FROM "{table}"', [])))  # noqa: S608
        for table in tables
    }


@ON_ONE
@pytest.mark.slow
async def test_what_a_role_does_not_include_is_refused_with_the_name_of_an_owner_and_changes_nothing(
    app: Quart, addresses: Addresses, sari: Account, subtests: pytest.Subtests
) -> None:
    """One world serves both roles, as nothing changes in it."""
    owner = await browser_of(app, await world.owner(sari))
    forms = await forms_of_pages(app, owner, addresses)
    for role, least, least_by_forms in ((VIEWER, 40, 20), (EDITOR, 8, 2)):
        with subtests.test(role):
            browser, refused, by_forms = await as_member(app, sari, role), 0, 0
            before = await contents()
            for rule, method in dashboard_rules(app):
                if is_allowed(role, expected_role(rule, method)):
                    continue
                path = addresses.of(rule)
                form = forms.get(path, {})
                by_forms += path in forms
                for headers in ({}, {"HX-Request": "true"}, {"HX-Request": "true", "HX-Request-Type": "full"}):
                    answer = await send(browser, method, path, form, **headers)
                    assert answer.status_code == 403, f"{method} {path} {headers}"
                    assert method == "HEAD" or "Sari" in await answer.get_data(as_text=True), path
                refused += 1
            assert await contents() == before
            assert refused > least and by_forms > least_by_forms


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
async def test_what_a_role_includes_is_answered_and_never_refused_for_the_role(
    app: Quart, addresses: Addresses, sari: Account, role: str
) -> None:
    owner = await browser_of(app, await world.owner(sari))
    forms = await forms_of_pages(app, owner, addresses)
    browser = owner if role == OWNER else await as_member(app, sari, role)
    # a write may take from a later page what it shows, such as content that is kept for fewer days
    rules = sorted(
        dashboard_rules(app), key=lambda pair: (pair[1] not in READS, bool(ENDS_THE_WORLD.search(pair[0].rule)))
    )
    unreached = []
    for rule, method in rules:
        if not is_allowed(role, expected_role(rule, method)) or "settings/leave" in rule.rule:
            continue
        path = addresses.of(rule)
        address = pages(path, rule.rule)[0] if method == "GET" else path
        answer = await send(browser, method, address, forms.get(path, {}))
        assert answer.status_code != 403, f"{method} {path}"
        assert answer.status_code < 500, f"{method} {path}"
        if method == "GET" and answer.status_code >= 400 and not OF_OTHERS.search(path):
            unreached.append(path)
    assert unreached == [], unreached


@ON_ONE
async def test_a_method_that_a_form_names_is_no_method(app: Quart, sari: Account) -> None:
    viewer = await as_member(app, sari, VIEWER)
    link = await world.shorten(sari, "promo")
    for name in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
        for method in ("GET", "HEAD", "OPTIONS", "POST"):
            answer = await viewer.open(
                f"/dashboard/links/{link.id}", method=method, headers={name: "GET" if method == "POST" else "POST"}
            )
            assert answer.status_code == (403 if method == "POST" else answer.status_code)
            assert answer.status_code in (200, 303, 403, 404, 405)
    answer = await viewer.post("/dashboard/links/?_method=GET", form={"url": world.DESTINATION, "_method": "GET"})
    assert answer.status_code == 403
    await link.refresh_from_db()
    assert link.deleted_at is None and await type(link).all().count() == 1
