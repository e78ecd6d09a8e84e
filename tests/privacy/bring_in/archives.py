"""Exports as tests need them: a real one of an account, and ones that are forged member by member."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

from app.accounts.models import Account
from app.jobs.worker import Worker
from app.privacy.bring_in import file_store as imports
from app.privacy.bring_in import import_jobs
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.export import export_job
from app.privacy.export import file_store as exports
from app.privacy.export.export import Export
from tests import world
from tests.stored import stored

Rows = Sequence[Mapping[str, Any]]


async def exported(account: Account) -> Path:
    """The file of a new export of an account."""
    return stored(exports.FILES.key(await export_id(account), exports.ZIP))


async def export_id(account: Account) -> UUID:
    """The id of a new export of an account, which is ready."""
    await export_job.request_export(await world.owner(account), account)
    await Worker().run_due(export_job.KIND)
    export = await Export.filter(account_id=account.id).order_by("-created_at").first()
    assert export and export.ready_at
    return export.id


def table(rows: Rows) -> bytes:
    return b"[\n" + b",\n".join(json.dumps(row).encode() for row in rows) + b"\n]\n"


def forged(tables: Mapping[str, Rows], others: Mapping[str, bytes] | None = None, **manifest: Any) -> bytes:
    """An archive with these tables of an account and other files, and a manifest that is right but for `manifest`."""
    members = {f"account/{name}.json": table(rows) for name, rows in tables.items()} | dict(others or {})
    listed = [
        {"path": path, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for path, content in members.items()
    ]
    head = {"format": "kliqs-export", "version": 1, "files": listed} | manifest
    return zipped(members | {"manifest.json": json.dumps(head).encode()})


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in members.items():
            archive.writestr(path, content)
    return out.getvalue()


async def uploaded(account: Account, content: bytes) -> ImportRun:
    """An import of this file, checked."""
    run = await ImportRun.begin(account, await world.owner(account), "export.zip", len(content))
    imports.FILES.store(run.id, imports.ZIP, BytesIO(content))
    await import_jobs.enqueue(run)
    return await worked_on(run)


async def worked_on(run: ImportRun) -> ImportRun:
    """The import after the jobs that are due."""
    for kind in import_jobs.KINDS.values():
        await Worker().run_due(kind)
    return await ImportRun.get(id=run.id)


async def brought_in(account: Account, content: bytes) -> ImportRun:
    """An import of this file, made."""
    run = await uploaded(account, content)
    assert run.stage == "checked", run.failure
    await import_jobs.start_import(run)
    return await worked_on(run)


async def undone(run: ImportRun) -> ImportRun:
    """The import after it was undone."""
    await import_jobs.start_undo(run)
    return await worked_on(run)


def link_row(slug: str, url: str = world.DESTINATION, **values: Any) -> dict[str, Any]:
    """A link as an export has it."""
    return {"id": f"id-{slug}", "short_code": slug, "destination_url": url, "names": [slug]} | values
