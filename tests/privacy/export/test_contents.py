"""An export holds everything that the inventory says is stored about somebody, and no secret."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any
from uuid import uuid4

import jsonschema_rs
import pytest
from tortoise import Tortoise
from tortoise.models import Model

from app.accounts.models import Account, Session
from app.gateway.contents.kept_content import KeptContent
from app.kernel import clock
from app.kernel.i18n import LANGUAGES
from app.kernel.package_files import PACKAGE
from app.keys.models import ApiKey
from app.links.models import Link
from app.payments import ordering
from app.payments.notifications import receive_notification
from app.payments.order import new_reference
from app.payments.refunds import note_refund
from app.payments.tips.tip import Tip
from app.payments.tips.tip_connection import TipConnection
from app.privacy.export.account_tables import ACCOUNT_TABLES
from app.privacy.export.archive import ExportArchive
from app.privacy.export.exported_table import ExportedTable
from app.privacy.export.person_tables import EMAILS, LEFT_OUT, PERSON_TABLES
from app.privacy.export.post_file_members import add_post_files
from app.publishing.connections.connection import Connection
from app.publishing.files import file_store
from app.webhooks.visit_counts import UnsentVisits
from tests import world
from tests.gateway import furnished as models_of_ai
from tests.gateway.offering import CREDENTIAL
from tests.memory import traced_memory
from tests.odd_values import told
from tests.payments.fake_provider import BUYER, FakeProvider, connected
from tests.privacy import furnished
from tests.privacy.bring_in import archives
from tests.privacy.export.export_schema import export_schema
from tests.publishing import furnished as posts
from tests.stored import stored

COUNTS = {"input_tokens", "output_tokens", "tokens_per_minute"}  # tokens that are no secrets
TABLES: tuple[ExportedTable, ...] = (*ACCOUNT_TABLES, *PERSON_TABLES, EMAILS)


def models() -> list[type[Model]]:
    found: dict[str, Any] = dict((Tortoise.apps or {})["models"])
    return [model for name, model in found.items() if name != "Aerich"]


async def test_every_column_that_is_stored_is_exported_or_left_out_with_a_reason(database: str) -> None:
    for model in models():
        tables = [table for table in TABLES if table.model is model]
        assert bool(tables) != (model in LEFT_OUT), (
            f"{model.__name__} belongs into ACCOUNT_TABLES (app/privacy/export/account_tables.py), PERSON_TABLES or, "
            "with a reason, LEFT_OUT (person_tables.py)"
        )
        for table in tables:
            names = set(table.columns.split()) | table.left_out.keys()
            assert names | {"id"} == {*model._meta.fields_db_projection.values()} | {"id"}, (
                f"{table.path}: each column of {model.__name__} is exported, or left out with a reason"
            )
            assert not set(table.columns.split()) & table.left_out.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_documentation_names_every_table(language: str) -> None:
    guide = (PACKAGE / "docs" / "guides" / language / "export-format.md").read_text()
    paths = [*(table.path for table in TABLES), "consents.json"]
    assert not [path for path in paths if f"`{path.removesuffix('.json')}`" not in guide]


async def test_reasons_are_sentences_and_secrets_are_left_out(database: str) -> None:
    assert all(reason.strip() for table in TABLES for reason in table.left_out.values())
    exported = {name for table in TABLES for name in table.columns.split()} - COUNTS
    assert not [name for name in exported if "digest" in name or "secret" in name or "token" in name]


def rows(archive: zipfile.ZipFile, path: str) -> list[dict[str, Any]]:
    """The rows of a table, read line by line as the documentation says."""
    lines = archive.read(path).decode().splitlines()
    assert (lines[0], lines[-1]) == ("[", "]")
    return [json.loads(line.removesuffix(",")) for line in lines[1:-1]]


async def buy_plan(account: Account) -> None:
    """The account buys a plan, and a part of it is paid back."""
    provider = FakeProvider()
    with connected(provider):
        order = await ordering.open_order(account, "pro", 1, provider, BUYER)
        await receive_notification(provider, *provider.message(order.reference, "event", state="paid", paid=79_016))
        await note_refund(order, 1_000, "a mistake")


async def take_tip(account: Account) -> None:
    """The account has connected a payment service, and a tip was opened."""
    now = clock.now()
    await TipConnection.create(
        id=uuid4(), account_id=account.id, provider="klikqris", credentials="encrypted", created_at=now
    )
    await Tip.create(
        id=uuid4(), account_id=account.id, page_name="toko", reference=new_reference(), provider="klikqris",
        state="pending", amount=10_000, pay_amount=10_016, expires_at=now, created_at=now,
    )  # fmt: skip


@pytest.fixture
async def archive(database: str, tmp_path: Path) -> zipfile.ZipFile:
    sari = await furnished.build()
    await posts.build(sari)
    await models_of_ai.build(sari)
    await world.begin_session(sari, "Firefox · Linux")
    await buy_plan(sari)
    await take_tip(sari)
    await told(sari)
    await UnsentVisits.create(account_id=sari.id, link_id=uuid4(), clicks=1, since=clock.now())
    return zipfile.ZipFile(io.BytesIO((await archives.exported(sari)).read_bytes()))


async def test_the_manifest_names_each_member_with_its_size_and_digest(archive: zipfile.ZipFile) -> None:
    manifest = json.loads(archive.read("manifest.json"))
    assert (manifest["format"], manifest["version"], manifest["parts"]) == ("kliqs-export", 1, ["person", "account"])
    listed = {file["path"]: file for file in manifest["files"]}
    assert {*listed} | {"manifest.json"} == {*archive.namelist()}
    for path, file in listed.items():
        content = archive.read(path)
        assert (file["bytes"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
        if "rows" in file:
            assert file["rows"] == len(json.loads(content))


async def test_a_real_export_is_as_the_schema_in_the_repository_says(archive: zipfile.ZipFile) -> None:
    schema = json.loads((PACKAGE / "privacy" / "export" / "export.schema.json").read_text())
    assert schema == json.loads(json.dumps(export_schema())), "write export_schema() into export.schema.json"
    definitions = schema["$defs"]
    jsonschema_rs.validate(definitions["manifest"], json.loads(archive.read("manifest.json")))
    empty = {"account/api_usage.json", "account/api_key_usage.json", "account/limit_warnings.json"}
    empty |= {"person/operator_looks.json", "person/announcements_closed.json", "account/suspensions.json"}
    empty |= {"person/request_steps.json", "account/disclosures.json", "account/disclosure_notes.json"}
    empty |= {"person/operator_log.json", "account/destination_checks.json", "account/blocked.json"}
    empty |= {
        "account/api_key_days.json",
        "account/api_requests.json",
        "account/imports.json",
        "account/shares.json",
        "account/invitations.json",
        "account/audit_log.json",
        "person/consent_history.json",
        "person/passkeys.json",
        "person/identities.json",
        "person/authenticators.json",
        "person/recovery_codes.json",
        "person/trusted_browsers.json",
        "person/planned_deletions.json",
        "person/requests.json",
        "person/browsers.json",
        "person/emails.json",
        "person/disown_links.json",
    }
    for path, row_schema in definitions["rows"].items():
        validator = jsonschema_rs.validator_for(row_schema | {"$schema": schema["$schema"]})
        table = rows(archive, path)
        assert table or path in empty, path
        for row in table:
            validator.validate(row)


async def test_it_holds_everything_of_the_account_and_the_person(archive: zipfile.ZipFile) -> None:
    links = {link["short_code"]: link for link in rows(archive, "account/links.json") if not link["page_id"]}
    assert len(links) == await Link.filter(page_id=None).count()
    assert sorted(links["promo"]["names"]) == ["promo", "promo-baru", "promo-lama"]
    assert links["promo"]["tags"] == ["shop"] and links["locked"]["has_password"]
    [subscriber] = rows(archive, "account/subscribers.json")
    assert subscriber["email"] == "dewi@example.com"
    assert [member["email"] for member in rows(archive, "account/members.json")] == ["sari@example.com"]
    [profile] = rows(archive, "person/profile.json")
    assert profile["email"] == "sari@example.com" and profile["has_password"]
    assert {event["kind"] for event in rows(archive, "person/security_log.json")} >= {"export_requested"}
    assert {consent["what"] for consent in rows(archive, "person/consents.json")} >= {"age", "terms", "news"}
    pictures = {row["path"] for row in rows(archive, "account/media.json")}
    assert pictures == {name for name in archive.namelist() if name.startswith("media/")} and len(pictures) == 2


async def test_the_pictures_and_videos_of_posts_are_in_it_as_they_are(archive: zipfile.ZipFile) -> None:
    [file] = rows(archive, "account/post_files.json")
    names = sorted(name for name in archive.namelist() if name.startswith("posts/"))
    assert names == [file["path"], f"posts/{file['id']}.webp"] and file["path"].endswith(".mp4")
    assert archive.read(file["path"]) == posts.FILM
    assert archive.getinfo(file["path"]).compress_type == zipfile.ZIP_STORED, "videos are compressed already"
    [event] = rows(archive, "account/post_events.json")
    assert (event["what"], event["user_id"]) == ("planned", rows(archive, "person/profile.json")[0]["id"])


async def test_requests_to_models_are_in_it_and_their_content_as_far_as_it_is_kept(archive: zipfile.ZipFile) -> None:
    requests = {row["id"]: row for row in rows(archive, "account/ai_requests.json")}
    [content] = rows(archive, "account/ai_contents.json")
    assert requests[content["request_id"]]["usage"] == {"input": 10, "output": 5}
    assert content["content"]["request"]["messages"] == models_of_ai.PROMPT and "sealed" not in content
    [own] = rows(archive, "account/ai_own_keys.json")
    assert own["upstream"] and own["last_four"] == "pace"
    assert {row["customer"] for row in rows(archive, "account/ai_key_terms.json")} == {"", "Toko Budi"}
    [balance] = rows(archive, "account/ai_balance.json")
    entries, days = rows(archive, "account/ai_ledger.json"), rows(archive, "account/ai_usage.json")
    left = sum(entry["amount"] for entry in entries) - sum(day["cost"] for day in days)
    assert balance["bought"] + balance["of_plan"] == left > 0, "the statement can be checked"


async def test_a_large_video_passes_through_little_memory_and_keeps_the_lease(
    sari: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = await posts.store_film(sari, (await world.owner(sari)).id)
    with stored(file_store.key_of(film.stored_name)).open("wb") as file:
        file.truncate(64 * 2**20)
    calls = 0

    async def wrote() -> None:
        nonlocal calls
        calls += 1

    with traced_memory() as memory:
        archive = ExportArchive(tmp_path / "export.zip")
        await add_post_files(archive, sari, wrote)
        await archive.finish({})
    assert memory.peak < 8 * 2**20 and calls >= 64, "each piece renews the lease of the job"
    assert zipfile.ZipFile(tmp_path / "export.zip").testzip() is None


async def test_people_get_tables_where_they_expect_them(archive: zipfile.ZipFile) -> None:
    for path, column in (("account/links.csv", "slug"), ("account/subscribers.csv", "email")):
        lines = list(csv.DictReader(io.StringIO(archive.read(path).decode("utf-8-sig"))))
        assert lines and all(line[column] for line in lines), path
    assert {"statistics/visits.csv"} < {name for name in archive.namelist() if name.startswith("statistics/")}


async def test_no_secret_is_in_it(archive: zipfile.ZipFile) -> None:
    secrets = [key.digest for key in await ApiKey.all()] + [session.digest for session in await Session.all()]
    secrets += [link.password_hash for link in await Link.all() if link.password_hash]
    secrets += [(await world.owner(await Account.get())).password_hash]
    content = b"".join(archive.read(name) for name in archive.namelist())
    secrets += [connection.tokens for connection in await Connection.all()] + [posts.ACCESS, posts.REFRESH, "zz-signed"]
    secrets += [models_of_ai.OWN_CREDENTIAL, CREDENTIAL]
    secrets += [kept.sealed for kept in await KeptContent.all()]
    assert len(secrets) >= 11 and not [secret for secret in secrets if secret.encode() in content]


async def test_rows_that_come_meanwhile_are_never_there_twice(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.privacy.export.exported_table.BATCH_SIZE", 2)
    for at in range(5):
        await world.shorten(sari, f"link-{at}")
    table = next(table for table in ACCOUNT_TABLES if table.path == "links.json")
    seen: list[str] = []
    async for batch in table.batches(sari.id):
        assert len(batch) <= 2, "memory does not depend on how many there are"
        seen += [row["short_code"] for row in batch]
    assert seen == [f"link-{at}" for at in range(5)]


async def test_rows_of_one_moment_are_all_there_once_in_their_order(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.privacy.export.exported_table.IDS_AT_ONCE", 2)
    for at in range(5):
        await world.shorten(sari, f"link-{at}")
    await Link.filter(short_code__not="link-4").update(created_at=(await Link.get(short_code="link-0")).created_at)
    table = next(table for table in ACCOUNT_TABLES if table.path == "links.json")
    rows = [row async for batch in table.batches(sari.id) for row in batch]
    keys = [(row["created_at"], str(row["id"])) for row in rows]
    assert keys == sorted(keys) and {row["short_code"] for row in rows} == {f"link-{at}" for at in range(5)}
    assert len(rows) == 5
