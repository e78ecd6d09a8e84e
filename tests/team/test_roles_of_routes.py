"""What each role may do, at every route: a walk over `url_map` as each of them, with the forms of the pages.

The roles that the walk expects are written here by path, apart from the acts in the code that answer it.
"""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from quart import Quart, Response
from werkzeug.routing import Rule

from app.accounts import progress_stream, stream_seats
from app.accounts.models import Account
from app.accounts.request_account import PERSONAL, acts_of_blueprints
from app.accounts.roles import EDITOR, LOWEST_ROLE, OWNER, ROLES, VIEWER
from app.front.redirect_service import redirects_running
from app.kernel import db, installation, passwords
from app.kernel.config import Config
from app.kernel.surfaces import Site
from app.web import event_stream
from tests import world
from tests.client import Browser
from tests.conftest import CHEAP, ORIGIN, SECRET
from tests.databases import ON_ONE, Template
from tests.members import as_member, browser_of
from tests.odd_values import Addresses, furnished, post_forms
from tests.rich_world import Snapshot
from tests.stored import use_directory
from tests.test_odd_values import TYPED, pages

ANYBODY = "anybody"  # signed in: what concerns the user alone
READS = ("GET", "HEAD")
BY_HTMX = ({"HX-Request": "true"}, {"HX-Request": "true", "HX-Request-Type": "full"})  # which a refusal looks at
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
    ("", r"/dashboard/publishing/files/<uuid:id>/delete", EDITOR),
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
    ("GET", r"/dashboard/links/(check|<uuid:id>/(edit|history|rules)|utm/|(tags|utm)/<int:id>/delete)", EDITOR),
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


@dataclass(frozen=True)
class Workspace:
    """Something of every kind of Sari's and where it is found.

    `answers` are the statuses of all pages for her, who is the owner, and `forms` what is in them to be sent.
    """

    snapshot: Snapshot
    files: Path
    addresses: Addresses
    answers: dict[str, int] = field(default_factory=dict)
    forms: dict[str, dict[str, str]] = field(default_factory=dict)

    def begin(self, url: str, directory: Path) -> None:
        """Makes the open database of a test and its directory what they were when all of it was made."""
        self.snapshot.restore(url)
        shutil.copytree(self.files, directory, ignore=shutil.ignore_patterns("journal"), dirs_exist_ok=True)


@pytest.fixture(autouse=True)
def _short_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    shorten_streams(monkeypatch)


def shorten_streams(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(event_stream, "MAX_STREAM_SECONDS", 0.01)
    patch.setattr(stream_seats, "POLL_INTERVAL", 0.005)
    patch.setattr(progress_stream, "LOOK_INTERVAL", 0.005)


@pytest.fixture(scope="module")
def workspace(made_once: Quart, template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The workspace, made and read once: each role begins with it as it was."""
    made_once.extensions["installation"] = installation.current()  # not that of the test before
    config = Config(data_dir=tmp_path_factory.mktemp("workspace"), hosts=ORIGIN, secret_key=SECRET)
    config.prepare()
    use_directory(config.data_dir)
    installation.current().config = config
    installation.current().secret_keys = [SECRET]
    installation.current().site = Site.parse(ORIGIN, bind="127.0.0.1:8000", secure=True)
    with pytest.MonkeyPatch.context() as patch:
        shorten_streams(patch)
        patch.setattr(passwords, "_hasher", CHEAP)
        result = asyncio.run(made_workspace(made_once, template, config))
    yield result
    result.snapshot.close()


async def made_workspace(app: Quart, template: Template, config: Config) -> Workspace:
    url = await template.fresh(config.data_dir)
    async with db.database_open(url), redirects_running(config, url, app.extensions["redirects"]):
        sari = await world.sari()
        there = await furnished(sari)
        addresses = Addresses(there.key, there.session, there.parts | {"action /dashboard/links/actions": "archive"})
        snapshot, browser = Snapshot.of(url), await browser_of(app, await world.owner(sari))
        workspace = Workspace(snapshot, config.data_dir, addresses)
        await read_pages(app, browser, workspace)
        return workspace


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


async def read_pages(app: Quart, browser: Browser, workspace: Workspace) -> None:
    """Opens every page as the owner, for the answers and the forms."""
    for rule, method in dashboard_rules(app):
        for address in pages(workspace.addresses.of(rule), rule.rule) if method == "GET" else ():
            answer = await browser.get(address)
            workspace.answers[address] = answer.status_code
            text = await answer.get_data(as_text=True) if answer.mimetype == "text/html" else ""
            for action, fields in post_forms(text):
                values = {name: value or TYPED.get(name, "") for name, value in fields.items() if value is not None}
                workspace.forms.setdefault(urljoin(address, action).split("?")[0].split("#")[0], values)
    assert len(workspace.forms) > 30


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
    app: Quart, workspace: Workspace, config: Config, subtests: pytest.Subtests
) -> None:
    """One world serves both roles, as nothing changes in it."""
    workspace.begin(config.database_url, config.data_dir)
    sari = await world.account_of("sari@example.com")
    for role, least, least_by_forms in ((VIEWER, 40, 20), (EDITOR, 8, 2)):
        with subtests.test(role):
            browser, refused, by_forms = await as_member(app, sari, role), 0, 0
            before = await contents()
            for rule, method in dashboard_rules(app):
                if is_allowed(role, expected_role(rule, method)):
                    continue
                path = workspace.addresses.of(rule)
                form = workspace.forms.get(path, {})
                by_forms += path in workspace.forms
                for headers in ({}, BY_HTMX[refused % 2])[: 1 if method == "HEAD" else 2]:
                    answer = await send(browser, method, path, form, **headers)
                    assert answer.status_code == 403, f"{method} {path} {headers}"
                    assert method == "HEAD" or "Sari" in await answer.get_data(as_text=True), path
                refused += 1
            assert await contents() == before
            assert refused > least and by_forms > least_by_forms


@ON_ONE
@pytest.mark.slow
async def test_what_a_role_includes_is_answered_and_never_refused_for_the_role(
    app: Quart, workspace: Workspace, config: Config, subtests: pytest.Subtests
) -> None:
    """Each role begins with the same world on SQLite; what an owner reads was answered when that world was read.

    On PostgreSQL, test_odd_values.py asks for the same pages and forms as an owner, with odd values in them.
    """
    # a write may take from a later page what it shows, such as content that is kept for fewer days
    rules = sorted(
        dashboard_rules(app), key=lambda pair: (pair[1] not in READS, bool(ENDS_THE_WORLD.search(pair[0].rule)))
    )
    addresses, heads = workspace.addresses, set[str]()
    for role in ROLES:
        with subtests.test(role):
            workspace.begin(config.database_url, config.data_dir)
            sari, unreached = await world.account_of("sari@example.com"), []
            owner = await world.owner(sari)
            browser = await browser_of(app, owner) if role == OWNER else await as_member(app, sari, role)
            for rule, method in rules:
                if not is_allowed(role, expected_role(rule, method)) or "settings/leave" in rule.rule:
                    continue
                if method == "HEAD" and rule.rule in heads:  # a lower role was answered
                    continue
                heads |= {rule.rule} if method == "HEAD" else set()
                path = addresses.of(rule)
                address = pages(path, rule.rule)[0] if method == "GET" else path
                if role == OWNER and method == "GET":
                    status = workspace.answers[address]
                else:
                    status = (await send(browser, method, address, workspace.forms.get(path, {}))).status_code
                assert status != 403, f"{method} {path}"
                assert status < 500, f"{method} {path}"
                if method == "GET" and status >= 400 and not OF_OTHERS.search(path):
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
