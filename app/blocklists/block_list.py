"""Block lists that others keep: hosts and addresses that deceive or harm.

The entries of a list are stored as sorted hashes of 8 bytes each, in up to 256 rows by their first byte, so that a
million of them take 8 MB, and one row is read to look one up. They are written as a new `generation`, which one UPDATE
puts in force: whoever reads meanwhile reads the old one or the new one as a whole. What is updated from an address is
asked with what its server said of the last version; if an update fails, the last good version stays in force.
"""

from __future__ import annotations

import asyncio
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.models import Model

from app.blocklists.list_formats import FORMATS, entry_hash, read_hashes
from app.kernel import clock, text
from app.kernel.db import query_rows, transaction
from app.kernel.destination import clean_url
from app.kernel.refusal import N_, Faults, InvalidRequest, NotFound
from app.kernel.uuid_parser import parse_uuid

MOST_LISTS, LONGEST_NAME = 20, 60
CHUNK_BITS = 56  # of a hash, behind the first byte, which is the number of its row
STUCK_AFTER = timedelta(days=2)  # how old the last good version is when the operator is told
READ = """SELECT l.name, c.prefix, c.hashes FROM block_lists l
    JOIN block_list_chunks c ON c.list_id = l.id AND c.generation = l.generation WHERE c.prefix IN ({prefixes})"""


class UnknownFormat(InvalidRequest):
    """The format is not in FORMATS."""

    field, says = "format", N_("Choose the format of the list.")


class ListNameMissing(InvalidRequest):
    """A list has no name."""

    field, says = "name", N_("Give the list a name.")


class TooManyLists(InvalidRequest):
    """There are MOST_LISTS lists. Facts: most."""

    field, says = "name", N_("There are %(most)s lists, the most there can be. Remove one first.")


