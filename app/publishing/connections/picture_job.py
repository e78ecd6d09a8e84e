"""Copies the profile picture of a connected account into our own pictures: those of the networks' addresses end."""

from __future__ import annotations

import structlog

from app import jobs
from app.jobs import Job, RetryLater
from app.kernel import encryption, installation
from app.kernel.http_client import Client, Limits
from app.kernel.http_client_errors import NetError
from app.kernel.refusal import Refusal
from app.media.models import Media
from app.media.picture_shapes import Shape
from app.media.reencode import render_sizes
from app.publishing.connections.connection import Connection

KIND = "publishing.picture"
LIMITS = Limits(connect=10, idle=15, total=30, body=4 * 1024 * 1024, redirects=3)
TRIES, LONGEST_URL = 4, 8192
log = structlog.get_logger()


async def enqueue_picture(connection: Connection, url: str) -> None:
    """Enqueues the copy of a picture, in the caller's transaction; its address, which may be signed, is encrypted.

    An address of more than LONGEST_URL characters is left out.
    """
    if len(url) > LONGEST_URL:
        return
    secret = encryption.encrypt(url, _purpose(connection))
    await jobs.enqueue(KIND, {"connection": str(connection.id), "picture": secret}, unique=f"picture {connection.id}")


@jobs.handler(KIND, at_once=2, most_tries=TRIES)
async def copy_picture(job: Job) -> None:
    """Fetches the picture and stores it; one that is no picture, or for which there is no room, is left out."""
    connection = await Connection.get_or_none(id=job.payload["connection"], disconnected_at=None).select_related(
        "account"
    )
    if connection is None or connection.picture_id is not None:
        return
    try:
        raw = await _fetch(encryption.decrypt(job.payload["picture"], _purpose(connection)))
        media = await Media.store(connection.account, await render_sizes(raw, Shape.of("avatar")))
    except encryption.Undecipherable:
        return
    except NetError as error:
        raise RetryLater(type(error).__name__) from None
    except Refusal as refusal:
        log.info("profile picture not stored", network=connection.network, reason=refusal.code)
        return
    live = Connection.filter(id=connection.id, disconnected_at=None, picture_id=None)
    if not await live.update(picture_id=media.id):
        await Media.filter(id=media.id).delete()


async def _fetch(url: str) -> bytes:
    """Returns the bytes at an address. Raises: NetError, RetryLater for a response that is no success."""
    response = await Client(installation.current().config.allow_list, LIMITS).request("GET", url)
    if response.status != 200:
        raise RetryLater(f"status {response.status}")
    return response.body


def _purpose(connection: Connection) -> str:
    return f"picture of connection {connection.id}"
