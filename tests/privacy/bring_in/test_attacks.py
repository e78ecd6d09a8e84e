"""Files that somebody made to do harm: each is refused, or does nothing but what its owner may do by hand."""

from __future__ import annotations

import json
import struct
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from app.accounts.models import Account
from app.links.models import Link
from app.media.models import Media
from app.pages.models import Page
from app.privacy.bring_in import archive_reader
from app.privacy.bring_in.import_row import ImportRow
from app.privacy.bring_in.import_run import ImportRun
from app.qr.models import QrCode
from tests import world
from tests.privacy import furnished
from tests.privacy.bring_in import archives
from tests.privacy.bring_in.archives import forged, link_row, zipped

MANIFEST = json.dumps({"format": "kliqs-export", "version": 1, "files": []}).encode()


def bomb() -> bytes:
    """A table whose only line expands to more than a line may have, 1:1000."""
    return forged({}, {"account/links.json": b"[\n" + b" " * (archive_reader.MAX_LINE + 10) + b"\n]\n"})


def twice() -> bytes:
    """An archive with two members of one name."""
    content = zipped({"manifest.json": MANIFEST, "manifest.yaml": MANIFEST})
    return content.replace(b"manifest.yaml", b"manifest.json")


def changed_byte() -> bytes:
    """An archive with a byte of a stored member changed: its CRC is wrong."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("account/links.json", archives.table([link_row("promo")]))
        archive.writestr("manifest.json", MANIFEST)
    return out.getvalue().replace(b"promo", b"prono", 1)


def other_compression() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("manifest.json", MANIFEST)
    return out.getvalue()


UNREADABLE = {
    "no archive": b"PK\x03\x04 and nothing else",
    "no manifest": zipped({"account/links.json": b"[]"}),
    "another format": forged({}, format="other-export"),
    "a version that is no number": forged({}, version="1"),
    "a manifest without files": zipped({"manifest.json": b'{"format": "kliqs-export", "version": 1}'}),
    "a manifest that is no object": zipped({"manifest.json": b"[1]"}),
    "a digest that does not match": forged({"links": [link_row("promo")]}, files=[]),
    "rows that are no objects": forged({}, {"account/links.json": b"[\n1\n]\n"}),
    "rows that are no JSON": forged({}, {"account/links.json": b"[\n{]\n]\n"}),
    "a line without end": bomb(),
    "a changed byte": changed_byte(),
    "another compression": other_compression(),
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
async def test_a_damaged_or_forged_file_is_not_read(sari: Account, content: bytes) -> None:
    run = await archives.uploaded(sari, content)
    assert run.stage == "failed" and run.failure == "Berkas itu bukan hasil ekspor Kliqs, atau sudah rusak."
    assert not await Link.all().exists()


def test_a_list_of_members_that_is_too_long_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    listed = type("Listed", (zipfile.ZipInfo,), {"__init__": lambda _self, name="", *_rest: read.append(name)})
    monkeypatch.setattr(zipfile, "ZipInfo", listed)
    entries = archive_reader.MAX_LISTING // 46 + 1
    entry = b"PK\1\2".ljust(46, b"\0")
    size = entries * len(entry)
    end = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, entries, entries, size, 0)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, size, 1)
    last = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    (tmp_path / "listing.zip").write_bytes(entry * entries + end + locator + last)
    with pytest.raises(archive_reader.NotAnExport):
        archive_reader.ArchiveReader(tmp_path / "listing.zip")
    assert read == []


async def test_two_members_of_one_name_are_not_read(sari: Account) -> None:
    assert (await archives.uploaded(sari, twice())).stage == "failed"


async def test_a_newer_version_is_named(budi: Account) -> None:
    run = await archives.uploaded(budi, forged({}, version=2))
    assert run.stage == "failed" and "version 2" in run.failure


async def test_too_many_rows_are_refused_before_they_are_kept(budi: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_reader, "MAX_ROWS", 3)
    run = await archives.uploaded(budi, forged({"links": [link_row(f"link-{at}") for at in range(4)]}))
    assert run.stage == "failed" and "at most 3" in run.failure


async def test_paths_of_members_and_pictures_lead_nowhere(sari: Account) -> None:
    media = [{"id": "a", "media_type": "image/png", "width": 1, "height": 1, "path": "../../secret", "seal": ""}]
    styles = [{"id": "s", "name": "Menu", "design": {"logo": True}, "logo_id": "a"}]
    content = forged({"media": media, "styles": styles}, {"../../secret": b"x", "/etc/passwd": b"x"})
    run = await archives.brought_in(sari, content)
    assert run.counts == {"made": 1} and not await Media.all().exists()


async def row_of(run: ImportRun, wanted: str) -> ImportRow:
    return await ImportRow.get(run_id=run.id, wanted=wanted)


REFUSED_LINKS: dict[str, dict[str, Any]] = {
    "script": {"url": "javascript:alert(1)"},
    "own": {"url": "https://kliqs.test/other"},
    "inside": {"url": "http://127.0.0.1/"},
    "forever": {"redirect_status": 200},
    "late": {"expires_at": "2001-01-01T00:00:00Z"},
    "many": {"tags": [f"tag-{at}" for at in range(11)]},
    "typed": {"title": 5},
    "used-up": {"click_limit": 10, "admitted": 10},
    "trashed": {"deleted_at": "2026-11-01T00:00:00Z"},
    "blocked": {"blocked_at": "2026-11-01T00:00:00Z"},
}


async def test_a_link_that_could_not_be_made_by_hand_is_not_made(sari: Account) -> None:
    rows = [link_row(name, **({"url": world.DESTINATION} | values)) for name, values in REFUSED_LINKS.items()]
    run = await archives.uploaded(sari, forged({"links": rows}))
    verdicts = {row.wanted: row.verdict for row in await ImportRow.filter(run_id=run.id)}
    refused_by_hand = {name for name in REFUSED_LINKS if name not in {"own", "inside"}}
    assert {name for name, verdict in verdicts.items() if verdict == "cannot"} >= refused_by_hand


async def test_names_of_others_reserved_and_held_names_are_not_taken(sari: Account, budi: Account) -> None:
    await world.shorten(budi, "kopi")
    await (await world.shorten(budi, "held")).soft_delete(budi)
    rows = [link_row(name) for name in ("kopi", "KOPI", "held", "api", "no way!", "mine", "mine")]
    run = await archives.brought_in(sari, forged({"links": rows}))
    made = [link.short_code for link in await Link.owned_by(sari).order_by("created_at")]
    assert run.counts == {"made": 5, "full": 2}
    assert made == ["kopi-2", "KOPI-3", "held-2", "api-2", "no-way-2"]
    assert (await Link.get(short_code="kopi")).account_id == budi.id


async def test_html_in_texts_stays_text(sari: Account) -> None:
    row = link_row("promo", title="<script>alert(1)</script>\x00", notes="<b>", tags=["<i>"])
    run = await archives.brought_in(sari, forged({"links": [row]}))
    assert run.stage == "made"
    assert [link.title for link in await Link.owned_by(sari)] in (["<script>alert(1)</script>"], [])


async def test_ids_of_others_in_the_file_reach_nothing(budi: Account) -> None:
    sari = await furnished.build()
    await Account.filter(id=budi.id).update(plan_name="business")
    budi = await Account.get(id=budi.id)
    link, page = await Link.get(short_code="promo"), await Page.get(slug="warung")
    picture = await Media.filter(account_id=sari.id).first()
    assert picture
    codes = [{"id": "c", "kind": "link", "link_id": str(link.id)}, {"id": "d", "kind": "page", "page_id": str(page.id)}]
    draft = page.draft | {"avatar": str(picture.id), "cover": str(picture.id)}
    pages = [{"id": "p", "slug": "theirs", "title": "x", "draft": draft}]
    styles = [{"id": "s", "name": "Theirs", "design": {"logo": True}, "logo_id": str(picture.id)}]
    run = await archives.brought_in(budi, forged({"qr_codes": codes, "pages": pages, "styles": styles}))
    assert run.counts == {"cannot": 2, "made": 2}
    [mine] = await Page.owned_by(budi)
    assert not mine.content.pictures and not await QrCode.filter(account_id=budi.id).exists()
    assert not await Media.filter(account_id=budi.id).exists()


async def test_pictures_without_our_seal_are_encoded_anew(sari: Account) -> None:
    evil = b"\x89PNG\r\n\x1a\n<script>alert(1)</script>"
    media = [{"id": "a", "media_type": "image/png", "width": 1, "height": 1, "path": "media/a.png", "seal": "0" * 64}]
    styles = [{"id": "s", "name": "Menu", "design": {"logo": True}, "logo_id": "a"}]
    run = await archives.brought_in(sari, forged({"media": media, "styles": styles}, {"media/a.png": evil}))
    assert run.counts == {"cannot": 1} and not await Media.all().exists()


async def test_the_limits_of_the_plan_hold_exactly(sari: Account) -> None:
    await world.shorten(sari)
    run = await archives.brought_in(sari, forged({"links": [link_row(f"link-{at}") for at in range(8)]}))
    assert run.counts == {"made": 4, "full": 4} and await world.links_used(sari) == 5


async def test_a_link_that_had_a_password_comes_paused_and_a_limit_is_what_was_left(sari: Account) -> None:
    rows = [link_row("locked", has_password=True), link_row("limited", click_limit=100, admitted=30)]
    await archives.brought_in(sari, forged({"links": rows}))
    locked, limited = await Link.get(short_code="locked"), await Link.get(short_code="limited")
    assert locked.paused_at and not locked.password_hash
    assert limited.click_limit == 70 and limited.admitted == 0