class BlockList(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    name = fields.CharField(LONGEST_NAME)
    url = fields.CharField(2048, default="")
    format = fields.CharField(16)
    generation = fields.IntField(default=0)
    entries = fields.IntField(default=0)
    etag = fields.CharField(200, default="")
    last_modified = fields.CharField(64, default="")
    created_at: datetime = fields.DatetimeField()
    updated_at: datetime | None = fields.DatetimeField(null=True)
    tried_at: datetime | None = fields.DatetimeField(null=True)
    failure = fields.CharField(200, default="")

    class Meta:
        table = "block_lists"

    @property
    def is_stuck(self) -> bool:
        """Whether the last update failed."""
        return bool(self.failure)


class BlockListChunk(Model):
    id = fields.BigIntField(primary_key=True)
    list: fields.ForeignKeyRelation[BlockList] = fields.ForeignKeyField(
        "models.BlockList", related_name="chunks", on_delete=fields.CASCADE
    )
    list_id: UUID
    generation = fields.IntField()
    prefix = fields.SmallIntField()
    hashes = fields.BinaryField()

    class Meta:
        table = "block_list_chunks"
        unique_together = (("list", "generation", "prefix"),)
        indexes = (("prefix", "list"),)


class ListedKey(NamedTuple):
    """An entry of a list: the name of the list, and the host or address."""

    list_name: str
    key: str


async def add_list(name: str, format: str, url: str = "", content: bytes = b"") -> BlockList:
    """Adds a list, with the entries of a file, or to be read from an address.

    Raises: ListNameMissing, TooLong, UnknownFormat, TooManyLists, UnreadableList, those of `clean_url`.
    """
    faults, clean_name, address, hashes = Faults.gather(), "", "", None
    with faults.catching():
        if not (clean_name := text.clean_line(name, LONGEST_NAME, "name")):
            raise ListNameMissing
    with faults.catching():
        if format not in FORMATS:
            raise UnknownFormat
    with faults.catching():
        address = clean_url(url) if url.strip() or not content else ""
    faults.raise_if_any()
    if not address:
        hashes = await read_in_thread(content, format)
    async with transaction():
        if await BlockList.all().count() >= MOST_LISTS:
            raise TooManyLists(most=MOST_LISTS)
        row = await BlockList.create(id=uuid4(), name=clean_name, format=format, url=address, created_at=clock.now())
        if hashes is not None:
            await store_entries(row, hashes)
    return row


async def read_in_thread(content: bytes, format: str) -> array[int]:
    """Reads a list without keeping others waiting. Raises: UnreadableList."""
    return await asyncio.to_thread(read_hashes, content, format)


async def find_list(id: str) -> BlockList:
    """Returns the list with this id. Raises: NotFound."""
    uuid = parse_uuid(id)
    row = await BlockList.get_or_none(id=uuid) if uuid else None
    if row is None:
        raise NotFound
    return row


async def remove_list(row: BlockList) -> None:
    """Removes a list and its entries. Raises: NotFound if it is gone already."""
    if not await BlockList.filter(id=row.id).delete():
        raise NotFound


async def store_entries(row: BlockList, hashes: array[int], etag: str = "", last_modified: str = "") -> None:
    """Puts the entries of a list in force as its next generation, and forgets the one before."""
    generation = row.generation + 1
    async with transaction():
        await BlockListChunk.filter(list_id=row.id, generation=generation).delete()
        chunks = [
            BlockListChunk(list_id=row.id, generation=generation, prefix=prefix, hashes=part.tobytes())
            for prefix, part in _by_prefix(hashes)
        ]
        await BlockListChunk.bulk_create(chunks, batch_size=32)
        stored = await BlockList.filter(id=row.id, generation=row.generation).update(
            generation=generation,
            entries=len(hashes),
            etag=etag[:200],
            last_modified=last_modified[:64],
            updated_at=clock.now(),
            tried_at=clock.now(),
            failure="",
        )
        if not stored:
            raise NotFound  # removed, or updated by another process meanwhile
        await BlockListChunk.filter(list_id=row.id).exclude(generation=generation).delete()
    await row.refresh_from_db()


def _by_prefix(hashes: array[int]) -> Iterable[tuple[int, array[int]]]:
    """Yields the parts of sorted hashes that have the same first byte, with that byte."""
    for prefix in range(256):
        begin, end = (bisect_left(hashes, bound << CHUNK_BITS) for bound in (prefix, prefix + 1))
        if begin < end:
            yield prefix, hashes[begin:end]


def contains(hashes: array[int], hash: int) -> bool:
    """Whether sorted hashes have this one among them."""
    at = bisect_left(hashes, hash)
    return at < len(hashes) and hashes[at] == hash


async def find_listed(keys: Iterable[str]) -> ListedKey | None:
    """Returns the first of these entries (`keys_of_url`) that a list has.

    One statement reads the rows of each list in which they would be, which for many entries is most of the lists.
    """
    hashes = {key: entry_hash(key) for key in keys}
    prefixes = sorted({hash >> CHUNK_BITS for hash in hashes.values()})
    if not prefixes:
        return None
    statement = READ.format(prefixes=", ".join(f"${at + 1}" for at in range(len(prefixes))))
    rows = [
        (row["name"], row["prefix"], array("Q", bytes(row["hashes"]))) for row in await query_rows(statement, prefixes)
    ]
    for key, hash in hashes.items():
        for name, prefix, part in rows:
            if prefix == hash >> CHUNK_BITS and contains(part, hash):
                return ListedKey(name, key.strip())
    return None


class LoadedLists:
    """All lists in memory, 8 bytes for each entry, for whatever checks many links."""

    def __init__(self) -> None:
        self.by_name: list[tuple[str, array[int]]] = []

    async def load(self) -> None:
        """Reads the entries of all lists, one row at a time."""
        for row in await BlockList.filter(generation__gt=0):
            hashes: array[int] = array("Q")
            chunks = BlockListChunk.filter(list_id=row.id, generation=row.generation).order_by("prefix")
            for chunk in await chunks:
                hashes.frombytes(bytes(chunk.hashes))
            self.by_name.append((row.name, hashes))

    def find(self, keys: Iterable[str]) -> ListedKey | None:
        """Returns the first of these entries that a list has."""
        for key in keys:
            hash = entry_hash(key)
            for name, hashes in self.by_name:
                if contains(hashes, hash):
                    return ListedKey(name, key.strip())
        return None
