"""The files of a post, and what variants that cannot be changed any more keep of it when it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.uuid_parser import parse_uuid
from app.publishing.files.post_file import PostFile
from app.publishing.posts.phases import EDITABLE
from app.publishing.posts.post import Post, PostMedia
from app.publishing.posts.post_variant import PostVariant


async def keep_sent_words(post: Post) -> None:
    """Gives each variant that cannot be changed any more its own copy of the words with which it was sent.

    All of them have to be locked, so that none is claimed before the save is done.
    """
    sent = PostVariant.filter(post_id=post.id).exclude(phase__in=list(EDITABLE))
    if not await sent.exists():
        return
    ids = await PostMedia.filter(post_id=post.id).order_by("position").values_list("file_id", flat=True)
    files = [str(id) for id in ids]
    await sent.filter(text=None).update(text=post.text)
    for variant in await sent.filter(media=None):
        await PostVariant.filter(id=variant.id).update(media=files)


async def set_media(post: Post, account: Account, wanted: Mapping[str, str]) -> None:
    """Makes the files of a post those of a draft, in its order. Files that variants were sent with stay attached."""
    rows = {str(row.file_id): row for row in await PostMedia.filter(post_id=post.id)}
    new = [id for id in wanted if id not in rows and parse_uuid(id)]
    own = {str(id) for id in await PostFile.owned_by(account).filter(id__in=new).values_list("id", flat=True)}
    places = {id: place for place, id in enumerate(id for id in wanted if id in rows or id in own)}
    added = [
        PostMedia(post_id=post.id, file_id=UUID(id), position=places[id], alt=wanted[id]) for id in new if id in own
    ]
    await PostMedia.bulk_create(added)
    for id, row in rows.items():
        if id in places and (row.position, row.alt) != (places[id], wanted[id]):
            await PostMedia.filter(id=row.id).update(position=places[id], alt=wanted[id])
    sent = await PostVariant.filter(post_id=post.id).exclude(phase__in=list(EDITABLE)).values_list("media", flat=True)
    kept = {id for media in sent for id in media or []} | places.keys()
    await PostMedia.filter(id__in=[row.id for id, row in rows.items() if id not in kept]).delete()
    await PostFile.filter(id__in=list(places)).update(used_at=clock.now())
