"""An account with all that publishing can store for it: connections, posts, their files on the disk, times, events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.connections.connection import Connection
from app.publishing.connections.token_store import encrypt_tokens
from app.publishing.files import file_store
from app.publishing.files.post_file import READY, PostFile
from app.publishing.networks.network import Grant
from app.publishing.networks.post_content import VIDEO
from app.publishing.planning.weekly_slot import WeeklySlot
from app.publishing.posts.phases import PLANNED
from app.publishing.posts.post import Post, PostMedia
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from tests import world
from tests.stored import folder

ACCESS, REFRESH = "zz-access-token", "zz-refresh-token"
FILM = b"\0the film of the coffee" * 1000


@dataclass(frozen=True, slots=True)
class Furnished:
    """What was made."""

    connection: Connection
    post: Post
    variant: PostVariant
    event: PostEvent
    file: PostFile


async def build(account: Account, user_id: UUID | None = None, network: str = "mastodon", **variant: Any) -> Furnished:
    """Makes one of each for an account, as acts of its owner or of `user_id`; the post is planned for tomorrow."""
    user_id, now = user_id or (await world.owner(account)).id, clock.now()
    connection = await connect(account, user_id, network)
    file = await store_film(account, user_id)
    await WeeklySlot.create(connection=connection, weekday=0, minute=540)
    stamps: dict[str, Any] = {"created_at": now, "updated_at": now}
    post = await Post.create(
        id=uuid4(), account=account, text="Kopi Gayo", zone="Asia/Jakarta", created_by_id=user_id,
        approved_by_id=user_id, approved_at=now, planned_at=now + timedelta(days=1), **stamps,
    )  # fmt: skip
    await PostMedia.create(post=post, file=file, position=0, alt="Secangkir kopi")
    columns: dict[str, Any] = {"phase": PLANNED, "due_at": now + timedelta(days=1)} | variant
    row = await PostVariant.create(
        id=uuid4(), account=account, post=post, connection=connection, network=network, acted_by_id=user_id,
        progress={"upload": "https://upload.example/zz-signed"}, **stamps, **columns,
    )  # fmt: skip
    event = await PostEvent.create(variant=row, what="planned", user_id=user_id, at=now)
    return Furnished(connection, post, row, event, file)


async def connect(account: Account, user_id: UUID, network: str = "mastodon") -> Connection:
    """A connection with tokens."""
    id = uuid4()
    return await Connection.create(
        id=id, account=account, network=network, server="warung.example", external_id=f"sari-{id.hex[:6]}",
        username="sari", display_name="Sari Kopi", tokens=encrypt_tokens(Grant(ACCESS, REFRESH), id),
        connected_by_id=user_id, created_at=clock.now(),
    )  # fmt: skip


async def store_film(account: Account, user_id: UUID) -> PostFile:
    """A video that is ready, with its poster, on the disk."""
    id, now = uuid4(), clock.now()
    folder("posts").mkdir(parents=True, exist_ok=True)
    poster = file_store.name_of(id, file_store.POSTER)
    await file_store.store(file_store.name_of(id, "mp4"), FILM)
    await file_store.store(poster, b"poster")
    return await PostFile.create(
        id=id, account=account, kind=VIDEO, media_type="video/mp4", filename="kopi.mp4", size=len(FILM),
        received=len(FILM), poster=poster, state=READY, uploaded_by_id=user_id, created_at=now, used_at=now,
    )  # fmt: skip
