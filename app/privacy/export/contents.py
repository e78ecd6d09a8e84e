"""What an export contains: the tables, files and manifest of an account and of a person."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any
from uuid import UUID

from app.accounts import document_versions
from app.accounts.models import Account
from app.accounts.user import User
from app.audience import listing as audience_listing
from app.kernel import clock, i18n, site
from app.links import export as link_export
from app.links.link_search import Search
from app.privacy.export.account_tables import ACCOUNT_TABLES
from app.privacy.export.archive import ExportArchive
from app.privacy.export.exported_table import ExportedTable, Rows
from app.privacy.export.person_tables import EMAILS, PERSON_TABLES
from app.privacy.export.picture_members import add_pictures
from app.privacy.export.post_file_members import add_post_files
from app.privacy.export.statistics_members import add_statistics

ACCOUNT, PERSON = "account", "person"
Progress = Callable[[int], Awaitable[None]]  # gets the number of rows that were written since the last call


async def count_rows(user: User, account: Account | None) -> int:
    """How many rows an export will have, for its progress."""
    tables = [(table, user.id) for table in PERSON_TABLES]
    tables += [(table, account.id) for table in ACCOUNT_TABLES] if account else []
    return sum([await table.matches(owner_id).count() for table, owner_id in tables])


async def write_contents(archive: ExportArchive, user: User, account: Account | None, progress: Progress) -> None:
    """Writes everything and finishes the archive. Raises: those of `add_statistics` and of `progress`."""
    with i18n.language_context(user.language, user.time_zone):
        await _add_person(archive, user, progress)
        if account:
            await _add_account(archive, account, progress)
        about: dict[str, Any] = {
            "made_at": clock.now(),
            "made_by": site.url("dashboard", ""),
            "parts": [PERSON, *([ACCOUNT] if account else [])],
            "user": {"id": user.id, "email": user.email},
            "account": {"id": account.id, "name": account.name} if account else None,
        }
        await archive.finish(about)


async def _add_person(archive: ExportArchive, user: User, progress: Progress) -> None:
    """Adds the part of the person."""
    for table in PERSON_TABLES:
        await _add_table(archive, PERSON, table, user.id, progress)
    await archive.add_table(f"{PERSON}/{EMAILS.path}", _emails_to(user))
    await archive.add_table(f"{PERSON}/consents.json", _consents_of(user))


async def _add_account(archive: ExportArchive, account: Account, progress: Progress) -> None:
    """Adds the part of the account."""
    for table in ACCOUNT_TABLES:
        await _add_table(archive, ACCOUNT, table, account.id, progress)
    await archive.add_text(f"{ACCOUNT}/links.csv", link_export.csv_chunks(account, Search()))
    await archive.add_text(
        f"{ACCOUNT}/subscribers.csv", audience_listing.csv_chunks(account, audience_listing.Search())
    )
    await add_pictures(archive, account)
    await add_post_files(archive, account, lambda: progress(0))
    await add_statistics(archive, account)


async def _add_table(
    archive: ExportArchive, part: str, table: ExportedTable, owner_id: UUID, progress: Progress
) -> None:
    """Adds a table of a part, and reports each batch of its rows."""

    async def batches() -> AsyncGenerator[Rows]:
        async for rows in table.batches(owner_id):
            yield rows
            await progress(len(rows))

    await archive.add_table(f"{part}/{table.path}", batches())


async def _emails_to(user: User) -> AsyncGenerator[Rows]:
    """The letters to the person's address that are still kept, without their text."""
    letters = EMAILS.model.filter(recipient=user.email).order_by("created_at")
    yield await letters.values(*EMAILS.columns.split())


async def _consents_of(user: User) -> AsyncGenerator[Rows]:
    """What the person agreed to, and when."""
    versions = {name: versions[0].on.isoformat() for name, versions in document_versions.VERSIONS.items()}
    yield [
        {"what": "age", "at": user.age_confirmed_at},
        {"what": "terms", "seen": user.terms_seen, "newest": versions},
        {"what": "news", "at": user.news_agreed_at},
        {"what": "news of AI models", "at": user.ai_news_agreed_at},
        {"what": "no emails about limits", "at": user.limits_muted_at},
        {"what": "no emails about broken links", "at": user.broken_links_muted_at},
        {"what": "no emails about posts", "at": user.posts_muted_at},
    ]
