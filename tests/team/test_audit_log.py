"""The audit log: who did what to which thing, written once for every change, by members and by keys."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import cast

import pytest
from quart import Quart, Response

from app.accounts.models import Account, Membership
from app.accounts.roles import EDITOR
from app.accounts.user import User
from app.audience.models import Subscriber
from app.kernel import clock, i18n
from app.keys.models import ApiKey
from app.links.models import Link
from app.ops import retention_sweep
from app.pages.content import Content
from app.pages.models import Page
from app.privacy import erasure
from app.team import audit_log
from app.team.audit_entry import AuditEntry
from app.team.audit_log import record_act
from app.team.audit_sentences import NOT_LOGGED, acts_with_sentences, find_sentence
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.members import as_member
from tests.team.test_roles_of_routes import ANYBODY, dashboard_rules, expected_role

LINKS = "/dashboard/links/"
UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}


async def entries(account: Account) -> list[str]:
    """The log in English, the oldest entry first: who, and what they did."""
    with i18n.language_context("en"):
        return [
            f"{'key ' * entry.by_key}{entry.person} {find_sentence(entry.act).text(entry.thing)}"
            for entry in await AuditEntry.owned_by(account).order_by("created_at", "id")
        ]


def bearer(raw: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {raw}"}


def test_every_request_that_changes_something_of_an_account_has_a_sentence_or_is_named_as_changing_nothing(
    made_once: Quart,
) -> None:
    named = {act for act, _ in acts_with_sentences()} | NOT_LOGGED
    rules = [
        (rule, method)
        for rule, method in dashboard_rules(made_once)
        if method in UNSAFE and expected_role(rule, method) != ANYBODY
    ]
    rules += [
        (rule, method)
        for rule in made_once.url_map.iter_rules()
        for method in (rule.methods or set()) & UNSAFE
        if rule.rule.startswith("/api/")
    ]
    missing = [
        rule.endpoint
        for rule, _ in rules
        if rule.endpoint not in named and not any(act.startswith(f"{rule.endpoint}.") for act in named)
    ]
    assert len(rules) > 60 and missing == []


def test_every_act_of_a_sentence_is_an_endpoint_or_is_recorded_by_name(made_once: Quart) -> None:
    endpoints = {rule.endpoint for rule in made_once.url_map.iter_rules()}
    for act, sentence in acts_with_sentences():
        assert "." not in act or act in endpoints or act.rpartition(".")[0] in endpoints, act
        assert sentence.says.endswith(".") and len(act) <= 80


async def test_the_log_says_who_did_what_to_which_thing(as_sari: Browser, sari: Account, app: Quart) -> None:
    editor = await as_member(app, sari, EDITOR)
    await editor.post(LINKS, form={"url": world.DESTINATION, "slug": "promo"})
    link = await Link.get(short_code="promo")
    await as_sari.post(f"{LINKS}actions/pause", form={"ids": str(link.id)})
    await as_sari.post("/dashboard/settings/api-keys/", form={"name": "shop", "once": "x"})
    assert await entries(sari) == [
        "Editor made the link kliqs.test/promo.",
        "Sari paused kliqs.test/promo.",
        "Sari made the key shop.",
    ]


async def test_what_a_key_does_is_written_with_its_name(visitor: Browser, dewi: Account) -> None:
    _key, raw = await ApiKey.issue(dewi, "shop")
    made = await visitor.post("/api/v1/links", json={"url": world.DESTINATION, "slug": "promo"}, headers=bearer(raw))
    id = (await made.get_json())["data"]["id"]
    await visitor.delete(f"/api/v1/links/{id}", headers=bearer(raw))
    await visitor.get("/api/v1/links", headers=bearer(raw))
    assert await entries(dewi) == ["key shop made the link kliqs.test/promo.", "key shop deleted kliqs.test/promo."]
    assert not await AuditEntry.filter(account=dewi).exclude(user_id=None).exists()


async def test_reads_refusals_and_what_did_nothing_are_not_logged(as_sari: Browser, sari: Account) -> None:
    await world.shorten(sari, "promo")
    await as_sari.get(LINKS)
    await as_sari.get(f"{LINKS}export.csv")
    assert (await as_sari.post(LINKS, form={"url": "nonsense"})).status_code >= 400
    assert (await as_sari.post(LINKS, form={"url": world.DESTINATION})).status_code == 200, "it asks first"
    await as_sari.post("/dashboard/qr/preview", form={"kind": "text", "given-text": "Hi"})
    await as_sari.post("/dashboard/settings/theme", form={"theme": "dark"})
    assert await entries(sari) == []


async def test_what_is_refused_by_a_message_alone_is_not_logged(as_sari: Browser, sari: Account) -> None:
    own = await Membership.get(account_id=sari.id)
    key, _raw = await ApiKey.issue(sari, "shop")
    page = await Page.make(sari, "toko", Content(name="Toko"))
    await page.soft_delete()
    await Page.make(sari, "warung", Content(name="Warung"))
    team = "/dashboard/settings/team"
    acts: list[tuple[str, dict[str, str]]] = [
        (f"{team}/leave", {}),
        (f"{team}/members/{own.id}/role", {"role": "viewer"}),
        (f"{team}/members/{own.id}/remove", {}),
        ("/dashboard/leaving/actions/undo-workspace", {}),
        (f"/dashboard/settings/api-keys/{key.id}/keep", {}),
        (f"/dashboard/pages/{page.id}/restore", {}),
    ]
    for path, form in acts:
        assert (await as_sari.post(path, form=form)).status_code == 303
    assert await entries(sari) == []


async def test_what_is_saved_while_somebody_types_is_one_entry(as_sari: Browser, sari: Account, moved: Clock) -> None:
    page = await Page.make(sari, "toko", Content(name="Toko"))
    for name in ("To", "Tok", "Toko"):
        await as_sari.post(f"/dashboard/pages/{page.id}/profile", form={"name": name})
    assert await entries(sari) == ["Sari changed the page kliqs.test/toko."]
    moved.on(timedelta(minutes=11))
    await as_sari.post(f"/dashboard/pages/{page.id}/profile", form={"name": "Kedai"})
    assert len(await entries(sari)) == 2


async def test_no_address_of_a_subscriber_and_no_secret_is_in_the_log(as_sari: Browser, sari: Account) -> None:
    page = await Page.make(sari, "toko", Content(name="Toko"))
    subscriber = await Subscriber.create(
        account=sari,
        page=page,
        email="maya@example.org",
        consent="x",
        language="id",
        token_digest="x",
        created_at=clock.now(),
    )
    await as_sari.post(f"/dashboard/audience/{subscriber.id}/delete")
    await as_sari.post(LINKS, form={"url": world.DESTINATION, "password": "kopi pagi", "slug": "rahasia"})
    key = await as_sari.post("/dashboard/settings/api-keys/", form={"name": "shop", "once": "y"})
    raw = (await key.get_data(as_text=True)).split("kliqs_")[1][:20]
    written = " ".join(await entries(sari)) + repr(await AuditEntry.all().values())
    assert "deleted an address that was left on kliqs.test/toko." in written
    assert not [secret for secret in ("maya@", "kopi pagi", raw) if secret in written]


async def test_an_act_that_a_view_records_itself_is_not_written_twice(
    app: Quart, as_sari: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = await world.owner(sari)
    create_link = cast(Callable[[], Awaitable[Response]], app.view_functions["links.create_link"])

    async def recording() -> Response:
        await record_act(sari.id, user, "team.invite", "maya@example.com")
        return await create_link()

    monkeypatch.setitem(app.view_functions, "links.create_link", recording)
    assert (await as_sari.post(LINKS, form={"url": world.DESTINATION})).status_code == 303
    assert await entries(sari) == ["Sari invited maya@example.com."]


async def test_a_log_that_cannot_be_written_to_stops_no_change(
    as_sari: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(AuditEntry, "create", full)
    assert (await as_sari.post(LINKS, form={"url": world.DESTINATION})).status_code == 303
    assert await Link.all().count() == 1


async def test_names_stay_as_they_were_until_the_user_is_deleted(app: Quart, sari: Account) -> None:
    browser = await as_member(app, sari, EDITOR)
    await browser.post(LINKS, form={"url": world.DESTINATION, "slug": "promo"})
    user = await User.get(email="editor@example.com")
    await User.filter(id=user.id).update(name="Another")
    await Membership.filter(user_id=user.id).delete()
    assert await entries(sari) == ["Editor made the link kliqs.test/promo."]
    await record_act(sari.id, await world.owner(sari), "team.remove", "editor@example.com")
    await audit_log.forget_user(user)
    await user.delete()
    assert await entries(sari) == [" made the link kliqs.test/promo.", "Sari removed somebody."]
    assert not await AuditEntry.filter(thing__contains="editor").exists()


async def test_deleting_an_account_deletes_its_log_and_the_name_in_others(sari: Account, budi: Account) -> None:
    user = await world.owner(sari)
    await Membership.create(user=user, account=budi, role=EDITOR, created_at=clock.now())
    for account in (sari, budi):
        await AuditEntry.create(account=account, user=user, person="Sari", act="x", created_at=clock.now())
    await erasure.erase_user(user.id, at_once=True)
    [left] = await AuditEntry.all()
    assert left.account_id == budi.id and left.person == "" and left.user_id is None


async def test_entries_are_kept_for_a_year(sari: Account, moved: Clock) -> None:
    await AuditEntry.create(account=sari, person="Sari", act="x", created_at=clock.now())
    moved.on(timedelta(days=364))
    await retention_sweep.delete_expired()
    assert await AuditEntry.all().count() == 1
    moved.on(timedelta(days=2))
    await retention_sweep.delete_expired()
    assert await AuditEntry.all().count() == 0
