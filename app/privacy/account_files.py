"""The files of an account that is deleted. They are found before its rows go, and removed after those are gone.

What is left when a process ends in between is removed by the sweep of its kind, as a file without a row.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Any
from uuid import UUID

from app.accounts.models import Account
from app.batch import file_store
from app.batch.models import Batch
from app.media.models import Media
from app.media.picture_files import PictureFiles

Remove = Callable[[], Awaitable[None]]
Find = Callable[[Sequence[UUID]], Awaitable[list[Remove]]]


async def find_pictures(accounts: Sequence[UUID]) -> list[Remove]:
    """Returns what removes the files of the pictures of these accounts."""
    pictures = await Media.filter(account_id__in=list(accounts))
    return [PictureFiles(media.file, media.variants).delete for media in pictures]


async def find_batches(accounts: Sequence[UUID]) -> list[Remove]:
    """Returns what removes the files of the batches of these accounts."""
    ids: list[Any] = await Batch.filter(account_id__in=list(accounts)).values_list("id", flat=True)
    return [partial(asyncio.to_thread, file_store.delete_files, id) for id in ids]


FINDERS: list[Find] = [find_pictures, find_batches]  # packages with further files add theirs


@asynccontextmanager
async def remove_files(accounts: Sequence[UUID]) -> AsyncGenerator[None]:
    """Removes the files of those of these accounts that the block deletes; nothing if it raises."""
    found = {id: [remove for find in FINDERS for remove in await find([id])] for id in accounts}
    yield
    kept = set(await Account.filter(id__in=list(accounts)).values_list("id", flat=True))
    for id, removes in found.items():
        for remove in removes if id not in kept else []:
            await remove()
