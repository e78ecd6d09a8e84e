"""A world in which every page of the product has something on it: Sari has some of everything."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from app.accounts.models import Account
from app.audience.models import Subscriber
from app.batch import creation
from app.batch.models import Batch
from app.batch.options import Options
from app.kernel import clock
from app.kernel.db import visits_file
from app.keys.models import ApiKey
from app.links.models import Link
from app.links.utm.models import UtmTemplate
from app.pages.first_content import new_page_content
from app.pages.models import Page
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from tests import world
from tests.pages.gallery import rich


async def build() -> Account:
    """Makes all of it; returns Sari."""
    sari = await world.sari()
    await Account.filter(id=sari.id).update(plan_name="business")
    account = await Account.get(id=sari.id)
    await _codes(account, await _links(account))
    await _pages(account)
    await ApiKey.issue(account, "production")
    await world.passkey_of(await world.owner(account))
    await Batch.create_draft(
        account, "link", "url,slug,title\nhttps://example.com/x,,One\nnot an address,,Two", Options()
    )
    batch = await Batch.create_draft(account, "text", "text\nOne", Options())
    await creation.create_batch(account, batch, sure=True)
    return account


async def _links(account: Account) -> Link:
    link = await Link.shorten(account, url=world.DESTINATION, slug="promo", title="Promo")
    await link.edit(account, description="Words", notes="Words", tags=["shop"])
    to = [{"url": world.DESTINATION, "weight": 60}, {"url": "https://example.org", "weight": 40}]
    phones = {"id": "phones", "when": [{"kind": "device", "values": ["phone"]}], "to": to}
    await link.edit(account, rules=[phones, {"id": "all", "to": [{"url": world.DESTINATION}]}])
    await Link.shorten(account, url=world.DESTINATION, slug="locked", password="kopi pagi")
    await (await world.shorten(account, "paused")).pause()
    await (await world.shorten(account, "archived")).archive()
    await (await world.shorten(account, "deleted")).soft_delete(account)
    for at in range(30):
        expires = clock.now() + timedelta(days=at + 1)
        await Link.shorten(account, url=f"https://example.com/{at}", slug=f"many-{at}", expires_at=expires)
    return link


async def _codes(account: Account, link: Link) -> None:
    await QrCode.create_for_link(account, link, "Table", Look(Design(), grade="good"))
    await QrCode.create_for_link(account, link, "Poster", Look(Design(dark="#dddddd"), grade="bad"))
    await QrCode.create_static(account, "text", {"text": "Hi"}, "Hi", "Hi", Look(Design()))
    await UtmTemplate.save_new(account, "Musim hujan", {"source": "instagram", "medium": "social"})
    await SavedStyle.save_look(account, "Menu", Look(Design(pattern="dots")))
    await (await SavedStyle.save_look(account, "Parcel", Look(Design()))).make_default()


async def _pages(account: Account) -> None:
    plain = [replace(block, thumbnail="") for block in rich().blocks if not block.pictures - {block.thumbnail}]
    page = await Page.make(account, "warung", replace(rich(), avatar="", blocks=tuple(plain)))
    await page.publish(account)
    await Page.make(account, "draft", new_page_content("Draft", "id"))
    await Subscriber.create(
        account=account,
        page=page,
        email="dewi@example.com",
        consent="Words",
        language="id",
        token_digest="x",
        created_at=clock.now(),
        confirmed_at=clock.now(),
    )


@dataclass(frozen=True)
class Snapshot:
    """The two files of a SQLite database as they were at one moment."""

    main: sqlite3.Connection
    visits: sqlite3.Connection

    @classmethod
    def of(cls, url: str) -> Snapshot:
        return cls(*(_copied(file) for file in _files(url)))

    def close(self) -> None:
        self.main.close()
        self.visits.close()

    def restore(self, url: str) -> None:
        """Makes an open database what it was then."""
        with closing(Restorer(self, url)) as restorer:
            restorer.restore()


class Restorer:
    """Makes an open database what it was when a snapshot was taken, wherever anybody has written to it since."""

    def __init__(self, snapshot: Snapshot, url: str) -> None:
        self._kept = (snapshot.main, snapshot.visits)
        self._there = [sqlite3.connect(file) for file in _files(url)]
        self._versions: list[int | None] = [None, None]

    def restore(self) -> None:
        """Copies the files that have changed; what this connection writes itself changes no version of it.

        What others write while a file is copied is undone by the next call.
        """
        for at, (kept, there) in enumerate(zip(self._kept, self._there, strict=True)):
            [version] = there.execute("PRAGMA data_version").fetchone()
            if version != self._versions[at]:
                kept.backup(there)
                self._versions[at] = version

    def close(self) -> None:
        for there in self._there:
            there.close()


def _files(url: str) -> tuple[Path, Path]:
    main = url.removeprefix("sqlite://")
    return Path(main), visits_file(main)


def _copied(file: Path) -> sqlite3.Connection:
    copy, there = sqlite3.connect(":memory:", check_same_thread=False), sqlite3.connect(file)
    there.backup(copy)
    there.close()
    return copy
